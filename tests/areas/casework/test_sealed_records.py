"""Sealed records: who opens them, what an emergency costs, what a search may say, who judges."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import factories
from builders import a_case
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.outbox.models import Message
from goldenthread.people.actions import decide_match
from goldenthread.people.models import BrokenSeal, Identifier, MatchAnswer, MatchQuestion, Person
from goldenthread.people.models import Sealing as SealingRow
from goldenthread.people.sealing import actions
from signing_in import sign_in_afresh

pytestmark = pytest.mark.django_db
TODAY = date(2025, 2, 3)
UPN = "A935000000123"
EMERGENCY = "Police at the door ask where the child is"


@pytest.fixture(autouse=True)
def day(always_on):
    always_on(TODAY)


@pytest.fixture
def guardian():
    return factories.user(Role.GUARDIAN, name="Ruth Kersey")


@pytest.fixture
def ros():
    return factories.user(Role.COORDINATOR, name="Ros Tilley", of=factories.team("West"))


@pytest.fixture
def case(ros):
    made = a_case().requested_on("2025-01-20").in_the_journal(coordinator=ros)
    Identifier.objects.create(person=made.person, kind="UPN", value=UPN)
    return made


@pytest.fixture
def sealed(case, guardian):
    said = {"reason": "adoption", "opens_to": [], "because": "An order of the court"}
    actions.seal_record(case.person, **said, by=Scope.of(guardian))
    return case


def opens(client, user, case):
    client.force_login(user)
    return client.get(reverse("case", args=[case.reference])).status_code


def break_in(client, user, typed):
    sign_in_afresh(client, user)
    return client.post(reverse("open-sealed"), {"typed": typed, "because": EMERGENCY})


def test_a_guardian_seals_a_record_and_names_who_may_open_it(client, case, ros, guardian):
    sign_in_afresh(client, guardian)
    assert client.get(reverse("seal-record")).status_code == 200
    said = {
        "reference": case.reference,
        "reason": "adoption",
        "because": "Order",
        "opens_to": "no@example.org",
    }
    answer = client.post(reverse("seal-record"), said)
    assert answer.status_code == 422
    assert "Nobody signs in with no@example.org" in answer.content.decode()
    assert client.post(reverse("seal-record"), {**said, "reference": "GT-99999"}).status_code == 422
    page = client.post(reverse("seal-record"), {**said, "opens_to": ros.email}, follow=True).content.decode()
    assert case.reference in page
    assert "Ros Tilley" in page
    assert opens(client, ros, case) == 200
    assert opens(client, guardian, case) == 404


def test_only_a_guardian_seals(case, ros):
    with pytest.raises(NotPermitted):
        actions.seal_record(case.person, reason="adoption", opens_to=[], because="", by=Scope.of(ros))


def test_the_reasons_are_those_of_the_settings(case, guardian):
    with pytest.raises(NotPossibleNow, match="one of the reasons"):
        actions.seal_record(case.person, reason="whim", opens_to=[], because="", by=Scope.of(guardian))


def test_unsealing_opens_the_record_again_and_both_acts_stay(client, sealed, ros, guardian):
    assert opens(client, ros, sealed) == 404
    sign_in_afresh(client, guardian)
    address = reverse("unseal-record", args=[sealed.person_id])
    assert client.get(address).status_code == 200
    assert client.post(address, {"because": "The order ended"}).status_code == 302
    assert opens(client, ros, sealed) == 200
    assert [row.is_sealed for row in SealingRow.objects.order_by("pk")] == [True, False]
    sign_in_afresh(client, guardian)
    assert client.get(address).status_code == 404


def test_an_old_identity_is_as_sealed_as_the_new_one(case, guardian):
    old = a_case().in_the_journal(of=factories.person("Kit", "Former"))
    question = MatchQuestion.objects.create(
        newcomer=old.person, known=case.person, why="a number", asked_at=clock.now()
    )
    decide_match(question, answer=MatchAnswer.SAME, because="", by=Scope.of(guardian))
    actions.seal_record(case.person, reason="adoption", opens_to=[], because="", by=Scope.of(guardian))
    assert Person.objects.filter(is_sealed=True).count() == 2


@pytest.mark.parametrize("by", ["reference", "number"])
def test_in_an_emergency_the_record_opens_for_some_hours_and_the_guardian_is_told_at_once(
    client, sealed, ros, guardian, by, clock_told_by
):
    typed = sealed.reference if by == "reference" else UPN
    sign_in_afresh(client, ros)
    assert client.get(reverse("open-sealed")).status_code == 200
    answer = break_in(client, ros, typed)
    assert answer.url == reverse("case", args=[sealed.reference])
    page = client.get(answer.url)
    assert page.status_code == 200
    assert "The guardian of information was told" in page.content.decode()
    assert Message.objects.get().recipient == guardian.email
    assert "Maya" not in bytes(Message.objects.get().body).decode()
    event = AuditEvent.objects.get(act="opened a sealed record")
    assert (event.person_id, event.because) == (sealed.person_id, EMERGENCY)
    later = clock.now() + timedelta(hours=5)
    clock_told_by(lambda: later)
    assert opens(client, ros, sealed) == 404


def test_an_emergency_opens_a_record_outside_the_caseload_to_be_read_and_not_written(client, sealed):
    other = factories.user(Role.COORDINATOR, of=factories.team())
    assert break_in(client, other, sealed.reference).status_code == 302
    assert opens(client, other, sealed) == 200
    assert client.get(reverse("record", args=[sealed.reference])).status_code == 200
    step = reverse("record-step", args=[sealed.reference, "tell-the-family"])
    sent = {"happened_on-day": "3", "happened_on-month": "2", "happened_on-year": "2025"}
    assert client.post(step, sent).status_code == 403
    assert sealed.reference not in client.get(reverse("worklist")).content.decode()


def test_a_try_that_finds_nothing_is_kept_and_told_too(client, case, ros, guardian):
    answer = break_in(client, ros, case.reference)  # a record that is not sealed
    assert answer.status_code == 422
    assert "Nothing sealed answers to this" in answer.content.decode()
    assert EMERGENCY in answer.content.decode()
    assert BrokenSeal.objects.get().person is None
    assert Message.objects.get().recipient == guardian.email


def test_nobody_opens_the_record_of_their_own_family_even_in_an_emergency(client, sealed, ros, guardian):
    sign_in_afresh(client, guardian)
    assert client.get(reverse("own-family")).status_code == 200
    said = {"email": ros.email, "reference": sealed.reference, "because": "She said so"}
    assert client.post(reverse("own-family"), {**said, "email": "no@example.org"}).status_code == 422
    assert client.post(reverse("own-family"), said).status_code == 302
    assert break_in(client, ros, sealed.reference).status_code == 422
    assert opens(client, ros, sealed) == 404


def test_the_guardian_judges_and_an_improper_opening_ends_at_once(client, sealed, ros, guardian):
    break_in(client, ros, sealed.reference)
    sign_in_afresh(client, guardian)
    broken = BrokenSeal.objects.get()
    page = client.get(reverse("guardian")).content.decode()
    assert EMERGENCY in page
    address = reverse("judge-opening", args=[broken.pk])
    assert "Ros Tilley" in client.get(address).content.decode()
    assert client.post(address, {}).status_code == 422
    assert client.post(address, {"answer": "no", "because": "Curiosity"}).status_code == 302
    assert "Not proper: Curiosity" in client.get(reverse("guardian")).content.decode()
    assert client.post(address, {"answer": "yes", "because": "Again"}).status_code == 409
    assert opens(client, ros, sealed) == 404


def test_nobody_judges_their_own_opening(sealed):
    both = factories.user(Role.GUARDIAN)
    factories.appointment(both, Role.COORDINATOR)
    scope = Scope.of(both)
    broken = actions.break_seal(sealed.person, typed=sealed.reference, because=EMERGENCY, by=scope)
    with pytest.raises(NotPossibleNow, match="Another guardian"):
        actions.judge_opening(broken, was_proper=True, because="Fine", by=scope)


class TestWhatASearchSays:
    """A page for a sealed record is, letter for letter, the page for one that is not there."""

    def asked(self, client, words, user):
        client.force_login(user)
        page = client.get(reverse("find-a-case"), {"words": words}).content.decode()
        return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page).replace(words, "WORDS")

    @pytest.mark.parametrize("words", ["Maya Denholm", UPN, "reference"])
    @pytest.mark.parametrize("role", [Role.COORDINATOR, Role.TEAM_MANAGER, Role.ANALYST, Role.GUARDIAN])
    def test_is_the_same_for_every_search_that_finds_nothing(self, client, sealed, ros, words, role):
        user = ros if role is Role.COORDINATOR else factories.user(role, of=factories.team_of(ros))
        there = self.asked(client, sealed.reference if words == "reference" else words, user)
        absent = self.asked(client, "GT-99999" if words == "reference" else "Nobody Atall", user)
        assert there == absent
        assert "call the guardian of information" in there

    def test_is_the_same_at_the_address_of_the_record(self, client, sealed, ros):
        client.force_login(ros)

        def page(reference):
            answer = client.get(reverse("case", args=[reference]))
            text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode())
            return answer.status_code, text.replace(reference, "REFERENCE")

        assert page(sealed.reference) == page("GT-99999")

    def test_costs_the_same_number_of_queries(self, client, sealed, ros):
        client.force_login(ros)
        counts = []
        for words in (sealed.reference, "GT-99999"):
            with CaptureQueriesContext(connection) as asked:
                client.get(reverse("find-a-case"), {"words": words})
            counts.append(len(asked))
        assert counts[0] == counts[1]

    def test_counts_on_the_worklist_and_the_team_page_leave_it_out(self, client, sealed, ros):
        manager = factories.user(Role.TEAM_MANAGER, of=factories.team_of(ros))
        for user, name in ((ros, "worklist"), (manager, "worklist"), (manager, "team")):
            client.force_login(user)
            page = client.get(reverse(name)).content.decode()
            assert sealed.reference not in page
            assert "1 open record" not in page
