"""What families answered and what they said, as far as it is marked for the public.

Answers are counts of families, so those that are few are not shown; comments are not kept at all.
"""

from typing import Any

from django.conf import settings

from goldenthread.analysis.disclosure import Rule, safe_share
from goldenthread.audit.scope import Scope
from goldenthread.improvement.models import PromiseVoice
from goldenthread.publication.models import PublicMark
from goldenthread.publication.parts import NOT_KNOWN_YET, Part, part
from goldenthread.publication.queries.marks import marked
from goldenthread.ui.words import day, plural, rounded, thousands
from goldenthread.voice.models import Rating, ThemeResponse
from goldenthread.voice.queries import heard
from goldenthread.voice.queries import surveys as asked_surveys
from goldenthread.voice.queries.answered import Answered
from goldenthread.voice.queries.asked import AskedSurvey, Theme, survey_page


def said(scope: Scope) -> list[Part]:
    """You said, we did, what changed: the newest first, with the promises that it is tied to."""
    public = marked(scope, PublicMark.Kind.SAID)
    tied: dict[int, list[str]] = {}
    for row in PromiseVoice.objects.filter(heard__in=public, ended_at__isnull=True).order_by("promise_id"):
        tied.setdefault(row.heard_id or 0, []).append(f"promise-{row.promise_id}")
    return [
        part(
            f"said-{row.pk}",
            row.said,
            on=row.said_on,
            is_example=row.is_example,
            body={
                "what": row.theme,
                "who": row.said_by,
                "said": row.said,
                "did": row.did or "Nothing yet.",
                "changed": f"{row.changed} {row.how_we_know}".strip() if row.changed else NOT_KNOWN_YET,
                "results_of": tied.get(row.pk, []),
            },
        )
        for row in heard(scope)
        if row.pk in public
    ]


def surveys(scope: Scope) -> list[Part]:
    """Surveys theme by theme: what was answered, families' rating and ours, what was done and comes next."""
    public = marked(scope, PublicMark.Kind.SURVEY)
    return [_survey(scope, each) for each in asked_surveys(scope) if each.survey.pk in public]


def _survey(scope: Scope, asked: AskedSurvey) -> Part:
    row = asked.survey
    page = survey_page(scope, row.pk)
    return part(
        f"survey-{row.pk}",
        row.title,
        says=_who_replied(asked),
        on=row.closed_on,
        is_example=row.is_example,
        body={
            "what": f"Asked by {row.run_by}, {day(row.opened_on)} to {day(row.closed_on)}",
            "themes": [_theme(one) for one in page.themes],
        },
    )


def _who_replied(asked: AskedSurvey) -> str:
    row = asked.survey
    rate = f" of {thousands(row.invited)} who were asked" if row.invited else ""
    few = " That is too few to say much." if asked.is_too_few else ""
    missing = f" Who did not answer: {row.did_not_answer}" if row.did_not_answer else ""
    return f"{plural(row.replies, 'family', 'families')}{rate} replied.{few}{missing}"


def _theme(one: Theme) -> dict[str, Any]:
    return {
        "title": one.name,
        "answers": [_answer(each) for each in one.answered],
        **_response(one.response),
    }


def _response(row: ThemeResponse | None) -> dict[str, str]:
    if row is None:
        return {"families": "", "ours": "", "done": "", "next": ""}
    done = " ".join(filter(None, [row.what_was_done, row.how_well]))
    mark = " Example: invented for the demonstration." if row.is_example and done else ""
    return {
        "families": _rating(row.families_rating),
        "ours": _rating(row.our_rating),
        "done": f"{done}{mark}",
        "next": row.what_next,
    }


def _rating(value: int | None) -> str:
    return "" if value is None else f"It works {Rating(value).label}: {value} of 4."


def _answer(one: Answered) -> str:
    """The question and how many answered it well, unless they are so few that they could be known."""
    words = one.question.words
    if one.everyone is None:
        return f"{words} There are no answers."
    least = settings.SMALLEST_COUNT_SHOWN
    found = safe_share(one.everyone.favourable, one.everyone.answered, Rule(threshold=least, width=least))
    if found.numerator is None or not found.denominator:
        return f"{words} Too few answered in one way or the other to show it."
    of_100 = rounded(100 * found.numerator / found.denominator, 0)
    return f"{words} Well: {of_100} of 100 ({thousands(found.denominator)} answered)."
