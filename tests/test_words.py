"""Words: every key that the code can utter has a sentence in each language, and gives what that sentence asks for."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import gvkaart
from gvkaart import assets
from gvkaart.domain import glossary
from gvkaart.domain.entities import Entity
from gvkaart.domain.errors import Defect, EnvironmentProblem, Rejected
from gvkaart.domain.validation import Problem, forbidden_relation
from gvkaart.words import LANGUAGES, Words, load_words
from tests.problems import PROVOCATIONS, provoked

PACKAGE = Path(gvkaart.__file__).parent
ERRORS = {"Rejected", "EnvironmentProblem"}


@cache
def raised() -> tuple[tuple[str, str, set[str]], ...]:
    """Find every error in the code that is not our own mistake: (where, full key, names of its parameters)."""
    return tuple(_raised())


def _raised() -> Iterator[tuple[str, str, set[str]]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match call:
                case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(key))]) if name in ERRORS:
                    given = {one.arg for one in call.keywords if one.arg is not None}
                    full = key if "." in key else f"error.{key}"
                    yield f"{path.name}:{call.lineno}", full, given


def asked(words: Words, key: str) -> set[str]:
    """Return the parameters that a sentence asks for, without the ``_word`` that `Words` adds."""
    names = {name for _text, name, _spec, _conversion in Formatter().parse(words._texts[key]) if name is not None}
    return {name.removesuffix("_word") for name in names}


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    return load_words(str(request.param))


def test_every_error_has_a_sentence_that_asks_only_what_is_given(words: Words) -> None:
    wrong = [
        f"{where}: {key}" for where, key, given in raised() if not words.has(key) or not asked(words, key) <= given
    ]
    assert wrong == []


@pytest.mark.parametrize(("key", "entity"), PROVOCATIONS)
def test_every_problem_has_a_sentence(words: Words, key: str, entity: Entity) -> None:
    (problem,) = provoked(entity)
    sentence = words.problem(problem)
    assert sentence == words.error(problem.rejected())
    assert sentence.endswith((".", "?"))
    assert asked(words, f"problem.{key}") <= problem.params.keys()


def test_every_sentence_about_a_problem_can_be_provoked(words: Words) -> None:
    written = {key.removeprefix("problem.") for key in words._texts if key.startswith("problem.")}
    assert written == {key for key, _entity in PROVOCATIONS}


def test_both_languages_have_the_same_texts_with_the_same_parameters() -> None:
    dutch, english = map(load_words, LANGUAGES)
    assert dutch._texts.keys() == english._texts.keys()
    assert [key for key in dutch._texts if asked(dutch, key) != asked(english, key)] == []


def test_ids_in_a_sentence_become_words() -> None:
    sentence = load_words("nl").problem(forbidden_relation("holds", "actor", "fact"))
    assert "'neemt in' kan niet van Actor naar Feit" in sentence
    assert "stelt, erkent, betwist, weet niet van, hangt samen met" in sentence
    kinds = Problem("wrong_kind", {"id": "x", "kind": "fact", "field": "settle_by", "kinds": "actor, concept"})
    assert "Feit" in load_words("nl").problem(kinds)
    assert "Actor, Begrip" in load_words("nl").problem(kinds)


def test_what_has_no_word_is_shown_as_it_is() -> None:
    assert "'thing'" in load_words("en").error(Rejected("problem.unknown_kind", kind="thing"))
    nothing = Problem("no_relation", {"relation": "holds", "source": "actor", "target": "thing"})
    assert "Actor naar thing" in load_words("nl").problem(nothing)


def test_an_error_speaks_in_the_language_of_its_reader() -> None:
    error = Rejected("error.no_reason")
    assert load_words("nl").error(error) != load_words("en").error(error)


def test_a_count_chooses_its_sentence() -> None:
    words = Words("nl", {"a.one": "{count} ronde", "a.other": "{count} rondes", "b": "{count} keer"})
    assert [words.text("a", count=number) for number in (0, 1, 2)] == ["0 rondes", "1 ronde", "2 rondes"]
    assert words.text("b", count=1) == "1 keer"


def test_user_text_is_never_a_template() -> None:
    words = Words("nl", {"a": "<{title}>"})
    assert words.text("a", title="{x} {0} %s <b>") == "<{x} {0} %s <b>>"


@pytest.mark.parametrize(("key", "missing"), [("nowhere", "nowhere"), ("a", "title")])
def test_a_missing_text_or_parameter_is_our_mistake(key: str, missing: str) -> None:
    with pytest.raises(Defect) as caught:
        Words("nl", {"a": "{title}"}).text(key)
    assert caught.value.key == "no_such_text"
    assert missing in str(caught.value.params["missing"])


def test_terms(words: Words) -> None:
    assert [words.term(key) for key in glossary.TERMS] == [
        pair[LANGUAGES.index(words.language)] for pair in glossary.TERMS.values()
    ]
    with pytest.raises(Defect, match="no_such_term"):
        words.term("kind.thing")


def test_another_language_is_not_available() -> None:
    with pytest.raises(Defect, match="no_such_language"):
        load_words("../nl")


def test_words_are_read_once() -> None:
    assert load_words("nl") is load_words("nl")


def test_keys_are_the_file_and_what_stands_in_it() -> None:
    names = {path.stem for path in assets.resource_path("texts/nl").glob("*.toml")}
    assert {key.split(".")[0] for key in load_words("nl")._texts} == names


def test_our_own_mistakes_have_one_sentence_with_the_code_to_report(words: Words) -> None:
    sentence = words.error(Defect("change_of_key"))
    assert "(change_of_key)" in sentence
    assert words.error(Defect("no_such_text", text="x", missing="y")) == sentence.replace(
        "change_of_key", "no_such_text"
    )


def test_the_surroundings_can_be_blamed_too() -> None:
    words = Words("nl", {"error.disk_full": "De schijf is vol."})
    assert words.error(EnvironmentProblem("disk_full")) == "De schijf is vol."
