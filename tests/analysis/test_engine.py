"""What is found after edits is what a new look finds, whatever came before; and only what may differ is looked at."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gvkaart.analysis.catalogue import Catalogue, read_catalogue
from gvkaart.analysis.engine import CHECKS, Inspection, inspect, run_checks
from gvkaart.analysis.findings import Observation, Severity
from gvkaart.analysis.reading import NotedView, Shared, shared
from gvkaart.analysis.registry import Check
from gvkaart.assets import resource_text
from gvkaart.domain import edits, map_edits
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Edge, EdgeKey, Entity, Map, MapId, Node, NodeId, Placement, RoundId
from gvkaart.domain.errors import Defect, Rejected
from gvkaart.domain.graph import Graph
from tests.analysis.maps import FIRES
from tests.case import MAP, ROUNDS, case, edge, node
from tests.faults import PLANTS
from tests.generator import document_of, planted
from tests.random_edits import random_edit
from tests.ways import WAYS

CATALOGUE = read_catalogue(resource_text("publieke-waarden.json"), "nl")
A, FACT, LATER = NodeId("a"), NodeId("f"), NodeId("later")
AT_TABLE = (node("actor", "a", presence="at_table"), node("actor", "b", presence="at_table"))
DISPUTED = case(*AT_TABLE, node("fact", "f"), node("note", "n"), "a claims f", "b disputes f")


def again(graph: Graph, before: Inspection, *checks: Check) -> Inspection:
    """Look again, after edits; it must come to what a new look comes to."""
    return looked_at(CaseView(graph, MAP), before, *checks)


def looked_at(view: CaseView, before: Inspection, *checks: Check) -> Inspection:
    """Look at a view after something else was looked at; it must come to what a new look comes to."""
    after = inspect(view, CATALOGUE, checks or CHECKS, before)
    anew = inspect(CaseView(view.graph, view.map_id, view.round_id), CATALOGUE, checks or CHECKS)
    assert after.findings == anew.findings
    assert after.explained == anew.explained
    return after


def first(graph: Graph, *checks: Check) -> Inspection:
    return inspect(CaseView(graph, MAP), CATALOGUE, checks or CHECKS)


def run_again(graph: Graph, changes: ChangeSet) -> set[str]:
    """Return which checks are run again for changes."""
    before = first(graph)
    after = again(graph.with_changes(changes), before)
    return {check.id for check in CHECKS if after.kept[check] is not before.kept[check]}


# --- the same as from scratch -----------------------------------------------------------------------------------------


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.integers(0, 30), st.data())
def test_findings_after_edits_are_those_of_a_new_look(seed: int, data: st.DataObject) -> None:
    plants = Random(seed).sample([*PLANTS.values(), *WAYS], 10)
    graph = document_of(planted(seed, 25, plants))
    view = CaseView(graph, MAP)
    before, made = inspect(view, CATALOGUE), list[ChangeSet]()
    for _ in range(10):
        try:
            changes = undone_or_new(data, graph, made)
        except Rejected:
            continue
        graph = graph.with_changes(changes)
        view = view.after(graph, changes)
        if not data.draw(st.integers(0, 5)):  # somebody looks at another round, or at the current one again
            view = CaseView(graph, MAP, data.draw(st.none() | st.sampled_from(ROUNDS)))
        if data.draw(st.integers(0, 3)):  # now and then several edits are looked at together
            before = looked_at(view, before)


def undone_or_new(data: st.DataObject, graph: Graph, made: list[ChangeSet]) -> ChangeSet:
    """Take back the last edit that was not taken back, or try one that is remembered."""
    if made and not data.draw(st.integers(0, 3)):
        return made.pop().reversed()
    made.append(random_edit(data, graph))
    return made[-1]


def of_reasoning(random: Random, graph: Graph) -> ChangeSet:
    """Change what is a reason for what, what becomes of a fact, or what there is to reason about."""
    actor, cut = NodeId("a"), list(graph.edges)
    one, other = random.sample([item.id for item in graph.nodes.values() if item.kind != "actor"], 2)
    match random.randrange(6):
        case 0:
            return edits.remove_nodes(graph, [one])
        case 1 if cut:
            return edits.disconnect(graph, random.sample(cut, 1))
        case 2:
            return edits.add_node(graph, "argument", "Nieuw", now=1, map_id=MAP)
        case 3:
            return edits.set_field(graph, one, "settled", random.choice(("true", "false", "nuanced", None)), now=1)
        case 4:
            return edits.connect(graph, actor, random.choice(("claims", "disputes")), one)
        case _:
            return edits.connect(graph, one, random.choice(("supports", "undermines")), other)


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_what_stands_and_falls_after_edits_is_as_labelled_and_explained_anew(random: Random) -> None:
    """Reasons in chains, in circles and apart, of which each edit reaches a part."""
    names = [f"i{number}" for number in range(12)]
    items = (node(random.choice(("fact", "argument", "argument")), name) for name in names)
    pairs = {tuple(random.sample(names, 2)) for _ in range(14)}
    reasons = (f"{one} {random.choice(('supports', 'undermines'))} {other}" for one, other in sorted(pairs))
    graph = case(*AT_TABLE, *items, node("fact", "f"), "b claims f", "f supports i0", *reasons)
    view = CaseView(graph, MAP)
    before, made = inspect(view, CATALOGUE, ()), list[ChangeSet]()
    for _ in range(30):
        if made and random.random() < 0.2:
            changes = made.pop().reversed()
        else:
            try:
                changes = of_reasoning(random, graph)
            except Rejected:
                continue
            made.append(changes)
        graph = graph.with_changes(changes)
        view = view.after(graph, changes)
        before = inspect(view, CATALOGUE, (), before)
        assert before.explained == inspect(CaseView(graph, MAP), CATALOGUE, ()).explained


def variations(graph: Graph) -> Iterator[Graph]:
    """Yield a case with each of its parts once left out or different: entities, fields, titles and texts."""
    for entity in graph.entities():
        for change in _changes(entity):
            yield _without_loose_ends(graph, change)


def _changes(entity: Entity) -> Iterator[Change]:
    if not isinstance(entity, Map):
        yield Change(entity, None)
    if isinstance(entity, Node | Edge | Placement | Map):
        yield from (
            Change(entity, replace(entity, fields={key: value for key, value in entity.fields.items() if key != name}))
            for name in entity.fields
        )
    if isinstance(entity, Node):
        yield Change(entity, replace(entity, title="Iets heel anders"))
        yield Change(entity, replace(entity, text="Iets heel anders", visibility="private"))


def _without_loose_ends(graph: Graph, change: Change) -> Graph:
    """Make one change; with a node go its edges and its place."""
    changes = [change]
    if change.new is None and isinstance(change.old, Node):
        gone = change.old.id
        changes += [Change(one, None) for one in graph.edges.values() if gone in (one.source, one.target)]
        changes += [Change(one, None) for one in graph.placements.values() if one.node == gone]
    return graph.with_changes(ChangeSet(tuple(changes)))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_is_run_again_for_whatever_makes_a_difference(check: Check) -> None:
    """Each part of each map on which it fires is once what comes and once what goes."""
    for map_ in FIRES[check.id]:
        whole = case(*map_.parts, fields=map_.fields)
        before = first(whole, check)
        for varied in variations(whole):
            again(whole, again(varied, before, check), check)


# --- whatever a view knows is noted -----------------------------------------------------------------------------------

CASE = case(
    *AT_TABLE,
    node("actor", "part", type="department"),
    node("actor", "group", type="group"),
    *(node("fact", "f"), node("fact", "g", settled="true"), node("position", "p"), node("interest", "i")),
    *(node("option", "o", status="dropped"), node("note", "n", visibility="private")),
    *("part part_of a", "a claims f", "b disputes f", "a has_interest i", "b represents group", "p rests_on i"),
    *(edge("a holds p", end="r1"), edge("b claims g", reported_by="a")),
    fields={"current": "r2", "owner": "a"},
)
_OF_A_NODE = ("presence", "counts", "kind", "status", "sides", "holders", "marks")
_OF_RELATIONS = ("out", "into", "targets", "sources")
_NOT_FOR_CHECKS = ("after", "layout", "map_id", "round_id")
"""How a view is made, which map it is of, and where things stand on it."""


def _asked(view: CaseView, name: str) -> object:
    if name in _OF_A_NODE:
        return [getattr(view, name)(one) for one in CASE.nodes]
    if name in _OF_RELATIONS:
        return [getattr(view, name)(one, "claims", "disputes", "holds", "part_of") for one in CASE.nodes]
    if name in ("outgoing", "incoming"):
        return [sorted(getattr(view, name)(relation).items()) for relation in ("claims", "holds", "part_of")]
    if name in ("of_kind", "ids"):
        return getattr(view, name)("fact")
    if name == "holds":
        return [view.holds(one) for one in CASE.edges.values()]
    if name == "nodes":
        return dict(view.nodes), len(view.nodes)
    return getattr(view, name)


def _said(value: object) -> str:
    """Write down what a view answered, whatever the order in sets."""
    return repr(sorted(map(repr, value))) if isinstance(value, frozenset) else repr(value)


@pytest.mark.parametrize("name", sorted({one for one in vars(CaseView) if one[0] != "_"} - set(_NOT_FOR_CHECKS)))
def test_a_check_that_reads_anything_a_view_knows_is_run_again(name: str) -> None:
    """For every member that a view has, so that one which is added later is noted too, or fails here."""

    def look(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
        assert isinstance(view, NotedView)
        yield Observation(Severity.INFO, (), params={"read": _said(_asked(view, name))})

    check = Check("test.reads", look)
    before = first(CASE, check)
    for varied in variations(CASE):
        again(CASE, again(varied, before, check), check)


@pytest.mark.parametrize("node_id", ["f", "later"])
def test_a_node_that_is_looked_up_is_noted_whether_it_is_there_or_not(node_id: str) -> None:
    def look(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
        found = view.nodes.get(NodeId(node_id))
        yield Observation(Severity.INFO, (), params={"there": NodeId(node_id) in view.nodes, "title": str(found)})

    check = Check("test.looks_up", look)
    before = first(CASE, check)
    added = CASE.with_changes(ChangeSet((Change(None, node("fact", "later")), Change(None, Placement(MAP, LATER)))))
    again(added, again(CASE, again(added, before, check), check), check)


def test_what_cannot_be_noted_cannot_be_read() -> None:
    def look(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
        yield Observation(Severity.INFO, (), params={"maps": len(view.graph.maps)})

    with pytest.raises(Defect, match=r"check_failed\.test\.reads_past"):
        first(CASE, Check("test.reads_past", look))


def test_what_is_shared_reads_nothing_afterwards() -> None:
    late = shared(lambda view: lambda: view.of_kind("fact"))

    def look(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
        late(view)()
        yield from ()

    with pytest.raises(Defect, match=r"check_failed\.test\.late"):
        first(CASE, Check("test.late", look))


# --- no more than differs ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "edit",
    [
        lambda graph: edits.rename(graph, NodeId("n"), "Anders", now=1),
        lambda graph: edits.set_aside(graph, first(graph).findings[0].key_on(MAP), "Gezien", date="2026-01-02"),
    ],
)
def test_what_no_check_reads_runs_none(edit: Callable[[Graph], ChangeSet]) -> None:
    assert run_again(DISPUTED, edit(DISPUTED)) == set()


def test_only_what_reads_a_difference_is_run_again() -> None:
    touched = run_again(DISPUTED, edits.set_field(DISPUTED, FACT, "settle_question", "Hoeveel?", now=1))
    assert "fact.no-way-out" in touched
    assert not {"purpose.vague", "flow.basis", "interest.position-without"} & touched


def test_a_change_that_makes_no_difference_for_who_sits_at_the_table_wakes_nobody() -> None:
    """Somebody who is away declines: still not at the table."""
    graph = DISPUTED.with_changes(map_edits.set_presence(DISPUTED, MAP, A, "expertise", ("law",)))
    changes = map_edits.set_presence(graph, MAP, A, "involved_since", "r1")
    assert "fact.disputed" not in run_again(graph, changes)


def test_setting_aside_marks_and_runs_nothing() -> None:
    before = first(DISPUTED)
    graph = DISPUTED.with_changes(
        edits.set_aside(DISPUTED, before.findings[0].key_on(MAP), "Gezien", date="2026-01-02")
    )
    after = again(graph, before)
    assert after.findings[0].set_aside is not None
    assert all(after.kept[key] is kept for key, kept in before.kept.items())
    assert again(DISPUTED, after).findings == before.findings


def test_what_an_edit_reaches_through_others_is_explained_again() -> None:
    chain = case(
        *AT_TABLE,
        *(node("fact", "f"), node("argument", "x"), node("argument", "y"), node("position", "p")),
        *("a claims f", "f supports x", "x undermines y", "y supports p"),
    )
    each: tuple[Callable[[Graph], ChangeSet], ...] = (
        lambda graph: edits.set_field(graph, FACT, "settled", "false", now=1),
        lambda graph: edits.connect(graph, NodeId("b"), "disputes", FACT),
        lambda graph: edits.remove_nodes(graph, [FACT]),
        lambda graph: edits.disconnect(graph, [EdgeKey(FACT, "supports", NodeId("x"))]),
    )
    for edit in each:
        before = first(chain)
        changed = chain.with_changes(edit(chain))
        again(chain, again(changed, before))


def test_what_an_edit_does_not_reach_is_not_explained_again() -> None:
    apart = case(
        *AT_TABLE,
        *(node("fact", "f"), node("position", "p"), node("fact", "g"), node("position", "q")),
        *("a claims f", "b claims g", "f supports p", "g undermines q"),
    )
    before = first(apart)
    after = again(apart.with_changes(edits.set_field(apart, FACT, "settled", "false", now=1)), before)
    told = {item for item, one in after.explained.items() if before.explained.get(item) is not one}
    assert told == {"f", "p"}


def test_another_round_map_or_catalogue_is_looked_at_anew() -> None:
    before = first(DISPUTED)
    for view, catalogue in (
        (CaseView(DISPUTED, MAP, RoundId("r1")), CATALOGUE),
        (CaseView(DISPUTED, MapId("other")), CATALOGUE),
        (before.view, Catalogue({}, {}, {})),
    ):
        after = inspect(view, catalogue, CHECKS, before)
        assert after.findings == run_checks(view, catalogue)
        assert not any(after.kept[check] is before.kept[check] for check in CHECKS)


# --- what is shared ---------------------------------------------------------------------------------------------------


@shared
def titles(view: CaseView) -> tuple[str, ...]:
    """Return the titles of the facts."""
    return tuple(fact.title for fact in view.of_kind("fact"))


def counting(counts: Counter[str], name: str, read: Shared[tuple[str, ...]]) -> Check:
    def look(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
        counts[name] += 1
        yield Observation(Severity.INFO, (), params={"titles": "; ".join(read(view) + read(view))})

    return Check(f"test.{name}", look)


def test_what_is_shared_is_worked_out_once_and_wakes_its_readers_when_it_comes_to_something_else() -> None:
    counts = Counter[str]()
    once: Shared[tuple[str, ...]] = shared(lambda view: (counts.update(["shared"]), titles(view))[1])
    checks = counting(counts, "one", once), counting(counts, "other", once)
    before = first(DISPUTED, *checks)
    assert counts == {"shared": 1, "one": 1, "other": 1}

    settled = DISPUTED.with_changes(edits.set_field(DISPUTED, FACT, "settle_by", "a", now=1))
    after = inspect(CaseView(settled, MAP), CATALOGUE, checks, before)
    assert counts == {"shared": 1, "one": 1, "other": 1}  # the titles were read again, and are as they were

    renamed = settled.with_changes(edits.rename(settled, FACT, "Anders", now=1))
    last = inspect(CaseView(renamed, MAP), CATALOGUE, checks, after)
    assert counts == {"shared": 2, "one": 2, "other": 2}
    assert [one.params["titles"] for one in last.findings] == ["Anders; Anders"] * 2


def test_what_is_shared_can_be_asked_of_any_view() -> None:
    assert titles(CaseView(DISPUTED, MAP)) == ("f",)
    assert titles.__doc__ == "Return the titles of the facts."
