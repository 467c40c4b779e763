"""People with access, and invitations, in words."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.urls import reverse, reverse_lazy

from goldenthread.accounts.models import Appointment
from goldenthread.accounts.places import Place
from goldenthread.accounts.signing_in.invitations.policies import is_open
from goldenthread.accounts.signing_in.invitations.queries import Colleague
from goldenthread.accounts.signing_in.models import Invitation
from goldenthread.audit import clock
from goldenthread.ui import words
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Cell, Column, Link, Table

TO_PEOPLE = Link("People with access", reverse_lazy("people-with-access"))  # type: ignore[arg-type]  # text once it is drawn


def role_at(role: str, place: Place) -> str:
    """As in "SENCO, Alder Vale Primary School"."""
    where = str(place)
    return start_upper(role) + (f", {where}" if where else "")


def term(appointment: Appointment) -> str:
    """As in "SENCO, Alder Vale Primary School, from 1 May 2026, until 3 May 2026"."""
    place = Place(appointment.team, appointment.organisation, appointment.setting)
    begins = appointment.starts_on
    later = f", from {words.day(begins)}" if begins > clock.today() else ""
    return role_at(appointment.role, place) + later + _until(appointment.ends_on)


def _until(ends_on: date | None) -> str:
    """The last day in words: what is kept is the first day without."""
    return f", until {words.day(ends_on - timedelta(days=1))}" if ends_on else ""


def _begins(day: date) -> str:
    return f"{'Since' if day <= clock.today() else 'From'} {words.day(day)}"


def people_table(found: Iterable[Colleague]) -> Table:
    return Table(
        columns=[Column("Name"), Column("E-mail"), Column("What they may do"), Column("Last signed in")],
        rows=[
            [
                Cell(one.user.name, href=reverse("person-with-access", args=[one.user.pk])),
                Cell(one.user.email, break_anywhere=True),
                "; ".join(term(appointment) for appointment in one.appointments),
                words.moment(one.user.last_login) if one.user.last_login else "Never",
            ]
            for one in found
        ],
        caption="People with access",
        caption_shown=False,
    )


def invitation_rows(found: Iterable[Invitation]) -> list[dict[str, Any]]:
    """Each open or outdated invitation, with its two acts."""
    return [
        {
            "name": one.name,
            "email": one.email,
            "role": role_at(one.role, one.place) if one.role else "To set up their sign-in anew",
            "state": f"Works until {words.moment(one.expires_at)}"
            if is_open(one)
            else "Too old: send it again",
            "by": f"{one.made_by_name}, {words.day(one.made_at.date())}",
            "again": reverse("send-invitation-again", args=[one.pk]),
            "withdraw": reverse("withdraw-invitation", args=[one.pk]),
        }
        for one in found
    ]


def person(found: Colleague, *, is_oneself: bool) -> dict[str, Any]:
    return {
        "name": found.user.name,
        "email": found.user.email,
        "appointments": [
            {
                "term": term(one),
                "since": f"{_begins(one.starts_on)}, by {one.appointed_by_name}",
                "id": one.pk,
            }
            for one in found.appointments
        ],
        "has_others": found.has_others,
        "is_oneself": is_oneself,
        "number": found.user.pk,
        "above": TO_PEOPLE,
    }


def welcome(invitation: Invitation) -> dict[str, Any]:
    """What someone is invited to, before they accept."""
    role = role_at(invitation.role, invitation.place) + _until(invitation.ends_on)
    return {
        "name": invitation.name,
        "email": invitation.email,
        "role": role if invitation.role else "",
        "inviter": invitation.made_by_name,
    }
