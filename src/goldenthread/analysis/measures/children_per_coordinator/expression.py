"""The children held, each weighing its part of a coordinator."""

import ibis.expr.types as ir

from goldenthread.analysis.known import Known, records


def expression(known: Known) -> ir.Table:
    """One record a child; the weights of a coordinator's children add up to one."""
    cases = known["cases"]
    held = cases.filter(cases.coordinator_key.notnull())
    of_one = held.group_by("coordinator_key").mutate(others=lambda rows: rows.count())
    weight = 1 / of_one.others
    return records(of_one, on_day=known.today, numerator=of_one.request_key.notnull(), denominator=weight)
