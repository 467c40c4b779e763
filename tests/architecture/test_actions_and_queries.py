"""Every act keeps an audit, every query knows who asks, and every page says who may open it."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "goldenthread"

WITHOUT_AUDIT = {
    "audit.actions.record": "is the audit",
    "audit.actions.record_reading": "is the audit",
    "audit.actions.record_reading_of_many": "is the audit",
    **dict.fromkeys(
        (
            "accounts.partnership.actions.add_body",
            "accounts.partnership.actions.describe_body",
            "accounts.partnership.actions.add_team",
            "accounts.partnership.actions.rename_team",
            "accounts.partnership.actions.place_setting",
        ),
        "asks who may; the act of `organisations` keeps the event",
    ),
    "people.actions.correct_person": "`correct_details` keeps the event",
    "accounts.signing_in.invitations.actions.end_access": "`end_appointment` keeps an event for each",
    "evidence_room.actions.note_opened": "is a sealed log of its own, which its reader reads too",
    "people.actions.add_declared_people": "a load keeps one event for the whole return",
    "people.actions.declare_again": "a load keeps one event for the whole return",
    "people.actions.ask_whether_one_person": "a load keeps one event for the whole return",
}
"""Actions that need no `record(...)` of their own on every way through, each with its reason."""

WITHOUT_SCOPE = {
    "demo.queries.personas": "before anyone is signed in; invented people of the demonstration only",
    "demo.queries.example_user": "before anyone is signed in; invented people of the demonstration only",
    "accounts.signing_in.queries.ways_of": "someone half signed in has no scope yet; their own factors only",
    "accounts.signing_in.queries.has_another_factor": "before anyone is signed in, or of one's own factor",
    "accounts.signing_in.queries.person_vouched_for": "before anyone is signed in: whom a sign-in lets in",
    "accounts.signing_in.queries.is_new_browser": "at the door, of the person who comes in",
    "accounts.signing_in.invitations.queries.digest_of": "reads nothing",
    "accounts.signing_in.invitations.queries.invitation_of": "whoever holds the secret of the link",
    "accounts.signing_in.invitations.queries.person_of": "before anyone is signed in",
    "accounts.queries.coordinators_of": "staff of a team, no child's record",
    "accounts.queries.holders_of": "staff by role, no child's record",
    "accounts.queries.is_coordinator_of": "staff of a team, no child's record",
    "audit.seal.queries.newest_position": "a number says nothing of anyone",
    "audit.seal.queries.known_at": "narrows what a scoped query found",
    "audit.seal.queries.position_of": "a number says nothing of anyone",
    "organisations.queries.teams": "teams are not personal",
    "organisations.queries.setting_names": "settings are not personal",
    "organisations.queries.is_body_named": "organisations are not personal",
    "organisations.queries.is_team_named": "teams are not personal",
    "organisations.queries.place_named": "settings and organisations are not personal",
    "organisations.queries.settings_count": "settings are not personal",
    "organisations.queries.settings_rows": "settings are not personal",
}
"""Queries that take no scope, each with its reason."""

PUBLIC = ("publication.queries.",)
"""Areas that read only what was released to everyone."""


def modules(name):
    """Every module of that name, or of the folder of that name, in any area."""
    yield from PACKAGE.rglob(f"{name}.py")
    for folder in PACKAGE.rglob(name):
        if folder.is_dir():
            yield from (path for path in folder.glob("*.py") if path.name != "__init__.py")


def public_functions(name):
    for path in modules(name):
        area = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield f"{area}.{node.name}", node


def calls(node, *names):
    found = (inner.func for inner in ast.walk(node) if isinstance(inner, ast.Call))
    return any(getattr(one, "id", getattr(one, "attr", "")) in names for one in found)


ACTIONS = dict(public_functions("actions"))
QUERIES = dict(public_functions("queries"))


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_every_action_keeps_an_audit(name):
    assert calls(ACTIONS[name], "record", "record_reading", "record_reading_of_many") or name in WITHOUT_AUDIT


@pytest.mark.parametrize("name", sorted(set(ACTIONS) - {"audit.actions.record"}))
def test_every_action_says_who_did_it_by_keyword(name):
    assert "by" in {argument.arg for argument in ACTIONS[name].args.kwonlyargs}


@pytest.mark.parametrize("name", sorted(set(ACTIONS) - {"audit.actions.record"}))
def test_every_action_is_all_or_nothing(name):
    decorators = {ast.unparse(decorator) for decorator in ACTIONS[name].decorator_list}
    inside = any(
        isinstance(node, ast.With) and "atomic" in ast.unparse(node.items[0])
        for node in ast.walk(ACTIONS[name])
    )
    assert "transaction.atomic" in decorators or inside


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_every_query_takes_a_scope_first(name):
    arguments = [argument.arg for argument in QUERIES[name].args.args]
    assert arguments[:1] == ["scope"] or name in WITHOUT_SCOPE or name.startswith(PUBLIC)


@pytest.mark.parametrize(
    ("listed", "known"), [(WITHOUT_AUDIT, ACTIONS), (WITHOUT_SCOPE, QUERIES)], ids=["audit", "scope"]
)
def test_nothing_is_excused_that_is_not_there(listed, known):
    assert set(listed) <= set(known)


@pytest.mark.parametrize("name", ["views", "forms", "presenters"])
def test_pages_ask_the_database_through_queries_and_actions_only(name):
    for path in modules(name):
        assert ".objects" not in path.read_text(), f"{path.relative_to(PACKAGE)} asks the database itself"
