"""Which page is whose: every view says who may open it, and a view that says nothing opens for nobody."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.checks import CheckMessage, Error
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, get_resolver

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class AccessRule:
    """Open to everyone, or to those who hold `permission`, or (neither) to anyone signed in."""

    everyone: bool = False
    permission: Permission | None = None

    def admits(self, scope: Scope) -> bool:
        """Whether someone signed in with this scope may open the page."""
        return self.everyone or self.permission is None or scope.may(self.permission)

    def __str__(self) -> str:
        if self.everyone:
            return "everyone"
        return self.permission.value.replace("_", " ") if self.permission else "anyone signed in"


def _marks(rule: AccessRule) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.access_rule = rule  # type: ignore[attr-defined]  # a function carries its rule
        return view

    return mark


open_to_everyone = _marks(AccessRule(everyone=True))
open_to_anyone_signed_in = _marks(AccessRule())


def open_to(permission: Permission) -> Callable[[View], View]:
    """Opens the view to those whose role holds `permission`."""
    return _marks(AccessRule(permission=permission))


def before_second_factor(view: View) -> View:
    """Open to someone who has not yet shown a second factor: where one is set up, and the way out."""
    view.before_second_factor = True  # type: ignore[attr-defined]  # a function carries its mark
    return view


def asks_who_you_are_again(view: View) -> View:
    """Opens only within minutes of a strong proof of who one is: for sealed records and bulk export.

    Put it on the page that shows or asks, and on the one that acts; the door sends people to confirm and
    back.
    """
    view.asks_again = True  # type: ignore[attr-defined]  # a function carries its mark
    return view


def takes_files_up_to(octets: int) -> Callable[[View], View]:
    """The page takes more than a form of text: files of so many octets in all, and the form about them."""

    def mark(view: View) -> View:
        view.octets_taken = octets + 1_000_000  # type: ignore[attr-defined]  # a function carries its mark
        return view

    return mark


def at_most(times: int, *, in_seconds: int = 60) -> Callable[[View], View]:
    """The page answers one person, or one address, so often. Opening it without asking is not counted."""

    def mark(view: View) -> View:
        view.times_allowed = (times, in_seconds)  # type: ignore[attr-defined]  # a function carries its mark
        return view

    return mark


def octets_taken(view: Callable[..., Any]) -> int | None:
    return getattr(view, "octets_taken", None)


def times_allowed(view: Callable[..., Any]) -> tuple[int, int] | None:
    return getattr(view, "times_allowed", None)


def is_before_second_factor(view: Callable[..., Any]) -> bool:
    return bool(getattr(view, "before_second_factor", False))


def asks_again(view: Callable[..., Any]) -> bool:
    return bool(getattr(view, "asks_again", False))


def scope_of(request: HttpRequest) -> Scope:
    """Who asks for this page, and how far they reach."""
    scope: Scope = request.scope  # type: ignore[attr-defined]  # ScopeMiddleware sets it
    return scope


def rule_of(view: Callable[..., Any]) -> AccessRule | None:
    return getattr(view, "access_rule", None)


def pages(resolver: URLResolver | None = None, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every page of the site: its route and its pattern."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from pages(pattern, route)
        else:
            yield route, pattern


def every_page_has_a_rule(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """System check: the site does not start with a page that nobody decided about."""
    return [
        Error(
            f"/{route} says nothing about who may open it",
            hint="Mark its view with open_to(...), open_to_anyone_signed_in or open_to_everyone.",
            id="accounts.E001",
        )
        for route, pattern in pages()
        if rule_of(pattern.callback) is None
    ]
