"""What shows that a promise is kept, who may see it, and what someone outside found when they checked it."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q


class SeenBy(models.IntegerChoices):
    """Who may see an item: each sees what is marked for them and for everyone after them."""

    KEEPERS = 0, "those who keep and check evidence"
    BOARDS = 1, "the boards"
    ROOM = 2, "everyone in the partnership’s plans, and the evidence room"
    PUBLIC = 3, "the public"


class Evidence(models.Model):
    """One item beside a promise: what it is, what it shows, where it comes from. Added, never changed.

    A correction is another item that `replaces` it. A case study says that it is pseudonymised and rests on
    a consent that covers whoever sees it; `person_id` ties it to the child's record, so that it goes with it.
    """

    class Kind(models.TextChoices):
        FIGURE = "figure", "figure that was cited"
        AUDIT = "audit", "result of an audit"
        SURVEY = "survey", "survey"
        DOCUMENT = "document", "document"
        OBSERVATION = "observation", "observation"
        CASE_STUDY = "case study", "case study"

    promise = models.ForeignKey(
        "improvement.Promise", on_delete=models.PROTECT, related_name="evidence_items"
    )
    kind = models.CharField(max_length=20, choices=Kind.choices)
    title = models.CharField(max_length=200)
    shows = models.TextField()
    happened_on = models.DateField()
    provenance = models.CharField(max_length=500)
    seen_by = models.PositiveSmallIntegerField(choices=SeenBy.choices)
    owner = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    owner_team = models.ForeignKey(
        "organisations.Team", null=True, on_delete=models.PROTECT, related_name="+"
    )
    milestone = models.ForeignKey(
        "improvement.Milestone", null=True, on_delete=models.PROTECT, related_name="evidence_items"
    )
    cited_figure = models.ForeignKey(
        "figures.CitedFigure", null=True, on_delete=models.PROTECT, related_name="+"
    )
    document = models.ForeignKey("documents.Document", null=True, on_delete=models.PROTECT, related_name="+")
    answers = models.ManyToManyField("improvement.Point", blank=True, related_name="evidence_items")
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    is_pseudonymised = models.BooleanField(default=False)
    consented_by = models.CharField(max_length=100, blank=True)
    consented_on = models.DateField(null=True)
    consent_covers = models.PositiveSmallIntegerField(choices=SeenBy.choices, null=True)
    consent_kept_at = models.CharField(max_length=200, blank=True)
    person_id = models.BigIntegerField(null=True)
    is_example = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by_id = models.BigIntegerField(null=True)
    added_by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [
            models.Index(fields=["promise", "id"], name="evidence_of_a_promise"),
            GinIndex(
                SearchVector("title", "shows", "provenance", config="english"), name="words_of_evidence"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["figure", "audit", "survey", "document", "observation", "case study"]),
                name="evidence_is_of_a_known_kind",
            ),
            models.CheckConstraint(
                condition=Q(seen_by__lte=SeenBy.PUBLIC.value), name="evidence_says_who_may_see_it"
            ),
            models.CheckConstraint(
                condition=Q(kind="figure", cited_figure__isnull=False)
                | (~Q(kind="figure") & Q(cited_figure__isnull=True)),
                name="evidence_by_a_figure_cites_it",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind="case study",
                    is_pseudonymised=True,
                    consented_on__isnull=False,
                    consent_covers__isnull=False,
                    consent_covers__gte=F("seen_by"),
                )
                | (~Q(kind="case study") & Q(consented_on__isnull=True, consent_covers__isnull=True)),
                name="a_case_study_is_pseudonymised_and_consented",
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | ~Q(replaces=F("id")),
                name="evidence_does_not_replace_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class EvidenceCheck(models.Model):
    """What someone outside the owning team found when they checked an item. Added, never changed.

    The newest stands. `by_body` is whom they checked it for.
    """

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="checks")
    holds = models.BooleanField()
    because = models.TextField()
    checked_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)
    by_body = models.CharField(max_length=200)

    def __str__(self) -> str:
        return "holds" if self.holds else "does not hold"


class EvidenceWithdrawal(models.Model):
    """That an item is no longer put forward, and why. Added, never changed, and not taken back.

    Where a family took back its consent, the words of the case study are shown to nobody any more.
    """

    evidence = models.OneToOneField(Evidence, on_delete=models.PROTECT, related_name="withdrawal")
    because = models.TextField()
    consent_ended = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"withdrawn: {self.evidence_id}"
