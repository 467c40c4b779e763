"""Which facts do measures count over besides the return's? Tables that stand beside it, each with its schema.

All are keyed by the `request_key` or `person_key` of the return's tables, so that a breakdown of one is a
breakdown of the other. What families said comes as counts that name nobody: their keys are below nought and
theirs alone, and their district stands beside them. A table that nobody supplies is not there; its measures
then say "no source yet".
"""

import pyarrow as pa

from goldenthread.sen2.schemas import CODE, DAY, DAYS, FLAG, KEY, TEXT

COUNT = pa.int64()

CASES = pa.schema(
    [
        pa.field("request_key", KEY),
        pa.field("case_id", KEY),  # of the record: the walk from a figure goes through it
        pa.field("person_id", KEY),  # of the record
        pa.field("is_open", FLAG),  # work is open on it
        pa.field("coordinator_key", KEY),  # whoever holds it; none where nobody does
        pa.field("team", TEXT),
    ]
)

REVIEWS = pa.schema(
    [
        pa.field("request_key", KEY),
        pa.field("meeting_on", DAY),
        pa.field("notice_on", DAY),  # of the changes proposed
        pa.field("amended_on", DAY),  # the amended plan was sent
        # the law applied
        pa.field("amended_due_after_notice_on", DAY),  # 8 weeks, regulation 22(3) and (4)
        pa.field("amended_due_after_meeting_on", DAY),  # 12 weeks, [2022] EWHC 493 (Admin)
        pa.field("amended_within_8_weeks", FLAG),
        pa.field("amended_within_12_weeks", FLAG),
    ]
)

ADVICE = pa.schema(
    [
        pa.field("request_key", KEY),
        pa.field("adviser", CODE),
        pa.field("sought_on", DAY),
        pa.field("received_on", DAY),
        # the law applied
        pa.field("due_on", DAY),  # 6 weeks, regulation 8(1)
        pa.field("within_limit", FLAG),
    ]
)

APPEALS = pa.schema([pa.field("request_key", KEY), pa.field("lodged_on", DAY)])

ENDS = pa.schema(
    [
        pa.field("request_key", KEY),
        pa.field("ended_on", DAY),
        pa.field("how", CODE),  # withdrawn, moved or died
    ]
)

GROUPS = pa.schema(
    [
        pa.field("person_key", KEY),
        pa.field("dimension", CODE),  # a name of `goldenthread.analysis.dimensions`
        pa.field("group", TEXT),
    ]
)

COMPLAINTS = pa.schema(
    [
        pa.field("request_key", KEY),  # below nought: a count, which is of no case
        pa.field("on_day", DAY),  # the last day of the period that was counted
        pa.field("district", TEXT),
        pa.field("answered", COUNT),
        pa.field("in_time", COUNT),  # of those answered
        pa.field("upheld", COUNT),  # of those answered, wholly or in part
    ]
)

OMBUDSMAN = pa.schema(
    [
        pa.field("request_key", KEY),  # below nought, as above
        pa.field("on_day", DAY),
        pa.field("investigated", COUNT),
        pa.field("upheld", COUNT),
    ]
)

MESSAGES = pa.schema(
    [
        pa.field("request_key", KEY),  # below nought, as above: one row a message
        pa.field("on_day", DAY),
        pa.field("district", TEXT),
        pa.field("working_days", DAYS),  # from the message to the answer
    ]
)

SURVEYS = pa.schema(
    [
        pa.field("request_key", KEY),  # below nought, as above
        pa.field("on_day", DAY),  # the survey closed
        pa.field("district", TEXT),
        pa.field("answered", COUNT),  # the question on the experience as a whole
        pa.field("favourable", COUNT),
    ]
)

FURTHER: dict[str, pa.Schema] = {
    "cases": CASES,
    "reviews": REVIEWS,
    "advice": ADVICE,
    "appeals": APPEALS,
    "ends": ENDS,
    "groups": GROUPS,
    "complaints": COMPLAINTS,
    "ombudsman": OMBUDSMAN,
    "messages": MESSAGES,
    "surveys": SURVEYS,
}
"""The name of each further table (and of its Parquet file) with its schema."""

OF_NO_CASE = ("complaints", "messages", "surveys")
"""Tables of counts with a district of their own, whose keys are below nought."""
COUNTED_ELSEWHERE = frozenset({*OF_NO_CASE, "ombudsman"})
"""Tables whose rows are counts of a period or survey, not things that happened on their day."""
