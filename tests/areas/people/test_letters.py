"""What the outbox may not send: after a death, to the dead, or with an address that is withheld."""

from datetime import date

import pytest

import factories
from goldenthread.audit.scope import Scope
from goldenthread.outbox.actions import queue
from goldenthread.outbox.models import Delivery, Status
from goldenthread.outbox.outgoing import Channel, Outgoing
from goldenthread.people.family import actions

pytestmark = pytest.mark.django_db
SYSTEM = Scope.system("a test")


def letter(person, body="Dear Ms Denholm", **rest):
    said = {"recipient": "dana@example.org", "recipient_name": "Dana Denholm"} | rest
    return queue(
        Outgoing(
            kind="letter",
            channel=Channel.EMAIL,
            subject="A letter",
            body=body.encode(),
            idempotency_key=f"letter {Delivery.objects.count()}",
            about_person_id=person.pk,
            **said,
        ),
        by=SYSTEM,
    )


def stands(message):
    delivery = Delivery.objects.get(message=message)
    return delivery.status, delivery.because


@pytest.fixture
def maya():
    return factories.person()


def test_a_letter_that_waits_is_stopped_by_the_childs_death_and_a_later_one_is_not_begun(maya):
    waiting = letter(maya)
    assert stands(waiting)[0] == Status.WAITING
    actions.record_death(person=maya, died_on=date(2025, 2, 1), by=SYSTEM)
    assert stands(waiting) == (Status.STOPPED, "A death is recorded: 1 February 2025.")
    assert stands(letter(maya))[0] == Status.STOPPED
    actions.withdraw_death(person=maya, because="It was another child", by=SYSTEM)
    assert stands(letter(maya))[0] == Status.WAITING
    assert stands(waiting)[0] == Status.STOPPED


def test_a_parents_death_stops_what_waits_about_each_of_their_children_and_every_letter_to_them(maya):
    dana = factories.relationship(maya).adult
    kit = factories.person("Kit")
    factories.relationship(kit, dana)
    waiting = [letter(maya), letter(kit)]
    actions.record_death(person=maya, adult=dana, died_on=date(2025, 2, 1), by=SYSTEM)
    assert {stands(one)[0] for one in waiting} == {Status.STOPPED}
    assert stands(letter(maya))[0] == Status.STOPPED
    assert stands(letter(maya, recipient_name="Sam Denholm"))[0] == Status.WAITING


@pytest.mark.parametrize("where", ["body", "recipient"])
@pytest.mark.parametrize(
    "written", ["9 Quay Yard", "9  quay yard", "ip999zz", "IP99 9ZZ", "dana@refuge.example"]
)
def test_no_letter_carries_a_withheld_address_however_it_is_spaced(maya, where, written):
    dana = factories.relationship(maya).adult
    factories.contact(dana, address="9 Quay Yard", postcode="IP99 9ZZ", email="dana@refuge.example")
    assert stands(letter(maya, **{where: f"To {written}."}))[0] == Status.WAITING
    factories.shielding(maya, dana)
    status, because = stands(letter(maya, **{where: f"To {written}."}))
    assert status == Status.STOPPED
    assert "withheld" in because


def test_an_address_is_withheld_on_the_record_of_every_child_of_that_parent(maya):
    dana = factories.relationship(maya).adult
    factories.contact(dana, postcode="IP99 9ZZ")
    kit = factories.person("Kit", postcode="IP99 9ZZ")
    factories.relationship(kit, dana)
    factories.shielding(maya, dana)
    assert stands(letter(kit, body="at IP99 9ZZ"))[0] == Status.STOPPED
