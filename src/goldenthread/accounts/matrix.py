"""Who may open which page: the declarations of roles and pages as one document."""

from collections.abc import Iterator

from goldenthread.accounts.access import asks_again, pages, rule_of
from goldenthread.accounts.roles import GRANTS, Permission, Role
from goldenthread.ui.fields import start_upper

HEAD = """# Who may open what

Written by `./gt access` from `accounts.roles.GRANTS` and the mark on each page; do not edit it. The tests
fail where it differs from the code, and `tests/architecture/test_refusal_matrix.py` asks every page as
every role.

A permission holds within the reach of its role. Whatever the reach, a sealed record opens to those named
for it, and nobody opens that of their own family: for them it does not exist.
"""
REACH = {
    "nobody": "no child’s record",
    "family": "their own record, or that of a child for whom they may act",
    "caseload": "the children allocated to them",
    "organisation": "the children of their setting, or advised by their organisation, on the day",
    "team": "the children of their team",
    "area": "every child in the partnership",
}


def document() -> str:
    """The document, roles first, then pages by the permission that opens them."""
    return "\n".join([HEAD, *_roles(), "", *_pages(), ""])


def _roles() -> Iterator[str]:
    yield "## Roles"
    yield ""
    yield "| role | reaches | may |"
    yield "|---|---|---|"
    for role, grant in GRANTS.items():
        may = ", ".join(words(one) for one in Permission if one in grant.permissions)
        yield f"| {start_upper(role)} | {REACH[grant.reach.value]} | {may} |"


def _pages() -> Iterator[str]:
    yield "## Pages"
    yield ""
    yield "| page | open to | by role |"
    yield "|---|---|---|"
    found = {}
    for route, pattern in pages():
        rule = rule_of(pattern.callback)
        again = "; asks again who you are" if asks_again(pattern.callback) else ""
        roles = "" if rule is None or rule.permission is None else _holders(rule.permission)
        found[route] = f"| `/{route}` | {rule}{again} | {roles} |"
    yield from (found[route] for route in sorted(found))


def _holders(permission: Permission) -> str:
    return ", ".join(role.value for role in Role if permission in GRANTS[role].permissions)


def words(permission: Permission) -> str:
    return permission.value.replace("_", " ")
