"""The phase transfers still to come: is the plan amended already?"""

import ibis.expr.types as ir

from goldenthread.analysis.cohorts import caseload
from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a child who is to move."""
    plans, active = caseload(known.census), known["active_plans"]
    moves = active.semi_join(plans, "request_key").filter(active.phase_transfer_due_on.notnull())
    to_come = moves.filter(moves.phase_transfer_due_on >= known.today)
    return records(to_come, on_day=known.today, numerator=to_come.phase_transfer_final_on.notnull())
