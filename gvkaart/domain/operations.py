"""What a user can do to a document: the names under which actions stand in the journal and in the undo list.

They are part of the file format: once released a name never changes. The words are in ``resources/texts/*/op.toml``.
"""

from enum import StrEnum
from typing import Final


class Op(StrEnum):
    """One user action: one transaction, one undo step."""

    ADD_NODE = "add_node"
    RENAME = "rename"
    EDIT = "edit"
    """A field, the text, tags, visibility or origin of a node."""
    REMOVE = "remove"
    CONNECT = "connect"
    DISCONNECT = "disconnect"
    EDIT_RELATION = "edit_relation"
    MOVE = "move"
    SCALE = "scale"
    """A group of items was made larger or smaller: they went apart or came together."""
    ARRANGE = "arrange"
    """A layout chose positions."""
    SHOW_LAYOUT = "show_layout"
    KEEP_LAYOUT = "keep_layout"
    RENAME_LAYOUT = "rename_layout"
    REMOVE_LAYOUT = "remove_layout"
    COLLAPSE = "collapse"
    """What hangs on nodes was folded away."""
    EXPAND = "expand"
    SAVE_VIEW = "save_view"
    PLACE = "place"
    TAKE_OFF_MAP = "take_off_map"
    EDIT_PRESENCE = "edit_presence"
    ADD_MAP = "add_map"
    COPY_MAP = "copy_map"
    EDIT_MAP = "edit_map"
    REMOVE_MAP = "remove_map"
    ADD_ROUND = "add_round"
    EDIT_ROUND = "edit_round"
    REMOVE_ROUND = "remove_round"
    SET_ASIDE = "set_aside"
    BRING_BACK = "bring_back"
    PASTE = "paste"
    """Cells of a table got what was on the clipboard, or copied nodes came into the document."""
    DUPLICATE = "duplicate"
    ADD_SOURCE = "add_source"
    CORRECT_SOURCE = "correct_source"
    """The text of a source, with the passages that go along."""
    MARK_PASSAGE = "mark_passage"
    """A passage of a source became an item, or was added to one."""
    COMPARE = "compare"
    """It was said how two meanings of a word stand to each other."""
    AGREE = "agree"
    """Parties agreed on the definition of a word."""
    FROM_TEXT = "from_text"
    """Lines of text became items."""
    IMPORT = "import"


BEGINNINGS: Final = (Op.ADD_MAP, Op.IMPORT)
"""What a document begins with: as long as nothing else was done, there is nothing to lose."""
