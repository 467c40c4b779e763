"""Which example pages are there? Each is a template, its values and the shell around it."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.safestring import SafeString
from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from areas.ui.gallery import figures, statistics, work
from areas.ui.gallery.forms import EveryKindForm, record_form
from goldenthread import ui
from goldenthread.ui.jinja_environment import environment
from goldenthread.ui.values import Link, NavigationItem, Shell

TEMPLATES = Path(__file__).parent / "templates"
FOOTER = [Link("Accessibility", "#main"), Link("Privacy", "#main"), Link("The law we count by", "#main")]
INVENTED = "The people are invented. Nothing here is a record of a real child."


@cache
def gallery_environment() -> Environment:
    """The real environment, with the gallery's own templates beside the package's."""
    package = FileSystemLoader(Path(ui.__file__).parent / "jinja2")
    return environment(loader=ChoiceLoader([package, FileSystemLoader(TEMPLATES)]))


def public(current: str) -> Shell:
    """The frame of a public page."""
    names = ["Progress", "Figures", "Inspections and letters", "Meetings", "You said", "Local offer"]
    return Shell(
        area="SEND in Suffolk: the local area partnership",
        home="#main",
        navigation=[NavigationItem(name, "#main", name == current) for name in names],
        demonstration="From public sources. Where they are silent, words and figures are made up.",
        footer_links=FOOTER,
    )


def staff(current: str, who: str = "Ros Tilley, coordinator") -> Shell:
    """The frame of a staff page."""
    names = ["My work", "Team", "Waiting on others", "Returns", "Search", "Figures"]
    return Shell(
        who=who,
        home="#main",
        sign_out="#main",
        navigation=[NavigationItem(name, "#main", name == current) for name in names],
        demonstration=INVENTED,
        footer_links=FOOTER,
    )


@dataclass(frozen=True)
class GalleryPage:
    """One page: what it is called, its template, what it is told."""

    name: str
    template: str
    shell: Shell
    values: dict[str, Any] = field(default_factory=dict)

    def render(self) -> str:
        csrf_input = SafeString('<input type="hidden" name="csrfmiddlewaretoken" value="example">')
        template = gallery_environment().get_template(self.template)
        return template.render(shell=self.shell, csrf_input=csrf_input, **self.values)


def gallery() -> list[GalleryPage]:
    """All of them."""
    analyst, officer, everyone = staff("Returns", "Sam Ferris, analyst"), staff("My work"), public("Progress")
    return [
        GalleryPage("worklist", "ui/patterns/worklist.html", officer, work.WORKLIST),
        GalleryPage("worklist-empty", "ui/patterns/worklist.html", officer, work.NOBODY_WAITS),
        GalleryPage("case", "case.html", officer, work.CASE),
        GalleryPage("form", "ui/patterns/form.html", officer, {"form": record_form(), **work.FORM}),
        GalleryPage("reading", "reading.html", analyst, work.READING),
        GalleryPage("load-report", "load_report.html", analyst, work.LOAD_REPORT),
        GalleryPage("measure", "ui/patterns/measure.html", staff("Figures"), figures.MEASURE),
        GalleryPage("statistics", "statistics.html", staff("Figures"), statistics.STATISTICS),
        GalleryPage("public-home", "ui/patterns/public_home.html", everyone, figures.PUBLIC),
        GalleryPage("promise", "promise.html", everyone, figures.PROMISE),
        GalleryPage(
            "sign-in",
            "ui/patterns/choose_person.html",
            Shell(area=everyone.area),
            figures.PERSONAS | {"problem": ""},
        ),
        GalleryPage(
            "sign-in-wrong",
            "ui/patterns/choose_person.html",
            Shell(),
            figures.PERSONAS | {"problem": "Choose who to be"},
        ),
        GalleryPage("components", "components.html", officer, work.COMPONENTS | {"form": EveryKindForm({})}),
        GalleryPage("accessibility", "ui/accessibility.html", everyone),
        *(
            GalleryPage(f"error-{name}", f"{name}.html", Shell())
            for name in ("400", "403", "403_csrf", "404", "500")
        ),
    ]
