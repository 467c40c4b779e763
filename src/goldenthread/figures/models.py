"""Figures that were worked out from the record, kept with what they rest on."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class FigureSet(models.Model):
    """One working-out of every figure of a return year, from the journal as it stood."""

    class Status(models.TextChoices):
        WAITING = "waiting", "waiting to be worked out"
        WORKING = "working", "being worked out"
        READY = "ready", "ready"
        FAILED = "failed", "could not be worked out"

    area = models.CharField(max_length=3)
    year = models.PositiveSmallIntegerField()
    as_at = models.DateField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    step = models.CharField(max_length=100, blank=True)
    problem = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    asked_by_name = models.CharField(max_length=200)
    last_entry = models.BigIntegerField(null=True)
    position = models.BigIntegerField(null=True)
    facts_digest = models.CharField(max_length=64, blank=True)
    ready_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ready_at__isnull=True) ^ Q(status="ready"), name="figures_are_ready_at_a_moment"
            ),
        ]

    def __str__(self) -> str:
        return f"figures of the {self.year} return as at {self.as_at}"


class Figure(models.Model):
    """One cell of a published table, as this area's own record gives it.

    `printed` is the text as the DfE would print it ("41.9", "x"). A count has no denominator. Where
    there is no value, `why_none` says why.
    """

    figure_set = models.ForeignKey(FigureSet, on_delete=models.CASCADE, related_name="figures")
    table = models.CharField(max_length=60)
    column = models.CharField(max_length=80)
    period = models.CharField(max_length=10)
    printed = models.CharField(max_length=20)
    value = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    numerator = models.BigIntegerField(null=True)
    denominator = models.BigIntegerField(null=True)
    why_none = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["figure_set", "table", "column"], name="a_figure_stands_once_in_its_set"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False) ^ ~Q(why_none=""), name="a_missing_figure_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table}.{self.column} {self.printed}"


class MeasuredSet(models.Model):
    """One working-out of every measure, in every period and breakdown; the figures lie in a Parquet file.

    `known_at` is the position of the journal that was asked for, or none for the newest; `position` is where
    the journal stood. `measures` tells of each measure its version and why it has no figures, if it has none.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "waiting to be worked out"
        WORKING = "working", "being worked out"
        READY = "ready", "ready"
        FAILED = "failed", "could not be worked out"

    area = models.CharField(max_length=3)
    year = models.PositiveSmallIntegerField()
    as_at = models.DateField()
    known_at = models.BigIntegerField(null=True)
    is_standing = models.BooleanField(default=False)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    step = models.CharField(max_length=100, blank=True)
    done = models.PositiveSmallIntegerField(default=0)
    to_do = models.PositiveSmallIntegerField(default=0)
    problem = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    asked_by_name = models.CharField(max_length=200)
    facts_of = models.ForeignKey(FigureSet, null=True, on_delete=models.SET_NULL, related_name="+")
    first_day = models.DateField(null=True)
    position = models.BigIntegerField(null=True)
    facts_digest = models.CharField(max_length=64, blank=True)
    measures = models.JSONField(default=dict)
    dimensions = models.JSONField(default=list)
    ready_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ready_at__isnull=True) ^ Q(status="ready"), name="measures_are_ready_at_a_moment"
            ),
        ]

    def __str__(self) -> str:
        return f"measures as at {self.as_at}"


class GroupOfPerson(models.Model):
    """A group that a child belongs to in a dimension that no return holds, such as a district.

    `source` says who told us; "example" marks what was invented for the demonstration.
    """

    person_id = models.BigIntegerField()
    dimension = models.CharField(max_length=20)
    group = models.CharField(max_length=100)
    source = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person_id", "dimension"], name="a_child_is_in_one_group_of_a_dimension"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dimension}: {self.group}"


class DeclaredStep(models.Model):
    """A change of a process that someone who answers for the measure declares: new limits begin on its chart.

    It is withdrawn, never deleted: whoever saw the chart before can find out what it showed.
    """

    measure = models.CharField(max_length=80)
    first_day = models.DateField()
    because = models.CharField(max_length=200)
    declared_at = models.DateTimeField()
    declared_by_name = models.CharField(max_length=200)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "first_day"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_step_of_a_measure_on_a_day",
            ),
            models.CheckConstraint(condition=~Q(because=""), name="a_step_has_a_reason"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) ^ ~Q(withdrawn_because=""),
                name="a_withdrawn_step_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"step of {self.measure} from {self.first_day}"


class Watch(models.Model):
    """A measure that is watched after what was promised about it was reached.

    `about` is the key of what was promised, whatever kind of thing that is; empty where someone watches for
    their own reasons. `dimension` and `group` are empty for everyone.
    """

    about = models.CharField(max_length=100, blank=True)
    about_words = models.CharField(max_length=200, blank=True)
    measure = models.CharField(max_length=80)
    dimension = models.CharField(max_length=20, blank=True)
    group = models.CharField(max_length=100, blank=True)
    began_on = models.DateField()
    until = models.DateField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    begun_by_name = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=200, blank=True)
    looked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["about", "measure", "dimension", "group"],
                condition=Q(ended_at__isnull=True),
                name="one_watch_for_one_reason",
            ),
            models.CheckConstraint(condition=Q(until__gt=models.F("began_on")), name="a_watch_lasts"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) ^ ~Q(ended_because=""), name="an_ended_watch_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"watch on {self.measure} until {self.until}"


class WatchNotice(models.Model):
    """An adverse signal on a watched measure: which period, in words, and in which set it was found."""

    watch = models.ForeignKey(Watch, on_delete=models.CASCADE, related_name="notices")
    rule = models.CharField(max_length=60)
    period = models.DateField()
    words = models.TextField()
    found_at = models.DateTimeField()
    position = models.BigIntegerField(null=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["watch", "rule", "period"], name="a_signal_is_told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} in {self.period}"


class CitedFigure(models.Model):
    """A figure that somebody cited, for a paper or a page, frozen as it was seen. Added, never changed.

    `position` is where the journal stood, `digest` that of the facts. Comparing it with what is known now
    is `goldenthread.figures.measured.comparing`.
    """

    measure = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    place = models.CharField(max_length=3)
    year = models.PositiveSmallIntegerField()
    by = models.CharField(max_length=10)
    period = models.DateField()
    dimension = models.CharField(max_length=20, blank=True)
    group = models.CharField(max_length=100, blank=True)
    as_at = models.DateField()
    position = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    measured_set_id = models.BigIntegerField()
    numerator = models.FloatField(null=True)
    denominator = models.FloatField(null=True)
    value = models.FloatField(null=True)
    upper = models.FloatField(null=True)
    interval_low = models.FloatField(null=True)
    interval_high = models.FloatField(null=True)
    why_none = models.TextField(blank=True)
    cited_at = models.DateTimeField()
    cited_by_id = models.BigIntegerField(null=True)
    cited_by_name = models.CharField(max_length=200)
    because = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(value__isnull=False) ^ ~Q(why_none=""),
                name="a_cited_figure_says_why_none",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.period} as at {self.as_at}"
