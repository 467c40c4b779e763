"""What was known of people when the journal stood at a position? Worked out from entries and decisions alone.

Identifiers are rows of their own and not in the journal: they are as they are now.
"""

from collections.abc import Collection
from itertools import groupby

from goldenthread.audit.seal.queries import known_at
from goldenthread.people import details
from goldenthread.people.models import MatchAnswer, MatchDecision, Person, PersonEntry


def links_known_at(position: int) -> dict[int, int]:
    """Who counted as whom by the decisions known then: person to the person that they are one with."""
    links: dict[int, int] = {}
    decisions = known_at(MatchDecision.objects.select_related("question"), position).order_by("pk")
    for decision in decisions:
        newcomer, known = decision.question.newcomer_id, decision.question.known_id
        if decision.answer == MatchAnswer.SAME:
            links[newcomer] = links.get(known, known)
        elif links.get(newcomer) in (known, links.get(known)):
            del links[newcomer]
    return links


def people_known_at(position: int, person_ids: Collection[int]) -> dict[int, Person]:
    """These people with the details known then, by number; they are not to be saved."""
    said = PersonEntry.objects.filter(person_id__in=person_ids).order_by("person_id", "pk")
    found = {person_id: Person(pk=person_id) for person_id in person_ids}
    for person_id, entries in groupby(known_at(said, position).iterator(), key=lambda one: one.person_id):
        for name, value in details.in_force(entries).for_row().items():
            setattr(found[person_id], name, value)
    return found
