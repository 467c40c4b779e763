"""What may a page template use? Loaders, filters, and every component as `gt.NAME(...)`."""

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    Undefined,
)

from goldenthread.ui import words
from goldenthread.ui.charts.clock import thread_of
from goldenthread.ui.values import Shell

GOVUK = "govuk_frontend_jinja"

# Each file of ui/components holds the macros named here; `gt.tie(...)` finds its file in this table.
COMPONENTS: Mapping[str, tuple[str, ...]] = {
    "thread": ("tie", "tied", "line", "clock", "chain"),
    "states": ("state", "tests", "five", "signal", "breach", "chip"),
    "figures": ("figure", "pair", "due_dates", "rows", "counts", "sparkline", "chart"),
    "work": ("work", "work_group", "today", "next_step", "filters"),
    "tables": ("table", "numbers", "missing"),
    "messages": ("banner", "empty", "progress", "steps", "forum", "said", "note"),
    "page": (
        "wordmark",
        "heading",
        "subnav",
        "back",
        "pagination",
        "links",
        "button",
        "button_link",
        "post_button",
        "summary",
    ),
}


class NoSuchComponent(Exception):
    """A template asked for `gt.NAME` and no component has that name. (Jinja would hide an AttributeError.)"""


class Components:
    """The global `gt`: `gt.tie(...)` is the macro `tie` of ui/components/thread.html.

    Templates are looked up at each use, so that an edited component shows without a restart.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._file_of = {name: file for file, names in COMPONENTS.items() for name in names}

    def __getattr__(self, name: str) -> Callable[..., str]:
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._file_of:
            raise NoSuchComponent(f"gt.{name}: the components are {', '.join(sorted(self._file_of))}")
        template = self._environment.get_template(f"ui/components/{self._file_of[name]}.html")
        macro: Callable[..., str] = getattr(template.module, name)
        return macro


class PageEnvironment(Environment):
    """Strict about our own templates; GOV.UK's macros read arguments that nobody gave."""

    lenient: Environment

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  jinja's name for it
    ) -> Template:
        if isinstance(name, str) and name.startswith(GOVUK):
            return self.lenient.get_template(name, parent, globals)
        return super().get_template(name, parent, globals)


def environment(*, loader: BaseLoader, auto_reload: bool = False, **_ignored: object) -> Environment:
    """The environment for Django's Jinja2 backend, which passes the loader of all `<area>/jinja2` folders.

    A name that a template uses and nobody passed is an error, never an empty string.
    """
    loaders = ChoiceLoader([loader, PrefixLoader({GOVUK: PackageLoader(GOVUK)})])
    settings: dict[str, Any] = {
        "loader": loaders,
        "autoescape": True,
        "auto_reload": auto_reload,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    page_environment = PageEnvironment(undefined=StrictUndefined, **settings)
    page_environment.lenient = Environment(undefined=Undefined, **settings)  # noqa: S701  autoescape is on, above
    for each in (page_environment, page_environment.lenient):
        each.filters.update(words.FILTERS)
    page_environment.globals.update(
        static=static,
        url=url,
        gt=Components(page_environment),
        plural=words.plural,
        clock_thread=thread_of,
        plain_shell=Shell(),
        undefined=None,  # what GOV.UK's own examples write for an argument that is not given
    )
    return page_environment


def url(name: str, *arguments: object, **named: object) -> str:
    """The address of the view `name`: `url('casework:case', case.reference)`."""
    return reverse(name, args=arguments or None, kwargs=named or None)
