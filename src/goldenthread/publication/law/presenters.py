"""A duty and its answer in words, and as an entry for a calendar."""

import re
from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.audit import clock
from goldenthread.publication.law.duties import Worked, stages
from goldenthread.rules.deadline import Limit
from goldenthread.rules.duties import Duty, Standing, limits_of
from goldenthread.rules.lateness import Lateness, Verdict
from goldenthread.rules.law import Confirmed, Source
from goldenthread.ui.calendar_files import calendar_of, escaped, stamp
from goldenthread.ui.values import Cell, Column, Row, Table, Tie
from goldenthread.ui.words import listed, plural, weekday

CONFIRMED = {
    Confirmed.READ: "We read the text itself.",
    Confirmed.SECONDARY: "We read it in guidance or commentary, not in the text itself.",
    Confirmed.INTERPRETATION: "The words can be read in more than one way. This is how we read them.",
    Confirmed.UNCONFIRMED: "We have not checked this against the text in force.",
}


KINDS = {
    Standing.STATUTORY: "A limit set by law",
    Standing.GUIDANCE: "Guidance: what should happen, not a limit set by law",
    Standing.LOCAL_POLICY: "Our own policy, not a limit set by law",
    Standing.PLANNING: "A date to plan by, not a limit set by law",
}


def start_upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def register(found: Sequence[Duty]) -> list[dict[str, Any]]:
    """Each stage of the process with its duties."""
    return [{"title": stage, "table": _table(stage, duties)} for stage, duties in stages(found).items()]


def _table(stage: str, duties: Sequence[Duty]) -> Table:
    return Table(
        columns=[Column("Duty"), Column("Who must act"), Column("By when"), Column("Where it is written")],
        rows=[
            [
                Cell(
                    duty.declared.title,
                    href=reverse("law-duty", args=[duty.name]),
                    note="" if duty.standing is Standing.STATUTORY else KINDS[duty.standing],
                ),
                start_upper(duty.declared.party.value),
                _limit(duty),
                str(duty.sources[0]),
            ]
            for duty in duties
        ],
        caption=stage,
        caption_shown=False,
        missing="see the entry",
    )


def _limit(duty: Duty) -> str | None:
    """20 weeks; a number and its unit stay on one line."""
    limits = dict.fromkeys(str(limit) for limit in limits_of(duty))
    return re.sub(r"(\d) ", "\\1\N{NO-BREAK SPACE}", ", or ".join(limits)) or None


def _counting(limit: Limit) -> str:
    """How days are counted, without the letter and number that the register knows the way by."""
    return re.sub(r"^C\d+: ", "", str(limit.counting))


def entry(duty: Duty) -> list[Row]:
    """The register's entry: who must do what, by when, how it is counted, what excuses lateness."""
    declared = duty.declared
    verb = "should" if duty.standing is Standing.GUIDANCE else "must"
    limits = limits_of(duty)
    rows = [
        Row("What kind of date it is", KINDS[duty.standing]),
        Row("Who", start_upper(declared.party.value)),
        Row(start_upper(verb), f"{start_upper(declared.must.split('{')[0].strip())}."),
    ]
    if _limit(duty):
        rows.append(Row("By when", str(_limit(duty))))
        rows.append(Row("How it is counted", start_upper(f"{_counting(limits[0])}.")))
    if declared.grounds is not None:
        words = [ground.words for ground in declared.grounds.versions[-1].value]
        rows += [
            Row("Or" if number else "What may excuse lateness", text) for number, text in enumerate(words)
        ]
        rows.append(Row("What an excuse does", "It excuses lateness, with evidence. It never moves the day."))
    if declared.appeal:
        rows.append(Row("Right of appeal", start_upper(f"{declared.appeal}.")))
    rows += [
        Row("Written in", str(source), note=CONFIRMED[source.confirmed], tie=tie_to(source))
        for source in duty.sources
    ]
    return rows


def tie_to(source: Source) -> Tie:
    return Tie(f"Read {source.provision}", href=source.address if source.address.startswith("http") else "")


def worked(found: Worked) -> dict[str, Any]:
    """The answer for a family, and for an officer."""
    deadline = found.answer.deadline
    return {
        "day": weekday(deadline.due_on),
        "plain": found.answer.plain,
        "legal": found.answer.legal,
        "verdict": verdict(found.lateness) if found.lateness else "",
        "is_late": found.lateness is not None and found.lateness.verdict is Verdict.LATE,
        "tie": tie_to(deadline.because),
        "other": weekday(deadline.alternative_on) if deadline.alternative_on else "",
        "other_reading": found.answer.duty.declared.other_reading,
    }


def verdict(found: Lateness) -> str:
    """In time, running or late, in a sentence. Excuses need facts and evidence, so none is assumed."""
    if found.verdict is Verdict.IN_TIME:
        return "It was in time."
    if found.verdict is Verdict.RUNNING:
        return f"There are {plural(found.days_left or 0, 'day')} left."
    late = plural(found.days_late, "day")
    return f"It was {late} late." if found.done_on else f"It is {late} late."


def calendar(found: Worked) -> str:
    """The day as an iCalendar file: one all-day event, nothing of the person who asked."""
    deadline, duty = found.answer.deadline, found.answer.duty
    due = f"{deadline.due_on:%Y%m%d}"
    event = [
        f"UID:{duty.name}-{due}@golden-thread",
        f"DTSTAMP:{stamp(clock.now())}",
        f"DTSTART;VALUE=DATE:{due}",
        f"SUMMARY:{escaped(duty.declared.title)}",
        f"DESCRIPTION:{escaped(found.answer.plain)}",
        "TRANSP:TRANSPARENT",
    ]
    return calendar_of("The law we count by", [event])


def nothing_found(looking_for: str) -> str:
    return f"No duty has all of these words: {listed(looking_for.split())}."
