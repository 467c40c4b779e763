"""Six years of a large plan: no page of promises asks more of the database for it."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit import journal
from goldenthread.audit.scope import Scope
from goldenthread.improvement import judging_promises
from goldenthread.improvement.judging.values import Test
from goldenthread.improvement.models import Action, Judgement, Milestone, Promise, PromiseMeasure, Theme

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SINCE = date(2019, 2, 3)


@pytest.fixture
def large(measured_set):
    """80 promises in one plan, 400 actions, 3,000 items of evidence; judged every quarter of six years."""
    first = factories.many_items(promises=80, items=3_000)
    theme = Theme.objects.create(plan=first.theme.plan, title="Everything")
    Promise.objects.update(theme=theme)
    promises = list(Promise.objects.order_by("pk"))
    actions = Action.objects.bulk_create(
        Action(
            promise=promises[number % 80], code=f"A{number}", title="Something is done",
            accountable_role="head", accountable=first.accountable,
        )
        for number in range(400)
    )  # fmt: skip
    Milestone.objects.bulk_create(
        Milestone(action=one, title="It is there", first_promised_on=SINCE) for one in actions
    )
    PromiseMeasure.objects.bulk_create(
        PromiseMeasure(
            promise=one, measure="backlog", baseline=40, baseline_on=SINCE, baseline_source="A paper",
            target=0, target_on=date(2026, 1, 1), added_at=timezone.now(), added_by_name="A test",
        )
        for one in promises
    )  # fmt: skip
    with transaction.atomic():
        journal.append_many(
            [
                Judgement(
                    promise=one, test=test.value, state="no", says=f"So it was in quarter {quarter}.",
                    judged_at=timezone.now() - timedelta(days=91 * (24 - quarter)), judged_because="night",
                )
                for quarter, one, test in product(range(24), promises, Test)
            ]
        )  # fmt: skip
    return first


def test_pages_of_a_large_plan_ask_few_questions(client, large, django_assert_max_num_queries):
    client.force_login(factories.user(Role.IMPROVEMENT_LEAD))
    pages = [
        reverse("promises"),
        reverse("plans"),
        reverse("plan", args=[large.theme.plan_id]),
        reverse("promise", args=[large.pk]),
        reverse("judgements", args=[large.pk]),
        reverse("attach-measure", args=[large.pk]),
        reverse("attach-voice", args=[large.pk]),
    ]
    for page in pages:
        with django_assert_max_num_queries(20):
            assert client.get(page).status_code == 200


@pytest.mark.nightly
def test_judging_a_large_plan_asks_no_more_for_a_promise(large, django_assert_max_num_queries):
    by = Scope.system("a test")
    with django_assert_max_num_queries(40):
        assert judging_promises.judge(by=by)
