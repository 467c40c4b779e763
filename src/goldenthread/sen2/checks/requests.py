"""Checks of the request and of the assessment: outcomes, their days, and whether the two agree."""

from __future__ import annotations

import pyarrow.compute as pc

from goldenthread.sen2.checks.rule import (
    Census,
    Level,
    Mask,
    every,
    missing,
    no,
    one_of,
    outside,
    rule,
    some,
)
from goldenthread.sen2.facts import Facts


@rule(
    "D-84",
    "requests.received_on",
    says="The request has no day of receipt, so no time limit can be told.",
    fix="Give the day the request was received.",
    stops=True,
)
def never_received(facts: Facts, census: Census) -> Mask:
    requests = facts["requests"]
    return every(missing(requests["received_on"]), no(one_of(requests["outcome"], "H")))


@rule(
    "D-10",
    "requests.outcome",
    says="The outcome of the request is missing or not one of Y, N, A, W, H.",
    fix="Choose a code from the list.",
    stops=True,
)
def unknown_request_outcome(facts: Facts, census: Census) -> Mask:
    return no(one_of(facts["requests"]["outcome"], *census.layout.codes["requests", "outcome"].codes))


@rule(
    "D-11",
    "requests.outcome_on",
    says="The request was decided but the day is missing.",
    fix="Give the day the requester was told.",
)
def decided_on_no_day(facts: Facts, census: Census) -> Mask:
    requests = facts["requests"]
    return every(one_of(requests["outcome"], "Y", "N"), missing(requests["outcome_on"]))


@rule(
    "D-13",
    "requests.outcome_on",
    says="The request was decided before it was received.",
    fix="Correct whichever day is wrong.",
)
def decided_before_received(facts: Facts, census: Census) -> Mask:
    return pc.less(facts["requests"]["outcome_on"], facts["requests"]["received_on"])


@rule(
    "D-15",
    "requests.outcome",
    says="There is an assessment although the request was refused, undecided or withdrawn.",
    fix="Correct the outcome, or mark the mediation or tribunal that led to the assessment.",
)
def assessed_without_decision(facts: Facts, census: Census) -> Mask:
    requests = facts["requests"]
    overturned = every(one_of(requests["outcome"], "N"), some(requests["mediation"], requests["tribunal"]))
    return every(
        one_of(requests["outcome"], "N", "A", "W"),
        facts.has("requests", "assessments"),
        no(overturned),
    )


@rule(
    "D-16",
    "requests.outcome",
    says="The decision was to assess but there is no assessment.",
    fix="Give the assessment; outcome A while it is under way.",
)
def never_assessed(facts: Facts, census: Census) -> Mask:
    return every(one_of(facts["requests"]["outcome"], "Y"), no(facts.has("requests", "assessments")))


@rule(
    "D-17",
    "requests.source",
    says="The source of the request is missing.",
    fix="Say who made the request.",
    level=Level.QUERY,
    since=2025,
)
def source_missing(facts: Facts, census: Census) -> Mask:
    requests = facts["requests"]
    return every(missing(requests["source"]), no(one_of(requests["outcome"], "H")))


@rule(
    "D-17",
    "requests.source",
    says="The source of the request is not one of 1 to 5.",
    fix="Choose a code from the list.",
    since=2025,
)
def unknown_source(facts: Facts, census: Census) -> Mask:
    return outside(facts["requests"]["source"], census.layout.codes["requests", "source"].codes)


@rule(
    "D-20",
    "assessments.outcome",
    says="The outcome of the assessment is missing or not one of Y, N, A, W, H.",
    fix="Choose a code from the list.",
    stops=True,
)
def unknown_assessment_outcome(facts: Facts, census: Census) -> Mask:
    return no(one_of(facts["assessments"]["outcome"], *census.layout.codes["assessments", "outcome"].codes))


@rule(
    "D-21",
    "assessments.outcome_on",
    says="A plan was refused but the day is missing.",
    fix="Give the day the person was told.",
)
def refused_on_no_day(facts: Facts, census: Census) -> Mask:
    assessments = facts["assessments"]
    return every(one_of(assessments["outcome"], "N"), missing(assessments["outcome_on"]))


@rule(
    "D-22",
    "assessments.outcome_on",
    says="There is a plan but not the day it was issued.",
    fix="Give the day the plan was issued.",
)
def issued_on_no_day(facts: Facts, census: Census) -> Mask:
    assessments = facts["assessments"]
    return every(
        one_of(assessments["outcome"], "Y"),
        missing(assessments["outcome_on"]),
        facts.has("assessments", "named_plans"),
    )


@rule(
    "D-23",
    "assessments.outcome_on",
    says="The assessment ended before the request was received or decided.",
    fix="Correct whichever day is wrong.",
    level=Level.QUERY,
)
def ended_before_it_began(facts: Facts, census: Census) -> Mask:
    ended = facts["assessments"]["outcome_on"]
    return some(
        pc.less(ended, facts.of_request("assessments", "received_on")),
        pc.less(ended, facts.of_request("assessments", "outcome_on")),
    )


@rule(
    "D-24",
    "assessments.outcome",
    says="There is a plan although the assessment did not lead to one.",
    fix="Correct the outcome, or mark the mediation or tribunal that led to the plan.",
)
def plan_without_decision(facts: Facts, census: Census) -> Mask:
    assessments = facts["assessments"]
    overturned = every(
        one_of(assessments["outcome"], "N"), some(assessments["mediation"], assessments["tribunal"])
    )
    return every(
        one_of(assessments["outcome"], "N", "A", "W"),
        facts.has("assessments", "named_plans"),
        no(overturned),
    )


RULES = (
    never_received,
    unknown_request_outcome,
    decided_on_no_day,
    decided_before_received,
    assessed_without_decision,
    never_assessed,
    source_missing,
    unknown_source,
    unknown_assessment_outcome,
    refused_on_no_day,
    issued_on_no_day,
    ended_before_it_began,
    plan_without_decision,
)
