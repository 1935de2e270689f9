"""What a step of the history is called."""

from gvkaart.store.journal import Op, OpKind
from gvkaart.ui.shortening import shortened
from gvkaart.words import Words


def operation_words(name: str, detail: str, words: Words) -> str:
    """Say what an operation did; a history that comes with a file may hold names that this program never wrote."""
    key = f"op.{name}" if words.has(f"op.{name}") else "op.unknown"
    return words.text(key, detail=shortened(detail))


def step_name(op: Op, words: Words) -> str:
    """Say what was done in a step, or what a landmark marks; a version is called what its maker called it."""
    if op.kind is OpKind.VERSION and op.detail:
        return shortened(op.detail)
    text = operation_words(op.name, op.detail, words).rstrip(": ")
    return text[:1].upper() + text[1:]
