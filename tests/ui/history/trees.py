"""Items of a tree by their place in it."""

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem


def item(tree: QTreeWidget, row: int, *below: int) -> QTreeWidgetItem:
    """Find an item by its row, the row of it below that, and so on."""
    found = tree.topLevelItem(row)
    for one in below:
        assert found is not None
        found = found.child(one)
    assert found is not None
    return found
