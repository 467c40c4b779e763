"""Promises in a pack: exceptions first, then the five tests of each with what others wrote beside it."""

from datetime import date

from goldenthread.governance.packs.contents import (
    AtAGlance,
    Block,
    Heading,
    Paragraph,
    Quote,
    Table,
)
from goldenthread.governance.packs.contents import Head as H
from goldenthread.governance.packs.gathering.telling import as_example, state_words, tested, who
from goldenthread.governance.packs.gathering.view import View
from goldenthread.improvement.judging.values import FiveTests, State, Test
from goldenthread.improvement.models import Promise
from goldenthread.improvement.queries.judged import JudgedPromise
from goldenthread.ui.words import day, in_words, listed, plural

NO_PROMISES = (
    "No promise is made yet. Once a plan with promises has begun, they stand here with their five tests."
)
FORUM = "The parent carer forum"


def summary(view: View) -> str:
    """How it stands, in two sentences: felt first, then what is said No to and what nothing is known of."""
    if not view.judged:
        return "No promise is made yet, so there is nothing to judge."
    total, fives = len(view.judged), [one.five for one in view.judged]
    felt = sum(five.of(Test.FELT).state is State.YES for five in fives)
    no = sum(any(one.state is State.NO for one in five.verdicts) for five in fives)
    bare = sum(five.is_without_evidence for five in fives)
    begin = (
        f"Families feel that {_many(felt)} of {plural(total, 'promise')} {'is' if felt < 2 else 'are'} kept."
    )
    have = "has" if bare < 2 else "have"
    return (
        f"{begin} A test says No to {_many(no)} of them; {_many(bare)} {have} neither a measure nor a voice."
    )


def _many(count: int) -> str:
    return in_words(count) if count else "none"


def exceptions(view: View) -> list[Block]:
    """Promises to which a test says No or of which nothing is known, and milestones past their day."""
    rows = tuple(_exception(one) for one in view.judged if _lacks(one.five))
    heads = (
        H("Promise", share=4),
        H("No", share=2),
        H("No evidence", share=2),
        H("What the tests say", share=5),
    )
    return [
        Table(
            "Promises that a test says No to, or that lack evidence",
            heads,
            rows,
            "No test says No, and every test has evidence.",
        ),
        _overdue(view),
    ]


def _lacks(five: FiveTests) -> bool:
    return any(one.state in (State.NO, State.NO_EVIDENCE) for one in five.verdicts)


def _exception(one: JudgedPromise) -> tuple[str, ...]:
    def names(state: State) -> str:
        return (
            listed([each.test.value.capitalize() for each in one.five.verdicts if each.state is state]) or "–"
        )

    says = " ".join(each.says for each in one.five.verdicts if each.state is State.NO)
    return (
        f"{one.promise.code}: {as_example(one.promise.words, one.promise.is_example)}",
        names(State.NO),
        names(State.NO_EVIDENCE),
        says or "Nothing that is attached could say.",
    )


def _overdue(view: View) -> Table:
    late = [
        (milestone, action.row, work.row)
        for one in view.by_plan
        for work in [view.works[one.promise.pk]]
        for action in work.actions
        if action.row.stopped_on is None
        for milestone in action.milestones
        if milestone.standing.is_overdue(view.today)
    ]
    late.sort(key=lambda each: (each[0].standing.due_on, each[0].row.pk))
    rows = tuple(
        (
            milestone.row.title,
            f"{promise.code}, action {action.code}",
            who(action.accountable_role, action.accountable.name),
            day(milestone.standing.first_promised_on),
            _planned(milestone.standing.due_on, milestone.standing.times_moved),
            str((view.today - milestone.standing.due_on).days),
        )
        for milestone, action, promise in late
    )
    heads = (
        H("Milestone", share=4),
        H("For"),
        H("Who answers for it", share=3),
        H("First promised"),
        H("Planned now"),
        H("Days past", number=True, share=1),
    )
    return Table("Milestones past their day", heads, rows, "No milestone is past its day.")


def _planned(due_on: date, times_moved: int) -> str:
    return f"{day(due_on)}, moved {plural(times_moved, 'time')}" if times_moved else day(due_on)


def at_a_glance(view: View) -> list[Block]:
    """Every promise with its five states in a row."""
    if not view.judged:
        return [Paragraph(NO_PROMISES, "missing")]
    return [
        AtAGlance(
            "Every promise by its five tests", tuple(tested(one.promise, one.five) for one in view.by_plan)
        )
    ]


def each_promise(view: View) -> list[Block]:
    """Each promise under its plan: the tests, what the forum and the owners wrote, the evidence."""
    blocks: list[Block] = []
    plan = None
    for one in view.by_plan:
        if one.promise.theme.plan_id != plan:
            plan = one.promise.theme.plan_id
            blocks.append(Heading(one.promise.theme.plan.title, 2))
        blocks += [tested(one.promise, one.five), *beside(view, one.promise)]
    return blocks


def beside(view: View, promise: Promise) -> list[Block]:
    """What stands beside the tests: the forum's words untouched, the owner's, and how much evidence."""
    blocks: list[Block] = []
    forum = view.forums(promise)
    if forum is not None:
        by = as_example(FORUM, forum.is_example)
        blocks.append(Quote(forum.words, by, day(forum.written_at.date()), voice="forum"))
    else:
        blocks.append(Paragraph("The parent carer forum has not written about this promise.", "note"))
    newest = next(iter(view.commentaries[promise.pk]), None)
    if newest is not None:
        by = as_example(f"Commentary by the {newest.role}, who answers for it", newest.is_example)
        blocks.append(Quote(newest.words, by, day(newest.written_at.date()), voice="owner"))
    blocks.append(Paragraph(evidence_words(view, promise), "note"))
    return blocks


def evidence_words(view: View, promise: Promise) -> str:
    """How much evidence there is, and how much of it counts."""
    items = view.evidence[promise.pk]
    counting = sum(one.counts for one in items)
    if not items:
        return "No evidence is kept beside this promise."
    says = f"Evidence: {plural(counting, 'item')} checked by someone outside the team, and found to hold."
    other = len(items) - counting
    return (
        f"{says} {plural(other, 'item')} more that does not count: not checked, or found not to hold."
        if other
        else says
    )


def states_in_words(five: FiveTests) -> str:
    """Done: Yes. Working: Not yet. …"""
    return " ".join(f"{one.test.value.capitalize()}: {state_words(one.state)}." for one in five.verdicts)
