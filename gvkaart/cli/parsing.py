"""What can be asked on the command line, as data; and a parser that explains itself in the user's language."""

import argparse
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn

from gvkaart.domain.overriding import override
from gvkaart.words import LANGUAGES, Words


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a command; its help is the text ``cli.help.<name>``."""

    name: str
    options: Mapping[str, Any]


def _argument(name: str, **options: Any) -> Argument:
    return Argument(name, options)


_FILE: Final = _argument("file", type=Path)
_MAP: Final = _argument("--map")
_ROUND: Final = _argument("--round")
_JSON: Final = _argument("--json", action="store_true")
_DISCLOSED: Final = _argument("--without-private", action="store_true")

COMMANDS: Final[Mapping[str, tuple[Argument, ...]]] = {
    "new": (_FILE, _argument("--from", dest="cases", type=Path, action="append", default=[], metavar="FROM")),
    "check": (_FILE, _MAP, _ROUND, _JSON, _DISCLOSED),
    "export": (
        _FILE,
        _argument("out", type=Path),
        _MAP,
        _ROUND,
        _argument("--include-private", action="store_true"),
        _argument("--theme", choices=("light", "dark"), default="light"),
        _argument("--width", type=int),
        _argument("--base"),
    ),
    "import": (_argument("document", type=Path), _argument("files", type=Path, nargs="+")),
    "search": (_FILE, _argument("words", nargs="+"), _DISCLOSED),
    "info": (_FILE, _JSON, _DISCLOSED),
    "self-test": (),
}
"""Every command with its arguments, in the order of the manual; a command runs ``_run_<command>``."""


class UsageError(Exception):
    """The command line cannot be understood."""


class Parser(argparse.ArgumentParser):
    """A parser whose complaints can be said in the user's language."""

    @override
    def error(self, message: str) -> NoReturn:
        """Complain; argparse calls this, and would end the program itself."""
        raise UsageError(message)


def command_parser(command: str, words: Words) -> argparse.ArgumentParser:
    """Return the parser of one command."""
    parser = Parser(
        prog=f"gvkaart {command}", description=words.text(f"cli.command.{command}"), add_help=False, allow_abbrev=False
    )
    group = parser.add_argument_group(words.text("cli.arguments"))
    for one in COMMANDS[command]:
        options = dict(one.options) if "action" in one.options else {"metavar": _metavar(one), **one.options}
        group.add_argument(one.name, help=words.text(f"cli.help.{one.name.lstrip('-')}"), **options)
    group.add_argument("-h", "--help", action="store_true", help=words.text("cli.help.help"))
    group.add_argument("--language", choices=LANGUAGES, help=words.text("cli.help.language"))
    return parser


def _metavar(one: Argument) -> str:
    choices: tuple[str, ...] = one.options.get("choices", ())
    return "|".join(choices) if choices else one.name.lstrip("-").upper()


def help_text(command: str, words: Words) -> str:
    """Return the help of a command, or of the program when it is empty."""
    if command:
        text = command_parser(command, words).format_help()
        return re.sub(r"\Ausage:", words.text("cli.usage"), text)
    lines = [f"{words.text('cli.usage')} {words.text('cli.synopsis')}", "", words.text("cli.about"), ""]
    lines += [f"  {name:<10} {words.text(f'cli.command.{name}')}" for name in COMMANDS]
    return "\n".join([*lines, "", words.text("cli.more")]) + "\n"


_COMPLAINTS: Final = (
    (r"the following arguments are required: (.+)", "missing"),
    (r"unrecognized arguments: (.+)", "unknown"),
    (r"argument (\S+): invalid choice: (.+) \(choose.*", "wrong_choice"),
    (r"argument (\S+): invalid int value: (.+)", "not_a_number"),
    (r"argument (\S+): expected .+", "no_value"),
)
"""What argparse says, and the key under which we say it."""


def complaint(error: UsageError, command: str, words: Words) -> str:
    """Say what is wrong with a command line."""
    program = f"gvkaart {command}".strip()
    for pattern, key in _COMPLAINTS:
        if found := re.fullmatch(pattern, str(error)):
            values = dict(zip(("name", "value"), found.groups(), strict=False))
            return words.text(f"cli.usage_error.{key}", program=program, **values)
    return words.text("cli.usage_error.other", program=program)
