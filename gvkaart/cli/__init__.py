"""The command line: open, make, check, export, import and search documents and case files, without a window.

FILE is everywhere a document (``*.gvkaart``) or a case file (YAML or JSON). A document that is only read is read from a
copy, also while somebody works in it. Exit codes: 0 done and nothing found, 1 findings, 2 an error, which is told on
standard error in a sentence. What is heavy is imported by the command that needs it, so that ``--help`` is quick.
"""

import argparse
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from gvkaart import __version__
from gvkaart.cli.commands import run_check, run_import, run_info, run_new, run_search
from gvkaart.cli.exporting import run_export
from gvkaart.cli.files import require_file
from gvkaart.cli.parsing import COMMANDS, Parser, UsageError, command_parser, complaint, help_text
from gvkaart.cli.self_test import run_self_test
from gvkaart.cli.telling import FAILED, INTERRUPTED, complain, say, sentences_of
from gvkaart.words import DEFAULT_LANGUAGE, LANGUAGES, Words, load_words


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _write_anything()
    words = load_words(_language(arguments))
    try:
        return _dispatch(arguments, words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # who reads our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001  whatever happens, the user gets a sentence
        complain("\n".join(sentences_of(error, words)))
        return FAILED


def _write_anything() -> None:
    """Let a terminal that cannot show a character show a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _language(arguments: Sequence[str]) -> str:
    """Return the language that was asked for, or else that of the environment; Dutch when neither says English."""
    parser = Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("--language")
    try:
        asked = parser.parse_known_args(arguments)[0].language
    except UsageError:
        asked = None
    if asked in LANGUAGES:
        return str(asked)
    locale = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(key))), "")
    return next((one for one in LANGUAGES if locale.lower().startswith(one)), DEFAULT_LANGUAGE)


def _dispatch(arguments: Sequence[str], words: Words) -> int:
    command = next((one for one in arguments if one in COMMANDS), "")
    if not command or _position(arguments, command) != 0:
        return _run_program(arguments, words)
    rest = [one for number, one in enumerate(arguments) if number != arguments.index(command)]
    if {"-h", "--help"} & set(rest):
        say(help_text(command, words).rstrip("\n"))
        return 0
    try:
        parsed = command_parser(command, words).parse_args(rest)
    except UsageError as error:
        complain(complaint(error, command, words))
        return FAILED
    with _ended_tidily():
        return _RUNNERS[command](parsed, words)


@contextmanager
def _ended_tidily() -> Iterator[None]:
    """While a command runs, let a request to end (SIGTERM) unwind it, so that its temporary files go too."""
    if threading.current_thread() is not threading.main_thread():  # only there Python lets one listen
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _position(arguments: Sequence[str], command: str) -> int:
    """Count what stands before a command, save the choice of a language."""
    before = list(arguments[: arguments.index(command)])
    if "--language" in before:
        at = before.index("--language")
        del before[at : at + 2]
    return len([one for one in before if not one.startswith("--language=")])


def _run_program(arguments: Sequence[str], words: Words) -> int:
    """Open the window, or tell about the program."""
    parser = Parser(prog="gvkaart", add_help=False, allow_abbrev=False)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--language")
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--version", action="store_true")
    try:
        parsed = parser.parse_args(arguments)
    except UsageError as error:
        complain(complaint(error, "", words))
        return FAILED
    if parsed.help or parsed.version:
        say(f"gvkaart {__version__}" if parsed.version else help_text("", words).rstrip("\n"))
        return 0
    if parsed.file is not None:
        require_file(parsed.file)
    from gvkaart.app import open_window

    return open_window(parsed.file, language=parsed.language)


_RUNNERS: Final[Mapping[str, Callable[[argparse.Namespace, Words], int]]] = {
    "new": run_new,
    "check": run_check,
    "export": run_export,
    "import": run_import,
    "search": run_search,
    "info": run_info,
    "self-test": run_self_test,
}
