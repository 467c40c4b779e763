"""Checks of the plan, its settings, placements, needs and review."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.sen2.checks.rule import (
    Census,
    Level,
    Mask,
    Rule,
    every,
    given,
    missing,
    more_than,
    no,
    one_of,
    outside,
    rule,
    some,
)
from goldenthread.sen2.facts import Facts


@rule("D-30", "named_plans.started_on", says="The plan has no start date.", fix="Give the start date.")
def never_started(facts: Facts, census: Census) -> Mask:
    return missing(facts["named_plans"]["started_on"])


@rule(
    "D-30",
    "named_plans",
    says="The plan names no setting or arrangement.",
    fix="Give one or two PlanDetail records.",
)
def names_no_setting(facts: Facts, census: Census) -> Mask:
    return no(facts.has("named_plans", "plan_details"))


@rule(
    "D-30",
    "plan_details",
    says="The plan names more than two settings.",
    fix="Keep the main and the second one.",
)
def names_many_settings(facts: Facts, census: Census) -> Mask:
    return more_than(2, facts["plan_details"]["request_key"])


@rule(
    "D-31",
    "named_plans.cease_reason",
    says="The plan has a date of ceasing without a reason, or a reason without a date.",
    fix="Give both or neither.",
)
def ceased_by_half(facts: Facts, census: Census) -> Mask:
    plans = facts["named_plans"]
    return pc.xor(missing(plans["ceased_on"]), missing(plans["cease_reason"]))


@rule(
    "D-31",
    "named_plans.cease_reason",
    says="The reason for ceasing is not one of 1 to 9.",
    fix="Choose a code from the list.",
)
def unknown_cease_reason(facts: Facts, census: Census) -> Mask:
    return outside(
        facts["named_plans"]["cease_reason"], census.layout.codes["named_plans", "cease_reason"].codes
    )


@rule(
    "D-31",
    "named_plans.ceased_on",
    says="The plan ceased before it started.",
    fix="Correct whichever day is wrong.",
)
def ceased_before_start(facts: Facts, census: Census) -> Mask:
    return pc.less(facts["named_plans"]["ceased_on"], facts["named_plans"]["started_on"])


def _about_settings(table: str) -> tuple[Rule, ...]:
    """The checks that a named and an attended setting share."""

    @rule(
        "D-40",
        table,
        says="There is no URN, no UKPRN and no type of setting.",
        fix="Say where the place is.",
    )
    def nowhere(facts: Facts, census: Census) -> Mask:
        rows = facts[table]
        return every(missing(rows["urn"]), missing(rows["ukprn"]), missing(rows["sen_setting"]))

    @rule(
        "D-42",
        f"{table}.sen_setting",
        says="The type of setting is not in this year's list.",
        fix="Choose a code from the list.",
    )
    def unknown_setting(facts: Facts, census: Census) -> Mask:
        return outside(facts[table]["sen_setting"], census.layout.codes[table, "sen_setting"].codes)

    @rule(
        "D-43",
        f"{table}.sen_setting_other",
        says="The type of setting is “other” without an explanation.",
        fix="Explain in SENSettingOther.",
        since=2024,
    )
    def unexplained_other(facts: Facts, census: Census) -> Mask:
        rows = facts[table]
        return every(one_of(rows["sen_setting"], "OTH", "NIEO"), missing(rows["sen_setting_other"]))

    @rule("D-48", f"{table}.placement_rank", says="The rank is not 1 or 2.", fix="Give 1 or 2.")
    def unknown_rank(facts: Facts, census: Census) -> Mask:
        return no(one_of(facts[table]["placement_rank"], 1, 2))

    return nowhere, unknown_setting, unexplained_other, unknown_rank


@rule(
    "D-50",
    "active_plans",
    says="The active plan has no placement that covers census day.",
    fix="Give the placement held on census day, or leave the active plan out.",
)
def placed_nowhere(facts: Facts, census: Census) -> Mask:
    placements, day = facts["placements"], pa.scalar(census.census_day)
    open_then = every(
        pc.less_equal(placements["entered_on"], day),
        some(missing(placements["left_on"]), pc.greater_equal(placements["left_on"], day)),
    )
    placed = placements["request_key"].filter(open_then).combine_chunks()
    return every(
        no(pc.is_in(facts["active_plans"]["request_key"], value_set=placed)), _in_force(facts, census)
    )


def _in_force(facts: Facts, census: Census) -> Mask:
    """For each active plan: had the named plan not ceased by census day?"""
    plans = facts["named_plans"]
    ceased = plans["request_key"].filter(
        every(pc.less_equal(plans["ceased_on"], pa.scalar(census.census_day)))
    )
    return no(pc.is_in(facts["active_plans"]["request_key"], value_set=ceased.combine_chunks()))


@rule("D-51", "active_plans", says="The active plan has no need.", fix="Give the primary need.")
def without_need(facts: Facts, census: Census) -> Mask:
    return no(facts.has("active_plans", "needs"))


@rule(
    "D-51", "needs", says="The active plan has more than two needs.", fix="Keep the primary and the second."
)
def many_needs(facts: Facts, census: Census) -> Mask:
    return more_than(2, facts["needs"]["request_key"])


@rule("D-51", "needs.need", says="The same need is given twice.", fix="Keep it once.")
def repeated_need(facts: Facts, census: Census) -> Mask:
    needs = facts["needs"]
    return every(given(needs["need"]), more_than(1, needs["request_key"], needs["need"]))


@rule("D-51", "active_plans", says="No need is ranked first.", fix="Rank the primary need 1.")
def no_primary_need(facts: Facts, census: Census) -> Mask:
    needs = facts["needs"]
    primary = needs["request_key"].filter(one_of(needs["rank"], 1)).combine_chunks()
    first = pc.is_in(facts["active_plans"]["request_key"], value_set=primary)
    return every(facts.has("active_plans", "needs"), no(first))


@rule(
    "D-52",
    "needs.need",
    says="The type of need is missing or not in this year's list.",
    fix="Choose a code from the list.",
)
def unknown_need(facts: Facts, census: Census) -> Mask:
    return no(one_of(facts["needs"]["need"], *census.layout.codes["needs", "need"].codes))


@rule(
    "D-55",
    "placements.left_on",
    says="The placement ended before it began.",
    fix="Correct whichever day is wrong.",
)
def left_before_entry(facts: Facts, census: Census) -> Mask:
    return pc.less(facts["placements"]["left_on"], facts["placements"]["entered_on"])


@rule(
    "D-60",
    "active_plans.review_outcome",
    says="The outcome of the review is not one of A, C, M.",
    fix="Choose a code from the list.",
    since=2024,
)
def unknown_review_outcome(facts: Facts, census: Census) -> Mask:
    return outside(
        facts["active_plans"]["review_outcome"], census.layout.codes["active_plans", "review_outcome"].codes
    )


@rule(
    "D-61",
    "active_plans.review_meeting_on",
    says="A review has an outcome but no meeting.",
    fix="Give the day of the meeting.",
    since=2024,
)
def outcome_without_meeting(facts: Facts, census: Census) -> Mask:
    plans = facts["active_plans"]
    return every(given(plans["review_outcome"]), missing(plans["review_meeting_on"]))


@rule(
    "D-62",
    "active_plans.last_review_on",
    says="The decision after the review is dated before the meeting.",
    fix="Give the decision that followed this meeting, or leave it out.",
    level=Level.QUERY,
    since=2024,
)
def decided_before_meeting(facts: Facts, census: Census) -> Mask:
    return pc.less(facts["active_plans"]["last_review_on"], facts["active_plans"]["review_meeting_on"])


RULES = (
    never_started,
    names_no_setting,
    names_many_settings,
    ceased_by_half,
    unknown_cease_reason,
    ceased_before_start,
    *_about_settings("plan_details"),
    *_about_settings("placements"),
    placed_nowhere,
    without_need,
    many_needs,
    repeated_need,
    no_primary_need,
    unknown_need,
    left_before_entry,
    unknown_review_outcome,
    outcome_without_meeting,
    decided_before_meeting,
)
