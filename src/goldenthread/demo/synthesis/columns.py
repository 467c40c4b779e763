"""Which columns of the published tables are parts of which? Their names as published, misspellings
included."""

REQUESTS = "requests_totals"
ASSESSMENTS = "assessments_totals"
TIMELINESS = "timeliness_20_week_totals"
NEW_PLANS = "newplans_totals"
CASELOAD = "caseload_totals"
NEEDS = "sen_needs_all_plans_totals"
NEW_NEEDS = "sen_need_newplans_totals"
REVIEWS = "annual_reviews_totals"
CEASED = "ceased_plans_totals"
BUDGETS = "personal_budgets_totals"
RESIDENTIAL = "residential_settings_totals"
WORK_BASED = "work_based_placements_totals"

MAINSTREAM = (
    "mainstream_la_maintained",
    "mainstream_la_maintained_resourced_provision",
    "mainstream_la_maintained_senunit",
    "mainstream_academy",
    "mainstream_academy_resourced_provision",
    "mainstream_academy_senunit",
    "mainstream_free_school",
    "mainstream_free_school_resourced_provision",
    "mainstream_free_school_senunit",
    "mainstream_independent",
)
SPECIAL = ("special_la_maintained", "special_academy_free", "special_independent", "special_non_maintained")
ALTERNATIVE = ("ap_pru_academy", "ap_pru_free_school", "ap_pru_la_maintained")
FURTHER = ("general_fe_tertiary_colleges", "specialist_post_16_institutions", "ukrlp_provider")
HIDDEN_IN_NEW_PLANS = ("online_provider", "w_settings", "other_schools")
"""Published as x for new plans, yet counted in `ed_elsewhere`."""
ELSEWHERE = (
    "elective_home_education",
    "other_arrangements_la",
    "other_arrangements_parents",
    *HIDDEN_IN_NEW_PLANS,
    "other_placement_settings",
    "neet",
    "neet_ntci",
    "neet_other",
    "neet_other_csa",
)
EARLY_YEARS = "nm_early_years"
UNKNOWN_PLACEMENT = "placement_unknown"
PLACEMENTS = (*MAINSTREAM, *SPECIAL, *ALTERNATIVE, *FURTHER, *ELSEWHERE, EARLY_YEARS, UNKNOWN_PLACEMENT)

SUBTOTALS = {
    "mainstream_total": MAINSTREAM,
    "special_total": SPECIAL,
    "ap_pru_total": ALTERNATIVE,
    "fe_total": FURTHER,
    "ed_elsewhere": ELSEWHERE,
}

UNKNOWN_NEED = "number_need_unknown"
NEED_COLUMNS = (
    "number_asd",
    "number_hi",
    "number_mld",
    "number_msi",
    "number_oth",
    "number_pd",
    "number_pmld",
    "number_semh",
    "number_slcn",
    "number_sld",
    "number_spld",
    "number_vi",
    UNKNOWN_NEED,
)

CEASE_REASONS = {
    "max_age": "1",
    "needs_met": "2",
    "he": "3",
    "employ": "4",
    "transfer": "5",
    "no_engage": "6",
    "moved_outside_eng": "7",
    "deceased": "8",
    "other": "9",
}
"""Column of the ceased plans table to the return's code, in the order of `CeaseReason`."""


def _shares() -> dict[tuple[str, str], tuple[str, tuple[str, ...]]]:
    """Each percentage column with the count it is of and the counts whose sum it divides by."""
    found: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {}

    def of(table: str, denominator: str, pairs: dict[str, str]) -> None:
        for column, numerator in pairs.items():
            found[table, column] = (numerator, (denominator,))

    def halves(table: str, columns: dict[str, str]) -> None:
        for column, numerator in columns.items():
            found[table, column] = (numerator, tuple(columns.values()))

    groups = {f"{name}_pc": name for name in (*SUBTOTALS, EARLY_YEARS, UNKNOWN_PLACEMENT)}
    groups["AP_PRU_total_pc"] = groups.pop("ap_pru_total_pc")
    needs = {f"{name.removeprefix('number_').removeprefix('need_')}_pc": name for name in NEED_COLUMNS}
    of(CASELOAD, "ehcplans", groups)
    of(NEW_PLANS, "new_ehc_plans", groups)
    of(NEEDS, "ehc_plans", needs)
    of(NEW_NEEDS, "ehc_plans", needs)
    assessments = ("assess_issued", "assess_not_issued", "assess_not_made", "assess_withdrawn")
    of(ASSESSMENTS, "assess_in_year", {f"{name}_pc": name for name in assessments})
    of(
        REQUESTS,
        "requests_received_in_year",
        {
            "request_assess_pc": "requests_decided_to_assess",
            "request_not_assess_pc": "requests_decided_not_to_assess",
            "request_outstanding_pc": "requests_decision_not_made",
            "request_withdrawn_pc": "requests_withdrawn",
        },
    )
    for column in ("plans_issued_within_20_weeks", "plans_issued_gt20weeks_ltYear", "plans_issued_gt_1_year"):
        found[TIMELINESS, f"pc_{column}"] = (column, ("plans_issued_den",))
    for column in (
        "plans_issued_20_weeks_ex",
        "plans_issued_gt20weeks_ltYear_ex",
        "plans_issued_gt_1_year_ex",
    ):
        found[TIMELINESS, f"PC_{column}"] = (column, ("plans_issued_den_ex",))
    halves(
        REQUESTS,
        {f"{name}_pc": name for name in ("request_outcome_six_weeks", "request_outcome_over_6_weeks")},
    )
    halves(
        ASSESSMENTS,
        {f"{name}_pc": name for name in ("outcome_decision_within_time", "outcome_decision_over_time")},
    )
    halves(
        REVIEWS,
        {"pc_decsion_4weeks": "number_decsion_4weeks", "pc_decision_gt_4weeks": "number_decision_gt_4weeks"},
    )
    return found


SHARES = _shares()
