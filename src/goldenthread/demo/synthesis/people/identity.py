"""Who is the child or young person? One invented identity for each case, some of them in one household."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from goldenthread.demo.synthesis.cases.days import school_year_age
from goldenthread.demo.synthesis.cases.draft import Draft
from goldenthread.demo.synthesis.cases.standing import OLDER
from goldenthread.demo.synthesis.guides import Guides
from goldenthread.demo.synthesis.people.identifiers import PupilNumbers, learner_number, postcode
from goldenthread.demo.synthesis.people.names import language, name, name_list

BOYS_WITH_PLANS, BOYS_ASKED_FOR = 451_239 / 638_741, 99_389 / 154_489
"""England's shares, January 2025 and calendar year 2024 (DfE, Education, health and care plans, 2025)."""
TWINS, SIBLINGS = 0.06, 0.015
"""How often someone is the twin of the one before, of the same school year, or else a sibling. Invented."""
NOT_SIBLINGS = 330  # days between two birth dates
YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Identity:
    """A person as the return knows them, with the language of the home and the list the names are from."""

    surname: str
    forename: str
    born_on: date
    sex: str
    ethnicity: str
    postcode: str
    upn: str | None
    uln: str | None
    upn_unknown: str | None
    language: str
    group: str


class Population:
    """Makes identities for one area, one after another."""

    def __init__(self, area: str, census_day: date, guides: Guides, rng: Random) -> None:
        self._area, self._census_day, self._rng = area, census_day, rng
        self._ethnicities, self._shares = zip(*guides.ethnicity.items(), strict=True)
        self._pupils, self._learners, self._households = PupilNumbers(), 0, 0
        self._last: dict[str, Identity] = {}

    def next(self, draft: Draft, moved_from: str | None = None) -> Identity:
        """An identity for a case; now and then a twin or sibling of somebody in the same kind of school."""
        if draft.born_on is None:
            raise ValueError("a case has no birth date")
        relative = self._last.get(draft.placement or "") if draft.kind == OLDER else None
        if relative:
            apart, chance = abs((relative.born_on - draft.born_on).days), self._rng.random()
            if chance < TWINS and self._could_be_twin(relative, draft):
                draft.born_on = relative.born_on
            elif apart < NOT_SIBLINGS or chance > SIBLINGS:
                relative = None
        made = self._made(draft, draft.born_on, relative, moved_from)
        if draft.kind == OLDER and draft.placement and not relative:
            self._last[draft.placement] = made
        return made

    def _could_be_twin(self, relative: Identity, draft: Draft) -> bool:
        """A twin must fit the school year of the draft's placement, and be born well before its request."""
        if draft.born_on is None or relative.born_on > draft.received_on - timedelta(days=500):
            return False
        years = {school_year_age(born_on, self._census_day) for born_on in (relative.born_on, draft.born_on)}
        return len(years) == 1

    def _made(
        self, draft: Draft, born_on: date, relative: Identity | None, moved_from: str | None
    ) -> Identity:
        rng = self._rng
        boys = BOYS_WITH_PLANS if draft.started_on else BOYS_ASKED_FOR
        sex = "M" if rng.random() < boys else "F"
        ethnicity = relative.ethnicity if relative else rng.choices(self._ethnicities, self._shares)[0]
        group = relative.group if relative else name_list(ethnicity, rng)
        forename = name(group, "boy" if sex == "M" else "girl", rng)
        while relative and forename == relative.forename:
            forename = name(group, "boy" if sex == "M" else "girl", rng)
        if not relative:
            self._households += 1
        upn, uln, unknown = self._numbers(draft, born_on, moved_from)
        identity = Identity(
            surname=relative.surname if relative else name(group, "surname", rng),
            forename=forename,
            born_on=born_on,
            sex=sex,
            ethnicity=ethnicity,
            postcode=relative.postcode if relative else postcode(self._area, self._households * 7),
            upn=upn,
            uln=uln,
            upn_unknown=unknown,
            language=relative.language if relative else language(group, rng),
            group=group,
        )
        return replace(identity, ethnicity="REFU") if ethnicity == "NOBT" and rng.random() < 0.2 else identity

    def _numbers(
        self, draft: Draft, born_on: date, moved_from: str | None
    ) -> tuple[str | None, str | None, str | None]:
        """Pupil number, learner number, and the reason when there is neither."""
        age = (self._census_day - born_on).days / YEAR
        chance = self._rng.random()
        uln = None
        if age >= 14.4 and self._rng.random() < 0.8:
            self._learners += 1
            uln = learner_number(self._learners)
        if age < 5 and chance < 0.75 - 0.15 * max(0.0, age - 2):
            return None, uln, "UN1"
        if chance > 0.985:
            return None, uln, None if uln else self._reason(age, draft)
        return self._pupils.next(moved_from or self._area, born_on), uln, None

    def _reason(self, age: float, draft: Draft) -> str:
        if draft.outcome == "W" or (draft.outcome == "N" and draft.assessment is None):
            return "UN10"
        if age >= 19:
            return "UN9"
        return self._rng.choice(("UN2", "UN3", "UN5", "UN8"))
