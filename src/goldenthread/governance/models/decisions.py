"""What boards decide, what they ask to be done, and what is brought to them from below."""

from django.db import models
from django.db.models import F, Q

from goldenthread.governance.models.boards import Board
from goldenthread.governance.models.meetings import AgendaItem, Meeting


class Decision(models.Model):
    """What a meeting decided, and why; added, never changed. A later decision may take its place."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    item = models.ForeignKey(AgendaItem, null=True, on_delete=models.PROTECT, related_name="decisions")
    words = models.TextField()
    because = models.TextField()
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    is_example = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(because=""), name="a_decision_has_a_reason"),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
                name="a_decision_does_not_supersede_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class BoardAction(models.Model):
    """Something that a meeting asked to be done. It is carried from meeting to meeting until it is closed.

    The day first agreed stays; entries move it.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="actions")
    item = models.ForeignKey(AgendaItem, null=True, on_delete=models.PROTECT, related_name="actions")
    words = models.TextField()
    owner_role = models.CharField(max_length=200)
    owner = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="board_actions"
    )
    first_due_on = models.DateField()
    is_example = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.words


class BoardActionEntry(models.Model):
    """What was said of an action, and at which meeting if at one; added, never changed."""

    class Kind(models.TextChoices):
        PROGRESS = "progress", "progress"
        REPLANNED = "replanned", "due on another day"
        CLOSED = "closed", "closed"
        REOPENED = "reopened", "opened again"

    action = models.ForeignKey(BoardAction, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    on = models.DateField()
    due_on = models.DateField(null=True)
    because = models.TextField()
    meeting = models.ForeignKey(Meeting, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="replanned", due_on__isnull=False)
                | (~Q(kind="replanned") & Q(due_on__isnull=True)),
                name="only_a_new_day_has_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on}"


class Escalation(models.Model):
    """Something that those below cannot solve, brought to a board: a risk of the plans, or another thing."""

    to_board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="escalations")
    from_board = models.ForeignKey(
        Board, null=True, on_delete=models.PROTECT, related_name="escalations_sent"
    )
    risk = models.ForeignKey(
        "improvement.Risk", null=True, on_delete=models.PROTECT, related_name="escalations"
    )
    words = models.TextField()
    asked = models.TextField()
    raised_on = models.DateField()
    raised_by_name = models.CharField(max_length=200)
    is_example = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.words


class EscalationAnswer(models.Model):
    """What the board answered, and at which meeting if at one; added, never changed."""

    escalation = models.ForeignKey(Escalation, on_delete=models.PROTECT, related_name="answers")
    meeting = models.ForeignKey(Meeting, null=True, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField()
    words = models.TextField()
    settles = models.BooleanField()
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.words
