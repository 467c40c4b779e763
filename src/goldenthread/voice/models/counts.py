"""Complaints, compliments and contacts as counts by month or year, until casework brings them one by one."""

from django.db import models
from django.db.models import Q

from goldenthread.voice.kinds_of_count import Counts


class CountSeries(models.Model):
    """One thing that is counted again and again, and who says so. `key` names it in files and addresses."""

    class Every(models.TextChoices):
        MONTH = "month", "month"
        YEAR = "year", "year"

    key = models.SlugField(max_length=80, unique=True)
    counts = models.CharField(max_length=40, choices=[(one.value, one.words) for one in Counts])
    every = models.CharField(max_length=5, choices=Every.choices, default=Every.MONTH)
    title = models.CharField(max_length=200)
    source = models.CharField(max_length=500, blank=True)
    is_example = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["counts", "every"], name="a_thing_is_counted_in_one_series"),
        ]

    def __str__(self) -> str:
        return self.title


class PeriodCount(models.Model):
    """How many in one period: everyone, or one group of a dimension. Rows are added, never changed.

    `first_day` is the first day of the month, or of a year from any month. Of answered messages,
    `working_days` says how long these took. The newest row of a period, group and time is what holds.
    """

    series = models.ForeignKey(CountSeries, on_delete=models.PROTECT, related_name="periods")
    first_day = models.DateField()
    dimension = models.CharField(max_length=50, blank=True)
    group = models.CharField(max_length=100, blank=True)
    working_days = models.PositiveSmallIntegerField(null=True)
    count = models.PositiveIntegerField()
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(first_day__day=1), name="a_period_begins_on_the_first_of_a_month"
            ),
            models.CheckConstraint(
                condition=Q(dimension="", group="") | (~Q(dimension="") & ~Q(group="")),
                name="a_group_of_counts_is_of_a_dimension",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.first_day}: {self.count}"
