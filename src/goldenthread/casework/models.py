"""Cases, the journal of what happened to them, and the standing that is derived from it."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from goldenthread.casework.payloads import ENTRIES


class Return(models.Model):
    """A SEN2 file that was brought here: a snapshot of the area on its census day."""

    class Status(models.TextChoices):
        WAITING = "waiting", "waiting to be read"
        READING = "reading", "being read"
        DECIDE = "decide", "some records need a decision"
        LOADING = "loading", "being loaded"
        LOADED = "loaded", "loaded"
        REFUSED = "refused", "could not be read"
        STOPPED = "stopped", "stopped before it was loaded"

    file_name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    size = models.BigIntegerField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    area = models.CharField(max_length=3, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    census_day = models.DateField(null=True)
    set_aside_allowed = models.BooleanField(default=False)
    brought_at = models.DateTimeField()
    brought_by_id = models.BigIntegerField(null=True)
    brought_by_name = models.CharField(max_length=200)
    people_done = models.PositiveIntegerField(default=0)
    people_in_file = models.PositiveIntegerField(null=True)
    people_set_aside = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    problem = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["digest"], condition=Q(status="loaded"), name="a_return_is_loaded_once"
            ),
        ]

    def __str__(self) -> str:
        return f"SEN2 {self.year or 'return'}: {self.file_name}"


class Finding(models.Model):
    """Something the checks found in a return."""

    found_in = models.ForeignKey(Return, on_delete=models.CASCADE, related_name="findings")
    record = models.CharField(max_length=200)
    element = models.CharField(max_length=80)
    rule = models.CharField(max_length=10)
    found = models.TextField(blank=True)
    says = models.TextField()
    fix = models.TextField()
    sets_aside = models.BooleanField()

    def __str__(self) -> str:
        return f"{self.rule} {self.record}"


class Case(models.Model):
    """One request for an EHC assessment and all that follows from it."""

    reference = models.CharField(max_length=12, unique=True)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="cases")
    team = models.ForeignKey("organisations.Team", null=True, on_delete=models.PROTECT)
    coordinator = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT)

    def __str__(self) -> str:
        return self.reference


class Entry(models.Model):
    """One thing that happened to a case, or one thing that a return declared. Added, never changed.

    `kind` is a step of `goldenthread.rules.lifecycle`, or "declared" for what a return says as at its
    census day. `corrects` names the entry that this one replaces; a correction without a date of
    its own (`withdrawn_entry`) says that the corrected entry never happened. `submission` is the form
    that it came with: a form that is sent twice is recorded once.
    """

    DECLARED = "declared"
    WITHDRAWN = "withdrawn_entry"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="entries", db_index=False)
    kind = models.CharField(max_length=60)
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)
    because = models.TextField(blank=True)
    corrects = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="corrected_by")
    declared_in = models.ForeignKey(Return, null=True, on_delete=models.PROTECT, related_name="entries")
    payload = models.JSONField(default=dict)
    payload_version = models.PositiveSmallIntegerField(default=1)
    submission = models.UUIDField(null=True, unique=True)

    class Meta:
        indexes = [models.Index(fields=["case", "id"], name="entries_of_a_case")]
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind="declared") & Q(declared_in__isnull=False))
                | (~Q(kind="declared") & Q(declared_in__isnull=True)),
                name="a_declared_entry_names_its_return",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("id")),
                name="an_entry_does_not_correct_itself",
            ),
            models.CheckConstraint(
                condition=~Q(kind="withdrawn_entry") | Q(corrects__isnull=False),
                name="a_withdrawal_names_what_it_withdraws",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.happened_on}"

    @property
    def said(self) -> dict[str, Any]:
        """The payload in the newest shape, whichever version wrote it; empty where it was erased."""
        return ENTRIES.read(self.kind, self.payload_version, self.payload)


class Standing(models.Model):
    """Where a case stands, derived from its entries for sorting and finding; rebuilt at will.

    Never the truth: `casework.standing` computes it, and a test shows that rebuilding changes nothing.
    """

    case = models.OneToOneField(Case, primary_key=True, on_delete=models.CASCADE, related_name="standing")
    stage = models.CharField(max_length=40)
    is_open = models.BooleanField()
    next_duty = models.CharField(max_length=60, blank=True)
    next_due_on = models.DateField(null=True)
    # the indexes below begin with these two; with its own, the planner would read and sort a whole caseload
    team = models.ForeignKey(
        "organisations.Team", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    coordinator = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["coordinator", "next_due_on", "case"],
                condition=Q(is_open=True),
                name="open_work_of_a_coordinator",
            ),
            models.Index(
                fields=["team", "next_due_on", "case"], condition=Q(is_open=True), name="open_work_of_a_team"
            ),
            models.Index(fields=["next_due_on", "case"], condition=Q(is_open=True), name="open_work"),
            models.Index(
                fields=["coordinator", "next_duty", "next_due_on", "case"],
                condition=Q(is_open=True),
                name="open_duties_of_a_coordinator",
            ),
            models.Index(
                fields=["team", "next_duty", "next_due_on", "case"],
                condition=Q(is_open=True),
                name="open_duties_of_a_team",
            ),
            models.Index(
                fields=["next_duty", "next_due_on", "case"], condition=Q(is_open=True), name="open_duties"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.stage}"
