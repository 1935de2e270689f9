"""The example of the first case: it is complete, it fits the metamodel, and the checks find in it what they should.

`COVERED` says where each item of the reference annotation of the case went. That annotation is not part of the
repository; the tests that need it are skipped where it is absent.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, Final

import pytest
from ruamel.yaml import YAML

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.engine import run_checks
from gvkaart.analysis.findings import Finding
from gvkaart.domain.derived import CaseView, Status
from gvkaart.domain.entities import NodeId, RoundId
from gvkaart.domain.graph import Graph
from gvkaart.exchange.case_file import read_case, write_case

ROOT: Final = Path(__file__).parents[2]
EXAMPLE: Final = ROOT / "voorbeelden" / "laatsignalering.yaml"
REFERENCE: Final = ROOT.parent / "shared" / "gold" / "laatsignalering.yaml"

BEFORE: Final = "r1"
AFTER: Final = "r2"

NO_VALUES: Final = Catalogue(values={}, categories={}, works={})

COVERED: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "tijdlijn": {
        "T01": ("wgs-ingegaan",),
        "T02": ("cak-mag-delen",),
        "T03": ("eerste-telling",),
        "T04": ("plicht-vroegsignalering",),
        "T05": ("tweede-telling",),
        "T06": ("plan-op-tafels",),
        "T07": ("gezamenlijk-overleg",),
    },
    "actoren": {
        "CAK": ("cak",),
        "CJIB": ("cjib",),
        "BD": ("belastingdienst",),
        "TSL": ("toeslagen",),
        "SZW": ("szw",),
        "AMS": ("amsterdam",),
        "GEM": ("gemeenten",),
        "KBN": ("kredietbank",),
        "CBS": ("cbs",),
        "ZORGVERZ": ("zorgverzekeraars",),
        "VERSTR": ("verstrekkers",),
        "VLP": ("vaste-lasten-partners",),
        "DEURW": ("deurwaarders",),
        "PRIVJUR": ("privacyjuristen",),
        "FG": ("functionarissen",),
        "SCHULD60": ("zware-schuldenaren",),
        "KAFKA": ("kafka-brigade",),
    },
    "posities": {
        "P01": ("vergelijken-mag-niet",),
        "P02": ("vergelijken-bij-ons",),
        "P03": ("samen-helpen-of-doorgeven",),
        "P04": ("artikel-10-volstaat",),
        "P05": ("klein-beginnen",),
        "P06": ("presenteren-als-wgs",),
        "P07": ("meerwaarde-twijfelachtig",),
        "P08": ("het-is-al-geregeld",),
        "P09": ("zeg-wat-je-wilt",),
        "P10": ("wachten-op-ministerie",),
        "P11": ("niet-zonder-grondslag",),
        "P12": ("gegevens-voor-de-burger",),
        "P13": ("steden-willen-wel",),
        "P14": ("gemeente-combineert",),
        "P15": ("wettelijke-ruimte-nodig",),
        "P16": ("al-doende-ontdekken",),
    },
    "belangen": {
        "B01": ("zwaarste-groep",),
        "B02": ("helpen-voorop",),
        "B03": ("capaciteit-richten",),
        "B04": ("schade-beperken",),
        "B05": ("gehoord-worden",),
        "B06": ("beter-na-schandalen",),
        "B07": ("geen-juridisch-risico",),
        "B08": ("fiscale-geheimhouding",),
        "B09": ("eerst-concreet-doel",),
        "B10": ("samenhang-schuldenbeleid",),
        "B11": ("vrijwillig-kiezen",),
        "B12": ("zorgplicht-waarmaken",),
        "B13": ("ruimte-niet-innemen",),
        "B14": ("hulp-geen-toezicht",),
        "B15": ("privacy",),
        "B16": ("uit-de-schulden",),
        "B17": ("wet-die-meebeweegt",),
    },
    "waarom_handelen": {
        "W01": ("onderzoeksplicht",),
        "W02": ("prioriteit-moreel",),
        "W03": ("prioriteit-praktisch",),
        "W04": ("zorgplicht-als-reden",),
        "W05": ("samenwerken-bij-inning",),
        "W06": ("differentieren",),
    },
    "feiten": {
        "F01": ("zestigduizend-mensen",),
        "F02": ("veel-overlap",),
        "F03": ("minder-dan-tien-procent",),
        "F04": ("lijst-tweehonderdduizend",),
        "F05": ("honderdduizend-na-cjib",),
        "F06": ("hulp-komt-laat",),
        "F07": ("al-bekend-bij-gemeenten",),
        "F08": ("negentig-procent-uit-beeld",),
        "F09": ("valt-onder-vroegsignalering",),
        "F10": ("valt-onder-zorgplicht",),
        "F11": ("deel-komt-eruit",),
        "F12": ("artikel-10-bruikbaar",),
        "F13": ("geld-is-er",),
        "F14": ("tellen-vraagt-niets-nieuws",),
        "F15": ("niet-elders-vergelijken",),
        "F16": ("ook-zonder-plan-gegevens",),
        "F17": ("geen-telefoonnummer",),
    },
    "betwistingen": {
        "D01": ("kennen-gemeenten-de-groep",),
        "D02": ("past-het-in-de-wgs",),
        "D03": ("heeft-het-meerwaarde",),
    },
    "begrippen": {
        "BG01": ("vroegsignalering-wgs", "vroegsignalering-innend", "laatsignalering"),
        "BG02": ("signaal-wgs", "signaal-innend", "signaal-caklijst"),
        "BG03": ("experiment-artikel-10", "experiment-innend", "experiment-gezamenlijk"),
        "BG04": ("in-beeld-ooit", "in-beeld-nu"),
        "BG05": ("onderzoek-statistiek", "onderzoek-praktijk"),
        "BG06": ("dienstverlening-cak", "dienstverlening-analyse"),
        "BG07": ("gesprek-gemeente", "gesprek-innend"),
        "BG08": ("vergelijken-verboden",),  # not a word with two meanings: a barrier that was called the problem
    },
    "waarden": {
        "V01": ("zwaarste-groep",),
        "V02": ("bestaanszekerheid",),
        "V03": ("helpen-voorop",),
        "V04": ("capaciteit-richten",),
        "V05": ("vrijwillig-kiezen",),
        "V06": ("rechtszekerheid",),
        "V07": ("vertrouwen",),
        "V08": ("privacy",),
        "V09": ("geheimhouding",),
        "V10": ("fouten-herstellen",),
        "V11": ("hulp-geen-toezicht",),
        "V12": ("zelf-gevraagd",),
        "V13": ("wettelijke-grondslag",),
        "V14": ("overzicht-stromen",),
    },
    "geraakte_groepen_niet_aan_tafel": {
        "G01": ("zware-schuldenaren",),
        "G02": ("anderen-op-lijst",),
        "G03": ("huisgenoten",),
        "G04": ("onterecht-op-lijst",),
        "G05": ("hulpverleners",),
    },
    "doelen": {
        "DO01": ("ander-gesprek-testen",),
        "DO02": ("doel-vastleggen",),
        "DO03": ("eigen-aanpak-testen",),
        "DO04": ("afspraken-na-overdracht",),
        "DO05": ("gezamenlijke-dienstverlening",),
        "DO06": ("plan-aanbieden",),
        "DO07": ("goed-signaal-maken",),
    },
    "gegevensstromen": {
        "S01": ("premieachterstand",),
        "S02": ("cak-lijst-naar-gemeenten",),
        "S03": ("bestanden-naar-cbs",),
        "S04": ("stadsbestanden-naar-cbs",),
        "S05": ("cak-naar-cjib",),
        "S06": ("cjib-naar-bd-en-toeslagen",),
        "S07": ("samengestelde-lijst",),
        "S08": ("signalen-naar-gemeente",),
        "S09": ("gegevens-voor-incasso",),
        "S10": ("waarneming-bij-huisbezoek",),
    },
    "grondslagen": {
        "GR01": ("wgs-zorgplicht",),
        "GR02": ("wgs-artikel-10",),
        "GR03": ("levering-door-cak",),
        "GR04": ("geheimhouding-belastingwet",),
        "GR05": ("uitvoeringsbesluit",),
        "GR06": ("nieuwe-wettelijke-ruimte",),
    },
    "risicos": {
        "R01": ("minder-aandacht-voor-anderen",),
        "R02": ("fout-werkt-door",),
        "R03": ("onnodig-schuldbeeld",),
        "R04": ("hulp-wordt-toezicht",),
        "R05": ("lek-of-misbruik",),
        "R06": ("geen-keuze-wel-incasso",),
        "R07": ("kip-en-ei",),
        "R08": ("ruimte-wordt-opgeslokt",),
    },
    "maatregelen": {
        "M01": ("bij-gemeente-combineren",),
        "M02": ("pet-techniek",),
        "M03": ("niet-voor-toezicht",),
    },
    "opties": {
        "O01": ("niets-doen",),
        "O02": ("alleen-statistiek",),
        "O03": ("vergelijken-en-samen-helpen",),
        "O04": ("vergelijken-en-doorgeven",),
        "O05": ("vergelijken-met-pet",),
        "O06": ("experiment-laatsignalering",),
        "O07": ("ambtshalve-plan",),
        "O08": ("inning-verbeteren",),
    },
    "verwachte_toegevoegde_waarde": {
        "TW1": ("andere-groep",),
        "TW2": ("overheid-is-schuldeiser",),
        "TW3": ("keuze-voor-escalatie",),
        "TW4": ("feitelijke-gegevens",),
        "TW5": ("bruikbaar-in-praktijk",),
        "TW6": ("ander-gesprek-mogelijk",),
    },
    "probleemtabel": {
        "A1": ("niet-opnieuw-benaderd",),
        "A2": ("betaalt-meer",),
        "A3": ("boete-op-boete",),
        "A4": ("moeilijk-te-bereiken",),
        "B1": ("huiver",),
        "B2": ("beter-gesprek-verwacht",),
        "B3": ("niet-naast-de-burger",),
        "B4": ("weinig-maatwerk",),
        "C1": ("te-weinig-prikkel",),
        "C2": ("wel-adres-geen-nummer",),
        "C3": ("te-weinig-mensen",),
        "C4": ("gemeente-heeft-weinig-mensen",),
        "C5": ("niemand-bereikt-hen",),
        "D1": ("vullen-niet-aan",),
        "D2": ("onduidelijke-kwaliteitseis",),
        "D3": ("wel-klein-niet-groot",),
    },
    "gezamenlijke_oplossing": {
        "GO1": ("plichten-sociale-incasso",),
        "GO2": ("dienstverlening-gelijk",),
        "GO3": ("wanneer-niet-innen",),
        "GO4": ("beleid-laatsignalering",),
        "GO5": ("experiment-laatsignalering",),
        "GO6": ("ambtshalve-plan",),
        "GO7": ("ruimte-in-de-wet",),
    },
    "afspraken": {"AF00": ("taken-actieplan",)},
    "procesobservaties": {
        "PO1": ("stroeve-omgang",),
        "PO2": ("twee-richtingen",),
        "PO3": ("niemand-sprak-juristen",),
    },
    "onderhandeling": {
        "N01": ("van-positie-naar-belang",),
        "N02": ("niet-weten-werd-standpunt",),
        "N03": ("op-elkaar-wachten",),
        "N04": ("uitwijk-uitvoering",),
        "N05": ("uitwijk-ministerie",),
        "N06": ("kans-op-afwentelen",),
    },
    "waardeweging_hfst8": {
        "8.1": ("weging-belang",),
        "8.2": ("weging-doel",),
        "8.3": ("weging-taak",),
        "8.4": ("weging-nodig",),
        "8.5": ("weging-bedoeld",),
        "8.6": ("weging-onbedoeld",),
        "8.7": ("weging-anders",),
        "8.8": ("weging-verhouding",),
        "8.9": ("weging-vastleggen",),
    },
    "bronproblemen": {
        "BP01": ("bron-jaartal",),
        "BP02": ("bron-grensbedrag",),
        "BP03": ("bron-uitvoeringsbesluit",),
        "BP04": ("bron-verschuiving",),
        "BP05": ("bron-wie-deed-mee",),
        "BP06": ("bron-afbeelding",),
        "BP07": ("bron-leeftijd",),
    },
}

KINDS_OF: Final[Mapping[str, set[str]]] = {
    "tijdlijn": {"event"},
    "actoren": {"actor"},
    "posities": {"position"},
    "belangen": {"interest"},
    "waarom_handelen": {"argument"},
    "feiten": {"fact"},
    "betwistingen": {"question"},
    "begrippen": {"concept", "problem"},
    "waarden": {"interest"},
    "geraakte_groepen_niet_aan_tafel": {"actor"},
    "doelen": {"purpose"},
    "gegevensstromen": {"dataflow"},
    "grondslagen": {"legal_basis"},
    "risicos": {"risk"},
    "maatregelen": {"measure"},
    "opties": {"option"},
    "verwachte_toegevoegde_waarde": {"argument"},
    "probleemtabel": {"problem"},
    "gezamenlijke_oplossing": {"measure", "option"},
    "afspraken": {"action"},
    "procesobservaties": {"note"},
    "onderhandeling": {"note"},
    "waardeweging_hfst8": {"note"},
    "bronproblemen": {"note"},
}


def nodes_for(section: str, *items: str) -> set[str]:
    return {node for item in items for node in COVERED[section][item]}


BASIC_CHECKS: Final = {
    "concept.homonym",
    "concept.undefined",
    "concept.framed",
    "fact.disputed",
    "fact.no-way-out",
    "fact.one-sided",
    "interest.position-without",
    "interest.unrepresented",
    "interest.silent-group",
    "purpose.vague",
    "problem.is-means",
    "flow.basis",
}

DISPUTED_BEFORE: Final = nodes_for("feiten", "F07", "F09", "F12")
ONE_SIDED: Final = nodes_for("feiten", "F02", "F04", "F05", "F06", "F13")
"""Facts of one party; what the leader of the conversation worked out is laid before all anyway."""
IN_BOTH_ROUNDS: Final[Mapping[str, set[str]]] = {
    "interest.unrepresented": nodes_for("waarden", "V08", "V10", "V12", "V14"),
    "interest.silent-group": nodes_for("geraakte_groepen_niet_aan_tafel", "G01", "G02", "G03", "G04"),
    "purpose.vague": nodes_for("doelen", "DO02", "DO03", "DO05"),
}
TOGETHER: Final = ("fact.no-way-out", "fact.one-sided")
"""Checks that tell of what is alike in one finding."""
FOUND: Final[Mapping[str, Mapping[str, set[str]]]] = {
    BEFORE: {
        **IN_BOTH_ROUNDS,
        "flow.basis": nodes_for("gegevensstromen", "S05", "S06", "S07", "S08"),
        "concept.framed": {"samengestelde-lijst", "valt-onder-vroegsignalering", "vergelijken-en-doorgeven"},
        "fact.disputed": DISPUTED_BEFORE,
        "fact.no-way-out": DISPUTED_BEFORE,
        "fact.one-sided": ONE_SIDED | nodes_for("feiten", "F01"),
        "interest.position-without": nodes_for("posities", "P05", "P06", "P16"),
        "problem.is-means": {"vergelijken-verboden"},
    },
    AFTER: {
        **IN_BOTH_ROUNDS,
        "flow.basis": nodes_for("gegevensstromen", "S08"),
        "concept.framed": set(),
        "fact.disputed": set(),
        "fact.no-way-out": set(),
        "fact.one-sided": ONE_SIDED,
        "interest.position-without": nodes_for("posities", "P05", "P16"),
        "problem.is-means": set(),
    },
}
"""By round and check: the nodes that a finding is about. Where it is about several at once, see the tests below."""

UNDEFINED: Final = {BEFORE: {"experiment"}, AFTER: {"signaal"}}


@cache
def example() -> Graph:
    return read_case(EXAMPLE.read_bytes())


def as_of(moment: str) -> CaseView:
    (map_id,) = example().maps
    return CaseView(example(), map_id, RoundId(moment))


@cache
def findings(moment: str) -> tuple[Finding, ...]:
    return run_checks(as_of(moment), NO_VALUES)


def found(moment: str, check: str) -> list[tuple[str, ...]]:
    return [finding.subject for finding in findings(moment) if finding.check == check]


def subjects_of(moment: str, check: str) -> set[str]:
    return {node for subject in found(moment, check) for node in subject}


def facts_with(moment: str, status: Status) -> set[str]:
    view = as_of(moment)
    return {fact.id for fact in view.of_kind("fact") if view.counts(fact.id) and view.status(fact.id) is status}


@cache
def reference() -> dict[str, Any]:
    if not REFERENCE.is_file():
        pytest.skip("the reference annotation of this case is not here")
    read: dict[str, Any] = YAML(typ="safe", pure=True).load(REFERENCE)
    return read


def reference_ids(section: str) -> set[str]:
    content = reference()[section]
    match section:
        case "waardeweging_hfst8":
            return set(content)
        case "probleemtabel":
            return {row["id"] for rows in content.values() if isinstance(rows, list) for row in rows if "id" in row}
        case "gezamenlijke_oplossing":
            return {row["id"] for row in content["onderdelen"]}
        case _:
            return {row["id"] for row in content}


# --- as a file --------------------------------------------------------------------------------------------------------


def test_it_says_that_it_is_an_example() -> None:
    (map_,) = example().maps.values()
    assert "voorbeeld" in map_.title
    notes = [node.text for node in example().nodes.values() if node.kind == "note"]
    assert any("als voorbeeld, naar een rapport van de Kafka Brigade" in text for text in notes)


def test_written_again_it_is_the_same_map() -> None:
    (map_id,) = example().maps
    assert read_case(write_case(example(), map_id, include_private=True)) == example()


def test_titles_fit_in_a_box() -> None:
    assert [node.id for node in example().nodes.values() if not 0 < len(node.title) <= 60] == []


def test_every_node_is_connected() -> None:
    ends = {end for edge in example().edges.values() for end in (edge.source, edge.target)}
    assert set(example().nodes) - ends == set()


def test_every_node_has_room_on_the_canvas() -> None:
    spots = {placement.node: (placement.x, placement.y) for placement in example().placements.values()}
    assert set(spots) == set(example().nodes)
    assert list(too_close(spots)) == []


def too_close(spots: Mapping[NodeId, tuple[int | None, int | None]]) -> Iterator[tuple[NodeId, NodeId]]:
    """Yield pairs of which the boxes, at most 220 by 95 units, may come within 40 units of each other."""
    for (one, (x, y)), (other, (u, v)) in combinations(spots.items(), 2):
        assert None not in {x, y, u, v}
        if abs((x or 0) - (u or 0)) < 260 and abs((y or 0) - (v or 0)) < 135:
            yield one, other


def test_what_is_not_for_the_shared_analysis_is_private() -> None:
    private = {node.id for node in example().nodes.values() if node.visibility == "private"}
    assert nodes_for("procesobservaties", "PO1", "PO2", "PO3") <= private


def test_nothing_is_promised_that_the_report_does_not_tell() -> None:
    (action,) = [node for node in example().nodes.values() if node.kind == "action"]
    assert "due" not in action.fields
    assert "staat niet in het rapport" in action.text


# --- what it holds ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("section", COVERED)
def test_mapped_nodes_are_there_and_of_the_right_kind(section: str) -> None:
    nodes = {node for mapped in COVERED[section].values() for node in mapped}
    assert nodes <= set(example().nodes)
    assert {example().nodes[NodeId(node)].kind for node in nodes} <= KINDS_OF[section]


@pytest.mark.parametrize("section", COVERED)
def test_every_item_of_the_reference_is_covered(section: str) -> None:
    assert set(COVERED[section]) == reference_ids(section)


def test_facts_get_shared_in_the_conversation() -> None:
    assert facts_with(BEFORE, Status.SHARED) == nodes_for("feiten", "F16")
    assert facts_with(AFTER, Status.SHARED) == nodes_for("feiten", "F01", "F08", "F10", "F11", "F16", "F17")


def test_problems_are_shared_after_the_conversation() -> None:
    view = as_of(AFTER)
    shared = {node.id for node in view.of_kind("problem") if view.status(node.id) is Status.SHARED}
    assert shared == nodes_for("probleemtabel", *COVERED["probleemtabel"])


def test_risks_without_measure() -> None:
    view = as_of(AFTER)
    bare = {risk.id for risk in view.of_kind("risk") if not view.into(risk.id, "mitigates")}
    assert bare == nodes_for("risicos", "R01", "R02")


def test_only_the_insurers_are_judged_while_absent() -> None:
    view = as_of(AFTER)
    spoken_of = {actor.id for actor in view.of_kind("actor") if view.into(actor.id, "speaks_of")}
    assert spoken_of - {group.id for group in view.groups} - view.at_table == nodes_for("actoren", "ZORGVERZ")


# --- what the checks find ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("moment", "check"), [(moment, check) for moment, checks in FOUND.items() for check in checks])
def test_findings_about_one_node(moment: str, check: str) -> None:
    assert check in TOGETHER or all(len(subject) == 1 for subject in found(moment, check))
    assert subjects_of(moment, check) == FOUND[moment][check]


@pytest.mark.parametrize(
    ("moment", "terms"), [(BEFORE, ("BG01", "BG02", "BG03", "BG04", "BG05")), (AFTER, ("BG02", "BG05"))]
)
def test_confused_terms(moment: str, terms: tuple[str, ...]) -> None:
    """In the conversation the parties found a new term for BG01, and one meaning of BG03 and of BG04 (6.1.3)."""
    agreed_on = {"laatsignalering", "experiment-gezamenlijk"}
    expected = [nodes_for("begrippen", item) - agreed_on for item in terms]
    confused = [set(subject) for subject in found(moment, "concept.homonym")]
    assert sorted(confused, key=sorted) == sorted(expected, key=sorted)


@pytest.mark.parametrize("moment", [BEFORE, AFTER])
def test_terms_of_which_somebody_did_not_say_what_he_means(moment: str) -> None:
    terms = {example().nodes[NodeId(node)].title for node in subjects_of(moment, "concept.undefined")}
    assert terms == UNDEFINED[moment]


@pytest.mark.parametrize(
    ("expectation", "section", "moment", "check"),
    [
        ("niet_concrete_doelen", "doelen", AFTER, "purpose.vague"),
        ("onvertegenwoordigde_waarden", "waarden", AFTER, "interest.unrepresented"),
        ("geraakte_groep_zonder_stem", "geraakte_groepen_niet_aan_tafel", AFTER, "interest.silent-group"),
        ("betwiste_feiten_voor_gesprek", "feiten", BEFORE, "fact.disputed"),
    ],
)
def test_findings_are_those_of_the_reference(expectation: str, section: str, moment: str, check: str) -> None:
    assert subjects_of(moment, check) == nodes_for(section, *reference()["verwachte_bevindingen"][expectation])


def test_flows_without_any_basis_are_serious() -> None:
    """The reference names the flows without a basis; an unsuitable one counts as none, one to be made is milder."""
    severe = {
        finding.subject[0]
        for finding in findings(BEFORE)
        if finding.check == "flow.basis" and finding.severity == "serious"
    }
    listed = reference()["verwachte_bevindingen"]["stroom_zonder_grondslag"]
    assert severe == nodes_for("gegevensstromen", *listed, "S07")


def test_every_check_of_the_first_stage_is_held_against_this_case() -> None:
    held = {"concept.homonym", "concept.undefined", *FOUND[BEFORE], *FOUND[AFTER]}
    assert held == BASIC_CHECKS
