"""The demonstration has a family that signs in, a withheld address, a sealed record and a school."""

from datetime import date

import pytest
from django.urls import reverse

import factories
from builders import a_case
from goldenthread.accounts.models import User
from goldenthread.audit.scope import Scope
from goldenthread.casework.models import Case
from goldenthread.casework.permissions import within_reach
from goldenthread.demo.circle import HOLDER, PARENT, YOUNG_PERSON, add_circle
from goldenthread.demo.people import add_people
from goldenthread.people.models import Adult, Person, Shielding

pytestmark = pytest.mark.django_db
SYSTEM = Scope.system("a test")


def test_the_circle_is_made_once_and_each_of_it_meets_what_they_may(client, always_on):
    always_on(date(2025, 2, 3))
    add_people(SYSTEM)
    amira = User.objects.get(email=HOLDER)
    for year in (2015, 2015, 2015, 2007):
        child = factories.person(birth_date=date(year, 5, 3))
        a_case().requested_on("2025-01-20").in_the_journal(of=child, coordinator=amira)
    add_circle(SYSTEM)
    add_circle(SYSTEM)
    assert Adult.objects.count() == 3
    assert Shielding.objects.count() == 1
    assert Person.objects.filter(is_sealed=True).count() == 1
    assert Case.objects.filter(within_reach(Scope.of(amira))).count() == 3
    senco = User.objects.get(name="Tom Ashbocking")
    assert Case.objects.filter(within_reach(Scope.of(senco))).count() == 2
    for email in (PARENT, YOUNG_PERSON):
        client.force_login(User.objects.get(email=email))
        page = client.get(reverse("own-records"))
        assert page.status_code == 200
        assert b"Maya Denholm" in page.content
