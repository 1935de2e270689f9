"""Grows a case on which no check finds anything: of any size, and no two alike.

Whoever adds a node here gives it all that it takes to be without fault, in one of several ways: a risk is mitigated or
accepted, an interest is served by a position or by an option, a fact is shared, settled, given up or nobody's. What is
in `Making.base` may be joined at will afterwards (`LINKS`); what is not, has to stay as it was made.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle, islice
from random import Random
from typing import Final

from gvkaart.domain.derived import RUNGS
from gvkaart.domain.entities import NO_ROUND, NodeId, Value
from tests.case import A_VALUE, ROUNDS
from tests.making import Making

FIRST, SECOND = ROUNDS[:2]

LINKS: Final = (
    ("accepts", "actor", "fact"),
    ("accepts", "actor", "problem"),
    ("means", "actor", "concept"),
    ("uses", "position", "concept"),
    ("uses", "question", "concept"),
    ("supports", "argument", "position"),
    ("supports", "argument", "purpose"),
    ("supports", "fact", "argument"),
    ("supports", "fact", "option"),
    ("undermines", "argument", "option"),
    ("answers", "option", "question"),
    ("answers", "position", "question"),
    ("serves", "option", "interest"),
    ("serves", "measure", "interest"),
    ("harms", "risk", "interest"),
    ("hits", "problem", "actor"),
    ("hits", "risk", "group"),
    ("sends", "actor", "dataflow"),
    ("receives", "actor", "dataflow"),
    ("aims_at", "option", "purpose"),
    ("aims_at", "actor", "purpose"),
    ("contains", "option", "measure"),
    ("poses", "option", "risk"),
    ("poses", "dataflow", "risk"),
    ("mitigates", "measure", "risk"),
    ("addresses", "option", "problem"),
    ("addresses", "measure", "problem"),
    ("causes", "event", "problem"),
    ("speaks_of", "argument", "actor"),
    ("gets_benefit", "actor", "option"),
    ("decides", "actor", "question"),
    ("happened_to", "event", "actor"),
    ("happened_to", "event", "option"),
    ("cites", "fact", "source"),
    ("cites", "position", "source"),
    ("part_of", "question", "question"),
    ("related", "fact", "event"),
    ("related", "note", "option"),
)
"""What can be joined at will between nodes of the base without giving any check something to find."""


def lay_links(case: Making, count: int) -> None:
    """Lay harmless links until there are so many edges; the attempts are bounded, for a small map is soon full."""
    possible = [link for link in LINKS if link[1] in case.base and link[2] in case.base]
    for _attempt in range(20 * count):
        if len(case.edges) >= count:
            return
        relation, source, target = case.random.choice(possible)
        case.link(case.some(source), relation, case.some(target))


def grow(case: Making, count: int) -> None:
    """Add nodes until there are so many, or a few more; a conversation takes some two dozen at least."""
    _found(case)
    for kind in _kinds():
        if len(case.nodes) >= count:
            return
        _GROW[kind](case)


def _kinds() -> Iterator[str]:
    shares = [kind for kind, share in _SHARES.items() for _ in range(share)]
    Random(0).shuffle(shares)
    return cycle(shares)


_SHARES: Final = {
    "actor": 8,
    "interest": 12,
    "position": 12,
    "fact": 20,
    "argument": 6,
    "assumption": 1,
    "concept": 6,
    "purpose": 4,
    "dataflow": 6,
    "legal_basis": 2,
    "risk": 5,
    "measure": 4,
    "option": 5,
    "problem": 5,
    "question": 2,
    "action": 4,
    "event": 2,
    "source": 2,
    "note": 1,
}
"""How many nodes of each kind there are in a hundred or so, roughly as in a case that somebody worked out."""


# --- what every conversation has --------------------------------------------------------------------------------------


def _found(case: Making) -> None:
    """Let the conversation have parties, rules, common ground, and the situation in which nothing is agreed."""
    _put(case, "fact", case.add("fact", "Hierover zijn allen het eens", evidence="statistics"))
    for number in range(3):
        _party(case, required=number < 2)
    parties = case.base["actor"]
    case.presence[parties[0]]["expertise"] = ("domain", "privacy")
    case.presence[case.add("actor", "Begeleider", type="person")] = {"presence": "facilitator"}
    case.rules |= {"sponsor": parties[1], "ends": "2027-01", "decision_rule": "Wie blijft, stemt in."}
    interest = case.add("interest", "Zorgvuldig met gegevens", level="public", value=A_VALUE)
    _has(case, parties[0], interest)
    _put(case, "interest", interest)
    _stand(case, interest)
    for kind in ("purpose", "legal_basis", "measure", "question", "source"):
        _GROW[kind](case)
    _put(case, "option", case.add("option", "Klein beginnen", status="discussed"))
    case.link(case.base["option"][0], "aims_at", case.base["purpose"][0])
    spoken_for = case.add("interest", "Overzicht voor wie het aangaat", level="public")
    case.link(parties[1], "represents", spoken_for)
    case.link(case.add("option", "Niets afspreken", no_deal=True), "harms", spoken_for)
    for scope in ("alternative", "intended"):
        risk = case.add("risk", "Het wordt drukker aan het loket", scope=scope, accepted_because="Dat is nu al zo.")
        _put(case, "risk", risk)


def _put(case: Making, kind: str, node: NodeId) -> NodeId:
    case.base.setdefault(kind, []).append(node)
    return node


def _chance(case: Making, percent: int) -> bool:
    return case.random.randrange(100) < percent


# --- who takes part ---------------------------------------------------------------------------------------------------


def _actor(case: Making) -> None:
    case.random.choice((_party, _party, _party, _department, _outsider, _group))(case)


def _party(case: Making, *, required: bool | None = None) -> None:
    actor = case.add("actor", case.random.choice(("Dienst", "Gemeente", "Ministerie", "Stichting")), type=_type(case))
    is_required = _chance(case, 50) if required is None else required
    case.presence[actor] = {"presence": "at_table", "required": is_required}
    if _chance(case, 30):
        case.presence[actor]["expertise"] = (case.random.choice(("law", "domain", "technique", "data")),)
    case.link(actor, "accepts" if "actor" in case.base else "claims", case.base["fact"][0])
    _put(case, "actor", actor)


def _type(case: Making) -> str:
    return case.random.choice(("organisation", "ministry", "municipality", "role"))


def _department(case: Making) -> None:
    """Add a part of a party, which sits at the table with it."""
    part = case.add("actor", "Afdeling", type=case.random.choice(("department", "person")))
    case.link(part, "part_of", case.some("actor"))


def _outsider(case: Making) -> None:
    """Add an actor that is not at the table, of which nothing is said or something it said itself."""
    actor = case.add("actor", "Buitenstaander", type=_type(case))
    heard = _chance(case, 70)
    presence = case.random.choice(("consulted", "absent", "declined", "unavailable", ""))
    known: dict[str, Value] = {"presence": presence} if presence else {}
    case.presence[actor] = {"required": heard and _chance(case, 20), **known}
    if heard:
        case.link(actor, "accepts", case.base["fact"][0])
        case.link(actor, "aims_at", case.some("purpose"), reported_by=case.some("actor"))
    if _chance(case, 30):
        case.link(actor, "asks", case.add("action", "Houd ons op de hoogte"))
        case.presence[actor].setdefault("presence", "absent")


def _group(case: Making) -> None:
    group = _put(case, "group", case.add("actor", "Mensen met een brief", type="group"))
    if _chance(case, 30):
        case.presence[group] = {"presence": "at_table"}
    else:
        case.link(case.some("actor"), "represents", group)


# --- interests and positions ------------------------------------------------------------------------------------------


def _interest(case: Making) -> None:
    level = case.random.choice(("own", "collective", "public"))
    value: dict[str, Value] = {"value": A_VALUE} if level == "public" and _chance(case, 30) else {}
    interest = case.add("interest", "Mensen op tijd helpen", level=level, **value)
    for actor in islice(case.two(), case.random.randint(1, 2)):
        _has(case, actor, interest)
    if _chance(case, 70):
        _stand(case, interest)
    else:
        case.link(case.some("option"), "serves", interest)
    _put(case, "interest", interest)


def _has(case: Making, actor: NodeId, interest: NodeId) -> None:
    importance = case.random.choice(("low", "middle", "high"))
    case.link(actor, "has_interest", interest, importance=importance, confirmed=True)


def _quiet_interest(case: Making) -> None:
    """Add an interest that nobody confirmed, on which nobody builds but who has it."""
    actor = case.some("actor")
    interest = case.add("interest", "Rust in het werk", level="own")
    case.link(actor, "has_interest", interest, reported_by=case.some("actor"))
    position = case.add("position", "Niet te snel")
    case.link(actor, "holds", position)
    case.link(position, "rests_on", interest)


def _stand(case: Making, interest: NodeId) -> NodeId:
    """Add a position that rests on an interest, and that somebody takes now; with a limit, so that it may plead it."""
    position = case.add("position", "Wij doen dit alleen samen", limit="Zolang de proef duurt", **_about(case))
    case.link(case.some("actor"), "holds", position, **_told(case))
    case.link(position, "rests_on", interest)
    return _put(case, "position", position)


def _about(case: Making) -> dict[str, Value]:
    about = case.random.choice(("", "problem", "goal", "means", "basis", "process", "benefit"))
    return {"about": about} if about else {}


def _told(case: Making) -> dict[str, Value]:
    """Return the fields of an edge that somebody else may have told; every party was heard about something else."""
    return {"reported_by": case.some("actor")} if _chance(case, 15) else {}


def _position(case: Making) -> None:
    match case.random.randrange(5):
        case 0:
            _quiet_interest(case)
        case 1:  # left after the first round
            position = case.add("position", "Liever niet")
            case.link_in(case.some("actor"), "holds", position, NO_ROUND, FIRST)
        case 2:  # taken over from one party by another
            position = case.add("position", "Dan maar zo", limit="Een jaar")
            for actor, begin, end in zip(case.two(), (NO_ROUND, SECOND), (FIRST, NO_ROUND), strict=True):
                case.link_in(actor, "holds", position, begin, end)
            case.link(position, "rests_on", case.some("interest"))
        case 3:  # pleads no public value, and may serve an interest of its own
            interest = case.add("interest", "Werk dat uit te voeren is", level="own")
            _has(case, case.some("actor"), interest)
            position = case.add("position", "Leg eerst vast wie wat doet", **_about(case))
            case.link(case.some("actor"), "holds", position)
            case.link(position, "rests_on", interest)
        case _:
            position = _stand(case, case.some("interest"))
            case.link(position, case.random.choice(("serves", "harms")), case.some("interest"))


# --- facts, problems and reasons --------------------------------------------------------------------------------------


def _fact(case: Making) -> None:
    fact = case.add("fact", "De wachttijd is acht weken", **_evidence(case))
    if "evidence" not in case.nodes[fact].fields:
        case.link(fact, "cites", case.some("source"))
    one, other = case.two()
    match case.random.randrange(8):
        case 0:  # nobody's
            _put(case, "fact", fact)
        case 1:  # settled, though they differed
            case.nodes[fact] = replace(case.nodes[fact], fields={**case.nodes[fact].fields, "settled": "nuanced"})
            case.link(one, "claims", fact)
            case.link(other, "disputes", fact)
        case 2:  # given up
            case.link_in(one, "claims", fact, NO_ROUND, FIRST)
            case.link_in(other, "disputes", fact, NO_ROUND, FIRST)
        case 3:  # the dispute ended
            case.link(one, "claims", fact)
            case.link_in(other, "disputes", fact, NO_ROUND, FIRST)
            case.link_in(other, "accepts", fact, SECOND, NO_ROUND)
            _put(case, "fact", fact)
        case 4:  # unknown to somebody for whom it makes no difference
            case.link(one, "claims", fact)
            case.link(other, "accepts", fact)
            case.link(case.some("actor"), "unaware_of", fact)
        case _:
            case.link(one, case.random.choice(("claims", "accepts")), fact, **_told(case))
            case.link(other, "accepts", fact)
            _put(case, "fact", fact)


def _evidence(case: Making) -> dict[str, Value]:
    evidence = case.random.choice(("statistics", "research", "case", "experience", "law", ""))
    return {"evidence": evidence} if evidence else {}


def _problem(case: Making) -> None:
    wording: dict[str, Value] = {"wording": "effect"} if _chance(case, 60) else {}
    problem = case.add("problem", "Schulden lopen op zonder dat iemand belt", **wording)
    one, other = case.two()
    case.link(one, "claims", problem)
    case.link(other, case.random.choice(("accepts", "disputes")), problem)
    _put(case, "problem", problem)


def _reason(kind: str) -> Callable[[Making], None]:
    def grow_reason(case: Making) -> None:
        reason = case.add(kind, "Anders betaalt de burger het dubbel")
        target = case.random.choice([one for one in ("position", "purpose", "option", "argument") if one in case.base])
        case.link(reason, case.random.choice(("supports", "undermines")), case.some(target))
        _put(case, kind, reason)

    return grow_reason


# --- concepts ---------------------------------------------------------------------------------------------------------


def _concept(case: Making) -> None:
    number = len(case.nodes)
    definition = f"Wat wij hieronder verstaan, nummer {number}."
    concept = case.add("concept", "Vakterm", frame=f"Kader {number}", definition=definition)
    match case.random.randrange(4):
        case 0:  # the same term of another frame, which is said to mean the same
            other = case.add("concept", "", frame="Praktijk", definition=f"Zoals wij dat doen, {number}.")
            case.nodes[other] = replace(case.nodes[other], title=case.nodes[concept].title)
            case.link(other, "exact_match", concept)
        case 1:  # several parties use it, and each says what it means by it
            position = case.add(
                "position", f"Geen besluit zonder {case.nodes[concept].title} in regel", limit="Een jaar"
            )
            case.link(position, "rests_on", case.some("interest"))
            for actor in case.two():
                case.link(actor, "means", concept)
                case.link(actor, "holds", position)
        case 2:  # something is called by it, and it fits
            fields = {**case.nodes[concept].fields, "criteria": ("er is haast", "er is geld")}
            case.nodes[concept] = replace(case.nodes[concept], fields=fields)
            case.link(_put(case, "problem", _plain_problem(case)), "framed_as", concept, meets=("er is haast",))
        case _:
            _put(case, "concept", concept)


def _plain_problem(case: Making) -> NodeId:
    return case.add("problem", "Mensen wachten te lang", wording="effect")


# --- purposes, flows and what comes of them ---------------------------------------------------------------------------


def _purpose(case: Making) -> None:
    spare = case.random.sample(("who", "with_data", "limit", "ends"), case.random.randrange(3))
    rungs = {rung: "ingevuld" for rung in RUNGS if rung not in spare}
    purpose = case.add("purpose", "Bellen voordat de brief uitgaat", **rungs)
    case.link(purpose, "pursues", case.some("interest"))
    if _chance(case, 50):
        case.link(case.some("actor"), "acts_in", purpose)
    _put(case, "purpose", purpose)


def _legal_basis(case: Making) -> None:
    if "legal_basis" in case.base and _chance(case, 40):
        status = case.random.choice(("to_make", "disputed", "missing", "unsuitable", "obstacle"))
        case.link(case.some("purpose"), "based_on", case.add("legal_basis", "Artikel", status=status))
    else:
        _put(case, "legal_basis", case.add("legal_basis", "Artikel", status="existing"))


def _dataflow(case: Making) -> None:
    level = case.random.choice(("statistical", "individual"))
    status = case.random.choice(("existing", "proposed", "agreed", "alternative", "unintended"))
    flow = case.add("dataflow", "Maandelijkse lijst", level=level, status=status, **_traffic(case))
    if status in ("alternative", "unintended"):
        return
    purpose = case.some("purpose")
    case.link(flow, "needed_for", purpose)
    if level == "individual":
        case.link(flow, "based_on", case.some("legal_basis"))
        care = {"registered_in": "Register van de dienst", "traceable": "yes", "correctable": "yes"}
        case.nodes[flow] = replace(case.nodes[flow], fields={**case.nodes[flow].fields, **care})
    if _chance(case, 30):
        case.link(flow, "collected_for", case.some("purpose"))
    for actor in _sources(case, "acts_in", purpose):
        case.link(actor, case.random.choice(("links", "sees")), flow)
    if _chance(case, 30):
        case.link(flow, "replaces", case.add("dataflow", "Oude lijst", level=level, status="alternative"))
    _share_cost(case, flow)
    _put(case, "dataflow", flow)


def _traffic(case: Making) -> dict[str, Value]:
    traffic = case.random.choice(("exchange", "linkage", "other_purpose", ""))
    return {"traffic": traffic} if traffic else {}


def _sources(case: Making, relation: str, target: NodeId) -> list[NodeId]:
    return [key.source for key in case.edges if (key.relation, key.target) == (relation, target)]


def _share_cost(case: Making, item: NodeId) -> None:
    if _chance(case, 25):
        actor = case.some("actor")
        case.link(actor, "bears_cost", item)
        case.link(actor, "gets_benefit", item)


def _risk(case: Making) -> None:
    scope = case.random.choice(("intended", "unintended", "alternative", "process"))
    accepted: dict[str, Value] = {"accepted_because": "Dit is klein."} if _chance(case, 40) else {}
    risk = case.add("risk", "Een fout reist mee", scope=scope, **accepted)
    if not accepted:
        case.link(case.some("measure"), "mitigates", risk)
    _put(case, "risk", risk)


def _measure(case: Making) -> None:
    status = case.random.choice(("idea", "explored", "agreed"))
    _put(case, "measure", case.add("measure", "Elk kwartaal nakijken", status=status))


def _option(case: Making) -> None:
    if _chance(case, 25):  # given up, so that nothing is asked of it
        case.link(case.add("option", "Alles bij een loket", status="dropped"), "harms", case.some("interest"))
        return
    option = case.add("option", "Proef in twee wijken", status=case.random.choice(("idea", "discussed", "chosen")))
    if "dataflow" in case.base and _chance(case, 40):
        case.link(option, "contains", case.some("dataflow"))
    else:
        case.link(option, "aims_at", case.some("purpose"))
    if _chance(case, 40):
        _give_and_take(case, option)
    if "group" in case.base and _chance(case, 20):  # it decides for them, and does nothing to them
        case.link(option, "takes_choice_from", case.some("group"))
    if _chance(case, 30):
        case.link(case.some("actor"), "can_block", option)
    if _chance(case, 20):
        case.link(option, "contains", case.base["option"][0])
    _share_cost(case, option)
    _put(case, "option", option)


def _give_and_take(case: Making, option: NodeId) -> None:
    """Harm an interest, and serve another of each who has it."""
    harmed = case.some("interest")
    case.link(option, "harms", harmed)
    for actor in _sources(case, "has_interest", harmed):
        served = case.add("interest", "Er ook iets aan hebben", level="own")
        _has(case, actor, served)
        case.link(option, "serves", served)


# --- asking and promising, and the rest -------------------------------------------------------------------------------


def _action(case: Making) -> None:
    one, other = case.two()
    promised = case.add("action", "Juristen uitnodigen", due="2026-09", status="promised")
    match case.random.randrange(4):
        case 0:  # asked for in exchange
            asked = case.add("action", "Voorstel uitwerken", status="asked")
            case.link(one, "asks", asked)
            case.link(one, "promises", promised)
            case.link(promised, "in_exchange_for", asked)
        case 1:  # by who decides it, and another
            for actor in (one, other):
                case.link(actor, "promises", promised)
            case.link(one, "decides", promised)
        case 2:
            done = case.add("action", "Lijst opgesteld", status="done")
            case.link(one, "promises", done)
            case.link(other, "decides", done)
            case.link(one, "promises", promised)
        case _:
            case.link(other, "promises", promised)
            case.link(promised, "asked_of", other)


def _event(case: Making) -> None:
    _put(case, "event", case.add("event", "Brief van de burgemeester", date="2026-02"))


def _question(case: Making) -> None:
    _put(case, "question", case.add("question", "Wie belt er als eerste?", status="open"))


def _source(case: Making) -> None:
    _put(case, "source", case.add("source", "Verslag", medium="interview", date="2026"))


def _note(case: Making) -> None:
    _put(case, "note", case.add("note", "Nog navragen"))


_GROW: Final[dict[str, Callable[[Making], None]]] = {
    "actor": _actor,
    "interest": _interest,
    "position": _position,
    "fact": _fact,
    "argument": _reason("argument"),
    "assumption": _reason("assumption"),
    "concept": _concept,
    "purpose": _purpose,
    "dataflow": _dataflow,
    "legal_basis": _legal_basis,
    "risk": _risk,
    "measure": _measure,
    "option": _option,
    "problem": _problem,
    "question": _question,
    "action": _action,
    "event": _event,
    "source": _source,
    "note": _note,
}
