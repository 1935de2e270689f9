"""The inspector: the panel that shows and edits what is selected, made from the metamodel."""

from gvkaart.ui.inspector.inspector import Inspector

__all__ = ["Inspector"]
