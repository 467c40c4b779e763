"""Checks of the person: identifiers, birth date, codes."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.sen2.checks.rule import (
    Census,
    Level,
    Mask,
    every,
    given,
    missing,
    no,
    outside,
    rule,
    some,
)
from goldenthread.sen2.facts import Facts
from goldenthread.sen2.years.codes import EXTENDED_ETHNICITY, NEW_NATIONAL_ETHNICITY


@rule(
    "D-02",
    "people",
    says="The person has no surname, no forename or no birth date.",
    fix="Give all three.",
)
def nameless(facts: Facts, census: Census) -> Mask:
    people = facts["people"]
    return some(missing(people["surname"]), missing(people["forename"]), missing(people["birth_date"]))


@rule(
    "D-88",
    "people",
    says="The person has no name, no birth date and no identifier: it cannot be told who it is.",
    fix="Say who the person is, or leave the record out.",
    stops=True,
)
def nobody(facts: Facts, census: Census) -> Mask:
    people = facts["people"]
    told = ("surname", "forename", "birth_date", "upn", "uln")
    return every(*(missing(people[column]) for column in told))


@rule(
    "D-03",
    "people",
    says="There is no UPN, no unique learner number and no reason why.",
    fix="Give an identifier, or the reason in UPNunknown.",
)
def unidentified(facts: Facts, census: Census) -> Mask:
    people = facts["people"]
    return every(missing(people["upn"]), missing(people["uln"]), missing(people["upn_unknown"]))


@rule(
    "D-04",
    "people.upn_unknown",
    says="The reason for a missing UPN is not in the list.",
    fix="Choose a reason from the list.",
)
def unknown_reason(facts: Facts, census: Census) -> Mask:
    return outside(facts["people"]["upn_unknown"], census.layout.codes["people", "upn_unknown"].codes)


@rule(
    "D-04",
    "people.upn_unknown",
    says="A reason for a missing identifier is given although there is one.",
    fix="Leave UPNunknown out.",
)
def needless_reason(facts: Facts, census: Census) -> Mask:
    people = facts["people"]
    return every(given(people["upn_unknown"]), some(given(people["upn"]), given(people["uln"])))


@rule(
    "D-08",
    "people.birth_date",
    says="The person was born after census day.",
    fix="Correct the birth date.",
    stops=True,
)
def not_yet_born(facts: Facts, census: Census) -> Mask:
    return pc.greater(facts["people"]["birth_date"], pa.scalar(census.census_day))


@rule(
    "D-08",
    "people.birth_date",
    says="The person was 25 or older on the 31 August before census day.",
    fix="Check the birth date, and whether the plan has ceased.",
    level=Level.QUERY,
)
def too_old(facts: Facts, census: Census) -> Mask:
    latest = census.census_day.replace(year=census.census_day.year - 26, month=8, day=31)
    return pc.less_equal(facts["people"]["birth_date"], pa.scalar(latest))


@rule(
    "D-09",
    "people",
    says="The person has no request.",
    fix="Give the request that brought the person into the return.",
)
def without_request(facts: Facts, census: Census) -> Mask:
    asked_for = facts["requests"]["person_key"].combine_chunks()
    return no(pc.is_in(facts["people"]["person_key"], value_set=asked_for))


@rule(
    "D-86",
    "people.ethnicity",
    says="The ethnicity is not in the list.",
    fix="Choose a code from the list; NOBT where it was not obtained.",
    level=Level.QUERY,
)
def unknown_ethnicity(facts: Facts, census: Census) -> Mask:
    main = census.layout.codes["people", "ethnicity"].codes
    return outside(facts["people"]["ethnicity"], (*main, *EXTENDED_ETHNICITY, *NEW_NATIONAL_ETHNICITY))


@rule(
    "D-87",
    "people.sex",
    says="The sex is not one of the codes known.",
    fix="Check the code against the year's guide.",
    level=Level.QUERY,
)
def unknown_sex(facts: Facts, census: Census) -> Mask:
    return outside(facts["people"]["sex"], census.layout.codes["people", "sex"].codes)


RULES = (
    nameless,
    nobody,
    unidentified,
    unknown_reason,
    needless_reason,
    not_yet_born,
    too_old,
    without_request,
    unknown_ethnicity,
    unknown_sex,
)
