"""Figures from the journal: the same as from the file, kept with what they rest on."""

from datetime import date

import pytest
from django.db import transaction

import factories
from goldenthread.analysis.dfe import compute
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.settings import COLUMNS
from goldenthread.audit import clock, journal
from goldenthread.audit.errors import NotFound, NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Reach, Scope
from goldenthread.casework.models import Entry
from goldenthread.figures import queries
from goldenthread.figures.actions import refresh_figures
from goldenthread.figures.jobs import work_out_figures, work_out_figures_nightly
from goldenthread.figures.models import Figure, FigureSet
from goldenthread.figures.open_data.places import areas
from goldenthread.figures.working_out import facts_folder, work_out
from goldenthread.rules.lifecycle import Step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folders_of_its_own")]

SYSTEM = Scope.system("a test")


def work_them_out():
    return work_out(refresh_figures(by=SYSTEM).pk, by=SYSTEM)


def test_figures_of_the_journal_are_those_of_the_file(loaded, sixty, sixty_settings):
    """One truth: what was loaded counts to the same twelve tables, cell for cell."""
    figure_set = work_them_out()
    from_journal = {(one.table, one.column): one.printed for one in figure_set.figures.all()}
    from_file = compute(sixty, sixty_settings, areas())
    for (table, column), text in from_journal.items():
        assert text == from_file[table][column][0].as_py(), (table, column)
    assert len({table for table, _ in from_journal}) == 12


def test_a_set_says_what_it_rests_on(loaded):
    figure_set = work_them_out()
    assert figure_set.status == FigureSet.Status.READY
    assert figure_set.as_at == loaded.census_day
    assert figure_set.last_entry == Entry.objects.latest("pk").pk
    assert Facts.from_folder(facts_folder(figure_set)).header().area == "935"
    assert AuditEvent.objects.filter(act="worked out figures", subject_id=str(figure_set.pk)).exists()


def test_working_out_again_from_the_same_journal_gives_the_same_facts(loaded):
    first, second = work_them_out(), work_them_out()
    assert first.facts_digest == second.facts_digest


def test_a_share_carries_its_parts_and_a_missing_figure_says_why(loaded):
    work_them_out()
    share = queries.figure(SYSTEM, "timeliness_20_week_totals", "pc_plans_issued_within_20_weeks")
    assert share.value is not None
    assert (share.numerator, share.denominator) != (None, None)
    missing = Figure.objects.filter(value__isnull=True)
    assert missing.exists()
    assert all(figure.why_none for figure in missing)


def test_what_is_recorded_here_reaches_the_figure_at_its_next_working_out(loaded):
    """The thread: one entry on one child's case, and the area's figure follows."""
    column = {"table": "requests_totals", "column": "requests_decided_not_to_assess"}
    before = work_them_out().figures.get(**column).value
    undecided = Entry.objects.filter(
        payload__request__outcome="A", payload__request__received_on__gte="2024-01-01"
    ).first()
    with transaction.atomic():
        journal.append(
            Entry(
                case=undecided.case,
                kind=Step.DECIDED_NOT_TO_ASSESS.value,
                happened_on=date(2024, 12, 20),
                recorded_at=clock.now(),
                by_name="a test",
            )
        )
    assert work_them_out().figures.get(**column).value == before + 1


def test_figures_are_not_worked_out_twice_at_once(loaded):
    refresh_figures(by=SYSTEM)
    with pytest.raises(NotPossibleNow, match="being worked out already"):
        refresh_figures(by=SYSTEM)


def test_there_are_no_figures_before_a_return():
    with pytest.raises(NotPossibleNow, match="no return here yet"):
        refresh_figures(by=SYSTEM)
    assert queries.newest_set(SYSTEM) is None
    work_out_figures_nightly(0)
    assert FigureSet.objects.count() == 0


def test_the_nightly_job_works_out_a_new_set(loaded):
    work_out_figures_nightly(0)
    assert queries.newest_set(SYSTEM).year == 2025


def test_facts_that_cannot_be_used_fail_with_a_reason(loaded, monkeypatch):
    figure_set = refresh_figures(by=SYSTEM)
    monkeypatch.setattr("goldenthread.figures.working_out.settings_rows", lambda: [dict.fromkeys(COLUMNS)])
    work_out_figures(figure_set.pk)
    figure_set.refresh_from_db()
    assert figure_set.status == FigureSet.Status.FAILED
    assert figure_set.problem
    assert queries.set_in_the_making(SYSTEM) == figure_set


def test_who_may_not_see_figures_is_refused(loaded):
    work_them_out()
    stranger = factories.stranger(Reach.AREA)
    with pytest.raises(NotPermitted):
        queries.newest_set(stranger)
    with pytest.raises(NotFound):
        queries.figure(SYSTEM, "timeliness_20_week_totals", "no_such_column")
