"""Makes documents of any size with faults that it planted itself, for tests and benchmarks alike.

The base of such a document is a case on which no check finds anything: every position rests on an interest, everybody
who is affected has a voice, every fact is accepted by a second party. Faults are added to it, each with nodes of its
own, so that what must be found is known exactly.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle, islice
from random import Random
from typing import Final

from gvkaart.domain.derived import RUNGS
from gvkaart.domain.entities import (
    NO_ROUND,
    Entity,
    Map,
    MapId,
    NodeId,
    Placement,
    Round,
    RoundId,
    Value,
)
from gvkaart.domain.graph import Graph
from tests.case import A_VALUE
from tests.faults import PLANTS
from tests.faults_of_interests import complete
from tests.making import Expected, Making

MAP: Final = MapId("map")
ROUNDS: Final = (RoundId("r1"), RoundId("r2"), RoundId("r3"))

_SHARES: Final = {
    "actor": 8,
    "interest": 14,
    "position": 16,
    "fact": 20,
    "argument": 6,
    "concept": 6,
    "purpose": 4,
    "dataflow": 6,
    "legal_basis": 2,
    "risk": 5,
    "measure": 4,
    "option": 5,
    "problem": 5,
    "question": 2,
    "action": 3,
    "event": 2,
    "source": 2,
}
"""How many nodes of each kind there are in a hundred and ten, roughly as in a case that somebody worked out."""

_TITLES: Final = {
    "actor": ("Dienst", "Gemeente", "Ministerie", "Stichting", "Uitvoerder"),
    "interest": ("Mensen op tijd helpen", "Zorgvuldig omgaan met gegevens", "Werk dat uit te voeren is"),
    "position": ("Wij doen dit alleen samen", "Begin klein en leer ervan", "Leg eerst vast wie wat doet"),
    "fact": (
        "De helft van de brieven komt terug",
        "Elke maand melden zich nieuwe mensen",
        "De wachttijd is acht weken",
    ),
    "argument": ("Anders betaalt de burger het dubbel", "Zo weten we waar we aan toe zijn"),
    "purpose": ("Bellen voordat de brief uitgaat", "Aanbod van hulp doen", "Teveel betaald geld teruggeven"),
    "dataflow": ("Maandelijkse lijst", "Antwoord per persoon", "Overzicht per wijk"),
    "risk": ("Een fout reist mee", "Iemand krijgt een stempel", "De lijst raakt verouderd"),
    "measure": ("Elk kwartaal nakijken", "Vier ogen bij elk besluit"),
    "option": ("Proef in twee wijken", "Alles bij een loket", "Voorlopig zo laten"),
    "problem": ("Mensen horen te laat iets", "Schulden lopen op zonder dat iemand belt"),
    "question": ("Wie belt er als eerste?", "Hoe lang bewaren we dit?"),
    "action": ("Voorstel uitwerken", "Juristen uitnodigen"),
}

_LINKS: Final = (
    ("accepts", "actor", "fact"),
    ("accepts", "actor", "problem"),
    ("means", "actor", "concept"),
    ("uses", "position", "concept"),
    ("supports", "argument", "position"),
    ("supports", "fact", "option"),
    ("undermines", "argument", "option"),
    ("answers", "option", "question"),
    ("serves", "option", "interest"),
    ("harms", "risk", "interest"),
    ("sends", "actor", "dataflow"),
    ("receives", "actor", "dataflow"),
    ("needed_for", "dataflow", "purpose"),
    ("aims_at", "option", "purpose"),
    ("contains", "option", "measure"),
    ("poses", "option", "risk"),
    ("mitigates", "measure", "risk"),
    ("addresses", "option", "problem"),
    ("happened_to", "event", "actor"),
    ("cites", "fact", "source"),
    ("cites", "position", "source"),
    ("related", "fact", "event"),
)
"""Links that can be laid at will between base nodes without giving any check something to find."""

# --- the base: nothing to find ----------------------------------------------------------------------------------------


def _base_node(case: Making, kind: str) -> None:
    title = case.random.choice(_TITLES.get(kind, (kind.capitalize(),)))
    node = case.add(kind, "Vakterm" if kind == "concept" else title, **_base_fields(case, kind))
    case.base.setdefault(kind, []).append(node)
    if kind == "actor":
        needed = len(case.base[kind]) <= _FIRST_PARTIES or case.random.random() < 0.5
        case.presence[node] = {"presence": "at_table", "required": needed}
    _CARE.get(kind, _no_care)(case, node)


def _base_fields(case: Making, kind: str) -> dict[str, Value]:
    number = len(case.nodes) + 1
    choose = case.random.choice
    fields: dict[str, dict[str, Value]] = {
        "actor": {"type": choose(("organisation", "ministry", "municipality"))},
        "interest": {"level": choose(("own", "collective", "public"))},
        "risk": {"scope": choose(("intended", "process"))},
        "fact": {"evidence": choose(("statistics", "research", "experience", "law"))},
        "concept": {"frame": f"Kader {number}", "definition": f"Wat wij hieronder verstaan, nummer {number}."},
        "purpose": dict.fromkeys(RUNGS, "ingevuld"),
        "dataflow": {"level": choose(("statistical", "individual")), "status": choose(("existing", "proposed"))},
        "legal_basis": {"status": "existing"},
        "option": {"status": choose(("idea", "discussed", "dropped"))},
        "problem": {"wording": "effect"},
    }
    return fields.get(kind, {})


def _care_for_interest(case: Making, node: NodeId) -> None:
    case.link(case.some("actor"), "has_interest", node, importance=case.random.choice(("low", "middle", "high")))


def _care_for_position(case: Making, node: NodeId) -> None:
    actor = case.some("actor")
    if len(case.base["position"]) > 1 and case.random.random() < 0.05:
        case.link_in(actor, "holds", node, NO_ROUND, ROUNDS[0])
    else:
        case.link(actor, "holds", node)
    case.link(node, "rests_on", case.some("interest"))


def _care_for_fact(case: Making, node: NodeId) -> None:
    one, other = case.two()
    case.link(one, "claims", node)
    case.link(other, "accepts", node)


def _care_for_dataflow(case: Making, node: NodeId) -> None:
    case.link(node, "based_on", case.some("legal_basis"))


def _care_for_purpose(case: Making, node: NodeId) -> None:
    case.link(node, "pursues", case.some("interest"))


def _no_care(_case: Making, _node: NodeId) -> None:
    """Most kinds need nothing to be without fault."""


_CARE: Final[dict[str, Callable[[Making, NodeId], None]]] = {
    "interest": _care_for_interest,
    "position": _care_for_position,
    "fact": _care_for_fact,
    "dataflow": _care_for_dataflow,
    "purpose": _care_for_purpose,
}


def _kinds(count: int) -> Iterator[str]:
    """Yield so many kinds in their shares, first one of each that the others need."""
    first = ("actor", "actor", "actor", "legal_basis", "interest", "purpose", "position")
    shares = [kind for kind, share in _SHARES.items() for _ in range(share)]
    Random(0).shuffle(shares)
    yield from islice((*first, *islice(cycle(shares), max(count - len(first), 0))), max(count, len(first)))


def _arrange(case: Making) -> None:
    """Let the conversation have rules, a facilitator, somebody who knows about privacy, and something all agree on."""
    parties = case.base["actor"]
    case.rules |= {"sponsor": parties[0], "ends": "2027-01", "decision_rule": "Wie blijft, stemt in."}
    case.presence[case.add("actor", "Begeleider")] = {"presence": "facilitator"}
    case.presence[parties[0]]["expertise"] = ("privacy",)
    fact = case.add("fact", "Hierover zijn allen het eens", evidence="experience")
    for number, actor in enumerate(parties):
        case.link(actor, "accepts" if number else "claims", fact)


def _compare(case: Making) -> None:
    """Let the map say what happens without a deal, which risk all has that goes as planned, and why it matters."""
    case.add("option", "Niets afspreken", no_deal=True)
    for scope in ("alternative", "intended"):
        case.add("risk", "Het wordt drukker aan het loket", scope=scope)
    interest = case.nodes[case.base["interest"][0]]
    case.nodes[interest.id] = replace(interest, fields={"level": "public", "value": A_VALUE})


def _lay_links(case: Making, count: int) -> None:
    """Lay harmless links until there are so many edges; the attempts are bounded, for a small map is soon full."""
    possible = [link for link in _LINKS if link[1] in case.base and link[2] in case.base]
    for _attempt in range(20 * count if possible else 0):
        if len(case.edges) >= count:
            return
        relation, source, target = case.random.choice(possible)
        case.link(case.some(source), relation, case.some(target))


_FIRST_PARTIES: Final = 2
"""So many parties are needed in any case; were there but one, all it claims would be shared."""
_MOST_NODES_OF_A_FAULT: Final = 2


# --- together ---------------------------------------------------------------------------------------------------------


def make_graph(
    seed: int, nodes: int = 300, edges: int = 450, faults: int = 12, *, placed: bool = False
) -> tuple[Graph, MapId, frozenset[Expected]]:
    """Make a document of one map with three rounds.

    Args:
        seed: the same seed gives the same document.
        nodes: how many nodes there are; a fault too many for it makes the document a little larger.
        edges: how many edges there are about; no fewer than each node needs to be without fault.
        faults: how many faults are planted, in turn of each check.
        placed: give every node a place on a grid; otherwise the layout has still to decide.

    Returns:
        The document, its map, and every finding that there must be as of the last round: no more, no fewer.
    """
    case = Making(Random(seed))
    for kind in _kinds(nodes - _MOST_NODES_OF_A_FAULT * faults):
        _base_node(case, kind)
    _arrange(case)
    _compare(case)
    for plant in islice(cycle(PLANTS.values()), faults):
        plant(case)
    for last in case.finally_:
        last()
    complete(case)
    while len(case.nodes) < nodes:
        _base_node(case, "argument")
    _lay_links(case, edges)
    return Graph.of(_entities(case, placed=placed)), MAP, frozenset(case.expected)


def _entities(case: Making, *, placed: bool) -> Iterator[Entity]:
    yield Map(MAP, "Gemaakte kaart", fields=case.rules)
    yield from (Round(round_id, MAP, number, f"Ronde {number + 1}") for number, round_id in enumerate(ROUNDS))
    yield from case.nodes.values()
    yield from case.edges.values()
    columns = max(1, round(len(case.nodes) ** 0.5))
    for number, node in enumerate(case.nodes):
        x, y = (number % columns * 240, number // columns * 140) if placed else (None, None)
        yield Placement(MAP, node, x, y, fields=case.presence.get(node, {}))
