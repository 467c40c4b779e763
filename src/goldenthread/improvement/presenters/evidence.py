"""Evidence in words: beside a promise with its gaps said plainly, and one item with its checks."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.improvement.cited_in_words import figure_words
from goldenthread.improvement.models import Evidence, EvidenceCheck, Promise
from goldenthread.improvement.queries.evidence import CountedEvidence, Standing
from goldenthread.improvement.queries.plans import PromiseWork
from goldenthread.improvement.strength import CONFIRMED, STRENGTHS
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Entry, Link, Row, Table
from goldenthread.ui.words import day, listed, moment, plural

UNCHECKED = "Counts for nothing until someone outside checks it"
UNCONFIRMED = "How far a kind carries is for each partnership to decide. Nobody has confirmed these."
EXAMPLE = "Example: invented for the demonstration."
NO_LONGER_SHOWN = "The family took back its consent. Its words are shown to nobody."
Cells = list[Cell | str | int | float | None]


def beside_promise(work: PromiseWork, items: Sequence[CountedEvidence], *, may_keep: bool) -> dict[str, Any]:
    """The evidence beside a promise: what counts, what does not, and what is missing."""
    counting = [one for one in items if one.counts]
    return {
        "evidence": {
            "says": _how_many(items, counting),
            "table": items_table(items) if items else None,
            "gaps": gaps(work, counting, len(items) - len(counting)),
            "add": Link("Add evidence", reverse("add-evidence", args=[work.row.pk])) if may_keep else None,
        }
    }


def _how_many(items: Sequence[CountedEvidence], counting: Sequence[CountedEvidence]) -> str:
    if not items:
        return "No evidence stands beside this promise."
    return f"{plural(len(items), 'item')}, {len(counting)} checked from outside and found to hold."


def gaps(work: PromiseWork, counting: Sequence[CountedEvidence], others: int) -> list[str]:
    """What is missing, each in a sentence."""
    said = []
    if not counting:
        more = " None of what stands here has been found to hold by someone outside." if others else ""
        said.append(f"No evidence counts beside this promise.{more}")
    shown = {one.row.milestone_id for one in counting}
    bare = [each.row.title for each in work.milestones if each.standing.met_on and each.row.pk not in shown]
    if bare:
        said.append(f"Said to be met, with nothing that counts to show it: {listed(bare)}.")
    unanswered = [point for point in work.row.answers.all() if not _spoken_to(point.pk, counting)]
    if unanswered and counting:
        said.append(f"Nothing that counts speaks to: {listed([str(point) for point in unanswered])}.")
    return said


def _spoken_to(point_id: int, counting: Sequence[CountedEvidence]) -> bool:
    named = [{point.pk for point in one.row.answers.all()} for one in counting]
    return any(not points or point_id in points for points in named)


def items_table(items: Sequence[CountedEvidence], *, page: str = "evidence-item") -> Table:
    """One row an item; what does not count says so. `page` is the name of the page of an item."""
    columns = [
        Column("Evidence"),
        Column("What it shows"),
        Column("Day"),
        Column("Strength"),
        Column("Checked from outside"),
    ]
    rows: list[Cells] = [
        [
            Cell(title_of(one), href=reverse(page, args=[one.row.pk]), note=_note(one)),
            shows_of(one),
            day(one.row.happened_on),
            start_upper(one.strength.words),
            checked_cell(one),
        ]
        for one in items
    ]
    return Table(columns, rows, "Evidence", caption_shown=False)


def _note(one: CountedEvidence) -> str:
    kind = start_upper(one.row.get_kind_display())
    return f"{kind}. {EXAMPLE}" if one.row.is_example else kind


def title_of(one: CountedEvidence) -> str:
    return (one.row.title or "A case study that was erased") if one.is_shown else "A case study"


def shows_of(one: CountedEvidence) -> str:
    return one.row.shows if one.is_shown else NO_LONGER_SHOWN


def checked_cell(one: CountedEvidence) -> Cell:
    """Who checked it and what they found; a plain mark where nobody did."""
    if one.standing in (Standing.REPLACED, Standing.WITHDRAWN):
        return Cell(chip=start_upper(one.standing.value))
    if not one.checks:
        return Cell(chip="Not checked", note=UNCHECKED)
    newest = one.checks[-1]
    by = f"{start_upper(newest.by_body)}, {day(newest.checked_at.date())}"
    if newest.holds:
        return Cell(f"Holds. {by}")
    return Cell(chip="Does not hold", alarming=True, note=f"{by}. {newest.because}")


def kinds_to_add(promise: Promise) -> dict[str, Any]:
    """The first question of adding: which kind, each with how far it carries."""
    address = reverse("add-evidence", args=[promise.pk])
    rows: list[Cells] = [
        [
            Cell(start_upper(kind.label), href=f"{address}?kind={kind.value.replace(' ', '+')}"),
            start_upper(STRENGTHS[kind].words),
            STRENGTHS[kind].because,
        ]
        for kind in Evidence.Kind
    ]
    columns = [Column("What kind of evidence is it?"), Column("Strength"), Column("Why")]
    return {
        "caption": promise.words,
        "table": Table(columns, rows, "Kinds of evidence", caption_shown=False),
        "note": "" if CONFIRMED else UNCONFIRMED,
        "above": Link("The promise", reverse("promise", args=[promise.pk])),
    }


def item_values(one: CountedEvidence, *, why_not: str, may_check: bool, may_keep: bool) -> dict[str, Any]:
    """What the page of an item shows. `why_not`: why this reader, who checks evidence, cannot check it."""
    row = one.row
    standing = one.standing in (Standing.REPLACED, Standing.WITHDRAWN)
    return {
        "title": title_of(one),
        "caption": start_upper(row.get_kind_display()),
        "example": EXAMPLE if row.is_example else "",
        "shows": shows_of(one),
        "verdict": verdict(one),
        "facts": [*item_facts(one), *(_kept_facts(one) if may_keep else [])],
        "file": Link("Open the file", reverse("evidence-file", args=[row.pk]))
        if row.document_id and one.is_shown
        else None,
        "checks": [check_entry(check) for check in reversed(one.checks)],
        "check": Link("Check it", reverse("check-evidence", args=[row.pk]))
        if may_check and not why_not and not standing
        else None,
        "why_not": why_not if may_check and not standing else "",
        "links": _item_links(one) if may_keep and not standing else [],
        "above": Link(f"Promise {row.promise.code}", reverse("promise", args=[row.promise_id])),
    }


def _item_links(one: CountedEvidence) -> list[Link]:
    return [
        Link("Correct it", reverse("correct-evidence", args=[one.row.pk])),
        Link("Withdraw it", reverse("withdraw-evidence", args=[one.row.pk])),
    ]


def verdict(one: CountedEvidence) -> str:
    """Whether it counts, in a sentence."""
    if one.withdrawal is not None:
        gone = one.withdrawal
        return f"It was withdrawn on {day(gone.withdrawn_at.date())}, and counts no more. {gone.because}"
    if one.replaced_by is not None:
        return "It was corrected, and counts no more: a newer item stands for it."
    if not one.checks:
        return f"Nobody outside has checked this. It {UNCHECKED[0].lower()}{UNCHECKED[1:]}."
    return (
        "It counts: someone outside checked it, and it holds."
        if one.counts
        else "It counts for nothing: someone outside checked it, and it does not hold."
    )


def item_facts(one: CountedEvidence) -> list[Row]:
    """Where an item comes from, what it rests on, who may see it."""
    row = one.row
    facts = [
        Row("Day", day(row.happened_on)),
        Row("Where it comes from", row.provenance if one.is_shown else ""),
        Row("Whose work it is", f"{row.owner_team} of {row.owner}" if row.owner_team else str(row.owner)),
        Row("Strength", start_upper(one.strength.words), note=_strength_note(one)),
        Row("Who may see it", start_upper(row.get_seen_by_display())),
    ]
    if row.cited_figure is not None:
        facts.append(Row("Figure", figure_words(row.cited_figure)))
    if row.milestone is not None:
        facts.append(Row("Milestone that it shows to be met", row.milestone.title))
    if points := list(row.answers.all()):
        facts.append(Row("What it speaks to", listed([f"{point} ({point.origin})" for point in points])))
    if row.kind == Evidence.Kind.CASE_STUDY:
        facts.append(Row("Pseudonymised", "Yes", note="Names and places are changed. Nobody is named."))
        facts.append(Row("Consent", _consent(row)))
    return [fact for fact in facts if fact.text]


def _consent(row: Evidence) -> str:
    given = day(row.consented_on) if row.consented_on else ""
    covers = row.get_consent_covers_display()
    return f"Given on {given}, to be seen by {covers}"


def _strength_note(one: CountedEvidence) -> str:
    return one.strength.because if CONFIRMED else f"{one.strength.because} Not confirmed by the partnership."


def _kept_facts(one: CountedEvidence) -> list[Row]:
    """What those who keep evidence see besides."""
    row = one.row
    facts = [Row("Put here", f"{moment(row.added_at)}, {row.added_by_name}")]
    if row.kind == Evidence.Kind.CASE_STUDY and one.is_shown:
        facts.append(Row("Who agreed", row.consented_by))
        facts.append(Row("Where the signed consent lies", row.consent_kept_at))
        facts.append(Row("Tied to a record here", "Yes" if row.person_id else "No"))
    if row.replaces_id is not None:
        link = Link("What it corrects", reverse("evidence-item", args=[row.replaces_id]))
        facts.append(Row("Corrects", "", link=link))
    return facts


def check_entry(check: EvidenceCheck) -> Entry:
    """One check, with who and why."""
    return Entry(
        what="It holds" if check.holds else "It does not hold",
        when=day(check.checked_at.date()),
        because=check.because,
        recorded=f"Who checked: {check.by_body}.",
    )


def to_check_table(items: Sequence[tuple[CountedEvidence, str]]) -> Table:
    """Items that nobody has checked, each with why this reader cannot check it, if so."""
    columns = [Column("Evidence"), Column("Promise"), Column("Put here"), Column("Can you check it?")]
    rows: list[Cells] = [
        [
            Cell(title_of(one), href=reverse("evidence-item", args=[one.row.pk]), note=_note(one)),
            str(one.row.promise),
            day(one.row.added_at.date()),
            Cell("No", note=why_not)
            if why_not
            else Cell("Check it", href=reverse("check-evidence", args=[one.row.pk])),
        ]
        for one, why_not in items
    ]
    return Table(columns, rows, "Evidence to check", caption_shown=False)
