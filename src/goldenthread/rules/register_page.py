"""The register of law as a page of Markdown that a lawyer can read. Generated: never edit the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from goldenthread.rules.deadline import Limit
from goldenthread.rules.duties import Duty, Register, Standing
from goldenthread.rules.excuses import Ground
from goldenthread.rules.grounds import NEVER
from goldenthread.rules.law import Parameter, Source
from goldenthread.rules.wording import in_words, listed

_HEAD = """# Register of law

Every duty of the EHC process in England that Golden Thread knows: who must act, by when, how the time is
counted, what excuses lateness, and where it is written. Generated from the code by `just register`; a test
fails if this page and the code differ. It is not legal advice.

How well a source is confirmed: **read** (the text itself), **secondary** (guidance or commentary that states
it), **interpretation** (a reading of the words; the reading is stated), **unconfirmed** (general knowledge:
check it before you rely on it). Nothing here moves a due date: a ground only excuses lateness.

Ask any of them: `./gt law due NAME input=value`.
"""


def register_page(register: Register) -> str:
    """The whole page. Each entry carries its sources and a link to its worked examples."""
    lines = [_HEAD, *_contents(register)]
    stage = ""
    for duty in register.duties.values():
        if duty.stage != stage:
            stage = duty.stage
            lines.append(f"\n## {stage}\n")
        lines.extend(_entry(duty))
    lines.extend(_grounds_section(register))
    return "\n".join(lines) + "\n"


def _grounds_section(register: Register) -> Iterator[str]:
    yield "\n## Grounds\n"
    yield "A ground counts only if it made meeting the limit impractical, and only with evidence.\n"
    seen: dict[tuple[str, str], Ground] = {}
    for duty in register.duties.values():
        if duty.declared.grounds is not None:
            for version in duty.declared.grounds.versions:
                seen.update({(ground.name, ground.words): ground for ground in version.value})
    for ground in seen.values():
        facts = "; ".join(f"`{name}`, {words}" for name, words in ground.facts.items()) or "none"
        proof = f"Facts: {facts}. Evidence: {ground.evidence}."
        yield f"- `{ground.name}`: {ground.words} {proof} {_cited(ground.source)}"
    yield "\nNever a ground:\n"
    for never in NEVER:
        yield f"- `{never.name}`: {never.reason}"


def _contents(register: Register) -> Iterator[str]:
    stage = ""
    for duty in register.duties.values():
        if duty.stage != stage:
            stage = duty.stage
            yield f"\n**{stage}**\n"
        yield f"- [{duty.declared.title}](#{duty.name})"


def _entry(duty: Duty) -> Iterator[str]:
    declared = duty.declared
    yield f'<a id="{duty.name}"></a>\n'
    yield f"### {declared.title}\n"
    verb = "should" if duty.standing is Standing.GUIDANCE else "must"
    if duty.standing is Standing.PLANNING:
        yield f"*{Standing.PLANNING.value}.* {_capital(declared.must)}.\n"
    else:
        yield f"{_capital(declared.party.value)} {verb} {declared.must}.\n"
    flag = f"; behind the flag `{declared.flag}`" if declared.flag else ""
    yield f"- Name: `{duty.name}`"
    yield f"- Standing: {duty.standing.value}{flag}"
    for one in duty.inputs:
        choices = f"; one of: {', '.join(one.choices)}" if one.choices else ""
        optional = "" if one.required else ", optional"
        yield f"- Asked with `{one.name}` ({one.kind}{optional}): {one.words}{choices}"
    for parameter in duty.parameters.values():
        yield from _versions(parameter)
    for source in declared.sources:
        yield f"- Rests also on {_cited(source)}"
    yield from _consequences(duty)
    yield f"- Worked examples: [{duty.worked_examples}](../../{duty.worked_examples})\n"


def _consequences(duty: Duty) -> Iterator[str]:
    declared = duty.declared
    if declared.as_soon_as_practicable:
        yield "- As soon as practicable: the day is the outer limit, not a target"
    if declared.grounds is not None:
        yield from _grounds(declared.grounds)
    if declared.notice:
        yield f"- Notice: {declared.notice}"
    if declared.appeal:
        yield f"- Appeal: {declared.appeal}"


def _versions(parameter: Parameter[Any]) -> Iterator[str]:
    for version in parameter.versions:
        since = in_words(version.in_force_from)
        shown, cited = _shown(version.value), _cited(version.source)
        yield f"- {_capital(parameter.name)}, from {since}: {shown}. {cited}"


def _grounds(grounds: Parameter[tuple[Ground, ...]]) -> Iterator[str]:
    for place, version in enumerate(grounds.versions):
        names = listed([f"`{ground.name}`" for ground in version.value], "or")
        since = "Lateness" if place == 0 else f"From {in_words(version.in_force_from)}, lateness"
        yield f"- {since} is excused only by: {names}. {_cited(version.source)}"


def _shown(value: object) -> str:
    if isinstance(value, Limit):
        return f"{value} ({value.counting})"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Mapping):
        return "; ".join(f"{_shown(key)}: {_shown(one)}" for key, one in value.items())
    if isinstance(value, tuple):
        return "; ".join(_shown(one) for one in value)
    return str(value)


def _cited(source: Source) -> str:
    where = f"[{source}]({source.address})" if source.address else str(source)
    return f"{where}; {source.kind.value}, {source.confirmed.value}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
