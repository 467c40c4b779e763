"""The register of law and its calculator: open to everyone, and nothing that is typed is kept."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import at_most, open_to_everyone
from goldenthread.accounts.context import INVENTED
from goldenthread.publication.law import duties, presenters
from goldenthread.publication.law.forms import DONE, DutyForm
from goldenthread.ui.downloads import download
from goldenthread.ui.values import Link, NavigationItem, Shell


@open_to_everyone
@at_most(120)
@require_GET
def register(request: HttpRequest) -> HttpResponse:
    """Every duty, with search."""
    looking_for = request.GET.get("q", "").strip()[:100]
    groups = presenters.register(duties.duties(looking_for))
    context = {
        "shell": _shell(),
        "looking_for": looking_for,
        "groups": groups,
        "nothing": "" if groups else presenters.nothing_found(looking_for),
    }
    return HttpResponse(render_to_string("publication/law_register.html", context))


@open_to_everyone
@at_most(120)
@csrf_exempt  # nothing is changed or kept, and a token would need a cookie
@require_http_methods(["GET", "POST"])
def duty(request: HttpRequest, name: str) -> HttpResponse:
    """One duty's entry; with facts, its day. Facts are posted, so that no address or log holds them."""
    found = duties.duty(name)
    form = DutyForm(found, request.POST or None)
    answer = _answered(form, found) if request.method == "POST" and form.is_valid() else None
    if answer is not None and "calendar" in request.POST:
        return download(presenters.calendar(answer), name=f"{name}.ics", kind="text/calendar; charset=utf-8")
    context = {
        "shell": _shell(),
        "duty": found,
        "form": form,
        "answer": presenters.worked(answer) if answer else None,
        "entry": presenters.entry(found),
        "above": Link("The law we count by", reverse("law")),
    }
    page = render_to_string("publication/law_duty.html", context)
    return HttpResponse(page, status=422 if form.errors else 200)


def _answered(form: DutyForm, found: Any) -> duties.Worked | None:
    done_on = form.cleaned_data.get(DONE)
    try:
        return duties.work_out(found, form.facts(), done_on, asks=DONE in form.fields)
    except ValueError as problem:
        form.add_error(None, str(problem))
        return None


def _shell() -> Shell:
    return Shell(
        home=reverse("public-home"),
        navigation=[
            NavigationItem("How we are doing", reverse("public-home")),
            NavigationItem("The law we count by", reverse("law"), current=True),
        ],
        demonstration=INVENTED if settings.DEMONSTRATION else "",
        footer_links=[Link("Accessibility", reverse("accessibility"))],
    )
