"""From deciding how long to the result, as a records officer and a guardian see it."""

import pytest

import factories
from goldenthread.accounts.roles import Role
from goldenthread.casework.models import Case
from goldenthread.people.models import Person
from goldenthread.retention import erasing
from goldenthread.retention.models import Hold, Run
from signing_in import sign_in_afresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_role(client):
    """Opens pages as a new person of a role, who has just shown who they are."""

    def become(role):
        sign_in_afresh(client, factories.user(role))
        return client

    return become


@pytest.fixture
def decided(as_role):
    page = as_role(Role.RECORDS_OFFICER)
    page.post("/retention/policy/without-plan/", {"years": "31", "because": "The board, 4 March"})
    return page


def test_before_anyone_decided_nothing_goes_and_what_others_do_is_marked_unconfirmed(as_role):
    text = as_role(Role.RECORDS_OFFICER).get("/retention/").content.decode()
    assert "not decided: nothing goes" in text
    assert "Unconfirmed." in text


def test_a_policy_is_decided_with_who_decided_it(decided):
    text = decided.get("/retention/").content.decode()
    assert "31 years after birth" in text
    assert "The board, 4 March" in text
    assert decided.get("/retention/policy/with-plan/").status_code == 200
    assert decided.get("/retention/policy/other/").status_code == 404
    assert decided.post("/retention/policy/with-plan/", {"years": "3", "because": "x"}).status_code == 422


def test_a_run_is_prepared_by_one_and_agreed_to_by_another(decided, as_role, old, folders):
    answer = decided.post("/retention/runs/new/")
    address = answer["Location"]
    run = Run.objects.get()
    assert address == f"/retention/runs/{run.pk}/"
    text = decided.get(f"/retention/runs/{run.pk}/").content.decode()
    assert "You prepared this run." in text
    assert Case.objects.get().reference in text
    assert "Record</a>" not in text, "no child is named"
    guardian = as_role(Role.GUARDIAN)
    assert "Agree to this run" in guardian.get(f"/retention/runs/{run.pk}/").content.decode()
    agree(guardian, run)
    run.refresh_from_db()
    assert run.status == Run.Status.ERASING
    erasing.erase_run(run.pk, by=erasing.Scope.system("a test"))
    assert "erased" in guardian.get(f"/retention/runs/{run.pk}/").content.decode()
    assert Person.objects.get(pk=old.pk).surname == ""


def agree(page, run):
    assert page.get(f"/retention/runs/{run.pk}/approve/").status_code == 200
    assert page.post(f"/retention/runs/{run.pk}/approve/").status_code == 302


def test_a_run_is_refused_with_a_reason(decided, old):
    decided.post("/retention/runs/new/")
    run = Run.objects.get()
    assert decided.get(f"/retention/runs/{run.pk}/refuse/").status_code == 200
    decided.post(f"/retention/runs/{run.pk}/refuse/", {"because": "Wrong day"})
    assert "Wrong day" in decided.get(f"/retention/runs/{run.pk}/").content.decode()


def test_a_record_is_held_by_its_reference_and_let_go_again(decided, old):
    reference = Case.objects.get().reference
    assert decided.get("/retention/holds/new/").status_code == 200
    wrong = {"reference": "GT-99999", "ground": "appeal", "because": "SE1"}
    assert decided.post("/retention/holds/new/", wrong).status_code == 422
    decided.post("/retention/holds/new/", {**wrong, "reference": reference.lower()})
    placed = Hold.objects.get()
    assert reference in decided.get("/retention/").content.decode()
    assert decided.get(f"/retention/holds/{placed.pk}/lift/").status_code == 200
    decided.post(f"/retention/holds/{placed.pk}/lift/", {"because": "Decided"})
    assert "Nothing is held." in decided.get("/retention/").content.decode()


def test_a_sealed_record_is_in_a_run_without_being_told(decided, old):
    Person.objects.filter(pk=old.pk).update(is_sealed=True)
    decided.post("/retention/runs/new/")
    text = decided.get(f"/retention/runs/{Run.objects.get().pk}/").content.decode()
    assert "a record out of your reach" in text
    assert Case.objects.get().reference not in text


def test_those_who_do_not_look_after_records_have_no_such_page(as_role):
    for role in (Role.COORDINATOR, Role.ANALYST, Role.DIRECTOR):
        assert as_role(role).get("/retention/").status_code == 403
    assert as_role(Role.GUARDIAN).post("/retention/runs/new/").status_code == 403
