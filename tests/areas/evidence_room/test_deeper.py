"""Figures in the room are aggregate; the records behind them need a recorded and agreed lawful basis."""

from datetime import date

import pytest
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Case
from goldenthread.evidence_room import actions
from goldenthread.evidence_room.actions import Basis
from goldenthread.evidence_room.models import Deeper
from goldenthread.evidence_room.permissions import may_see_deeper
from goldenthread.figures.jobs import work_out_figures_nightly
from goldenthread.figures.measured import queries as measured

pytestmark = pytest.mark.django_db

TODAY = date(2025, 2, 3)
AFTER = date(2025, 4, 1)
FORBIDDEN, NOT_FOUND = 403, 404
BASIS = Basis("Section 20 of the Act, example", "The sample of the deep dive", "requests_refused", AFTER)


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(TODAY)


@pytest.fixture
def reader():
    return factories.user(Role.INSPECTOR, name="Ann")


@pytest.fixture
def lead():
    return factories.user(Role.IMPROVEMENT_LEAD)


@pytest.fixture
def guardian():
    return factories.user(Role.GUARDIAN, name="Ruth")


def text(answer):
    return " ".join(answer.content.decode().split())


def day(name, value):
    return {f"{name}-day": value.day, f"{name}-month": value.month, f"{name}-year": value.year}


def may(reader, measure="requests_refused"):
    return may_see_deeper(reader.scope(), measure, TODAY)


def test_a_basis_holds_once_a_guardian_agreed_for_its_measure_until_its_day(
    reader, lead, guardian, always_on
):
    row = actions.ask_for_deeper(reader, BASIS, by=lead.scope())
    assert not may(reader)
    actions.agree_to_deeper(row, by=guardian.scope())
    assert may(reader)
    assert not may(reader, "another_measure")
    assert not may(factories.user(Role.INSPECTOR))
    assert not may_see_deeper(reader.scope(), "requests_refused", AFTER)
    with pytest.raises(NotPossibleNow, match="decided already"):
        actions.agree_to_deeper(row, by=guardian.scope())


def test_either_side_ends_it_at_once(reader, lead, guardian):
    for who in (lead, guardian):
        row = actions.ask_for_deeper(reader, BASIS, by=lead.scope())
        actions.agree_to_deeper(row, by=guardian.scope())
        actions.end_deeper(row, because="Seen enough", by=who.scope())
        assert not may(reader)
        with pytest.raises(NotPossibleNow, match="over already"):
            actions.end_deeper(row, because="Again", by=who.scope())


def test_nobody_agrees_to_what_they_recorded_or_would_read(reader, guardian):
    both = factories.user(Role.IMPROVEMENT_LEAD)
    factories.appointment(both, Role.GUARDIAN)
    row = actions.ask_for_deeper(reader, BASIS, by=both.scope())
    with pytest.raises(NotPermitted, match="Somebody else"):
        actions.agree_to_deeper(row, by=both.scope())
    factories.appointment(reader, Role.GUARDIAN)
    with pytest.raises(NotPermitted, match="Somebody else"):
        actions.agree_to_deeper(row, by=reader.scope())


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.INSPECTOR, Role.ANALYST])
def test_nobody_else_records_agrees_or_ends(reader, lead, role):
    someone = factories.scope(role)
    row = actions.ask_for_deeper(reader, BASIS, by=lead.scope())
    for act in (
        lambda: actions.ask_for_deeper(reader, BASIS, by=someone),
        lambda: actions.agree_to_deeper(row, by=someone),
        lambda: actions.end_deeper(row, because="No", by=someone),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_a_basis_is_of_a_reader_and_says_what_it_is(lead, reader):
    with pytest.raises(NotPossibleNow, match="not open to them"):
        actions.ask_for_deeper(factories.user(Role.DIRECTOR), BASIS, by=lead.scope())
    empty = Basis(" ", "Why", "", AFTER)
    with pytest.raises(NotPossibleNow, match="Say the lawful basis"):
        actions.ask_for_deeper(reader, empty, by=lead.scope())
    past = Basis("A basis", "Why", "", TODAY)
    with pytest.raises(NotPossibleNow, match="after today"):
        actions.ask_for_deeper(reader, past, by=lead.scope())


def test_the_pages_record_agree_to_and_end_a_basis(client, reader, lead, guardian):
    client.force_login(lead)
    typed = {"reader": reader.pk, "measure": "", "basis": "Section 20, example", "because": "The sample"}
    wrong = client.post(reverse("ask-for-deeper"), typed)
    assert "Section 20, example" in text(wrong)
    page = text(
        client.post(reverse("ask-for-deeper"), typed | day("last_on", date(2025, 3, 31)), follow=True)
    )
    assert "Waits for a guardian" in page
    row = Deeper.objects.get()
    assert client.get(reverse("agree-to-deeper", args=[row.pk])).status_code == FORBIDDEN
    client.force_login(guardian)
    assert "Section 20, example" in text(client.get(reverse("agree-to-deeper", args=[row.pk])))
    page = text(client.post(reverse("agree-to-deeper", args=[row.pk]), follow=True))
    assert "Ruth, 3 February 2025" in page
    assert "Every measure" in page
    client.force_login(reader)
    assert "the records behind every figure" in text(client.get(reverse("evidence-room")))
    for page in ("room-deeper", "guard-deeper", "ask-for-deeper"):
        assert client.get(reverse(page)).status_code == FORBIDDEN
    client.force_login(guardian)
    page = text(client.post(reverse("refuse-deeper", args=[row.pk]), {"because": "Over"}, follow=True))
    assert "Ended on 3 February 2025" in page
    client.force_login(lead)
    again = client.post(reverse("end-deeper", args=[row.pk]), {"because": "Over"})
    assert again.status_code == 409
    assert "Ended on" in text(client.get(reverse("room-deeper")))


def test_figures_are_shown_without_records_or_groups(client, reader, measured_set):
    client.force_login(reader)
    front = text(client.get(reverse("room-figures")))
    assert "Requests" in front
    assert "No source yet" in front
    page = text(client.get(reverse("room-figure", args=["requests_refused"])))
    assert "By month" in page
    assert "Records behind it" not in page
    assert "aggregate" not in page
    assert client.get(reverse("room-figure", args=["no-such-measure"])).status_code == NOT_FOUND


@pytest.mark.slow
@pytest.mark.usefixtures("folders_of_its_own", "few_measures")
def test_the_records_behind_a_figure_open_under_a_basis_alone_and_reading_them_is_audited(
    client, reader, lead, guardian, loaded, seal_now
):
    seal_now()
    work_out_figures_nightly(0)
    system = Scope.system("a test")
    month = [one for one in measured.series(system, "requests_refused") if one.denominator][-1]
    where = reverse("room-records", args=["requests_refused"])
    asked = {"set": month.key.set_id, "period": month.key.period.isoformat()}
    client.force_login(reader)
    refused = client.get(where, asked)
    assert refused.status_code == FORBIDDEN
    assert "recorded lawful basis" in text(refused)
    row = actions.ask_for_deeper(reader, BASIS, by=lead.scope())
    actions.agree_to_deeper(row, by=guardian.scope())
    references = list(Case.objects.values_list("reference", flat=True))
    page = text(client.get(where, asked))
    listed = [one for one in references if one in page]
    assert len(listed) == round(month.denominator)
    read = AuditEvent.objects.get(act="listed the records behind a figure")
    assert len(read.details["people"]) == len(listed)
    names = [case.person.surname for case in Case.objects.filter(reference__in=listed)]
    assert not any(name in page for name in names)
    assert "Records behind it" in text(client.get(reverse("room-figure", args=["requests_refused"])))
    assert client.get(where, {"set": "x"}).status_code == NOT_FOUND
    sealed = Case.objects.get(reference=listed[0])
    factories.sealing(sealed.person)
    page = text(client.get(where, asked))
    assert listed[0] not in page
    assert "1 sealed record besides, not listed." in page
    actions.end_deeper(row, because="Seen enough", by=guardian.scope())
    assert client.get(where, asked).status_code == FORBIDDEN
