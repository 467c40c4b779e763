"""Section F: is a promise specific (Code of Practice 9.69), and which words should a person look at?"""

from __future__ import annotations

from goldenthread.rules.plan_content import (
    Provision,
    details_to_consider,
    missing_details,
    vague_words,
)


def _flagged(text: str) -> list[str]:
    return [one.words for one in vague_words(text)]


def test_a_promise_says_who_how_often_and_for_how_long() -> None:
    bare = Provision("Speech and language therapy")
    assert missing_details(bare) == ("who gives it", "how often", "for how long")
    said = Provision("Therapy", who="a therapist", frequency="weekly", duration="45 minutes")
    assert missing_details(said) == ()
    assert details_to_consider(said) == (
        "how they are qualified",
        "in how large a group",
        "where",
        "when it is reviewed",
    )


def test_words_that_leave_room_for_doubt_are_flagged_where_they_stand() -> None:
    text = "Regular access to a therapist, up to 2 hours, as required"
    assert _flagged(text) == ["Regular", "access to", "up to", "as required"]
    assert [text[one.start : one.start + len(one.words)] for one in vague_words(text)] == _flagged(text)


def test_words_inside_other_words_are_not_flagged() -> None:
    assert _flagged("irregular supportive inputs catch-up tomorrow") == []


def test_a_specific_promise_is_not_flagged() -> None:
    assert _flagged("A speech therapist works with Sam alone for 45 minutes each Monday.") == []
