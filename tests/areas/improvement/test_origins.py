"""Keeping documents, deciding sentences, tying points."""

from datetime import date

import pytest

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotFound, NotPermitted, NotPossibleNow
from goldenthread.audit.models import AuditEvent
from goldenthread.improvement.actions import origins as actions
from goldenthread.improvement.actions.origins import OriginDetails, PointDetails
from goldenthread.improvement.letters import Says
from goldenthread.improvement.models import Origin, PointKind, PointTie, Sentence
from goldenthread.improvement.queries import origins as queries
from goldenthread.organisations.models import Organisation, OrganisationKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return factories.scope(Role.IMPROVEMENT_LEAD)


def document(by, year=2023, letter="", title="Inspection"):
    details = OriginDetails(Origin.Kind.INSPECTION, title, "Ofsted", date(year, 1, 30), letter=letter)
    return actions.add_origin(details, by=by)


def finding(origin, by, words="Plans are late", **rest):
    return actions.add_point(origin, PointDetails(PointKind.FINDING, words, **rest), by=by)


def test_the_sentences_of_a_letter_wait_to_be_decided(lead):
    kept = document(lead, letter="Families wait too long. You must publish a plan by 1 May 2023.")
    rows = list(
        kept.sentences.order_by("number").values_list("number", "seems", "decided_as", "seems_due_on")
    )
    assert rows == [(1, "concern", "", None), (2, "requirement", "", date(2023, 5, 1))]


def test_a_document_is_kept_once(lead):
    document(lead)
    with pytest.raises(NotPossibleNow, match="here already"):
        document(lead)


def test_deciding_a_sentence_makes_a_point_and_is_audited(lead):
    kept = document(lead, letter="Families wait. Publish a plan.")
    actions.decide_sentences(
        {1: (Says.NOTHING, None), 2: (Says.REQUIREMENT, date(2023, 5, 1))}, origin=kept, by=lead
    )
    point = kept.points.get()
    assert (point.kind, point.words, point.due_on) == ("requirement", "Publish a plan.", date(2023, 5, 1))
    assert AuditEvent.objects.filter(act="decided what a letter says", details={"sentences": 2}).exists()


def test_a_sentence_can_be_decided_anew_and_its_old_point_goes(lead):
    kept = document(lead, letter="Families wait.")
    actions.decide_sentences({1: (Says.FINDING, None)}, origin=kept, by=lead)
    actions.decide_sentences({1: (Says.PRAISE, None)}, origin=kept, by=lead)
    assert [point.kind for point in kept.points.all()] == ["praise"]
    assert actions.decide_sentences({1: (Says.PRAISE, None)}, origin=kept, by=lead) == 0


def test_a_tied_sentence_is_not_decided_anew(lead):
    before = finding(document(lead, 2019), lead)
    kept = document(lead, letter="Families wait.")
    actions.decide_sentences({1: (Says.FINDING, None)}, origin=kept, by=lead)
    actions.tie_points(kept.points.get(), before, how=PointTie.How.REPEATS, because="", by=lead)
    with pytest.raises(NotPossibleNow, match="Undo that tie"):
        actions.decide_sentences({1: (Says.NOTHING, None)}, origin=kept, by=lead)
    assert Sentence.objects.get().decided_as == "finding"


def test_only_a_requirement_keeps_a_day(lead):
    kept = document(lead)
    assert finding(kept, lead, due_on=date(2024, 1, 1)).due_on is None


def test_a_code_stands_once_in_a_document(lead):
    kept = document(lead)
    finding(kept, lead, code="PA1")
    with pytest.raises(NotPossibleNow, match="PA1"):
        finding(kept, lead, code="PA1")
    finding(document(lead, 2019), lead, code="PA1")


def test_a_point_says_who_must_act(lead):
    council = Organisation.objects.create(name="A council", kind=OrganisationKind.COUNCIL)
    point = finding(document(lead), lead)
    actions.complete_point(point, code="PA1", due_on=None, responsible=[council], by=lead)
    assert str(point) == "PA1: Plans are late"
    assert [*point.responsible.all()] == [council]


def test_ties_run_from_later_to_earlier_documents_and_once(lead):
    early, late = finding(document(lead, 2019), lead), finding(document(lead, 2023), lead)
    with pytest.raises(NotPossibleNow, match="later document"):
        actions.tie_points(early, late, how=PointTie.How.REPEATS, because="", by=lead)
    with pytest.raises(NotPossibleNow, match="one document"):
        actions.tie_points(
            late, finding(late.origin, lead, "Another"), how=PointTie.How.REPEATS, because="", by=lead
        )
    tie = actions.tie_points(late, early, how=PointTie.How.REPEATS, because="the same words", by=lead)
    with pytest.raises(NotPossibleNow, match="already"):
        actions.tie_points(late, early, how=PointTie.How.CLOSES, because="", by=lead)
    actions.untie_points(tie, because="it was another thing", by=lead)
    assert not PointTie.objects.exists()
    assert AuditEvent.objects.filter(act="untied a point from an earlier one").exists()


def test_the_brief_names_each_open_thing_once_in_its_newest_words(lead):
    first = finding(document(lead, 2019), lead, "Plans are late")
    second = finding(document(lead, 2023), lead, "Plans are still late")
    actions.tie_points(second, first, how=PointTie.How.REPEATS, because="", by=lead)
    done = finding(document(lead, 2018, title="Before"), lead, "Governance is weak")
    closing = actions.add_point(second.origin, PointDetails(PointKind.PRAISE, "Governance works"), by=lead)
    actions.tie_points(closing, done, how=PointTie.How.CLOSES, because="", by=lead)
    brief = queries.brief(lead)
    assert [(each.point.words, each.chain.times) for each in brief.findings] == [("Plans are still late", 2)]
    assert brief.concerns == brief.requirements == []


def test_requirements_of_the_brief_stand_in_the_order_of_their_days(lead):
    kept = document(lead)
    for words, day in [("Third", None), ("Second", date(2026, 1, 1)), ("First", date(2025, 1, 1))]:
        actions.add_point(kept, PointDetails(PointKind.REQUIREMENT, words, due_on=day), by=lead)
    assert [each.point.words for each in queries.brief(lead).requirements] == ["First", "Second", "Third"]


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.FORUM_MEMBER, Role.DIRECTOR])
def test_only_the_improvement_lead_keeps_documents(role):
    with pytest.raises(NotPermitted):
        document(factories.scope(role))


def test_those_without_the_permission_see_none_of_it(lead):
    kept = document(lead)
    with pytest.raises(NotPermitted):
        queries.origins(factories.scope(Role.COORDINATOR))
    with pytest.raises(NotFound):
        queries.origin(lead, kept.pk + 1)
