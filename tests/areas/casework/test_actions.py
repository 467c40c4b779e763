"""Recording, correcting, withdrawing, allocating: what is kept, what is refused, what is derived."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import transaction

import factories
from builders import a_case
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotFound, NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.casework import actions
from goldenthread.casework.history import history_of
from goldenthread.casework.models import Case, Entry, Standing
from goldenthread.people.matching import Claim
from goldenthread.people.models import Identifier, MatchQuestion, Person
from goldenthread.rules.lifecycle import Adviser, Details, Happening, Step

pytestmark = pytest.mark.django_db

TODAY = date(2025, 2, 3)
REQUESTED = a_case().requested_on("2025-01-20")


@pytest.fixture(autouse=True)
def _today(always_on):
    always_on(TODAY)


@pytest.fixture
def ros():
    return factories.user(Role.COORDINATOR, name="Ros Tilley", of=factories.team("West"))


@pytest.fixture
def by(ros):
    return Scope.of(ros)


def entries(case):
    return list(Entry.objects.filter(case=case).order_by("pk"))


def standing(case):
    return Standing.objects.get(case=case)


def test_a_request_opens_a_case_that_its_receiver_holds_and_starts_the_clock(by, ros):
    case = actions.receive_request(factories.person(), received_on=date(2025, 1, 31), by=by)
    assert (case.coordinator, case.team) == (ros, factories.team_of(ros))
    assert case.reference == f"GT-{case.pk:05d}"
    assert (standing(case).next_duty, standing(case).next_due_on) == (
        "decide_whether_to_assess",
        date(2025, 3, 14),
    )
    assert AuditEvent.objects.filter(act="received a request", subject_id=str(case.pk)).exists()


def test_a_manager_who_receives_a_request_leaves_it_to_the_team():
    manager = factories.scope(Role.TEAM_MANAGER, of=factories.team())
    case = actions.receive_request(factories.person(), received_on=TODAY, by=manager)
    assert (case.team_id, case.coordinator_id) == (manager.team_id, None)


def test_a_request_still_to_come_is_refused(by):
    with pytest.raises(NotPossibleNow, match="today or earlier"):
        actions.receive_request(factories.person(), received_on=date(2025, 2, 4), by=by)
    assert not Case.objects.exists()


def test_a_role_that_only_reads_opens_no_case():
    with pytest.raises(NotPermitted):
        actions.receive_request(
            factories.person(), received_on=TODAY, by=factories.scope(Role.ANALYST, of=None)
        )


def test_a_request_form_sent_twice_opens_one_case_for_one_person(by):
    mark = uuid4()
    claim = Claim("Fenwick", "Isla", date(2020, 1, 2), ())
    first = actions.receive_request_about(claim, received_on=TODAY, submission=mark, by=by)
    again = actions.receive_request_about(claim, received_on=TODAY, submission=mark, by=by)
    assert first == again
    assert (Case.objects.count(), Person.objects.count()) == (1, 1)


def test_a_request_for_someone_whose_numbers_agree_is_about_that_person(by):
    known = factories.person("Isla", "Fenwick", birth_date=date(2020, 1, 2))
    Identifier.objects.create(person=known, kind="UPN", value="A123456789012")
    claim = Claim("Fenwick-Hart", "Isla", date(2020, 1, 2), (("UPN", "A123456789012"),))
    assert actions.receive_request_about(claim, received_on=TODAY, by=by).person == known


def test_a_request_for_someone_who_only_looks_alike_asks_a_question_and_merges_nobody(by):
    known = factories.person("Isla", "Fenwick", birth_date=date(2020, 1, 2))
    claim = Claim("Fenwick", "Isla", date(2020, 1, 2), ())
    case = actions.receive_request_about(claim, received_on=TODAY, by=by)
    assert case.person != known
    assert [(one.newcomer, one.known) for one in MatchQuestion.objects.all()] == [(case.person, known)]


def test_what_happened_is_kept_with_who_when_and_why(by, ros):
    case = REQUESTED.in_the_journal(coordinator=ros)
    happening = Happening(Step.FAMILY_CONSULTED, date(2025, 1, 22))
    actions.record_happenings(case, [happening], because="By telephone.", by=by)
    kept = entries(case)[-1]
    assert (kept.kind, kept.happened_on, kept.because) == (
        "family_consulted",
        date(2025, 1, 22),
        "By telephone.",
    )
    assert (kept.by_id_number, kept.by_name, kept.recorded_at.date()) == (ros.pk, "Ros Tilley", TODAY)
    event = AuditEvent.objects.get(act="recorded what happened")
    assert event.details == {"steps": ["family_consulted"]}


def test_pieces_of_advice_of_one_form_are_recorded_at_one_moment(by, ros):
    case = (
        a_case().requested_on("2024-12-02").decided_to_assess_on("2025-01-02").in_the_journal(coordinator=ros)
    )
    sought = [
        Happening(Step.ADVICE_SOUGHT, TODAY, Details(adviser=adviser))
        for adviser in (Adviser.HEALTH, Adviser.PSYCHOLOGIST)
    ]
    recorded = actions.record_happenings(case, sought, by=by)
    assert len({entry.recorded_at for entry in recorded}) == 1
    assert history_of(entries(case)).happenings[-2:] == tuple(sought)


def test_what_broke_the_law_is_recorded_all_the_same(by, ros):
    case = REQUESTED.in_the_journal(coordinator=ros)
    actions.record_happenings(case, [Happening(Step.FINAL_PLAN_SENT, date(2025, 1, 2))], by=by)
    assert standing(case).stage == "plan"


def test_what_is_still_to_come_is_not_recorded(by, ros):
    case = REQUESTED.in_the_journal(coordinator=ros)
    with pytest.raises(NotPossibleNow, match="today or earlier"):
        actions.record_happenings(case, [Happening(Step.DRAFT_SENT, date(2025, 2, 4))], by=by)
    assert len(entries(case)) == 1


def test_a_form_sent_twice_is_recorded_once(by, ros):
    case = REQUESTED.in_the_journal(coordinator=ros)
    mark = uuid4()
    for _ in range(2):
        actions.record_happenings(case, [Happening(Step.FAMILY_CONSULTED, TODAY)], submission=mark, by=by)
    assert len(entries(case)) == 2


def test_a_case_out_of_reach_does_not_exist(by):
    case = REQUESTED.in_the_journal(coordinator=factories.user())
    with pytest.raises(NotFound):
        actions.record_happenings(case, [Happening(Step.DRAFT_SENT, TODAY)], by=by)


def test_an_analyst_reads_and_does_not_record():
    case = REQUESTED.in_the_journal()
    with pytest.raises(NotPermitted):
        actions.record_happenings(case, [Happening(Step.DRAFT_SENT, TODAY)], by=factories.scope(Role.ANALYST))


def test_a_correction_moves_every_date_that_rests_on_it(by, ros):
    case = REQUESTED.in_the_journal(coordinator=ros)
    (request,) = entries(case)
    actions.correct_entry(request, happened_on=date(2025, 1, 13), because="Stamped on the 13th.", by=by)
    assert standing(case).next_due_on == date(2025, 2, 24)
    old, new = entries(case)
    assert (new.corrects, new.kind, old.happened_on) == (old, old.kind, date(2025, 1, 20))


def test_what_was_recorded_with_it_is_corrected_with_it(by, ros):
    told = REQUESTED.decided_to_assess_on("2025-01-30")
    case = told.in_the_journal(coordinator=ros)
    _, decision, notice = entries(case)
    actions.correct_entry(decision, happened_on=date(2025, 1, 29), because="Wrong day.", also=[notice], by=by)
    days = [fact.day for fact in history_of(entries(case)).facts]
    assert days == [date(2025, 1, 20), date(2025, 1, 29), date(2025, 1, 29)]


def test_what_did_not_happen_is_withdrawn_and_stays_to_be_read(by, ros):
    case = REQUESTED.draft_sent_on("2025-01-30").in_the_journal(coordinator=ros)
    actions.withdraw_entry(entries(case)[-1], because="Another child.", by=by)
    assert standing(case).stage == "considering"
    assert len(entries(case)) == 3


def test_only_the_newest_version_can_be_corrected(by, ros):
    case = REQUESTED.corrected(1, on="2025-01-21").in_the_journal(coordinator=ros)
    with pytest.raises(NotPossibleNow, match="corrected this entry already"):
        actions.correct_entry(entries(case)[0], happened_on=TODAY, because="Again.", by=by)


def test_what_a_return_declared_is_not_corrected_but_recorded_here(by, ros):
    told = a_case().declared("2025-01-16", request={"received_on": "2024-12-02", "outcome": "A"})
    case = told.in_the_journal(coordinator=ros)
    with pytest.raises(NotPossibleNow, match="A return declared this"):
        actions.withdraw_entry(entries(case)[0], because="Wrong.", by=by)


def test_an_entry_of_another_case_is_not_corrected_along(by, ros):
    mine, other = (REQUESTED.in_the_journal(coordinator=ros) for _ in range(2))
    with pytest.raises(NotFound):
        actions.correct_entry(
            entries(mine)[0], happened_on=TODAY, because="Wrong.", also=entries(other), by=by
        )


def test_allocation_moves_work_to_the_coordinator_and_says_so_once():
    team = factories.team("West")
    manager, ros = factories.scope(Role.TEAM_MANAGER, of=team), factories.user(name="Ros Tilley", of=team)
    cases = [REQUESTED.in_the_journal(team=team) for _ in range(3)]
    actions.allocate([case.pk for case in cases], team=team, coordinator=ros, by=manager)
    assert {standing(case).coordinator for case in cases} == {ros}
    event = AuditEvent.objects.get(act="allocated records")
    assert event.details == {"coordinator": "Ros Tilley", "cases": [case.reference for case in cases]}


def test_a_manager_allocates_their_own_teams_records_only():
    mine, other = factories.team(), factories.team()
    manager = factories.scope(Role.TEAM_MANAGER, of=mine)
    case = REQUESTED.in_the_journal(team=other)
    with pytest.raises(NotFound):
        actions.allocate([case.pk], team=mine, coordinator=None, by=manager)


def test_a_record_goes_to_a_coordinator_of_its_team():
    team = factories.team("West")
    manager, stranger = factories.scope(Role.TEAM_MANAGER, of=team), factories.user(of=factories.team("East"))
    case = REQUESTED.in_the_journal(team=team)
    with pytest.raises(NotPossibleNow, match="is not in West"):
        actions.allocate([case.pk], team=team, coordinator=stranger, by=manager)


def test_opening_a_record_is_kept(by, ros):
    case = REQUESTED.in_the_journal(coordinator=ros)
    actions.note_opened(case, by=by)
    event = AuditEvent.objects.get(way="read", person_id=case.person_id)
    assert (event.actor_id, event.subject_id) == (ros.pk, str(case.pk))


def test_an_act_that_fails_leaves_nothing_behind(by, ros, monkeypatch):
    case = REQUESTED.in_the_journal(coordinator=ros)

    def break_down(case_ids):
        raise RuntimeError("power cut")

    monkeypatch.setattr(actions, "rebuild_standing", break_down)
    with pytest.raises(RuntimeError), transaction.atomic():
        actions.record_happenings(case, [Happening(Step.FAMILY_CONSULTED, TODAY)], by=by)
    assert len(entries(case)) == 1
    assert not AuditEvent.objects.exists()
