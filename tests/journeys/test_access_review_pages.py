"""The review of access in a real browser: readable wide and narrow, and axe clean."""

from datetime import date

import pytest
from django.utils import timezone

import factories
from goldenthread.accounts.models import Appointment
from goldenthread.accounts.roles import Role
from goldenthread.audit import clock
from goldenthread.audit.actions import record_reading
from goldenthread.audit.scope import Scope
from goldenthread.casework.access_review.jobs import open_reviews
from goldenthread.casework.access_review.models import AccessReview

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def review():
    """Overdue, with someone whose reading is unusual and whose appointment ends soon."""
    clock.told_by(clock.always_on(date(2025, 1, 10)))
    team = factories.team("Northern team")
    factories.user(Role.TEAM_MANAGER, name="Ama Wickhambrook", of=team)
    curious = factories.user(name="Ros Thurlow", of=team)
    factories.user(name="Tom Ashbocking", of=team)
    for number in range(6):
        case = factories.case(factories.person(f"Child {number}"))
        record_reading(case, by=Scope.of(curious), person_id=case.person_id)
    clock.told_by(clock.always_on(date(2025, 2, 1)))
    open_reviews()
    clock.told_by(clock.always_on(date(2025, 2, 20)))
    Appointment.objects.filter(user=curious).update(ends_on=date(2025, 2, 28))
    curious.last_login = timezone.now()
    curious.save(update_fields=["last_login"])
    yield AccessReview.objects.get(team=team)
    clock.told_by(None)


def test_reviews_of_access_read_well_wide_and_narrow(
    page, narrow_page, sign_in, axe, fits_its_width, picture, review
):
    director = factories.user(Role.DIRECTOR, name="Dee Lavenham")
    held = Appointment.objects.get(user__name="Ros Thurlow")
    addresses = {
        "access-reviews": "/access-reviews/",
        "access-review": f"/access-reviews/{review.pk}/",
        "decide-access": f"/access-reviews/{review.pk}/{held.pk}/",
    }
    for kind, one in {"wide": page, "narrow": narrow_page}.items():
        sign_in(one, director)
        for name, address in addresses.items():
            one.goto(address)
            axe(one)
            fits_its_width(one)
            picture(one, f"{name}-{kind}")
    page.get_by_label("No, end it").check()
    page.get_by_role("button", name="Record the decision").click()
    page.get_by_text("Enter why their access ends").first.wait_for()
    page.get_by_label("Why?").fill("Moved to another service")
    page.get_by_role("button", name="Record the decision").click()
    page.get_by_text("The access of Ros Thurlow is ended.").wait_for()
