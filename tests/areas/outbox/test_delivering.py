"""A message leaves once, wherever its worker dies; doubt goes to a person and never into the post."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, connections, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

import factories
from areas.outbox.carriers import Killed
from goldenthread.audit import clock
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.outbox import actions, delivering, queries
from goldenthread.outbox.channels import NotHandedOver
from goldenthread.outbox.models import Delivery, DeliveryEvent, Message, Status

pytestmark = pytest.mark.django_db
SYSTEM = Scope.system("a test")


def deliver(message):
    return delivering.deliver(message.pk, by=SYSTEM)


def history(message):
    events = DeliveryEvent.objects.filter(message=message).order_by("pk")
    return [event.status for event in events]


def test_a_message_is_handed_over_with_the_carriers_reference_and_audited(carrier, letter):
    message = actions.queue(letter(), by=SYSTEM)
    assert deliver(message) is Status.HANDED_OVER
    delivery = Delivery.objects.get(pk=message.pk)
    assert delivery.reference == "reference 1"
    assert history(message) == ["waiting", "handing over", "handed over"]
    audit = AuditEvent.objects.filter(subject_kind="outbox.Message", person_id=7).order_by("pk")
    assert [event.act for event in audit] == ["queued a message", "handed a message over"]


def test_the_job_is_queued_in_the_same_transaction_and_with_a_lock_of_the_message(carrier, letter):
    message = actions.queue(letter(), by=SYSTEM)
    job = ProcrastinateJob.objects.get(task_name="outbox.deliver")
    assert job.args == {"message_id": message.pk}
    assert job.lock == f"outbox {message.pk}"


def test_queued_twice_under_one_key_it_is_one_message(carrier, letter):
    first, second = (actions.queue(letter(), by=SYSTEM) for _ in range(2))
    assert first == second
    deliver(first)
    deliver(second)
    assert len(carrier.taken) == 1
    assert ProcrastinateJob.objects.filter(task_name="outbox.deliver").count() == 1


def test_two_occasions_under_one_key_are_an_error_and_never_a_lost_letter(carrier, letter):
    actions.queue(letter(), by=SYSTEM)
    with pytest.raises(ValueError, match="another message"):
        actions.queue(letter(body=b"Something else"), by=SYSTEM)


@pytest.mark.parametrize("moment", ["dies_before", "dies_after"])
def test_a_worker_killed_around_the_hand_over_leaves_a_letter_that_arrives_once(carrier, letter, moment):
    message = actions.queue(letter(), by=SYSTEM)
    setattr(carrier, moment, True)
    with pytest.raises(Killed):
        deliver(message)
    assert Delivery.objects.get(pk=message.pk).status == Status.HANDING_OVER
    assert deliver(message) is Status.HANDED_OVER
    assert len(carrier.taken) == 1


@pytest.mark.parametrize("moment", ["dies_before", "dies_after"])
def test_where_the_carrier_cannot_tell_a_killed_hand_over_waits_for_a_person(carrier, letter, moment):
    carrier.can_tell = False
    message = actions.queue(letter(), by=SYSTEM)
    setattr(carrier, moment, True)
    with pytest.raises(Killed):
        deliver(message)
    taken = len(carrier.taken)
    for _ in range(3):
        assert deliver(message) is Status.UNCLEAR
    assert len(carrier.taken) == taken <= 1


def test_a_carrier_that_breaks_off_leaves_the_answer_to_a_person(carrier, letter):
    carrier.breaks_off = TimeoutError()
    message = actions.queue(letter(), by=SYSTEM)
    assert deliver(message) is Status.UNCLEAR
    carrier.breaks_off = None
    assert deliver(message) is Status.UNCLEAR
    assert len(carrier.taken) == 1
    actions.say_what_happened(message, arrived=True, because="She told us on the phone.", by=SYSTEM)
    assert Delivery.objects.get(pk=message.pk).status == Status.HANDED_OVER


def test_said_not_to_have_arrived_it_is_sent_again(carrier, letter):
    carrier.breaks_off = TimeoutError()
    message = actions.queue(letter(), by=SYSTEM)
    deliver(message)
    carrier.breaks_off = None
    actions.say_what_happened(message, arrived=False, because="The server's log has nothing.", by=SYSTEM)
    assert deliver(message) is Status.HANDED_OVER


def test_while_one_worker_has_it_another_leaves_it_alone(carrier, letter):
    message = actions.queue(letter(), by=SYSTEM)
    other = connections["default"].copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [delivering.LOCKS, message.pk])
        assert deliver(message) is Status.WAITING
        assert carrier.taken == []
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [delivering.LOCKS, message.pk])
    finally:
        other.close()
    assert deliver(message) is Status.HANDED_OVER


def test_a_passing_failure_is_tried_again_later_and_in_the_end_shown_to_a_person(carrier, letter):
    carrier.refuses = NotHandedOver("The mail server cannot be reached.")
    message = actions.queue(letter(), by=SYSTEM)
    assert deliver(message) is Status.WAITING
    assert deliver(message) is Status.WAITING
    assert history(message).count("handing over") == 1, "not before its time"
    for _ in delivering.WAITS:
        Delivery.objects.update(not_before=clock.now() - timedelta(seconds=1))
        assert queries.due(SYSTEM) == [message.pk]
        deliver(message)
    assert Delivery.objects.get(pk=message.pk).status == Status.FAILED
    assert queries.due(SYSTEM) == []
    carrier.refuses = None
    actions.try_again(message, by=SYSTEM)
    assert deliver(message) is Status.HANDED_OVER


def test_refused_for_good_it_is_not_tried_again(carrier, letter):
    carrier.refuses = NotHandedOver("There is no such address.", for_good=True)
    message = actions.queue(letter(), by=SYSTEM)
    assert deliver(message) is Status.FAILED


def test_a_guard_stops_a_message_and_says_why(carrier, letter, settings):
    settings.OUTBOX_GUARDS = ["areas.outbox.carriers.refuse_everyone"]
    message = actions.queue(letter(), by=SYSTEM)
    delivery = Delivery.objects.get(pk=message.pk)
    assert (delivery.status, delivery.because) == (Status.STOPPED, "This person must not be written to.")
    assert deliver(message) is Status.STOPPED
    assert carrier.taken == []


def test_guards_are_asked_again_just_before_the_hand_over(carrier, letter, settings):
    message = actions.queue(letter(), by=SYSTEM)
    settings.OUTBOX_GUARDS = ["areas.outbox.carriers.refuse_everyone"]
    assert deliver(message) is Status.STOPPED
    assert carrier.taken == []


def test_everything_about_a_person_is_stopped_at_once_and_nothing_of_others(carrier, letter):
    theirs = [actions.queue(letter(idempotency_key=f"{n}"), by=SYSTEM) for n in range(3)]
    deliver(theirs[0])
    other = actions.queue(letter(idempotency_key="other", about_person_id=8), by=SYSTEM)
    assert actions.stop_all_about(7, by=SYSTEM, because="A death was recorded.") == 2
    assert [deliver(one) for one in theirs] == [Status.HANDED_OVER, Status.STOPPED, Status.STOPPED]
    assert deliver(other) is Status.HANDED_OVER
    assert Delivery.objects.get(pk=theirs[1].pk).because == "A death was recorded."


def test_a_message_in_a_dead_workers_hands_is_not_tried_again_once_a_stop_was_asked(carrier, letter):
    message = actions.queue(letter(), by=SYSTEM)
    carrier.dies_before = True
    with pytest.raises(Killed):
        deliver(message)
    actions.stop_all_about(7, by=SYSTEM, because="A death was recorded.")
    assert deliver(message) is Status.STOPPED
    assert carrier.taken == []


def test_what_has_left_cannot_be_stopped(carrier, letter):
    message = actions.queue(letter(), by=SYSTEM)
    deliver(message)
    with pytest.raises(NotPossibleNow):
        actions.stop(message, because="Too late", by=SYSTEM)


def test_messages_and_what_happened_to_them_are_never_changed(carrier, letter):
    message = actions.queue(letter(), by=SYSTEM)
    for model in (Message, DeliveryEvent):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            model.objects.filter().update(**{"kind": "x"} if model is Message else {"says": "x"})
    assert connection.queries_log is not None
    assert Message.objects.get(pk=message.pk).kind == "draft plan"


def test_only_those_who_look_after_the_outbox_act_on_it(carrier, letter):
    nobody = factories.stranger()
    message = actions.queue(letter(), by=SYSTEM)
    with pytest.raises(NotPermitted):
        actions.stop(message, because="No", by=nobody)
    with pytest.raises(NotPermitted):
        queries.counts(nobody)
