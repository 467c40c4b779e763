"""What the outbox asks about people: to whom a message must not go, and of whom it shows nothing."""

from goldenthread.audit.scope import Scope
from goldenthread.outbox.models import Message
from goldenthread.people.models import Person, Relationship
from goldenthread.people.permissions import own_family_of, sealed_from
from goldenthread.people.shielding import words_withheld


def nothing_after_a_death(message: Message) -> str | None:
    """Nothing is sent about someone who died."""
    if message.about_person_id is None:
        return None
    died = Person.objects.filter(pk=message.about_person_id, died_on__isnull=False).exists()
    return "The death of the person whom it is about is recorded." if died else None


def nothing_to_the_dead(message: Message) -> str | None:
    """Nothing is sent to an adult around the child who died."""
    if message.about_person_id is None:
        return None
    around = Relationship.standing().filter(person=message.about_person_id, adult__died_on__isnull=False)
    names = {one.adult.name.casefold() for one in around.select_related("adult")}
    return "The death of its recipient is recorded." if message.recipient_name.casefold() in names else None


def no_withheld_address(message: Message) -> str | None:
    """No message about a child carries an address or contact that is withheld, nor goes to one.

    Whoever lives there is written to by the guardian of information, by hand.
    """
    if message.about_person_id is None:
        return None
    body = bytes(message.body).decode("utf-8", errors="ignore")
    said = "".join(f"{message.recipient} {message.subject} {body}".casefold().split())
    if any(words in said for words in words_withheld(message.about_person_id)):
        return "It carries an address or contact that is withheld. Ask the guardian of information."
    return None


def hidden_people(scope: Scope) -> set[int]:
    """The people of whose messages this scope may learn nothing: sealed from it, or of its own family."""
    family = own_family_of(scope).values_list("person", flat=True)
    return {*family, *sealed_from(scope).values_list("pk", flat=True)}
