"""Whether two records are one person: what is asked, and what a person answered."""

from django.db import models

from goldenthread.people.models.persons import Person


class MatchQuestion(models.Model):
    """Are these two records one child? A person answers; the answer can be taken back.

    `newcomer` came with a return; `known` was here. The records stay apart until someone decides.
    """

    newcomer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="questions")
    known = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300)
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["newcomer", "known"], name="a_match_is_asked_once"),
        ]

    def __str__(self) -> str:
        return f"{self.newcomer} and {self.known}: {self.why}"


class MatchAnswer(models.TextChoices):
    SAME = "same", "one person"
    DIFFERENT = "different", "two people"
    UNDONE = "undone", "not decided after all"


class MatchDecision(models.Model):
    """An answer to a question; the newest stands. Rows are added, never changed."""

    question = models.ForeignKey(MatchQuestion, on_delete=models.PROTECT, related_name="decisions")
    answer = models.CharField(max_length=10, choices=MatchAnswer.choices)
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)
    because = models.TextField()

    def __str__(self) -> str:
        return self.get_answer_display()
