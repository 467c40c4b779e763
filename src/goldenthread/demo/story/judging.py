"""Attaches measures and voices to the promises of the story, and has them judged."""

from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from goldenthread.audit import clock
from goldenthread.audit.scope import Scope
from goldenthread.improvement import judging_promises
from goldenthread.improvement.actions.judging import MeasureDetails, attach_measure, attach_voice
from goldenthread.improvement.models import Promise
from goldenthread.improvement.queries.attached import measures_of, voices_of
from goldenthread.improvement.queries.judged import history
from goldenthread.voice.models import CountSeries, Heard, Question
from goldenthread.voice.queries.asked import questions
from goldenthread.voice.queries.counted import series
from goldenthread.voice.queries.said import heard

STORY = Path(__file__).with_suffix(".yaml")
Voice = Question | CountSeries | Heard


def told() -> list[tuple[Promise, dict[str, Any]]]:
    """The promises of the story that are made, each with what it is judged by."""
    story = yaml.safe_load(STORY.read_text())
    made = {row.code: row for row in Promise.objects.filter(theme__plan__title=story["plan"])}
    return [(made[one["code"]], one) for one in story["promises"] if one["code"] in made]


@transaction.atomic
def attach_and_judge(by: Scope) -> None:
    """Attaches what has a day before today, and judges every promise: all of it, or nothing."""
    for promise, one in told():
        for measure in one["measures"]:
            attach_measure(promise, _details(measure), by=by)
        for voice in _voices(one, by):
            attach_voice(promise, voice, by=by)
    judging_promises.judge(by=by)


def is_judged(by: Scope) -> bool:
    """Whether everything is attached, and every promise of the plan was judged."""
    for promise, one in told():
        attached = measures_of(by, [promise.pk])[promise.pk], voices_of(by, [promise.pk])[promise.pk]
        wanted = len(one["measures"]), len(_voices(one, by))
        if any(len(rows) < count for rows, count in zip(attached, wanted, strict=True)):
            return False
    return all(history(by, promise.pk) for promise in Promise.objects.all())


def _details(told: dict[str, Any]) -> MeasureDetails:
    return MeasureDetails(
        measure=told["measure"],
        baseline=told["baseline"],
        baseline_on=told["baseline_on"],
        source=told["source"],
        target=told["target"],
        target_on=told["target_on"],
        is_example=True,
    )


def _voices(told: dict[str, Any], by: Scope) -> list[Voice]:
    """The newest question of these words, the series by month, and what was heard; those that are there."""
    today = clock.today()
    asked = [one for one in questions(by) if one.survey.closed_on <= today]
    found: list[Voice] = []
    for words in told.get("questions", ()):
        found += [one for one in asked if one.words == words][:1]
    monthly = {one.series.counts: one.series for one in series(by) if one.series.every == "month"}
    found += [monthly[counts] for counts in told.get("series", ()) if counts in monthly]
    said = {one.said: one for one in heard(by)}
    found += [said[words] for words in told.get("heard", ()) if words in said]
    return found
