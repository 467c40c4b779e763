"""The pages of plans and promises, as an improvement lead uses them and the forum reads them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

import factories
from goldenthread.accounts.roles import Role
from goldenthread.improvement.actions import plans, work
from goldenthread.improvement.actions.plans import PlanDetails, PromiseDetails
from goldenthread.improvement.actions.work import ActionDetails
from goldenthread.improvement.models import Action, Milestone, Plan, Promise, Risk
from goldenthread.improvement.plan_file import COLUMNS
from goldenthread.organisations.models import Organisation, OrganisationKind

pytestmark = pytest.mark.django_db

TODAY = date(2025, 2, 3)


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(TODAY)


@pytest.fixture
def lead():
    return factories.user(Role.IMPROVEMENT_LEAD)


@pytest.fixture
def at_work(client, lead):
    client.force_login(lead)
    return client


@pytest.fixture
def council():
    return Organisation.objects.create(name="A council", kind=OrganisationKind.COUNCIL)


@pytest.fixture
def promise(lead, council):
    by = lead.scope()
    plan = plans.add_plan(PlanDetails(Plan.Kind.PRIORITY_ACTION, "Action plan", date(2024, 3, 7)), by=by)
    theme = plans.add_theme(plan, title="Timely plans", by=by)
    return plans.make_promise(theme, PromiseDetails("1", "We know the day", "director", council), by=by)


@pytest.fixture
def action(promise, lead, council):
    details = ActionDetails("1.1", "Tell every family", "head of service", council)
    return work.add_action(promise, details, by=lead.scope())


@pytest.fixture
def milestone(action, lead):
    return work.add_milestone(action, title="Letters are out", promised_on=date(2025, 1, 6), by=lead.scope())


def text(answer):
    return " ".join(answer.content.decode().split())


def day(name, value):
    return {f"{name}-day": value.day, f"{name}-month": value.month, f"{name}-year": value.year}


def test_from_an_empty_list_to_a_milestone(at_work, council):
    assert "No plan is here yet" in text(at_work.get(reverse("plans")))
    begun = {"kind": "inclusion", "title": "Inclusion plan", **day("starts_on", date(2025, 1, 1))}
    page = text(at_work.post(reverse("add-plan"), begun, follow=True))
    assert "The plan has no themes yet" in page
    plan = Plan.objects.get()
    at_work.post(reverse("add-theme", args=[plan.pk]), {"title": "Timely plans"})
    promised = {
        "words": "We know the day",
        "code": "1",
        "accountable_role": "director",
        "accountable": council.pk,
    }
    at_work.post(reverse("make-promise", args=[plan.themes.get().pk]), promised)
    done = {"title": "Tell families", "code": "1.1", "accountable_role": "head", "accountable": council.pk}
    page = text(at_work.post(reverse("add-action", args=[Promise.objects.get().pk]), done, follow=True))
    assert "Head, A council" in page
    action = Action.objects.get()
    milestone = {"title": "Letters are out", **day("promised_on", date(2025, 5, 1))}
    page = text(at_work.post(reverse("add-milestone", args=[action.pk]), milestone, follow=True))
    assert "1 May 2025" in page
    assert "0 of 1 met." in text(at_work.get(reverse("plan", args=[plan.pk])))


def test_a_move_shows_both_days_and_why(at_work, milestone):
    moved = {"because": "two people left", **day("due_on", date(2025, 3, 6))}
    page = text(at_work.post(reverse("replan-milestone", args=[milestone.pk]), moved, follow=True))
    for words in ("6 January 2025", "6 March 2025", "Moved once, 59 days later", "two people left"):
        assert words in page
    assert "1 moved since first promised" in text(at_work.get(reverse("plan", args=[Plan.objects.get().pk])))


def test_a_milestone_is_met_and_taken_back(at_work, milestone):
    met = {"because": "all were sent", **day("met_on", date(2025, 1, 20))}
    page = text(at_work.post(reverse("meet-milestone", args=[milestone.pk]), met, follow=True))
    assert "14 days late" in page
    page = text(
        at_work.post(reverse("unmeet-milestone", args=[milestone.pk]), {"because": "half"}, follow=True)
    )
    assert "Not yet" in page


def test_what_is_overdue_says_so(at_work, milestone):
    page = text(at_work.get(reverse("promise", args=[milestone.action.promise_id])))
    assert "1 overdue." in page
    assert "Overdue" in text(at_work.get(reverse("action", args=[milestone.action_id])))


def test_a_promise_is_changed_closed_and_opened_again(at_work, promise, council):
    changed = {
        "words": "Our plan comes",
        "code": "1",
        "accountable_role": "director",
        "accountable": council.pk,
    }
    answer = at_work.post(reverse("reword-promise", args=[promise.pk]), changed)
    assert "Enter why it changes" in text(answer)
    at_work.post(reverse("reword-promise", args=[promise.pk]), {**changed, "because": "families asked"})
    closed = {"because": "nine of ten say so", **day("closed_on", TODAY)}
    page = text(at_work.post(reverse("close-promise", args=[promise.pk]), closed, follow=True))
    assert "nine of ten say so" in page
    at_work.post(reverse("reopen-promise", args=[promise.pk]), {"because": "it slipped"})
    row = Promise.objects.get()
    assert (row.words, row.closed_on) == ("Our plan comes", None)


def test_risks_are_named_and_closed(at_work, promise, council):
    risk = {"words": "No psychologists", "likelihood": "4", "impact": "5", "response": "hire"}
    risk |= {"owner_role": "head", "owner": council.pk}
    page = text(at_work.post(reverse("add-risk", args=[promise.pk]), risk, follow=True))
    assert "No psychologists" in page
    at_work.post(reverse("close-risk", args=[Risk.objects.get().pk]), {"because": "hired"})
    assert "No psychologists" not in text(at_work.get(reverse("promise", args=[promise.pk])))


def test_an_action_names_what_comes_first_moves_on_and_can_be_stopped(at_work, action, lead, council):
    by = lead.scope()
    first = work.add_action(action.promise, ActionDetails("1.0", "Hire", "head", council), by=by)
    page = text(at_work.post(reverse("action-needs", args=[action.pk]), {"needs": [first.pk]}, follow=True))
    assert "Comes after" in page
    after = plans.add_plan(PlanDetails(Plan.Kind.INCLUSION, "Inclusion plan", date(2026, 1, 1)), by=by)
    theme = plans.add_theme(after, title="Plans", by=by)
    new = plans.make_promise(theme, PromiseDetails("A", "It comes", "director", council), by=by)
    moved = {"promise": new.pk, "code": "A.1", "because": "the plan ended"}
    page = text(at_work.post(reverse("move-action", args=[action.pk]), moved, follow=True))
    assert "1.1 of Action plan" in page
    page = text(at_work.post(reverse("stop-action", args=[first.pk]), {"because": "no money"}, follow=True))
    assert "no money" in page


def test_a_spreadsheet_is_answered_row_by_row(at_work, promise):
    plan = Plan.objects.get()
    line = ["Timely plans", "2", "Another promise", "director", "A council", *[""] * 11]
    good = ",".join(COLUMNS) + "\n" + ",".join(line) + "\n"
    bad = good + ",".join(["", *line[1:]]) + "\n"
    address = reverse("bring-plan-file", args=[plan.pk])
    answer = at_work.post(address, {"file": SimpleUploadedFile("plan.csv", bad.encode())})
    assert answer.status_code == 422
    assert "Row 3" in text(answer)
    assert Promise.objects.count() == 1
    answer = at_work.post(address, {"file": SimpleUploadedFile("plan.csv", good.encode())})
    assert "Added: promise." in text(answer)
    assert Promise.objects.count() == 2


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_plan_is_downloaded_as_a_file_of_its_own(at_work, promise, form):
    answer = at_work.get(reverse("plan-file", args=[Plan.objects.get().pk, form]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer.content
    assert at_work.get(reverse("plan-file", args=[Plan.objects.get().pk, "exe"])).status_code == 404


def test_a_wrong_answer_brings_back_what_was_typed(at_work):
    typed = {"kind": "strategy", "title": "A strategy", **day("starts_on", date(2025, 1, 2))}
    answer = at_work.post(reverse("add-plan"), {**typed, **day("ends_on", date(2024, 1, 1))})
    assert answer.status_code == 422
    assert "must be after the day it starts" in text(answer)
    assert "A strategy" in text(answer)


def test_the_forum_reads_everything_and_is_offered_no_forms(client, milestone):
    client.force_login(factories.user(Role.FORUM_MEMBER))
    action = milestone.action
    for name, pk in [
        ("plan", action.promise.theme.plan_id),
        ("promise", action.promise_id),
        ("action", action.pk),
        ("milestone", milestone.pk),
    ]:
        page = text(client.get(reverse(name, args=[pk])))
        assert "<form" not in page.split("<main")[1].split("</main")[0]
        for offered in ("add-milestone", "stop-action"):
            assert reverse(offered, args=[action.pk]) not in page


@pytest.mark.parametrize("name", ["plan", "promise", "action", "milestone", "close-risk", "make-promise"])
def test_what_is_not_there_is_not_found(at_work, name):
    assert at_work.get(reverse(name, args=[404])).status_code == 404


def test_a_large_plan_costs_no_more_questions_than_a_small_one(
    at_work, promise, lead, council, django_assert_max_num_queries
):
    by = lead.scope()
    for number in range(30):
        made = PromiseDetails(f"P{number}", "A promise", "director", council)
        row = plans.make_promise(promise.theme, made, by=by)
        done = work.add_action(row, ActionDetails(f"{number}", "An action", "head", council), by=by)
        work.add_milestone(done, title="A milestone", promised_on=TODAY, by=by)
    with django_assert_max_num_queries(18):
        at_work.get(reverse("plan", args=[promise.theme.plan_id]))
    assert Milestone.objects.count() == 30
    with django_assert_max_num_queries(18):
        at_work.get(reverse("promise", args=[promise.pk]))
    with django_assert_max_num_queries(10):
        at_work.get(reverse("plans"))
