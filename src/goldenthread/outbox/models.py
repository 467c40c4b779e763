"""Messages as they were finished, where each stands, and every attempt to hand it over."""

from django.db import models


class Channel(models.TextChoices):
    EMAIL = "email", "e-mail"
    TEXT = "text", "text message"
    POST = "post", "post"


class Message(models.Model):
    """Finished bytes for one recipient. Added, never changed: a better letter is another message.

    The recipient is kept by value, so that a later change of address does not change where this one went.
    `about_person_id` is the child or young person whom it is about, `to_person_id` the person here to whom
    it goes, where there is one.
    """

    kind = models.CharField(max_length=60)
    channel = models.CharField(max_length=5, choices=Channel.choices)
    recipient = models.TextField()
    recipient_name = models.CharField(max_length=200)
    subject = models.CharField(max_length=300)
    body = models.BinaryField()
    media_type = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    about_person_id = models.BigIntegerField(null=True)
    to_person_id = models.BigIntegerField(null=True)
    idempotency_key = models.CharField(max_length=200, unique=True)
    queued_at = models.DateTimeField()
    queued_by_id = models.BigIntegerField(null=True)
    queued_by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["about_person_id", "id"], name="messages_about_a_person")]

    def __str__(self) -> str:
        return f"message {self.pk}: {self.kind}"


class Status(models.TextChoices):
    WAITING = "waiting", "waiting to be sent"
    HANDING_OVER = "handing over", "being sent"
    HANDED_OVER = "handed over", "sent"
    FAILED = "failed", "could not be sent"
    UNCLEAR = "unclear", "may have been sent"
    STOPPED = "stopped", "stopped"


class Delivery(models.Model):
    """Where a message stands. Follows from its events; kept to be found and to be locked.

    `stop_asked` is the reason of someone who wanted it stopped while it was being handed over.
    """

    message = models.OneToOneField(
        Message, primary_key=True, on_delete=models.PROTECT, related_name="delivery"
    )
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.WAITING)
    because = models.TextField(blank=True)
    reference = models.CharField(max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    stop_asked = models.TextField(blank=True)
    not_before = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["status", "changed_at"], name="deliveries_by_status"),
            models.Index(
                fields=["not_before"],
                condition=models.Q(status__in=["waiting", "handing over"]),
                name="deliveries_that_are_due",
            ),
        ]

    def __str__(self) -> str:
        return f"message {self.message_id}: {self.get_status_display()}"


class DeliveryEvent(models.Model):
    """One thing that happened to a delivery. Added, never changed."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="events")
    status = models.CharField(max_length=12, choices=Status.choices)
    attempt = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)
    says = models.TextField(blank=True)
    reference = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"message {self.message_id}, attempt {self.attempt}: {self.get_status_display()}"
