"""Putting evidence beside a promise, checking that of others, and withdrawing it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.scope import Part, Reach, Scope
from goldenthread.casework.queries.behind_figures import child_of_case
from goldenthread.documents.actions import About, Brought, keep
from goldenthread.documents.models import Document
from goldenthread.figures.models import CitedFigure
from goldenthread.improvement.models import (
    Evidence,
    EvidenceCheck,
    EvidenceWithdrawal,
    Milestone,
    Point,
    Promise,
    SeenBy,
)
from goldenthread.improvement.permissions import whom_they_check_for, why_not_from_outside
from goldenthread.organisations.models import Organisation, Team


@dataclass(frozen=True, slots=True)
class Consent:
    """Who agreed that a case study is told, when, to whom at most, and where the signed form lies.

    `reference` is that of the child's record here, if there is one: the case study goes when the record goes.
    """

    given_by: str
    given_on: date
    covers: SeenBy
    kept_at: str
    reference: str = ""


@dataclass(frozen=True, slots=True)
class RestsOn:
    """What an item rests on, or shows to be met: as much of it as there is."""

    milestone: Milestone | None = None
    cited_figure: CitedFigure | None = None
    file: Brought | None = None
    answers: Sequence[Point] = ()


NOTHING = RestsOn()


@dataclass(frozen=True, slots=True)
class EvidenceDetails:
    """What an item is, what it shows, when, where it comes from, whose it is, and who may see it.

    A case study needs `consent`; that it is pseudonymised is said by whoever puts it here.
    """

    kind: Evidence.Kind
    title: str
    shows: str
    happened_on: date
    provenance: str
    seen_by: SeenBy
    owner: Organisation
    owner_team: Team | None = None
    rests_on: RestsOn = field(default=NOTHING)
    consent: Consent | None = None
    is_example: bool = False


@transaction.atomic
def add_evidence(
    promise: Promise, details: EvidenceDetails, *, replaces: Evidence | None = None, by: Scope
) -> Evidence:
    """Puts an item beside a promise. It counts for nothing until someone outside has checked it.

    Raises `NotPossibleNow` for a case study without consent, or told to more people than agreed to, or in
    which the child's name stands; for an item that was replaced or withdrawn already.
    """
    by.require(Permission.KEEP_EVIDENCE)
    if replaces is not None:
        _check_can_replace(replaces, promise)
    person_id = _check_may_be_told(details, by)
    rests_on, consent = details.rests_on, details.consent
    item = journal.append(
        Evidence(
            promise=promise,
            kind=details.kind,
            title=details.title,
            shows=details.shows,
            happened_on=details.happened_on,
            provenance=details.provenance,
            seen_by=details.seen_by,
            owner=details.owner,
            owner_team=details.owner_team,
            milestone=rests_on.milestone,
            cited_figure=rests_on.cited_figure,
            document=_keep_file(details, person_id, by),
            replaces=replaces,
            is_pseudonymised=consent is not None,
            consented_by=consent.given_by if consent else "",
            consented_on=consent.given_on if consent else None,
            consent_covers=consent.covers if consent else None,
            consent_kept_at=consent.kept_at if consent else "",
            person_id=person_id,
            is_example=details.is_example,
            added_at=clock.now(),
            added_by_id=by.actor_id,
            added_by_name=by.actor_name,
        )
    )
    item.answers.set(rests_on.answers)
    said = {"kind": details.kind.value, "promise": promise.pk, "seen_by": details.seen_by.value}
    record("put evidence beside a promise", item, by=by, person_id=person_id, details=said)
    return item


def _keep_file(details: EvidenceDetails, person_id: int | None, by: Scope) -> Document | None:
    if details.rests_on.file is None:
        return None
    version = keep(
        details.rests_on.file,
        kind="evidence",
        title=details.title,
        under=Permission.KEEP_EVIDENCE,
        about=About(person_id) if person_id is not None else None,
        by=by,
    )
    return version.document


def _check_can_replace(item: Evidence, promise: Promise) -> None:
    if item.promise_id != promise.pk:
        raise NotPossibleNow("A correction stands beside the same promise.")
    if Evidence.objects.filter(replaces=item).exists():
        raise NotPossibleNow("This was corrected already. Correct the newer one.")
    if EvidenceWithdrawal.objects.filter(evidence=item).exists():
        raise NotPossibleNow("This was withdrawn. Add it anew if it is to stand again.")


def _check_may_be_told(details: EvidenceDetails, by: Scope) -> int | None:
    """The child whose record a case study is tied to, if any. Raises `NotPossibleNow`."""
    consent = details.consent
    if (details.kind is Evidence.Kind.FIGURE) != (details.rests_on.cited_figure is not None):
        raise NotPossibleNow("A figure that was cited, and nothing else, rests on a citation. Choose which.")
    if details.kind is not Evidence.Kind.CASE_STUDY:
        if consent is not None:
            raise NotPossibleNow("Only a case study rests on a family’s consent.")
        return None
    if consent is None:
        raise NotPossibleNow("A case study needs the family’s recorded consent.")
    if consent.covers < details.seen_by:
        raise NotPossibleNow(f"The family agreed that it is seen by {consent.covers.label}, by nobody else.")
    return _check_names_nobody(details, consent.reference, by) if consent.reference else None


def _check_names_nobody(details: EvidenceDetails, reference: str, by: Scope) -> int:
    looks_for_names = Part(Reach.AREA, frozenset({Permission.SEE_CASES}))
    found = child_of_case(Scope(by.actor_id, by.actor_name, (looks_for_names,)), reference)
    if found is None:
        raise NotPossibleNow("No record has this reference. Leave it empty if there is none.")
    told = _words(f"{details.title} {details.shows} {details.provenance}")
    if any(_words(name) & told for name in found.names):
        raise NotPossibleNow("The child’s name stands in these words. A case study names nobody.")
    return found.person_id


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


@transaction.atomic
def check_evidence(item: Evidence, *, holds: bool, because: str, by: Scope) -> EvidenceCheck:
    """Says whether an item holds, as someone outside the team that owns it. A later check overturns this one.

    Raises `NotPermitted` for whoever added it or works where it comes from, `NotPossibleNow` for an item that
    was replaced or withdrawn, or without a reason.
    """
    by.require(Permission.CHECK_EVIDENCE)
    if reason := why_not_from_outside(by, item):
        raise NotPermitted(reason)
    if Evidence.objects.filter(replaces=item).exists():
        raise NotPossibleNow("This was replaced. Check the newer one.")
    if EvidenceWithdrawal.objects.filter(evidence=item).exists():
        raise NotPossibleNow("This was withdrawn. There is nothing left to check.")
    if not because.strip():
        raise NotPossibleNow("Say how you know.")
    check = journal.append(
        EvidenceCheck(
            evidence=item,
            holds=holds,
            because=because.strip(),
            checked_at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
            by_body=whom_they_check_for(by),
        )
    )
    record("checked evidence", check, by=by, details={"evidence": item.pk, "holds": holds})
    return check


@transaction.atomic
def withdraw_evidence(
    item: Evidence, *, because: str, consent_ended: bool = False, by: Scope
) -> EvidenceWithdrawal:
    """Takes an item out of what is put forward; it stays known to those who keep evidence.

    `consent_ended`: a family took back its consent, and nobody is shown the words or the file any more.
    Raises `NotPossibleNow` where it was withdrawn already, or there was no consent to end.
    """
    by.require(Permission.KEEP_EVIDENCE)
    if EvidenceWithdrawal.objects.filter(evidence=item).exists():
        raise NotPossibleNow("This was withdrawn already.")
    if consent_ended and item.kind != Evidence.Kind.CASE_STUDY:
        raise NotPossibleNow("Only a case study rests on a family’s consent.")
    if not because.strip():
        raise NotPossibleNow("Say why.")
    gone = journal.append(
        EvidenceWithdrawal(
            evidence=item,
            because=because.strip(),
            consent_ended=consent_ended,
            withdrawn_at=clock.now(),
            by_id_number=by.actor_id,
            by_name=by.actor_name,
        )
    )
    record("withdrew evidence", gone, by=by, details={"evidence": item.pk, "consent_ended": consent_ended})
    return gone
