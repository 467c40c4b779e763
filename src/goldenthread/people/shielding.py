"""May this address or contact be given? The one place that decides: pages, letters, search, exports."""

from collections.abc import Collection
from dataclasses import dataclass

from goldenthread.people.models import Contact, Person, Relationship, Shielding

WITHHELD = "Not given. Ask the guardian of information."
"""What stands where an address would, for everyone alike: also for whoever wrote it down."""


@dataclass(frozen=True, slots=True)
class Reached:
    """An address and contact as they may be shown; empty where withheld."""

    address: str = ""
    postcode: str = ""
    email: str = ""
    phone: str = ""
    withheld: bool = False


def shielded_adults(person_ids: Collection[int]) -> set[int]:
    """The adults whose address and contact nobody is given.

    To be shielded on one child's record is to be shielded on every child's: an address is one. It is asked
    without a scope, for the answer is one for everyone: an address that somebody may read leaks.
    """
    around = Shielding.standing().filter(adult__relationships__person__in=person_ids)
    return set(around.order_by().values_list("adult", flat=True))


def shielded_people(person_ids: Collection[int]) -> set[int]:
    """The children whose own address and postcode nobody is given: theirs, or a shielded adult's.

    A child lives with somebody: where a parent is in refuge, the child's postcode is the refuge's.
    """
    here = Shielding.standing().filter(person__in=person_ids)
    elsewhere = Shielding.standing().filter(adult__isnull=False).order_by().values("adult")
    through = Relationship.standing().filter(person__in=person_ids, adult__in=elsewhere)
    return {
        *here.order_by().values_list("person", flat=True),
        *through.order_by().values_list("person", flat=True),
    }


def reached(contact: Contact | None, *, shielded: Collection[int]) -> Reached:
    """Contact details as they may be shown, given who is shielded."""
    if contact is None:
        return Reached()
    if contact.adult_id in shielded:
        return Reached(withheld=True)
    return Reached(contact.address, contact.postcode, contact.email, contact.phone)


def postcode_of(person: Person) -> str:
    """The child's postcode where it may be shown, else the words that stand for it."""
    return WITHHELD if shielded_people([person.pk]) else person.postcode


def words_withheld(person_id: int) -> set[str]:
    """Postcode, e-mail, telephone and address that no letter about this child may carry, each without spaces
    and in small letters: what stands in a letter is compared in the same way."""
    adults = shielded_adults([person_id])
    found = Contact.standing().filter(adult__in=adults)
    said = {word for one in found for word in (one.address, one.postcode, one.email, one.phone)}
    if shielded_people([person_id]):
        said |= set(Person.objects.filter(pk=person_id).values_list("postcode", flat=True))
    return {"".join(word.casefold().split()) for word in said if word.strip()}
