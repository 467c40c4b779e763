"""Whoever looks after the service sees what needs them, and has a failed job tried again."""

import pytest
from django.db import connection
from playwright.sync_api import expect
from procrastinate.contrib.django.models import ProcrastinateJob

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.scope import Scope
from goldenthread.operations.actions import keep_failure

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def failed():
    """A job that has failed once."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, attempts) "
            "VALUES ('figures', 'figures.nightly', '{}', 'failed', 1) RETURNING id"
        )
        number = int(cursor.fetchone()[0])
    keep_failure(number, "figures.nightly", 0, OSError("disk"), by=Scope.system("a journey"))
    return number


def test_a_failed_job_is_seen_and_tried_again(page, narrow_page, sign_in, axe, fits_its_width, failed):
    operator = factories.user(Role.OPERATOR, name="Wes Yoxford")
    for each in (narrow_page, page):
        sign_in(each, operator)
        each.goto("/start/")
        expect(each.get_by_role("heading", name="The service", exact=True)).to_be_visible()
        axe(each)
        fits_its_width(each)
        each.get_by_role("link", name=f"figures.nightly, number {failed}").click()
        expect(each.get_by_role("heading", level=1)).to_contain_text("figures.nightly")
        axe(each)
        fits_its_width(each)
    page.get_by_role("button", name="Try it again").click()
    expect(page.get_by_text("It is tried again")).to_be_visible()
    assert ProcrastinateJob.objects.get(pk=failed).status == "todo"
