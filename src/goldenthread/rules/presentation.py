"""Duties, answers and verdicts as plain data for JSON and pages, and as lines of text."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.rules.answers import Answer
from goldenthread.rules.duties import Duty, Standing, limits_of
from goldenthread.rules.excuses import Excuse
from goldenthread.rules.grounds import NEVER
from goldenthread.rules.lateness import Lateness, Verdict
from goldenthread.rules.wording import in_words


def duty_as_data(duty: Duty) -> dict[str, Any]:
    """Everything a page or a person needs to ask the duty, with its sources."""
    declared = duty.declared
    grounds = () if declared.grounds is None else declared.grounds.versions[-1].value
    return {
        "name": duty.name,
        "title": declared.title,
        "stage": duty.stage,
        "standing": duty.standing.value,
        "derived": duty.standing is Standing.PLANNING,
        "party": declared.party.value,
        "inputs": [
            {
                "name": one.name,
                "type": one.kind,
                "required": one.required,
                "meaning": one.words,
                "choices": list(one.choices),
            }
            for one in duty.inputs
        ],
        "limits": [str(limit) for limit in limits_of(duty)],
        "counting": [str(limit.counting) for limit in limits_of(duty)],
        "as_soon_as_practicable": declared.as_soon_as_practicable,
        "sources": [str(source) for source in duty.sources],
        "confirmed": duty.sources[0].confirmed.value,
        "grounds": [
            {
                "name": ground.name,
                "words": ground.words,
                "facts": dict(ground.facts),
                "optional_facts": dict(ground.optional_facts),
                "evidence": ground.evidence,
                "source": str(ground.source),
            }
            for ground in grounds
        ],
        "never_grounds": {never.name: never.reason for never in NEVER},
        "notice": declared.notice,
        "appeal": declared.appeal,
        "flag": declared.flag,
        "worked_examples": duty.worked_examples,
    }


def duty_as_text(duty: Duty) -> str:
    """Two lines: the name and title, and what it is asked with. Unconfirmed rules and flags say so."""
    asks = [f"{one.name}{_kind(one.kind, one.required)}" for one in duty.inputs]
    marks = [duty.standing.value] if duty.standing is not Standing.STATUTORY else []
    if duty.sources[0].confirmed.value != "read":
        marks.append(duty.sources[0].confirmed.value)
    if duty.declared.flag:
        marks.append(f"behind the flag {duty.declared.flag}")
    mark = f"  [{'; '.join(marks)}]" if marks else ""
    return f"  {duty.name}: {duty.declared.title}{mark}\n      {' '.join(asks)}"


def answer_as_data(asked: Answer) -> dict[str, Any]:
    """The answer with ISO dates, its counting, its source and both explanations."""
    deadline, duty = asked.deadline, asked.duty
    return {
        "duty": duty.name,
        "title": duty.declared.title,
        "due_on": deadline.due_on.isoformat(),
        "raw_on": deadline.raw_on.isoformat(),
        "alternative_on": _iso(deadline.alternative_on),
        "alternative_reading": None if deadline.alternative_on is None else duty.declared.other_reading,
        "opens_on": _iso(deadline.opens_on),
        "counted_from": deadline.counted_from.isoformat(),
        "limit": None if deadline.limit is None else str(deadline.limit),
        "counting": str(deadline.counting),
        "source": str(deadline.because),
        "source_address": deadline.because.address,
        "confirmed": deadline.because.confirmed.value,
        "standing": duty.standing.value,
        "derived": duty.standing is Standing.PLANNING,
        "explanation": asked.plain,
        "explanation_legal": asked.legal,
    }


def status_as_data(asked: Answer, found: Lateness, today: date) -> dict[str, Any]:
    """The verdict with its days and every excuse that was tested, each with its source."""
    excuses = [found.excused_by] if found.excused_by is not None else []
    return {
        "duty": asked.duty.name,
        "status": found.verdict.value,
        "words": str(found),
        "due_on": found.due_on.isoformat(),
        "alternative_on": _iso(asked.deadline.alternative_on),
        "done_on": _iso(found.done_on),
        "today": today.isoformat(),
        "days_left": found.days_left,
        "days_late": found.days_late,
        "excused_by": None if found.verdict is not Verdict.LATE_EXCUSED else excuses[0].ground,
        "excuses": [_excuse(excuse) for excuse in (*excuses, *found.refused)],
        "source": str(asked.deadline.because),
        "explanation": f"It was due by {in_words(found.due_on)}. Now: {found}. {_practicable(asked)}".strip(),
    }


def _excuse(excuse: Excuse) -> dict[str, str]:
    return {
        "ground": excuse.ground,
        "finding": excuse.finding.value,
        "reason": excuse.reason,
        "source": str(excuse.because),
    }


def _practicable(asked: Answer) -> str:
    if asked.duty.declared.as_soon_as_practicable:
        return "The duty is to act as soon as practicable; the day is only the outer limit."
    return ""


def _kind(kind: str, required: bool) -> str:
    return f"={kind.upper()}" if required else f"=[{kind.upper()}]"


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
