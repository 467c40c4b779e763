"""Documents and their versions: what each is, whom it is about, where its bytes lie and what they weigh."""

from django.db import models
from django.db.models import Q


class Document(models.Model):
    """One document: about a child (a report, a letter that came), or about nobody (the paper of a board).

    What it holds is in its versions.
    """

    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    about_person_id = models.BigIntegerField(null=True)
    case_id = models.BigIntegerField(null=True)
    added_at = models.DateTimeField()
    added_by_id = models.BigIntegerField(null=True)
    added_by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [
            models.Index(fields=["case_id", "id"], name="documents_of_a_case"),
            models.Index(fields=["about_person_id", "id"], name="documents_about_a_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(case_id__isnull=True) | Q(about_person_id__isnull=False),
                name="a_document_of_a_case_is_about_a_child",
            ),
        ]

    def __str__(self) -> str:
        return f"document {self.pk}"


class Version(models.Model):
    """The bytes of a document at one time. Added, never changed; the newest is the one that is read.

    `stored_as` is the name of the bytes in the storage. The row is written after the bytes are safe there.
    `submission` is the form that it came with: a form that is sent twice is kept once.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    file_name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=200, unique=True)
    added_at = models.DateTimeField()
    added_by_id = models.BigIntegerField(null=True)
    added_by_name = models.CharField(max_length=200)
    submission = models.UUIDField(null=True, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="a_version_has_its_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="versions_are_numbered_from_one"),
        ]

    def __str__(self) -> str:
        return f"document {self.document_id}, version {self.number}"


class Scan(models.Model):
    """What the virus scanner says of a version. Without a scanner there is no row, and pages say so."""

    class Verdict(models.TextChoices):
        WAITING = "waiting", "waiting to be checked for viruses"
        CLEAN = "clean", "checked for viruses"
        FOUND = "found", "a virus was found"

    version = models.OneToOneField(Version, primary_key=True, on_delete=models.PROTECT, related_name="scan")
    verdict = models.CharField(max_length=7, choices=Verdict.choices, default=Verdict.WAITING)
    says = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"version {self.version_id}: {self.get_verdict_display()}"
