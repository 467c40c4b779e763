"""Would a wrong number in the law be noticed? Each limit, age and date is made one more.

Mutation tools reach only the bodies of functions; the law's own values stand outside them. For every number
in a value of `rules/timetable` this runs the worked examples of the duties of that module, which must fail.
"""

from __future__ import annotations

import ast
import importlib.util
import inspect
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TIMETABLE = ROOT / "src" / "goldenthread" / "rules" / "timetable"
VALUES = {
    "Limit",
    "BeforeDate",
    "Version",
    "_weeks",
    "_working_days",
    "_regulation_44",
    "_conceded",
}
"""The calls, outside functions, whose numbers are law."""
AT_LEAST = 0.9


def numbers_of_law(source: str) -> Iterator[ast.Constant]:
    """Whole numbers among the arguments of the value calls that stand outside functions."""
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            continue
        for call in ast.walk(statement):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in VALUES:
                for argument in call.args:
                    if isinstance(argument, ast.Constant) and type(argument.value) is int:
                        yield argument


def with_one_more(source: str, number: ast.Constant) -> str:
    lines = source.splitlines(keepends=True)
    line = lines[number.lineno - 1]
    more = str(int(str(number.value)) + 1)
    lines[number.lineno - 1] = line[: number.col_offset] + more + line[number.end_col_offset :]
    return "".join(lines)


def noticed(module: str, source: str) -> bool:
    """Do the worked examples of the module's duties fail with this source in its place?"""
    with tempfile.NamedTemporaryFile("w", suffix=".py") as mutated:
        mutated.write(source)
        mutated.flush()
        command = [sys.executable, __file__, "--examples", module, mutated.name]
        return subprocess.run(command, capture_output=True, check=False).returncode != 0


def run_examples(module: str, path: str) -> None:
    """Put the file at `path` in the place of `module`, then run its duties' examples. Raises if one fails."""
    loaded = load(f"goldenthread.rules.timetable.{module}", Path(path))
    for duty in loaded.DUTIES.duties:
        for examples in sorted((ROOT / duty.worked_examples).glob("test_*.py")):
            tests = load(f"examples_{examples.stem}", examples)
            for name, test in inspect.getmembers(tests, inspect.isfunction):
                if name.startswith("test_") and not inspect.signature(test).parameters:
                    test()


def load(name: str, path: Path):
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def main() -> int:
    total, missed = 0, []
    for path in sorted(TIMETABLE.glob("[a-z]*.py")):
        source = path.read_text()
        if noticed(path.stem, source):
            print(f"{path.stem}: the examples fail as they are", file=sys.stderr)
            return 2
        for number in numbers_of_law(source):
            total += 1
            if not noticed(path.stem, with_one_more(source, number)):
                missed.append(f"{path.stem}.py:{number.lineno}: {number.value}")
    score = (total - len(missed)) / total
    print(f"{total} numbers of law made one more, {total - len(missed)} noticed: {score:.0%}")
    for miss in missed:
        print(f"  not noticed: {miss}")
    return 0 if score >= AT_LEAST else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--examples"]:
        run_examples(sys.argv[2], sys.argv[3])
    else:
        sys.exit(main())
