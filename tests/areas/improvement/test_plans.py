"""Plans, promises, actions and milestones as they are kept."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.improvement.actions import plan_files, plans, work
from goldenthread.improvement.actions.plans import PlanDetails, PromiseDetails
from goldenthread.improvement.actions.work import ActionDetails, RiskDetails
from goldenthread.improvement.models import Action, Milestone, MilestoneEntry, Plan, Promise
from goldenthread.improvement.plan_file import as_csv, as_excel, read
from goldenthread.improvement.presenters.plan_rows import rows_of
from goldenthread.improvement.queries import plans as queries
from goldenthread.organisations.models import Organisation, OrganisationKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return factories.scope(Role.IMPROVEMENT_LEAD)


@pytest.fixture
def council():
    return Organisation.objects.create(name="A council", kind=OrganisationKind.COUNCIL)


@pytest.fixture
def plan(lead):
    details = PlanDetails(Plan.Kind.PRIORITY_ACTION, "Priority action plan", date(2024, 3, 7))
    return plans.add_plan(details, by=lead)


@pytest.fixture
def promise(plan, lead, council):
    theme = plans.add_theme(plan, title="Timely plans", by=lead)
    details = PromiseDetails("1", "We know when our plan comes", "director", council)
    return plans.make_promise(theme, details, by=lead)


def action(promise, lead, code="1.1", **rest):
    details = ActionDetails(code, "Tell every family", "head of service", promise.accountable, **rest)
    return work.add_action(promise, details, by=lead)


def milestone(promise, lead, day=date(2025, 1, 31)):
    return work.add_milestone(action(promise, lead), title="Letters are out", promised_on=day, by=lead)


def test_codes_stand_once_in_a_plan(plan, promise, lead, council):
    other = plans.add_theme(plan, title="Another theme", by=lead)
    with pytest.raises(NotPossibleNow, match="another promise"):
        plans.make_promise(other, PromiseDetails("1", "Something", "director", council), by=lead)
    action(promise, lead)
    with pytest.raises(NotPossibleNow, match="another action"):
        action(promise, lead)


def test_rewording_keeps_the_words_before(promise, lead, council):
    details = PromiseDetails("1", "Our plan comes on its day", "chief executive", council)
    plans.reword_promise(promise, details, because="families asked", by=lead)
    kept = AuditEvent.objects.get(act="reworded a promise")
    assert kept.details["before"]["words"] == "We know when our plan comes"
    assert kept.because == "families asked"


def test_a_closed_promise_keeps_its_words_until_it_is_opened_again(promise, lead, council):
    plans.close_promise(promise, closed_on=date(2025, 1, 1), because="it is kept", by=lead)
    with pytest.raises(NotPossibleNow, match="keeps its words"):
        plans.reword_promise(
            promise, PromiseDetails("1", "Other", "director", council), because="no", by=lead
        )
    with pytest.raises(NotPossibleNow, match="closed already"):
        plans.close_promise(promise, closed_on=date(2025, 1, 2), because="again", by=lead)
    plans.reopen_promise(promise, because="it slipped", by=lead)
    assert Promise.objects.get().closed_on is None
    assert AuditEvent.objects.get(act="opened a promise again").details == {"was_closed_on": "2025-01-01"}


def test_a_milestone_is_met_once_and_can_be_taken_back(promise, lead):
    row = milestone(promise, lead)
    work.meet_milestone(row, met_on=date(2025, 1, 20), because="all were sent", by=lead)
    with pytest.raises(NotPossibleNow, match="was met"):
        work.meet_milestone(row, met_on=date(2025, 1, 21), because="again", by=lead)
    with pytest.raises(NotPossibleNow, match="was met"):
        work.replan_milestone(row, due_on=date(2025, 3, 1), because="later", by=lead)
    work.unmeet_milestone(row, because="half were sent", by=lead)
    with pytest.raises(NotPossibleNow, match="not met"):
        work.unmeet_milestone(row, because="again", by=lead)
    assert queries.milestone(lead, row.pk).standing.met_on is None


def test_what_was_said_of_a_milestone_cannot_be_changed(promise, lead):
    entry = work.replan_milestone(milestone(promise, lead), due_on=date(2025, 3, 1), because="ill", by=lead)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        MilestoneEntry.objects.filter(pk=entry.pk).update(because="well")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_sealform WHERE table_name = 'improvement_milestoneentry'")
        assert cursor.fetchone() == (1,)


def test_an_action_moves_to_the_next_plan_with_what_is_not_met(promise, plan, lead, council):
    row = action(promise, lead, cost=1000, funder="the council")
    met = work.add_milestone(row, title="Done thing", promised_on=date(2024, 9, 1), by=lead)
    work.meet_milestone(met, met_on=date(2024, 9, 1), because="seen", by=lead)
    late = work.add_milestone(row, title="Late thing", promised_on=date(2024, 10, 1), by=lead)
    work.replan_milestone(late, due_on=date(2025, 2, 1), because="staff", by=lead)
    details = PlanDetails(Plan.Kind.INCLUSION, "Inclusion plan", date(2026, 1, 29), follows=plan)
    after = plans.add_plan(details, by=lead)
    theme = plans.add_theme(after, title="Timely plans", by=lead)
    new = plans.make_promise(theme, PromiseDetails("A", "Plans come", "director", council), by=lead)
    moved = work.move_action(row, new, code="A.1", because="the plan ended", by=lead)
    assert (moved.follows, moved.cost_in_pounds) == (row, 1000)
    standing = queries.action(lead, moved.pk).milestones[0].standing
    assert (standing.first_promised_on, standing.due_on) == (date(2024, 10, 1), date(2025, 2, 1))
    assert [one.title for one in Milestone.objects.filter(action=row)] == ["Done thing"]
    assert Action.objects.get(pk=row.pk).stopped_because.startswith("Went on as A.1")
    with pytest.raises(NotPossibleNow, match="ended here"):
        work.move_action(row, new, code="A.2", because="again", by=lead)


def test_an_action_stays_within_no_ring_of_dependencies(promise, lead):
    first, second, third = (action(promise, lead, code=code) for code in ("1", "2", "3"))
    work.say_what_comes_first(second, [first], by=lead)
    work.say_what_comes_first(third, [second], by=lead)
    with pytest.raises(NotPossibleNow, match="comes first"):
        work.say_what_comes_first(first, [third], by=lead)
    with pytest.raises(NotPossibleNow, match="comes first"):
        work.say_what_comes_first(first, [first], by=lead)


def test_a_stopped_action_takes_no_milestone(promise, lead):
    row = action(promise, lead)
    work.stop_action(row, because="no money", by=lead)
    with pytest.raises(NotPossibleNow, match="stopped"):
        work.add_milestone(row, title="More", promised_on=date(2025, 1, 1), by=lead)


def test_the_gravest_risk_comes_first_and_a_closed_one_is_not_shown(promise, lead, council):
    risks = [
        work.add_risk(promise, RiskDetails(words, likely, bad, "watch", "head", council), by=lead)
        for words, likely, bad in (("small", 1, 2), ("grave", 4, 5), ("over", 5, 5))
    ]
    work.close_risk(risks[2], because="hired", by=lead)
    assert [risk.words for risk in queries.promise_page(lead, promise.pk).risks] == ["grave", "small"]


@pytest.mark.parametrize(("write", "name"), [(as_csv, "plan.csv"), (as_excel, "plan.xlsx")])
def test_a_plan_comes_back_from_its_own_spreadsheet(write, name, promise, plan, lead):
    row = action(promise, lead, code="=1+1", cost=500)
    work.add_milestone(row, title="@home, “quoted”", promised_on=date(2025, 5, 1), by=lead)
    file = write(rows_of(queries.plan_page(lead, plan.pk)))
    rows, problems = read(name, file)
    assert problems == []
    answers = plan_files.bring_plan_file(plan, rows, by=lead)
    assert [answer.says for answer in answers] == ["All of it was there."]
    copy = plans.add_plan(PlanDetails(Plan.Kind.OTHER, "A copy", date(2025, 1, 1)), by=lead)
    plan_files.bring_plan_file(copy, rows, by=lead)
    assert list(rows_of(queries.plan_page(lead, copy.pk))) == list(rows_of(queries.plan_page(lead, plan.pk)))


def test_a_spreadsheet_that_contradicts_the_plan_changes_nothing(promise, plan, lead):
    rows, _ = read("plan.csv", as_csv(rows_of(queries.plan_page(lead, plan.pk))))
    good = {**rows[0].cells, "promise": "2", "promise_words": "Another promise"}
    bad = {**rows[0].cells, "promise_words": "Other words", "promise_body": "Nobody"}
    from_file = [type(rows[0])(2, good), type(rows[0])(3, bad)]
    with pytest.raises(plan_files.PlanFileRefused) as refused:
        plan_files.bring_plan_file(plan, from_file, by=lead)
    assert {(one.row, one.column) for one in refused.value.problems} == {
        (3, "promise_body"),
        (3, "promise_words"),
    }
    assert Promise.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"theme": ""}, "theme"),
        ({"milestone": "A thing"}, "due_on"),
        ({"due_on": "soon", "milestone": "A thing"}, "due_on"),
        ({"cost": "a lot"}, "cost"),
        ({"starts_on": "31/02/2025"}, "starts_on"),
        ({"action": "9", "action_title": "x"}, "accountable_role"),
        ({"promise_words": "x" * 3_000}, "promise_words"),
    ],
)
def test_each_wrong_cell_is_named_with_its_row(promise, plan, lead, change, column):
    cells = dict(zip(HEADING, next(iter(rows_of(queries.plan_page(lead, plan.pk)))), strict=True)) | change
    _, problems = read("plan.csv", as_csv([[cells[name] for name in HEADING]]))
    assert (2, column) in {(one.row, one.column) for one in problems}
    assert all(one.fix for one in problems)


HEADING = as_csv([]).decode("utf-8-sig").strip().split(",")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.xlsx", b"PK\x03\x04 not a zip"),
        ("plan.xlsx", b""),
        ("plan.csv", b"\xff\xfe\x00\x01"),
        ("plan.csv", b""),
        ("plan.csv", b"a,b\n1,2\n"),
        ("plan.csv", b"theme,\x00"),
    ],
)
def test_a_file_that_is_no_plan_is_refused_in_a_sentence(name, content):
    rows, problems = read(name, content)
    assert rows == []
    assert problems


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.CHAIR, Role.COORDINATOR])
def test_only_the_improvement_lead_writes(role, lead, promise):
    with pytest.raises(NotPermitted):
        milestone(promise, factories.scope(role))
