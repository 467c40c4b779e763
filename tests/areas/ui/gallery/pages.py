"""Which example pages are there? Each is a template, its values and the shell around it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.safestring import SafeString
from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from areas.ui.gallery import work
from areas.ui.gallery.forms import record_form
from goldenthread import ui
from goldenthread.ui.jinja_environment import environment
from goldenthread.ui.values import Link, NavigationItem, Shell

TEMPLATES = Path(__file__).parent / "templates"
FOOTER = [Link("Accessibility", "#main"), Link("Privacy", "#main"), Link("The law we count by", "#main")]
INVENTED = "The people are invented. Nothing here is a record of a real child."


def gallery_environment() -> Environment:
    """The real environment, with the gallery's own templates beside the package's."""
    package = FileSystemLoader(Path(ui.__file__).parent / "jinja2")
    return environment(loader=ChoiceLoader([package, FileSystemLoader(TEMPLATES)]))


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
    return [
        GalleryPage("worklist", "ui/patterns/worklist.html", staff("My work"), work.WORKLIST),
        GalleryPage("case", "case.html", staff("My work"), work.CASE),
        GalleryPage("form", "ui/patterns/form.html", staff("My work"), {"form": record_form(), **work.FORM}),
        GalleryPage("reading", "reading.html", staff("Returns", "Sam Ferris, analyst"), work.READING),
        GalleryPage(
            "load-report", "load_report.html", staff("Returns", "Sam Ferris, analyst"), work.LOAD_REPORT
        ),
    ]
