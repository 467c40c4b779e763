"""A cited figure stays as it was seen, and says what it would be now and why."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.analysis.catalogue import measures
from goldenthread.audit import clock, journal
from goldenthread.audit.errors import NotFound, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Entry
from goldenthread.figures.jobs import work_out_figures_nightly, work_out_measures
from goldenthread.figures.measured import queries
from goldenthread.figures.measured.actions import cite, refresh_measures
from goldenthread.figures.measured.keeping import forget
from goldenthread.figures.models import CitedFigure
from goldenthread.rules.lifecycle import Step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folders_of_its_own", "few_measures")]

SYSTEM = Scope.system("a test")


@pytest.fixture
def night(seal_now):
    """Works everything out, with what was recorded so far in its place."""

    def work_out():
        seal_now()
        work_out_figures_nightly(0)

    return work_out


@pytest.fixture
def cited(loaded, night, seal_now):
    night()
    (year,) = queries.series(SYSTEM, "requests_refused", by="year")[:1]
    found = cite(year.key, because="paper 4 of the board", by=SYSTEM)
    seal_now()
    return found


def undecided_case():
    entry = Entry.objects.filter(
        payload__request__outcome="A", payload__request__received_on__gte="2024-01-01"
    ).first()
    return entry.case


def record_refusal(case, corrects=None, day=date(2024, 12, 20), kind=Step.DECIDED_NOT_TO_ASSESS.value):
    with transaction.atomic():
        return journal.append(
            Entry(
                case=case,
                kind=kind,
                happened_on=day,
                recorded_at=clock.now(),
                by_name="a test",
                corrects=corrects,
                submission=uuid4(),
            )
        )


def test_a_cited_figure_keeps_all_that_it_rests_on(cited):
    assert (cited.measure, cited.version, cited.by, cited.period) == (
        "requests_refused",
        1,
        "year",
        date(2024, 1, 1),
    )
    assert cited.value == pytest.approx(100 * cited.numerator / cited.denominator)
    assert cited.interval_low < cited.value < cited.interval_high
    assert cited.position > 0
    assert len(cited.digest) == 64
    assert AuditEvent.objects.filter(act="cited a figure", subject_id=str(cited.pk)).exists()


def test_it_is_never_changed_and_has_its_place_in_the_chain(cited, seal_now):
    newest = queries.newest_measured(SYSTEM)
    assert cited.position == newest.position < seal_now()
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        CitedFigure.objects.update(value=1)


def test_it_comes_out_the_same_while_nothing_is_recorded(cited, night):
    night()
    _, comparison = queries.cited_figure(SYSTEM, cited.pk)
    assert comparison.is_the_same
    assert comparison.now.value == pytest.approx(cited.value)


def test_what_was_recorded_late_is_named_with_what_it_changes(cited, night):
    record_refusal(undecided_case())
    night()
    found, comparison = queries.cited_figure(SYSTEM, cited.pk)
    assert comparison.now.numerator == found.numerator + 1
    (reason,) = comparison.reasons
    assert (reason.why, reason.cases, reason.numerator, reason.denominator) == ("late recording", 1, 1, 0)


def test_a_correction_is_named_as_one_also_when_the_facts_of_then_are_gone(loaded, night, seal_now):
    wrong = record_refusal(undecided_case())
    night()
    (year,) = queries.series(SYSTEM, "requests_refused", by="year")[:1]
    cited = cite(year.key, because="paper 4 of the board", by=SYSTEM)
    seal_now()
    record_refusal(wrong.case, corrects=wrong, kind=Entry.WITHDRAWN)
    forget(queries.newest_measured(SYSTEM))
    night()
    CitedFigure.objects.get(pk=cited.pk)
    found, comparison = queries.cited_figure(SYSTEM, cited.pk)
    assert comparison.now.numerator == found.numerator - 1
    (reason,) = comparison.reasons
    assert (reason.why, reason.cases, reason.numerator) == ("correction", 1, -1)


def test_a_new_definition_is_told_apart_from_what_was_recorded(cited, night, monkeypatch):
    record_refusal(undecided_case())
    night()
    changed = replace(measures()["requests_refused"], version=2)
    monkeypatch.setitem(measures(), "requests_refused", changed)
    _, comparison = queries.cited_figure(SYSTEM, cited.pk)
    assert comparison.new_version == 2
    assert comparison.by_definition == (0, 0)
    assert [reason.why for reason in comparison.reasons] == ["late recording"]


def test_as_known_at_a_position_the_figure_is_what_it_was(cited, night, seal_now):
    record_refusal(undecided_case())
    night()
    wanted = refresh_measures(by=SYSTEM, known_at=cited.position)
    work_out_measures(wanted.pk)
    then = queries.measured_set(SYSTEM, wanted.pk)
    (year,) = queries.series(SYSTEM, "requests_refused", by="year", of=then)[:1]
    assert year.value == pytest.approx(cited.value)
    assert year.position == cited.position
    with pytest.raises(NotPossibleNow, match="has not come to that position"):
        refresh_measures(by=SYSTEM, known_at=seal_now() + 1)


def test_where_it_is_cited_must_be_said(cited):
    (year,) = queries.series(SYSTEM, "requests_refused", by="year")[:1]
    with pytest.raises(NotPossibleNow, match="where this figure is cited"):
        cite(year.key, because=" ", by=SYSTEM)
    with pytest.raises(NotFound):
        queries.cited_figure(SYSTEM, cited.pk + 1)


def test_citing_on_the_pages(client, loaded, night, seal_now):
    client.force_login(factories.user(Role.ANALYST))
    assert "No figure was cited yet" in client.get(reverse("cited-figures")).content.decode()
    night()
    (year,) = queries.series(SYSTEM, "requests_refused", by="year")[:1]
    named = {"set_id": year.key.set_id, "measure": "requests_refused", "by": "year", "period": "2024-01-01"}
    address = reverse("cite-figure", query=named)
    assert "as at 16 January 2025" in client.get(address).content.decode()
    assert client.post(address, {"because": ""}).status_code == 422
    answer = client.post(address, {"because": "paper 4 of the board"}, follow=True)
    seal_now()
    page = answer.content.decode()
    for words in (
        "It comes out the same",
        "paper 4 of the board",
        "journal position",
        "With what is known now",
    ):
        assert words in page
    assert "paper 4 of the board" in client.get(reverse("cited-figures")).content.decode()
    record_refusal(undecided_case())
    night()
    page = client.get(reverse("cited-figure", args=[CitedFigure.objects.get().pk])).content.decode()
    assert "late recording on 1 record" in page
    assert client.get(reverse("cite-figure", query={"measure": "x"})).status_code == 404
