"""What a promise is judged by, how it was judged over time, and all promises with the neediest first."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from goldenthread.analysis.catalogue import measures
from goldenthread.improvement.judging.asks import Asks
from goldenthread.improvement.judging.values import FiveTests, Test
from goldenthread.improvement.models import Judgement, Promise, PromiseMeasure, PromiseVoice
from goldenthread.improvement.presenters.five import NAMES, results
from goldenthread.improvement.presenters.plans import who
from goldenthread.improvement.queries.judged import JudgedPromise
from goldenthread.ui.values import STATE_WORDS, Cell, Column, Entry, Link, Row, Table
from goldenthread.ui.words import day, moment, percent, plural, rounded

EXAMPLE = "Example"
Cells = list[Cell | str | int | float | None]


def tests_values(
    promise: Promise,
    five: FiveTests,
    attached: Sequence[PromiseMeasure],
    voices: Sequence[PromiseVoice],
    *,
    may_keep: bool,
) -> dict[str, Any]:
    """What the page of a promise shows of its tests, and what they rest on."""
    return {
        "tests": results(five, with_links=True),
        "judged_by": judged_by_table(five, attached, may_keep=may_keep) if attached else None,
        "voices": voices_table(voices, may_keep=may_keep) if voices else None,
        "judgements": Link("How it was judged before, and why", reverse("judgements", args=[promise.pk])),
        "attach": _attach(promise) if may_keep and not promise.closed_on else [],
    }


def _attach(promise: Promise) -> list[Link]:
    return [
        Link("Attach a measure", reverse("attach-measure", args=[promise.pk])),
        Link("Attach a voice of families", reverse("attach-voice", args=[promise.pk])),
    ]


def judged_by_table(five: FiveTests, rows: Sequence[PromiseMeasure], *, may_keep: bool) -> Table:
    """The measures with where they stood, stand and will stand; those taken off with the reason."""
    now = {one.get("id"): one for one in five.of(Test.WORKING).rests_on.get("measures", ())}
    columns = [Column("Measure"), Column("Stood at"), Column("Lately"), Column("Will stand at")]
    if may_keep:
        columns.append(Column("Take off"))
    body: list[Cells] = []
    for row in rows:
        unit = _unit(row)
        kept: Mapping[str, Any] = now.get(row.pk, {})
        name = Cell(measure_title(row), href=reverse("measure", args=[row.measure]), note=_note(row))
        lately = kept.get("lately") if row.ended_at is None else None
        cells: Cells = [
            name,
            Cell(_value(row.baseline, unit), note=f"{day(row.baseline_on)}. {row.baseline_source}"),
            Cell(_value(lately, unit), note=kept["when"]) if lately is not None else None,
            Cell(_value(row.target, unit), note=f"by {day(row.target_on)}"),
        ]
        if may_keep:
            off = Cell("Take off", href=reverse("take-off-measure", args=[row.pk]))
            cells.append(off if row.ended_at is None else None)
        body.append(cells)
    return Table(columns, body, "Measures that it is judged by", missing="no figure")


def measure_title(row: PromiseMeasure) -> str:
    """What a measure of a promise is called."""
    known = measures().get(row.measure)
    title = known.title if known else row.measure
    return f"{title}, {row.group}" if row.group else title


def _unit(row: PromiseMeasure) -> str:
    known = measures().get(row.measure)
    return known.unit if known else ""


def _note(row: PromiseMeasure | PromiseVoice) -> str:
    if row.ended_at is not None:
        return f"Taken off on {day(row.ended_at.date())}: {row.ended_because}"
    return EXAMPLE if row.is_example else ""


def _value(value: float, unit: str) -> str:
    if unit == "%":
        return percent(value, 0 if value == round(value) else 1)
    return f"{rounded(value, 0 if value == round(value) else 1)} {unit}"


def voices_table(rows: Sequence[PromiseVoice], *, may_keep: bool) -> Table:
    """The voices that speak of a promise; those taken off with the reason."""
    columns = [Column("Voice of families"), Column("What it is")]
    if may_keep:
        columns.append(Column("Take off"))
    body: list[Cells] = []
    for row in rows:
        cells: Cells = [Cell(str(row), note=_note(row)), _kind(row)]
        if may_keep:
            off = Cell("Take off", href=reverse("take-off-voice", args=[row.pk]))
            cells.append(off if row.ended_at is None else None)
        body.append(cells)
    return Table(columns, body, "Voices that it is judged by", missing="no")


def _kind(row: PromiseVoice) -> str:
    if row.question is not None:
        return f"A question of {row.question.survey}"
    return "Counted" if row.series is not None else "Heard"


def promises_values(found: Sequence[JudgedPromise], *, may_keep: bool) -> dict[str, Any]:
    """All promises: those without evidence first, the open before the closed."""
    still = [one for one in found if one.promise.closed_on is None]
    without = [one for one in still if one.five.is_without_evidence]
    groups = [
        ("Nothing is attached that could say whether they are kept", without),
        ("Judged by evidence", [one for one in still if not one.five.is_without_evidence]),
        ("Closed, and watched for two years", [one for one in found if one.promise.closed_on]),
    ]
    judged = [one.judged_at for one in found if one.judged_at is not None]
    return {
        "says": _how_many(still, without),
        "judged": f"Last judgement: {moment(max(judged))}." if judged else "",
        "groups": [(title, [_promise(one) for one in rows]) for title, rows in groups if rows],
        "judge": reverse("judge-promises") if may_keep and found else "",
    }


def _how_many(still: Sequence[JudgedPromise], without: Sequence[JudgedPromise]) -> str:
    if not still:
        return "No promise is open."
    says = f"{plural(len(still), 'promise')} {'is' if len(still) == 1 else 'are'} open."
    if without:
        has = "has" if len(without) == 1 else "have"
        says += f" {len(without)} {has} neither a measure nor a voice of families."
    return says


def _promise(one: JudgedPromise) -> dict[str, Any]:
    row = one.promise
    return {
        "title": str(row),
        "href": reverse("promise", args=[row.pk]),
        "about": f"{row.theme.plan}. {who(row.accountable_role, row.accountable.name)}",
        "five": results(one.five),
    }


def history_values(promise: Promise, rows: Sequence[Judgement], asks: Asks) -> dict[str, Any]:
    """Every judgement on a promise, newest first, with what the tests ask for."""
    return {
        "title": "How it was judged",
        "caption": str(promise),
        "above": Link("The promise", reverse("promise", args=[promise.pk])),
        "line": [_entry(row, before) for row, before in _with_before(rows)],
        "asks": _asks(asks),
        "note": ""
        if asks.are_confirmed
        else "These numbers are ours: no authority has set them, and the board has not confirmed them.",
    }


def _with_before(rows: Sequence[Judgement]) -> list[tuple[Judgement, Judgement | None]]:
    """Each judgement with the one before it on the same test; rows are newest first."""
    found: list[tuple[Judgement, Judgement | None]] = []
    later: dict[str, int] = {}
    for row in rows:
        if row.test in later:
            found[later[row.test]] = (found[later[row.test]][0], row)
        later[row.test] = len(found)
        found.append((row, None))
    return found


def _entry(row: Judgement, before: Judgement | None) -> Entry:
    state = STATE_WORDS[row.state]  # type: ignore[index]  # a constraint holds the states
    was = STATE_WORDS[before.state] if before is not None else ""  # type: ignore[index]
    moved = f", {was} before" if was and was != state else ""
    rests = f" Figures as at {day(row.measured_set.as_at)}." if row.measured_set is not None else ""
    return Entry(
        what=f"{NAMES[Test(row.test)]}: {state}{moved}",
        when=day(row.judged_at.date()),
        more=" ".join(part for part in (row.says, row.limit) if part),
        recorded=f"Worked out on {moment(row.judged_at)}, because {row.judged_because}.{rests}",
    )


def _asks(asks: Asks) -> list[Row]:
    return [
        Row("Felt", f"More than {percent(100 * asks.favourable, 0)} of those who answered say that it is so"),
        Row("Fewest answers", str(asks.fewest_replies)),
        Row("Fewest of those asked", percent(100 * asks.smallest_rate, 0)),
        Row("A voice is heard for", plural(asks.voice_lasts_days, "day")),
        Row("Everywhere", f"Two groups differ by no more than {rounded(asks.largest_gap, 0)} points"),
    ]


def five_of(ids: Sequence[int], found: Mapping[int, FiveTests]) -> dict[int, Any]:
    """The five tests of each promise as a row draws them."""
    return {one: results(found[one]) for one in ids}


def taken_off(title: str) -> str:
    """What is said before something is taken off."""
    return f"{title}. It stays on the page of the promise with your reason, and what it said is kept."
