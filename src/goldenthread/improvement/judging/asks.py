"""What do the tests ask for? Numbers that no authority has set: ours until a partnership decides its own."""

from dataclasses import dataclass

UNCONFIRMED = "The numbers that the tests ask for are ours: no authority has set them."


@dataclass(frozen=True, slots=True)
class Asks:
    """The numbers, as `WHAT_TESTS_ASK` in the settings may change them. A board that agreed confirms them."""

    favourable: float = 0.5
    """Of those who answered, more than so many must say that it is so."""
    fewest_replies: int = 30
    """Fewer answers say nothing, whatever they are."""
    smallest_rate: float = 0.1
    """Where fewer of those asked answered, those who did cannot speak for the others."""
    voice_lasts_days: int = 730
    """What was said longer ago says nothing of now."""
    largest_gap: float = 10.0
    """Points by which two places picked at random may typically differ."""
    are_confirmed: bool = False
