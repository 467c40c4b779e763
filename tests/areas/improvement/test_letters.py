"""What a letter seems to say, sentence by sentence."""

from datetime import date

import pytest

from goldenthread.improvement.days_in_words import deadline_in
from goldenthread.improvement.letters import LetterSentence, Says, propose, sentences

WRITTEN = date(2025, 11, 3)
LETTER = """Dear Ms Example,

I am pleased to see that more plans are finished in time. However, too many
families still wait. Thank you to Mr. Smith and to St. Mary’s.

Next steps:
- The partnership must publish its inclusion plan by 29 January 2026.
- A sufficiency strategy by the end of December
Areas for improvement
Leaders use data for reports alone (e.g. No. 4 in the list).

Yours sincerely"""


def test_a_letter_falls_into_its_sentences_with_their_headings():
    assert sentences(LETTER) == [
        LetterSentence("Dear Ms Example,"),
        LetterSentence("I am pleased to see that more plans are finished in time."),
        LetterSentence("However, too many families still wait."),
        LetterSentence("Thank you to Mr. Smith and to St. Mary’s."),
        LetterSentence("The partnership must publish its inclusion plan by 29 January 2026.", "Next steps"),
        LetterSentence("A sufficiency strategy by the end of December", "Next steps"),
        LetterSentence(
            "Leaders use data for reports alone (e.g. No. 4 in the list).", "Areas for improvement"
        ),
        LetterSentence("Yours sincerely", "Areas for improvement"),
    ]


def test_windows_and_old_line_ends_make_no_difference():
    assert (
        sentences(LETTER.replace("\n", "\r\n")) == sentences(LETTER) == sentences(LETTER.replace("\n", "\r"))
    )


def test_nothing_of_a_letter_is_lost():
    words = " ".join(f"{one.heading} {one.words}" for one in sentences(LETTER)).split()
    assert set(LETTER.replace("- ", "").replace("steps:", "steps").split()) <= set(words)


def test_an_empty_letter_has_no_sentences():
    assert sentences(" \n\n ") == []


@pytest.mark.parametrize(
    ("number", "says"),
    [
        *enumerate(
            [
                Says.NOTHING,
                Says.PRAISE,
                Says.CONCERN,
                Says.PRAISE,
                Says.REQUIREMENT,
                Says.REQUIREMENT,
                Says.FINDING,
                Says.NOTHING,
            ]
        )
    ],
)
def test_each_sentence_is_proposed_as_what_it_seems(number, says):
    proposal = propose(sentences(LETTER)[number], written_on=WRITTEN)
    assert proposal.says is says
    assert proposal.because


def test_a_proposal_names_the_words_that_led_to_it():
    assert propose(LetterSentence("You must act."), written_on=WRITTEN).because == "it says “must”"


def test_only_a_requirement_is_given_a_day():
    assert propose(LetterSentence("We welcome progress by May 2026."), written_on=WRITTEN).due_on is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by 29 January 2026", date(2026, 1, 29)),
        ("by the end of January 2026", date(2026, 1, 31)),
        ("by Friday 5th June 2026", date(2026, 6, 5)),
        ("no later than the 1st of Sept 2026", date(2026, 9, 1)),
        ("by December", date(2025, 12, 31)),
        ("by 2 November", date(2026, 11, 2)),
        ("before Feb 2028", date(2028, 2, 29)),
        ("by the end of the spring term 2026", None),
        ("by 31 June 2026", None),
        ("by marching on", None),
        ("in May 2026", None),
    ],
)
def test_a_day_is_read_only_where_the_words_give_one(words, day):
    assert deadline_in(f"Send it {words}.", after=WRITTEN) == day


def test_a_day_without_a_year_is_nobodys_guess_when_the_letter_has_no_day():
    assert deadline_in("by 2 November", after=None) is None
