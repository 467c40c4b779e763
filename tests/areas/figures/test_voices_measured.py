"""What families said is measured beside what the record tells, by district, and walks back to nobody."""

from datetime import date

import pytest

import factories
from goldenthread.audit.scope import Scope
from goldenthread.figures.jobs import work_out_figures_nightly
from goldenthread.figures.measured import queries
from goldenthread.figures.measured.keeping import rare
from goldenthread.insight.measured.presenters.walk import besides

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folders_of_its_own")]

SYSTEM = Scope.system("a test")


@pytest.fixture
def brought():
    november = date(2024, 11, 1)
    for counts, number in (("complaints answered", 40), ("complaints answered in time", 30)):
        factories.period_count(factories.count_series(counts), november, number)
    messages = factories.count_series("messages answered")
    for days, number in ((0, 5), (3, 9), (12, 4)):
        factories.period_count(messages, november, number, working_days=days)


def test_imported_counts_become_figures_without_any_case(brought, loaded):
    work_out_figures_nightly(0)
    found = {one.key.period: one for one in queries.series(SYSTEM, "complaints_answered_in_time", by="month")}
    november = found[date(2024, 11, 1)]
    assert (november.numerator, november.denominator, november.value) == (30, 40, 75)
    times = queries.series(SYSTEM, "contact_answer_time", by="year")[0]
    assert times.value == 3
    walk = queries.records_behind(SYSTEM, november.key)
    assert (walk.records, walk.out_of_reach, walk.of_no_case) == ((), 0, 1)
    assert "they name no child" in besides(walk)
    newest = queries.newest_measured(SYSTEM)
    rarely = set(rare(newest)["measure"].to_pylist())
    assert not rarely & {"complaints_answered_in_time", "complaints_upheld", "families_rating_good"}
