"""Evidence beside a promise: what counts, who checks, who sees, and what is kept of it."""

import io
from datetime import date

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, IntegrityError

import factories
from areas.documents.files import PDF
from builders import a_case
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotFound, NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.scope import Scope
from goldenthread.documents.actions import Brought
from goldenthread.improvement.actions import evidence as actions
from goldenthread.improvement.actions import work
from goldenthread.improvement.actions.evidence import Consent, EvidenceDetails, RestsOn
from goldenthread.improvement.actions.work import ActionDetails
from goldenthread.improvement.models import Evidence, SeenBy
from goldenthread.improvement.queries import evidence as queries
from goldenthread.improvement.strength import CONFIRMED, STRENGTHS
from goldenthread.organisations.models import OrganisationKind

pytestmark = pytest.mark.django_db

TODAY = date(2025, 2, 3)


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(TODAY)


@pytest.fixture
def lead():
    return factories.scope(Role.IMPROVEMENT_LEAD)


@pytest.fixture
def chair():
    return factories.scope(Role.CHAIR)


@pytest.fixture
def council():
    return factories.organisation("A council")


@pytest.fixture
def promise(council):
    return factories.promise("1", of=council)


def details(promise, **changed):
    said = {
        "kind": Evidence.Kind.AUDIT,
        "title": "Thirty letters",
        "shows": "Nine of ten name the day",
        "happened_on": date(2025, 1, 6),
        "provenance": "Drawn by lot from the outbox",
        "seen_by": SeenBy.PUBLIC,
        "owner": promise.accountable,
    }
    return EvidenceDetails(**said | changed)


def consent(**changed):
    said = {"given_by": "the parent", "given_on": date(2025, 1, 2), "covers": SeenBy.ROOM}
    return Consent(**said | {"kept_at": "folder 7 of the forum"} | changed)


def beside(scope, promise, **rest):
    return queries.of_promises(scope, [promise.pk], **rest)[promise.pk]


def test_what_nobody_outside_has_checked_counts_as_none(promise, lead, chair):
    item = actions.add_evidence(promise, details(promise), by=lead)
    assert [one.counts for one in beside(lead, promise)] == [False]
    actions.check_evidence(item, holds=True, because="I read ten of them", by=chair)
    assert [one.counts for one in beside(lead, promise)] == [True]


def test_a_later_check_overturns_an_earlier_one_and_both_are_kept(promise, lead, chair):
    item = actions.add_evidence(promise, details(promise), by=lead)
    forum = factories.scope(Role.FORUM_MEMBER)
    actions.check_evidence(item, holds=True, because="I read ten of them", by=chair)
    actions.check_evidence(item, holds=False, because="Half were sent late", by=forum)
    [one] = beside(lead, promise)
    assert not one.counts
    assert [check.by_body for check in one.checks] == ["independent chair", "parent carer forum"]
    actions.check_evidence(item, holds=True, because="Those were of another month", by=chair)
    assert beside(lead, promise)[0].counts


def test_nobody_checks_what_they_added(promise, council):
    both = factories.user(Role.IMPROVEMENT_LEAD)
    factories.appointment(both, Role.CHAIR)
    item = actions.add_evidence(promise, details(promise), by=both.scope())
    with pytest.raises(NotPermitted, match="You added this"):
        actions.check_evidence(item, holds=True, because="I know", by=both.scope())


def test_whoever_works_for_the_body_that_owns_it_is_not_outside(promise, lead, council):
    item = actions.add_evidence(promise, details(promise), by=lead)
    theirs = factories.user(None)
    factories.appointment(theirs, Role.ANALYST, organisation=council)
    with pytest.raises(NotPermitted, match="This is the work of A council, and so is yours"):
        actions.check_evidence(item, holds=True, because="I know", by=theirs.scope())
    nurse = factories.user(None)
    board = factories.organisation("A care board", OrganisationKind.INTEGRATED_CARE_BOARD)
    factories.appointment(nurse, Role.ANALYST, organisation=board)
    check = actions.check_evidence(item, holds=True, because="I counted", by=nurse.scope())
    assert check.by_body == "A care board"


def test_an_appointment_that_names_no_body_counts_as_one_of_the_council(promise, lead):
    item = actions.add_evidence(promise, details(promise), by=lead)
    with pytest.raises(NotPermitted, match="Someone outside"):
        actions.check_evidence(item, holds=True, because="I know", by=factories.scope(Role.ANALYST))
    board = factories.organisation("A care board", OrganisationKind.INTEGRATED_CARE_BOARD)
    theirs = actions.add_evidence(promise, details(promise, owner=board), by=lead)
    assert actions.check_evidence(theirs, holds=True, because="Counted", by=factories.scope(Role.ANALYST))


def test_the_forum_does_not_check_its_own_survey(promise, lead):
    forum = factories.organisation("The forum", OrganisationKind.FORUM)
    survey = details(promise, kind=Evidence.Kind.SURVEY, owner=forum)
    item = actions.add_evidence(promise, survey, by=lead)
    with pytest.raises(NotPermitted, match="the work of The forum"):
        actions.check_evidence(item, holds=True, because="Ours", by=factories.scope(Role.FORUM_MEMBER))


def test_another_team_of_the_same_body_is_outside_where_a_team_owns_it(promise, lead, council):
    north, south = factories.team("North"), factories.team("South")
    item = actions.add_evidence(promise, details(promise, owner_team=north), by=lead)
    of_north = factories.scope(Role.ANALYST, of=north)
    with pytest.raises(NotPermitted, match="North of A council"):
        actions.check_evidence(item, holds=True, because="Ours", by=of_north)
    of_south = factories.scope(Role.ANALYST, of=south)
    assert actions.check_evidence(item, holds=True, because="Read", by=of_south).holds


def test_being_a_parent_makes_nobody_part_of_a_body(promise, lead):
    chair = factories.user(Role.CHAIR)
    factories.appointment(chair, Role.PARENT)
    item = actions.add_evidence(promise, details(promise), by=lead)
    assert actions.check_evidence(item, holds=True, because="Read", by=chair.scope()).holds


def test_one_post_inside_is_enough_to_be_inside(promise, lead, council):
    chair = factories.user(Role.CHAIR)
    factories.appointment(chair, Role.ANALYST, organisation=council)
    item = actions.add_evidence(promise, details(promise), by=lead)
    with pytest.raises(NotPermitted, match="A council"):
        actions.check_evidence(item, holds=True, because="Read", by=chair.scope())


def test_the_system_checks_nothing(promise, lead):
    item = actions.add_evidence(promise, details(promise), by=lead)
    with pytest.raises(NotPermitted):
        actions.check_evidence(item, holds=True, because="Why not", by=Scope.system("a job"))


@pytest.mark.parametrize("role", [Role.IMPROVEMENT_LEAD, Role.DIRECTOR, Role.INSPECTOR, Role.COORDINATOR])
def test_roles_that_check_nothing_are_refused(promise, lead, role):
    item = actions.add_evidence(promise, details(promise), by=lead)
    with pytest.raises(NotPermitted, match="check the evidence of others"):
        actions.check_evidence(item, holds=True, because="I know", by=factories.scope(role))


@pytest.mark.parametrize("role", [Role.CHAIR, Role.FORUM_MEMBER, Role.DIRECTOR, Role.ANALYST])
def test_only_who_keeps_evidence_adds_and_withdraws_it(promise, lead, role):
    item = actions.add_evidence(promise, details(promise), by=lead)
    someone = factories.scope(role)
    with pytest.raises(NotPermitted):
        actions.add_evidence(promise, details(promise), by=someone)
    with pytest.raises(NotPermitted):
        actions.withdraw_evidence(item, because="No", by=someone)


@pytest.mark.parametrize(
    ("role", "levels"),
    [
        (Role.IMPROVEMENT_LEAD, [0, 1, 2, 3]),
        (Role.CHAIR, [0, 1, 2, 3]),
        (Role.FORUM_MEMBER, [0, 1, 2, 3]),
        (Role.ANALYST, [0, 1, 2, 3]),
        (Role.DIRECTOR, [1, 2, 3]),
        (Role.INSPECTOR, [2, 3]),
    ],
)
def test_each_sees_what_is_marked_for_them(promise, role, levels):
    items = {level: factories.evidence(promise, seen_by=level) for level in SeenBy}
    scope = factories.scope(role)
    assert sorted(one.row.seen_by for one in beside(scope, promise)) == levels
    for level, item in items.items():
        if level in levels:
            assert queries.item(scope, item.pk).row == item
        else:
            with pytest.raises(NotFound):
                queries.item(scope, item.pk)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PARENT, Role.SENCO, Role.ADMINISTRATOR])
def test_who_sees_no_plans_sees_no_evidence_not_even_what_is_public(promise, role):
    factories.evidence(promise)
    with pytest.raises(NotPermitted):
        beside(factories.scope(role), promise)


def test_a_pack_or_page_shows_no_more_than_its_audience_may_see_whoever_makes_it(promise):
    for level in SeenBy:
        factories.evidence(promise, seen_by=level)
    system = Scope.system("a pack is made")
    for audience in SeenBy:
        shown = {one.row.seen_by for one in beside(system, promise, audience=audience)}
        assert shown == {level for level in SeenBy if level >= audience}


def test_a_case_study_needs_consent_that_covers_whoever_sees_it(promise, lead):
    study = {"kind": Evidence.Kind.CASE_STUDY, "seen_by": SeenBy.ROOM}
    with pytest.raises(NotPossibleNow, match="recorded consent"):
        actions.add_evidence(promise, details(promise, **study), by=lead)
    narrow = consent(covers=SeenBy.BOARDS)
    with pytest.raises(NotPossibleNow, match="seen by the boards, by nobody else"):
        actions.add_evidence(promise, details(promise, **study, consent=narrow), by=lead)
    item = actions.add_evidence(promise, details(promise, **study, consent=consent()), by=lead)
    assert item.is_pseudonymised
    assert not Evidence.objects.exclude(kind="case study").filter(is_pseudonymised=True).exists()


@pytest.mark.parametrize("told", [{"consented_on": None}, {"is_pseudonymised": False}, {"consent_covers": 1}])
def test_the_database_itself_refuses_a_case_study_told_to_more_than_agreed(promise, told):
    study = {"kind": "case study", "is_pseudonymised": True, "consented_on": TODAY, "consent_covers": 2}
    base = {"title": "A", "shows": "B", "provenance": "C", "seen_by": 2, "happened_on": TODAY}
    row = Evidence(
        promise=promise, owner=promise.accountable, added_at=f"{TODAY}T09:00Z", **base | study | told
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_case_study_may_not_name_the_child_of_its_record(promise, lead):
    case = a_case().requested_on("2024-12-02").in_the_journal(of=factories.person("Maya", "Denholm"))
    told = {"kind": Evidence.Kind.CASE_STUDY, "seen_by": SeenBy.KEEPERS}
    known, unknown = consent(reference=case.reference), consent(reference="GT-99999")
    named = details(promise, **told, shows="MAYA’s letter came", consent=known)
    with pytest.raises(NotPossibleNow, match="name stands in these words"):
        actions.add_evidence(promise, named, by=lead)
    with pytest.raises(NotPossibleNow, match="No record has this reference"):
        actions.add_evidence(promise, details(promise, **told, consent=unknown), by=lead)
    fine = details(promise, **told, shows="Their letter came", consent=known)
    assert actions.add_evidence(promise, fine, by=lead).person_id == case.person_id


def test_a_sealed_record_gives_no_case_study(promise, lead):
    case = a_case().requested_on("2024-12-02").in_the_journal()
    factories.sealing(case.person)
    told = details(
        promise,
        kind=Evidence.Kind.CASE_STUDY,
        seen_by=SeenBy.KEEPERS,
        consent=consent(reference=case.reference),
    )
    with pytest.raises(NotPossibleNow, match="No record has this reference"):
        actions.add_evidence(promise, told, by=lead)


def test_when_a_family_takes_back_its_consent_nobody_is_shown_the_words(promise, lead, chair):
    told = details(promise, kind=Evidence.Kind.CASE_STUDY, seen_by=SeenBy.ROOM, consent=consent())
    item = actions.add_evidence(promise, told, by=lead)
    actions.check_evidence(item, holds=True, because="I spoke to them", by=chair)
    actions.withdraw_evidence(item, because="They asked us to", consent_ended=True, by=lead)
    assert beside(lead, promise) == []
    assert not queries.item(lead, item.pk).is_shown
    with pytest.raises(NotFound):
        queries.item(factories.scope(Role.DIRECTOR), item.pk)


def test_what_was_withdrawn_or_corrected_counts_no_more_and_is_kept(promise, lead, chair):
    first = actions.add_evidence(promise, details(promise), by=lead)
    actions.check_evidence(first, holds=True, because="Read", by=chair)
    second = actions.add_evidence(promise, details(promise, shows="Eight of ten"), replaces=first, by=lead)
    assert [one.row for one in beside(lead, promise)] == [second]
    assert not beside(lead, promise)[0].counts
    with pytest.raises(NotPossibleNow, match="replaced"):
        actions.check_evidence(first, holds=True, because="Read", by=chair)
    with pytest.raises(NotPossibleNow, match="corrected already"):
        actions.add_evidence(promise, details(promise), replaces=first, by=lead)
    actions.withdraw_evidence(second, because="Counted twice", by=lead)
    assert beside(lead, promise) == []
    past = beside(lead, promise, with_past=True)
    assert {one.standing for one in past} == {queries.Standing.REPLACED, queries.Standing.WITHDRAWN}
    assert beside(factories.scope(Role.DIRECTOR), promise, with_past=True) == []
    with pytest.raises(NotPossibleNow, match="withdrawn already"):
        actions.withdraw_evidence(second, because="Again", by=lead)


def test_a_figure_is_evidence_only_as_it_was_cited(promise, lead):
    with pytest.raises(NotPossibleNow, match="rests on a citation"):
        actions.add_evidence(promise, details(promise, kind=Evidence.Kind.FIGURE), by=lead)


def test_a_milestone_is_evidenced_once_an_item_that_shows_it_counts(promise, lead, chair):
    doing = ActionDetails("1.1", "Tell every family", "head of service", promise.accountable)
    action = work.add_action(promise, doing, by=lead)
    milestone = work.add_milestone(action, title="Letters are out", promised_on=TODAY, by=lead)
    shown = details(promise, rests_on=RestsOn(milestone=milestone))
    item = actions.add_evidence(promise, shown, by=lead)
    assert queries.milestones_evidenced(lead, [promise.pk]) == set()
    actions.check_evidence(item, holds=True, because="Read", by=chair)
    assert queries.milestones_evidenced(lead, [promise.pk]) == {milestone.pk}


def test_a_file_comes_checked_and_stands_on_no_childs_record(promise, lead, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    brought = Brought("report.pdf", len(PDF), io.BytesIO(PDF))
    item = actions.add_evidence(promise, details(promise, rests_on=RestsOn(file=brought)), by=lead)
    assert item.document is not None
    assert item.document.about_person_id is None
    assert AuditEvent.objects.filter(act="added a document").exists()


@pytest.mark.parametrize("table", ["evidence", "evidencecheck", "forumword", "commentary"])
def test_what_was_said_is_never_changed(promise, table):
    factories.evidence(promise, checked=True)
    factories.forum_word(promise)
    factories.commentary(promise)
    statement = f"UPDATE improvement_{table} SET id = id"
    with pytest.raises(DatabaseError, match="added, never changed"), transaction.atomic():
        connection.cursor().execute(statement)


def test_every_kind_has_a_strength_and_a_reason_and_nobody_has_confirmed_them():
    assert set(STRENGTHS) == set(Evidence.Kind.values)
    assert all(strength.because and strength.value in (1, 2, 3) for strength in STRENGTHS.values())
    assert not CONFIRMED


def test_reading_many_items_takes_as_many_questions_as_reading_one(promise, lead, django_assert_num_queries):
    for _ in range(12):
        factories.evidence(promise, checked=True)
    with django_assert_num_queries(3):
        assert len(beside(lead, promise)) == 12
