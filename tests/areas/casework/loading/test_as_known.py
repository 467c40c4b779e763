"""What was known when the journal stood at a position stays what was known then, whatever comes after."""

from datetime import date

import pytest

from builders import a_case
from goldenthread.audit.scope import Scope
from goldenthread.casework import actions, queries
from goldenthread.casework.facts import facts
from goldenthread.casework.models import Case, Entry
from goldenthread.people.actions import decide_match
from goldenthread.people.models import MatchAnswer, MatchQuestion, Person
from goldenthread.rules.lifecycle import Happening, Step

pytestmark = pytest.mark.django_db

SYSTEM = Scope.system("a test")


def told(known_at=None):
    tables = facts(SYSTEM, area="935", year=2025, known_at=known_at)
    return {name: table.to_pylist() for name, table in tables.items()}


def test_what_is_known_at_the_newest_position_is_all_that_is_known(bring, sixty, changed, seal_now):
    bring(sixty)
    bring(changed("</Message>", "</Message>\n"))
    question = MatchQuestion.objects.first()
    decide_match(question, answer=MatchAnswer.SAME, because="the same child", by=SYSTEM)
    assert told(seal_now()) == told()


def test_what_comes_after_a_position_leaves_the_facts_of_then_as_they_were(bring, sixty, changed, seal_now):
    bring(sixty)
    then = seal_now()
    before = told()
    bring(changed("<SENtype>SLCN</SENtype>", "<SENtype>ASD</SENtype>"))
    for question in MatchQuestion.objects.all():
        decide_match(question, answer=MatchAnswer.SAME, because="the same child", by=SYSTEM)
    case = Case.objects.earliest("pk")
    actions.record_happenings(case, [Happening(Step.PLAN_CEASED, date(2025, 2, 1))], by=SYSTEM)
    Person.objects.update(surname="Renamed")
    seal_now()
    assert told(then) == before
    assert told() != before


def test_what_is_not_committed_is_known_at_no_position(bring, sixty, seal_now):
    then = seal_now()
    bring(sixty)
    assert told(then)["people"] == []


def test_an_answer_that_was_taken_back_counts_until_then(bring, sixty, changed, seal_now):
    bring(sixty)
    bring(changed("</Message>", "</Message>\n"))
    apart = seal_now()
    people_apart = len(told(apart)["people"])
    question = MatchQuestion.objects.filter(newcomer__cases__isnull=False).first()
    decide_match(question, answer=MatchAnswer.SAME, because="the same child", by=SYSTEM)
    joined = seal_now()
    decide_match(question, answer=MatchAnswer.UNDONE, because="twins", by=SYSTEM)
    newest = seal_now()
    linked = {at: told(at)["requests"] for at in (apart, joined, newest)}
    assert linked[apart] == linked[newest]
    assert len(told(newest)["people"]) == people_apart


def test_the_history_of_a_case_is_read_as_it_was_known(seal_now):
    case = a_case().requested_on("2024-09-02").in_the_journal()
    then = seal_now()
    entry = Entry.objects.get(case=case)
    actions.correct_entry(entry, happened_on=date(2024, 9, 3), because="read wrongly", by=SYSTEM)
    seal_now()
    known = [
        queries.case_page(SYSTEM, case.reference, position=position).history.facts[0].day
        for position in (then, None)
    ]
    assert known == [date(2024, 9, 2), date(2024, 9, 3)]
    assert queries.case_page(SYSTEM, case.reference, position=0).history.facts == ()
