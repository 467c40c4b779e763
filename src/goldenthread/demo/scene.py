"""How is the demonstration peopled? Acts in order; each can be interrupted, and done again without harm."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from goldenthread.audit.scope import Scope
from goldenthread.casework.access_review.jobs import open_reviews
from goldenthread.casework.access_review.queries import reviews
from goldenthread.casework.loading.queries import returns
from goldenthread.casework.loading.reading import read_and_load
from goldenthread.casework.models import Return
from goldenthread.casework.queries.teams import unallocated
from goldenthread.demo import attributes, people
from goldenthread.demo.allocation import share_out
from goldenthread.demo.circle import add_circle, circle_is_there
from goldenthread.demo.story import evidence, governance, judging, plans, said_of_us, site, voice
from goldenthread.figures.measured.queries import newest_measured
from goldenthread.figures.measured.waiting import wait_for_measures
from goldenthread.figures.measured.working_out import measure
from goldenthread.figures.queries import newest_set, newest_year
from goldenthread.figures.waiting import wait_for_figures
from goldenthread.figures.working_out import work_out
from goldenthread.publication.queries import newest_release


@dataclass(frozen=True)
class Act:
    """One part of the scene. Both functions are given the path of the made-up return."""

    name: str
    title: str
    do: Callable[[Path], object]
    is_done: Callable[[Path], bool]


def system() -> Scope:
    return Scope.system("the demonstration is set up")


def load_return(made_up: Path) -> None:
    """Load the made-up return just as a council loads its own; go on with a loading that was cut short."""
    begun = _returns_of(made_up)
    if begun:
        read_and_load(begun[0].pk, by=system(), say=_quiet)
    else:
        call_command("load_return", made_up, settings_list=made_up.with_suffix(".settings.csv"))


def _quiet(_: str) -> None:
    """The step's own line says enough."""


def return_is_loaded(made_up: Path) -> bool:
    return any(one.status == one.Status.LOADED for one in _returns_of(made_up))


def _returns_of(made_up: Path) -> list[Return]:
    """The return brought from this file, if it was brought: its digest is that of the file."""
    with made_up.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    given_up = (Return.Status.REFUSED, Return.Status.STOPPED)
    return [one for one in returns(system()) if one.digest == digest and one.status not in given_up]


def work_out_figures(_: Path) -> None:
    """Work out the figures of the loaded return, as the nightly job does."""
    by = system()
    year = newest_year(by)
    if year is not None:
        kept = work_out(wait_for_figures(area=settings.AREA, year=year, by=by).pk, by=by)
        measure(wait_for_measures(area=settings.AREA, year=year, facts_of=kept, by=by).pk, by=by)


def figures_are_ready(_: Path) -> bool:
    by = system()
    ready = newest_set(by)
    measured = newest_measured(by)
    years = {one.year for one in (ready, measured) if one is not None}
    return ready is not None and measured is not None and years == {newest_year(by)}


ACTS = (
    Act(
        "people",
        "people who work here",
        lambda _: people.add_people(system()),
        lambda _: people.everyone_is_there(),
    ),
    Act("return", "loading the return", load_return, return_is_loaded),
    Act(
        "allocation",
        "sharing out the cases",
        lambda _: share_out(system()),
        lambda _: not unallocated(system()),
    ),
    Act(
        "circle",
        "families, a refuge and a sealed record",
        lambda _: add_circle(system()),
        lambda _: circle_is_there(),
    ),
    Act(
        "groups",
        "telling who lives where",
        lambda made_up: attributes.bring(made_up, system()),
        attributes.is_brought,
    ),
    Act(
        "voice",
        "what families said",
        lambda _: voice.keep_voices(system()),
        lambda _: voice.is_kept(system()),
    ),
    Act("figures", "working out figures", work_out_figures, figures_are_ready),
    Act(
        "said-of-us",
        "what the public record says of the partnership",
        lambda _: said_of_us.keep_documents(system()),
        lambda _: said_of_us.is_kept(system()),
    ),
    Act(
        "plans",
        "plans, and examples of what they promise",
        lambda _: plans.begin_plans(system()),
        lambda _: plans.is_begun(system()),
    ),
    Act(
        "evidence",
        "examples of evidence, and of what the forum says",
        lambda _: evidence.keep_evidence(system()),
        lambda _: evidence.is_kept(),
    ),
    Act(
        "judging",
        "judging promises by what is attached to them",
        lambda _: judging.attach_and_judge(system()),
        lambda _: judging.is_judged(system()),
    ),
    Act(
        "boards",
        "boards of the public record, and examples of what they decide",
        lambda _: governance.set_up_boards(system()),
        lambda _: governance.is_there(system()),
    ),
    Act(
        "access",
        "opening the month's review of access",
        lambda _: open_reviews(),
        lambda _: bool(reviews(system())),
    ),
    Act(
        "release",
        "releasing the public site, by two people",
        lambda _: site.release_site(),
        lambda _: newest_release() is not None,
    ),
)
