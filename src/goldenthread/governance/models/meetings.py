"""Meetings: when they are or were, what is on the agenda, who came, and who had an interest of their own."""

from django.db import models
from django.db.models import Q

from goldenthread.governance.models.boards import Board, Seat


class Meeting(models.Model):
    """A meeting of a board, or a review of the partnership by an outside body at which the board sits.

    A cancelled meeting stays, with the reason. `first_called_for` is the day that was announced first.
    `record_elsewhere` says where the record of a meeting lies that is not kept here. Where only the month of
    a meeting is known, `day_known` is false and `on` is the first of that month.
    """

    class Kind(models.TextChoices):
        BOARD = "board", "meeting"
        REVIEW = "review", "review meeting"

    class Status(models.TextChoices):
        PLANNED = "planned", "planned"
        HELD = "held", "held"
        CANCELLED = "cancelled", "cancelled"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.BOARD)
    with_body = models.ForeignKey(
        "organisations.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    day_known = models.BooleanField(default=True)
    first_called_for = models.DateField()
    moved_because = models.TextField(blank=True)
    starts_at = models.TimeField(null=True)
    ends_at = models.TimeField(null=True)
    place = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PLANNED)
    cancelled_because = models.TextField(blank=True)
    record_elsewhere = models.CharField(max_length=500, blank=True)
    is_example = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["board", "on"], name="meetings_of_a_board")]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "kind", "on"],
                condition=~Q(status="cancelled"),
                name="a_board_meets_once_a_day",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["planned", "held", "cancelled"]), name="a_meeting_has_a_known_status"
            ),
            models.CheckConstraint(
                condition=Q(status="cancelled") ^ Q(cancelled_because=""), name="a_cancelled_meeting_says_why"
            ),
            models.CheckConstraint(
                condition=Q(kind="review", with_body__isnull=False) | Q(kind="board", with_body__isnull=True),
                name="a_review_names_who_reviews",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title or self.get_kind_display()}, {self.on}"

    @property
    def is_held(self) -> bool:
        return self.status == Meeting.Status.HELD

    @property
    def is_cancelled(self) -> bool:
        return self.status == Meeting.Status.CANCELLED

    @property
    def is_planned(self) -> bool:
        return self.status == Meeting.Status.PLANNED


class AgendaItem(models.Model):
    """One item of an agenda, in its place: what it is about, what for, and what is asked of the board."""

    class Purpose(models.TextChoices):
        HEAR = "hear", "to hear families and young people"
        DECIDE = "decide", "to decide"
        DISCUSS = "discuss", "to discuss"
        KNOW = "know", "to know"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    place = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    asked = models.TextField(blank=True)
    presenter_role = models.CharField(max_length=200, blank=True)
    minutes_given = models.PositiveSmallIntegerField(null=True)
    promise = models.ForeignKey(
        "improvement.Promise", null=True, on_delete=models.PROTECT, related_name="agenda_items"
    )
    is_example = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose__in=["hear", "decide", "discuss", "know"]),
                name="an_item_has_a_known_purpose",
            ),
            models.CheckConstraint(
                condition=~Q(purpose="decide") | ~Q(asked=""), name="an_item_to_decide_says_what"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}. {self.title}"


class Attendance(models.Model):
    """What became of a seat at a meeting."""

    class How(models.TextChoices):
        CAME = "came", "came"
        DEPUTY = "deputy", "sent a deputy"
        APOLOGIES = "apologies", "sent apologies"
        ABSENT = "absent", "did not come"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="attendances")
    how = models.CharField(max_length=10, choices=How.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "seat"], name="a_seat_is_recorded_once_a_meeting"),
            models.CheckConstraint(
                condition=Q(how__in=["came", "deputy", "apologies", "absent"]),
                name="an_attendance_is_of_a_known_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat} {self.get_how_display()}"

    @property
    def somebody_sat(self) -> bool:
        return self.how in (Attendance.How.CAME, Attendance.How.DEPUTY)


class Conflict(models.Model):
    """An interest that someone at the table declared, and what was done about it; added, never changed."""

    class Done(models.TextChoices):
        STAYED = "stayed", "stayed, and took part"
        SILENT = "silent", "stayed, and took no part"
        LEFT = "left", "left for the item"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="conflicts")
    item = models.ForeignKey(AgendaItem, null=True, on_delete=models.PROTECT, related_name="conflicts")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="conflicts")
    words = models.TextField()
    done = models.CharField(max_length=10, choices=Done.choices)
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.words
