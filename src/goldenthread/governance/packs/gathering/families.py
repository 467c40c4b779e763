"""What families and young people say: the first part of every pack, and who was not at the table."""

from collections.abc import Sequence

from goldenthread.audit.scope import Scope
from goldenthread.governance.models import Meeting
from goldenthread.governance.packs.contents import Block, Fact, Facts, Heading, Paragraph, Quote, Table
from goldenthread.governance.packs.contents import Head as H
from goldenthread.governance.packs.gathering.promises import FORUM, states_in_words
from goldenthread.governance.packs.gathering.telling import as_example
from goldenthread.governance.packs.gathering.view import View
from goldenthread.governance.queries.seats import empty_seats
from goldenthread.ui.words import day, month, percent, plural, thousands
from goldenthread.voice.models import CountSeries, Heard
from goldenthread.voice.queries.answered import Answered
from goldenthread.voice.queries.asked import AskedSurvey, SurveyPage, survey_page, surveys
from goldenthread.voice.queries.counted import Counted, Point, series
from goldenthread.voice.queries.said import heard

NEWEST_HEARD = 8
NOBODY_WROTE = "The parent carer forum has not written about any promise."


def families(scope: Scope, view: View, meeting: Meeting | None) -> list[Block]:
    """Empty seats, the forum's words, the newest survey, counts, and what became of what was said."""
    return [
        *empty(scope, meeting),
        Heading("In the forum’s own words", 2),
        *forum_words(view),
        *survey_blocks(scope),
        Heading("Complaints, compliments and contacts", 2),
        counts(scope),
        Heading("You said, we did, what changed", 2),
        heard_table(heard(scope)[:NEWEST_HEARD]),
    ]


def empty(scope: Scope, meeting: Meeting | None) -> list[Block]:
    """Said first: whose seat at this meeting is empty."""
    if meeting is None:
        return []
    return [Paragraph(one.says, "missing") for one in empty_seats(scope, [meeting])[meeting.pk]]


def forum_words(view: View) -> list[Block]:
    """What the forum writes about promises, unedited, each with how that promise stands."""
    found: list[Block] = []
    for one in view.judged:
        words = view.forums(one.promise)
        if words is not None:
            about = f"{one.promise.code}: {one.promise.words} {states_in_words(one.five)}"
            by = as_example(FORUM, words.is_example)
            found.append(Quote(words.words, by, day(words.written_at.date()), about, "forum"))
    return found or [Paragraph(NOBODY_WROTE, "missing")]


def survey_blocks(scope: Scope) -> list[Block]:
    """The survey that closed last: who replied and who did not, each question, both ratings."""
    every = surveys(scope)
    if not every:
        return [Heading("Surveys", 2), Paragraph("No survey of families is kept here yet.", "missing")]
    asked = every[0]
    page = survey_page(scope, asked.survey.pk)
    return [
        Heading(as_example(asked.survey.title, asked.survey.is_example), 2),
        Facts(_who_replied(asked)),
        _questions(page),
        _responses(page),
    ]


def _who_replied(asked: AskedSurvey) -> tuple[Fact, ...]:
    survey = asked.survey
    replies = plural(survey.replies, "reply", "replies")
    rate = (
        f"{replies} of {thousands(survey.invited or 0)} asked ({percent(100 * asked.response_rate, 0)})"
        if asked.response_rate is not None
        else f"{replies}; nobody knows how many were asked"
    )
    few = [Fact("How sure", "Too few replied to say anything of all families.")] if asked.is_too_few else []
    return (
        Fact("Run by", survey.run_by),
        Fact("Open", f"{day(survey.opened_on)} to {day(survey.closed_on)}"),
        Fact("Replies", rate),
        Fact("Who did not answer", survey.did_not_answer or "Not said by whoever ran it."),
        *few,
    )


def _questions(page: SurveyPage) -> Table:
    rows = tuple(_answers(one) for theme in page.themes for one in theme.answered)
    heads = (
        H("Question", share=6),
        H("Favourable", share=2),
        H("Unfavourable", share=2),
        H("Beside the survey before", share=3),
    )
    return Table("What was answered", heads, rows, "No answers are kept.")


def _answers(one: Answered) -> tuple[str, ...]:
    if one.everyone is None or not one.everyone.answered:
        return (one.question.words, "no answers", "no answers", "–")
    total = one.everyone.answered
    since = str(one.since) if one.since is not None else "not asked before"
    return (
        one.question.words,
        f"{one.everyone.favourable} of {total} ({percent(100 * one.everyone.favourable / total, 0)})",
        f"{one.everyone.unfavourable} of {total}",
        since,
    )


def _responses(page: SurveyPage) -> Table:
    rows = tuple(
        (
            as_example(theme.name, theme.response.is_example),
            theme.response.get_families_rating_display() or "not rated",
            theme.response.get_our_rating_display() or "not rated",
            theme.response.what_was_done or "–",
            theme.response.what_next or "–",
        )
        for theme in page.themes
        if theme.response is not None
    )
    heads = (
        H("Theme", share=3),
        H("Families say it works"),
        H("We say it works"),
        H("What was done", share=4),
        H("What next", share=4),
    )
    return Table(
        "Families’ rating beside ours", heads, rows, "Nothing was answered to the themes of this survey yet."
    )


def counts(scope: Scope) -> Table:
    """The newest period of each series, beside the same period a year before."""
    rows = tuple(_count(one) for one in series(scope) if one.points)
    heads = (
        H("What is counted", share=4),
        H("Newest"),
        H("Count", number=True),
        H("A year before", number=True),
        H("Source", share=3),
    )
    return Table(
        "Counts of the newest period",
        heads,
        rows,
        "Nothing is counted here yet: no complaints, compliments or contacts.",
    )


def _count(one: Counted) -> tuple[str, ...]:
    newest = one.points[-1]
    before = next((point for point in one.points if _is_year_before(point, newest)), None)
    monthly = one.series.every == CountSeries.Every.MONTH
    return (
        as_example(one.series.title, one.series.is_example),
        month(newest.first_day) if monthly else f"year from {month(newest.first_day)}",
        _of(newest),
        _of(before) if before else "not known",
        one.series.source or "not given",
    )


def _is_year_before(point: Point, newest: Point) -> bool:
    return (point.first_day.year, point.first_day.month) == (
        newest.first_day.year - 1,
        newest.first_day.month,
    )


def _of(point: Point) -> str:
    return (
        thousands(point.count)
        if point.out_of is None
        else f"{thousands(point.count)} of {thousands(point.out_of)}"
    )


def heard_table(rows: Sequence[Heard]) -> Table:
    """You said, we did, what changed: also where nothing was done or nothing changed yet."""
    heads = (H("You said", share=4), H("We did", share=4), H("What changed", share=4))
    return Table(
        "What was heard, newest first",
        heads,
        tuple(
            (
                as_example(f"{row.said} ({row.said_by}, {day(row.said_on)})", row.is_example),
                row.did or "Nothing yet.",
                f"{row.changed} How we know: {row.how_we_know}" if row.changed else "Not known yet.",
            )
            for row in rows
        ),
        "Nothing is kept yet of what people said and what came of it.",
    )
