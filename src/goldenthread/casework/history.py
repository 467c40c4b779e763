"""What is known of a case? What returns declared first, then what was recorded here, corrections applied.

Nothing here is an event that nobody saw: a fact taken from a return carries that return, and a day
that the return does not give is marked as not known.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from goldenthread.casework import declared_history
from goldenthread.casework.declared_history import Answers, Question, Said
from goldenthread.casework.models import Entry
from goldenthread.rules.lifecycle import Adviser, Details, Happening, Step


@dataclass(frozen=True, slots=True)
class Declaration:
    """A return that says something of a case, as at its census day."""

    entry_id: int
    return_id: int
    as_at: date


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened, and where we know it from: a return, or someone who recorded it here."""

    happening: Happening
    entry_id: int
    declared: Declaration | None = None
    day_is_known: bool = True
    historical: bool = False
    """Settled before the return's year: limits in law are not tested against its day."""
    excuse_claimed: bool = False
    """The return says that an allowed exception to the limit applies."""
    versions: tuple[int, ...] = ()
    """The entries that this one corrects, oldest first."""

    @property
    def step(self) -> Step:
        return self.happening.kind

    @property
    def day(self) -> date:
        return self.happening.happened_on


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An entry that was withdrawn, as never having happened: its newest version and the withdrawal."""

    entry_id: int
    withdrawal_id: int
    versions: tuple[int, ...] = ()


@dataclass(frozen=True)
class CaseHistory:
    """What is known of one case."""

    facts: tuple[Fact, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    """Returns that speak of this case, the latest census day last."""
    withdrawn: tuple[Withdrawn, ...] = ()

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """The plain history that `goldenthread.rules.lifecycle` takes."""
        return tuple(fact.happening for fact in self.facts)

    @property
    def began_in_a_return(self) -> bool:
        """A return tells of few steps: what it leaves out may have happened all the same."""
        return any(fact.declared is not None for fact in self.facts)

    def last(self, *steps: Step) -> Fact | None:
        """The newest fact of these steps."""
        return next((fact for fact in reversed(self.facts) if fact.step in steps), None)

    def with_step(self, step: Step, on: date, details: Details) -> "CaseHistory":
        """The history as it would be if this were recorded: for saying so beforehand. Entry 0 is that one."""
        added = Fact(Happening(step, on, details), entry_id=0)
        return CaseHistory(_in_order([*self.facts, added]), self.declarations, self.withdrawn)


QUESTION_OF: Mapping[Step, Question] = {
    Step.REQUEST_RECEIVED: Question.REQUEST,
    Step.DECIDED_TO_ASSESS: Question.WHETHER_TO_ASSESS,
    Step.DECIDED_NOT_TO_ASSESS: Question.WHETHER_TO_ASSESS,
    Step.DECIDED_TO_ISSUE: Question.WHETHER_TO_ISSUE,
    Step.DECIDED_NOT_TO_ISSUE: Question.WHETHER_TO_ISSUE,
    Step.FINAL_PLAN_SENT: Question.FINAL_PLAN,
    Step.PLAN_RECEIVED: Question.FINAL_PLAN,
    Step.REQUEST_WITHDRAWN: Question.WITHDRAWAL,
    Step.REVIEW_MEETING_HELD: Question.REVIEW_MEETING,
    Step.DECIDED_TO_AMEND: Question.REVIEW_DECISION,
    Step.DECIDED_TO_CEASE: Question.REVIEW_DECISION,
    Step.DECIDED_TO_MAINTAIN: Question.REVIEW_DECISION,
    Step.PLAN_CEASED: Question.CEASING,
}
"""Which of a return's questions a step recorded here answers as well."""

COMES_AGAIN = frozenset({Question.REVIEW_MEETING, Question.REVIEW_DECISION})
"""Each year brings another: one recorded here is the declared one only if it lies in the time between."""

PLACE = {step: place for place, step in enumerate(Step)}


def history_of(entries: Iterable[Entry]) -> CaseHistory:
    """The history of one case from all its entries, in any order."""
    declared: list[Entry] = []
    recorded: list[Entry] = []
    for entry in entries:
        (declared if entry.kind == Entry.DECLARED else recorded).append(entry)
    facts, withdrawn = _recorded_facts(recorded)
    declarations, said = _declared_facts(declared)
    standing = [fact for fact in said if not any(_replaces(fact, local) for local in facts)]
    return CaseHistory(_in_order([*standing, *facts]), declarations, withdrawn)


def histories(entries: Iterable[Entry]) -> dict[int, CaseHistory]:
    """The histories of many cases, by case."""
    of_case: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        of_case[entry.case_id].append(entry)
    return {case_id: history_of(rows) for case_id, rows in of_case.items()}


def _recorded_facts(entries: Sequence[Entry]) -> tuple[list[Fact], tuple[Withdrawn, ...]]:
    by_id = {entry.id: entry for entry in entries}
    corrected = {entry.corrects_id for entry in entries}
    facts, withdrawn = [], []
    for entry in entries:
        if entry.id in corrected:
            continue
        versions = tuple(_versions_before(entry, by_id))
        if entry.kind == Entry.WITHDRAWN:
            withdrawn.append(Withdrawn(versions[-1], entry.id, versions[:-1]))
        else:
            facts.append(Fact(_happening(entry), entry.id, versions=versions))
    return facts, tuple(withdrawn)


def _versions_before(entry: Entry, by_id: Mapping[int, Entry]) -> list[int]:
    chain: list[int] = []
    while entry.corrects_id is not None:
        chain.append(entry.corrects_id)
        entry = by_id[entry.corrects_id]
    return chain[::-1]


def _happening(entry: Entry) -> Happening:
    return Happening(Step(entry.kind), entry.happened_on, details_from(entry.said))


def details_from(payload: Mapping[str, Any]) -> Details:
    """What `details_to` kept."""
    about, adviser = payload.get("about"), payload.get("adviser")
    return Details(
        about=Step(about) if about else None,
        adviser=Adviser(adviser) if adviser else None,
        names_setting=payload.get("names_setting"),
    )


def details_to(details: Details) -> dict[str, Any]:
    """The payload of a recorded entry: what is known of a step besides its day."""
    kept = {
        "about": details.about.value if details.about else None,
        "adviser": details.adviser.value if details.adviser else None,
        "names_setting": details.names_setting,
    }
    return {name: value for name, value in kept.items() if value is not None}


def _declared_facts(entries: Sequence[Entry]) -> tuple[tuple[Declaration, ...], list[Fact]]:
    """Returns by census day; each question is answered by the latest that knows."""
    in_order = sorted(entries, key=lambda entry: (entry.happened_on, entry.id))
    declarations = []
    answers: Answers = {}
    source: dict[Question, Declaration] = {}
    for entry in in_order:
        assert entry.declared_in_id is not None  # the database checks that a declared entry names its return
        declaration = Declaration(entry.id, entry.declared_in_id, entry.happened_on)
        declarations.append(declaration)
        folded = declared_history.newer_over_older(answers, declared_history.answers(entry.said))
        for question, answer in folded.items():
            if answer is not answers.get(question):
                source[question] = declaration
        answers = folded
    return tuple(declarations), list(_facts_said(answers, source))


def _facts_said(answers: Answers, source: Mapping[Question, Declaration]) -> Iterator[Fact]:
    said = [(question, one) for question in Question if question in answers for one in answers[question].said]
    if not said:
        return
    latest = max(source[question].as_at for question, _ in said)
    dated = declared_history.with_days([one for _, one in said], latest)
    for (question, _), (one, day_is_known) in zip(said, dated, strict=True):
        yield _declared_fact(one, source[question], day_is_known, answers[question].historical)


def _declared_fact(one: Said, declaration: Declaration, day_is_known: bool, historical: bool) -> Fact:
    assert one.day is not None  # with_days gave it one
    return Fact(
        Happening(one.step, one.day, one.details),
        declaration.entry_id,
        declared=declaration,
        day_is_known=day_is_known,
        historical=historical,
        excuse_claimed=one.excuse_claimed,
    )


def _replaces(fact: Fact, local: Fact) -> bool:
    """Is what was recorded here another account of what the return declared? Then it wins.

    The same act recorded here always is, whenever it is said to have happened; the opposite decision
    is one only up to census day, and afterwards a change of mind.
    """
    assert fact.declared is not None  # only declared facts are asked about
    if local.step is Step.DECISION_NOTIFIED and fact.step is not Step.DECISION_NOTIFIED:
        return False
    question = QUESTION_OF.get(_decided(fact))
    if question is None or question is not QUESTION_OF.get(_decided(local)):
        return False
    until_census_day = local.day <= fact.declared.as_at
    if question in COMES_AGAIN:
        return until_census_day and (local.day >= fact.day or not fact.day_is_known)
    return until_census_day or _decided(local) is _decided(fact)


def _decided(fact: Fact) -> Step:
    """The act itself; for a notice, the decision that it tells of."""
    return fact.happening.details.about or fact.step


def _in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """By day; on one day in the order in which things happen in law, then as first recorded."""
    return tuple(sorted(facts, key=_place))


def _place(fact: Fact) -> tuple[date, int, bool, int]:
    """A notice comes right after the decision that it tells of."""
    first_recorded = (*fact.versions, fact.entry_id)[0]
    return fact.day, PLACE[_decided(fact)], fact.step is Step.DECISION_NOTIFIED, first_recorded
