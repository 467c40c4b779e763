"""The content of a plan as a page, made from the requirements."""

from __future__ import annotations

from datetime import date

from goldenthread.rules.citation import MAIN_INSTRUMENTS, cited, how_sure
from goldenthread.rules.plan_content.kinds import plan_kind_called
from goldenthread.rules.plan_content.requirements import Requirement
from goldenthread.rules.plan_content.sections import SECTIONS, Section
from goldenthread.rules.plan_content.specificity import NO_DOUBT, VAGUE_WORDS
from goldenthread.rules.timetable.review_cycle import EHC_PLAN

_OPENING = """\
# What an EHC plan must hold

Made from `goldenthread.rules.plan_content` by `just register`. Do not edit it by hand.

"Must" is law; "should" is guidance.
"""


def plan_content_document(on: date) -> str:
    """The page `docs/law/plan-content.md`: sections A to K as the law stands on the day `on`, in Markdown."""
    requirements = plan_kind_called(EHC_PLAN, on).content
    sections = (_section(section, requirements) for section in Section)
    return "\n".join([_OPENING, MAIN_INSTRUMENTS, *sections, _vague()])


def _section(section: Section, requirements: tuple[Requirement, ...]) -> str:
    about = SECTIONS[section]
    lines = [
        f"## {section.value}. {about.title}",
        "",
        f"Answers for it: {about.owner.value}.",
        f"How to challenge it: {about.route.value} ({cited(about.route_source)}).",
    ]
    if about.secured_by is not None:
        lines.append(f"Made to happen: {about.secured_by}.")
    lines += ["", "| The section | | When | Source | How sure |", "|---|---|---|---|---|"]
    lines += [
        f"| {one.words} | {'must' if one.is_duty else 'should'} | {one.when} | {cited(one.source)} "
        f"| {how_sure(one.source)} |"
        for one in requirements
        if one.section is section
    ]
    return "\n".join([*lines, ""])


def _vague() -> str:
    words = ", ".join(f"*{words}*" for words in VAGUE_WORDS)
    return (
        "## Words to look at again\n\n"
        f"A person is shown these in Section F ({cited(NO_DOUBT)}). Nothing changes them: {words}.\n"
    )
