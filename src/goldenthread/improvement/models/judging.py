"""What is attached to a promise so that it can be judged, and each judgement that was passed on it."""

from django.db import models
from django.db.models import F, Q

from goldenthread.improvement.judging.values import State, Test


class PromiseMeasure(models.Model):
    """A measure by which a promise is judged: where it stood, and where it is promised to stand by when.

    `dimension` and `group` are empty for everyone. Values are in the measure's unit: a share in a hundred.
    It is taken off with a reason, never deleted: whoever chooses another measure can be asked why.
    """

    promise = models.ForeignKey("improvement.Promise", on_delete=models.PROTECT, related_name="measures")
    measure = models.CharField(max_length=80)
    dimension = models.CharField(max_length=20, blank=True)
    group = models.CharField(max_length=100, blank=True)
    baseline = models.FloatField()
    baseline_on = models.DateField()
    baseline_source = models.CharField(max_length=200)
    target = models.FloatField()
    target_on = models.DateField()
    is_example = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by_name = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["promise", "measure", "dimension", "group"],
                condition=Q(ended_at__isnull=True),
                name="a_measure_judges_a_promise_once",
            ),
            models.CheckConstraint(
                condition=Q(target_on__gt=F("baseline_on")), name="a_target_comes_after_its_baseline"
            ),
            models.CheckConstraint(condition=~Q(target=F("baseline")), name="a_target_asks_for_a_change"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) ^ ~Q(ended_because=""),
                name="a_measure_taken_off_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} of {self.promise}"


class PromiseVoice(models.Model):
    """A voice of families by which a promise is judged: a question, a series of counts, or something heard.

    A question stands for itself and for the same question of later surveys. Taken off with a reason, never
    deleted.
    """

    promise = models.ForeignKey("improvement.Promise", on_delete=models.PROTECT, related_name="voices")
    question = models.ForeignKey("voice.Question", null=True, on_delete=models.PROTECT, related_name="+")
    series = models.ForeignKey("voice.CountSeries", null=True, on_delete=models.PROTECT, related_name="+")
    heard = models.ForeignKey("voice.Heard", null=True, on_delete=models.PROTECT, related_name="+")
    is_example = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by_name = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(question__isnull=False, series__isnull=True, heard__isnull=True)
                    | Q(question__isnull=True, series__isnull=False, heard__isnull=True)
                    | Q(question__isnull=True, series__isnull=True, heard__isnull=False)
                ),
                name="a_voice_is_one_thing",
            ),
            models.UniqueConstraint(
                fields=["promise", "question", "series", "heard"],
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="a_voice_speaks_of_a_promise_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) ^ ~Q(ended_because=""), name="a_voice_taken_off_says_why"
            ),
        ]

    def __str__(self) -> str:
        return str(self.question or self.series or self.heard)


class Judgement(models.Model):
    """What a test said of a promise, from a moment on until the next row; rows are added, never changed.

    `rests_on` keeps the numbers, and the ids of milestones, evidence and voices; `measured_set` the figures.
    """

    TESTS = [(test.value, test.value.capitalize()) for test in Test]
    STATES = [(state.value, state.value) for state in State]

    promise = models.ForeignKey("improvement.Promise", on_delete=models.PROTECT, related_name="judgements")
    test = models.CharField(max_length=10, choices=TESTS)
    state = models.CharField(max_length=12, choices=STATES)
    says = models.TextField()
    limit = models.TextField(blank=True)
    rests_on = models.JSONField(default=dict)
    measured_set = models.ForeignKey(
        "figures.MeasuredSet", null=True, on_delete=models.PROTECT, related_name="+"
    )
    judged_at = models.DateTimeField()
    judged_because = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["promise", "test", "-id"], name="newest_judgement")]
        constraints = [
            models.CheckConstraint(
                condition=Q(test__in=["done", "working", "felt", "everywhere", "lasting"]),
                name="a_judgement_is_on_one_of_five_tests",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["yes", "not-yet", "no", "not-known", "no-evidence"]),
                name="a_judgement_is_one_of_five_states",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.test}: {self.state}"
