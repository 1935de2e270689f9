"""The page of the manual about the checks, made of the same texts that the program shows; Markdown."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from gvkaart.analysis.engine import CHECKS
from gvkaart.analysis.registry import Check
from gvkaart.words import Words

_BLANKS: Final = dict.fromkeys(
    ("actor", "actors", "against", "deciders", "interest", "missing", "question", "term", "who"), "\u2026"
)
"""What stands in a next step where the program fills in something of the map."""


def checks_page(words: Words) -> str:
    """Return the page ``docs/signalen.md`` in the language of the words."""
    return "\n\n".join(_blocks(words)) + "\n"


def _blocks(words: Words) -> Iterator[str]:
    yield f"# {words.text('checks.manual.title')}"
    yield words.text("checks.manual.intro")
    yield words.text("checks.manual.sources")
    for family, checks in groupby(CHECKS, key=_family):
        yield f"## {words.text(f'checks.family.{family}')}"
        for check in checks:
            yield from _section(check, words)


def _family(check: Check) -> str:
    return check.id.partition(".")[0]


def _section(check: Check, words: Words) -> Iterator[str]:
    yield f"### {words.text(f'checks.{check.id}.title')}"
    yield f"`{check.id}`"
    for part in ("when", "why"):
        yield f"**{words.text(f'checks.manual.{part}')}.** {words.text(f'checks.{check.id}.{part}')}"
    next_step = words.text(f"checks.{check.id}.next", **_BLANKS)
    yield f"**{words.text('checks.manual.next')}.** {next_step}"
    source = words.text(f"checks.{check.id}.source")
    yield f"**{words.text('checks.manual.source')}:** {source}."
