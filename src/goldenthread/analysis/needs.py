"""In which published column is a primary need counted? Down syndrome counts as other, as with the DfE."""

import ibis.expr.types as ir

NEEDS = {
    "number_asd": ("ASD",),
    "number_hi": ("HI",),
    "number_mld": ("MLD",),
    "number_msi": ("MSI",),
    "number_oth": ("OTH", "DS"),
    "number_pd": ("PD",),
    "number_pmld": ("PMLD",),
    "number_semh": ("SEMH",),
    "number_slcn": ("SLCN",),
    "number_sld": ("SLD",),
    "number_spld": ("SPLD",),
    "number_vi": ("VI",),
}
"""Published column to the codes of the return that it counts."""


def by_need(plans: ir.Table) -> dict[str, ir.IntegerScalar]:
    """How many of the plans have each primary need; a missing or unknown code is not recorded."""
    known = [code for codes in NEEDS.values() for code in codes]
    counts = {column: plans.count(where=plans.primary_need.isin(codes)) for column, codes in NEEDS.items()}
    unknown = plans.primary_need.isnull() | plans.primary_need.notin(known)
    return {**counts, "number_need_unknown": plans.count(where=unknown)}
