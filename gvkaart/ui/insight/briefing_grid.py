"""What each party does not know yet, and why that matters to it: what to tell whom before one talks."""

from collections.abc import Iterable

from gvkaart.analysis.briefing import Briefing, News, briefings
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.ui.insight.grid import LIST_LINES, Cell, Column, Grid, Row, Tint
from gvkaart.ui.insight.grid_view import GridView, disclosed_view
from gvkaart.ui.insight.lists import Section, copy_list
from gvkaart.ui.session import Session


class BriefingGrid(GridView):
    """Per actor, the facts and problems that are news for it."""

    def __init__(self, session: Session) -> None:
        """Show what is news on the map in view."""
        super().__init__(
            session,
            "briefing-grid",
            self.tr("Wie weet wat nog niet"),
            self.tr(
                "Hier staat straks per partij wat zij nog niet weet. Kies bij een feit 'weet niet van', "
                "of verbind feiten met de posities waar ze voor of tegen spreken."
            ),
            self._read_briefings,
        )

    def _read_briefings(self, view: CaseView) -> Grid:
        columns = (
            Column("known", self.tr("Weet de partij dit?"), width=24),
            Column("matters", self.tr("Waarom van belang"), width=38),
            Column("tellers", self.tr("Wie kan het vertellen"), width=28),
        )
        rows: list[Row] = []
        for briefing in briefings(view):
            actor = view.nodes[briefing.actor]
            rows.append(Row(actor.id, f"{actor.title} ({len(briefing.news)})", nodes=(actor.id,)))
            rows += [self._row(view, actor.id, news) for news in briefing.news]
        return Grid(self.tr("Partij, en wat haar te vertellen is"), columns, tuple(rows), LIST_LINES)

    def _row(self, view: CaseView, actor: NodeId, news: News) -> Row:
        node = view.nodes[news.item]
        cells = (
            self._known(news),
            Cell(self._why(view, news), tuple(one for one in news.matters if one != news.item)),
            Cell("\n".join(_titles(view, news.tellers)), news.tellers),
        )
        return Row(f"{actor} {node.id}", node.title, cells, (node.id,), icon=node.kind)

    def _known(self, news: News) -> Cell:
        if news.is_unaware:
            return Cell(self.tr("Weet dit niet"), tint=Tint.DOUBT)
        return Cell(self.tr("Niet bekend: vraag het na"))

    def _why(self, view: CaseView, news: News) -> str:
        own = self.tr("Gaat over deze partij zelf") if news.item in news.matters else ""
        return "\n".join(filter(None, (own, *_titles(view, (one for one in news.matters if one != news.item)))))

    # --- copying ------------------------------------------------------------------------------------------------------

    def copy_for_actor(self) -> None:
        """Copy what is news for the actor one is at; for all of them when one is at none. What is private stays."""
        view = disclosed_view(self._session)
        row = self.current_row()
        at = row.key.split(" ")[0] if row is not None else ""
        found = briefings(view)
        wanted = [one for one in found if one.actor == at] if at else found
        title = self.tr("Te vertellen: %1").replace("%1", self._session.map_title)
        copy_list(self._session, title, (self._section(view, one) for one in wanted))

    def _section(self, view: CaseView, briefing: Briefing) -> Section:
        items = tuple(self._item(view, news) for news in briefing.news)
        return Section(view.nodes[briefing.actor].title, items)

    def _item(self, view: CaseView, news: News) -> str:
        lines = [view.nodes[news.item].title]
        if why := self._why(view, news):
            lines.append(self.tr("Waarom van belang: %1").replace("%1", why.replace("\n", "; ")))
        if news.tellers:
            lines.append(self.tr("Volgens: %1").replace("%1", ", ".join(_titles(view, news.tellers))))
        return "\n".join(lines)


def _titles(view: CaseView, nodes: Iterable[NodeId]) -> list[str]:
    return [view.nodes[one].title for one in nodes]
