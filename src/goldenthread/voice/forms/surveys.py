"""What is asked about a survey, the file of its answers, and what we answer to a theme."""

from collections.abc import Sequence
from typing import Any

from goldenthread.audit import clock
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import ChoiceField, FileField, TextAreaField, TextField, WholeNumberField
from goldenthread.ui.forms import Form
from goldenthread.voice.actions.surveys import ResponseDetails, SurveyDetails
from goldenthread.voice.models import Rating, Survey, ThemeResponse

LARGEST_FILE = 5_000_000
"""Octets: a survey of a hundred questions by thirty groups is a tenth of it."""
MOST_PEOPLE = 1_000_000


class SurveyForm(Form):
    """Whom a survey asked, and who replied."""

    title = TextField(label="What is the survey called?", called="the name of the survey", max_length=200)
    run_by = TextField(
        label="Who ran it?", called="who ran it", help_text="A body, not a person.", max_length=200
    )
    opened_on = DateField(label="When did it open?", called="the day it opened", today=clock.today)
    closed_on = DateField(label="When did it close?", called="the day it closed", today=clock.today)
    asked_when = TextField(
        label="If nobody knows the days: when, in words? (optional)",
        called="when it asked",
        help_text="For example, autumn 2023. Give the first and last day that it could be above.",
        max_length=100,
        width="20",
        required=False,
    )
    replies = WholeNumberField(
        label="How many replied?", called="how many replied", width="5", min_value=0, max_value=MOST_PEOPLE
    )
    invited = WholeNumberField(
        label="How many were asked? (optional)",
        called="how many were asked",
        help_text="Leave it empty where nobody knows: then there is no response rate, and pages say so.",
        width="5",
        min_value=1,
        max_value=MOST_PEOPLE,
        required=False,
    )
    did_not_answer = TextAreaField(
        label="Who did not answer? (optional)",
        called="who did not answer",
        help_text="Groups, and how you know: “Fewer who speak another language at home: 4 of 100 replies, "
        "11 of 100 children.” No person is named.",
        rows=3,
        required=False,
    )
    source = TextField(
        label="Where can it be read? (optional)",
        called="where it can be read",
        help_text="An address, or the title of a report.",
        max_length=500,
        required=False,
    )

    def __init__(
        self, *args: Any, surveys: Sequence[Survey], survey: Survey | None = None, **rest: Any
    ) -> None:
        if survey is not None:
            rest["initial"] = _as_it_stands(survey)
        super().__init__(*args, **rest)
        self.survey = survey
        self.others = {str(one.pk): one for one in surveys if survey is None or one.pk != survey.pk}
        if self.others:
            self.fields["before"] = ChoiceField(
                label="Did an earlier survey ask the same? (optional)",
                called="the survey before it",
                choices=[("", "No"), *((key, one.title) for key, one in self.others.items())],
                as_select=True,
                required=False,
                help_text="Questions with the same words are then shown beside each other.",
            )
        if survey is not None:
            self.fields["because"] = TextAreaField(
                label="Why is it corrected?", called="why it is corrected", rows=2
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        opened, closed = cleaned.get("opened_on"), cleaned.get("closed_on")
        if opened and closed and closed < opened:
            self.add_error("closed_on", "The day it closed must be on or after the day it opened")
        invited, replies = cleaned.get("invited"), cleaned.get("replies")
        if invited is not None and replies is not None and invited < replies:
            self.add_error("invited", "No more can reply than were asked")
        before = self.others.get(cleaned.get("before", ""))
        if before is not None and opened and before.opened_on >= opened:
            self.add_error("before", f"“{before.title}” did not open earlier")
        return cleaned

    def details(self) -> SurveyDetails:
        cleaned = self.cleaned_data
        return SurveyDetails(
            title=cleaned["title"],
            run_by=cleaned["run_by"],
            opened_on=cleaned["opened_on"],
            closed_on=cleaned["closed_on"],
            asked_when=cleaned["asked_when"],
            replies=cleaned["replies"],
            invited=cleaned["invited"],
            did_not_answer=cleaned["did_not_answer"],
            source=cleaned["source"],
            before=self.others.get(cleaned.get("before", "")),
            is_example=self.survey is not None and self.survey.is_example,
        )


def _as_it_stands(survey: Survey) -> dict[str, Any]:
    names = (
        *("title", "run_by", "opened_on", "closed_on", "asked_when", "replies", "invited"),
        *("did_not_answer", "source"),
    )
    return {name: getattr(survey, name) for name in names} | {"before": str(survey.before_id or "")}


class AnswersForm(Form):
    """The answers to a survey as a spreadsheet."""

    file = FileField(
        label="The spreadsheet",
        called="the spreadsheet",
        help_text="An Excel or CSV file with the columns of the download: counts only. It is taken whole, or "
        "not at all.",
        endings=(".xlsx", ".csv"),
        largest=LARGEST_FILE,
    )


HOW_WELL = [("", "Nobody has said"), *((str(value), words.capitalize()) for value, words in Rating.choices)]


class ResponseForm(Form):
    """What we answer to a theme."""

    families_rating = ChoiceField(
        label="How well do families say that this works?",
        called="how well families say that it works",
        choices=HOW_WELL,
        help_text="As the forum or the families who were asked put it, not as we read their answers.",
        required=False,
    )
    our_rating = ChoiceField(
        label="How well do we say that this works?",
        called="how well we say that it works",
        choices=HOW_WELL,
        required=False,
    )
    what_was_done = TextAreaField(label="What was done?", called="what was done")
    how_well = TextAreaField(
        label="How well did it go, and how do we know? (optional)",
        called="how well it went",
        rows=3,
        required=False,
    )
    what_next = TextAreaField(label="What comes next? (optional)", called="what comes next", required=False)

    def __init__(self, *args: Any, response: ThemeResponse | None, **rest: Any) -> None:
        if response is not None:
            rest["initial"] = _as_answered(response)
        super().__init__(*args, **rest)
        self.is_example = response is not None and response.is_example

    def details(self) -> ResponseDetails:
        cleaned = self.cleaned_data
        return ResponseDetails(
            families_rating=_rating(cleaned["families_rating"]),
            our_rating=_rating(cleaned["our_rating"]),
            what_was_done=cleaned["what_was_done"],
            how_well=cleaned["how_well"],
            what_next=cleaned["what_next"],
            is_example=self.is_example,
        )


def _as_answered(response: ThemeResponse) -> dict[str, Any]:
    return {
        "families_rating": str(response.families_rating or ""),
        "our_rating": str(response.our_rating or ""),
        "what_was_done": response.what_was_done,
        "how_well": response.how_well,
        "what_next": response.what_next,
    }


def _rating(typed: str) -> Rating | None:
    return Rating(int(typed)) if typed else None
