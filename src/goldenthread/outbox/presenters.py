"""The outbox in words: what needs someone, what waits, what was sent and what was stopped."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from goldenthread.audit.clock import LONDON
from goldenthread.outbox.channels.readable import ENDINGS
from goldenthread.outbox.models import Delivery, DeliveryEvent, Message, Status
from goldenthread.ui.values import Cell, Column, Count, Link, Row, Table
from goldenthread.ui.words import moment

HEADS = {
    Status.UNCLEAR: "May have been sent: please find out",
    Status.FAILED: "Could not be sent",
    Status.WAITING: "Waiting",
    Status.HANDING_OVER: "Being sent",
    Status.STOPPED: "Stopped",
    Status.HANDED_OVER: "Sent",
}
READABLE = "text/plain"


def outbox_values(counts: Mapping[Status, int], found: Mapping[Status, Sequence[Delivery]]) -> dict[str, Any]:
    """Values for the page of all messages."""
    return {
        "counts": [Count(counts[status], Status(status).label) for status in HEADS],
        "tables": [_table(status, found[status]) for status in HEADS if found[status]],
    }


def _table(status: Status, rows: Sequence[Delivery]) -> Table:
    return Table(
        columns=[Column("Message"), Column("To"), Column("By"), Column("Since"), Column("Why")],
        rows=[
            [
                Cell(one.message.subject or one.message.kind, href=reverse("message", args=[one.pk])),
                one.message.recipient_name or one.message.recipient,
                one.message.get_channel_display(),
                moment(one.changed_at.astimezone(LONDON)),
                one.because or None,
            ]
            for one in rows
        ],
        caption=HEADS[status],
        missing="no reason needed",
    )


def message_values(delivery: Delivery, events: Sequence[DeliveryEvent]) -> dict[str, Any]:
    """Values for the page of one message."""
    message = delivery.message
    status = Status(delivery.status)
    return {
        "title": message.subject or message.kind,
        "caption": status.label.capitalize(),
        "above": Link("Outbox", reverse("outbox")),
        "rows": [
            Row("To", message.recipient_name, note=message.recipient),
            Row("By", message.get_channel_display()),
            Row("Queued", f"{moment(message.queued_at.astimezone(LONDON))}, by {message.queued_by_name}"),
            *([Row("Why it stands so", delivery.because)] if delivery.because else []),
            *([Row("Carrier's reference", delivery.reference)] if delivery.reference else []),
        ],
        "paragraphs": _paragraphs(delivery) if message.media_type == READABLE else [],
        "download": Link("Download what was sent", reverse("message-body", args=[delivery.pk])),
        "events": _events(events),
        "may_stop": status in (Status.WAITING, Status.FAILED),
        "may_try_again": status is Status.FAILED,
        "may_answer": status is Status.UNCLEAR,
        "message_id": delivery.pk,
    }


def _paragraphs(delivery: Delivery) -> list[str]:
    text = bytes(delivery.message.body).decode(errors="replace")
    return [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]


def _events(events: Sequence[DeliveryEvent]) -> Table:
    return Table(
        columns=[Column("When"), Column("What"), Column("Attempt", number=True), Column("Why"), Column("By")],
        rows=[
            [
                moment(event.at.astimezone(LONDON)),
                event.get_status_display(),
                event.attempt,
                event.says or None,
                event.by_name,
            ]
            for event in events
        ],
        caption="What happened to it",
        missing="no reason needed",
    )


def ending(message: Message) -> str:
    """How the name of its file ends."""
    return ENDINGS.get(message.media_type, ".bin")
