"""Documents that judge the partnership, what each says sentence by sentence, and how that ties together."""

from django.db import models
from django.db.models import F, Q

from goldenthread.improvement.letters import Says


class Origin(models.Model):
    """An inspection, a notice, a review, a letter: what it is, who speaks, when, and its words as they came.

    `precision` says how much of `happened_on` is known: of "2025" the day kept is the first of the year.
    `is_example` marks what was invented for the demonstration.
    """

    class Kind(models.TextChoices):
        INSPECTION = "inspection", "area inspection"
        REVISIT = "revisit", "revisit by inspectors"
        NOTICE = "notice", "improvement notice"
        REVIEW = "review", "review"
        STOCKTAKE = "stocktake", "stocktake meeting"
        DEEP_DIVE = "deep dive", "deep dive"
        INDEPENDENT = "independent", "independent review"
        SCRUTINY = "scrutiny", "scrutiny by councillors"
        FORUM_SURVEY = "forum survey", "survey by the parent carer forum"
        OTHER = "other", "other document"

    class Precision(models.TextChoices):
        DAY = "day", "the day"
        MONTH = "month", "the month"
        YEAR = "year", "the year only"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    title = models.CharField(max_length=200)
    speaker = models.CharField(max_length=200)
    happened_on = models.DateField()
    precision = models.CharField(max_length=5, choices=Precision.choices, default=Precision.DAY)
    source = models.CharField(max_length=500, blank=True)
    summary = models.TextField(blank=True)
    letter = models.TextField(blank=True)
    is_example = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by_id = models.BigIntegerField(null=True)
    added_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "title", "happened_on"], name="an_origin_is_kept_once"),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "inspection",
                        "revisit",
                        "notice",
                        "review",
                        "stocktake",
                        "deep dive",
                        "independent",
                        "scrutiny",
                        "forum survey",
                        "other",
                    ]
                ),
                name="an_origin_is_of_a_known_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PointKind(models.TextChoices):
    """What a document says to the partnership."""

    FINDING = Says.FINDING.value, "finding"
    REQUIREMENT = Says.REQUIREMENT.value, "requirement"
    PRAISE = Says.PRAISE.value, "praise"
    CONCERN = Says.CONCERN.value, "concern"


class Point(models.Model):
    """One thing that a document says: a finding, a requirement with its day, praise or a concern."""

    origin = models.ForeignKey(Origin, on_delete=models.PROTECT, related_name="points")
    kind = models.CharField(max_length=20, choices=PointKind.choices)
    code = models.CharField(max_length=20, blank=True)
    words = models.TextField()
    due_on = models.DateField(null=True)
    responsible = models.ManyToManyField("organisations.Organisation", blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(kind=PointKind.REQUIREMENT),
                name="only_a_requirement_has_a_day",
            ),
            models.UniqueConstraint(
                fields=["origin", "code"], condition=~Q(code=""), name="a_code_stands_once_in_its_document"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.words}" if self.code else self.words


class Sentence(models.Model):
    """A sentence of a letter: what it seems to be, and what a person decided that it is.

    `decided_as` is empty until then; `point` is what came of it, where it was more than nothing.
    """

    origin = models.ForeignKey(Origin, on_delete=models.PROTECT, related_name="sentences")
    number = models.PositiveIntegerField()
    words = models.TextField()
    heading = models.CharField(max_length=200, blank=True)
    seems = models.CharField(max_length=20)
    because = models.CharField(max_length=300)
    seems_due_on = models.DateField(null=True)
    decided_as = models.CharField(max_length=20, blank=True)
    point = models.OneToOneField(Point, null=True, on_delete=models.PROTECT, related_name="sentence")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["origin", "number"], name="sentences_stand_in_order"),
            models.CheckConstraint(
                condition=Q(point__isnull=False) ^ Q(decided_as__in=["", "nothing"]),
                name="a_sentence_that_says_something_is_a_point",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.words}"


class PointTie(models.Model):
    """A later point repeats, sharpens or closes an earlier one."""

    class How(models.TextChoices):
        REPEATS = "repeats", "says it again"
        SHARPENS = "sharpens", "asks for more, or more sharply"
        CLOSES = "closes", "says that it is done"

    later = models.ForeignKey(Point, on_delete=models.PROTECT, related_name="ties_back")
    earlier = models.ForeignKey(Point, on_delete=models.PROTECT, related_name="ties_forward")
    how = models.CharField(max_length=10, choices=How.choices)
    because = models.TextField(blank=True)
    tied_at = models.DateTimeField()
    tied_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["later", "earlier"], name="two_points_are_tied_once"),
            models.CheckConstraint(condition=~Q(later=F("earlier")), name="a_point_is_not_tied_to_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.later} {self.how} {self.earlier}"
