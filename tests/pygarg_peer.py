"""Pygarg (Jean-Guy Mailly, LGPL), a program for abstract argumentation, as a peer for tests and benchmarks."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Final, cast
from unittest.mock import patch

Extension = Callable[[Sequence[str], Sequence[Sequence[str]]], Sequence[str]]

_SAT: Final = {"pysat.solvers": "Solver", "pysat.examples.lbx": "LBX", "pysat.formula": "WCNF CNF"}
"""What pygarg imports of a SAT solver for other semantics. The grounded one needs none, so it may be absent here."""


def grounded_extension() -> Extension:
    """Return pygarg's function from arguments and attacks (attacker, attacked) to the arguments that are accepted."""
    absent = {} if find_spec("pysat") else {name: _empty(name, members) for name, members in _SAT.items()}
    parents = {name.rpartition(".")[0]: ModuleType(name.rpartition(".")[0]) for name in absent}
    with patch.dict(sys.modules, {"pysat": ModuleType("pysat"), **parents, **absent} if absent else {}):
        return cast("Extension", import_module("pygarg.dung.solver").compute_grounded_extension)


def _empty(name: str, members: str) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(dict.fromkeys(members.split()))
    return module
