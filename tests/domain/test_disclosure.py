"""What leaves with a map: all that belongs to it and nothing that hangs loose; without what is private, nowhere."""

from hypothesis import given, settings

from gvkaart.domain import layout_edits
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.disclosure import disclosed, only_map, without_private
from gvkaart.domain.entities import Map, MapId, Node, NodeId, Placement, Round, RoundId, SetAside
from gvkaart.domain.graph import Graph
from gvkaart.domain.validation import graph_problems
from tests.case import MAP, case, edge, node
from tests.strategies import graphs

moderate = settings(max_examples=20)


def aside(*evidence: str, subject: tuple[str, ...] = ()) -> SetAside:
    return SetAside(MAP, "fact.disputed", subject, evidence, (), "bekend")


def with_entities(graph: Graph, *entities: Node | SetAside | Map | Round | Placement) -> Graph:
    return graph.with_changes(ChangeSet(tuple(Change(None, one) for one in entities)))


@moderate
@given(graphs())
def test_a_map_that_leaves_is_sound(graph: Graph) -> None:
    for map_id in graph.maps:
        for left in (only_map(graph, map_id), without_private(graph, map_id)):
            assert [problem for _entity, problem in graph_problems(left)] == []
            assert set(left.maps) == {map_id}


@moderate
@given(graphs())
def test_nothing_private_leaves(graph: Graph) -> None:
    private = {node.id for node in graph.nodes.values() if node.visibility == "private"}
    for map_id in graph.maps:
        left = without_private(graph, map_id)
        assert private.isdisjoint(left.nodes)
        assert all(one.visibility != "private" for one in left.edges.values())
        words = {
            word for one in left.set_aside.values() for text in (*one.subject, *one.evidence) for word in text.split()
        }
        assert private.isdisjoint(words)


@moderate
@given(graphs())
def test_all_that_stands_on_a_map_leaves_with_it(graph: Graph) -> None:
    for map_id in graph.maps:
        left = only_map(graph, map_id)
        assert left.on_map(map_id) == graph.on_map(map_id)
        assert left.rounds_of(map_id) == graph.rounds_of(map_id)
        between = [one for one in graph.edges.values() if {one.source, one.target} <= left.nodes.keys()]
        assert len({one[:3] for one in left.edges}) == len({one.key[:3] for one in between})


def test_a_map_without_private_parts_leaves_whole() -> None:
    graph = case(node("actor", "a"), node("fact", "f"), "a claims f")
    assert without_private(graph, MAP) == only_map(graph, MAP) == graph


def test_what_a_map_needs_goes_along_off_the_map() -> None:
    graph = with_entities(
        case(node("fact", "f", settle_by="a"), node("actor", "b"), fields={"owner": "b"}),
        Node(NodeId("a"), "actor", "A"),
        Node(NodeId("s"), "source", "Bron"),
        Node(NodeId("loose"), "actor", "Los"),
    ).with_changes(ChangeSet((Change(None, edge("f cites s")), Change(None, edge("loose claims f")))))
    left = only_map(graph, MAP)
    assert set(left.nodes) == {"f", "a", "b", "s"}
    assert [one.key[:3] for one in left.edges.values()] == [("f", "cites", "s")]


def test_what_an_edge_of_the_map_needs_goes_along_too() -> None:
    graph = case(node("actor", "a"), node("fact", "f"), edge("a claims f", reported_by="b"))
    graph = with_entities(graph, Node(NodeId("b"), "actor", "B"))
    assert "b" in only_map(graph, MAP).nodes


def test_rounds_of_another_map_are_lost_and_an_edge_of_this_map_goes_before() -> None:
    graph = case(node("actor", "a"), node("fact", "f"))
    other = MapId("other")
    graph = with_entities(graph, Map(other, "Ander"), Round(RoundId("o1"), other, 0, "Eerst"))
    own, foreign, bounded = edge("a claims f"), edge("a claims f", "o1", note="x"), edge("a claims f", "r1", "o1")
    for order in ((own, foreign, bounded), (bounded, foreign, own)):
        after = graph.with_changes(ChangeSet(tuple(Change(None, one) for one in order)))
        left = only_map(after, MAP)
        assert left.edges == {one.key: one for one in (own, edge("a claims f", "r1"))}


def test_private_nodes_take_their_edges_references_and_findings_with_them() -> None:
    graph = case(
        node("actor", "p", visibility="private"),
        node("actor", "a"),
        node("fact", "f", commissioned_by="p"),
        node("event", "e", confirmed_by=("p", "a")),
        node("event", "e2", confirmed_by=("p",)),
        "p claims f",
        edge("a claims f", reported_by="p"),
        edge("a accepts f"),
        fields={"owner": "p", "sponsor": "a"},
    )
    graph = with_entities(graph, aside(subject=("p",)), aside("p claims f"), aside("a accepts f"))
    left = without_private(graph, MAP)
    assert set(left.nodes) == {"a", "f", "e", "e2"}
    assert [one.relation for one in left.edges.values()] == ["accepts"], "hearsay must not look first-hand"
    assert all(one.fields == {} for one in left.edges.values())
    assert left.nodes[NodeId("f")].fields == {}
    assert left.nodes[NodeId("e")].fields == {"confirmed_by": ("a",)}
    assert left.nodes[NodeId("e2")].fields == {}
    assert left.maps[MAP].fields == {"sponsor": "a"}
    assert [one.evidence for one in left.set_aside.values()] == [("a accepts f",)]


def test_a_private_edge_goes_and_so_do_findings_that_rest_on_it() -> None:
    graph = case(node("actor", "a"), node("fact", "f"))
    private = edge("a claims f")
    hidden = type(private)(private.source, private.relation, private.target, visibility="private")
    graph = graph.with_changes(ChangeSet((Change(None, hidden),)))
    graph = with_entities(graph, aside("a claims f"), aside("f"))
    left = without_private(graph, MAP)
    assert left.edges == {}
    assert [one.evidence for one in left.set_aside.values()] == [("f",)]


def test_what_only_something_private_needs_stays_behind() -> None:
    graph = case(node("fact", "f", visibility="private", settle_by="b"))
    graph = with_entities(graph, Node(NodeId("b"), "actor", "B"))
    assert set(only_map(graph, MAP).nodes) == {"f", "b"}
    assert without_private(graph, MAP).nodes == {}


def test_a_finding_set_aside_about_what_was_removed_does_not_leave() -> None:
    graph = with_entities(case(node("actor", "a"), node("fact", "f")), aside("a claims f"), aside(subject=("gone",)))
    assert disclosed(graph).set_aside == {}
    assert len(only_map(graph, MAP).set_aside) == 2


def test_a_saved_view_asks_for_no_tag_that_only_private_items_have() -> None:
    graph = with_entities(
        case(),
        Node(NodeId("p"), "fact", "P", tags=("secret",), visibility="private"),
        Node(NodeId("f"), "fact", "F", tags=("open",)),
    )
    for tags, left in ((("open", "secret"), ("open",)), (("secret",), None), (("open",), ("open",))):
        view = graph.with_changes(layout_edits.keep_layout(graph, MAP, "Blik", {}, seen={"tags": tags}))
        assert [one.fields.get("tags") for one in disclosed(view).layouts.values()] == [left]
