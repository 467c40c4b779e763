"""Promises of plans that are marked for the public: the five tests, the forum's words, the owners' comments.

A promise is told in the words in which families were given it. The forum's words and those of the people
who answer for it are taken as they stand.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from goldenthread.audit.scope import Scope
from goldenthread.improvement.judging.values import FiveTests, State
from goldenthread.improvement.models import Point, Promise, SeenBy
from goldenthread.improvement.queries.evidence import CountedEvidence, of_promises
from goldenthread.improvement.queries.judged import five_tests
from goldenthread.improvement.queries.plans import StandingMilestone, plan_page, plans
from goldenthread.improvement.queries.said import commentaries, forum_words
from goldenthread.publication.gathering.documents import when
from goldenthread.publication.models import PublicMark
from goldenthread.publication.parts import Part, part
from goldenthread.publication.queries.marks import marked
from goldenthread.ui.fields import start_upper
from goldenthread.ui.values import STATE_WORDS
from goldenthread.ui.words import day, in_london


def promises(scope: Scope) -> list[Part]:
    """Every promise that is not of a plan kept inside, newest plan first."""
    public = marked(scope, PublicMark.Kind.PLAN)
    documents = marked(scope, PublicMark.Kind.DOCUMENT)
    pages = [plan_page(scope, each.plan.pk) for each in plans(scope) if each.plan.pk in public]
    works = [work for page in pages for _, found in page.themes for work in found]
    ids = [work.row.pk for work in works]
    judged, said = five_tests(scope, ids), _said(scope, ids)
    evidence = of_promises(scope, ids, audience=SeenBy.PUBLIC)
    return [
        part(
            f"promise-{work.row.pk}",
            work.row.words,
            is_example=work.row.is_example,
            body={
                **_standing(work.row, documents),
                **said[work.row.pk],
                "tests": _tests(judged[work.row.pk]),
                "milestones": [_milestone(each) for each in work.milestones],
                "evidence": [
                    _evidence(each) for each in evidence[work.row.pk] if each.counts and each.is_shown
                ],
            },
        )
        for work in works
    ]


def _standing(row: Promise, documents: Collection[int]) -> dict[str, Any]:
    return {
        "code": row.code,
        "plan": row.theme.plan.title,
        "theme": row.theme.title,
        "who": start_upper(f"{row.accountable_role}, {row.accountable.name}"),
        "answers": [_answer(point) for point in row.answers.all() if point.origin_id in documents],
        "closed": f"Closed on {day(row.closed_on)}: {row.closed_because}" if row.closed_on else "",
    }


def _answer(point: Point) -> dict[str, str]:
    said = f"{point.origin.title}, {when(point.origin)}"
    return {"words": str(point), "document": f"document-{point.origin_id}", "title": said}


def _tests(five: FiveTests) -> list[dict[str, str]]:
    """The newest verdicts as they are told."""
    return [
        {
            "name": start_upper(one.test.value),
            "state": one.state.value,
            "answer": STATE_WORDS[one.state.value],
            "says": one.says,
            "limit": one.limit,
        }
        for one in five.verdicts
        if one.state is not State.NO_EVIDENCE or one.says
    ]


def _said(scope: Scope, ids: Collection[int]) -> dict[int, dict[str, Any]]:
    """The forum's newest words, unless it took them back, and the newest comment of those who answer."""
    forum, comments = forum_words(scope, ids), commentaries(scope, ids)
    return {
        one: {
            "forum": [
                _words(f"forum-{row.pk}", "What the forum wrote", row.words, row.written_at, row.is_example)
                for row in forum[one][:1]
                if row.words
            ],
            "commentary": [
                _words(f"comment-{row.pk}", "A comment", row.words, row.written_at, row.is_example)
                | {"who": start_upper(row.role)}
                for row in comments[one][:1]
            ],
        }
        for one in ids
    }


def _words(key: str, title: str, words: str, at: datetime, is_example: bool) -> dict[str, Any]:
    on = in_london(at).date().isoformat()
    return {"key": key, "title": title, "words": words, "on": on, "is_example": is_example}


def _milestone(one: StandingMilestone) -> dict[str, str]:
    """What was promised, for when at first, and what became of it: planning anew is shown, never hidden."""
    first, due = one.row.first_promised_on, one.standing.due_on
    said = [f"First promised for {day(first)}."]
    if one.standing.met_on:
        said.append(f"Done on {day(one.standing.met_on)}.")
    elif due != first:
        said.append(f"Now planned for {day(due)}.")
    return {"title": one.row.title, "says": " ".join(said)}


def _evidence(one: CountedEvidence) -> dict[str, str]:
    return {
        "title": one.row.title,
        "what": str(one.row.get_kind_display()),
        "shows": one.row.shows,
        "checked": f"{day(one.row.happened_on)}. Checked from outside by: {one.checks[-1].by_body}."
        + (" Example." if one.row.is_example else ""),
    }
