"""Giving and ending access."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.accounts import actions
from goldenthread.accounts.access import open_to, scope_of
from goldenthread.accounts.appointments import presenters, queries
from goldenthread.accounts.appointments.forms import AppointForm, EndForm
from goldenthread.accounts.roles import Permission, Role
from goldenthread.audit import clock
from goldenthread.organisations.queries import teams
from goldenthread.ui.values import Link

INVALID = 422


@open_to(Permission.LOOK_AFTER_PEOPLE)
@require_http_methods(["GET"])
def appointments(request: HttpRequest) -> HttpResponse:
    """Everyone with access."""
    found = queries.appointments(scope_of(request))
    said = " ".join(str(message) for message in messages.get_messages(request))
    values = {"table": presenters.appointments_table(found, clock.today()), "said": said}
    return render(request, "accounts/appointments.html", values)


@open_to(Permission.LOOK_AFTER_PEOPLE)
@require_http_methods(["GET", "POST"])
def appoint(request: HttpRequest) -> HttpResponse:
    """Appoints someone who has a sign-in."""
    scope = scope_of(request)
    form = AppointForm(request.POST if request.method == "POST" else None, teams=teams())
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        user = queries.user_with_address(scope, said["email"])
        if user is None:
            form.add_error("email", "Nobody signs in with this address. Invite them first")
        else:
            actions.appoint(
                user,
                role=Role(said["role"]),
                at=form.at,
                starts_on=said["starts_on"],
                ends_on=said["ends_on"],
                by=scope,
            )
            messages.success(request, f"{user.name} is appointed.")
            return redirect("appointments")
    context = {
        "form": form,
        "title": "Give someone access",
        "act": "Appoint them",
        "above": Link("Who has access", reverse("appointments")),
    }
    status = INVALID if request.method == "POST" else 200
    return render(request, "ui/patterns/form.html", context, status=status)


@open_to(Permission.LOOK_AFTER_PEOPLE)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """Ends one appointment."""
    scope = scope_of(request)
    held = queries.appointment_numbered(scope, appointment_id)
    form = EndForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.end_appointment(held, ends_on=said["ends_on"], because=said["because"], by=scope)
        messages.success(request, f"The appointment of {held.user.name} ends.")
        return redirect("appointments")
    context = {
        "form": form,
        "title": f"End an appointment: {held.user.name}",
        "caption": " · ".join(filter(None, [held.role, presenters.place_of(held)])),
        "act": "End it",
        "above": Link("Who has access", reverse("appointments")),
        "back_words": "Back without ending it",
    }
    status = INVALID if request.method == "POST" else 200
    return render(request, "ui/patterns/form.html", context, status=status)
