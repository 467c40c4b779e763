"""The evidence matrix: requirements by evidence, gaps first; and what is written beside a promise."""

from datetime import date

import pytest

import factories
from goldenthread.accounts.roles import Role
from goldenthread.audit.errors import NotPermitted, NotPossibleNow
from goldenthread.improvement.actions import said as actions
from goldenthread.improvement.models import Evidence, PointKind, SeenBy
from goldenthread.improvement.queries import said
from goldenthread.improvement.queries.matrix import matrix

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_third_of_february(always_on):
    always_on(date(2025, 2, 3))


@pytest.fixture
def lead():
    return factories.scope(Role.IMPROVEMENT_LEAD)


def answered(words, *items, **rest):
    """A point, a promise that answers it, and items: True holds, False does not, None is unchecked."""
    point, promise = factories.point(words, **rest), factories.promise()
    promise.answers.add(point)
    for checked in items:
        factories.evidence(promise, checked=checked)
    return point, promise


def test_gaps_come_first_and_the_strongest_last(lead):
    answered("strong", True)
    _, promise = answered("weak")
    factories.evidence(promise, kind=Evidence.Kind.OBSERVATION, checked=True)
    answered("unchecked", None)
    answered("did not hold", False)
    factories.point("no promise")
    answered("praised", True, kind=PointKind.PRAISE)
    found = matrix(lead)
    assert [row.point.words for row in found.rows] == [
        "no promise",
        "unchecked",
        "did not hold",
        "weak",
        "strong",
    ]
    assert found.gaps == 3
    assert [len(row.waiting) for row in found.rows] == [0, 1, 1, 0, 0]


def test_an_item_that_names_points_speaks_for_those_alone(lead):
    one, promise = answered("one")
    other = factories.point("other")
    promise.answers.add(other)
    factories.evidence(promise, checked=True, answers=[one])
    rows = {row.point.words: row for row in matrix(lead).rows}
    assert rows["other"].is_gap
    assert not rows["one"].is_gap


def test_the_matrix_of_one_document_has_its_points_alone(lead):
    point, _ = answered("one", True)
    answered("other", True)
    found = matrix(lead, origin_id=point.origin_id)
    assert [row.point for row in found.rows] == [point]
    assert found.chosen == point.origin
    assert len(found.origins) == 2


def test_each_sees_the_matrix_of_what_they_may_see(lead):
    _, promise = answered("one")
    factories.evidence(promise, checked=True, seen_by=SeenBy.KEEPERS)
    assert matrix(lead).gaps == 0
    assert matrix(lead, audience=SeenBy.PUBLIC).gaps == 1
    assert matrix(factories.scope(Role.DIRECTOR)).gaps == 1


def test_the_matrix_asks_as_often_for_many_points_as_for_few(lead, django_assert_num_queries):
    for number in range(8):
        answered(f"point {number}", True, None)
    with django_assert_num_queries(7):
        assert len(matrix(lead).rows) == 8


def test_the_forums_words_are_kept_as_they_were_written_and_the_newest_stands():
    promise, forum = factories.promise(), factories.scope(Role.FORUM_MEMBER)
    actions.write_for_the_forum(promise, words="We  still\nwait <for> letters.", by=forum)
    actions.write_for_the_forum(promise, words="Some came.", by=forum)
    actions.take_back_for_the_forum(promise, by=forum)
    words = [one.words for one in said.forum_words(forum, [promise.pk])[promise.pk]]
    assert words == ["", "Some came.", "We  still\nwait <for> letters."]
    with pytest.raises(NotPossibleNow, match="empty"):
        actions.take_back_for_the_forum(promise, by=forum)
    with pytest.raises(NotPossibleNow, match="Write something"):
        actions.write_for_the_forum(promise, words=" ", by=forum)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.FORUM_MEMBER])
def test_nobody_but_the_forum_writes_in_its_box(role):
    promise, someone = factories.promise(), factories.scope(role)
    with pytest.raises(NotPermitted):
        actions.write_for_the_forum(promise, words="All is well.", by=someone)
    with pytest.raises(NotPermitted):
        actions.take_back_for_the_forum(promise, by=someone)


@pytest.mark.parametrize("role", [Role.CHAIR, Role.FORUM_MEMBER, Role.INSPECTOR, Role.ANALYST])
def test_only_those_who_answer_for_promises_comment_on_them(role):
    promise = factories.promise()
    with pytest.raises(NotPermitted):
        actions.comment(promise, words="All is well.", role="chair", by=factories.scope(role))


def test_a_commentary_is_kept_with_its_role_and_the_earlier_ones():
    promise, director = factories.promise(), factories.scope(Role.DIRECTOR)
    actions.comment(promise, words="Two people left.", role="director", by=director)
    actions.comment(promise, words="Two people came.", role="director", by=director)
    found = said.commentaries(director, [promise.pk])[promise.pk]
    assert [(one.words, one.role) for one in found] == [
        ("Two people came.", "director"),
        ("Two people left.", "director"),
    ]
    assert said.commentaries(director, [promise.pk + 1]) == {promise.pk + 1: []}


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PARENT])
def test_what_is_written_beside_promises_is_for_those_who_see_them(role):
    with pytest.raises(NotPermitted):
        said.forum_words(factories.scope(role), [1])
    with pytest.raises(NotPermitted):
        said.commentaries(factories.scope(role), [1])
