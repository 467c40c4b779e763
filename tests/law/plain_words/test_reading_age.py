"""What families are told reaches a reading age of 11 or below, and says what, by when and what if not.

The formula is Flesch-Kincaid: grade = 0.39 words per sentence + 11.8 syllables per word - 15.59, and reading
age = grade + 5. Figures count as words of one syllable; citations are counted like any other words.
"""

import re
from datetime import date

import pytest

from goldenthread.rules.answers import answer
from goldenthread.rules.register import ENGLAND
from goldenthread.rules.wording import in_words

OLDEST_READER = 11
DAYS = (date(2026, 3, 2), date(2027, 9, 29), date(2026, 12, 23))
BIRTHS = (date(2008, 5, 5), date(2004, 12, 23))


def syllables(word):
    letters = re.sub(r"[^a-z]", "", word.lower().removesuffix("'s"))
    if not letters:
        return 1
    groups = len(re.findall(r"[aeiouy]+", letters))
    if re.search(r"[^aeiouyl]e$|[aeiouy]le$", letters) or re.search(r"[^aeioutdy]ed$", letters):
        groups -= 1
    return max(1, groups)


def reading_age(text):
    sentences = [part for part in re.split(r"[.!?](?:\s|$)", text) if part.strip()]
    words = re.findall(r"[A-Za-z0-9][A-Za-z0-9'()-]*", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 10.59


def sample(duty, day, born_on, choice):
    samples = {"date": day, "number": 2027, "choice": choice}
    inputs = {one.name: samples[one.kind] for one in duty.inputs if one.required}
    return inputs | ({"born_on": born_on} if "born_on" in inputs else {})


def choices_of(duty):
    enums = [one.enum for one in duty.inputs if one.required and one.enum]
    if duty.name == "concession":
        return list(duty.parameters["limits"].versions[-1].value)
    return list(enums[0]) if enums else [None]


def answers_of(duty):
    for day, born_on in zip(DAYS, (*BIRTHS, BIRTHS[0]), strict=True):
        for choice in choices_of(duty):
            yield answer(duty, sample(duty, day, born_on, choice))


every_duty = pytest.mark.parametrize("duty", ENGLAND.duties.values(), ids=ENGLAND.duties)


@pytest.mark.parametrize(
    ("word", "count"),
    [("plan", 1), ("have", 1), ("Monday", 2), ("people", 2), ("asked", 1), ("regulation", 4), ("13(2)", 1)],
)
def test_syllables_are_counted_as_spoken(word, count):
    assert syllables(word) == count


def test_the_formula_tells_plain_from_hard():
    assert reading_age("You can ask us why. We will tell you.") < 7
    assert reading_age("The authority's determination necessitates statutory notification forthwith.") > 18


@every_duty
def test_a_family_of_reading_age_eleven_can_read_it(duty):
    for asked in answers_of(duty):
        assert reading_age(asked.plain) <= OLDEST_READER, asked.plain


@every_duty
def test_it_says_by_when_and_what_to_do_if_it_does_not_happen(duty):
    for asked in answers_of(duty):
        assert in_words(asked.deadline.due_on) in asked.plain
        assert asked.plain.endswith(asked.duty.declared.if_not)
        assert "{" not in asked.plain + asked.legal


@every_duty
def test_a_rule_that_is_not_confirmed_says_so_to_both(duty):
    for asked in answers_of(duty):
        unconfirmed = asked.deadline.because.confirmed.value == "unconfirmed"
        assert ("We are still checking this rule." in asked.plain) is unconfirmed
        assert ("Unconfirmed: check the text in force" in asked.legal) is unconfirmed


def test_the_example_of_the_final_plan_reads_as_promised():
    asked = answer(ENGLAND.duties["final_plan"], {"request_received_on": date(2026, 1, 5)})
    assert asked.plain.startswith(
        "You should have the final plan by Monday 25 May 2026. "
        "That is 20 weeks after we got your request on 5 January (regulation 13(2)). "
    )


def test_a_day_in_another_year_is_named_with_its_year():
    asked = answer(ENGLAND.duties["final_plan"], {"request_received_on": date(2026, 12, 24)})
    assert "on 24 December 2026 (" in asked.plain


def test_guidance_is_called_guidance_in_both():
    asked = answer(ENGLAND.duties["consultation_reply"], {"consultation_sent_on": date(2026, 4, 20)})
    assert "(guidance, paragraph 9.83). This is advice to us, not a law." in asked.plain
    assert "the school or other institution should reply" in asked.legal


def test_legal_english_names_the_counting_the_other_reading_and_the_grounds():
    asked = answer(ENGLAND.duties["final_plan"], {"request_received_on": date(2026, 1, 5)})
    assert "Last day: as soon as practicable, and in any event Monday 25 May 2026." in asked.legal
    assert "Counted: 20 weeks from Monday 5 January 2026 (C1: " in asked.legal
    assert "Other reading (the day of the event counted as day 1): Sunday 24 May 2026." in asked.legal
    assert "school_closure, early_years_closure, exceptional_circumstances or absence" in asked.legal


def test_a_day_that_was_moved_shows_both_days():
    asked = answer(ENGLAND.duties["appeal"], {"decision_sent_on": date(2026, 6, 15)})
    assert "Before any move the day was Saturday 15 August 2026." in asked.legal
    assert "on 15 June, moved on to a day that counts (rule 20(1)(c))" in asked.plain
