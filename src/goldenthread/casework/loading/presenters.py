"""A return in words: how far it is, what it held, what needs someone."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.casework.loading.queries import RuleFindings
from goldenthread.casework.models import Finding, Return
from goldenthread.ui.values import Cell, Column, Count, Link, Step, Table
from goldenthread.ui.words import day, moment, plural, size, thousands

SHOWN = 50
"""Findings on the page itself; the CSV file has all of them."""

NOT_CLAIMED = (
    "We do not say that a file is valid. The Department’s own list of rules was not confirmed here: "
    "these are our checks, each with its ground in the guide to reading a return."
)


def list_of_returns(returns: Sequence[Return]) -> Table:
    """Every return with how it stands."""
    return Table(
        columns=[Column("Return"), Column("Census day"), Column("Brought"), Column("How it stands")],
        rows=[
            [
                Cell(_name(one), href=reverse("return", args=[one.pk]), note=one.file_name),
                day(one.census_day) if one.census_day else None,
                Cell(moment(one.brought_at), note=f"by {one.brought_by_name}"),
                Cell(chip=one.get_status_display(), alarming=one.status == Return.Status.REFUSED),
            ]
            for one in returns
        ],
        caption="Returns that were brought here",
        caption_shown=False,
        missing="not read yet",
    )


def _name(source: Return) -> str:
    return f"SEN2 {source.year}" if source.year else "Not read yet"


def caption(source: Return) -> str:
    """SEN2 2025 · sen2-935-2025.xml · 41 MB"""
    return " · ".join([_name(source), source.file_name, size(source.size)])


def reading(source: Return) -> dict[str, Any]:
    """The page that waits while a return is read and loaded."""
    loading = source.status == Return.Status.LOADING
    return {
        "title": "Loading the return" if loading else "Reading the return",
        "caption": caption(source),
        "steps": steps(source),
        "progress": progress(source),
        "says": "You can leave this page. The return goes on without you, and stops where it needs you.",
    }


def progress(source: Return) -> dict[str, Any] | None:
    """How far the load is, once the number of people is known; reading can only count (see `steps`)."""
    if source.people_in_file is None:
        return None
    return {"label": "people matched", "done": source.people_done, "of": source.people_in_file}


def steps(source: Return) -> list[Step]:
    """Read, decide, load: each with its state in words."""
    status = Return.Status(source.status)
    was_read = source.people_in_file is not None
    people = plural(source.people_in_file or source.people_done, "person", "people")
    if not was_read:
        people = f"{people} so far" if source.people_done else ""
    aside = plural(source.people_set_aside, "record")
    decided = was_read and status not in (Return.Status.DECIDE, Return.Status.REFUSED)
    waits = status == Return.Status.DECIDE
    loaded = status == Return.Status.LOADED
    return [
        Step("Read and check", people, "done" if was_read else "now"),
        Step(
            "Decide",
            aside if was_read and source.people_set_aside else "Only if records cannot be understood",
            "now" if waits else "done" if decided else "to come",
        ),
        Step(
            "Load",
            "One step, all or nothing",
            "done" if loaded else "now" if status == Return.Status.LOADING else "to come",
        ),
    ]


def report(source: Return, by_rule: Sequence[RuleFindings], first: Sequence[Finding]) -> dict[str, Any]:
    """What a return held, what became of it, and what to mend."""
    found = sum(rule.records for rule in by_rule)
    return {
        "title": headline(source),
        "caption": caption(source),
        "says": says(source),
        "steps": steps(source),
        "counts": counts(source),
        "by_rule": rules_table(by_rule) if by_rule else None,
        "records": records_table(first) if first else None,
        "records_shown": f"1 to {thousands(len(first))} of {thousands(found)}",
        "downloads": [Link("All findings as CSV", reverse("return-findings", args=[source.pk]))],
        "not_claimed": NOT_CLAIMED,
        "above": Link("Returns", reverse("returns")),
    }


def headline(source: Return) -> str:
    """The answer first: what this page would say if it had one sentence."""
    status = Return.Status(source.status)
    if status == Return.Status.REFUSED:
        return "This return could not be read"
    if status == Return.Status.STOPPED:
        return "This return was stopped"
    if status == Return.Status.DECIDE:
        return f"{_records(source.people_set_aside)} before the others can be loaded"
    kept = (source.people_in_file or 0) - source.people_set_aside
    return f"{plural(kept, 'person', 'people')} loaded"


def _records(count: int) -> str:
    return "1 record needs you" if count == 1 else f"{thousands(count)} records need you"


def says(source: Return) -> str:
    """Why it stands so, and what it does not claim."""
    status = Return.Status(source.status)
    if status == Return.Status.REFUSED:
        return f"{source.problem} Nothing was written."
    if status == Return.Status.STOPPED:
        return "Nothing of it was loaded. Bring a corrected file when you have one."
    as_at = ""
    if source.census_day:
        as_at = f"What it says is kept as declared on census day, {day(source.census_day)}."
    if status == Return.Status.DECIDE:
        return f"Nothing was changed yet. {as_at}"
    return f"{as_at} Nothing that was recorded here was overwritten."


def counts(source: Return) -> list[Count]:
    """The numbers of a return that was read, and of its load."""
    if source.people_in_file is None:
        return []
    numbers = [
        Count(source.people_in_file, "people in the return"),
        Count(source.people_in_file - source.people_set_aside, "understood"),
        Count(source.people_set_aside, "set aside"),
    ]
    for name, words in (
        ("people_added", "new here"),
        ("people_known", "known by their numbers"),
        ("cases_added", "new cases"),
        ("cases_updated", "cases updated"),
        ("questions", "questions about who is who"),
    ):
        if name in source.counts:
            numbers.append(Count(source.counts[name], words))
    return numbers


def rules_table(by_rule: Sequence[RuleFindings]) -> Table:
    """Findings by rule."""
    return Table(
        columns=[
            Column("Rule"),
            Column("What is wrong"),
            Column("How to mend it"),
            Column("Records", number=True),
            Column("Effect"),
        ],
        rows=[
            [whole(rule.rule), rule.says, rule.fix, rule.records, _effect(rule.sets_aside)]
            for rule in by_rule
        ],
        caption="Findings by rule",
        caption_shown=False,
    )


def whole(rule: str) -> str:
    """The name of a rule on one line: its hyphen is no place to break."""
    return rule.replace("-", "\N{NON-BREAKING HYPHEN}")


def records_table(findings: Sequence[Finding]) -> Table:
    """The first findings, record by record."""
    return Table(
        columns=[
            Column("Record"),
            Column("Element"),
            Column("Found"),
            Column("Rule"),
            Column("Fix"),
            Column("Effect"),
        ],
        rows=[
            [
                finding.record,
                Cell(finding.element, break_anywhere=True),
                Cell(finding.found, break_anywhere=True),
                whole(finding.rule),
                finding.fix,
                _effect(finding.sets_aside),
            ]
            for finding in findings
        ],
        caption="Findings record by record",
        caption_shown=False,
        plain_names=True,
    )


def _effect(sets_aside: bool) -> Cell:
    return Cell(chip="Set aside", alarming=True) if sets_aside else Cell(chip="Look at it")
