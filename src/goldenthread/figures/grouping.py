"""To which groups do children belong that no return tells of? Kept by person, given to the facts."""

import pyarrow as pa

from goldenthread.analysis.further_facts import GROUPS
from goldenthread.figures.models import GroupOfPerson


def groups_of_people(cases: pa.Table, requests: pa.Table) -> pa.Table:
    """The table `groups` of the further facts, for the people of these cases."""
    key_of_request = dict(
        zip(requests["request_key"].to_pylist(), requests["person_key"].to_pylist(), strict=True)
    )
    keys = {
        row["person_id"]: key_of_request[row["request_key"]]
        for row in cases.select(["person_id", "request_key"]).to_pylist()
    }
    kept = GroupOfPerson.objects.order_by("person_id", "dimension")
    rows = [
        {"person_key": keys[person_id], "dimension": dimension, "group": group}
        for person_id, dimension, group in kept.values_list("person_id", "dimension", "group")
        if person_id in keys
    ]
    return pa.Table.from_pylist(rows, GROUPS)
