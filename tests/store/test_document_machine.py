"""A document through any sequence of actions, restarts and crashes is what a plain list of graphs says it is."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from typing_extensions import override

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.store import Document, gate, list_recoverable, recover
from tests.random_edits import START, random_edit
from tests.store.tools import FakeClock, crash, graph_in
from tests.strategies import graphs


class DocumentMachine(RuleBasedStateMachine):
    """The reference keeps whole graphs: what could be undone, what could be redone, what was published."""

    @initialize(start=st.just(START) | graphs(max_nodes=6, max_edges=8))
    def create(self, start: Graph) -> None:
        self.folder = TemporaryDirectory()
        self.data_dir = Path(self.folder.name) / "data"
        self.path = Path(self.folder.name) / "zaak.gvkaart"
        self.clock = FakeClock()
        self.document = Document.create(self.path, self.data_dir, self.clock)
        self.past: list[Graph] = []
        self.future: list[Graph] = []
        self.now = self.published = Graph()
        self.versions: list[Graph] = []
        self._do(ChangeSet(tuple(Change(None, entity) for entity in start.entities())))

    def _do(self, changes: ChangeSet) -> None:
        self.document.apply("edit", changes, "iets")
        if changes:
            self.past.append(self.now)
            self.future.clear()
            self.now = self.now.with_changes(changes)

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        try:
            changes = random_edit(data, self.now)
        except Rejected:
            return
        self._do(changes)

    @rule(steps=st.integers(1, 3))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            changes = self.document.undo()
            assert (changes is None) == (not self.past)
            if self.past:
                self.future.append(self.now)
                self.now = self.past.pop()

    @rule(steps=st.integers(1, 3))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            changes = self.document.redo()
            assert (changes is None) == (not self.future)
            if self.future:
                self.past.append(self.now)
                self.now = self.future.pop()

    @rule()
    def publish(self) -> None:
        self.document.publish()
        self.published = self.now
        assert self.document.is_published
        assert graph_in(self.path) == self.now

    @rule()
    def close_and_open(self) -> None:
        self.document.publish()
        self.published = self.now
        self.document.close()
        self.document = Document.open(self.path, self.data_dir, self.clock)

    @rule()
    def crash_and_recover(self) -> None:
        is_published = self.document.is_published
        crash(self.document)
        left = list_recoverable(self.data_dir)
        assert len(left) == (0 if is_published else 1)
        if left:
            self.document = recover(left[0], self.data_dir, self.clock)
        else:
            self.document = Document.open(self.path, self.data_dir, self.clock)

    @rule()
    def name_version(self) -> None:
        self.document.name_version("hier")
        self.versions.append(self.now)

    @precondition(lambda self: self.versions)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        number = data.draw(st.integers(0, len(self.versions) - 1))
        steps = self.document.versions()[::-1]
        assert len(steps) == len(self.versions)
        restored = self.document.restored(steps[number].id, "v")
        assert restored.graph == self.versions[number]
        restored.discard_unpublished()

    @rule()
    def erase_history(self) -> None:
        self.document.erase_history()
        self.past, self.future, self.versions = [], [], []

    @invariant()
    def memory_is_the_working_copy_is_the_reference(self) -> None:
        assert self.document.graph == self.now
        assert gate.load(self.document._connection, self.path) == self.now

    @invariant()
    def what_can_be_undone_is_known(self) -> None:
        assert len(self.document.steps(1000)) == len(self.past)
        assert (self.document.undo_step is None, self.document.redo_step is None) == (not self.past, not self.future)

    @override
    def teardown(self) -> None:
        if hasattr(self, "document"):
            assert graph_in(self.path) == self.published
            self.document.discard_unpublished()
            self.folder.cleanup()


TestDocumentMachine = DocumentMachine.TestCase
TestDocumentMachine.settings = settings(max_examples=20, stateful_step_count=25)
