"""The people around a child in words: who is who, who decides what today, what is withheld."""

from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.casework.family.queries import FamilyPage
from goldenthread.casework.models import Case
from goldenthread.people.family.acting import THEMSELVES, Actor, capacity_words, holder_of, may_act_for
from goldenthread.people.models import Dated, Forbids, Recorded
from goldenthread.people.shielding import WITHHELD, reached
from goldenthread.rules.rights import Matter
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Link, Table
from goldenthread.ui.words import day, listed, moment

TITLES = {
    "relationship": "Record who someone is to the child",
    "contact": "Record an address or a telephone number",
    "order": "Record a court order",
    "capacity": "Record a finding about capacity",
    "involvement": "Record a school or service that works with the child",
    "shielding": "Withhold an address and contact",
    "death": "Record a death",
}
SAYS = {
    "contact": "It takes the place of what was recorded. Nobody is shown it where it must be withheld.",
    "involvement": "People appointed there can see this record for as long as it holds.",
    "shielding": "From then on nobody is shown it: not on a page, in a letter, a search, a file or a log. "
    "Only the guardian of information can lift this.",
    "death": "Every letter, reminder and survey stops at once.",
}
ACTS = {
    "relationship": "Record this person",
    "contact": "Record the address",
    "order": "Record the order",
    "capacity": "Record the finding",
    "involvement": "Give access from this day",
    "shielding": "Withhold it now",
    "death": "Record the death",
}


def family_values(page: FamilyPage, today: date, *, may_record: bool, said: str) -> dict[str, Any]:
    """Values for the page."""
    case = page.case
    adds = [Link(words, add_href(case, kind)) for kind, words in TITLES.items()] if may_record else []
    return {
        "title": "Family and who decides",
        "caption": f"{case.person} · {case.reference}",
        "above": Link("Back to the record", reverse("case", args=[case.reference])),
        "said": said,
        "died": died_words(case),
        "people": _people(page, today) if page.circle.relationships else None,
        "contacts": _contacts(page) if page.adults else None,
        "decides": _decides(page, today),
        "orders": _orders(page, today) if page.circle.orders else None,
        "findings": _findings(page, today) if page.circle.findings else None,
        "involvements": _involvements(page, today) if page.involvements else None,
        "withheld": _withheld(page) if page.shieldings else None,
        "adds": adds,
    }


def add_values(case: Case, kind: str) -> dict[str, Any]:
    """Values for the form that adds a line."""
    return {
        "title": TITLES[kind],
        "caption": f"{case.person} · {case.reference}",
        "above": Link("Back to the family", reverse("family", args=[case.reference])),
        "says": SAYS.get(kind, ""),
        "act": ACTS[kind],
    }


def change_values(case: Case, row: Recorded) -> dict[str, Any]:
    """Values for the form that ends or withdraws a line."""
    return {
        "title": f"Change a line: {row}",
        "caption": f"{case.person} · {case.reference}",
        "above": Link("Back to the family", reverse("family", args=[case.reference])),
        "says": "The line stays in the history of the record, with what you say here.",
        "act": "Change it",
    }


def died_words(case: Case) -> str:
    """A sentence where the child's death is recorded."""
    if case.person.died_on is None:
        return ""
    return f"{case.person} died on {day(case.person.died_on)}. Nothing more is sent."


def add_href(case: Case, kind: str) -> str:
    return reverse("family-add", args=[case.reference, kind])


def _change(page: FamilyPage, kind: str, row: Recorded) -> Cell:
    return Cell("Change", href=reverse("family-change", args=[page.case.reference, kind, row.pk]))


def _people(page: FamilyPage, today: date) -> Table:
    rows: list[list[Cell | str | int | float | None]] = [
        [
            Cell(one.adult.name, note=f"died {day(one.adult.died_on)}" if one.adult.died_on else ""),
            one.get_kind_display().capitalize(),
            f"Yes: {one.evidence}" if one.has_responsibility else "No evidence here",
            holds(one, today),
            _change(page, "relationship", one),
        ]
        for one in page.circle.relationships
    ]
    columns = [Column(head) for head in ("Name", "To the child", "Parental responsibility", "When", "Change")]
    return Table(columns, rows, caption="Who is who", narrow="stack", missing="")


def _contacts(page: FamilyPage) -> Table:
    rows: list[list[Cell | str | int | float | None]] = []
    for adult in page.adults:
        found = reached(page.contacts.get(adult.pk), shielded=page.shielded)
        if adult.pk in page.shielded:
            rows.append([adult.name, WITHHELD, WITHHELD])
        else:
            where = " ".join(filter(None, [found.address, found.postcode]))
            rows.append([adult.name, where or None, listed(filter(None, [found.phone, found.email])) or None])
    columns = [Column("Name"), Column("Address"), Column("Telephone and e-mail")]
    return Table(columns, rows, caption="How to reach them", narrow="stack", missing="not recorded")


def _withheld(page: FamilyPage) -> Table:
    rows: list[list[Cell | str | int | float | None]] = [
        [
            str(one.adult or page.case.person),
            f"{one.by_name}, {moment(one.recorded_at)}",
            _change(page, "shielding", one),
        ]
        for one in page.shieldings
    ]
    columns = [Column(head) for head in ("Whose address is withheld", "By whom, when", "Only by a guardian")]
    return Table(columns, rows, caption="Withheld addresses and contacts", missing="")


def _decides(page: FamilyPage, today: date) -> Table:
    rows: list[list[Cell | str | int | float | None]] = []
    for matter in Matter:
        right = holder_of(page.circle, today, matter)
        names = [
            adult.name for adult in page.adults if may_act_for(page.circle, Actor(adult.pk), today, matter)
        ]
        if may_act_for(page.circle, THEMSELVES, today, matter):
            names.insert(0, str(page.case.person))
        who = listed(names) if names else "Nobody who is recorded here"
        why = right.because if right else "The date of birth is not known."
        source = str(right.source) if right else ""
        rows.append([start_upper(matter.value), who, Cell(why, note=source)])
    columns = [Column("Decision"), Column("Who decides today"), Column("Why")]
    return Table(columns, rows, caption="Who decides what", narrow="stack", missing="")


def _orders(page: FamilyPage, today: date) -> Table:
    rows: list[list[Cell | str | int | float | None]] = [
        [
            one.adult.name,
            listed(Forbids(what).label for what in one.forbids).capitalize(),
            one.evidence,
            holds(one, today),
            _change(page, "order", one),
        ]
        for one in page.circle.orders
    ]
    columns = [Column(head) for head in ("Whom it restricts", "It forbids", "The order", "When", "Change")]
    return Table(columns, rows, caption="Court orders", narrow="stack", missing="")


def _findings(page: FamilyPage, today: date) -> Table:
    rows: list[list[Cell | str | int | float | None]] = [
        [
            start_upper(one.get_matter_display()),
            "Can decide" if one.has_capacity else "Cannot decide",
            f"{day(one.assessed_on)}, {one.assessed_by}",
            capacity_words(page.circle, Matter[one.matter], today),
            _change(page, "capacity", one),
        ]
        for one in page.circle.findings
    ]
    columns = [Column(head) for head in ("Decision", "Found", "When, and by whom", "Today", "Change")]
    return Table(columns, rows, caption="Capacity, decision by decision", narrow="stack", missing="")


def _involvements(page: FamilyPage, today: date) -> Table:
    rows: list[list[Cell | str | int | float | None]] = [
        [
            str(one.setting or one.organisation),
            one.get_what_display().capitalize(),
            holds(one, today),
            _change(page, "involvement", one),
        ]
        for one in page.involvements
    ]
    columns = [Column(head) for head in ("Place", "What they do", "When", "Change")]
    return Table(
        columns, rows, caption="Schools and services that see this record", narrow="stack", missing=""
    )


def holds(row: Dated, today: date) -> str:
    """from 3 February 2025; until 1 March 2025, has ended"""
    words = f"from {day(row.starts_on)}"
    if row.ends_on is not None:
        words += f" until {day(row.ends_on)}" + (", has ended" if row.ends_on <= today else "")
    return words


def can_end(row: Recorded) -> bool:
    """Whether a line has days at all: a finding and a withholding have none."""
    return isinstance(row, Dated)
