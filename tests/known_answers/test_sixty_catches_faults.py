"""Would the sixty children notice if a measure were wrong? Faults are seeded, one at a time, in each.

A fault is one change in the source of a measure's expression, or of the cohorts and placement columns behind
it: a bound moved by a day, a comparison turned round, a flag ignored or inverted, a condition dropped. Each
must change a cell that was worked out by hand, of the sixty or, where no child stands at that bound, of the
measure's own worked answer. Those that cannot show are listed with the reason.
"""

import ast
import copy
import importlib
import inspect
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, fields
from functools import cache
from types import FunctionType, ModuleType

import pytest

from fixtures.sixty import Cells
from goldenthread.analysis.dfe import text_of
from goldenthread.analysis.facts import Facts
from goldenthread.analysis.figures import Engine, engine, figures_of
from goldenthread.analysis.published_tables import PublishedTable, published_tables
from goldenthread.analysis.readings import CHOSEN
from goldenthread.analysis.rounding import percentage
from goldenthread.analysis.settings import Settings
from goldenthread.analysis.worked_answers import worked_answer

OTHER_COMPARISON: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.LtE: ast.Lt,
    ast.Lt: ast.LtE,
    ast.GtE: ast.Gt,
    ast.Gt: ast.GtE,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}
BEHIND = tuple(f"goldenthread.analysis.{name}" for name in ("cohorts", "places", "needs", "letters"))

CANNOT_SHOW: dict[tuple[str, ...], str] = {
    ("cohorts: last_main_placements",): "called only under a reading that is not followed",
    ("letters: letters", "'confirmed'"): "whether a letter is confirmed changes the notes, not the figures",
    ("letters: by_letter", "left condition dropped", "notnull"): "a missing code is in no list either way",
    ("letters: by_letter", "notnull turned round"): "shown by the test of a letter that we do not know",
}
"""Parts of a fault's description to why no child of the sixty can show it."""

OTHER_CALL = {"isnull": "notnull", "notnull": "isnull", "isin": "notin", "notin": "isin"}


@dataclass(frozen=True)
class Fault:
    """One change of a module's source; `at` says where it is and what it does."""

    module: str
    function: str
    at: str
    tree: ast.Module

    def __str__(self) -> str:
        return f"{self.module.removeprefix('goldenthread.analysis.')}: {self.at}"


def changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """The wrong versions of one node."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OTHER_COMPARISON:
        wrong = copy.deepcopy(node)
        wrong.ops = [OTHER_COMPARISON[type(node.ops[0])]()]
        yield "comparison", wrong
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Invert):
        yield "inversion dropped", node.operand
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd | ast.BitOr):
        wrong_op = ast.BitOr() if isinstance(node.op, ast.BitAnd) else ast.BitAnd()
        yield "and/or", ast.BinOp(node.left, wrong_op, node.right)
        yield "right condition dropped", node.left
        yield "left condition dropped", node.right
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        yield from changed_calls(node, node.func)


def changed_calls(node: ast.Call, function: ast.Attribute) -> Iterator[tuple[str, ast.AST]]:
    if function.attr in OTHER_CALL:
        wrong = copy.deepcopy(node)
        assert isinstance(wrong.func, ast.Attribute)
        wrong.func.attr = OTHER_CALL[function.attr]
        yield f"{function.attr} turned round", wrong
    if function.attr == "count" and node.keywords:
        yield "counted without its condition", ast.Call(function, [], [])
    if function.attr == "filter":
        for at in range(len(node.args)):
            kept = [argument for place, argument in enumerate(node.args) if place != at]
            yield f"filter {at + 1} dropped", ast.Call(function, kept, []) if kept else function.value


def seeded(module: str) -> Iterator[Fault]:
    """Every fault that can be seeded in what a module does under the readings that are followed."""
    loaded = importlib.import_module(module)
    source = inspect.getsource(loaded)
    tree = ast.parse(source)
    asleep = {id(inner) for node in ast.walk(tree) for inner in other_readings(node, loaded)}
    asleep |= {id(inner) for node in ast.walk(tree) for inner in annotations(node)}
    for index, node in enumerate(ast.walk(tree)):
        if id(node) in asleep:
            continue
        for what, _ in changes(node):
            wrong_tree = ast.parse(source)
            target = list(ast.walk(wrong_tree))[index]
            wrong = dict(changes(target))[what]
            function = next(
                definition.name
                for definition in tree.body
                if isinstance(definition, ast.FunctionDef) and node in ast.walk(definition)
            )
            at = f"{function}: {what} in `{ast.unparse(node)}`"
            yield Fault(module, function, at, replaced(wrong_tree, target, wrong))


def other_readings(node: ast.AST, module: ModuleType) -> Iterator[ast.AST]:
    """What lies under an `if` on a reading that is not followed, which the alternatives test instead."""
    if not (isinstance(node, ast.If) and isinstance(node.test, ast.Compare)):
        return
    followed = {getattr(CHOSEN, field.name) for field in fields(CHOSEN)}
    asked = eval(ast.unparse(node.test.comparators[0]), vars(module))
    for statement in node.orelse if asked in followed else node.body:
        yield from ast.walk(statement)


def annotations(node: ast.AST) -> Iterator[ast.AST]:
    """Types are not what a module does."""
    for written in (getattr(node, "annotation", None), getattr(node, "returns", None)):
        if isinstance(written, ast.AST):
            yield from ast.walk(written)


def reached(name: str) -> list[PublishedTable]:
    """The measures whose expression comes to call the function, the quickest to work out first."""
    found = [measure for measure in published_tables().values() if name in called_by(measure)]
    return sorted(found, key=lambda measure: len(measure.columns))


@cache
def called_by(measure: PublishedTable) -> frozenset[str]:
    bodies = {
        definition.name: {n.id for n in ast.walk(definition) if isinstance(n, ast.Name)}
        for module in BEHIND
        for definition in ast.parse(inspect.getsource(importlib.import_module(module))).body
        if isinstance(definition, ast.FunctionDef)
    }
    source = inspect.getsource(importlib.import_module(measure.expression.__module__))
    names = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    while more := {inner for name in names for inner in bodies.get(name, set())} - names:
        names |= more
    return frozenset(names)


def replaced(tree: ast.Module, target: ast.AST, wrong: ast.AST) -> ast.Module:
    class Replace(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return wrong if node is target else super().generic_visit(node)

    changed = Replace().visit(tree)
    return ast.fix_missing_locations(changed)


def functions(module: ModuleType) -> dict[str, FunctionType]:
    """The functions that a module defines, without what wraps them to keep their answers."""
    found = {name: inspect.unwrap(value) for name, value in vars(module).items() if callable(value)}
    return {
        name: value
        for name, value in found.items()
        if isinstance(value, FunctionType) and value.__module__ == module.__name__
    }


def forget_answers(module: ModuleType) -> None:
    for value in vars(module).values():
        if hasattr(value, "cache_clear"):
            value.cache_clear()


@contextmanager
def with_fault(fault: Fault) -> Iterator[None]:
    """The module works as the fault has it, for whoever has imported a function of it, until the end."""
    module = importlib.import_module(fault.module)
    wrong = ModuleType(fault.module)
    wrong.__file__ = module.__file__
    exec(compile(fault.tree, str(module.__file__), "exec"), vars(wrong))
    changed = functions(wrong)
    right = {name: function.__code__ for name, function in functions(module).items()}
    try:
        for name, function in functions(module).items():
            function.__code__ = changed[name].__code__
        forget_answers(module)
        yield
    finally:
        for name, function in functions(module).items():
            function.__code__ = right[name]
        forget_answers(module)


@dataclass(frozen=True)
class HandWork:
    """Facts that stand in an engine, and the cells that were worked out of them by hand."""

    running: Engine
    cells: Cells

    def notices(self, measure: PublishedTable) -> bool:
        """Is a cell of the measure another now, or is the measure broken outright?"""
        try:
            figures = figures_of(measure, self.running.counts(measure))
        except Exception:  # whatever it is, nobody would take it for a figure
            return True
        return any(
            self.cells.get((measure.table, column), text_of(figure)) != text_of(figure)
            for column, figure in figures.items()
        )


@pytest.fixture(scope="module")
def hand_work(sixty: Facts, sixty_settings: Settings, expected: Cells) -> Iterator[dict[str, list[HandWork]]]:
    """For each measure the sixty children, then its worked answer."""
    with ExitStack() as stack:
        children = HandWork(stack.enter_context(engine(sixty, sixty_settings)), expected)
        ready = {}
        for name, measure in published_tables().items():
            worked = worked_answer(measure)
            cells = {(measure.table, column.name): "0" for column in measure.columns}
            cells |= {(measure.table, column): text for column, text in worked.answer.items()}
            own = HandWork(stack.enter_context(engine(worked.facts, worked.settings)), cells)
            ready[name] = [children, own]
        yield ready


def survivors(module: str, hand_work: dict[str, list[HandWork]]) -> list[str]:
    """The faults of a module that no hand-worked cell shows, but for those that cannot show."""
    found = []
    for fault in seeded(module):
        tried = reached(fault.function) or [
            measure
            for measure in published_tables().values()
            if measure.expression.__module__ == fault.module
        ]
        assert tried, f"no measure comes to {fault.function}"
        with with_fault(fault):
            if not any(work.notices(measure) for measure in tried for work in hand_work[measure.name]):
                found.append(str(fault))
    return [fault for fault in found if not excused(fault)]


@pytest.mark.parametrize("name", published_tables())
def test_a_fault_in_a_measure_changes_a_cell(name: str, hand_work: dict[str, list[HandWork]]) -> None:
    assert survivors(f"goldenthread.analysis.tables.{name}.expression", hand_work) == []


@pytest.mark.parametrize("name", published_tables())
def test_a_wrong_denominator_changes_a_cell(name: str, hand_work: dict[str, list[HandWork]]) -> None:
    """Every share over each other column: the printed share must change wherever it could."""
    measure = published_tables()[name]
    worked_out = [figures_of(measure, work.running.counts(measure)) for work in hand_work[name]]
    others = [column.name for column in measure.columns if column.counted or column.sum_of]
    for share in measure.columns:
        for other in others if share.share_of else ():
            could, does = [], []
            for figures in worked_out:
                right, wrong = figures[share.name], figures[other].value
                assert right.numerator is not None
                could.append(right.numerator and wrong != right.denominator)
                does.append(right.value != percentage(right.numerator, int(wrong or 0)))
            assert any(does) or not any(could), (share.name, other)


@pytest.mark.slow
@pytest.mark.parametrize("module", BEHIND)
def test_a_fault_behind_the_measures_changes_a_cell(
    module: str, hand_work: dict[str, list[HandWork]]
) -> None:
    assert survivors(module, hand_work) == []


def excused(fault: str) -> bool:
    return any(all(part in fault for part in parts) for parts in CANNOT_SHOW)
