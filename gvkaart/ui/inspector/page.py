"""What the pages of the inspector have in common."""

from gvkaart.domain.changes import ChangeSet
from gvkaart.ui.inspector.form import Form
from gvkaart.ui.session import Session


class Page(Form):
    """A form about something of the map in view."""

    def __init__(self, session: Session) -> None:
        """Belong to the map that the session looks at now."""
        super().__init__()
        self.session = session
        self.map_id = session.map_id

    def is_stale(self) -> bool:
        """Tell whether the page must be built anew, because it is about what is no longer looked at."""
        return self.map_id != self.session.map_id

    def is_concerned(self, changes: ChangeSet) -> bool:
        """Tell whether something that is shown here changed."""
        raise NotImplementedError
