"""Where has this person been to school or college? The placements held in the year and on census day."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from goldenthread.demo.synthesis.cases.days import school_year_age
from goldenthread.demo.synthesis.cases.draft import Draft
from goldenthread.demo.synthesis.columns import UNKNOWN_PLACEMENT
from goldenthread.demo.synthesis.records.letters import work_letter
from goldenthread.demo.synthesis.settings.kinds import (
    POST_16,
    PRIMARY,
    SECONDARY,
    SENSETTINGS,
    establishment_column,
    phase,
)
from goldenthread.demo.synthesis.settings.making import Setting, Settings, Wanted
from goldenthread.sen2.records import Placement, PlanDetail

LEAVERS_LEFT = (7, 23)
"""Month and day on which schools end a year."""
EXPLANATIONS = {
    "OTH": ("Type of school named, no school yet", "Place being sought"),
    "NIEO": ("Awaiting a place after moving in", "Place ended, new one being sought"),
}
ELSEWHERE_BEFORE = (("mainstream_academy", PRIMARY), ("mainstream_academy", SECONDARY))
UNPLACED, UNPLACED_OLDER = "mainstream_academy", "general_fe_tertiary_colleges"
"""The columns whose schools and colleges those attended who now have no recorded placement."""
COLLEGE_AGE = 17


def _first_day(year: int) -> date:
    """The first day of a school year: early September, never at a weekend."""
    day = date(year, 9, 3)
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)


def wanted(draft: Draft, census_day: date) -> Wanted | None:
    """The kind of establishment that a case needs, if it needs one."""
    if draft.placement is None or draft.born_on is None or draft.placement in SENSETTINGS:
        return None
    age = school_year_age(draft.born_on, census_day)
    column = establishment_column(draft.placement)
    if draft.placement == UNKNOWN_PLACEMENT:
        column = UNPLACED if age < COLLEGE_AGE else UNPLACED_OLDER
    return column, phase(column, age)


def places_needed(drafts: list[Draft], census_day: date) -> Counter[Wanted]:
    """How many people each kind of establishment takes, and one of each kind that leavers come from."""
    needed = Counter(kind for draft in drafts if (kind := wanted(draft, census_day)))
    for kind in ELSEWHERE_BEFORE:
        needed[kind] += 1
    return needed


@dataclass(frozen=True, slots=True)
class Attending:
    """What is said of a person's settings: named in the plan, and attended."""

    details: tuple[PlanDetail, ...]
    placements: tuple[Placement, ...]


class Places:
    """Sends people to settings."""

    def __init__(self, settings: Settings, census_day: date, rng: Random) -> None:
        self._settings, self._census_day, self._rng = settings, census_day, rng

    def attending(self, draft: Draft, *, new: bool) -> Attending:
        """The settings of one plan. A new plan whose placement is not recorded names none either."""
        if draft.placement is None or draft.born_on is None or draft.started_on is None:
            raise ValueError("a plan has no placement")
        if draft.placement == UNKNOWN_PLACEMENT:
            return Attending((), ()) if new else self._lapsed(draft)
        detail = self._named(draft)
        entered = self._entered(draft)
        current = replace(
            _placement(detail, entered, draft.ceased_on),
            residential=draft.residential,
            work_based=work_letter(draft.work_based),
        )
        earlier = [] if new or draft.ceased_on else self._earlier(draft, entered)
        return Attending((detail,), (*earlier, current))

    def _named(self, draft: Draft) -> PlanDetail:
        code = SENSETTINGS.get(draft.placement or "")
        if code:
            words = EXPLANATIONS.get(code)
            return PlanDetail(
                sen_setting=code,
                sen_setting_other=self._rng.choice(words) if words else None,
                placement_rank=1,
            )
        kind = wanted(draft, self._census_day)
        if kind is None or draft.placement is None:
            raise ValueError("a plan has no setting")
        unit, resourced = (
            draft.placement.endswith("_senunit"),
            draft.placement.endswith("_resourced_provision"),
        )
        return _detail(self._settings.one(kind, with_unit=unit or resourced), unit=unit, resourced=resourced)

    def _lapsed(self, draft: Draft) -> Attending:
        """Named in the plan, and left last summer; where the person goes now is not recorded."""
        kind = wanted(draft, self._census_day)
        if kind is None or draft.started_on is None:
            raise ValueError("a plan has no setting")
        detail = _detail(self._settings.one(kind))
        left = date(self._census_day.year - 1, *LEAVERS_LEFT)
        if draft.started_on >= left:
            return Attending((detail,), ())
        entered = min(left - timedelta(days=300), self._entered(draft))
        return Attending((detail,), (_placement(detail, entered, left),))

    def _entered(self, draft: Draft) -> date:
        """The September in which someone of this age joins such a setting, or a day after the plan
        started."""
        if draft.born_on is None or draft.started_on is None:
            raise ValueError("a plan has no start")
        last = draft.ceased_on or self._census_day
        kind = wanted(draft, self._census_day)
        if kind is None:
            return min(
                draft.started_on + timedelta(days=self._rng.randint(0, 300)), last - timedelta(days=10)
            )
        age = school_year_age(draft.born_on, self._census_day)
        joined_at = {PRIMARY: 4, SECONDARY: 11, POST_16: 16}.get(kind[1], self._rng.randint(4, 11))
        years_ago = max(0, age - joined_at)
        if kind[1] == POST_16:
            years_ago = min(years_ago, self._rng.randint(0, 2))
        first_day = _first_day(self._census_day.year - 1 - years_ago)
        if first_day >= last:  # left before the school year began
            first_day = _first_day(last.year - 1)
        earliest = draft.born_on + timedelta(days=600)
        return min(max(first_day, earliest), last - timedelta(days=10))

    def _earlier(self, draft: Draft, entered: date) -> list[Placement]:
        """The school left last summer by those who began a new one in September."""
        summer = date(self._census_day.year - 1, *LEAVERS_LEFT)
        if (
            entered.year != summer.year
            or draft.born_on is None
            or draft.started_on is None
            or entered < summer
        ):
            return []
        age = school_year_age(draft.born_on, self._census_day)
        if age not in (11, 16) or draft.started_on > summer:
            return []
        before = ("mainstream_academy", PRIMARY if age == 11 else SECONDARY)
        began = _first_day(summer.year - (7 if age == 11 else 5))
        return [_placement(_detail(self._settings.one(before)), began, summer)]


def _detail(setting: Setting, *, unit: bool = False, resourced: bool = False) -> PlanDetail:
    return PlanDetail(
        urn=setting.urn,
        ukprn=None if setting.urn else setting.ukprn,
        placement_rank=1,
        sen_unit=unit,
        resourced_provision=resourced,
    )


def _placement(detail: PlanDetail, entered_on: date, left_on: date | None) -> Placement:
    """The placement at a setting that a plan names."""
    return Placement(
        urn=detail.urn,
        ukprn=detail.ukprn,
        sen_setting=detail.sen_setting,
        sen_setting_other=detail.sen_setting_other,
        placement_rank=detail.placement_rank,
        entered_on=entered_on,
        left_on=left_on,
        sen_unit=detail.sen_unit,
        resourced_provision=detail.resourced_provision,
    )
