"""Which packs can be made? Each is one module of `kinds`, with its `KIND`."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from goldenthread.governance.packs import kinds
from goldenthread.governance.packs.kind import PackKind


@cache
def pack_kinds() -> Mapping[str, PackKind]:
    """Every kind by its name, in their places."""
    names = [module.name for module in iter_modules(kinds.__path__)]
    found: list[PackKind] = [import_module(f"{kinds.__name__}.{name}").KIND for name in names]
    return {one.name: one for one in sorted(found, key=lambda one: one.place)}
