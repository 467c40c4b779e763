"""Games planted in the facts of an area go through measures and figures, and none ends as an improvement."""

from datetime import date

import pytest
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.analysis.catalogue import measures
from goldenthread.analysis.clocks import clock_rows
from goldenthread.analysis.measuring import measuring
from goldenthread.analysis.settings import settings_of
from goldenthread.analysis.statistics.process_behaviour import Standing
from goldenthread.analysis.statistics.verdicts import Verdict
from goldenthread.audit import clock
from goldenthread.audit.scope import Scope
from goldenthread.figures.changes.charting import charted
from goldenthread.figures.changes.claims import Seen, judged
from goldenthread.figures.measured import queries
from goldenthread.figures.measured.keeping import CLOCKS, FIGURES, keep
from goldenthread.figures.models import MeasuredSet
from planted_games import CENSUS, year_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folders_of_its_own")]

ALL, WITHOUT = "plans_in_20_weeks", "plans_in_20_weeks_without_exceptions"
SYSTEM = Scope.system("a test")
REASONS = {
    "refusing": (ALL, "requests that ended without a plan rose"),
    "flagging": (WITHOUT, "marked as exceptions rose"),
    "reopening": (ALL, "closed and asked anew rose"),
    "easy": (ALL, "already past their time rose"),
    "simpson": (ALL, "For the same mix of children it"),
}


def night_of(seed, game):
    """What the night makes of the facts of an area."""
    with measuring(year_of(seed, game), settings_of([], "none")) as running:
        kept = {FIGURES: running.all_figures(), CLOCKS: clock_rows(running)}
        found = MeasuredSet.objects.create(
            area="935",
            year=2025,
            as_at=CENSUS,
            is_standing=True,
            status=MeasuredSet.Status.READY,
            asked_at=clock.now(),
            asked_by_name="a test",
            ready_at=clock.now(),
            position=1,
            facts_digest=f"{game} {seed}",
            first_day=running.known.first_day,
            dimensions=list(running.dimensions),
            measures={
                one.name: {"version": one.version, "why_none": running.missing.get(one.name, "")}
                for one in measures().values()
            },
        )
    keep(found, kept)
    return found


def seen_in(of, name):
    series = [one for one in queries.series(SYSTEM, name, of=of) if one.complete]
    return Seen(of, measures()[name], series, charted(measures()[name], series))


def looks_better(game, name):
    """An area whose headline looks better: now and then twelve months are too few for the signal to come."""
    for seed in range(1, 6):
        seen = seen_in(night_of(seed, game), name)
        if seen.chart.standing is Standing.BETTER:
            return seen
    raise AssertionError(f"in no area does {game} look better")


@pytest.mark.parametrize("game", REASONS)
def test_a_game_ends_as_a_better_with_a_question_and_its_reason_on_the_page(game, client):
    name, reason = REASONS[game]
    found = judged(looks_better(game, name))
    assert found.verdict is Verdict.QUALIFIED
    assert reason in found.words
    client.force_login(factories.user(Role.DIRECTOR))
    page = client.get(reverse("measure", args=[name])).content.decode()
    assert reason in page
    assert "It may not be called an improvement" in page
    assert ">Better?<" in page


def test_an_honest_improvement_is_called_better(client):
    found = judged(looks_better("honest", ALL))
    assert found.is_unqualified_improvement, found.words
    client.force_login(factories.user(Role.DIRECTOR))
    page = client.get(reverse("overview")).content.decode()
    assert "Better" in page


def test_a_measure_of_which_neither_way_is_better_makes_no_claim():
    of = night_of(1, "refusing")
    assert judged(seen_in(of, "requests_refused")) is None


def test_the_change_is_looked_at_from_the_first_month_of_the_signal():
    seen = looks_better("honest", ALL)
    assert date(2024, 3, 1) <= seen.split <= date(2024, 8, 1)
