"""Laws of the law: what holds whatever the days."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from goldenthread.rules import counting
from goldenthread.rules.answers import answer
from goldenthread.rules.calendars import BANK_HOLIDAYS
from goldenthread.rules.deadline import deadline_after
from goldenthread.rules.excuses import Excuse, Finding
from goldenthread.rules.lateness import Verdict, lateness
from goldenthread.rules.register import ENGLAND
from goldenthread.rules.timetable.appeals import appeal_due, certificate_needed
from goldenthread.rules.timetable.assessment import final_plan_due
from goldenthread.rules.timetable.phase_transfer import Phase, phase_transfer_due
from goldenthread.rules.timetable.review import (
    amended_plan_after_review_due,
    amended_plan_due,
    amendment_notice_due,
)
from goldenthread.rules.wording import in_words

ONE_DAY = timedelta(days=1)
DAYS = st.dates(date(2018, 5, 25), date(2028, 3, 31))
BIRTHS = st.dates(date(2001, 1, 1), date(2012, 12, 31))
ANY_DAY = st.dates(date(2014, 9, 1), date(2090, 12, 31))


quick = settings(max_examples=25, deadline=None)
"""For properties that are asked of every duty in turn; no deadline, because machines are shared."""
unhurried = settings(deadline=None)


def asked_with(duty, draw):
    """Inputs for a duty: a day for each date, any choice that the law has a limit for."""
    inputs = {}
    for one in duty.inputs:
        if not one.required:
            continue
        if one.enum is not None:
            limits = duty.parameters.get("limits")
            members = list(limits.versions[-1].value) if limits else list(one.enum)
            inputs[one.name] = draw(st.sampled_from(members))
        elif one.kind == "number":
            inputs[one.name] = draw(st.integers(2015, 2040))
        else:
            inputs[one.name] = draw(BIRTHS if one.name == "born_on" else DAYS)
    return inputs


@pytest.mark.parametrize("duty", ENGLAND.duties.values(), ids=ENGLAND.duties)
@quick
@given(data=st.data())
def test_a_later_trigger_is_never_due_earlier(duty, data):
    inputs = asked_with(duty, data.draw)
    moved = data.draw(st.sampled_from([name for name, value in inputs.items() if is_movable(value)]))
    by = data.draw(st.integers(1, 60))
    later = {
        **inputs,
        moved: inputs[moved] + (by if isinstance(inputs[moved], int) else timedelta(days=by)),
    }
    before, after = duty.function(**inputs), duty.function(**later)
    assert before.due_on <= after.due_on
    assert before.raw_on <= after.raw_on


def is_movable(value):
    return isinstance(value, date | int)


@pytest.mark.parametrize("duty", ENGLAND.duties.values(), ids=ENGLAND.duties)
@quick
@given(data=st.data())
def test_both_explanations_name_the_day_of_the_answer(duty, data):
    asked = answer(duty, asked_with(duty, data.draw))
    named = in_words(asked.deadline.due_on)
    others = {in_words(day) for day in (asked.deadline.alternative_on, asked.deadline.opens_on) if day}
    in_plain = re.findall(r"[A-Z][a-z]+day \d+ [A-Z][a-z]+ \d{4}", asked.plain)
    assert named in in_plain
    assert set(in_plain) <= {named} | others
    assert named in asked.legal


@unhurried
@given(ANY_DAY)
def test_the_final_plan_is_due_on_day_140_whatever_the_calendar_does(day):
    assert (final_plan_due(day).due_on - day).days == 140


@unhurried
@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)), st.integers(0, 28))
def test_a_notice_in_time_never_leads_past_twelve_weeks_from_the_meeting(meeting, after):
    outer = amended_plan_after_review_due(meeting).due_on
    from_notice = amended_plan_due(meeting + timedelta(days=after)).due_on
    assert from_notice <= outer
    assert (from_notice == outer) is (meeting + timedelta(days=after) == amendment_notice_due(meeting).due_on)


@unhurried
@given(st.dates(date(2014, 9, 1), date(2028, 9, 30)), st.none() | st.integers(0, 60))
def test_an_appeal_ends_on_a_working_day_outside_the_recess_but_for_the_literal_edge(sent, after):
    due = appeal_due(sent, None if after is None else sent + timedelta(days=after))
    assert due.due_on.weekday() < 5
    assert due.due_on not in BANK_HOLIDAYS
    if counting.in_tribunal_recess(due.due_on):
        assert (due.raw_on.month, due.raw_on.day) in {(7, 30), (7, 31), (12, 24)}
        assert due.alternative_on > due.due_on
    else:
        assert due.alternative_on is None


@unhurried
@given(st.sampled_from(Phase), st.integers(2015, 2060))
def test_the_strict_day_for_a_phase_transfer_is_the_day_before_practice(phase, year):
    due = phase_transfer_due(phase, year)
    assert due.due_on + ONE_DAY == due.alternative_on


@unhurried
@given(st.booleans())
def test_only_an_appeal_about_section_i_alone_needs_no_certificate(section_i_only):
    assert certificate_needed(section_i_only=section_i_only).needed is (not section_i_only)


BETTER = [Verdict.IN_TIME, Verdict.RUNNING, Verdict.LATE_EXCUSED, Verdict.LATE_EXCUSE_CLAIMED, Verdict.LATE]
EXCUSES = st.lists(
    st.sampled_from(Finding).map(
        lambda f: Excuse(f.value, f, "because", final_plan_due(date(2020, 1, 1)).because)
    ),
    max_size=4,
)


@unhurried
@given(ANY_DAY, st.none() | st.integers(-5, 200), st.integers(0, 400), EXCUSES, EXCUSES)
def test_adding_an_excuse_never_makes_a_case_later(day, done_after, today_after, excuses, more):
    due = final_plan_due(day)
    done_on = None if done_after is None else day + timedelta(days=done_after)
    today = day + timedelta(days=today_after)
    fewer = lateness(due, done_on=done_on, today=today, excuses=excuses)
    greater = lateness(due, done_on=done_on, today=today, excuses=[*excuses, *more])
    assert BETTER.index(greater.verdict) <= BETTER.index(fewer.verdict)
    assert greater.days_late <= fewer.days_late
    assert greater.due_on == fewer.due_on == due.due_on


# A slow oracle: it walks the calendar day by day and asks of each day whether it counts.


def walk(start, wanted, counts, *, first_day_counts):
    """The day on which the `wanted`-th counting day is reached, from `start`."""
    day, reached = start, 0
    if first_day_counts and counts(day):
        reached = 1
    while reached < wanted:
        day += ONE_DAY
        if counts(day):
            reached += 1
    return day


def always(day):
    return True


def working(day):
    return day.strftime("%a") not in ("Sat", "Sun") and day not in BANK_HOLIDAYS


def working_outside_recess(day):
    closed = day.strftime("%m-%d")
    return working(day) and not closed.startswith("08") and "01-01" < closed < "12-25"


@unhurried
@given(ANY_DAY, st.integers(1, 200))
def test_calendar_days_agree_with_the_oracle(day, amount):
    assert counting.within_days(day, amount) == walk(day, amount, always, first_day_counts=False)
    assert counting.days_beginning_with(day, amount) == walk(day, amount, always, first_day_counts=True)


@unhurried
@given(ANY_DAY, st.integers(1, 30))
def test_weeks_agree_with_the_oracle_by_meeting_the_same_weekday_again(day, weeks):
    same_weekday = day.weekday()
    end = walk(day, weeks, lambda one: one.weekday() == same_weekday, first_day_counts=False)
    assert counting.within_weeks(day, weeks) == end


@unhurried
@given(st.dates(date(2012, 1, 1), date(2028, 9, 1)), st.integers(1, 40))
def test_working_days_agree_with_the_oracle(day, amount):
    assert counting.within_working_days(day, amount) == walk(day, amount, working, first_day_counts=False)
    assert counting.working_days_beginning_with(day, amount) == walk(
        day, amount, working, first_day_counts=True
    )


@unhurried
@given(st.dates(date(2012, 1, 1), date(2028, 7, 1)), st.integers(1, 40))
def test_tribunal_working_days_agree_with_the_oracle(day, amount):
    end = walk(day, amount, working_outside_recess, first_day_counts=False)
    assert counting.within_tribunal_working_days(day, amount) == end


@unhurried
@given(st.dates(date(2012, 4, 1), date(2028, 12, 31)), st.integers(1, 20))
def test_counting_working_days_back_leaves_that_many(day, amount):
    start = counting.working_days_before(day, amount)
    between = [start + timedelta(days=n) for n in range((day - start).days)]
    assert working(start)
    assert sum(map(working, between)) == amount


@unhurried
@given(ANY_DAY, st.integers(1, 60))
def test_months_agree_with_the_oracle_by_meeting_the_same_date_again(day, months):
    turn_of_month = walk(day, months, lambda one: one.day == 1, first_day_counts=False)
    in_month = [turn_of_month + timedelta(days=n) for n in range(31)]
    in_month = [one for one in in_month if one.month == turn_of_month.month]
    same = [one for one in in_month if one.day == day.day]
    assert counting.corresponding_date(day, months) == (same or in_month[-1:])[0]
    assert counting.months_beginning_with(day, months) == (same[0] - ONE_DAY if same else in_month[-1])


@unhurried
@given(ANY_DAY, st.integers(1, 24))
@example(date(2014, 9, 30), 1)  # from 31 August, too, a month ends on 30 September
def test_months_before_reaches_the_event_in_that_time_and_no_later_date_of_its_number_does(day, months):
    start = counting.months_before(day, months)
    assert counting.corresponding_date(start, months) <= day
    assert start.day == day.day or (start + ONE_DAY).day == 1


@unhurried
@given(DAYS)
def test_the_tightest_day_is_never_after_the_due_day(day):
    limit = ENGLAND.duties["final_plan"].parameters["limit"]
    due = deadline_after(day, limit.on(day))
    assert due.tightest_on <= due.due_on
