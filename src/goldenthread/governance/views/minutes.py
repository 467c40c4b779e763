"""Pages of minutes and of the chair's update."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock
from goldenthread.audit.errors import NotPossibleNow
from goldenthread.governance.actions import minutes as actions
from goldenthread.governance.forms.minutes import MinutesForm, RatifyForm, UpdateForm, UpdateItemForm
from goldenthread.governance.models import ChairUpdate
from goldenthread.governance.presenters import minutes as presenters
from goldenthread.governance.queries import meetings
from goldenthread.governance.queries import updates as queries
from goldenthread.governance.views.meetings import to_meeting
from goldenthread.governance.views.pages import asks, form_page, may_chair, page
from goldenthread.ui.values import Link


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def minutes(request: ScopedRequest, meeting_id: int, number: int) -> HttpResponse:
    """One version of the minutes."""
    version = meetings.minutes_version(request.scope, meeting_id, number)
    found = meetings.meeting_page(request.scope, meeting_id, clock.today())
    return page(request, presenters.version_values(version, found))


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def write_minutes(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """Another version of the minutes."""
    found = meetings.meeting_page(request.scope, meeting_id, clock.today())
    newest = found.minutes[0] if found.minutes else None
    seen = any(one.shared for one in found.minutes)
    form = MinutesForm(request.POST or None, newest=newest, seen=seen)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        version = actions.write_minutes(
            found.row,
            words=given["words"],
            shared=form.shared,
            because=given.get("because", ""),
            by=request.scope,
        )
        messages.success(request, f"Kept as version {version.number}. {presenters.NOT_PUBLIC}")
        return redirect("minutes", found.row.pk, version.number)
    values = asks(
        "Write the minutes", act="Keep this version", says=presenters.NOT_PUBLIC, above=to_meeting(found.row)
    )
    return form_page(request, form, values)


@open_to(Permission.KEEP_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def ratify_minutes(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """Which later meeting agreed the minutes."""
    found = meetings.meeting_page(request.scope, meeting_id, clock.today())
    later = meetings.meetings_that_can_agree(request.scope, found.row)
    if not later or not found.minutes:
        raise NotPossibleNow(
            "Minutes are agreed at a later meeting. None was held since."
            if found.minutes
            else "There are no minutes to agree yet."
        )
    form = RatifyForm(request.POST or None, meetings=later)
    newest = found.minutes[0]
    if request.method == "POST" and form.is_valid():
        actions.ratify_minutes(newest, at=form.at(), by=request.scope)
        messages.success(request, "Agreed. The next public release can show these minutes.")
        return redirect("meeting", found.row.pk)
    says = f"Version {newest.number} is agreed as it stands, and nothing of this meeting changes after that."
    values = asks(
        "Who agreed the minutes?", act="Keep that they were agreed", says=says, above=to_meeting(found.row)
    )
    return form_page(request, form, values)


@open_to(Permission.SEE_GOVERNANCE)
@require_GET
def update(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """The chair's update as it was published."""
    found = meetings.meeting_page(request.scope, meeting_id, clock.today())
    versions = queries.published_updates(request.scope, meeting_id)
    return page(request, presenters.published_values(found, versions, may_chair=may_chair(request)))


@open_to(Permission.CHAIR_MEETINGS)
@require_GET
def write_update(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """The update as it is being written; the first time, how it begins."""
    row = meetings.meeting(request.scope, meeting_id)
    draft = queries.draft(request.scope, row.pk)
    if draft is None:
        return redirect("open-update", row.pk)
    values = presenters.draft_values(row, draft, queries.items_of(request.scope, draft))
    return page(request, values, "governance/draft_update.html")


@open_to(Permission.CHAIR_MEETINGS)
@require_http_methods(["GET", "POST"])
def open_update(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """How the update begins."""
    row = meetings.meeting(request.scope, meeting_id)
    form = UpdateForm(request.POST or None, update=queries.draft(request.scope, row.pk))
    if request.method == "POST" and form.is_valid():
        actions.write_update(row, opening=form.cleaned_data["opening"], by=request.scope)
        return redirect("write-update", row.pk)
    return form_page(request, form, asks("How does your update begin?", act="Go on", above=to_meeting(row)))


def _to_draft(draft: ChairUpdate) -> Link:
    return Link("Write the chair’s update", reverse("write-update", args=[draft.meeting_id]))


@open_to(Permission.CHAIR_MEETINGS)
@require_http_methods(["GET", "POST"])
def add_update_item(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """Adds one thing that was said."""
    draft = queries.draft(request.scope, meeting_id)
    if draft is None:
        return redirect("open-update", meetings.meeting(request.scope, meeting_id).pk)
    form = UpdateItemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_update_item(draft, form.details(), by=request.scope)
        messages.success(request, "Added.")
        return redirect("write-update", draft.meeting_id)
    return form_page(request, form, asks("Add something that was said", act="Add it", above=_to_draft(draft)))


@open_to(Permission.CHAIR_MEETINGS)
@require_http_methods(["GET", "POST"])
def change_update_item(request: ScopedRequest, item_id: int) -> HttpResponse:
    """Changes one thing in the update."""
    row = queries.item(request.scope, item_id)
    form = UpdateItemForm(request.POST or None, item=row)
    if request.method == "POST" and form.is_valid():
        actions.change_update_item(row, form.details(), by=request.scope)
        messages.success(request, "Changed.")
        return redirect("write-update", row.update.meeting_id)
    return form_page(request, form, asks("Change this", act="Change it", above=_to_draft(row.update)))


@open_to(Permission.CHAIR_MEETINGS)
@require_http_methods(["GET", "POST"])
def remove_update_item(request: ScopedRequest, item_id: int) -> HttpResponse:
    """Takes one thing out of the update, once confirmed."""
    row = queries.item(request.scope, item_id)
    if request.method == "POST":
        meeting = row.update.meeting_id
        actions.remove_update_item(row, by=request.scope)
        messages.success(request, "Taken out.")
        return redirect("write-update", meeting)
    values = {
        "title": f"Take “{row.about}” out of the update?",
        "act": "Take it out",
        "above": _to_draft(row.update),
    }
    return page(request, values, "governance/confirm.html")


@open_to(Permission.CHAIR_MEETINGS)
@require_POST
def publish_update(request: ScopedRequest, meeting_id: int) -> HttpResponse:
    """Publishes the update as it stands."""
    draft = queries.draft(request.scope, meeting_id)
    if draft is None:
        return redirect("open-update", meetings.meeting(request.scope, meeting_id).pk)
    actions.publish_update(draft, by=request.scope)
    messages.success(request, "Published. The next public release shows it.")
    return redirect("chair-update", meeting_id)
