"""Boards as tests need them, each with only what it cannot do without."""

import io
from datetime import date

from areas.documents import files
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.scope import Scope
from goldenthread.documents import actions as documents
from goldenthread.governance.models import Board, Meeting, Minutes, Paper, Ratification, Seat, SeatHolding
from goldenthread.organisations.models import Organisation, OrganisationKind

SYSTEM = Scope.system("a test")
BEGUN = date(2024, 3, 1)


def body(name="A council", kind=OrganisationKind.COUNCIL):
    return Organisation.objects.get_or_create(name=name, defaults={"kind": kind})[0]


def board(name="SEND Improvement Board", **rest):
    given = {"kind": Board.Kind.BOARD, "purpose": "It looks after the plan", "started_on": BEGUN, **rest}
    return Board.objects.create(name=name, **given)


def seat(of, kind, *, holder="", role="", since=BEGUN):
    made = Seat.objects.create(board=of, kind=kind, role=role or f"{kind} seat", from_on=since)
    if holder:
        SeatHolding.objects.create(seat=made, holder=holder, from_on=since)
    return made


def meeting(of, on, status=Meeting.Status.HELD, **rest):
    given = {"first_called_for": on, "status": status, **rest}
    return Meeting.objects.create(board=of, on=on, **given)


def minutes(of, number=1, *, words="We met and spoke.", shared=True):
    return journal.append(
        Minutes(
            meeting=of, number=number, words=words, shared=shared, recorded_at=clock.now(), by_name="A test"
        )
    )


def ratified(version, at):
    return journal.append(
        Ratification(
            meeting=version.meeting, minutes=version, at_meeting=at, recorded_at=clock.now(), by_name="A test"
        )
    )


def paper(of, visibility=Paper.Visibility.PUBLIC, *, title="The dashboard", because="", item=None):
    brought = documents.Brought("paper.pdf", len(files.PDF), io.BytesIO(files.PDF))
    kept = documents.keep(
        brought, kind="board paper", title=title, under=Permission.KEEP_GOVERNANCE, by=SYSTEM
    )
    return Paper.objects.create(
        meeting=of,
        item=item,
        title=title,
        document=kept.document,
        visibility=visibility,
        restricted_because=because,
    )
