"""Bringing the answers to a survey as a spreadsheet: all of it or nothing, each question whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.text import slugify

from goldenthread.accounts.roles import Permission
from goldenthread.audit import clock, journal
from goldenthread.audit.actions import record
from goldenthread.audit.scope import Scope
from goldenthread.documents.spreadsheets import Problem, Row
from goldenthread.voice.models import Answer, Question, Survey
from goldenthread.voice.newest import Place, newest_tallies
from goldenthread.voice.survey_file import counts_of, place_of
from goldenthread.voice.tallies import Tally

NOBODY = Tally(0, 0, 0)


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """What came of a row."""

    row: int
    says: str


class FileRefused(Exception):
    """Nothing of the file was taken; `problems` say why, row by row."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@transaction.atomic
def bring_answers(survey: Survey, rows: Sequence[Row], *, by: Scope) -> list[RowAnswer]:
    """Takes what `survey_file.read` found good. Raises `FileRefused`, with nothing changed.

    A question of the file is taken whole: a group that it had before and that the file does not name counts
    nobody from now on. Questions that the file does not name stay as they are.
    """
    by.require(Permission.KEEP_VOICE)
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    there = {row.words: row for row in survey.questions.all()}
    if problems := _contradictions(rows, there):
        raise FileRefused(problems)
    asked = _questions(survey, rows, there)
    known = newest_tallies([row.pk for row in asked.values()])
    wanted = {_place(asked, row): Tally(*counts_of(row)) for row in rows}
    gone = {place: NOBODY for place, tally in known.items() if place not in wanted and tally.answered}
    changed = {place: tally for place, tally in (wanted | gone).items() if known.get(place) != tally}
    journal.append_many([_row(place, tally, by) for place, tally in changed.items()])
    record(
        "brought the answers to a survey",
        survey,
        by=by,
        details={"rows": len(rows), "changed": len(changed), "no longer named": len(gone)},
    )
    return [
        RowAnswer(row.number, _says(known.get(_place(asked, row)), wanted[_place(asked, row)]))
        for row in rows
    ]


def _contradictions(rows: Sequence[Row], there: Mapping[str, Question]) -> list[Problem]:
    """What the file says otherwise than the survey does already."""
    found: list[Problem] = []
    themes = {slugify(one.theme): one.theme for one in there.values()}
    no_longer = {row["question"] for row in rows if row["overall"].lower() == "no"}
    overall = next(
        (one.words for one in there.values() if one.is_overall and one.words not in no_longer), None
    )
    for row in rows:
        known = there.get(row["question"])
        if known is not None and known.theme != row["theme"]:
            says = f"It stands under “{known.theme}” here."
            found.append(Problem(row.number, "theme", says, "Use that theme."))
        elif themes.get(slugify(row["theme"]), row["theme"]) != row["theme"]:
            says = f"“{themes[slugify(row['theme'])]}” differs from it by signs or capitals only."
            found.append(Problem(row.number, "theme", says, "Write it the same way."))
        if row["overall"].lower() == "yes" and overall not in (None, row["question"]):
            says = f"“{overall}” asks for the experience as a whole already."
            fix = "Write yes beside one question only; no beside the other takes it away."
            found.append(Problem(row.number, "overall", says, fix))
    return found


def _questions(survey: Survey, rows: Sequence[Row], there: Mapping[str, Question]) -> dict[str, Question]:
    """The questions of the file, new ones added; each tied to the same words in the survey before."""
    before = (
        {} if survey.before is None else {one.words.casefold(): one for one in survey.before.questions.all()}
    )
    overall = {row["question"] for row in rows if row["overall"].lower() == "yes"}
    no_longer = {row["question"] for row in rows if row["overall"].lower() == "no"} - overall
    survey.questions.filter(words__in=no_longer).update(is_overall=False)  # before another takes its place
    number = max((one.number for one in there.values()), default=0)
    found: dict[str, Question] = {}
    for row in rows:
        words = row["question"]
        if words in found:
            continue
        question = there.get(words)
        if question is None:
            number += 1
            question = Question(survey=survey, number=number, theme=row["theme"], words=words)
        question.is_overall = words in overall or (question.is_overall and words not in no_longer)
        question.before = question.before or before.get(words.casefold())
        question.save()
        found[words] = question
    return found


def _place(asked: Mapping[str, Question], row: Row) -> Place:
    words, dimension, group = place_of(row)
    return asked[words].pk, dimension, group


def _row(place: Place, tally: Tally, by: Scope) -> Answer:
    question_id, dimension, group = place
    return Answer(
        question_id=question_id,
        dimension=dimension,
        group=group,
        favourable=tally.favourable,
        unfavourable=tally.unfavourable,
        neither=tally.neither,
        recorded_at=clock.now(),
        by_id_number=by.actor_id,
        by_name=by.actor_name,
    )


def _says(before: Tally | None, now: Tally) -> str:
    if before is None:
        return "Added."
    if before == now:
        return "As it was."
    return f"Changed: it was {before.favourable:,}, {before.unfavourable:,} and {before.neither:,}."
