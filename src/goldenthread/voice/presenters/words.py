"""Shares, chips and ratings in words, as every page of voice says them."""

from goldenthread.ui.values import Cell, Signal
from goldenthread.ui.words import rounded, thousands
from goldenthread.voice.models import Rating
from goldenthread.voice.tallies import FEWEST_REPLIES, Since, Tally

EXAMPLE = "Example: invented for the demonstration."
HIDDEN = "not shown"
NO_COMMENTS = (
    "What families wrote in their own words is not imported: it is personal data. Only counts are kept here."
)
CHIPS: dict[Since, Signal] = {
    Since.BETTER: Signal("better", "Better"),
    Since.WORSE: Signal("worse", "Worse"),
    Since.NO_CHANGE: Signal("steady", "No change"),
    Since.TOO_FEW: Signal("few", "Too few to say"),
}
Cells = list[Cell | str | int | float | None]


def hundred(share: float) -> str:
    """A share of 0 to 1 as a whole number of a hundred: 44%."""
    return f"{rounded(100 * share, 0)}%"


def share_words(tally: Tally) -> str:
    """44%, or why nothing is said."""
    found = tally.share
    if found is None:
        return "nobody answered"
    return f"too few to say (fewer than {FEWEST_REPLIES})" if tally.is_too_few else hundred(found.estimate)


def interval_words(tally: Tally) -> str | None:
    """37 to 51: what would hold the truth 95 times of 100, were those who answered a sample."""
    found = tally.share
    if found is None or tally.is_too_few or found.low is None or found.high is None:
        return None
    return f"{rounded(100 * found.low, 0)} to {rounded(100 * found.high, 0)}"


def of_words(tally: Tally) -> str:
    """88 of 200."""
    return f"{thousands(tally.favourable)} of {thousands(tally.answered)}"


def since_cell(since: Since | None) -> Cell | None:
    """The chip beside the survey before; None where there is none."""
    return None if since is None else Cell(signal=CHIPS[since])


def rating_words(rating: int | None) -> str:
    """Mostly; or that nobody has said."""
    return Rating(rating).label.capitalize() if rating else "Nobody has said"
