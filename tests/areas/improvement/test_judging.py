"""Judgements are kept when they change, by the system alone, and what needs most comes first."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.scope import Reach, Scope
from goldenthread.improvement.actions import judging, plans, work
from goldenthread.improvement.actions.judging import MeasureDetails
from goldenthread.improvement.actions.plans import PlanDetails, PromiseDetails
from goldenthread.improvement.actions.work import ActionDetails
from goldenthread.improvement.judging.values import State, Test
from goldenthread.improvement.models import Judgement, Plan
from goldenthread.improvement.queries import judged
from goldenthread.organisations.models import Organisation, OrganisationKind

pytestmark = pytest.mark.django_db

BACKLOG = MeasureDetails("backlog", 40, date(2023, 12, 31), "The board's paper", 0, date(2025, 12, 31))


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(date(2025, 2, 3))


@pytest.fixture
def by() -> Scope:
    return factories.scope(Role.IMPROVEMENT_LEAD)


@pytest.fixture
def promises(by):
    council = Organisation.objects.create(name="A council", kind=OrganisationKind.COUNCIL)
    plan = plans.add_plan(PlanDetails(Plan.Kind.PRIORITY_ACTION, "Action plan", date(2024, 3, 7)), by=by)
    theme = plans.add_theme(plan, title="Timely plans", by=by)
    made = [
        plans.make_promise(theme, PromiseDetails(code, "We know the day", "director", council), by=by)
        for code in ("1", "2")
    ]
    action = work.add_action(made[0], ActionDetails("1.1", "Tell families", "head", council), by=by)
    work.add_milestone(action, title="Letters are out", promised_on=date(2025, 1, 6), by=by)
    return made


def test_a_judgement_is_kept_only_when_it_says_something_new(by, promises):
    assert judging.judge(by=by)
    assert judging.judge(by=by) == []
    milestone = promises[0].actions.get().milestones.get()
    work.meet_milestone(milestone, met_on=date(2025, 1, 8), because="sent", by=by)
    (changed,) = judging.judge(by=by)
    assert (changed.promise, changed.test, changed.state) == (promises[0], "done", "no-evidence")


def test_nobody_changes_a_judgement(by, promises):
    judging.judge(by=by)
    with pytest.raises(DatabaseError), transaction.atomic():
        Judgement.objects.update(state="yes")


def test_before_anybody_judged_nothing_is_known(by, promises):
    five = judged.five_tests(by, [promises[0].pk])[promises[0].pk]
    assert [one.test for one in five.verdicts] == list(Test)
    assert {one.state for one in five.verdicts} == {State.NOT_KNOWN}


def test_only_those_who_keep_plans_have_them_judged(promises):
    with pytest.raises(NotPermitted):
        judging.judge(by=factories.scope(Role.FORUM_MEMBER))


def test_who_may_not_see_plans_sees_no_test_of_them(promises):
    for ask in (lambda scope: judged.five_tests(scope, [1]), judged.in_order_of_need):
        with pytest.raises(NotPermitted):
            ask(factories.stranger(Reach.AREA))


def test_what_moved_is_told_with_both_states(by, promises, always_on):
    judging.judge(by=by)
    always_on(date(2025, 2, 4))
    before = clock.now()
    milestone = promises[0].actions.get().milestones.get()
    work.meet_milestone(milestone, met_on=date(2025, 1, 8), because="sent", by=by)
    judging.judge(by=by)
    (moved,) = judged.movements(by, before)
    assert (moved.promise, moved.test) == (promises[0], Test.DONE)
    assert (moved.before, moved.after) == (State.NO, State.NO_EVIDENCE)
    assert "nobody outside the team has checked" in moved.because


def test_every_promise_costs_no_question_of_its_own(by, promises, django_assert_num_queries):
    judging.judge(by=by)
    with django_assert_num_queries(1):
        judged.five_tests(by, [one.pk for one in promises])
    with django_assert_num_queries(2):
        judged.in_order_of_need(by)


def test_a_measure_judges_from_its_baseline_to_its_target_once(by, promises):
    row = judging.attach_measure(promises[0], BACKLOG, by=by)
    with pytest.raises(NotPossibleNow, match="already"):
        judging.attach_measure(promises[0], BACKLOG, by=by)
    judging.take_off_measure(row, because="the count says more", by=by)
    judging.attach_measure(promises[0], BACKLOG, by=by)
    assert promises[0].measures.count() == 2


@pytest.mark.parametrize(
    ("measure", "target", "says"),
    [
        ("backlog", 60, "worse than the baseline"),
        ("new_plans", 60, "Neither direction"),
        ("without_placement", 0, "one day only"),
    ],
)
def test_what_cannot_show_that_a_promise_is_kept_is_refused(by, promises, measure, target, says):
    details = MeasureDetails(measure, 40, date(2023, 12, 31), "A paper", target, date(2025, 12, 31))
    with pytest.raises(NotPossibleNow, match=says):
        judging.attach_measure(promises[0], details, by=by)
