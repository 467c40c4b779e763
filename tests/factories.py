"""One maker for each kind of row, giving only what the row cannot do without."""

from datetime import date
from itertools import count
from typing import Any

from django.db import transaction

from goldenthread.accounts.models import Appointment, User
from goldenthread.accounts.roles import WITH_AN_END, WITHIN_ORGANISATION, Role
from goldenthread.audit import clock, journal
from goldenthread.audit.scope import Part, Reach, Scope
from goldenthread.casework.models import Case, Return
from goldenthread.casework.references import next_numbers, reference
from goldenthread.improvement.models import (
    Action,
    Commentary,
    Evidence,
    EvidenceCheck,
    EvidenceWithdrawal,
    ForumWord,
    Milestone,
    MilestoneEntry,
    Origin,
    Plan,
    Point,
    PointKind,
    Promise,
    SeenBy,
    Theme,
)
from goldenthread.organisations.models import Organisation, OrganisationKind, Setting, Team
from goldenthread.people.models import (
    Adult,
    BrokenSeal,
    Capacity,
    Contact,
    CourtOrder,
    Involvement,
    OwnFamily,
    Person,
    Relationship,
    Sealing,
    Shielding,
)
from goldenthread.voice.models import (
    Answer,
    CountSeries,
    Heard,
    PeriodCount,
    Question,
    Survey,
)

_numbers = count(1)


def team(name: str = "") -> Team:
    return Team.objects.create(name=name or f"Team {next(_numbers)}")


def setting(name: str = "") -> Setting:
    number = next(_numbers)
    return Setting.objects.create(
        name=name or f"School {number}", urn=f"{number:06}", type_of_establishment="Community school"
    )


def user(
    role: Role | None = Role.COORDINATOR, *, name: str = "", of: Team | None = None, at: Setting | None = None
) -> User:
    """A person with one appointment from long ago: `of` a team, or `at` a setting. None: with none."""
    number = next(_numbers)
    made = User(email=f"person{number}@example.org", name=name or f"Person {number}", is_example=True)
    made.set_unusable_password()
    made.save()
    if role is not None:
        appointment(made, role, team=of, setting=at)
    return made


def appointment(of: User, role: Role = Role.COORDINATOR, **rest: Any) -> Appointment:
    if role in WITHIN_ORGANISATION and not rest.get("setting") and not rest.get("organisation"):
        rest["setting"] = setting()
    rest.setdefault("starts_on", date(2020, 1, 1))
    if role in WITH_AN_END:
        rest.setdefault("ends_on", date(2100, 1, 1))
    return Appointment.objects.create(
        user=of, role=role, appointed_at=clock.now(), appointed_by_name="A test", **rest
    )


def scope(role: Role = Role.COORDINATOR, *, name: str = "", of: Team | None = None) -> Scope:
    return Scope.of(user(role, name=name, of=of))


def stranger(reach: Reach = Reach.NOBODY, *permissions: str) -> Scope:
    """Someone who reaches so far, with these permissions alone."""
    return Scope(1, "Someone", (Part(reach, frozenset(permissions)),))


def person(forename: str = "Maya", surname: str = "Denholm", **rest: Any) -> Person:
    rest.setdefault("birth_date", date(2019, 5, 3))
    return Person.objects.create(forename=forename, surname=surname, **rest)


def _recorded(row: Any) -> Any:
    row.recorded_at, row.by_name = clock.now(), "A test"
    with transaction.atomic():
        return journal.append(row)


def adult(name: str = "Dana Denholm", **rest: Any) -> Adult:
    return Adult.objects.create(name=name, **rest)


def relationship(person: Person, of: Adult | None = None, **rest: Any) -> Relationship:
    """A parent with parental responsibility since the child was small, unless told otherwise."""
    said = {"kind": "parent", "has_responsibility": True, "evidence": "birth certificate seen"} | rest
    said.setdefault("starts_on", date(2020, 1, 1))
    return _recorded(Relationship(person=person, adult=of or adult(), **said))


def contact(of: Adult, **said: str) -> Contact:
    return _recorded(Contact(adult=of, **said))


def court_order(person: Person, of: Adult, *forbids: str, **rest: Any) -> CourtOrder:
    rest.setdefault("starts_on", date(2024, 6, 3))
    evidence = "Family Court, 3 June 2024"
    return _recorded(CourtOrder(person=person, adult=of, forbids=list(forbids), evidence=evidence, **rest))


def capacity(person: Person, matter: str, *, able: bool, on: date = date(2025, 1, 6)) -> Capacity:
    said = {"assessed_on": on, "assessed_by": "Dr Wren", "evidence": "the file"}
    return _recorded(Capacity(person=person, matter=matter, has_capacity=able, **said))


def involvement(person: Person, at: Setting | Organisation, **rest: Any) -> Involvement:
    rest.setdefault("starts_on", date(2024, 9, 2))
    place = {"setting" if isinstance(at, Setting) else "organisation": at}
    return _recorded(Involvement(person=person, what="placed", **place, **rest))


def sealing(person: Person, *opens_to: User) -> Sealing:
    person.is_sealed = True
    person.save(update_fields=["is_sealed"])
    numbers = [user.pk for user in opens_to]
    return _recorded(Sealing(person=person, is_sealed=True, reason="adoption", opens_to=numbers))


def own_family(user: User, person: Person) -> OwnFamily:
    return _recorded(OwnFamily(user=user, person=person))


def shielding(person: Person, of: Adult | None = None) -> Shielding:
    return _recorded(Shielding(person=person, adult=of))


def broken_seal(person: Person, by: User | None = None) -> BrokenSeal:
    """Opened in an emergency, long over."""
    who = by or user(None)
    said = {"typed": "GT-00001", "because": "An emergency", "by_id_number": who.pk, "by_name": who.name}
    with transaction.atomic():
        return journal.append(BrokenSeal(person=person, opened_at=clock.now(), until=clock.now(), **said))


def case(of: Person | None = None, *, coordinator: User | None = None, team: Team | None = None) -> Case:
    """A case without any entry."""
    number = next_numbers(1)[0]
    return Case.objects.create(
        pk=number,
        reference=reference(number),
        person=of or person(),
        coordinator=coordinator,
        team=team or (team_of(coordinator) if coordinator else None),
    )


def team_of(member: User) -> Team | None:
    """The team of someone's first appointment in one."""
    held = Appointment.objects.filter(user=member, team__isnull=False).select_related("team").first()
    return held.team if held else None


def loaded_return(census_day: date = date(2025, 1, 16)) -> Return:
    return Return.objects.create(
        file_name=f"sen2-{census_day.year}.xml",
        digest=f"{next(_numbers):064}",
        size=1,
        status=Return.Status.LOADED,
        area="935",
        year=census_day.year,
        census_day=census_day,
        brought_at=clock.now(),
        brought_by_name="An analyst",
    )


def kept(row: Any) -> Any:
    """A row of a journal, kept through its one door."""
    return journal.append(row)


def survey(title: str = "", **rest: Any) -> Survey:
    """A survey of families that closed, by default with 200 replies of 1,000 asked."""
    said = {"opened_on": date(2024, 9, 2), "closed_on": date(2024, 10, 11), "invited": 1_000, "replies": 200}
    said |= {"title": title or f"Survey {next(_numbers)}", "run_by": "The forum", "added_at": clock.now()}
    return Survey.objects.create(**said | rest)


def question(of: Survey, words: str = "", *, theme: str = "Communication", **rest: Any) -> Question:
    number = next(_numbers)
    return Question.objects.create(
        survey=of, number=number, theme=theme, words=words or f"Question {number}", **rest
    )


def answer(to: Question, favourable: int, unfavourable: int, neither: int = 0, **where: str) -> Answer:
    """So many answers of everyone, or of a `group` of a `dimension`."""
    counts = {"favourable": favourable, "unfavourable": unfavourable, "neither": neither}
    return _recorded(Answer(question=to, **counts, **where))


def count_series(counts: str = "complaints received", **rest: Any) -> CountSeries:
    key = f"{counts.replace(' ', '-')}-{next(_numbers)}"
    return CountSeries.objects.create(**{"key": key, "counts": counts, "title": counts} | rest)


def period_count(of: CountSeries, first_day: date, number: int, **rest: Any) -> PeriodCount:
    return _recorded(PeriodCount(series=of, first_day=first_day, count=number, **rest))


def heard(said: str = "Nobody answers our e-mails", **rest: Any) -> Heard:
    given = {"theme": "Communication", "said_by": "Families in a survey", "said_on": date(2024, 10, 11)}
    return Heard.objects.create(**given | {"said": said, "added_at": clock.now()} | rest)


def organisation(name: str = "", kind: OrganisationKind = OrganisationKind.COUNCIL) -> Organisation:
    return Organisation.objects.create(name=name or f"Body {next(_numbers)}", kind=kind)


def promise(code: str = "", *, of: Organisation | None = None, **rest: Any) -> Promise:
    """A promise of a plan of its own, that `of` answers for."""
    number = next(_numbers)
    plan = Plan.objects.create(
        kind=Plan.Kind.PRIORITY_ACTION, title=f"Plan {number}", starts_on=date(2024, 3, 7)
    )
    theme = Theme.objects.create(plan=plan, title="Timely plans")
    rest.setdefault("words", f"We know the day ({number})")
    return Promise.objects.create(
        theme=theme,
        code=code or str(number),
        accountable_role="director of children’s services",
        accountable=of or organisation(),
        **rest,
    )


def point(words: str = "", *, kind: PointKind = PointKind.REQUIREMENT, **rest: Any) -> Point:
    """A point of a document of its own."""
    number = next(_numbers)
    origin = rest.pop("origin", None) or Origin.objects.create(
        kind=Origin.Kind.INSPECTION,
        title=f"Inspection {number}",
        speaker="Inspectors",
        happened_on=date(2023, 11, 13),
        added_at=clock.now(),
        added_by_name="A test",
    )
    return Point.objects.create(origin=origin, kind=kind, words=words or f"Do this ({number})", **rest)


def evidence(of: Promise, *, title: str = "", checked: bool | None = None, **rest: Any) -> Evidence:
    """A document's worth of evidence, seen by everyone; `checked`: whether someone outside found it holds."""
    said: dict[str, Any] = {
        "kind": Evidence.Kind.AUDIT,
        "shows": "Nine of ten letters name the day.",
        "happened_on": date(2025, 1, 6),
        "provenance": "Thirty letters, drawn by lot",
        "seen_by": SeenBy.PUBLIC,
        "owner": of.accountable,
        "added_by_name": "A test",
        "added_at": clock.now(),
    } | rest
    if said["kind"] == Evidence.Kind.CASE_STUDY:
        consent = {"is_pseudonymised": True, "consented_on": date(2025, 1, 2), "consented_by": "the parent"}
        said = consent | {"consent_covers": said["seen_by"]} | said
    answers = said.pop("answers", ())
    with transaction.atomic():
        made = journal.append(Evidence(promise=of, title=title or f"Item {next(_numbers)}", **said))
        made.answers.set(answers)
        if checked is not None:
            evidence_check(made, holds=checked)
    return made


def evidence_check(of: Evidence, *, holds: bool = True, because: str = "Read again") -> EvidenceCheck:
    by = {"by_name": "Someone outside", "by_body": "independent chair"}
    with transaction.atomic():
        return journal.append(
            EvidenceCheck(evidence=of, holds=holds, because=because, checked_at=clock.now(), **by)
        )


def evidence_withdrawal(of: Evidence, *, because: str = "Counted twice") -> EvidenceWithdrawal:
    with transaction.atomic():
        return journal.append(
            EvidenceWithdrawal(evidence=of, because=because, withdrawn_at=clock.now(), by_name="A keeper")
        )


def forum_word(of: Promise, words: str = "We still wait.", **rest: Any) -> ForumWord:
    with transaction.atomic():
        return journal.append(
            ForumWord(promise=of, words=words, written_at=clock.now(), by_name="The forum", **rest)
        )


def commentary(of: Promise, words: str = "Two people left.", **rest: Any) -> Commentary:
    said = {"role": "director", "written_at": clock.now(), "by_name": "The director"} | rest
    with transaction.atomic():
        return journal.append(Commentary(promise=of, words=words, **said))


def met_milestone(of: Promise, title: str = "") -> Milestone:
    """A milestone of an action of its own, met on the day."""
    number = next(_numbers)
    action = Action.objects.create(
        promise=of, code=f"A{number}", title="Do it", accountable_role="head", accountable=of.accountable
    )
    made = Milestone.objects.create(
        action=action, title=title or f"Milestone {number}", first_promised_on=date(2025, 1, 6)
    )
    said = {"kind": MilestoneEntry.Kind.MET, "on": date(2025, 1, 6), "because": "Seen"}
    _recorded(MilestoneEntry(milestone=made, **said))
    return made


def many_items(*, promises: int, items: int) -> Promise:
    """Promises that answer a point each, and items beside them in turn, every other one found to hold."""
    owner = organisation("A council")
    made = [promise(of=owner) for _ in range(promises)]
    for one in made:
        one.answers.add(point())
    said = {"kind": "audit", "shows": "Nine of ten", "provenance": "Thirty letters", "title": "An item"}
    said |= {"happened_on": date(2025, 1, 6), "seen_by": SeenBy.PUBLIC, "owner": owner}
    said |= {"added_at": clock.now(), "added_by_name": "A test"}
    by = {"because": "Read", "checked_at": clock.now(), "by_name": "Someone", "by_body": "chair"}
    with transaction.atomic():
        rows = journal.append_many(
            [Evidence(promise=made[number % promises], **said) for number in range(items)]
        )
        journal.append_many([EvidenceCheck(evidence=row, holds=True, **by) for row in rows[::2]])
    return made[0]
