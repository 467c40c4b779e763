"""Checks that hold for the file as such: days that had not come, records given too often, what readers
stumbled on."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.sen2.checks.rule import Census, Level, Mask, Rule, every, more_than, rule
from goldenthread.sen2.facts import Facts

AT_MOST_ONE = {"assessments": "assessment", "named_plans": "named plan", "active_plans": "active plan"}

HAPPENED = (
    "requests.received_on",
    "requests.outcome_on",
    "assessments.outcome_on",
    "named_plans.started_on",
    "named_plans.ceased_on",
    "placements.entered_on",
)
"""Days of what had happened by census day, or does not belong in the return."""

REVIEWED = (
    "active_plans.review_meeting_on",
    "active_plans.review_draft_on",
    "active_plans.phase_transfer_final_on",
    "active_plans.last_review_on",
)
"""Days of a review: the latest by census day is wanted, but a system may well give one that came between
census day and the making of the file."""


def _not_yet(on: str) -> Rule:
    table, column = on.split(".")

    @rule(
        "D-13",
        on,
        says="The day lies after census day: it had not come yet.",
        fix="Correct the day, or leave out what had not happened.",
        stops=True,
    )
    def not_yet(facts: Facts, census: Census) -> Mask:
        return pc.greater(facts[table][column], pa.scalar(census.census_day))

    return not_yet


def _reviewed_later(on: str) -> tuple[Rule, Rule]:
    table, column = on.split(".")

    @rule(
        "D-66",
        on,
        says="The day of the review lies after census day.",
        fix="Give the latest on or before census day.",
        level=Level.QUERY,
    )
    def later(facts: Facts, census: Census) -> Mask:
        days = facts[table][column]
        return every(pc.greater(days, pa.scalar(census.census_day)), pc.less_equal(days, _end_of(census)))

    @rule(
        "D-13",
        on,
        says="The day lies after the year of the return: it had not come yet.",
        fix="Correct the day.",
        stops=True,
    )
    def not_yet(facts: Facts, census: Census) -> Mask:
        return pc.greater(facts[table][column], _end_of(census))

    return later, not_yet


def _end_of(census: Census) -> pa.Scalar:
    return pa.scalar(date(census.layout.year, 12, 31))


def _at_most_one(table: str, what: str) -> Rule:
    return rule(
        "D-85",
        table,
        says=f"A request has more than one {what}.",
        fix="Give each request its own.",
        stops=True,
    )(lambda facts, census: more_than(1, facts[table]["request_key"]))


RULES = (
    *(_not_yet(on) for on in HAPPENED),
    *(one for on in REVIEWED for one in _reviewed_later(on)),
    *(_at_most_one(table, what) for table, what in AT_MOST_ONE.items()),
)
