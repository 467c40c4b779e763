"""To whom the room was opened, why and until when; what they opened; what they may see deeper."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Opening(models.Model):
    """That somebody was asked in: who, of which body, why, until when. Their access is their appointment.

    `ends_on` is the first day without it.
    """

    name = models.CharField(max_length=200)
    email = models.EmailField()
    body = models.CharField(max_length=200)
    because = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    invitation = models.ForeignKey("signing_in.Invitation", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    opened_by_name = models.CharField(max_length=200)
    closed_at = models.DateTimeField(null=True)
    closed_because = models.TextField(blank=True)
    closed_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=models.F("starts_on")), name="the_room_is_open_for_a_time"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) ^ ~Q(closed_because=""), name="a_closed_opening_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, until {self.ends_on}"


class Deeper(models.Model):
    """That somebody may see the records behind a figure: under which lawful basis, who agreed, until when.

    It holds once a guardian of information has agreed, until `ends_on` (the first day without it) or until it
    is ended. `measure` is empty for every measure.
    """

    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(max_length=500)
    because = models.TextField()
    measure = models.CharField(max_length=80, blank=True)
    ends_on = models.DateField()
    asked_at = models.DateTimeField()
    asked_by_id_number = models.BigIntegerField()
    asked_by_name = models.CharField(max_length=200)
    agreed_at = models.DateTimeField(null=True)
    agreed_by_name = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.TextField(blank=True)
    ended_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(basis=""), name="to_see_deeper_has_a_lawful_basis"),
            models.CheckConstraint(
                condition=Q(agreed_at__isnull=True) ^ ~Q(agreed_by_name=""),
                name="whoever_agreed_to_see_deeper_is_named",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reader}, until {self.ends_on}"


class Opened(models.Model):
    """One thing that somebody opened in the room. Added, never changed.

    `what` is the kind of page, `about` its title; of a search neither keeps the words.
    """

    what = models.CharField(max_length=40)
    about = models.CharField(max_length=300, blank=True)
    address = models.CharField(max_length=200)
    opened_at = models.DateTimeField()
    by_id_number = models.BigIntegerField()
    by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["by_id_number", "-id"], name="what_one_opened_in_the_room")]

    def __str__(self) -> str:
        return f"{self.by_name}: {self.what}"
