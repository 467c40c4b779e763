"""The address of every page, about each kind of record: declare here what stands in an address of yours.

A page is about a child where its address names one (`OF_A_CHILD`): it is then asked about five kinds of
record. Any other part of an address is in `PARTS`; a part that is in neither fails the matrix.
"""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, reverse

import factories
from goldenthread.accounts.access import pages
from goldenthread.audit.scope import Scope
from goldenthread.documents.models import Document
from goldenthread.outbox.actions import queue
from goldenthread.outbox.models import Channel, Message
from goldenthread.outbox.outgoing import Outgoing
from goldenthread.people.models import BrokenSeal, MatchQuestion, Relationship
from refusals.world import Subject, World

NOWHERE = 987_654
"""A number of a row that is not there: for pages about no child, which refuse by role before they look."""

Part = Callable[[World, Subject], Any]


def message_about(world: World, subject: Subject) -> int:
    person_id = world.cases[subject].person_id
    found = Message.objects.filter(about_person_id=person_id).first()
    return (
        found
        or queue(
            Outgoing(
                kind="letter",
                channel=Channel.EMAIL,
                recipient="council@example.org",
                recipient_name="The council",
                subject="A letter",
                body=b"A letter",
                idempotency_key=f"letter about {person_id}",
                about_person_id=person_id,
            ),
            by=Scope.system("the matrix"),
        )
    ).pk


def question_about(world: World, subject: Subject) -> int:
    person = world.cases[subject].person
    found = MatchQuestion.objects.filter(known=person).first()
    made = found or MatchQuestion.objects.create(
        newcomer=factories.person("New", "Comer"), known=person, why="alike", asked_at="2025-02-03T09:00Z"
    )
    return made.pk


def opening_of(world: World, subject: Subject) -> int:
    person = world.cases[subject].person
    found = BrokenSeal.objects.filter(person=person).first()
    return (found or factories.broken_seal(person)).pk


def document_of(world: World, subject: Subject) -> int:
    return Document.objects.get(case_id=world.cases[subject].pk).pk


def relationship_of(world: World, subject: Subject) -> int:
    person = world.cases[subject].person
    found = Relationship.standing().filter(person=person).first()
    return (found or factories.relationship(person)).pk


OF_A_CHILD: dict[str, Part] = {
    "reference": lambda world, subject: world.cases[subject].reference,
    "person_id": lambda world, subject: world.cases[subject].person_id,
    "message_id": message_about,
    "question_id": question_about,
    "seal_id": opening_of,
}
"""Parts that name a child, or a row about one."""

PARTS: dict[str, Part] = {
    "entry_id": lambda world, subject: world.cases[subject].entries.order_by("pk").first().pk,
    "document_id": document_of,
    "number": lambda world, subject: 1,
    "row_id": relationship_of,
    "when": lambda world, subject: "past",
    "case slug": lambda world, subject: "send-draft-plan",
    "case kind": lambda world, subject: "relationship",
    "law-duty name": lambda world, subject: "final_plan_due",
    "user_id": lambda world, subject: factories.user(None).pk,
    "appointment_id": lambda world, subject: factories.appointment(factories.user(None)).pk,
}
"""Other parts, by name; "PAGE PART" or "case PART" where pages mean different things by one name."""

HOLDS_NO_CHILD = (
    *(
        "access-reviews/",
        "boards/",
        "evidence-room/",
        "figures/",
        "improvement/",
        "invitation/",
        "invitations/",
        "law/",
        "partnership/",
        "progress/",
        "release/",
        "returns/",
        "voice/",
    ),
    *("retention/", "service/", "sign-in/", "your-sign-in/"),
)
"""Where addresses begin that name no child and no row about one. For these a row that is not there will do:
who may not open the page is refused before anything is looked up."""


class Undeclared(AssertionError):
    """Nobody has said what stands in an address."""


def is_of_a_child(pattern: URLPattern) -> bool:
    return bool(OF_A_CHILD.keys() & pattern.pattern.converters.keys())


def address(pattern: URLPattern, world: World, subject: Subject) -> str:
    """Raises `Undeclared` with what to do."""
    kwargs = {name: _part(pattern, name, world, subject) for name in pattern.pattern.converters}
    return reverse(str(pattern.name), kwargs=kwargs)


def _part(pattern: URLPattern, name: str, world: World, subject: Subject) -> Any:
    area = "case" if "reference" in pattern.pattern.converters else ""
    for key in (f"{pattern.name} {name}", f"{area} {name}", name):
        builder = OF_A_CHILD.get(key) or PARTS.get(key)
        if builder is not None:
            return builder(world, subject)
    if ROUTES.get(str(pattern.name), "").startswith(HOLDS_NO_CHILD) and not is_of_a_child(pattern):
        return NOWHERE if type(pattern.pattern.converters[name]).__name__ == "IntConverter" else "nothing"
    raise Undeclared(
        f"The page {pattern.name!r} has “{name}” in its address, and the refusal matrix does not know "
        "what to put there. Say so in tests/refusals/addresses.py: in OF_A_CHILD if it names a child or a "
        "row about one, else in PARTS; or in HOLDS_NO_CHILD where nothing under its address does."
    )


ROUTES = {str(pattern.name): route for route, pattern in pages()}
