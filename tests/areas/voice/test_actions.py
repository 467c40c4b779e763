"""Surveys, answers to their themes, and what was heard: added, corrected, and on record as they were."""

from dataclasses import replace
from datetime import date

import pytest

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.voice.actions.heard import (
    HeardDetails,
    add_heard,
    correct_heard,
    say_what_changed,
    say_what_was_done,
    take_back_what_changed,
)
from goldenthread.voice.actions.surveys import (
    ResponseDetails,
    SurveyDetails,
    add_survey,
    answer_theme,
    correct_survey,
)
from goldenthread.voice.models import Rating, ThemeResponse

pytestmark = pytest.mark.django_db

SURVEY = SurveyDetails("Autumn survey", "The forum", date(2024, 9, 2), date(2024, 10, 11), replies=230)
RESPONSE = ResponseDetails(Rating.A_LITTLE, Rating.MOSTLY, "A phone line.", "Answered in a day.", "Evenings.")
HEARD = HeardDetails("Communication", "Nobody calls back", "Families in a survey", date(2024, 10, 11))


@pytest.fixture
def lead():
    return factories.scope(Role.IMPROVEMENT_LEAD)


def test_a_survey_is_kept_once(lead):
    add_survey(SURVEY, by=lead)
    with pytest.raises(NotPossibleNow, match="here already"):
        add_survey(SURVEY, by=lead)


def test_a_correction_keeps_what_was_said_before(lead):
    survey = add_survey(SURVEY, by=lead)
    details = replace(SURVEY, invited=1_150)
    assert correct_survey(survey, details, because="We counted the letters.", by=lead).invited == 1_150
    assert AuditEvent.objects.get(act="corrected a survey").details["was"]["invited"] is None


def test_no_fewer_replied_than_answered_a_question(lead):
    survey = add_survey(SURVEY, by=lead)
    factories.answer(factories.question(survey), 100, 100, 20)
    with pytest.raises(NotPossibleNow, match="220 answered"):
        correct_survey(survey, replace(SURVEY, replies=219), because="A slip", by=lead)


def test_a_theme_is_answered_anew_in_its_place(lead):
    survey = factories.survey()
    answer_theme(survey, "Communication", RESPONSE, by=lead)
    answer_theme(survey, "Communication", replace(RESPONSE, our_rating=Rating.A_LITTLE), by=lead)
    assert ThemeResponse.objects.get().our_rating == Rating.A_LITTLE
    newest = AuditEvent.objects.filter(act="answered a theme of a survey").order_by("-pk").first()
    assert newest.details["was"]["our_rating"] == 3


def test_what_changed_comes_after_what_was_done(lead):
    row = add_heard(HEARD, by=lead)
    changed = {"changed": "Calls are answered.", "how_we_know": "Call log"}
    with pytest.raises(NotPossibleNow, match="what was done"):
        say_what_changed(row, **changed, changed_on=date(2025, 1, 6), by=lead)
    with pytest.raises(NotPossibleNow, match="before it was said"):
        say_what_was_done(row, did="A phone line.", did_on=date(2024, 10, 10), by=lead)
    say_what_was_done(row, did="A phone line.", did_on=date(2024, 11, 4), by=lead)
    with pytest.raises(NotPossibleNow, match="before anything was done"):
        say_what_changed(row, **changed, changed_on=date(2024, 11, 3), by=lead)
    found = say_what_changed(row, **changed, changed_on=date(2025, 1, 6), by=lead)
    assert (found.changed, found.how_we_know) == ("Calls are answered.", "Call log")


def test_what_did_not_change_after_all_is_open_again(lead):
    row = add_heard(HEARD, by=lead)
    with pytest.raises(NotPossibleNow, match="Nothing is said"):
        take_back_what_changed(row, because="Nobody noticed", by=lead)
    say_what_was_done(row, did="A phone line.", did_on=date(2024, 11, 4), by=lead)
    said = {"changed": "Calls are answered.", "how_we_know": "Call log", "changed_on": date(2025, 1, 6)}
    say_what_changed(row, **said, by=lead)
    with pytest.raises(NotPossibleNow, match="older than that day"):
        say_what_was_done(row, did="A phone line.", did_on=date(2025, 1, 7), by=lead)
    found = take_back_what_changed(row, because="The log was of one week", by=lead)
    assert (found.changed, found.changed_on, found.how_we_know) == ("", None, "")
    event = AuditEvent.objects.get(act="took back what changed")
    assert event.details["was"]["changed"] == "Calls are answered."


def test_what_was_said_is_put_right_with_what_it_said_before(lead):
    row = say_what_was_done(add_heard(HEARD, by=lead), did="It", did_on=date(2024, 11, 4), by=lead)
    found = correct_heard(row, replace(HEARD, said="Nobody rings back"), because="Their words", by=lead)
    assert found.said == "Nobody rings back"
    assert AuditEvent.objects.get(act="corrected what families said").details["was"]["said"] == HEARD.said
    with pytest.raises(NotPossibleNow, match="before that day"):
        correct_heard(row, replace(HEARD, said_on=date(2024, 11, 5)), because="A slip", by=lead)


def test_only_those_who_keep_voice_write():
    reader = factories.scope(Role.FORUM_MEMBER)
    survey, row = factories.survey(), factories.heard()
    for act in (
        lambda: add_survey(SURVEY, by=reader),
        lambda: correct_survey(survey, SURVEY, because="Why", by=reader),
        lambda: answer_theme(survey, "Communication", RESPONSE, by=reader),
        lambda: add_heard(HEARD, by=reader),
        lambda: correct_heard(row, HEARD, because="Why", by=reader),
        lambda: take_back_what_changed(row, because="Why", by=reader),
        lambda: say_what_was_done(row, did="It", did_on=date(2025, 1, 6), by=reader),
        lambda: say_what_changed(row, changed="It", changed_on=date(2025, 1, 6), how_we_know="So", by=reader),
    ):
        with pytest.raises(NotPermitted):
            act()
