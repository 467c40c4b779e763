"""Deciding whether two records are one child."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from goldenthread.accounts.access import open_to
from goldenthread.accounts.requests import ScopedRequest
from goldenthread.accounts.roles import Permission
from goldenthread.people import actions, presenters, queries
from goldenthread.people.forms import DecideMatchForm
from goldenthread.people.models import MatchAnswer
from goldenthread.ui.values import Link


@open_to(Permission.DECIDE_MATCHES)
@require_GET
def match_questions(request: ScopedRequest) -> HttpResponse:
    """The review queue, and what was decided."""
    open_questions = queries.match_questions(request.scope)
    decided = queries.match_questions(request.scope, answered=True)
    actions.note_compared([one.row for one in (*open_questions, *decided)], by=request.scope)
    context = {
        "open": presenters.questions_table(open_questions, "To decide") if open_questions else None,
        "decided": presenters.questions_table(decided, "Decided") if decided else None,
    }
    return render(request, "people/match_questions.html", context)


@open_to(Permission.DECIDE_MATCHES)
@require_http_methods(["GET", "POST"])
def match_question(request: ScopedRequest, question_id: int) -> HttpResponse:
    """One question, and its answer."""
    question = queries.match_question(request.scope, question_id)
    actions.note_compared([question.row], by=request.scope)
    form = DecideMatchForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.decide_match(
            question.row,
            answer=MatchAnswer(form.cleaned_data["answer"]),
            because=form.cleaned_data["because"],
            by=request.scope,
        )
        return redirect("match-questions")
    context = {
        "form": form,
        "title": f"{question.row.newcomer}: someone we know?",
        "says": question.row.why,
        "comparison": presenters.comparison(question),
        "act": "Record the decision",
        "above": Link("Who is who", reverse("match-questions")),
        "back_words": "Back without deciding",
    }
    return render(request, "people/match_question.html", context, status=422 if form.errors else 200)
