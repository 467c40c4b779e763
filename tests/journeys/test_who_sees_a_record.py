"""The pages that say who is around a child, who opened the record, and what a family sees: for everyone."""

import pytest
from django.urls import reverse

import factories
from builders import a_case
from goldenthread.accounts.roles import Role

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def case():
    made = a_case().requested_on("2025-01-20").in_the_journal()
    dana = factories.relationship(made.person).adult
    factories.contact(dana, address="9 Quay Yard")
    factories.shielding(made.person, dana)
    factories.court_order(made.person, dana, "contact")
    factories.capacity(made.person, "APPEAL", able=True)
    factories.involvement(made.person, factories.setting("Alder Vale"))
    factories.broken_seal(made.person)
    return made


def look(page, names, axe, fits_its_width):
    for address in names:
        assert page.goto(address).status == 200, address
        axe(page)
        fits_its_width(page)


def test_a_guardian_can_use_every_page_on_a_phone(case, narrow_page, sign_in, axe, fits_its_width):
    sign_in(narrow_page, factories.user(Role.GUARDIAN))
    of_case = [reverse(name, args=[case.reference]) for name in ("family", "record-history")]
    look(narrow_page, [*of_case, reverse("guardian"), reverse("own-family")], axe, fits_its_width)


def test_a_parent_can_use_every_page_on_a_phone(case, narrow_page, sign_in, axe, fits_its_width):
    parent = factories.user(Role.PARENT)
    factories.relationship(case.person, factories.adult("Sam Denholm", user=parent))
    sign_in(narrow_page, parent)
    own = [reverse(name, args=[case.person_id]) for name in ("own-record", "own-history")]
    look(narrow_page, [reverse("own-records"), *own], axe, fits_its_width)


def test_the_family_page_on_a_desk(case, page, sign_in, axe, fits_its_width, picture):
    sign_in(page, factories.user(Role.GUARDIAN))
    look(page, [reverse("family", args=[case.reference])], axe, fits_its_width)
    picture(page, "family-and-who-decides")


def test_an_administrator_gives_access_on_a_phone(narrow_page, sign_in, axe, fits_its_width):
    sign_in(narrow_page, factories.user(Role.ADMINISTRATOR))
    look(narrow_page, [reverse("people-with-access"), reverse("invite")], axe, fits_its_width)
