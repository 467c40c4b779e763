"""The pages on which managers review who has which access."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.accounts.access import open_to, scope_of
from goldenthread.accounts.roles import Permission
from goldenthread.casework.access_review import actions, presenters, queries
from goldenthread.casework.access_review.forms import DecideForm
from goldenthread.casework.access_review.policies import check_can_decide
from goldenthread.ui.values import Link

INVALID = 422


@open_to(Permission.REVIEW_ACCESS)
@require_http_methods(["GET"])
def reviews(request: HttpRequest) -> HttpResponse:
    """Overdue, open and closed reviews."""
    return render(
        request, "casework/access_reviews.html", presenters.lists(queries.reviews(scope_of(request)))
    )


@open_to(Permission.REVIEW_ACCESS)
@require_http_methods(["GET"])
def review(request: HttpRequest, review_id: int) -> HttpResponse:
    """Who has which access, with what each read in the month."""
    scope = scope_of(request)
    values = presenters.review_values(queries.review(scope, review_id), scope.actor_id)
    said = " ".join(str(message) for message in messages.get_messages(request))
    return render(request, "casework/access_review.html", {**values, "said": said})


@open_to(Permission.REVIEW_ACCESS)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, review_id: int, appointment_id: int) -> HttpResponse:
    """Keeps one access, or ends it."""
    scope = scope_of(request)
    found, access = queries.access(scope, review_id, appointment_id)
    check_can_decide(access.appointment, by=scope)
    form = DecideForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        made = actions.decide(
            found, access.appointment, decision=said["decision"], because=said["because"], by=scope
        )
        messages.success(
            request, f"The access of {access.appointment.user.name} is {made.get_decision_display()}."
        )
        return redirect("access-review", review_id)
    context = {
        **presenters.decide_values(access, found),
        "form": form,
        "act": "Record the decision",
        "above": Link(presenters.title(found), reverse("access-review", args=[review_id])),
        "back_words": "Back without deciding",
    }
    status = INVALID if request.method == "POST" else 200
    return render(request, "ui/patterns/form.html", context, status=status)
