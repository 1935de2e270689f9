"""Tables: every kind of item as a grid that is sorted, filtered, edited in place and exchanged with a spreadsheet."""

from gvkaart.ui.tables.page import TablesPage

__all__ = ["TablesPage"]
