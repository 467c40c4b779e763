"""The forms in words: what is asked, what recording it changes, and by which law."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.casework import acts
from goldenthread.casework.acts import Act
from goldenthread.casework.flags import Flag, flags
from goldenthread.casework.history import details_from
from goldenthread.casework.models import Case, Entry
from goldenthread.casework.next_act import Consequence, consequences
from goldenthread.casework.policies import why_not_correctable
from goldenthread.casework.presenters.wording import (
    DUTIES,
    act_href,
    against,
    breach_of,
    by_when,
    case_href,
    citation,
    happened,
    law_tie,
    lower_first,
)
from goldenthread.casework.queries import CasePage, EntryPage
from goldenthread.rules.law import Source
from goldenthread.rules.lifecycle import Happening, Step
from goldenthread.rules.lifecycle.invariants import NOTICE_OF
from goldenthread.rules.timetable.assessment import decision_whether_to_assess_due, final_plan_due
from goldenthread.ui.values import Cell, Column, Link, Table
from goldenthread.ui.words import day, moment, short_weekday, weekday

TRUTH = "Record what really happened, also if it was late. We mark what broke a limit; we do not refuse it."


def record_values(page: CasePage, act: Act, today: date) -> dict[str, Any]:
    """Values for the form of an act, besides the form itself."""
    return {
        "title": act.title,
        "caption": _caption(page.case),
        "above": Link(str(page.case.person), case_href(page.case)),
        "says": TRUTH,
        "act": "Record it",
        "changes": what_this_changes(page, act, today),
    }


def what_this_changes(page: CasePage, act: Act, today: date) -> dict[str, Any] | None:
    """What each choice would leave if it was done today, with the law that says so."""
    found = consequences(page.history, act, today)
    if not found:
        return None
    left = [_leaves(one, today) for one in found]
    said = [_lead(one) + words for one, words in zip(found, left, strict=True)]
    if len(set(left)) == 1:
        said = [f"Done today: {left[0]}"]
    source = next((source for one in found if (source := _source(one))), None)
    return {
        "fact": "What this changes.",
        "more": " ".join(said),
        "to": law_tie(source) if source else None,
    }


def _lead(one: Consequence) -> str:
    told = "told" if one.choice.step in NOTICE_OF else "done"
    return f"“{one.choice.words}”, {told} today: "


def _leaves(one: Consequence, today: date) -> str:
    sentences = _flagged(one.flags)
    for duty in one.duties:
        due_on = duty.deadline.due_on
        passed = f", which is {by_when(due_on, today)}" if due_on < today else ""
        sentences.append(f"{lower_first(DUTIES[duty.kind])} by {weekday(due_on)}{passed}.")
    coming = one.next_act
    if coming is not None and coming.not_before is not None:
        sentences.append(f"{coming.why} The next step can be taken from {weekday(coming.not_before)}.")
    if not sentences:
        return "no date in law runs on from it."
    first, *others = sentences
    return " ".join([lower_first(first), *(f"{words[:1].upper()}{words[1:]}" for words in others)])


def _flagged(found: Sequence[Flag]) -> list[str]:
    late = [breach_of(flag) for flag in found if flag.late is not None]
    sentences = [f"it is marked as {breach.how_late}. {breach.more}" for breach in late]
    held = [against(flag) for flag in found if flag.late is None]
    if held:
        sentences.append(f"it is marked as out of order: {lower_first(' '.join(held))}")
    return sentences


def _source(one: Consequence) -> Source | None:
    if one.flags:
        return one.flags[0].source
    if one.duties:
        return one.duties[0].deadline.because
    return one.next_act.source if one.next_act else None


def acts_values(page: CasePage) -> dict[str, Any]:
    """Values for the page that lists everything that can be recorded."""
    return {
        "title": "Record something that happened",
        "caption": _caption(page.case),
        "above": Link(str(page.case.person), case_href(page.case)),
        "says": TRUTH,
        "groups": [
            (title, [Link(act.title, act_href(page.case, act)) for act in group])
            for title, group in acts.GROUPS.items()
        ],
    }


def correct_values(page: EntryPage) -> dict[str, Any]:
    """Values for the form that corrects an entry, besides the form itself."""
    entry = page.entry
    return {
        "title": "Correct an entry",
        "caption": _caption(page.case),
        "above": Link(str(page.case.person), case_href(page.case)),
        "says": f"It says: {lower_first(entry_words(entry))}, {weekday(entry.happened_on)}. "
        f"Recorded by {entry.by_name} on {moment(entry.recorded_at)}.",
        "act": "Correct it",
        "changes": {
            "fact": "What this changes.",
            "more": "Every date, flag and figure that rests on this entry is worked out again. "
            "The old version stays to be read.",
            "to": None,
        },
    }


def recorded_with(page: EntryPage) -> list[tuple[str, str]]:
    """Entries that may be wrong in the same way, as choices: number and words."""
    return [(str(entry.pk), entry_words(entry)) for entry in page.recorded_with]


def entry_values(page: EntryPage, *, may_correct: bool) -> dict[str, Any]:
    """Values for the page with every version of an entry."""
    return {
        "title": entry_words(page.versions[0]),
        "caption": _caption(page.case),
        "above": Link(str(page.case.person), case_href(page.case)),
        "versions": Table(
            [
                Column("Version"),
                Column("It happened"),
                Column("Why"),
                Column("Recorded by"),
                Column("Recorded"),
            ],
            [_version(number, entry) for number, entry in enumerate(page.versions, start=1)],
            caption="Every version of this entry, oldest first",
            caption_shown=False,
            missing="none given",
        ),
        "correct": Link("Correct the newest version", correct_href(page.case, page.newest))
        if may_correct
        else None,
    }


def entries_values(page: CasePage, *, may_record: bool) -> dict[str, Any]:
    """Values for the page that lists every entry as it was recorded, the newest first."""
    corrected = {entry.corrects_id for entry in page.entries.values()}
    return {
        "title": "Every entry on this record",
        "caption": _caption(page.case),
        "above": Link(str(page.case.person), case_href(page.case)),
        "entries": Table(
            [
                Column("What"),
                Column("It happened"),
                Column("Recorded by"),
                Column("Recorded"),
                Column("Correct"),
            ],
            [
                _listed(page.case, entry, may_record and entry.pk not in corrected)
                for entry in sorted(page.entries.values(), key=lambda entry: -entry.pk)
            ],
            caption="Every entry, the newest first",
            caption_shown=False,
            missing="nothing to correct",
            plain_names=True,
        ),
    }


def _listed(case: Case, entry: Entry, may_correct: bool) -> list[Cell | str | None]:
    correctable = may_correct and not why_not_correctable(entry, corrected_by=None)
    return [
        entry_words(entry),
        short_weekday(entry.happened_on),
        entry.by_name,
        moment(entry.recorded_at),
        Cell("Correct this", href=correct_href(case, entry)) if correctable else None,
    ]


def _version(number: int, entry: Entry) -> list[Cell | str | None]:
    withdrawn = entry.kind == Entry.WITHDRAWN
    return [
        f"Version {number}",
        "It did not happen" if withdrawn else short_weekday(entry.happened_on),
        entry.because or None,
        entry.by_name,
        moment(entry.recorded_at),
    ]


def entry_words(entry: Entry) -> str:
    """What an entry says happened."""
    if entry.kind == Entry.DECLARED:
        return f"Declared in a return, as at {day(entry.happened_on)}"
    if entry.kind == Entry.WITHDRAWN:
        return "Withdrawn"
    return happened(Happening(Step(entry.kind), entry.happened_on, details_from(entry.said)))


def recorded_words(page: CasePage, entry_ids: Sequence[int]) -> str:
    """What the case page says after something was recorded: also that it was late, and is marked so."""
    found = flags(page.history)
    broken = [
        flag
        for place, fact in enumerate(page.history.facts)
        if fact.entry_id in entry_ids
        for flag in found.get(place, ())
    ]
    if not broken:
        return "Recorded."
    first = broken[0]
    what = (
        f"{breach_of(first).how_late}, and is marked so" if first.late else "out of order, and is marked so"
    )
    return f"Recorded. It was {what} ({citation(first.source)})."


def request_values(today: date) -> dict[str, Any]:
    """Values for the form that opens a case, besides the form itself."""
    decide, send = decision_whether_to_assess_due(today), final_plan_due(today)
    return {
        "title": "Record a new request for an assessment",
        "above": Link("Find a record", reverse("find-a-case")),
        "says": "Record the day it came, in whatever way it came. It opens a record, and you hold it.",
        "act": "Record the request",
        "changes": {
            "fact": "What this changes.",
            "more": f"Received today: decide whether to assess by {weekday(decide.due_on)}. "
            f"If a plan is needed, send the final plan by {weekday(send.due_on)}.",
            "to": law_tie(send.because),
        },
    }


def allocate_values(case: Case) -> dict[str, Any]:
    """Values for the form that gives a record to someone else, besides the form itself."""
    holder = case.coordinator.name if case.coordinator else "Nobody"
    return {
        "title": "Give this record to someone else",
        "caption": _caption(case),
        "above": Link(str(case.person), case_href(case)),
        "says": f"{holder} holds it now. Whoever holds it finds it in their own work, and you in the team’s.",
        "act": "Give it to them",
        "changes": None,
    }


def correct_href(case: Case, entry: Entry) -> str:
    return reverse("correct-entry", args=[case.reference, entry.pk])


def _caption(case: Case) -> str:
    return f"{case.person} · {case.reference}"
