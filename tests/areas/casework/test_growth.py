"""Ten times the children, the same cost: what the worklist and a case ask of the database.

Coordinators hold 200 records each however large the area is; a team and the area grow with it.
"""

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import factories
from builders import RECORDED_AT
from fixtures.database import copy_rows
from goldenthread.accounts.models import Appointment, User
from goldenthread.accounts.roles import Role
from goldenthread.casework.models import Case, Entry
from goldenthread.casework.references import reference
from goldenthread.casework.standing import rebuild_standing
from goldenthread.people.models import Person

TODAY = date(2025, 2, 3)
SMALL, LARGE = 1_200, 12_000
HELD_BY_ONE = 200
TEAMS = 3
NO_MORE_THAN = 1.2

ENTRY_COLUMNS = [
    "case_id",
    "kind",
    "happened_on",
    "recorded_at",
    "by_name",
    "because",
    "declared_in_id",
    "payload",
    "payload_version",
]
WAYS = 20
"""Of every 20 records 2 are past a date, 1 is due within a week, 3 later; 14 are plans in force."""


def request_received_on(number):
    """The day of a request whose decision is past, due within a week or due later."""
    due_in = {0: -60, 1: -20, 2: 3}.get(number % WAYS, 20)
    return TODAY + timedelta(days=due_in - number % 3) - timedelta(weeks=6)


def grow(start, stop, teams, source):
    """Adds people and cases numbered from `start` to before `stop`, with coordinators who hold 200 each."""
    holders = list(
        Appointment.objects.filter(role=Role.COORDINATOR).order_by("pk").values_list("user_id", "team_id")
    )
    numbers = range(start + 1, stop + 1)
    born = date(2015, 3, 1)
    copy_rows(
        Person,
        ["id", "surname", "forename", "birth_date", "sex", "ethnicity", "postcode", "upn_unknown"],
        ((n, f"Surname{n % 997}", f"Child{n}", born, "", "", "", "") for n in numbers),
    )
    copy_rows(
        Case,
        ["id", "reference", "person_id", "coordinator_id", "team_id"],
        ((n, reference(n), n, *holders[(n - 1) // HELD_BY_ONE]) for n in numbers),
    )
    copy_rows(
        Entry,
        ENTRY_COLUMNS,
        (row for n in numbers for row in entries_of(n, source)),
    )
    rebuild_standing(list(numbers))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def entries_of(number, source):
    if number % WAYS < 6:
        day = request_received_on(number)
        yield number, "request_received", day, RECORDED_AT, "Ros", "", None, "{}", 1
        yield number, "family_consulted", day, RECORDED_AT, "Ros", "", None, "{}", 1
    else:
        said = {"assessment": {"outcome": "H"}, "named_plan": {"started_on": "2021-01-04"}, "active_plan": {}}
        yield number, "declared", source.census_day, RECORDED_AT, "Ros", "", source.pk, json.dumps(said), 1


def cost(client, address):
    """Buffers touched and rows handled by every query of a page, as EXPLAIN ANALYZE counts them."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    buffers = rows = 0
    with connection.cursor() as cursor:
        # a small table may be read whole, which a large one never is: like is held against like
        cursor.execute("SET LOCAL enable_seqscan = off")
        for query in asked.captured_queries:
            if query["sql"].startswith("SELECT"):
                cursor.execute("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + query["sql"])
                plan = cursor.fetchone()[0][0]["Plan"]
                buffers += plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]
                rows += sum(handled(plan))
    return buffers, rows


def handled(plan):
    """Rows that each node of a plan gave out or threw away."""
    yield (plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0)) * plan["Actual Loops"]
    for part in plan.get("Plans", ()):
        yield from handled(part)


@pytest.mark.slow
@pytest.mark.django_db
def test_the_worklist_and_a_case_cost_no_more_in_an_area_ten_times_as_large(client, always_on):
    always_on(TODAY)
    teams = [factories.team() for _ in range(TEAMS)]
    source = factories.loaded_return()
    visitors = {
        "coordinator": None,
        "manager": factories.user(Role.TEAM_MANAGER, of=teams[0]),
        "analyst": factories.user(Role.ANALYST),
    }
    for number in range(LARGE // HELD_BY_ONE):
        factories.user(Role.COORDINATOR, of=teams[number % TEAMS])
    found = {}
    for start, stop in ((0, SMALL), (SMALL, LARGE)):
        grow(start, stop, teams, source)
        visitors["coordinator"] = (
            User.objects.filter(appointments__role=Role.COORDINATOR).order_by("pk").first()
        )
        for who, visitor in visitors.items():
            client.force_login(visitor)
            for address in (
                "/work/",
                "/work/?duty=decide_whether_to_assess",
                "/work/past/",
                "/cases/GT-00007/",
            ):
                found.setdefault((who, address), []).append(cost(client, address))
    grown = {
        page: (round(after[0] / before[0], 2), round(after[1] / before[1], 2))
        for page, (before, after) in found.items()
    }
    for k, v in found.items():
        print(k, v, grown[k])
    assert not {page: ratios for page, ratios in grown.items() if max(ratios) > NO_MORE_THAN}
