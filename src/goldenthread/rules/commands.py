"""`./gt law`: list the duties, ask when one is due, ask how one stands. `--json` for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from goldenthread.rules.answers import answer, read_date, read_inputs
from goldenthread.rules.calendars import OutsideKnownCalendar, calendar_warning
from goldenthread.rules.excuses import Claim
from goldenthread.rules.law import NotInForce
from goldenthread.rules.lifecycle.document import life_cycle_document
from goldenthread.rules.notices.document import notices_document
from goldenthread.rules.plan_content.document import plan_content_document
from goldenthread.rules.presentation import answer_as_data, duty_as_data, duty_as_text, status_as_data
from goldenthread.rules.refusals import NoDateYet, NotUnderstood
from goldenthread.rules.register import ENGLAND, duty_called
from goldenthread.rules.register_page import register_page
from goldenthread.rules.sources import COMMENCEMENT
from goldenthread.rules.standing import status

USAGE = """The law's duties in the EHC process, and by when each is due.

  law list [--json]                              every duty, with what it is asked with
  law due DUTY name=value ... [--json]           by when, how counted, why
  law status DUTY name=value ... [done_on=DATE] [today=DATE] [ground=NAME fact=DATE ...
             evidence="..." impractical_because="..."] [--json]
                                                 in time, running or late, and whether it is excused
  law register [PAGE]                            the register of law as a page; PAGE is one of life-cycle,
                                                 notices and plan-content

Dates look like 2026-01-05. A second ground=NAME begins a second claim. Without today=, today is today."""

_LAW_HAS_NO_ANSWER, _NOT_UNDERSTOOD = 1, 2
_TEXTS_OF_A_CLAIM = ("evidence", "impractical_because")


def main(arguments: list[str]) -> int:
    """Answer on standard output; 0 if answered, 1 if the law has no answer, 2 if not understood."""
    as_json = "--json" in arguments
    words = [word for word in arguments if word != "--json"]
    verbs: dict[str, Callable[[Sequence[str], bool], None]] = {
        "list": _list,
        "due": _due,
        "status": _status,
        "register": _register,
    }
    if not words or words[0] not in verbs:
        print(USAGE, file=sys.stdout if words == ["--help"] else sys.stderr)
        return 0 if words == ["--help"] else _NOT_UNDERSTOOD
    try:
        verbs[words[0]](words[1:], as_json)
    except NotUnderstood as trouble:
        return _refuse("not understood", str(trouble), as_json, _NOT_UNDERSTOOD)
    except NotInForce as trouble:
        return _refuse("not in force", str(trouble), as_json, _LAW_HAS_NO_ANSWER)
    except OutsideKnownCalendar as trouble:
        return _refuse("outside the known calendar", str(trouble), as_json, _LAW_HAS_NO_ANSWER)
    return 0


def _list(words: Sequence[str], as_json: bool) -> None:
    if words:
        raise NotUnderstood(f"list takes nothing more, not '{words[0]}'")
    duties = ENGLAND.duties.values()
    if as_json:
        _print_json([duty_as_data(duty) for duty in duties])
        return
    stage = ""
    for duty in duties:
        if duty.stage != stage:
            stage = duty.stage
            print(f"\n{stage.upper()}")
        print(duty_as_text(duty))


def _due(words: Sequence[str], as_json: bool) -> None:
    name, typed = _name_and_pairs(words)
    duty = duty_called(name)
    try:
        asked = answer(duty, read_inputs(duty, dict(typed)))
    except NoDateYet as open_ended:
        _print_no_date(open_ended, duty.name, as_json)
        return
    data = answer_as_data(asked)
    if as_json:
        _print_json(data)
        return
    print(f"{duty.declared.title}: {data['due_on']}")
    for label in ("raw_on", "alternative_on", "opens_on", "counting", "source", "standing", "confirmed"):
        if data[label] is not None:
            print(f"  {label.replace('_', ' ')}: {data[label]}")
    print(f"\nFor a family\n  {asked.plain}\n\nFor an officer\n  {asked.legal}")
    _warn_of_calendar(_today())


def _status(words: Sequence[str], as_json: bool) -> None:
    name, pairs = _name_and_pairs(words)
    duty = duty_called(name)
    question = _read_question({one.name for one in duty.inputs}, pairs)
    try:
        asked = answer(duty, read_inputs(duty, question.inputs))
    except NoDateYet as open_ended:
        _print_no_date(open_ended, duty.name, as_json)
        return
    today = question.today or _today()
    found = status(asked, done_on=question.done_on, today=today, claims=question.claims)
    data = status_as_data(asked, found, today)
    if as_json:
        _print_json(data)
        return
    print(f"{duty.declared.title}: {found}\n  due on: {data['due_on']}")
    for excuse in data["excuses"]:
        print(f"  {excuse['ground']}, {excuse['finding']}: {excuse['reason']} ({excuse['source']})")


def _register(words: Sequence[str], as_json: bool) -> None:
    pages: dict[str, Callable[[], str]] = {
        "register": lambda: register_page(ENGLAND),
        "life-cycle": life_cycle_document,
        "notices": lambda: notices_document(COMMENCEMENT),
        "plan-content": lambda: plan_content_document(COMMENCEMENT),
    }
    name = words[0] if words else "register"
    if name not in pages or len(words) > 1:
        raise NotUnderstood(f"register takes one page: {', '.join(pages)}")
    print(pages[name](), end="")


@dataclass(frozen=True, slots=True)
class _Question:
    inputs: Mapping[str, str]
    done_on: date | None
    today: date | None
    claims: tuple[Claim, ...]


def _read_question(inputs: set[str], pairs: Sequence[tuple[str, str]]) -> _Question:
    for_duty: dict[str, str] = {}
    days: dict[str, date] = {}
    claims: list[dict[str, Any]] = []
    for name, text in pairs:
        if name in inputs:
            for_duty[name] = text
        elif name in ("done_on", "today"):
            days[name] = read_date(name, text)
        elif name in ("ground", "excuse"):
            claims.append({"ground": text.strip().lower().replace("-", "_"), "facts": {}})
        elif not claims:
            raise NotUnderstood(
                f"there is no input called {name}. A fact of an excuse comes after ground=NAME"
            )
        elif name in _TEXTS_OF_A_CLAIM:
            claims[-1][name] = text
        else:
            claims[-1]["facts"][name] = read_date(name, text)
    return _Question(for_duty, days.get("done_on"), days.get("today"), tuple(Claim(**one) for one in claims))


def _name_and_pairs(words: Sequence[str]) -> tuple[str, list[tuple[str, str]]]:
    if not words:
        raise NotUnderstood("say which duty: see `law list`")
    pairs = []
    for word in words[1:]:
        name, equals, text = word.partition("=")
        if not equals:
            raise NotUnderstood(f"'{word}' is not of the form name=value")
        pairs.append((name.strip().lower().replace("-", "_"), text))
    return words[0], pairs


def _print_no_date(open_ended: NoDateYet, name: str, as_json: bool) -> None:
    if as_json:
        _print_json(
            {
                "duty": name,
                "due_on": None,
                "raw_on": None,
                "alternative_on": None,
                "counting": None,
                "source": str(open_ended.because),
                "explanation": open_ended.reason,
            }
        )
    else:
        print(f"{open_ended.reason} ({open_ended.because})")


def _refuse(kind: str, message: str, as_json: bool, code: int) -> int:
    print(f"law: {message}", file=sys.stderr)
    if as_json:
        _print_json({"error": kind, "message": message})
    return code


def _print_json(data: object) -> None:
    print(json.dumps(data, indent=2, ensure_ascii=False))


def _warn_of_calendar(today: date) -> None:
    warning = calendar_warning(today)
    if warning is not None:
        print(f"law: {warning}", file=sys.stderr)


def _today() -> date:
    """The one place that reads the clock: the command's own convenience, never the rules'."""
    return datetime.now(UTC).date()
