"""An answer in words: plain English for a family, legal English for an officer. Both name the same day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum

from goldenthread.rules.deadline import Deadline
from goldenthread.rules.duties import Duty, Standing
from goldenthread.rules.law import Confirmed, Kind, Source
from goldenthread.rules.wording import in_words, listed, short_day

_PLAIN_CAUTION = {
    Confirmed.READ: "",
    Confirmed.SECONDARY: "",
    Confirmed.INTERPRETATION: "The law can be read in more than one way. This is how we read it.",
    Confirmed.UNCONFIRMED: "We are still checking this rule.",
}
_LEGAL_CONFIDENCE = {
    Confirmed.READ: "The text was read.",
    Confirmed.SECONDARY: "Read in guidance or commentary, not in the instrument.",
    Confirmed.INTERPRETATION: "Interpretation: the reading chosen is stated.",
    Confirmed.UNCONFIRMED: "Unconfirmed: check the text in force before relying on this.",
}


def plain_explanation(duty: Duty, deadline: Deadline, inputs: Mapping[str, object]) -> str:
    """What happens, by when and why, and what to do if it does not, for a family.

    The rule in brackets is the source of the answer.
    """
    declared = duty.declared
    words = _placeholders(deadline, inputs)
    no_limit = deadline.limit is None and declared.how_without_limit
    planned = duty.standing is Standing.PLANNING
    cite = "a day to plan by, not a law" if planned else short_citation(deadline.because)
    how = (declared.how_without_limit if no_limit else declared.how).format(**words)
    sentences = [
        declared.what.format(**words),
        f"{how.removesuffix('.')} ({cite}).",
        _also_plain(duty),
        "" if planned else _PLAIN_CAUTION[deadline.because.confirmed],
        declared.if_not.format(**words),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def legal_explanation(duty: Duty, deadline: Deadline, inputs: Mapping[str, object]) -> str:
    """The duty, its last day, the counting, the other reading and the grounds, for an officer.

    Opens with the source of the answer.
    """
    declared = duty.declared
    must = declared.must.format(**_placeholders(deadline, inputs))
    asap = "as soon as practicable, and in any event " if declared.as_soon_as_practicable else ""
    verb = "should" if duty.standing is Standing.GUIDANCE else "must"
    who = declared.party.value
    parts = [
        f"{deadline.because}: {who} {verb} {must}."
        if duty.standing is not Standing.PLANNING
        else f"{deadline.because}: {must}.",
        f"{declared.day_is}: {asap}{in_words(deadline.due_on)}.",
        _counted(deadline),
    ]
    if deadline.raw_on != deadline.due_on:
        parts.append(f"Before any move the day was {in_words(deadline.raw_on)}.")
    if deadline.alternative_on is not None:
        parts.append(f"Other reading ({declared.other_reading}): {in_words(deadline.alternative_on)}.")
    others = [str(source) for source in declared.sources if source != deadline.because]
    if others:
        parts.append(f"See also {listed(others)}.")
    if declared.grounds is not None:
        names = [ground.name for ground in declared.grounds.on(deadline.due_on).value]
        parts.append(f"Lateness is excused only by {listed(names, 'or')}; the day does not move.")
    parts.append(_LEGAL_CONFIDENCE[deadline.because.confirmed])
    return " ".join(parts)


def short_citation(source: Source) -> str:
    """The source as a family sees it, in brackets: regulation 13(2)."""
    if source.kind is Kind.GUIDANCE:
        return f"guidance, {source.provision}"
    if source.kind is Kind.LOCAL_POLICY:
        return "our own rule"
    if source.kind is Kind.CASE:
        return "a court case"
    return source.provision


def _also_plain(duty: Duty) -> str:
    if duty.standing is Standing.GUIDANCE:
        return "This is advice to us, not a law."
    return ""


def _counted(deadline: Deadline) -> str:
    if deadline.limit is None:
        return f"Counted from {in_words(deadline.counted_from)} ({deadline.counting})."
    return f"Counted: {deadline.limit} from {in_words(deadline.counted_from)} ({deadline.counting})."


def _placeholders(deadline: Deadline, inputs: Mapping[str, object]) -> dict[str, str]:
    words = {name: _shown(value, deadline.due_on) for name, value in inputs.items()}
    words["day"] = in_words(deadline.due_on)
    words["start"] = short_day(deadline.counted_from, deadline.due_on)
    words["limit"] = str(deadline.limit or "")
    words["event"] = deadline.limit.event if deadline.limit is not None else ""
    words["opens"] = "" if deadline.opens_on is None else in_words(deadline.opens_on)
    words["moved"] = "" if deadline.raw_on == deadline.due_on else ", moved on to a day that counts"
    words["other"] = "" if deadline.alternative_on is None else in_words(deadline.alternative_on)
    return words


def _shown(value: object, beside: date) -> str:
    if isinstance(value, date):
        return short_day(value, beside)
    if isinstance(value, Enum):
        return str(value.value)
    return str(value)
