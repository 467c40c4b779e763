"""Which ten measures does a leader see, and which published column counts as a measure does?"""

HOW_MANY = 10

HEADLINES = (
    "backlog",
    "plans_in_20_weeks",
    "asked_and_answered_in_20_weeks",
    "without_placement",
    "advice_in_6_weeks",
    "decisions_in_6_weeks",
    "requests_refused",
    "review_decisions_in_4_weeks",
    "phase_transfers_on_time",
    "amended_plans_in_12_weeks",
    "families_rating_good",
    "contact_answer_time",
    "suspensions_with_plan",
)
"""In order of worth: what touches most families first. A measure without a source makes room for the next."""

PUBLISHED = {
    "plans_in_20_weeks": ("timeliness_20_week_totals", "pc_plans_issued_within_20_weeks"),
    "plans_in_20_weeks_without_exceptions": ("timeliness_20_week_totals", "PC_plans_issued_20_weeks_ex"),
    "plans_20_weeks_to_a_year": ("timeliness_20_week_totals", "pc_plans_issued_gt20weeks_ltYear"),
    "plans_over_a_year": ("timeliness_20_week_totals", "pc_plans_issued_gt_1_year"),
    "decisions_in_6_weeks": ("requests_totals", "request_outcome_six_weeks_pc"),
    "requests_refused": ("requests_totals", "request_not_assess_pc"),
    "review_decisions_published": ("annual_reviews_totals", "pc_decsion_4weeks"),
    "plans_maintained": ("caseload_totals", "ehcplans"),
    "in_mainstream": ("caseload_totals", "mainstream_total_pc"),
    "in_special_schools": ("caseload_totals", "special_total_pc"),
    "plans_for_autism": ("sen_needs_all_plans_totals", "asd_pc"),
    "plans_for_mental_health": ("sen_needs_all_plans_totals", "semh_pc"),
}
"""Measures whose definition is that of a published column, and the column."""
