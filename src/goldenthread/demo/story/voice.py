"""Keeps what families said: counts of the public record; surveys and months that say they are examples."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.db import transaction

from goldenthread.audit import clock
from goldenthread.audit.scope import Scope
from goldenthread.demo.synthesis.attributes import DISTRICTS
from goldenthread.documents.spreadsheets import as_csv
from goldenthread.voice import count_file, survey_file
from goldenthread.voice.actions.count_files import bring_counts
from goldenthread.voice.actions.heard import HeardDetails, add_heard, say_what_changed, say_what_was_done
from goldenthread.voice.actions.survey_files import bring_answers
from goldenthread.voice.actions.surveys import ResponseDetails, SurveyDetails, add_survey, answer_theme
from goldenthread.voice.models import Rating, Survey
from goldenthread.voice.queries import heard, surveys

STORY = Path(__file__).with_suffix(".yaml")
Line = list[str]
SHARES_OF_DAYS = (10, 16, 18, 20, 16, 12, 8)
"""Of a hundred answers, how many took how long: the middle one took the fourth of these times. Invented."""


class Unfit(ValueError):
    """The story says something that a spreadsheet would be refused for."""


def told() -> dict[str, Any]:
    """What families said until today."""
    known: dict[str, Any] = yaml.safe_load(STORY.read_text())
    today = clock.today()
    return known | {
        "surveys": [one for one in known["surveys"] if one["closed_on"] <= today],
        "heard": [one for one in known["heard"] if one["said_on"] <= today],
    }


@transaction.atomic
def keep_voices(by: Scope) -> None:
    """Keeps surveys, counts and what was heard: all of it, or nothing."""
    story, there = told(), dict[str, Survey]()
    for survey in story["surveys"]:
        there[survey["title"]] = _keep_survey(survey, there, by)
    for file in story["counts"]:
        lines = [line for row in file["rows"] for line in _lines(row, file.get("first_month"))]
        rows, problems = count_file.read("story.csv", as_csv(count_file.COLUMNS, lines), today=clock.today())
        if problems:
            raise Unfit(str(problems[0]))
        bring_counts(rows, source=file["source"], is_example=file.get("example", False), by=by)
    for one in story["heard"]:
        _keep_heard(one, there, by)


def is_kept(by: Scope) -> bool:
    story = told()
    titles = {each.survey.title for each in surveys(by)}
    return all(one["title"] in titles for one in story["surveys"]) and len(heard(by)) >= len(story["heard"])


def _keep_survey(told: Mapping[str, Any], there: Mapping[str, Survey], by: Scope) -> Survey:
    details = SurveyDetails(
        title=told["title"],
        run_by=told["run_by"],
        opened_on=told["opened_on"],
        closed_on=told["closed_on"],
        replies=told["replies"],
        invited=told.get("invited"),
        asked_when=told.get("asked_when", ""),
        did_not_answer=told.get("did_not_answer", ""),
        source=told.get("source", ""),
        before=there.get(told.get("before", "")),
        is_example=told.get("example", False),
    )
    survey = add_survey(details, by=by)
    content = as_csv(survey_file.COLUMNS, [line for one in told["questions"] for line in _answers(one)])
    rows, problems = survey_file.read("story.csv", content, replies=survey.replies)
    if problems:
        raise Unfit(str(problems[0]))
    bring_answers(survey, rows, by=by)
    for one in told.get("answers", ()):
        answer_theme(survey, one["theme"], _response(one), by=by)
    return survey


def _answers(question: Mapping[str, Any]) -> Iterator[Line]:
    asked = [question["theme"], question["words"], "yes" if question.get("overall") else ""]
    yield [*asked, "", "", *(str(count) for count in question["all"])]
    for group, counts in question.get("district", {}).items():
        yield [*asked, "district", group, *(str(count) for count in counts)]


def _response(told: Mapping[str, Any]) -> ResponseDetails:
    return ResponseDetails(
        families_rating=Rating(told["families"]),
        our_rating=Rating(told["ours"]),
        what_was_done=told["done"],
        how_well=told["how_well"],
        what_next=told["next"],
        is_example=True,
    )


def _lines(row: Mapping[str, Any], first: date | None) -> Iterator[Line]:
    """The lines of a count for each period that is over."""
    for period, count in row.get("years", {}).items():
        if _is_over(period):
            yield [row["counts"], period, "", "", "", str(count)]
    for place, count in enumerate(row.get("months", ())):
        assert first is not None
        month = date(first.year + (first.month - 1 + place) // 12, (first.month - 1 + place) % 12 + 1, 1)
        period = count_file.period_words(month, "month")
        if _is_over(period):
            yield from _of_month(row, place, month, count)


def _is_over(period: str) -> bool:
    found = count_file.period_of(period)
    return found is not None and found.last_day < clock.today()


def _of_month(row: Mapping[str, Any], place: int, month: date, count: int) -> Iterator[Line]:
    period = count_file.period_words(month, "month")
    if "middle_days" in row:
        middle = row["middle_days"][place]
        days = [0, 1, middle - 2, middle, middle + 3, middle + 8, middle + 18]
        for taken, number in zip(days, _parts(count, SHARES_OF_DAYS), strict=True):
            yield [row["counts"], period, "", "", str(taken), str(number)]
        return
    yield [row["counts"], period, "", "", "", str(count)]
    if row.get("by_district"):
        weights: dict[str, int] = {}
        for district, _, weight in DISTRICTS.get(settings.AREA, ()):
            weights[district] = weights.get(district, 0) + weight
        for district, number in zip(weights, _parts(count, list(weights.values())), strict=True):
            yield [row["counts"], period, "district", district, "", str(number)]


def _parts(count: int, weights: Sequence[int]) -> list[int]:
    """A count shared out by weights: whole numbers that add up to it."""
    whole, parts, so_far = sum(weights), [], 0
    for weight in weights:
        before = so_far * count // whole
        so_far += weight
        parts.append(so_far * count // whole - before)
    return parts


def _keep_heard(told: Mapping[str, Any], there: Mapping[str, Survey], by: Scope) -> None:
    details = HeardDetails(
        theme=told["theme"],
        said=told["said"],
        said_by=told["said_by"],
        said_on=told["said_on"],
        survey=there.get(told.get("survey", "")),
        source=told.get("source", ""),
        is_example=told.get("example", False),
    )
    row = add_heard(details, by=by)
    today = clock.today()
    if "did" in told and told["did_on"] <= today:
        row = say_what_was_done(row, did=told["did"], did_on=told["did_on"], by=by)
        if "changed" in told and told["changed_on"] <= today:
            how = told["how_we_know"]
            say_what_changed(
                row, changed=told["changed"], changed_on=told["changed_on"], how_we_know=how, by=by
            )
