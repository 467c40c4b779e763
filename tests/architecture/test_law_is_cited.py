"""Every rule of law cites, has worked examples, and is on the register that a lawyer reads."""

import importlib
import inspect
import pkgutil
import re
from datetime import date
from pathlib import Path

import pytest

from goldenthread.rules import calendars, counting, timetable
from goldenthread.rules.deadline import Deadline
from goldenthread.rules.grounds import NEVER
from goldenthread.rules.law import Confirmed, Kind, Parameter, Source
from goldenthread.rules.register import ENGLAND
from goldenthread.rules.register_page import register_page

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "src" / "goldenthread" / "rules"
MODULES = [
    importlib.import_module(f"{timetable.__name__}.{found.name}")
    for found in pkgutil.iter_modules(timetable.__path__)
]
CITATION = re.compile(
    r"(regulations?|reg|[Ss]ections?|s\.|rules?|Article|Code of Practice|S\.I\.|EWHC|Convention C) ?\d"
    r"|local policy"
)


def functions_of(module):
    return [
        member
        for name, member in inspect.getmembers(module, inspect.isfunction)
        if member.__module__ == module.__name__ and not name.startswith("_")
    ]


def test_the_register_page_is_what_the_code_says():
    page = (ROOT / "docs" / "law" / "register.md").read_text()
    assert page == register_page(ENGLAND), "run `./gt register`"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_module_of_the_timetable_is_in_the_register(module):
    declared = {duty.function for duty in module.DUTIES.duties}
    assert declared
    assert declared <= {duty.function for duty in ENGLAND.duties.values()}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_function_that_answers_with_a_deadline_is_a_declared_duty(module):
    declared = {duty.function for duty in module.DUTIES.duties}
    for function in functions_of(module):
        if inspect.signature(function, eval_str=True).return_annotation is Deadline:
            assert function in declared, function.__name__


@pytest.mark.parametrize("module", [*MODULES, counting], ids=lambda m: m.__name__.rpartition(".")[2])
def test_every_public_function_says_where_its_rule_is_written(module):
    for function in functions_of(module):
        assert CITATION.search(inspect.getdoc(function) or ""), function.__name__


def test_calendar_functions_name_their_source():
    for function in functions_of(calendars):
        assert "BANK_HOLIDAYS_SOURCE" in inspect.getdoc(function)


@pytest.mark.parametrize("duty", ENGLAND.duties.values(), ids=ENGLAND.duties)
def test_every_duty_cites_with_an_address_or_says_it_is_ours(duty):
    assert duty.sources
    for source in duty.sources:
        assert isinstance(source, Source)
        assert source.address.startswith("https://") or source.kind is Kind.LOCAL_POLICY
        if source.kind is Kind.LOCAL_POLICY:
            assert source.confirmed is Confirmed.UNCONFIRMED


@pytest.mark.parametrize("duty", ENGLAND.duties.values(), ids=ENGLAND.duties)
def test_every_duty_has_worked_examples(duty):
    examples = list((ROOT / duty.worked_examples).glob("test_*.py"))
    assert examples
    assert any(duty.function.__name__ in path.read_text() for path in examples)


@pytest.mark.parametrize("duty", ENGLAND.duties.values(), ids=ENGLAND.duties)
def test_every_input_and_no_other_has_words(duty):
    assert set(duty.declared.inputs) == {one.name for one in duty.inputs}
    assert all(one.words for one in duty.inputs)


def test_every_parameter_of_the_timetable_is_used_by_a_duty():
    used = {parameter.name for duty in ENGLAND.duties.values() for parameter in duty.parameters.values()}
    held = {
        value.name for module in MODULES for value in vars(module).values() if isinstance(value, Parameter)
    }
    assert held == used


def test_every_ground_cites_and_no_refused_reason_is_also_a_ground_everywhere():
    for duty in ENGLAND.duties.values():
        if duty.declared.grounds is None:
            continue
        for version in duty.declared.grounds.versions:
            for ground in version.value:
                assert ground.source.address.startswith("https://")
                assert ground.evidence
    assert len({never.name for never in NEVER}) == len(NEVER)


def test_rules_never_read_the_clock_but_in_the_command():
    for path in RULES.rglob("*.py"):
        if path.name == "commands.py":
            continue
        assert not re.search(r"\b(today|now|utcnow|time)\(\)", path.read_text()), path


def test_answers_are_plain_values():
    due = ENGLAND.duties["final_plan"].function(date(2026, 1, 5))
    with pytest.raises(AttributeError):
        due.due_on = date(2026, 1, 1)
