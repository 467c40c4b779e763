"""What everyone sees, and releasing it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_GET, require_http_methods

from goldenthread.accounts.access import open_to, open_to_everyone
from goldenthread.accounts.context import INVENTED
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.publication import presenters, queries
from goldenthread.publication.actions import release_figures
from goldenthread.publication.forms import ReleaseForm
from goldenthread.publication.snapshot import digest_of
from goldenthread.ui.values import Link

FIVE_MINUTES = 300


def _etag(request: HttpRequest) -> str:
    release = queries.newest_release()
    return f'"{release.digest}"' if release else '"nothing released"'


@open_to_everyone
@require_GET
@condition(etag_func=_etag)
@cache_control(public=True, max_age=FIVE_MINUTES)
def public_home(request: HttpRequest) -> HttpResponse:
    """The newest release. Drawn without the request, so that nothing on it can depend on who asks."""
    release = queries.newest_release()
    content = release.content if release else None
    footer = [
        Link("Accessibility", reverse("accessibility")),
        Link("For staff: sign in", reverse(settings.LOGIN_URL)),
    ]
    context: dict[str, Any] = {
        "shell": presenters.shell(content, INVENTED if settings.DEMONSTRATION else "", footer)
    }
    if release is None:
        return HttpResponse(render_to_string("publication/nothing_released.html", context))
    context |= {**presenters.public_page(release.content), "released": presenters.released(release)}
    return HttpResponse(render_to_string("ui/patterns/public_home.html", context))


@open_to(Permission.RELEASE_FIGURES)
@require_http_methods(["GET", "POST"])
def release(request: ScopedRequest) -> HttpResponse:
    """What would be released, and the act of releasing it."""
    draft = queries.draft(request.scope)
    form = ReleaseForm(request.POST or None, initial={"seen": digest_of(draft.content)})
    if request.method == "POST" and form.is_valid():
        release_figures(seen=form.cleaned_data["seen"], by=request.scope)
        return redirect("release-figures")
    public = queries.newest_release()
    context = {
        **presenters.public_page(draft.content),
        "form": form,
        "is_public": public is not None and public.digest == digest_of(draft.content),
        "releases": queries.releases(request.scope),
        "released_words": presenters.released,
    }
    return render(request, "publication/release.html", context, status=422 if form.errors else 200)
