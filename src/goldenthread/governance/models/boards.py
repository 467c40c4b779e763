"""Boards and groups: what each is for, which seats it has, and who holds them from when to when."""

from datetime import date

from django.db import models
from django.db.models import F, Q


class Board(models.Model):
    """A board or group of the partnership. `reports_to` is the one above it, to which it escalates."""

    class Kind(models.TextChoices):
        BOARD = "board", "board"
        GROUP = "group", "working group"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=200, unique=True)
    purpose = models.TextField()
    reports_to = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="hears_from")
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_because = models.TextField(blank=True)
    is_example = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["board", "group"]), name="a_board_is_of_a_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) ^ ~Q(ended_because=""), name="a_board_that_ended_says_why"
            ),
            models.CheckConstraint(
                condition=Q(reports_to__isnull=True) | ~Q(reports_to=F("id")),
                name="a_board_does_not_report_to_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class TermsOfReference(models.Model):
    """One version of what a board may and must do; rows are added, never changed."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    agreed_on = models.DateField()
    because = models.TextField()
    is_example = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["board", "number"], name="terms_have_their_number_once"),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"


class Seat(models.Model):
    """A place at the table, by role and body. It stays when its holder goes.

    The seats of the forum and of young people are kinds of their own: a meeting without them says so.
    """

    class Kind(models.TextChoices):
        CHAIR = "chair", "chair"
        FORUM = "forum", "parent carer forum"
        YOUTH = "youth", "youth voice"
        MEMBER = "member", "member"
        ADVISER = "adviser", "adviser, without a say in decisions"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="seats")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    role = models.CharField(max_length=200)
    body = models.ForeignKey(
        "organisations.Organisation", null=True, on_delete=models.PROTECT, related_name="seats"
    )
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    until_because = models.TextField(blank=True)
    is_example = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["board", "role"], condition=Q(until_on__isnull=True), name="a_seat_stands_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["chair", "forum", "youth", "member", "adviser"]),
                name="a_seat_is_of_a_known_kind",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) ^ ~Q(until_because=""), name="a_seat_taken_away_says_why"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="a_seat_goes_after_it_came",
            ),
        ]

    def __str__(self) -> str:
        return self.role

    @property
    def is_forum(self) -> bool:
        return self.kind == Seat.Kind.FORUM

    @property
    def is_youth(self) -> bool:
        return self.kind == Seat.Kind.YOUTH


class SeatHolding(models.Model):
    """Who holds a seat from one day until another; `until_on` is the first day on which they no longer do.

    `holder` is a name or a post, as the partnership wishes to be seen.
    """

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="holdings")
    holder = models.CharField(max_length=200)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    until_because = models.TextField(blank=True)
    is_example = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seat"], condition=Q(until_on__isnull=True), name="a_seat_has_one_holder"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="a_holder_goes_after_they_came",
            ),
        ]

    def __str__(self) -> str:
        return self.holder

    def holds_on(self, day: date) -> bool:
        """Whether the seat is theirs on a day."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)
