"""Pages for those who look after people's access, and the page that an invitation opens."""

from datetime import timedelta

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goldenthread.accounts.access import asks_who_you_are_again, at_most, open_to, open_to_everyone
from goldenthread.accounts.models import User
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission, Role
from goldenthread.accounts.signing_in.browsers import browser_of
from goldenthread.accounts.signing_in.confirmed import remember_invitation
from goldenthread.accounts.signing_in.invitations import actions, presenters, queries
from goldenthread.accounts.signing_in.invitations.forms import BecauseForm, EndForm, InviteForm
from goldenthread.accounts.signing_in.invitations.permissions import covers_everywhere
from goldenthread.accounts.signing_in.invitations.policies import check_is_open
from goldenthread.accounts.signing_in.sessions import BROWSER
from goldenthread.audit import clock
from goldenthread.audit.errors import NotFound, NotPossibleNow
from goldenthread.audit.scope import Scope
from goldenthread.ui.values import Link

OPENED = "invitation"
"""Where the session keeps the secret of an opened link, so that it stands in no address."""
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def address_of_invitations(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("invitation"))


@open_to(Permission.INVITE_PEOPLE)
@require_GET
def people(request: ScopedRequest) -> HttpResponse:
    """Everyone whose access this person looks after, and open invitations."""
    found = queries.colleagues(request.scope)
    context = {
        "people": presenters.people_table(found) if found else None,
        "invitations": presenters.invitation_rows(queries.invitations(request.scope)),
    }
    return render(request, "invitations/people.html", context)


@open_to(Permission.INVITE_PEOPLE)
@require_http_methods(["GET", "POST"])
def invite(request: ScopedRequest) -> HttpResponse:
    """Invite one person."""
    form = InviteForm(
        request.POST or None,
        roles=queries.roles(request.scope),
        places=queries.places(request.scope),
        initial={"starts_on": clock.today()},
    )
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        who = actions.Invited(
            email=typed["email"],
            name=typed["name"],
            role=Role(typed["role"]),
            at=typed["at"],
            starts_on=typed["starts_on"],
            ends_on=typed["last_on"] and typed["last_on"] + timedelta(days=1),
        )
        try:
            actions.invite(who, address=address_of_invitations(request), by=request.scope)
            return redirect("people-with-access")
        except NotPossibleNow as problem:
            form.add_error("email", str(problem))
    context = {
        "form": form,
        "title": "Invite someone",
        "says": "They get an e-mail with a link that works once, for a week.",
        "act": "Send the invitation",
        "above": presenters.TO_PEOPLE,
        "back_words": "Back without inviting",
    }
    return render(request, "ui/patterns/form.html", context, status=422 if form.errors else 200)


@open_to(Permission.INVITE_PEOPLE)
@require_POST
def send_again(request: ScopedRequest, invitation_id: int) -> HttpResponse:
    found = queries.invitation(request.scope, invitation_id)
    actions.send_again(found, address=address_of_invitations(request), by=request.scope)
    return redirect("people-with-access")


@open_to(Permission.INVITE_PEOPLE)
@require_POST
def withdraw(request: ScopedRequest, invitation_id: int) -> HttpResponse:
    actions.withdraw(queries.invitation(request.scope, invitation_id), by=request.scope)
    return redirect("people-with-access")


@open_to(Permission.INVITE_PEOPLE)
@require_GET
def person(request: ScopedRequest, user_id: int) -> HttpResponse:
    """One person's access."""
    found = queries.colleague(request.scope, user_id)
    context = presenters.person(found, is_oneself=request.scope.actor_id == user_id)
    may_reset = not found.has_others or covers_everywhere(request.scope)
    return render(request, "invitations/person.html", {**context, "may_reset": may_reset})


@open_to(Permission.INVITE_PEOPLE)
@require_http_methods(["GET", "POST"])
def end_appointment(request: ScopedRequest, appointment_id: int) -> HttpResponse:
    """End one appointment, today or from a later day on."""
    found = queries.appointment(request.scope, appointment_id)
    form = EndForm(request.POST or None, initial={"ends_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        actions.end_access([found], **form.cleaned_data, by=request.scope)
        return redirect("people-with-access")
    context = {
        "form": form,
        "title": f"End this access of {found.user.name}?",
        "says": f"{presenters.term(found)}. Everyone else there keeps theirs. "
        "If it is the last they hold, they are signed out everywhere.",
        "act": "End it",
        "above": Link(found.user.name, reverse("person-with-access", args=[found.user_id])),
        "back_words": "Back without ending it",
    }
    return render(request, "ui/patterns/form.html", context, status=422 if form.errors else 200)


@open_to(Permission.INVITE_PEOPLE)
@asks_who_you_are_again
@require_http_methods(["GET", "POST"])
def set_up_anew(request: ScopedRequest, user_id: int) -> HttpResponse:
    """For who lost their phone and their codes."""
    found = queries.colleague(request.scope, user_id)
    if found.has_others and not covers_everywhere(request.scope):
        raise NotFound("They also work where you do not look after access. Ask an administrator of people.")
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        because, to = form.cleaned_data["because"], address_of_invitations(request)
        actions.set_up_anew(found.user, address=to, because=because, by=request.scope)
        return redirect("people-with-access")
    context = {
        "form": form,
        "title": f"Let {found.user.name} set up their sign-in anew?",
        "says": "Speak to them first, by a number that you know: somebody else may be asking in their name. "
        "They are signed out, their passkeys, codes and password stop working, and a link goes to their own "
        "address.",
        "act": "Send the link",
        "above": Link(found.user.name, reverse("person-with-access", args=[user_id])),
        "back_words": "Back without sending it",
    }
    return render(request, "ui/patterns/form.html", context, status=422 if form.errors else 200)


@open_to_everyone
@never_cache
@require_GET
def open_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The address in the letter: takes the secret out of the address, and goes on."""
    request.session[OPENED] = token
    return redirect("invitation")


@open_to_everyone
@at_most(30)
@never_cache
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest) -> HttpResponse:
    """What someone is invited to, and accepting it."""
    found = queries.invitation_of(request.session.get(OPENED, ""))
    check_is_open(found)
    signed_in = request.user if isinstance(request.user, User) else None
    known = queries.person_of(found)
    must_sign_in = known is not None and known.is_active and bool(found.role) and signed_in != known
    if request.method == "POST" and not must_sign_in:
        by = Scope.system(f"{found.name} accepts an invitation of {found.made_by_name}")
        user = actions.accept(found, signed_in=signed_in, by=by)
        request.session.pop(OPENED, None)
        if signed_in != user:
            login(request, user, backend=BACKEND)
            request.session[BROWSER] = browser_of(request)
            remember_invitation(request, user)
        return redirect("mfa_index")
    context = {**presenters.welcome(found), "must_sign_in": must_sign_in}
    return render(request, "invitations/invitation.html", context)
