"""Each notice of the register: who gets it, what it must carry, and a check of a draft letter."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from goldenthread.rules.law import NotInForce
from goldenthread.rules.lifecycle import Step
from goldenthread.rules.lifecycle.invariants import NOTICE_OF
from goldenthread.rules.lifecycle.steps import APPEALABLE
from goldenthread.rules.notices import (
    NOTICES,
    Element,
    LetterDraft,
    Notice,
    Recipient,
    explain,
    missing_from,
    notices_numbered,
    notices_telling,
)
from goldenthread.rules.notices.document import notices_document
from goldenthread.rules.register import ENGLAND, duty_called
from goldenthread.rules.sources import COMMENCEMENT

TODAY = date(2026, 2, 16)
ALL = NOTICES.on(TODAY).value
RIGHTS = {
    Element.APPEAL,
    Element.TIME_LIMITS,
    Element.MEDIATION,
    Element.CERTIFICATE,
    Element.MEDIATION_ADVISER,
    Element.MEDIATION_TIME,
    Element.TELL_AUTHORITY,
    Element.CONTACT,
    Element.DISAGREEMENT_RESOLUTION,
    Element.ADVICE_AND_SUPPORT,
}
REFUSAL = """
We have decided not to assess Sam. Our reasons are set out below.

You have the right to appeal to the tribunal. You must appeal within two months of this letter, or one month
of your mediation certificate if that is later. You have a right to mediation. You need a certificate before
you appeal: the mediation adviser (0300 000 0000) gives you one. Call the mediation adviser within two months.
If you want mediation, tell us about what, and which health provision you ask for. Contact us at
send@example.gov.uk. The disagreement resolution service can help at any stage. For information, advice and
support call 0300 000 0001.
"""


def _notice(code: str) -> Notice:
    (notice,) = notices_numbered(code, TODAY)
    return notice


def _complete(notice: Notice, text: str = "") -> LetterDraft:
    return LetterDraft(
        frozenset(one.element for one in notice.carries), frozenset(one.recipient for one in notice.to), text
    )


def test_the_register_has_each_number_from_1_to_18() -> None:
    assert list(dict.fromkeys(notice.number for notice in ALL)) == [f"N{number}" for number in range(1, 19)]
    assert [notice.code for notice in notices_numbered("N12", TODAY)] == ["N12a", "N12b"]


def test_an_unknown_number_is_not_found() -> None:
    with pytest.raises(LookupError, match="N19"):
        notices_numbered("N19", TODAY)


def test_the_register_begins_with_the_act() -> None:
    with pytest.raises(NotInForce):
        notices_numbered("N1", date(2014, 8, 31))


@pytest.mark.parametrize("notice", ALL, ids=lambda notice: notice.code)
def test_a_complete_letter_lacks_nothing_and_each_part_left_out_is_found(notice: Notice) -> None:
    complete = _complete(notice)
    assert missing_from(notice, complete) == ()
    for carries in notice.carries:
        short = replace(complete, carries=complete.carries - {carries.element})
        assert [one.what for one in missing_from(notice, short)] == [carries.element]
    for goes_to in notice.to:
        short = replace(complete, to=complete.to - {goes_to.recipient})
        assert [one.what for one in missing_from(notice, short)] == [goes_to.recipient]


@pytest.mark.parametrize("step", sorted(APPEALABLE, key=lambda step: step.value), ids=lambda s: s.value)
def test_every_decision_that_can_be_appealed_is_told_with_all_rights(step: Step) -> None:
    (notice,) = notices_telling(step, TODAY)
    carried = {one.element for one in notice.carries if one.is_duty}
    assert carried >= RIGHTS
    assert (Element.RECOMMENDATIONS in carried) is (step is not Step.DECIDED_NOT_TO_ASSESS)


@pytest.mark.parametrize("step", list(NOTICE_OF), ids=lambda step: step.value)
def test_every_decision_that_the_life_cycle_pairs_with_a_notice_has_one_that_goes_to_the_family(
    step: Step,
) -> None:
    (notice,) = notices_telling(step, TODAY)
    assert Recipient.FAMILY in {one.recipient for one in notice.to}
    assert Element.DECISION in {one.element for one in notice.carries}


def test_a_step_that_nobody_is_written_to_about_has_no_notice() -> None:
    assert notices_telling(Step.ADVICE_RECEIVED, TODAY) == ()


def test_refusals_give_reasons() -> None:
    for code in ("N3", "N4", "N12b", "N15b"):
        assert Element.REASONS in {one.element for one in _notice(code).carries}


def test_a_letter_of_refusal_that_says_all_passes_by_its_words() -> None:
    assert missing_from(_notice("N3"), _complete(_notice("N3"), REFUSAL)) == ()


@pytest.mark.parametrize(
    ("left_out", "element"),
    [
        ("tribunal", Element.APPEAL),
        ("one month", Element.TIME_LIMITS),
        ("disagreement resolution", Element.DISAGREEMENT_RESOLUTION),
        ("information, advice and\nsupport", Element.ADVICE_AND_SUPPORT),
        ("reasons", Element.REASONS),
        ("certificate", Element.CERTIFICATE),
        ("mediation adviser", Element.MEDIATION_ADVISER),
    ],
)
def test_a_letter_that_claims_an_element_must_show_it(left_out: str, element: Element) -> None:
    text = REFUSAL.replace(left_out, "...")
    found = missing_from(_notice("N3"), _complete(_notice("N3"), text))
    assert [one.what for one in found] == [element]
    assert "its words do not show it" in found[0].because


def test_what_is_only_good_practice_is_marked_so() -> None:
    yes = _notice("N2")
    short = replace(_complete(yes), carries=frozenset({Element.DECISION}))
    assert {one.is_duty for one in missing_from(yes, short)} == {False}
    assert missing_from(yes, replace(short, carries=frozenset()))[0].is_duty


def test_the_last_day_for_views_stands_in_the_draft_letter_and_leaves_fifteen_days() -> None:
    notice = _notice("N5")
    text = (
        "Give your views by 4 May 2026. You may ask for a school or college, and for a meeting with us. "
        "Information about schools and colleges is in the local offer. You may ask for a personal budget."
    )
    served = replace(
        _complete(notice, text), served_on=date(2026, 4, 20), dates={Element.WINDOW: date(2026, 5, 4)}
    )
    assert missing_from(notice, served) == ()
    (unsaid,) = missing_from(notice, replace(served, dates={Element.WINDOW: date(2026, 5, 5)}))
    assert "Tuesday 5 May 2026" in unsaid.because
    hasty = replace(served, text=text.replace("4 May", "3 May"), dates={Element.WINDOW: date(2026, 5, 3)})
    (short,) = missing_from(notice, hasty)
    assert short.because == (
        "The letter gives the family until Sunday 3 May 2026; they have until Monday 4 May 2026."
    )


def test_the_same_holds_for_notice_of_changes() -> None:
    notice = _notice("N11")
    draft = replace(
        _complete(notice), served_on=date(2026, 12, 3), dates={Element.WINDOW: date(2026, 12, 16)}
    )
    (short,) = missing_from(notice, draft)
    assert "they have until Thursday 17 December 2026" in short.because
    assert missing_from(notice, replace(draft, dates={Element.WINDOW: date(2026, 12, 17)})) == ()
    assert missing_from(notice, replace(draft, served_on=None)) == ()


def test_ceasing_letters_say_that_the_plan_is_kept_meanwhile() -> None:
    assert Element.HELD in {one.element for one in _notice("N14").carries}


def test_a_notice_explains_itself_and_says_what_is_unconfirmed() -> None:
    words = explain(_notice("N4"))
    assert words.startswith("N4 says: We will not make a plan. It goes out within 16 weeks of the request (")
    assert "It goes to the parent or young person, the responsible health commissioner and" in words
    assert "check the text in force: section 36(9)." in words
    assert "It should give" not in words
    assert "It should give what happens next, and when" in explain(_notice("N2"))
    assert "Unconfirmed" not in explain(_notice("N7"))
    assert "It must give" not in explain(_notice("N17"))


PAGE = Path(__file__).parents[3] / "docs" / "law" / "notices.md"


def test_the_page_in_the_repository_is_what_the_register_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == notices_document(COMMENCEMENT), "run ./gt register"


def test_a_duty_that_a_notice_names_is_in_the_timetable_and_names_the_notice_back() -> None:
    for notice in ALL:
        if notice.duty is not None:
            assert notice.number in (duty_called(notice.duty).declared.notice or ""), notice.code


def test_every_notice_that_a_duty_names_is_in_the_register() -> None:
    named = {
        number
        for duty in ENGLAND.duties.values()
        for number in re.findall(r"N\d+", duty.declared.notice or "")
    }
    assert named
    assert named <= {notice.number for notice in ALL}
