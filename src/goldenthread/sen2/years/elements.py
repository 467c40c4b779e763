"""How is each item spelt, in which block, from which year? The one place where the return's element names
stand.

The Department's specification could not be read. Spellings come from software that reads or writes real
files (patch, witan.sen2, supplier help pages); order follows item numbers and the columns of COLLECT's
exports. What no source states is marked inferred.
"""

from goldenthread.sen2.years import codes
from goldenthread.sen2.years.layouts import Block, Element, Layout, Mark

MESSAGE, HEADER, PERSONS = "Message", "Header", "Persons"
COLLECTION_DETAILS = ("collection", "year", "census_day")
"""Columns of the header that stand in `CollectionDetails`; those of SOURCE stand in `Source`."""
SOURCE = ("source_level", "area", "software_code", "release", "serial_number", "made_at")

_establishment = (
    Element("urn", "URN"),
    Element("ukprn", "UKPRN"),
    Element("sen_setting", "SENsetting", variants=("SENSetting",)),
    Element("sen_setting_other", "SENSettingOther", variants=("SENsettingOther",)),
    Element("placement_rank", "PlacementRank"),
)
_units = (
    Element("sen_unit", "SENunitIndicator", variants=("SENUnitIndicator",)),
    Element("resourced_provision", "ResourcedProvisionIndicator"),
)
_residential = Element("residential", "Res", variants=("RES",))
_work_based = Element("work_based", "WBP", variants=("WPB",))

_header = Block(
    "return",
    HEADER,
    (
        Element("collection", "Collection"),
        Element("year", "Year"),
        Element("census_day", "ReferenceDate"),
        Element("source_level", "SourceLevel"),
        Element("area", "LEA"),
        Element("software_code", "SoftwareCode"),
        Element("release", "Release"),
        Element("serial_number", "SerialNo"),
        Element("made_at", "DateTime"),
        Element("dmo", "DMO", mark=Mark.INFERRED),
        Element("dco", "DCO", mark=Mark.INFERRED),
    ),
)
_person = Block(
    "people",
    "Person",
    (
        Element("surname", "Surname"),
        Element("forename", "Forename"),
        Element("birth_date", "PersonBirthDate"),
        Element("sex", "GenderCurrent"),
        Element("ethnicity", "Ethnicity"),
        Element("postcode", "PostCode", variants=("Postcode",), mark=Mark.INFERRED),
        Element("upn", "UPN"),
        Element("uln", "UniqueLearnerNumber"),
        Element("upn_unknown", "UPNunknown", variants=("UPNUnknown",)),
    ),
    holds=("requests",),
)
_request = Block(
    "requests",
    "Requests",
    (
        Element("received_on", "ReceivedDate"),
        Element("rya", "RYA"),
        Element("outcome_on", "RequestOutcomeDate"),
        Element("outcome", "RequestOutcome"),
        Element("mediation", "RequestMediation"),
        Element("tribunal", "RequestTribunal"),
        Element("exported", "Exported"),
    ),
    holds=("assessments", "active_plans"),
)
_assessment = Block(
    "assessments",
    "Assessment",
    (
        Element("outcome", "AssessmentOutcome"),
        Element("outcome_on", "AssessmentOutcomeDate"),
        Element("mediation", "AssessmentMediation"),
        Element("tribunal", "AssessmentTribunal"),
        Element("other_mediation", "OtherMediation"),
        Element("other_tribunal", "OtherTribunal"),
        Element("exception", "Week20"),
    ),
    variants=("Assessments",),
    holds=("named_plans",),
)
_named_plan = Block(
    "named_plans",
    "NamedPlan",
    (
        Element("started_on", "StartDate"),
        Element("residential", "PlanRes"),
        Element("work_based", "PlanWBP", variants=("PlanWPB",), mark=Mark.INFERRED),
        Element("personal_budget", "PB"),
        Element("organised_arrangement", "OA"),
        Element("direct_payment", "DP"),
        Element("ceased_on", "CeaseDate"),
        Element("cease_reason", "CeaseReason"),
    ),
    holds=("plan_details",),
)
_plan_detail = Block("plan_details", "PlanDetail", (*_establishment, *_units))
_active_plan = Block(
    "active_plans",
    "ActivePlans",
    (
        Element("transferred_from", "TransferLA"),
        _residential,
        _work_based,
        Element("last_review_on", "LastReview"),
    ),
    holds=("placements", "needs"),
)
_placement = Block(
    "placements",
    "PlacementDetail",
    (
        *_establishment,
        Element("entered_on", "EntryDate"),
        Element("left_on", "LeavingDate"),
        Element("attendance_pattern", "AttendancePattern"),
        *_units,
    ),
)
_need = Block(
    "needs", "SENneed", (Element("need", "SENtype"), Element("rank", "SENtypeRank")), variants=("SENNeed",)
)

YEAR_2023 = Layout(
    year=2023,
    blocks={
        block.table: block
        for block in (
            _header,
            _person,
            _request,
            _assessment,
            _named_plan,
            _plan_detail,
            _active_plan,
            _placement,
            _need,
        )
    },
    codes={
        ("people", "sex"): codes.GENDER_2023,
        ("people", "ethnicity"): codes.ETHNICITY,
        ("people", "upn_unknown"): codes.UPN_UNKNOWN,
        ("requests", "outcome"): codes.REQUEST_OUTCOME,
        ("assessments", "outcome"): codes.ASSESSMENT_OUTCOME,
        ("named_plans", "residential"): codes.RESIDENTIAL,
        ("named_plans", "cease_reason"): codes.CEASE_REASON,
        ("plan_details", "sen_setting"): codes.SEN_SETTING_2023,
        ("active_plans", "residential"): codes.RESIDENTIAL,
        ("placements", "sen_setting"): codes.SEN_SETTING_2023,
        ("needs", "need"): codes.NEED_2023,
    },
)

YEAR_2024 = YEAR_2023.next(
    _person.instead_of("sex", Element("sex", "Sex")),
    _active_plan.without("residential", "work_based").plus(
        Element("review_meeting_on", "ReviewMeeting"),
        Element("review_outcome", "ReviewOutcome"),
        before="last_review_on",
    ),
    _placement.without("attendance_pattern").plus(_residential, _work_based),
    codes={
        ("people", "sex"): codes.SEX,
        ("plan_details", "sen_setting"): codes.SEN_SETTING_2024,
        ("placements", "sen_setting"): codes.SEN_SETTING_2024,
        ("placements", "residential"): codes.RESIDENTIAL,
        ("active_plans", "review_outcome"): codes.REVIEW_OUTCOME,
    },
)

YEAR_2025 = YEAR_2024.next(
    _header.plus(Element("dsco", "DSCO", mark=Mark.INFERRED)),
    _request.plus(Element("source", "RequestSource"), before="rya"),
    YEAR_2024.blocks["active_plans"].plus(
        Element("review_draft_on", "ReviewDraft", mark=Mark.INFERRED),
        Element("phase_transfer_due_on", "PhaseTransferDueDate", mark=Mark.INFERRED),
        Element("phase_transfer_final_on", "PhaseTransferFinalDate", mark=Mark.INFERRED),
        before="last_review_on",
    ),
    codes={
        ("requests", "source"): codes.REQUEST_SOURCE,
        ("needs", "need"): codes.NEED_2025,
    },
)

YEAR_2026 = YEAR_2025.next(
    # The five items of 2025 become compulsory. The review dates hold only for plans with such a review,
    # so of them only the request's source can be missed on every record.
    required=frozenset({("requests", "source"), ("return", "dsco")}),
)
