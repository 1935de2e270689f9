"""The floors of the program, as pyproject.toml states them, hold; and every module stands under the rules."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from importlinter import cli

ROOT = Path(__file__).resolve().parents[2]
SETTINGS: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
CONTRACTS: dict[str, dict[str, Any]] = {contract["id"]: contract for contract in SETTINGS["contracts"]}

# Contract -> the only modules that may do what it forbids to all others.
PRIVILEGED = {
    "qt": {"app", "cli", "ui"},
    "sql": {"app", "cli", "store"},
    "processes": {"app", "cli", "layout"},
}


def top_level_modules() -> set[str]:
    """Names directly under `gvkaart`: packages and modules."""
    package = ROOT / "gvkaart"
    modules = {path.stem for path in package.glob("*.py") if not path.stem.startswith("__")}
    return modules | {path.parent.name for path in package.glob("*/__init__.py")}


@pytest.mark.parametrize("contract", CONTRACTS)
def test_contract_holds(contract: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    status = cli.lint_imports(limit_to_contracts=(contract,), no_cache=True)
    assert status == cli.EXIT_STATUS_SUCCESS, capsys.readouterr().out


@pytest.mark.parametrize("contract", PRIVILEGED)
def test_nobody_escapes_a_contract(contract: str) -> None:
    bound = {name.removeprefix("gvkaart.") for name in CONTRACTS[contract]["source_modules"]}
    assert bound == top_level_modules() - PRIVILEGED[contract]
