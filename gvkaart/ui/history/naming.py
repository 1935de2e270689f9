"""What a moment of the history is called."""

from gvkaart.store.journal import Op, OpKind
from gvkaart.ui.shortening import shortened
from gvkaart.words import Words


def step_name(op: Op, words: Words) -> str:
    """Say what was done in a step, or what a landmark marks; a version is called what its maker called it."""
    detail = shortened(op.detail)
    if op.kind is OpKind.VERSION and detail:
        return detail
    # A history that comes with a file may hold names that this program never wrote.
    key = f"op.{op.name}" if words.has(f"op.{op.name}") else "op.unknown"
    text = words.text(key, detail=detail).rstrip(": ")
    return text[:1].upper() + text[1:]
