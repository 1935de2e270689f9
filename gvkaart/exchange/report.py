"""What is wrong in a case file: collected while it is read on, so that all of it is told at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from gvkaart.domain.errors import Rejected
from gvkaart.words import Words

_MOST_SEARCHES: Final = 50
"""How often a similar name is looked for in one file: in a large one that is wrong throughout it would take minutes."""


@dataclass(frozen=True, slots=True)
class CaseProblem:
    """One thing that is wrong in a case file.

    Attributes:
        line: counted from 1.
        path: where it stands, as ``actor.cak.holds[0]``; empty for the file as a whole.
        key: names the sentence in the texts; `sentence` makes it.
        params: what the sentence fills in.
    """

    line: int
    path: str
    key: str
    params: Mapping[str, str]


class CaseFileError(Rejected):
    """A case file cannot be read; nothing of it was."""

    def __init__(self, problems: tuple[CaseProblem, ...]) -> None:
        """Keep all problems of the file, in order of line."""
        super().__init__("exchange.case_file", count=len(problems))
        self.problems = problems


def refused(line: int, key: str, **params: str) -> CaseFileError:
    """Return the error for a file in which one thing is so wrong that the rest cannot be looked at."""
    return CaseFileError((CaseProblem(line, "", f"exchange.{key}", params),))


class Spot(NamedTuple):
    """A place in a case file, and the text that stands there when it is a single one."""

    line: int
    path: str
    text: str = ""


class Report:
    """The problems of one file."""

    def __init__(self) -> None:
        """Begin without problems."""
        self._problems: list[CaseProblem] = []
        self._searches = 0

    def add(self, spot: Spot, key: str, /, **params: str) -> None:
        """Note a problem; `key` is the full key of its sentence."""
        self._problems.append(CaseProblem(spot.line, spot.path, key, params))

    def unknown(self, spot: Spot, key: str, name: str, known: Iterable[str], /, **params: str) -> None:
        """Note a name that does not exist, with the nearest that does (key ``<key>_near``) when there is one."""
        nearest = self._nearest(name, tuple(known))
        if nearest:
            self.add(spot, f"{key}_near", name=name, nearest=nearest, **params)
        else:
            self.add(spot, key, name=name, **params)

    def finish(self) -> None:
        """End the reading.

        Raises:
            CaseFileError: there were problems.
        """
        if self._problems:
            raise CaseFileError(tuple(sorted(self._problems, key=lambda problem: (problem.line, problem.path))))

    def _nearest(self, name: str, known: tuple[str, ...]) -> str:
        self._searches += 1
        if self._searches > _MOST_SEARCHES:
            return ""
        from difflib import get_close_matches

        return next(iter(get_close_matches(name, known, n=1, cutoff=0.7)), "")


def sentence(problem: CaseProblem, words: Words) -> str:
    """Say in one line where a problem is and what would be right."""
    what = words.error(Rejected(problem.key, **problem.params))
    where = "exchange.at_path" if problem.path else "exchange.at_line"
    return words.text(where, line=problem.line, path=problem.path, what=what)
