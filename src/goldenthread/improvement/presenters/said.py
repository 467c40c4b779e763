"""What the forum and those who answer for a promise wrote beside it, as it is printed."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from goldenthread.improvement.models import Commentary, ForumWord, Promise
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import Entry, Link
from goldenthread.ui.words import day

NOBODY_ELSE = "Nobody else can change them."
NOT_A_STATEMENT = "Example text: not a statement by a real forum."


def beside_promise(
    promise: Promise,
    words: Sequence[ForumWord],
    commentaries: Sequence[Commentary],
    *,
    may_write: bool = False,
    may_comment: bool = False,
) -> dict[str, Any]:
    """The forum's box, and the commentary of those who answer for the promise; both newest first."""
    to_forum = Link("Write for the forum", reverse("write-for-forum", args=[promise.pk]))
    to_comment = Link("Comment on this promise", reverse("comment-on-promise", args=[promise.pk]))
    return {
        "forum": {
            "paragraphs": paragraphs(words[0].words) if words else [],
            "note": forum_note(words[0]) if words and words[0].words else "",
            "earlier": [_forum_entry(word) for word in words[1:]],
            "write": to_forum if may_write else None,
        },
        "commentary": {
            "newest": commentary(commentaries[0]) if commentaries else None,
            "earlier": [_commentary_entry(one) for one in commentaries[1:]],
            "write": to_comment if may_comment else None,
        },
    }


def paragraphs(words: str) -> list[str]:
    """The words line by line, as they were written."""
    return [line for line in words.splitlines() if line.strip()]


def forum_note(word: ForumWord) -> str:
    """Whose words these are, and of which day."""
    said = f"The forum’s own words, {day(word.written_at.date())}. {NOBODY_ELSE}"
    return f"{said} {NOT_A_STATEMENT}" if word.is_example else said


def commentary(one: Commentary) -> dict[str, Any]:
    """A commentary as it is printed: its words, and under them the role and the day."""
    by = f"{start_upper(one.role)}, {day(one.written_at.date())}."
    return {
        "paragraphs": paragraphs(one.words),
        "by": f"{by} Example: invented for the demonstration." if one.is_example else by,
    }


def _forum_entry(word: ForumWord) -> Entry:
    return Entry(
        what=word.words or "The forum took back what it had written.",
        when=day(word.written_at.date()),
        more=NOT_A_STATEMENT if word.is_example else "",
    )


def _commentary_entry(one: Commentary) -> Entry:
    example = "Example: invented for the demonstration." if one.is_example else ""
    return Entry(
        what=one.words, when=day(one.written_at.date()), more=f"{start_upper(one.role)}. {example}".strip()
    )
