"""The phase transfers whose day has come: was the plan amended by it?"""

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import caseload
from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a child who moves."""
    plans, active = caseload(known.census), known["active_plans"]
    moves = active.semi_join(plans, "request_key").filter(active.phase_transfer_due_on.notnull())
    on_time = moves.phase_transfer_final_on <= moves.phase_transfer_due_on
    return records(moves, on_day=moves.phase_transfer_due_on, numerator=on_time)
