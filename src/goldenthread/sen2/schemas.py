"""The facts of the return as typed columns: one Arrow schema for each of its tables.

Every reader (XML, COLLECT's exports, the live journal) yields these tables, and every measure counts
over them. Keys are whole numbers that hold within one set of facts only. `person_key` numbers the
people and `request_key` the requests from 1, in the order read; an assessment, a named plan and an
active plan belong to at most one request each, so `request_key` is their key too.

Dates are days. Flags are true, false or missing; missing is never false. Codes are as the return
spells them; an unknown code is kept and found, never dropped.

The last columns of `requests` and `assessments` hold the law already applied, by
`goldenthread.rules`, so that a measure only counts.
"""

import pyarrow as pa

KEY = pa.int64()
CODE = pa.string()
TEXT = pa.string()
DAY = pa.date32()
FLAG = pa.bool_()
DAYS = pa.int32()
RANK = pa.int8()


def _schema(*columns: tuple[str, pa.DataType]) -> pa.Schema:
    return pa.schema([pa.field(name, kind) for name, kind in columns])


ESTABLISHMENT = (
    ("urn", CODE),
    ("ukprn", CODE),
    ("sen_setting", CODE),
    ("sen_setting_other", TEXT),
    ("placement_rank", RANK),
)

RETURN = _schema(
    ("collection", TEXT),
    ("year", pa.int16()),  # return year: 2025 describes calendar year 2024 and census day in January 2025
    ("census_day", DAY),
    ("source_level", CODE),
    ("area", CODE),  # the DfE's three-digit number of the local authority
    ("software_code", TEXT),
    ("release", TEXT),
    ("serial_number", TEXT),
    ("made_at", TEXT),
    ("dmo", CODE),
    ("dco", CODE),
    ("dsco", CODE),
)

PEOPLE = _schema(
    ("person_key", KEY),
    ("surname", TEXT),
    ("forename", TEXT),
    ("birth_date", DAY),
    ("sex", CODE),
    ("ethnicity", CODE),
    ("postcode", TEXT),
    ("upn", CODE),
    ("uln", CODE),
    ("upn_unknown", CODE),
)

REQUESTS = _schema(
    ("request_key", KEY),
    ("person_key", KEY),
    ("received_on", DAY),
    ("source", CODE),
    ("rya", FLAG),
    ("outcome_on", DAY),
    ("outcome", CODE),
    ("mediation", FLAG),
    ("tribunal", FLAG),
    ("exported", CODE),
    # the law applied
    ("decision_due_on", DAY),  # 6 weeks, regulation 5(1)
    ("days_to_outcome", DAYS),  # the day of receipt is day 0
    ("outcome_within_limit", FLAG),
)

ASSESSMENTS = _schema(
    ("request_key", KEY),
    ("outcome", CODE),
    ("outcome_on", DAY),
    ("mediation", FLAG),
    ("tribunal", FLAG),
    ("other_mediation", FLAG),
    ("other_tribunal", FLAG),
    ("exception", FLAG),  # Week20: an allowed exception to the 20 weeks applies
    # the law applied
    ("refusal_due_on", DAY),  # 16 weeks, regulation 10(1)
    ("plan_due_on", DAY),  # 20 weeks, regulation 13(2)
    ("days_from_request", DAYS),  # receipt of the request to the outcome; the day of receipt is day 0
    ("refused_within_limit", FLAG),
    ("issued_within_limit", FLAG),
)

NAMED_PLANS = _schema(
    ("request_key", KEY),
    ("started_on", DAY),
    ("residential", CODE),
    ("work_based", CODE),
    ("personal_budget", FLAG),
    ("organised_arrangement", FLAG),
    ("direct_payment", CODE),
    ("ceased_on", DAY),
    ("cease_reason", CODE),
)

PLAN_DETAILS = _schema(
    ("request_key", KEY),
    *ESTABLISHMENT,
    ("sen_unit", FLAG),
    ("resourced_provision", FLAG),
)

ACTIVE_PLANS = _schema(
    ("request_key", KEY),
    ("transferred_from", CODE),
    ("residential", CODE),  # 2023 only: afterwards on the placement
    ("work_based", CODE),  # 2023 only: afterwards on the placement
    ("review_meeting_on", DAY),
    ("review_outcome", CODE),
    ("review_draft_on", DAY),
    ("phase_transfer_due_on", DAY),
    ("phase_transfer_final_on", DAY),
    ("last_review_on", DAY),
    # the law applied
    ("review_decision_due_on", DAY),  # 4 weeks after the meeting, regulation 20(10)
    ("review_decision_within_limit", FLAG),
)

PLACEMENTS = _schema(
    ("request_key", KEY),
    *ESTABLISHMENT,
    ("entered_on", DAY),
    ("left_on", DAY),
    ("attendance_pattern", CODE),  # 2023 only
    ("sen_unit", FLAG),
    ("resourced_provision", FLAG),
    ("residential", CODE),
    ("work_based", CODE),
)

NEEDS = _schema(
    ("request_key", KEY),
    ("need", CODE),
    ("rank", RANK),
)

TABLES: dict[str, pa.Schema] = {
    "return": RETURN,
    "people": PEOPLE,
    "requests": REQUESTS,
    "assessments": ASSESSMENTS,
    "named_plans": NAMED_PLANS,
    "plan_details": PLAN_DETAILS,
    "active_plans": ACTIVE_PLANS,
    "placements": PLACEMENTS,
    "needs": NEEDS,
}
"""The name of each table (and of its Parquet file, `<name>.parquet`) with its schema."""
