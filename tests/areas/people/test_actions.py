"""What is known of a person, and deciding whether two records are one child."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

import factories
from goldenthread.audit.errors import NotFound, NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Reach, Scope
from goldenthread.people import actions, queries
from goldenthread.people.models import MatchAnswer, MatchQuestion, Person, PersonEntry

pytestmark = pytest.mark.django_db

SYSTEM = Scope.system("a test")
FIRST, SECOND = date(2024, 1, 18), date(2025, 1, 16)


def declare(census_day, digest, **details):
    said = {"surname": "Osei", "forename": "Amara", "birth_date": "2015-03-04", **details}
    (person,) = actions.add_declared_people(
        [said], numbers=[[("UPN", "A1")]], census_day=census_day, digest=digest, by=SYSTEM
    )
    return person


def declare_again(person, census_day, digest, **details):
    said = {"surname": "Osei", "forename": "Amara", "birth_date": "2015-03-04", **details}
    return actions.declare_again(
        {person.pk: said},
        numbers={person.pk: [("UPN", "A1")]},
        census_day=census_day,
        digest=digest,
        by=SYSTEM,
    )


def test_a_newer_return_updates_what_an_older_declared():
    person = declare(FIRST, "a", postcode="IP99 1AA")
    assert declare_again(person, SECOND, "b", postcode="IP99 2BB") == 1
    person.refresh_from_db()
    assert person.postcode == "IP99 2BB"


def test_an_older_return_brought_later_does_not_overwrite_a_newer():
    person = declare(SECOND, "b", postcode="IP99 2BB")
    declare_again(person, FIRST, "a", postcode="IP99 1AA")
    person.refresh_from_db()
    assert person.postcode == "IP99 2BB"


def test_the_same_declaration_again_changes_nothing():
    person = declare(FIRST, "a")
    assert declare_again(person, FIRST, "a") == 0
    assert PersonEntry.objects.count() == 1


def test_what_was_recorded_here_is_never_overwritten():
    person = actions.add_person(
        surname="Osei", forename="Amara", birth_date=date(2015, 3, 4), numbers={"UPN": "A1"}, by=SYSTEM
    )
    declare_again(person, SECOND, "b", forename="Amy", postcode="IP99 2BB")
    person.refresh_from_db()
    assert (person.forename, person.postcode) == ("Amara", "IP99 2BB")


def test_entries_about_a_person_cannot_be_changed_or_removed_in_the_database():
    declare(FIRST, "a")
    for attempt in (PersonEntry.objects.update, lambda **_: PersonEntry.objects.all().delete()):
        with pytest.raises(DatabaseError, match="added, never changed"), transaction.atomic():
            attempt(because="tidying up")


@pytest.fixture
def question():
    known, newcomer = declare(FIRST, "a"), declare(SECOND, "b")
    actions.ask_whether_one_person([(newcomer.pk, known.pk, "looks alike")], by=SYSTEM)
    return MatchQuestion.objects.get()


def decide(question, answer):
    actions.decide_match(question, answer=answer, because="the school said so", by=SYSTEM)


def test_a_match_is_decided_by_a_person_and_can_be_undone(question):
    decide(question, MatchAnswer.SAME)
    assert Person.objects.get(pk=question.newcomer_id).same_as_id == question.known_id
    assert queries.match_questions(SYSTEM) == []
    assert len(queries.match_questions(SYSTEM, answered=True)) == 1
    decide(question, MatchAnswer.UNDONE)
    assert Person.objects.get(pk=question.newcomer_id).same_as_id is None
    assert len(queries.match_questions(SYSTEM)) == 1
    acts = AuditEvent.objects.filter(act="decided whether two records are one person")
    assert [event.because for event in acts] == ["the school said so"] * 2


def test_both_records_stay_whole_when_they_count_as_one(question):
    decide(question, MatchAnswer.SAME)
    known = queries.known_people(SYSTEM)
    assert known.numbers["UPN", "A1"] == {question.known_id}
    assert Person.objects.count() == 2


def test_records_that_others_count_as_cannot_be_linked_onwards_into_a_ring(question):
    decide(question, MatchAnswer.SAME)
    actions.ask_whether_one_person([(question.known_id, question.newcomer_id, "again")], by=SYSTEM)
    with pytest.raises(NotPossibleNow, match="Undo those first"):
        decide(MatchQuestion.objects.latest("pk"), MatchAnswer.SAME)


def test_only_those_who_may_decide_can_see_or_answer_a_question(question):
    stranger = factories.stranger(Reach.CASELOAD)
    with pytest.raises(NotFound):
        queries.match_questions(stranger)
    with pytest.raises(NotPermitted):
        actions.decide_match(question, answer=MatchAnswer.SAME, because="", by=stranger)


def recorded(**details):
    said = {"surname": "Osei", "forename": "Amara", "birth_date": date(2015, 3, 4), "numbers": {}, **details}
    return actions.add_person(**said, by=SYSTEM)


def test_details_are_put_right_in_an_entry_beside_the_original():
    person = recorded(surname="Oswi")
    original = person.entries.get()
    correction = actions.correct_details(original, {"surname": "Osei"}, because="misheard", by=SYSTEM)
    person.refresh_from_db()
    assert (person.surname, person.forename, person.birth_date) == ("Osei", "Amara", date(2015, 3, 4))
    original.refresh_from_db()
    assert original.said["surname"] == "Oswi"
    assert (correction.corrects, correction.because) == (original, "misheard")
    assert AuditEvent.objects.get(act="corrected a person's details").person_id == person.pk


def test_a_correction_is_corrected_in_its_turn_and_only_once_each():
    original = recorded(surname="Oswi").entries.get()
    first = actions.correct_details(original, {"surname": "Osie"}, because="misheard", by=SYSTEM)
    with pytest.raises(NotPossibleNow, match="newest version"):
        actions.correct_details(original, {"surname": "Osei"}, because="misread", by=SYSTEM)
    actions.correct_details(first, {"surname": "Osei"}, because="misread", by=SYSTEM)
    assert Person.objects.get().surname == "Osei"


def test_what_corrects_a_return_leaves_its_other_details_to_the_next_return():
    person = declare(FIRST, "a", postcode="IP99 1AA", forename="Amra")
    actions.correct_details(person.entries.get(), {"forename": "Amara"}, because="a letter", by=SYSTEM)
    declare_again(person, SECOND, "b", postcode="IP99 2BB", forename="Amra")
    person.refresh_from_db()
    assert (person.forename, person.postcode) == ("Amara", "IP99 2BB")
