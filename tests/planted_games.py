"""Simulated areas: in some, somebody makes a headline look better than it is; one really is better."""

from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from goldenthread.analysis.facts import Facts
from goldenthread.analysis.further_facts import FURTHER
from goldenthread.analysis.statistics.incidence import Asked, Outcome
from goldenthread.analysis.statistics.timeliness_claim import Case
from goldenthread.sen2.schemas import TABLES

GAMES = ("refusing", "flagging", "reopening", "easy", "simpson")
USUAL_WAIT = {"Town, speech": 128, "Coast, complex": 165}


def ended(start, days, last, outcome=Outcome.PLAN):
    end = start + timedelta(days=max(1, int(days)))
    return Asked(start, end, outcome) if end <= last else Asked(start)


def area(seed, game, *, first, played_from, last, monthly=70):
    """The requests of an area, those of one child together; from `played_from` on, `game` is played."""
    rng = np.random.default_rng(seed)
    children = []
    start = first
    while start < last:
        playing = start >= played_from
        share_of_town = 0.9 if playing and game == "simpson" else 0.5
        for came in rng.uniform(0, 30, rng.poisson(monthly)):
            group = "Town, speech" if rng.random() < share_of_town else "Coast, complex"
            day = start + timedelta(days=int(came))
            wait = rng.normal(USUAL_WAIT[group], 25)
            usual = rng.random() < 0.15, rng.random() < 0.04
            children.append(played(game if playing else "", (day, last), wait, group, usual, rng))
        start = (start + timedelta(days=32)).replace(day=1)
    return children


def played(game, days, wait, group, usual, rng):
    """What becomes of the requests of one child, under a game."""
    (day, last), (refused, flagged) = days, usual
    if refused:
        return [Case(ended(day, 40, last, Outcome.REFUSED), group)]
    is_slow = wait > 140
    if game == "honest":
        return [Case(ended(day, wait - 30, last), group, flagged)]
    if game == "refusing" and is_slow and rng.random() < 0.6:
        return [Case(ended(day, 40, last, Outcome.REFUSED), group)]
    if game == "flagging" and is_slow and rng.random() < 0.6:
        return [Case(ended(day, wait, last), group, is_excepted=True)]
    if game == "reopening" and is_slow and rng.random() < 0.6:
        again = day + timedelta(days=120)
        first = Case(ended(day, 119, last, Outcome.WITHDRAWN), group)
        anew = Case(ended(again, wait - 100, last), group, flagged, is_asked_anew=True)
        return [first, anew] if again <= last else [first]
    if game == "easy" and group == "Coast, complex":
        return [Case(Asked(day), group)]
    if game == "simpson":
        return [Case(ended(day, wait + 8, last), group, flagged)]
    return [Case(ended(day, wait, last), group, flagged)]


def facts_of(children, census_day):
    """The same requests as a return and the journal would tell of them; a group is a district."""
    rows = {name: [] for name in ("people", "requests", "assessments", "ends", "groups")}
    for person, cases in enumerate(children, 1):
        rows["people"].append({"person_key": person})
        rows["groups"].append({"person_key": person, "dimension": "district", "group": cases[0].group})
        for case in cases:
            _tell(rows, person, len(rows["requests"]) + 1, case)
    header = {"return": [{"area": "935", "census_day": census_day}]}
    schemas = TABLES | {name: FURTHER[name] for name in ("ends", "groups")}
    tables = {n: pa.Table.from_pylist((rows | header).get(n, []), schema) for n, schema in schemas.items()}
    return Facts(tables)


def _tell(rows, person, key, case):
    asked = case.asked
    request = {"request_key": key, "person_key": person, "received_on": asked.asked_on, "outcome": "A"}
    if asked.outcome is Outcome.PLAN:
        days = (asked.ended_on - asked.asked_on).days
        request |= {"outcome": "Y", "outcome_on": asked.asked_on + timedelta(days=min(40, days))}
        plan = {"request_key": key, "outcome": "Y", "outcome_on": asked.ended_on, "days_from_request": days}
        rows["assessments"].append(
            plan | {"issued_within_limit": case.is_in_time, "exception": case.is_excepted}
        )
    elif asked.outcome is Outcome.REFUSED:
        request |= {"outcome": "N", "outcome_on": asked.ended_on}
    elif asked.outcome is Outcome.WITHDRAWN:
        request |= {"outcome": "W"}
        rows["ends"].append({"request_key": key, "ended_on": asked.ended_on, "how": "withdrawn"})
    rows["requests"].append(request)


CENSUS = date(2025, 1, 16)
"""The census day of the areas that pages look at."""


def year_of(seed, game):
    """Facts of one return, of an area that plays so early that the plans of its year show it."""
    began = date(2023, 11, 20)
    children = area(seed, game, first=date(2023, 1, 1), played_from=began, last=CENSUS, monthly=110)
    return facts_of(children, CENSUS)
