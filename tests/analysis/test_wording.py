import pytest

from gvkaart.analysis.engine import run_checks
from gvkaart.analysis.wording import listed, sentences
from gvkaart.words import load_words
from tests.analysis.test_checks import BY_ID
from tests.case import ONE_VALUE, Part, node, view

DUTCH = load_words("nl")


@pytest.mark.parametrize(
    ("parts", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_parts_are_joined_as_in_a_sentence(parts: list[str], text: str) -> None:
    assert listed(parts, DUTCH) == text


def test_a_sentence_names_actors_plainly_and_the_rest_between_quotes() -> None:
    seen = view(
        node("actor", "a", "de Dienst"),
        node("actor", "b", "de Stad"),
        node("fact", "f", "{x} <b>"),
        "a claims f",
        "b disputes f",
    )
    (found,) = run_checks(seen, ONE_VALUE, (BY_ID["fact.disputed"],))
    assert (
        sentences(found, seen.nodes, DUTCH).message
        == "Volgens de Dienst klopt '{x} <b>'. Volgens de Stad klopt het niet."
    )


def test_a_sentence_fits_one_or_more() -> None:
    parts: tuple[Part, ...] = (
        *(node("actor", one, one.upper(), presence="at_table") for one in "ab"),
        node("concept", "c", "signaal"),
        node("position", "p", "Een signaal"),
        "a holds p",
        "b holds p",
    )
    check = (BY_ID["concept.undefined"],)
    (both,) = run_checks(view(*parts), ONE_VALUE, check)
    (one,) = run_checks(view(*parts, "b means c"), ONE_VALUE, check)
    messages = [sentences(found, view(*parts).nodes, DUTCH).message for found in (both, one)]
    assert messages[0].startswith("A en B gebruiken 'signaal'")
    assert messages[1].startswith("A gebruikt 'signaal'")


def test_of_many_items_the_first_are_named_and_the_others_counted() -> None:
    parts = [part for one in "fghijk" for part in (node("fact", one, one.upper()), f"a claims {one}")]
    seen = view(*(node("actor", one, one.upper(), presence="at_table") for one in "ab"), *parts)
    (found,) = run_checks(seen, ONE_VALUE, (BY_ID["fact.one-sided"],))
    message = sentences(found, seen.nodes, DUTCH).message
    assert message.startswith("Alleen A stelt deze 6 feiten: 'F', 'G', 'H', 'I' en nog 2.")


def test_meanings_are_named_by_their_frame_or_by_who_has_them() -> None:
    seen = view(
        *(node("actor", one, one.upper()) for one in "ab"),
        node("concept", "c", "signaal", frame="Wet", definition="x"),
        node("concept", "d", "signaal", definition="y"),
        node("concept", "e", "signaal", frame="CAK", definition="z"),
        node("concept", "f", "signaal", frame="Wet", definition="zo"),
        *("a means d", "b means c"),
    )
    (found,) = run_checks(seen, ONE_VALUE, (BY_ID["concept.homonym"],))
    assert "die van 'Wet', A en 'CAK'." in sentences(found, seen.nodes, DUTCH).message
    assert "een kader dat niet is ingevuld" in sentences(found, {}, DUTCH).message


def test_what_is_missing_is_said_in_words() -> None:
    seen = view(node("purpose", "p", "Doel", does="x", for_whom="x", who="x"))
    (found,) = run_checks(seen, ONE_VALUE, (BY_ID["purpose.vague"],))
    message = sentences(found, seen.nodes, DUTCH).message
    assert message.endswith("Nog in te vullen: met welke gegevens, tot hoever en wanneer het stopt.")


def test_the_next_step_names_whom_to_ask_when_the_map_knows() -> None:
    position, holder = node("position", "p", "Zo moet het"), node("actor", "a", "de Dienst")
    check = (BY_ID["interest.position-without"],)
    for parts, begin in (((position,), "Vraag wie dit vindt:"), ((position, holder, "a holds p"), "Vraag de Dienst:")):
        (found,) = run_checks(view(*parts), ONE_VALUE, check)
        assert sentences(found, view(*parts).nodes, DUTCH).next_step.startswith(begin)
