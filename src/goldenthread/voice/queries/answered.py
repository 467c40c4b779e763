"""What was answered to a question: everyone, groups after disclosure control, and the survey before."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.accounts.roles import Permission
from goldenthread.audit.scope import Scope
from goldenthread.voice.groups import hidden_groups
from goldenthread.voice.models import Question
from goldenthread.voice.newest import Place, newest_tallies
from goldenthread.voice.tallies import Since, Tally


@dataclass(frozen=True, slots=True)
class GroupAnswers:
    """What a group answered; both None where it may not be shown."""

    group: str
    favourable: int | None
    answered: int | None

    @property
    def is_hidden(self) -> bool:
        return self.answered is None


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with what everyone answered, each dimension's groups, and the same question before.

    `everyone` and `before` are None where there are no answers.
    """

    question: Question
    everyone: Tally | None
    groups: Mapping[str, Sequence[GroupAnswers]]
    before: Tally | None

    @property
    def since(self) -> Since | None:
        """What may be said beside the survey before; None where there is none."""
        if self.everyone is None or self.before is None:
            return None
        return self.everyone.since(self.before)


def answers(scope: Scope, question_ids: Collection[int]) -> dict[int, Answered]:
    """The answers to these questions, by question. No count of a small group leaves this query."""
    scope.require(Permission.SEE_VOICE)
    questions = Question.objects.filter(pk__in=question_ids).select_related(
        "survey__before", "before__survey"
    )
    rows = {row.pk: row for row in questions.order_by("survey_id", "number")}
    earlier = {row.before_id for row in rows.values() if row.before_id}
    tallies = newest_tallies({*rows, *earlier})
    return {
        pk: Answered(
            row,
            tallies.get((pk, "", "")),
            _groups(pk, tallies),
            tallies.get((row.before_id, "", "")) if row.before_id else None,
        )
        for pk, row in rows.items()
    }


def newest_asked(scope: Scope, question_ids: Collection[int]) -> dict[int, int]:
    """Each question with the one that asked the same last, which may be itself."""
    scope.require(Permission.SEE_VOICE)
    newest = {one: one for one in question_ids}
    ahead = set(newest.values())
    while ahead:
        later = Question.objects.filter(before__in=ahead).order_by("survey__closed_on", "pk")
        follows = {before: pk for before, pk in later.values_list("before_id", "pk") if before is not None}
        newest = {one: follows.get(last, last) for one, last in newest.items()}
        ahead = set(follows.values())
    return newest


def _groups(question_id: int, tallies: Mapping[Place, Tally]) -> dict[str, list[GroupAnswers]]:
    everyone = tallies.get((question_id, "", ""))
    found: dict[str, dict[str, Tally]] = defaultdict(dict)
    for (of, dimension, group), tally in sorted(tallies.items()):
        if of == question_id and dimension and tally.answered:
            found[dimension][group] = tally
    if everyone is None:
        return {}
    return {dimension: _shown(groups, everyone) for dimension, groups in found.items()}


def _shown(groups: Mapping[str, Tally], everyone: Tally) -> list[GroupAnswers]:
    hidden = hidden_groups({group: _sides(tally) for group, tally in groups.items()}, _sides(everyone))
    return [
        GroupAnswers(group, None, None)
        if group in hidden
        else GroupAnswers(group, tally.favourable, tally.answered)
        for group, tally in groups.items()
    ]


def _sides(tally: Tally) -> tuple[int, int]:
    return (tally.favourable, tally.answered - tally.favourable)
