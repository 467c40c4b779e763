"""Packs that were made: how far each is, what it says, its files, and that it was issued."""

from django.db import models
from django.db.models import Q


class Pack(models.Model):
    """One making of a pack. Made again, it is another: a pack that is ready never changes.

    `kind` names a module of `packs.kinds`. `after` is the pack that it tells movements since.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "waiting to be made"
        WORKING = "working", "being made"
        READY = "ready", "ready"
        FAILED = "failed", "could not be made"

    kind = models.CharField(max_length=30)
    title = models.CharField(max_length=200)
    meeting = models.ForeignKey(
        "governance.Meeting", null=True, on_delete=models.PROTECT, related_name="packs"
    )
    after = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    step = models.CharField(max_length=100, blank=True)
    done = models.PositiveSmallIntegerField(default=0)
    to_do = models.PositiveSmallIntegerField(default=0)
    problem = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    asked_by_id = models.BigIntegerField(null=True)
    asked_by_name = models.CharField(max_length=200)
    ready_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ready_at__isnull=True) ^ Q(status="ready"), name="a_pack_is_ready_at_a_moment"
            ),
            models.CheckConstraint(
                condition=Q(status="failed") ^ Q(problem=""), name="a_pack_that_failed_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_ready(self) -> bool:
        return self.status == Pack.Status.READY


class PackContents(models.Model):
    """What a pack says, as the text that `written` makes, with its digest. Added, never changed."""

    pack = models.OneToOneField(Pack, on_delete=models.PROTECT, related_name="contents")
    text = models.TextField()
    digest = models.CharField(max_length=64)
    as_at = models.DateField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"contents of pack {self.pack_id}"


class PackFile(models.Model):
    """One file of a pack: its very bytes and their digest. Added, never changed."""

    class Form(models.TextChoices):
        HTML = "html", "web page"
        PDF = "pdf", "PDF"
        WORD = "docx", "Word"

    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="files")
    form = models.CharField(max_length=4, choices=Form.choices)
    content = models.BinaryField(null=True)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pack", "form"], name="a_pack_has_one_file_of_a_form"),
            models.CheckConstraint(
                condition=Q(form__in=["html", "pdf", "docx"]), name="a_pack_has_files_of_known_forms"
            ),
        ]

    def __str__(self) -> str:
        return f"pack {self.pack_id} as {self.get_form_display()}"


class PackIssue(models.Model):
    """That a pack was given to those who read the boards' papers. Added, never changed."""

    pack = models.OneToOneField(Pack, on_delete=models.PROTECT, related_name="issue")
    issued_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"pack {self.pack_id} issued"
