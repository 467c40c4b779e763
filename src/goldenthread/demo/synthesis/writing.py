"""Write an area's synthetic return, and beside it the settings it uses and the attributes the return
lacks."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from goldenthread.demo.synthesis.attributes import AttributeWriter, attributes_file
from goldenthread.demo.synthesis.cases.again import join_requests
from goldenthread.demo.synthesis.cases.area import cases
from goldenthread.demo.synthesis.cases.days import Days
from goldenthread.demo.synthesis.cases.draft import Draft
from goldenthread.demo.synthesis.cases.standing import RESTARTED
from goldenthread.demo.synthesis.cohort.area import Cohort, cohort
from goldenthread.demo.synthesis.guides import guides
from goldenthread.demo.synthesis.people.identity import Identity, Population
from goldenthread.demo.synthesis.records.attending import Places, places_needed
from goldenthread.demo.synthesis.records.request import Writer
from goldenthread.demo.synthesis.settings.making import Settings, write_settings
from goldenthread.demo.synthesis.targets import RETURN_YEAR, english_areas
from goldenthread.sen2.records import Header, Person, Request
from goldenthread.sen2.writing import write_return
from goldenthread.sen2.years.census import CENSUS_DAYS, collection_year

MOVED_IN = 0.6
"""Share of the plans dated anew in the year that came with a family from elsewhere; most at a fiftieth
of all."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was made, and where."""

    people: int
    requests: int
    file: Path
    settings: Path
    attributes: Path


def write_area(area: str, seed: int, file: Path) -> Written:
    """Make an area up and write it. The same area and seed give the same bytes. Raises `NotPublished`,
    `OSError`."""
    solved = cohort(area)
    rng = Random(f"{area}-{RETURN_YEAR}-{seed}")  # noqa: S311 (believable, not secret)
    first, last = collection_year(RETURN_YEAR)
    calendar = Days(rng, first, last, CENSUS_DAYS[RETURN_YEAR])
    drafts = cases(solved, calendar)
    requests = len(drafts)
    drafts = join_requests(drafts)
    number = english_areas().index(area)
    settings = Settings(places_needed(drafts, calendar.census), number, rng)
    written = Written(
        people=len(drafts),
        requests=requests,
        file=file,
        settings=file.with_suffix(".settings.csv"),
        attributes=file.with_suffix(".attributes.csv"),
    )
    with _whole(file, written.settings, written.attributes) as (part, settings_part, attributes_part):
        with (
            attributes_file(attributes_part, area, solved.targets.name, rng) as write_attributes,
            part.open("wb") as xml,
        ):
            people = _people(solved, drafts, settings, calendar, write_attributes)
            write_return(xml, _header(area, calendar.census), people)
        write_settings(settings_part, settings.all())
    return written


@contextmanager
def _whole(*paths: Path) -> Iterator[list[Path]]:
    """Files to write in place of these, which become these only when all are complete."""
    parts = [path.with_name(f"{path.name}.part") for path in paths]
    try:
        yield parts
        for part, path in zip(parts, paths, strict=True):
            part.replace(path)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def _header(area: str, census_day: date) -> Header:
    made = datetime.combine(census_day + timedelta(days=4), time(9))
    return Header(
        year=RETURN_YEAR,
        census_day=census_day,
        area=area,
        collection="SEN2",
        source_level="L",
        software_code="Golden Thread: invented people",
        release="1",
        serial_number="1",
        made_at=made.isoformat(),
    )


def _people(
    solved: Cohort, drafts: list[Draft], settings: Settings, calendar: Days, write_attributes: AttributeWriter
) -> Iterator[Person]:
    """One person at a time, in the order of the drafts."""
    area, rng = solved.targets.area, calendar.rng
    population = Population(area, calendar.census, guides(area, solved.targets.region), rng)
    writer = Writer(Places(settings, calendar.census, rng), calendar.census, rng)
    elsewhere = [code for code in english_areas() if code != area]
    movers = solved.plans.in_force // 50
    for key, draft in enumerate(drafts, start=1):
        moved_from = None
        if draft.kind == RESTARTED and movers and rng.random() < MOVED_IN:
            moved_from, movers = rng.choice(elsewhere), movers - 1
        identity = population.next(draft, moved_from)
        write_attributes(key, identity)
        requests = [writer.request(draft.follows)] if draft.follows else []
        requests.append(writer.request(draft, moved_from))
        yield _person(identity, requests)


def _person(identity: Identity, requests: list[Request]) -> Person:
    return Person(
        surname=identity.surname,
        forename=identity.forename,
        birth_date=identity.born_on,
        sex=identity.sex,
        ethnicity=identity.ethnicity,
        postcode=identity.postcode,
        upn=identity.upn,
        uln=identity.uln,
        upn_unknown=identity.upn_unknown,
        requests=tuple(requests),
    )
