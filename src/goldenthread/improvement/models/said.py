"""What the parent carer forum, and those who answer for a promise, say beside it in words of their own."""

from django.db import models


class ForumWord(models.Model):
    """What the parent carer forum writes beside a promise, printed as it stands. Added, never changed.

    The newest stands; without words, the forum took back what it had written.
    """

    promise = models.ForeignKey("improvement.Promise", on_delete=models.PROTECT, related_name="forum_words")
    words = models.TextField(blank=True)
    written_at = models.DateTimeField()
    is_example = models.BooleanField(default=False)
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["promise", "id"], name="forum_words_of_a_promise")]

    def __str__(self) -> str:
        return f"the forum on promise {self.promise_id}"


class Commentary(models.Model):
    """What a role that answers for a promise says beside the tests. Added, never changed; tests stay as they
    are."""

    promise = models.ForeignKey("improvement.Promise", on_delete=models.PROTECT, related_name="commentaries")
    words = models.TextField()
    role = models.CharField(max_length=100)
    written_at = models.DateTimeField()
    is_example = models.BooleanField(default=False)
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["promise", "id"], name="commentaries_of_a_promise")]

    def __str__(self) -> str:
        return f"commentary on promise {self.promise_id}"
