"""The pages that a reader of the room opens. Every link stays in the room."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from goldenthread.evidence_room.models import Deeper, Opened
from goldenthread.evidence_room.queries import Found, Front, RoomPromise
from goldenthread.improvement.judging.values import FiveTests, Test
from goldenthread.improvement.models import Promise
from goldenthread.improvement.presenters import evidence as evidence_presenters
from goldenthread.improvement.presenters import said as said_presenters
from goldenthread.improvement.presenters.five import results
from goldenthread.improvement.presenters.matrix import matrix_values
from goldenthread.improvement.presenters.origins import bodies, over_the_years
from goldenthread.improvement.presenters.origins import when as when_said
from goldenthread.improvement.presenters.plans import EXAMPLE, milestones_in_words, who
from goldenthread.improvement.queries.evidence import CountedEvidence
from goldenthread.improvement.queries.matrix import MatrixRow
from goldenthread.improvement.queries.origins import PointPage
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import (
    STATE_WORDS,
    Cell,
    Column,
    Entry,
    Link,
    Row,
    Table,
)
from goldenthread.ui.words import day, moment, plural

Cells = list[Cell | str | int | float | None]
ROOM = "evidence-room"


def front_values(found: Front, *, until: date | None, mine: Sequence[Deeper]) -> dict[str, Any]:
    """The front page: until when, what deeper, and everything asked with promises, tests and evidence."""
    values = matrix_values(found.matrix)
    chosen = found.matrix.chosen
    query = f"?document={chosen.pk}" if chosen else ""
    return {
        "until": _until(until),
        "mine": [f"Until {day(_last(one.ends_on))}: {_behind(one)}. Basis: {one.basis}" for one in mine],
        "says": values["says"],
        "filter": values["filter"],
        "table": _index(found) if found.matrix.rows else None,
        "file": Link("Download the evidence as CSV", f"{reverse('room-matrix-file')}{query}"),
    }


def _until(until: date | None) -> str:
    return f"The room is open to you until {day(_last(until))}." if until else ""


def _last(ends_on: date) -> date:
    return ends_on - timedelta(days=1)


def _behind(one: Deeper) -> str:
    return f"the records behind {one.measure.replace('_', ' ') or 'every figure'}"


def _index(found: Front) -> Table:
    columns = [Column("What was asked"), Column("Promise")]
    columns += [Column(start_upper(test.value)) for test in Test]
    columns.append(Column("Evidence that counts"))
    rows = [line for row in found.matrix.rows for line in _lines(row, found.tests)]
    return Table(columns, rows, "Everything that was asked, gaps first", missing="none")


def _lines(row: MatrixRow, tests: Mapping[int, FiveTests]) -> list[Cells]:
    point = row.point
    due = f", due {day(point.due_on)}" if point.due_on else ""
    note = f"{start_upper(point.get_kind_display())}, {point.origin.title}{due}"
    asked = Cell(str(point), href=reverse("room-point", args=[point.pk]), note=note)
    if not row.promises:
        return [
            [asked, Cell(chip="Nothing promised", alarming=True), *([None] * len(Test)), Cell(chip="Gap")]
        ]
    return [_line(asked, row, promise, tests[promise.pk]) for promise in row.promises]


def _line(asked: Cell, row: MatrixRow, promise: Promise, five: FiveTests) -> Cells:
    items = [one for one in row.items if one.row.promise_id == promise.pk]
    counting = sum(one.counts for one in items)
    others = len(items) - counting
    note = f"{plural(others, 'other')} not found to hold" if others else ""
    return [
        asked,
        Cell(promise.code, href=reverse("room-promise", args=[promise.pk]), note=promise.words),
        *(STATE_WORDS[five.of(test).state.value] for test in Test),
        Cell(plural(counting, "item"), note=note) if counting else Cell(chip="Gap", alarming=True, note=note),
    ]


def point_values(page: PointPage) -> dict[str, Any]:
    """One thing that was asked, over the years."""
    row = page.point
    facts = [
        Row("Who said it", f"{row.origin.speaker}, {day(row.origin.happened_on)}"),
        Row("What it is", start_upper(row.get_kind_display())),
        Row("Due", day(row.due_on) if row.due_on else ""),
        Row("Who is asked", bodies(row)),
        Row("Source", row.origin.source),
    ]
    promises = row.answered_by.all()
    said = [*page.chain.raised, *([page.chain.closed_by] if page.chain.closed_by else [])]
    return {
        "title": row.words,
        "caption": f"{row.code} {row.origin}".strip(),
        "facts": [fact for fact in facts if fact.text],
        "years": over_the_years(page.chain),
        "line": [
            Entry(str(one.row), when_said(one.row.origin), more=str(one.row.origin)) for one in reversed(said)
        ],
        "promises": [Link(str(one), reverse("room-promise", args=[one.pk])) for one in promises],
        "above": Link("Evidence room", reverse(ROOM)),
    }


def promise_values(found: RoomPromise, today: date) -> dict[str, Any]:
    """A promise with its five tests, evidence, work, and what the forum and owners say."""
    work, row = found.work, found.work.row
    beside = evidence_presenters.beside_promise(work, found.items, may_keep=False)
    table = evidence_presenters.items_table(found.items, page="room-item") if found.items else None
    return {
        "title": row.words,
        "caption": f"Promise {row.code}",
        "example": EXAMPLE if row.is_example else "",
        "results": results(found.five),
        "facts": [
            Row("Who answers for it", who(row.accountable_role, row.accountable.name)),
            Row("Plan", f"{row.theme.plan}, {row.theme}"),
            Row("Milestones", milestones_in_words(work, today)),
            *([Row("Closed", day(row.closed_on), note=row.closed_because)] if row.closed_on else []),
        ],
        "answers": [
            Link(f"{point} ({point.origin})", reverse("room-point", args=[point.pk]))
            for point in row.answers.all()
        ],
        **said_presenters.beside_promise(row, found.words, found.commentaries),
        "evidence": {**beside["evidence"], "table": table},
        "work": _work_table(found) if work.actions else None,
        "above": Link("Evidence room", reverse(ROOM)),
    }


def _work_table(found: RoomPromise) -> Table:
    columns = [Column("Milestone"), Column("Action"), Column("First promised for"), Column("Planned now")]
    columns.append(Column("Met"))
    rows: list[Cells] = [
        [
            each.row.title,
            str(action.row),
            day(each.standing.first_promised_on),
            day(each.standing.due_on),
            day(each.standing.met_on) if each.standing.met_on else None,
        ]
        for action in found.work.actions
        for each in action.milestones
    ]
    return Table(columns, rows, "Milestones", missing="not yet")


def item_values(one: CountedEvidence) -> dict[str, Any]:
    """One item with its checks. Neither who agreed to a case study nor where that lies is told here."""
    row = one.row
    return {
        "title": evidence_presenters.title_of(one),
        "caption": start_upper(row.get_kind_display()),
        "example": EXAMPLE if row.is_example else "",
        "shows": evidence_presenters.shows_of(one),
        "verdict": evidence_presenters.verdict(one),
        "facts": evidence_presenters.item_facts(one),
        "file": Link("Open the file", reverse("room-file", args=[row.pk])) if row.document_id else None,
        "checks": [evidence_presenters.check_entry(check) for check in reversed(one.checks)],
        "check": None,
        "why_not": "",
        "links": [],
        "above": Link(f"Promise {row.promise.code}", reverse("room-promise", args=[row.promise_id])),
    }


def search_table(found: Sequence[Found]) -> Table:
    """What was found, the best first."""
    rows: list[Cells] = [[Cell(one.words, href=_place_of(one)), start_upper(one.kind)] for one in found]
    return Table([Column("What was found"), Column("What it is")], rows, "Found", caption_shown=False)


def _place_of(one: Found) -> str:
    if one.where == ROOM:
        return f"{reverse(ROOM)}?document={one.number}"
    return reverse(one.where, args=[one.number])


def log_table(found: Sequence[Opened], *, of_everyone: bool) -> Table:
    """What was opened, the newest first."""
    columns = [Column("When"), Column("What"), Column("About")]
    if of_everyone:
        columns.insert(1, Column("Who"))
    rows: list[Cells] = []
    for one in found:
        row: Cells = [moment(one.opened_at), start_upper(one.what), one.about or None]
        if of_everyone:
            row.insert(1, one.by_name)
        rows.append(row)
    return Table(
        columns, rows, "What was opened", caption_shown=False, missing="nothing more", plain_names=True
    )
