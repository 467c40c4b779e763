"""The demonstration's door: choose who to be. These pages exist nowhere else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.accounts.access import open_to_everyone
from goldenthread.accounts.within_this_site import within_this_site
from goldenthread.audit.scope import Scope
from goldenthread.demo import actions, queries
from goldenthread.demo.forms import ChoosePersonaForm
from goldenthread.demo.presenters import persona_groups


@open_to_everyone
@require_http_methods(["GET", "POST"])
def choose_who_to_be(request: HttpRequest) -> HttpResponse:
    """Choose one of the invented people, and go on as them."""
    personas = queries.personas()
    form = ChoosePersonaForm(request.POST if request.method == "POST" else None, personas=personas)
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if request.method == "POST" and form.is_valid():
        user = queries.example_user(form.cleaned_data["persona"])
        actions.sign_in_as_example(request, user, by=Scope.of(user))
        return redirect(within_this_site(request, wanted) or "start")
    problem = "Choose who to be" if form.errors else ""
    context = {"name": "persona", "groups": persona_groups(personas), "next": wanted, "problem": problem}
    return render(request, "demo/choose_who_to_be.html", context, status=422 if form.errors else 200)
