"""A survey, what it asked, how many answered how, and what was answered to it by theme.

Answers are counts. What one family wrote is personal data and is not kept here.
"""

from django.db import models
from django.db.models import F, Q


class Survey(models.Model):
    """Whom it asked and who replied. `invited` is empty where nobody knows how many were asked.

    `asked_when` gives the time in words where the source gives no days ("autumn 2023"); the days are then the
    first and last that it could be. `before` is the survey that asked the same people before. `is_example`
    marks what was invented for the demonstration.
    """

    title = models.CharField(max_length=200, unique=True)
    run_by = models.CharField(max_length=200)
    opened_on = models.DateField()
    closed_on = models.DateField()
    asked_when = models.CharField(max_length=100, blank=True)
    invited = models.PositiveIntegerField(null=True)
    replies = models.PositiveIntegerField()
    did_not_answer = models.TextField(blank=True)
    source = models.CharField(max_length=500, blank=True)
    before = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="after")
    is_example = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by_id = models.BigIntegerField(null=True)
    added_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on__gte=F("opened_on")), name="a_survey_closes_after_it_opens"
            ),
            models.CheckConstraint(
                condition=Q(invited__isnull=True) | Q(invited__gte=F("replies")),
                name="no_more_reply_than_were_asked",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Question(models.Model):
    """One question in its own words, under a theme. `is_overall` asks for the experience as a whole."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="questions")
    number = models.PositiveIntegerField()
    theme = models.CharField(max_length=100)
    words = models.CharField(max_length=500)
    before = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="after")
    is_overall = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["survey", "words"], name="a_question_stands_once_in_its_survey"),
            models.UniqueConstraint(fields=["survey", "number"], name="questions_stand_in_order"),
            models.UniqueConstraint(
                fields=["survey"], condition=Q(is_overall=True), name="one_question_asks_for_the_whole"
            ),
        ]

    def __str__(self) -> str:
        return self.words


class Answer(models.Model):
    """How many answered a question how: everyone, or one group of a dimension. Rows are added, never changed.

    The newest row of a question and group is what holds; those before it are what was known earlier.
    `neither` counts those who were unsure, saw no difference, or of whom the answer is not known.
    """

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    dimension = models.CharField(max_length=50, blank=True)
    group = models.CharField(max_length=100, blank=True)
    favourable = models.PositiveIntegerField()
    unfavourable = models.PositiveIntegerField()
    neither = models.PositiveIntegerField()
    recorded_at = models.DateTimeField()
    by_id_number = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(dimension="", group="") | (~Q(dimension="") & ~Q(group="")),
                name="a_group_of_answers_is_of_a_dimension",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.favourable}, {self.unfavourable}, {self.neither}"


class Rating(models.IntegerChoices):
    """How well something works: one scale for families and for us, so that both can stand side by side."""

    NOT_AT_ALL = 1, "not at all"
    A_LITTLE = 2, "a little"
    MOSTLY = 3, "mostly"
    FULLY = 4, "fully"


class ThemeResponse(models.Model):
    """What the partnership answers to a theme of a survey: both ratings, what was done, how well, what next.

    A rating is empty where nobody gave one.
    """

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="responses")
    theme = models.CharField(max_length=100)
    families_rating = models.PositiveSmallIntegerField(null=True, choices=Rating.choices)
    our_rating = models.PositiveSmallIntegerField(null=True, choices=Rating.choices)
    what_was_done = models.TextField(blank=True)
    how_well = models.TextField(blank=True)
    what_next = models.TextField(blank=True)
    responded_on = models.DateField()
    is_example = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["survey", "theme"], name="a_theme_is_answered_once"),
            models.CheckConstraint(
                condition=(Q(families_rating__isnull=True) | Q(families_rating__range=(1, 4)))
                & (Q(our_rating__isnull=True) | Q(our_rating__range=(1, 4))),
                name="a_theme_is_rated_from_1_to_4",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.theme} ({self.survey})"
