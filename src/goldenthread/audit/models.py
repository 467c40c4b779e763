"""The append-only record of who did what, when and why."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class AuditEvent(models.Model):
    """One act, written in the same transaction as what it did, and never changed.

    `person_id` is the child or young person whose record the act touched, where it touched one.
    """

    class Way(models.TextChoices):
        WRITE = "write", "changed or added something"
        READ = "read", "read something"

    at = models.DateTimeField()
    act = models.CharField(max_length=80)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    subject_kind = models.CharField(max_length=80)
    subject_id = models.CharField(max_length=80)
    because = models.TextField(blank=True)
    details = models.JSONField(default=dict)
    person_id = models.BigIntegerField(null=True)
    way = models.CharField(max_length=5, choices=Way.choices, default=Way.WRITE, db_default=Way.WRITE)

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "id"], name="audit_by_subject"),
            models.Index(fields=["actor_id", "id"], name="audit_by_actor"),
            models.Index(
                fields=["person_id", "id"],
                condition=models.Q(person_id__isnull=False),
                name="audit_by_person",
            ),
            GinIndex(
                fields=["details"],
                opclasses=["jsonb_path_ops"],
                condition=models.Q(way="read", person_id__isnull=True),
                name="audit_of_lists_by_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name}: {self.act} ({self.subject_kind} {self.subject_id})"


class Seal(models.Model):
    """The place of one row of a journal in the one chain: given at commit, by the database, for good.

    `digest` is over that of the position before, and the other columns of this row; what `row_digest` is over
    is said by the form. The database alone adds rows (`audit/migrations/0005_sealing.py`).
    """

    position = models.BigIntegerField(primary_key=True)
    table = models.CharField(max_length=63, db_column="table_name")
    row_id = models.BigIntegerField()
    form = models.PositiveSmallIntegerField()
    row_digest = models.BinaryField(max_length=32)
    digest = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["table", "row_id"], include=["position"], name="a_row_is_sealed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}: {self.table} {self.row_id}"


class SealForm(models.Model):
    """Which columns a seal covers, in which order. A column added later is a new form; old rows keep theirs.

    `erasable` are the columns that an erasure takes away.
    """

    table = models.CharField(max_length=63, db_column="table_name")
    form = models.PositiveSmallIntegerField()
    columns = ArrayField(models.CharField(max_length=63))
    erasable = ArrayField(models.CharField(max_length=63))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table", "form"], name="a_form_is_given_once")]

    def __str__(self) -> str:
        return f"{self.table}, form {self.form}"


class ErasureAuthority(models.Model):
    """Why certain rows may be erased, and by which rule or whose request. Sealed itself, and never erased.

    `covers` names the rows, by table: {"casework_entry": [17, 18]}. Nothing else is erased under it.
    """

    why = models.TextField()
    rule = models.CharField(max_length=300)
    covers = models.JSONField()
    asked_at = models.DateTimeField()
    asked_by_id = models.BigIntegerField(null=True)
    asked_by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"erasure {self.pk}: {self.why}"

    @property
    def is_approved(self) -> bool:
        """Whether two people stand behind it: whoever asked and whoever agreed, or two who agreed."""
        people = {self.asked_by_id, *self.approvals.values_list("approved_by_id", flat=True)}
        return len(people - {None}) >= 2


class ErasureApproval(models.Model):
    """That one more person looked at an authority and agreed."""

    authority = models.ForeignKey(ErasureAuthority, on_delete=models.PROTECT, related_name="approvals")
    approved_at = models.DateTimeField()
    approved_by_id = models.BigIntegerField()
    approved_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "approved_by_id"], name="a_person_approves_once"),
        ]

    def __str__(self) -> str:
        return f"{self.approved_by_name} approved {self.authority_id}"


class Erasure(models.Model):
    """The tombstone of one row: under which authority it was erased, and the digest of what remains of it."""

    authority = models.ForeignKey(ErasureAuthority, on_delete=models.PROTECT, related_name="erasures")
    table = models.CharField(max_length=63, db_column="table_name")
    row_id = models.BigIntegerField()
    form = models.PositiveSmallIntegerField()
    remains_digest = models.BinaryField(max_length=32)
    erased_at = models.DateTimeField()
    erased_by_id = models.BigIntegerField(null=True)
    erased_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table", "row_id"], name="a_row_is_erased_once")]

    def __str__(self) -> str:
        return f"{self.table} {self.row_id}, erased"
