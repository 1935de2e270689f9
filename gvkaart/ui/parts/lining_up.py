"""Putting what is selected in line: aligned, spread evenly, on one row or in one column, wider or narrower."""

from collections.abc import Callable, Iterable
from functools import partial

from gvkaart.domain.operations import Op
from gvkaart.domain.overriding import override
from gvkaart.ui.commands import Command
from gvkaart.ui.lining_up import NARROWER, WIDER, Axis, Centres, Frames, Line, aligned, in_file, scaled, spread
from gvkaart.ui.parts.part import Part


class LiningUpPart(Part):
    """What gives the selected items their place among each other; one action, and so one step back."""

    @override
    def commands(self) -> Iterable[Command]:
        lines = {
            Line.LEFT: self.tr("&Links uitlijnen"),
            Line.CENTRE: self.tr("Middens onder el&kaar"),
            Line.RIGHT: self.tr("&Rechts uitlijnen"),
            Line.TOP: self.tr("&Bovenkanten gelijk"),
            Line.MIDDLE: self.tr("&Middens op één hoogte"),
            Line.BOTTOM: self.tr("&Onderkanten gelijk"),
        }
        yield from (self._command(f"align-{line}", words, partial(aligned, line=line)) for line, words in lines.items())
        yield self._command("row", self.tr("Op één ri&j zetten"), partial(in_file, axis=Axis.ACROSS))
        yield self._command("column", self.tr("In één kolom &zetten"), partial(in_file, axis=Axis.DOWN))
        yield self._command("wider", self.tr("R&uimer uit elkaar"), partial(scaled, factor=WIDER), Op.SCALE)
        yield self._command("narrower", self.tr("&Dichter bij elkaar"), partial(scaled, factor=NARROWER), Op.SCALE)
        across, down = self.tr("&Horizontaal verdelen"), self.tr("&Verticaal verdelen")
        yield self._command("distribute-across", across, partial(spread, axis=Axis.ACROSS), least=3)
        yield self._command("distribute-down", down, partial(spread, axis=Axis.DOWN), least=3)

    def _command(
        self, name: str, words: str, places: Callable[[Frames], Centres], operation: Op = Op.MOVE, *, least: int = 2
    ) -> Command:
        few = self.tr("Selecteer eerst minstens twee items op de kaart.")
        fewer = self.tr("Selecteer eerst minstens drie items op de kaart.")
        return Command(
            name,
            words,
            lambda: self._put(places, operation),
            enabled=lambda: len(self.session.selection_on_map) >= least,
            needs=few if least == 2 else fewer,  # noqa: PLR2004  # the number in the sentence
        )

    def _put(self, places: Callable[[Frames], Centres], operation: Op) -> None:
        """Put what is selected and seen on the map in its places."""
        map_view = self.window.map_view
        map_view.catch_up()
        content = map_view.canvas.content
        frames = {node: content.frame(node) for node in self.session.selection_on_map if node in content.nodes}
        if frames:
            map_view.hands.put(places(frames), operation)
