"""The plans of those over school age: is the young person out of education?"""

import ibis.expr.types as ir

from goldenthread.analysis.dimensions import school_year_age
from goldenthread.analysis.known import Known, records
from goldenthread.analysis.open_plans import NOT_IN_EDUCATION, plans_with_place


def expression(known: Known) -> ir.Table:
    """One record a young person."""
    people, requests = known["people"], known["requests"].select("request_key", "person_key")
    plans = plans_with_place(known).join(requests, "request_key")
    plans = plans.join(people.select("person_key", "birth_date"), "person_key")
    older = plans.filter(school_year_age(known, plans.birth_date) >= 16)
    return records(older, on_day=known.today, numerator=older.column.isin(list(NOT_IN_EDUCATION)))
