"""The dashboard of a case as one page of text, for the screen and for paper.

The page is HTML of the sort that `QTextDocument` knows. Every text of a user goes through `escape`; links lead to
items.
"""

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Final, NamedTuple

from gvkaart.analysis.asking import Question, Reason
from gvkaart.analysis.dashboard import Dashboard, Party
from gvkaart.analysis.fact_base import ORDER
from gvkaart.analysis.findings import SEVEREST_FIRST, Finding
from gvkaart.analysis.wording import listed, named, sentences
from gvkaart.domain.derived import RUNGS, CaseView, Status, text_of
from gvkaart.domain.entities import NodeId
from gvkaart.picture.theme import Theme, mixed
from gvkaart.ui.shortening import shortened
from gvkaart.words import Words

ITEM: Final = "item:"
"""What a link to an item begins with; its id follows."""
_NAMED: Final = 12
"""So many items are named in a list; how many more there are is said."""
_LONGEST_TITLE: Final = 160
"""In characters: a title may be as long as a page."""
_ACROSS: Final = 3
"""Numbers beside each other: with more, words would be broken in a narrow window or on paper."""
_ASKED: Final = 6
"""So many questions are written out for one party."""


class Card(NamedTuple):
    """One number with what it counts, in large print above the page."""

    number: str
    words: str


class DashboardPage:
    """Writes a dashboard as HTML."""

    def __init__(self, view: CaseView, board: Dashboard, words: Words, theme: Theme, *, linked: bool) -> None:
        """Write about a map as of a round, in the colours of a theme; `linked` items can be gone to from the page."""
        self._view, self._board, self._words, self._theme = view, board, words, theme
        self._linked = linked

    def html(self) -> str:
        """Return the page."""
        theme = self._theme
        sections = "".join(section() for section in self._sections())
        return (
            f'<html><head><meta charset="utf-8"></head><body style="color:{theme.text}">'
            f'<h1 style="font-size:x-large">{escape(self._title())}</h1><p>{escape(self._text("lead"))}</p>'
            f"{self._cards()}{sections}</body></html>"
        )

    def _title(self) -> str:
        view = self._view
        title = view.map.title if view.map is not None else ""
        return f"{title}: {view.round.title}" if view.round is not None else title

    def _sections(self) -> tuple[Callable[[], str], ...]:
        return (
            self._parties,
            self._facts,
            self._confused,
            self._voiceless,
            self._purposes,
            self._findings,
            self._questions,
        )

    # --- numbers ------------------------------------------------------------------------------------------------------

    def cards(self) -> tuple[Card, ...]:
        """Return what is said in numbers."""
        board = self._board
        findings = sum(count for family in board.counts.values() for count in family.values())
        return (
            self._of("heard", len(board.heard), len(board.parties)),
            self._of("hearsay", len(board.second_hand.parts), board.second_hand.whole),
            self._of("shared", len(board.facts[Status.SHARED]), sum(map(len, board.facts.values()))),
            Card(str(len(board.confused_words)), self._text("card.confused")),
            Card(str(len(board.without_voice)), self._text("card.voiceless")),
            Card(str(findings), self._text("card.findings")),
        )

    def _of(self, name: str, part: int, whole: int) -> Card:
        return Card(self._text("of", part=part, whole=whole), self._text(f"card.{name}"))

    def _cards(self) -> str:
        ground = mixed(self._theme.background, self._theme.accent, 0.08)
        cells = [
            f'<td width="33%" bgcolor="{ground}" style="padding:8px">'
            f'<span style="font-size:large; font-weight:bold">{escape(card.number)}</span>'
            f"<br>{escape(card.words)}</td>"
            for card in self.cards()
        ]
        rows = (cells[at : at + _ACROSS] for at in range(0, len(cells), _ACROSS))
        said = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
        return f'<table width="99%" cellspacing="6">{said}</table>'

    # --- sections -----------------------------------------------------------------------------------------------------

    def _parties(self) -> str:
        rows = [
            (self._link(party.actor), self._presence(party), self._said(len(party.own)), self._said(len(party.hearsay)))
            for party in self._board.heard
        ]
        silent = self._links([party.actor for party in self._board.not_heard])
        below = f'<p style="margin-top:8px"><b>{escape(self._text("not_heard"))}</b> {silent}</p>' if silent else ""
        return self._section("parties", self._table(("party", "presence", "own", "hearsay"), rows) + below)

    def _said(self, count: int) -> str:
        return escape(self._text("said", count=count)) if count else ""

    def _presence(self, party: Party) -> str:
        if not party.presence:
            return ""
        told = self._words.term(f"choice.presence.{party.presence}")
        return escape(self._text("required", presence=told) if party.required else told)

    def _facts(self) -> str:
        rows = [
            (
                f"<b>{escape(self._words.text(f'insight.status.{status}'))}</b>",
                str(len(facts)),
                self._links(facts),
            )
            for status in ORDER
            if (facts := self._board.facts[status])
        ]
        return self._section("facts", self._table(("status", "count", "which"), rows))

    def _confused(self) -> str:
        return self._section("confused", self._list(escape(self._message(one)) for one in self._board.confused))

    def _voiceless(self) -> str:
        inside = self._links(self._board.without_voice)
        return self._section("voiceless", f"<p>{inside}</p>" if inside else "")

    def _purposes(self) -> str:
        rows = [
            (self._ladder(rungs), self._links(purposes))
            for rungs, purposes in sorted(self._board.purposes.items())
            if purposes
        ]
        return self._section("purposes", self._table(("concrete", "purpose"), rows))

    def _ladder(self, rungs: int) -> str:
        """Show how concrete a purpose is: as many full steps, and the number, for colour and size are no cue alone."""
        steps = "■" * rungs + "□" * (len(RUNGS) - rungs)
        return f"{steps} {escape(self._text('of', part=rungs, whole=len(RUNGS)))}"

    def _questions(self) -> str:
        questions = self._board.questions
        parts = [
            f"<h3>{self._link(actor)}</h3>{self._asked(asked)}" for actor, asked in questions.of_actors.items() if asked
        ]
        if questions.of_all:
            parts.append(f"<h3>{escape(self._text('of_all'))}</h3>{self._asked(questions.of_all)}")
        return self._section("questions", "".join(parts))

    def _asked(self, questions: Sequence[Question]) -> str:
        told = dict.fromkeys(escape(self._question(one)) for one in questions)
        more = len(told) - _ASKED
        last = [escape(self._words.text("checks.list.more", count=more))] if more > 0 else []
        return self._list([*list(told)[:_ASKED], *last])

    def _question(self, question: Question) -> str:
        nodes = self._view.nodes
        if question.finding is not None:
            return sentences(question.finding, nodes, self._words).next_step
        about = listed([named(one, nodes) for one in question.about], self._words)
        asked = text_of(nodes[question.about[0]].fields, "settle_question") if question.reason is Reason.SETTLE else ""
        return self._words.text(question.text_key, about=about, question=asked)

    def _findings(self) -> str:
        heads = [escape(self._words.text(f"checks.severity.{one}")) for one in SEVEREST_FIRST]
        rows = [
            (escape(self._words.text(f"checks.family.{family}")), *(str(counts[one]) for one in SEVEREST_FIRST))
            for family, counts in self._board.counts.items()
        ]
        aside = len(self._board.set_aside)
        below = f"<p>{escape(self._text('aside', count=aside))}</p>" if aside else ""
        return self._section("findings", self._rows((escape(self._text("column.about")), *heads), rows) + below)

    def _message(self, finding: Finding) -> str:
        return sentences(finding, self._view.nodes, self._words).message

    # --- writing ------------------------------------------------------------------------------------------------------

    def _section(self, name: str, inside: str) -> str:
        said = inside or f"<p>{escape(self._text(f'none.{name}'))}</p>"
        style = "margin-top:20px" + ("; page-break-before:always" if name == "questions" else "")
        return f'<h2 style="{style}">{escape(self._text(f"section.{name}"))}</h2>{said}'

    def _table(self, columns: Iterable[str], rows: Sequence[Sequence[str]]) -> str:
        return self._rows([escape(self._text(f"column.{one}")) for one in columns], rows)

    def _rows(self, heads: Iterable[str], rows: Sequence[Sequence[str]]) -> str:
        """Write a table of cells that are HTML already; nothing when there are no rows."""
        if not rows:
            return ""
        line = mixed(self._theme.background, self._theme.line, 0.4)
        style = f'style="border-bottom:1px solid {line}; padding:4px 10px 4px 4px"'
        head = "".join(f'<th align="left" {style}>{one}</th>' for one in heads)
        body = "".join(f"<tr>{''.join(f'<td {style}>{one}</td>' for one in row)}</tr>" for row in rows)
        return f'<table width="99%" border="0" cellspacing="0"><thead><tr>{head}</tr></thead>{body}</table><p></p>'

    def _list(self, entries: Iterable[str]) -> str:
        """Write a list of entries that are HTML already; nothing when there are none."""
        inside = "".join(f"<li>{entry}</li>" for entry in entries)
        return f"<ul>{inside}</ul>" if inside else ""

    def _links(self, nodes: Sequence[NodeId]) -> str:
        more = len(nodes) - _NAMED
        last = [escape(self._words.text("checks.list.more", count=more))] if more > 0 else []
        return "; ".join([*map(self._link, nodes[:_NAMED]), *last])

    def _link(self, node: NodeId) -> str:
        title = escape(shortened(self._view.nodes[node].title, _LONGEST_TITLE))
        if not self._linked:
            return title
        return f'<a href="{ITEM}{escape(node)}" style="color:{self._theme.text}">{title}</a>'

    def _text(self, key: str, **params: str | int) -> str:
        return self._words.text(f"insight.dashboard.{key}", **params)
