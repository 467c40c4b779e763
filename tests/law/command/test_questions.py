"""Asking a duty from code, with typed values."""

from datetime import date

import pytest

from goldenthread.rules.answers import answer
from goldenthread.rules.refusals import NotUnderstood
from goldenthread.rules.register import ENGLAND

DUTY = ENGLAND.duties["appeal"]


def test_an_unknown_input_is_named():
    with pytest.raises(NotUnderstood, match="appeal has no input called posted_on"):
        answer(DUTY, {"decision_sent_on": date(2026, 3, 2), "posted_on": date(2026, 3, 1)})


def test_a_missing_input_is_named_with_its_meaning():
    with pytest.raises(NotUnderstood, match="appeal needs decision_sent_on: the day the written decision"):
        answer(DUTY, {})


def test_an_optional_input_may_be_none():
    asked = answer(DUTY, {"decision_sent_on": date(2026, 3, 2), "certificate_issued_on": None})
    assert asked.inputs == {"decision_sent_on": date(2026, 3, 2)}
