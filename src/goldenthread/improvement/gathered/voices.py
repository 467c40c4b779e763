"""What do families say that is tied to promises? Newest answers, counts and what was heard."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.analysis.dimensions import DIMENSIONS
from goldenthread.analysis.statistics.consistency import consistency
from goldenthread.analysis.statistics.equity import unequal_shares
from goldenthread.analysis.statistics.polarity import Polarity
from goldenthread.analysis.statistics.process_behaviour import Chart, Standing, chart_of, chart_of_shares
from goldenthread.audit.scope import Scope
from goldenthread.figures.changes.charting import period_name
from goldenthread.improvement.judging import felt
from goldenthread.improvement.judging.asks import Asks
from goldenthread.improvement.judging.everywhere import GroupsSeen
from goldenthread.improvement.models import PromiseVoice
from goldenthread.ui.fields import start_upper
from goldenthread.ui.words import month
from goldenthread.voice.queries.answered import Answered, GroupAnswers, answers, newest_asked
from goldenthread.voice.queries.counted import Counted, series


@dataclass(frozen=True, slots=True)
class VoicesSeen:
    """The voices of a promise, and what was answered to its questions by group."""

    voices: felt.Voices
    groups: Sequence[GroupsSeen]


def voices_seen(by: Scope, rows: Iterable[PromiseVoice], today: date, asks: Asks) -> dict[int, VoicesSeen]:
    """The voices of each promise that has any, by promise. A question stands for its newest survey."""
    every = list(rows)
    newest = newest_asked(by, [row.question_id for row in every if row.question_id is not None])
    answered = answers(by, set(newest.values()))
    counted = {one.series.pk: one for one in series(by, [row.series.key for row in every if row.series])}
    found: dict[int, list[PromiseVoice]] = {}
    for row in every:
        found.setdefault(row.promise_id, []).append(row)
    return {
        promise_id: _seen(own, newest, answered, counted, today, asks) for promise_id, own in found.items()
    }


def _seen(
    rows: Sequence[PromiseVoice],
    newest: Mapping[int, int],
    answered: Mapping[int, Answered],
    counted: Mapping[int, Counted],
    today: date,
    asks: Asks,
) -> VoicesSeen:
    asked = [
        answered[one] for one in dict.fromkeys(newest[row.question_id] for row in rows if row.question_id)
    ]
    voices = felt.Voices(
        answered=[_answered(one) for one in asked],
        counted=[_counted(counted[row.series_id], today, asks) for row in rows if row.series_id],
        heard=[felt.Heard(one.pk, one.said, bool(one.changed)) for row in rows if (one := row.heard)],
    )
    return VoicesSeen(voices, [group for one in asked for group in _groups(one)])


def _answered(one: Answered) -> felt.Answered:
    survey, everyone = one.question.survey, one.everyone
    return felt.Answered(
        id=one.question.pk,
        words=one.question.words,
        survey=survey.title,
        closed_on=survey.closed_on,
        favourable=everyone.favourable if everyone else 0,
        answered=everyone.answered if everyone else 0,
        replies=survey.replies,
        invited=survey.invited,
        did_not_answer=survey.did_not_answer,
        before=(one.before.favourable, one.before.answered) if one.before else None,
    )


def _counted(one: Counted, today: date, asks: Asks) -> felt.Counted:
    """What may be said of a series: nothing once its newest period is too long ago."""
    better = one.counts.better
    chart = _chart(one, better)
    standing, words = chart.standing, chart.words
    if one.points and today - one.points[-1].first_day > timedelta(days=asks.voice_lasts_days):
        standing = Standing.TOO_FEW
        words = f"Nothing was counted since {month(one.points[-1].first_day)}: too long ago to say of now."
    return felt.Counted(one.series.key, one.series.title, better, standing, words)


def _chart(one: Counted, better: Polarity) -> Chart:
    labels = [period_name(one.series.every, point.first_day) for point in one.points]
    if one.counts.out_of is None:
        return chart_of([point.count for point in one.points], better, labels=labels)
    return chart_of_shares(
        [point.count if point.out_of is not None else None for point in one.points],
        [point.out_of for point in one.points],
        better,
        labels=labels,
    )


def _groups(one: Answered) -> list[GroupsSeen]:
    title = f"“{one.question.words}”"
    return [_of_groups(title, dimension, groups) for dimension, groups in one.groups.items()]


def _of_groups(title: str, dimension: str, groups: Sequence[GroupAnswers]) -> GroupsSeen:
    named = DIMENSIONS[dimension].title if dimension in DIMENSIONS else start_upper(dimension)
    counts = {
        each.group: (each.favourable, each.answered)
        for each in groups
        if each.favourable is not None and each.answered is not None
    }
    withheld = tuple(each.group for each in groups if each.is_hidden)
    found = consistency(counts) if len(counts) > 1 else None
    if found is None:
        why = "The groups that answered are too small to be shown beside each other."
        return GroupsSeen(title, dimension, named, why, withheld=withheld)
    worse = unequal_shares(counts, Polarity.HIGHER_IS_BETTER).worse_off
    return GroupsSeen(title, dimension, named, "", found, tuple(each.group for each in worse), withheld)
