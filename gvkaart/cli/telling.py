"""What the command line says, and to whom."""

import sys
from collections.abc import Iterator
from typing import Final

from gvkaart.domain.errors import Defect, GvkaartError
from gvkaart.words import Words

FOUND: Final = 1
FAILED: Final = 2
INTERRUPTED: Final = 130
"""Exit codes besides 0."""


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{text}\n")


def complain(text: str) -> None:
    """Print a line where errors belong."""
    sys.stderr.write(f"{text}\n")


def sentences_of(error: Exception, words: Words) -> list[str]:
    """Return what to say about an error; also when its own sentence is missing, which is a mistake of ours."""
    try:
        return list(_told(error, words))
    except Defect:
        return [words.text("error.defect", code=getattr(error, "key", type(error).__name__))]


def _told(error: Exception, words: Words) -> Iterator[str]:
    from gvkaart.exchange.report import CaseFileError, sentence

    match error:
        case CaseFileError():
            yield words.error(error)
            yield from (sentence(problem, words) for problem in error.problems)
        case Defect():
            yield words.text("error.defect", code=error.key)
        case GvkaartError():
            yield words.error(error)
        case _:
            yield words.text("error.defect", code=type(error).__name__)
