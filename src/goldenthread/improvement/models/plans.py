"""Plans, what they promise to families, and the work that is meant to keep each promise."""

from django.db import models
from django.db.models import F, Q


class Plan(models.Model):
    """An improvement plan. Several run side by side; `follows` is the one that it took over from."""

    class Kind(models.TextChoices):
        ACCELERATED_PROGRESS = "accelerated progress", "accelerated progress plan"
        PRIORITY_ACTION = "priority action", "priority action plan"
        STRATEGY = "strategy", "strategy"
        INCLUSION = "inclusion", "local area inclusion plan"
        REFORM = "reform", "SEND reform plan"
        OTHER = "other", "other plan"

    kind = models.CharField(max_length=30, choices=Kind.choices)
    title = models.CharField(max_length=200, unique=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    follows = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="followed_by", blank=True
    )
    is_example = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="a_plan_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(follows__isnull=True) | ~Q(follows=F("id")), name="a_plan_does_not_follow_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Theme(models.Model):
    """A part of a plan."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="themes")
    title = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "title"], name="a_theme_stands_once_in_its_plan"),
        ]

    def __str__(self) -> str:
        return self.title


class Promise(models.Model):
    """An outcome in the words of families, and who answers for it. It answers points that others raised."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="promises")
    code = models.CharField(max_length=20)
    words = models.TextField()
    accountable_role = models.CharField(max_length=100)
    accountable = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="promises"
    )
    answers = models.ManyToManyField("improvement.Point", blank=True, related_name="answered_by")
    closed_on = models.DateField(null=True)
    closed_because = models.TextField(blank=True)
    is_example = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["theme", "code"], name="a_promise_has_a_code_of_its_own"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) ^ ~Q(closed_because=""),
                name="a_closed_promise_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.words}"


class Action(models.Model):
    """Something that a body does to keep a promise: who answers for it, who does it, with whose money.

    `follows` is the same action in an earlier plan, with its history; `needs` are those that come first.
    """

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="actions")
    code = models.CharField(max_length=20)
    title = models.CharField(max_length=300)
    accountable_role = models.CharField(max_length=100)
    accountable = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    responsible_role = models.CharField(max_length=100, blank=True)
    responsible = models.ForeignKey(
        "organisations.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    starts_on = models.DateField(null=True)
    cost_in_pounds = models.PositiveBigIntegerField(null=True)
    funder = models.CharField(max_length=200, blank=True)
    follows = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="followed_by")
    needs = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="needed_by")
    stopped_on = models.DateField(null=True)
    stopped_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["promise", "code"], name="an_action_has_a_code_of_its_own"),
            models.CheckConstraint(
                condition=Q(stopped_on__isnull=True) ^ ~Q(stopped_because=""),
                name="a_stopped_action_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.title}"


class Milestone(models.Model):
    """Something that will be there by a day. The day first promised never changes; the entries move it."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="milestones")
    title = models.CharField(max_length=300)
    first_promised_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["action", "title"], name="a_milestone_stands_once_in_its_action"),
        ]

    def __str__(self) -> str:
        return self.title


class MilestoneEntry(models.Model):
    """What happened to a milestone; rows are added, never changed."""

    class Kind(models.TextChoices):
        REPLANNED = "replanned", "planned anew"
        MET = "met", "met"
        NOT_MET = "not met", "not met after all"

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    on = models.DateField()
    because = models.TextField()
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on}"


class Risk(models.Model):
    """What may keep a promise from being kept, how likely and how bad (1 to 5), and what is done about it."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="risks")
    words = models.CharField(max_length=300)
    likelihood = models.PositiveSmallIntegerField()
    impact = models.PositiveSmallIntegerField()
    response = models.TextField()
    owner_role = models.CharField(max_length=100)
    owner = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    closed_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(likelihood__range=(1, 5)) & Q(impact__range=(1, 5)),
                name="a_risk_is_judged_from_1_to_5",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) ^ ~Q(closed_because=""), name="a_closed_risk_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def score(self) -> int:
        """Likelihood times impact, 1 to 25."""
        return self.likelihood * self.impact
