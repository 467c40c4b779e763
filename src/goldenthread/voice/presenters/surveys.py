"""Surveys in words: who replied, who did not and what that means, theme by theme."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse
from django.utils.text import slugify

from goldenthread.analysis.dimensions import DIMENSIONS
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Link, Row, Table
from goldenthread.ui.words import day, listed, plural, rounded, thousands
from goldenthread.voice.models import Question, Survey, ThemeResponse
from goldenthread.voice.presenters.words import (
    EXAMPLE,
    HIDDEN,
    NO_COMMENTS,
    Cells,
    hundred,
    interval_words,
    of_words,
    rating_words,
    share_words,
    since_cell,
)
from goldenthread.voice.queries.answered import Answered, GroupAnswers
from goldenthread.voice.queries.asked import AskedSurvey, SurveyPage, Theme
from goldenthread.voice.tallies import FEWEST_REPLIES, Tally

LOW = 0.3
"""Below this response rate a page warns that those who replied may not stand for the others. Unconfirmed."""


def surveys_table(found: Sequence[AskedSurvey]) -> Table:
    """Every survey with how many replied."""
    columns = [Column("Survey"), Column("Run by"), Column("Closed"), Column("Replied", number=True)]
    columns += [Column("Of 100 asked", number=True), Column("Questions", number=True)]
    rows = [_survey_row(each) for each in found]
    return Table(columns, rows, "Surveys", caption_shown=False, missing="nobody knows")


def _survey_row(each: AskedSurvey) -> Cells:
    row = each.survey
    notes = ["Example"] if row.is_example else []
    notes += ["Too few to say"] if each.is_too_few else []
    rate = None if each.response_rate is None else rounded(100 * each.response_rate, 0)
    return [
        Cell(row.title, href=reverse("survey", args=[row.pk]), note=". ".join(notes)),
        row.run_by,
        start_upper(row.asked_when) or day(row.closed_on),
        row.replies,
        rate,
        each.questions,
    ]


def survey_values(page: SurveyPage, *, may_keep: bool) -> dict[str, Any]:
    """One survey: how it stands, who did not answer, and each theme with our answer to it."""
    row = page.asked.survey
    links = []
    if may_keep:
        links = [
            Link("Bring its answers", reverse("bring-answers", args=[row.pk])),
            Link("Correct the survey", reverse("correct-survey", args=[row.pk])),
        ]
    return {
        "title": row.title,
        "caption": f"Survey by {row.run_by}",
        "example": EXAMPLE if row.is_example else "",
        "lead": lead_words(page.asked),
        "missing": who_is_missing(page.asked),
        "facts": list(_facts(row)),
        "themes": [_theme(row, theme, may_keep) for theme in page.themes],
        "no_comments": NO_COMMENTS,
        "links": links,
        "above": Link("Surveys", reverse("surveys")),
    }


def lead_words(asked: AskedSurvey) -> str:
    """412 of 2,168 who were asked replied: 19 of 100."""
    row = asked.survey
    if asked.response_rate is None:
        return f"{thousands(row.replies)} replied. Nobody knows how many were asked."
    invited = thousands(row.invited or 0)
    rate = rounded(100 * asked.response_rate, 0)
    return f"{thousands(row.replies)} of {invited} who were asked replied: {rate} of 100."


def who_is_missing(asked: AskedSurvey) -> list[str]:
    """Who did not answer, and what that means for what the survey can tell."""
    said = []
    if asked.is_too_few:
        said.append(f"Fewer than {FEWEST_REPLIES} replied: too few to say anything of families as a whole.")
    if asked.response_rate is None:
        said.append("Without knowing how many were asked, nobody can tell for whom these replies speak.")
    elif asked.response_rate < LOW:
        rest = rounded(100 - 100 * asked.response_rate, 0)
        said.append(
            f"{rest} of 100 did not reply. What they would have said may be different; the intervals below "
            "tell of chance only, not of that."
        )
    who = asked.survey.did_not_answer
    said.append(f"Who did not answer: {who}" if who else "Nobody has looked at who did not answer.")
    return said


def _facts(row: Survey) -> Iterator[Row]:
    yield Row("Asked", start_upper(row.asked_when) or f"{day(row.opened_on)} to {day(row.closed_on)}")
    if row.before:
        link = Link("See it", reverse("survey", args=[row.before_id]), about="the survey before")
        yield Row("Survey before", row.before.title, link=link)
    if row.source:
        yield Row("Source", row.source)


def _theme(survey: Survey, theme: Theme, may_keep: bool) -> dict[str, Any]:
    response = theme.response
    act = None
    if may_keep:
        words = "Change our answer" if response else "Answer this theme"
        act = Link(words, reverse("answer-theme", args=[survey.pk, slugify(theme.name)]), f": {theme.name}")
    groups = list(_group_rows(theme.answered))
    return {
        "name": theme.name,
        "table": _questions_table(theme) if theme.answered else None,
        "groups": _groups_table(theme.name, groups) if groups else None,
        "rows": _answer_rows(response) if response else [],
        "example": response.is_example and not survey.is_example if response else False,
        "act": act,
    }


def _questions_table(theme: Theme) -> Table:
    columns = [Column("Question"), Column("Said yes, or good", number=True), Column("Of", number=True)]
    columns += [Column("95% interval", number=True), Column("Before", number=True), Column("Since")]
    rows = [_question_row(each) for each in theme.answered]
    return Table(columns, rows, f"{theme.name}: what families said", caption_shown=False, missing="none")


def _question_row(each: Answered) -> Cells:
    words = Cell(each.question.words, note="The experience as a whole" if each.question.is_overall else "")
    if each.everyone is None:
        return [words, Cell("no answers yet"), None, None, None, None]
    before = None if each.before is None else _before(each)
    return [
        words,
        share_words(each.everyone),
        of_words(each.everyone),
        interval_words(each.everyone),
        before,
        since_cell(each.since),
    ]


def _before(each: Answered) -> Cell | None:
    if each.before is None or each.question.before is None:
        return None
    return Cell(
        share_words(each.before), note=f"{of_words(each.before)}, {each.question.before.survey.title}"
    )


def _group_rows(answered: Sequence[Answered]) -> Iterator[Cells]:
    for each in answered:
        for dimension, groups in each.groups.items():
            title = DIMENSIONS[dimension].title
            for group in groups:
                yield [each.question.words, Cell(group.group, note=title), *_group_cells(group)]


def _group_cells(group: GroupAnswers) -> Cells:
    if group.favourable is None or group.answered is None:
        return [HIDDEN, None]
    tally = Tally(group.favourable, group.answered - group.favourable, 0)
    return [share_words(tally), of_words(tally)]


def _groups_table(theme: str, rows: list[Cells]) -> Table:
    columns = [Column("Question"), Column("Group"), Column("Said yes, or good", number=True)]
    columns.append(Column("Of", number=True))
    return Table(columns, rows, f"{theme}: by group", missing="not shown, to protect small groups")


def _apart(response: ThemeResponse) -> str:
    """Whether we think better of it than families do: the one thing that may not be overlooked."""
    theirs, ours = response.families_rating, response.our_rating
    if theirs is None or ours is None or ours == theirs:
        return ""
    return (
        "We rate this better than families do." if ours > theirs else "Families rate this better than we do."
    )


def _answer_rows(response: ThemeResponse) -> list[Row]:
    return [
        Row("Families say that it works", rating_words(response.families_rating)),
        Row("We say that it works", rating_words(response.our_rating), note=_apart(response)),
        Row("What was done", response.what_was_done or "Nothing yet"),
        Row("How well", response.how_well or "Not known yet"),
        Row("What comes next", response.what_next or "Nothing is planned"),
        Row("Answered on", day(response.responded_on)),
    ]


def template_rows(questions: Sequence[Question]) -> Iterator[list[str]]:
    """Theme, question and overall of each question, for the download."""
    for one in questions:
        yield [one.theme, one.words, "yes" if one.is_overall else ""]


def response_words(theme: Theme) -> str:
    """What families answered to the questions of a theme, above the form that answers it."""
    found = [
        f"“{each.question.words}” {share_words(each.everyone)} ({of_words(each.everyone)})"
        for each in theme.answered
        if each.everyone is not None
    ]
    if not found:
        return "No answers to its questions are here."
    return f"Said yes, or good: {listed(found)}."


def counted_words(found: Sequence[AskedSurvey]) -> str:
    """How it stands, in a sentence."""
    known = [each for each in found if each.response_rate is not None]
    newest = found[0]
    rate = (
        f"{hundred(newest.response_rate)} of those asked replied to it"
        if newest.response_rate is not None
        else "nobody knows how many were asked"
    )
    unknown = len(found) - len(known)
    more = f" Of {plural(unknown, 'survey')} nobody knows how many were asked." if unknown else ""
    return f"The newest of {plural(len(found), 'survey')} is “{newest.survey.title}”: {rate}.{more}"
