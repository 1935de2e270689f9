"""The passages of a source as they are shown."""

from gvkaart.domain.passages import Passage, Span


class Mark:
    """A passage as it is shown: of which kind and what title is the item that rests on it."""

    __slots__ = ("kind", "passage", "title")

    def __init__(self, passage: Passage, kind: str, title: str) -> None:
        """Name the item of a passage."""
        self.passage, self.kind, self.title = passage, kind, title

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return self.passage.span
