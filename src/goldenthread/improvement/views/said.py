"""Pages on which the forum, and those who answer for a promise, write beside it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.improvement.actions import said as actions
from goldenthread.improvement.forms.evidence import CommentForm, ForumForm
from goldenthread.improvement.queries import plans as plan_queries
from goldenthread.improvement.queries import said as queries
from goldenthread.improvement.views.pages import INVALID, asks, form_page
from goldenthread.ui.values import Link


@open_to(Permission.SPEAK_FOR_FORUM)
@require_http_methods(["GET", "POST"])
def write_for_forum(request: ScopedRequest, promise_id: int) -> HttpResponse:
    """Writes in the forum's box beside a promise."""
    row = plan_queries.promise_page(request.scope, promise_id).row
    newest = next(iter(queries.forum_words(request.scope, [row.pk])[row.pk]), None)
    form = ForumForm(request.POST or None, initial={"words": newest.words if newest else ""})
    if request.method == "POST" and form.is_valid():
        actions.write_for_the_forum(row, words=form.cleaned_data["words"], by=request.scope)
        messages.success(request, "Kept, word for word. What the forum wrote before is kept too.")
        return redirect("promise", row.pk)
    above = Link("The promise", reverse("promise", args=[row.pk]))
    values = asks("Write for the forum", act="Print this", says=row.words, above=above)
    values["take_back"] = (
        reverse("take-back-for-forum", args=[row.pk]) if newest is not None and newest.words else ""
    )
    status = INVALID if request.method == "POST" else 200
    return render(request, "improvement/write_for_forum.html", {**values, "form": form}, status=status)


@open_to(Permission.SPEAK_FOR_FORUM)
@require_POST
def take_back_for_forum(request: ScopedRequest, promise_id: int) -> HttpResponse:
    """Empties the forum's box; the words stay as earlier ones."""
    row = plan_queries.promise_page(request.scope, promise_id).row
    actions.take_back_for_the_forum(row, by=request.scope)
    messages.success(request, "Taken back. What the forum wrote is kept as earlier words.")
    return redirect("promise", row.pk)


@open_to(Permission.COMMENT_ON_PROMISES)
@require_http_methods(["GET", "POST"])
def comment_on_promise(request: ScopedRequest, promise_id: int) -> HttpResponse:
    """Writes beside the tests of a promise, and changes none."""
    row = plan_queries.promise_page(request.scope, promise_id).row
    form = CommentForm(request.POST or None, initial={"role": row.accountable_role})
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        actions.comment(row, words=cleaned["words"], role=cleaned["role"], by=request.scope)
        messages.success(request, "Kept. The tests stay as they are.")
        return redirect("promise", row.pk)
    above = Link("The promise", reverse("promise", args=[row.pk]))
    return form_page(
        request, form, asks("Comment on this promise", act="Keep this", says=row.words, above=above)
    )
