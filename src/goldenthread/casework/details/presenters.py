"""The details of a child in words, and who said what when."""

from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.casework.details.queries import DetailsPage
from goldenthread.people.models import EntryKind, Person, PersonEntry
from goldenthread.people.shielding import WITHHELD
from goldenthread.sen2.years.codes import ETHNICITY, SEX
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Link, Row, Table
from goldenthread.ui.words import day, in_london

NAMES = {
    "forename": "First name",
    "surname": "Last name",
    "birth_date": "Date of birth",
    "sex": "Sex",
    "ethnicity": "Ethnic group",
    "postcode": "Postcode",
    "upn_unknown": "Why there is no UPN",
}


def details_values(page: DetailsPage, *, may_correct: bool, said: str) -> dict[str, Any]:
    """What the page needs."""
    reference = page.case.reference
    return {
        "title": f"Details of {page.case.person}",
        "caption": reference,
        "said": said,
        "above": Link("The record", reverse("case", args=[reference])),
        "details": _details(page.case.person, page.is_shielded),
        "correct": reverse("correct-details", args=[reference]) if may_correct else "",
        "entries": _entries(page),
    }


def _details(person: Person, is_shielded: bool) -> list[Row]:
    kept = {name: getattr(person, name) for name in NAMES if name != "upn_unknown"}
    kept["birth_date"] = kept["birth_date"].isoformat() if kept["birth_date"] else ""
    words = {name: in_words(name, value, is_shielded) for name, value in kept.items()}
    return [Row(NAMES[name], text or "Not known") for name, text in words.items()]


def in_words(name: str, value: str, is_shielded: bool) -> str:
    """One detail as people say it."""
    if name == "postcode" and is_shielded:
        return WITHHELD
    if name == "birth_date":
        return day(date.fromisoformat(value)) if value else ""
    codes = {"sex": SEX.codes, "ethnicity": ETHNICITY.codes}.get(name, {})
    return start_upper(codes[value]) if value in codes else value


def _entries(page: DetailsPage) -> Table:
    """What was said, newest first: a corrected line stays, and says so."""
    corrected = {entry.corrects_id for entry in page.entries}
    rows: list[list[Cell | str | int | float | None]] = [
        [
            _when(entry, is_corrected=entry.pk in corrected),
            "; ".join(_said(entry, page.is_shielded)) or "Erased",
            entry.because or None,
        ]
        for entry in reversed(page.entries)
    ]
    columns = [Column("When and by whom"), Column("What was said"), Column("Why")]
    return Table(columns, rows, caption="Where this comes from", missing="")


def _when(entry: PersonEntry, *, is_corrected: bool) -> Cell:
    chip = "Corrected since" if is_corrected else ""
    return Cell(day(in_london(entry.recorded_at).date()), note=_who(entry), chip=chip)


def _who(entry: PersonEntry) -> str:
    if entry.kind == EntryKind.DECLARED:
        return f"Declared in a return as at {day(entry.happened_on)}"
    return f"Recorded by {entry.by_name}"


def _said(entry: PersonEntry, is_shielded: bool) -> list[str]:
    given = entry.said
    words = {name: in_words(name, given[name] or "", is_shielded) for name in NAMES if name in given}
    return [f"{NAMES[name]}: {text}" for name, text in words.items() if text]
