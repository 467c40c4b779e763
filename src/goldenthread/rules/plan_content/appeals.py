"""What in a plan can be appealed, where, and with or without a mediation certificate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.rules.law import Confirmed, Source
from goldenthread.rules.plan_content.sections import RECOMMENDATIONS, SECTIONS, Route, Section
from goldenthread.rules.sources import act

TRIBUNAL = "the First-tier Tribunal (Special Educational Needs and Disability)"


@dataclass(frozen=True, slots=True)
class AppealRoute:
    """The way to challenge some sections of a plan.

    `appealed` sections found the appeal. On `recommended` sections the tribunal may make a recommendation,
    which does not bind. `elsewhere` sections cannot be challenged there. `because` says it in sentences.
    """

    may_appeal: bool
    needs_certificate: bool
    appealed: tuple[Section, ...]
    recommended: tuple[Section, ...]
    elsewhere: tuple[Section, ...]
    because: str
    sources: tuple[Source, ...]


def appeal_route(sections: Iterable[Section]) -> AppealRoute:
    """How a family that disagrees with these sections of a plan can challenge them (sections 51 and 55).

    Only an appeal about Section I and nothing else goes without a certificate: that is the cautious reading
    where health or social care is added to it. Raises ValueError when no section is given.
    """
    asked = [section for section in Section if section in set(sections)]
    if not asked:
        raise ValueError("say which sections the family disagrees with")
    appealed = _of(asked, Route.APPEAL)
    recommended = _of(asked, Route.RECOMMENDATION)
    if not appealed:
        return AppealRoute(
            False,
            False,
            (),
            (),
            tuple(asked),
            f"There is no appeal about {_named(asked)} alone. Mediation, disagreement resolution or a "
            "complaint may help.",
            (act("51(2)", Confirmed.READ),),
        )
    only_setting = set(asked) == {Section.I}
    return AppealRoute(
        True,
        not only_setting,
        appealed,
        recommended,
        _of(asked, Route.NONE),
        _sentences(appealed, recommended, only_setting),
        (
            act("51(2)(c)", Confirmed.READ),
            act("55", Confirmed.SECONDARY),
            *((RECOMMENDATIONS,) if recommended else ()),
        ),
    )


def _sentences(appealed: tuple[Section, ...], recommended: tuple[Section, ...], only_setting: bool) -> str:
    words = [f"The family may appeal about {_named(appealed)} to {TRIBUNAL}."]
    if only_setting:
        words.append("No mediation certificate is needed.")
    else:
        words.append("They need a mediation certificate first.")
    if recommended:
        words.append(f"In that appeal the tribunal may make a recommendation on {_named(recommended)}.")
    return " ".join(words)


def _of(sections: Iterable[Section], route: Route) -> tuple[Section, ...]:
    return tuple(section for section in sections if SECTIONS[section].route is route)


def _named(sections: Iterable[Section]) -> str:
    labels = [section.value for section in sections]
    if len(labels) == 1:
        return f"Section {labels[0]}"
    return f"Sections {', '.join(labels[:-1])} and {labels[-1]}"
