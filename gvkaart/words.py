"""The words: texts by key, in Dutch or English, for every floor that needs them.

Lower floors speak in keys and parameters; a `Words` object turns these into sentences. Terms of the metamodel come from
`gvkaart.domain.glossary`, sentences from ``resources/texts/<language>/*.toml``: a key is ``<file>.<key in the file>``.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gvkaart import assets
from gvkaart.domain import glossary
from gvkaart.domain.errors import Defect, GvkaartError
from gvkaart.domain.overriding import override

if TYPE_CHECKING:
    from gvkaart.domain.validation import Problem

LANGUAGES: Final = glossary.LANGUAGES
DEFAULT_LANGUAGE: Final = "nl"

_TERMS_OF: Final = {
    "kind": "kind",
    "kinds": "kind",
    "source": "kind",
    "target": "kind",
    "relation": "relation",
    "allowed": "relation",
    "field": "field",
}
"""Which words go with a parameter of an error, by its name."""

_LISTS: Final = ("kinds", "allowed")
"""Parameters that hold several ids, separated by a comma and a space."""


class Words:
    """Texts in one language."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        """Keep the texts by their full key."""
        self.language = language
        self._texts = texts

    def text(self, key: str, /, **params: str | int) -> str:
        """Return the text of a key with its parameters filled in.

        A parameter ``count`` chooses between ``<key>.one`` and ``<key>.other`` where those exist.

        Raises:
            Defect: there is no such text, or it wants a parameter that was not given.
        """
        if (count := params.get("count")) is not None:
            counted = f"{key}.one" if count == 1 else f"{key}.other"
            key = counted if counted in self._texts else key
        try:
            return self._texts[key].format_map(params)
        except KeyError as error:
            raise Defect("no_such_text", text=key, missing=str(error)) from error

    def has(self, key: str) -> bool:
        """Tell whether there is a text with this key."""
        return key in self._texts

    def term(self, key: str) -> str:
        """Return the word for something of the metamodel: ``kind.actor``, ``relation.holds``, ``choice.level.own``.

        Raises:
            Defect: the glossary does not have it.
        """
        try:
            return glossary.TERMS[key][LANGUAGES.index(self.language)]
        except KeyError as error:
            raise Defect("no_such_term", term=key) from error

    def error(self, error: GvkaartError) -> str:
        """Return the sentence of an error; keys without a dot live in ``error.toml``.

        Every `Defect` has the same sentence, with its key: readers can only report it.
        """
        if isinstance(error, Defect):
            return self.text("error.defect", code=error.key)
        key = error.key if "." in error.key else f"error.{error.key}"
        return self.text(key, **self._named(error.params))

    def problem(self, problem: "Problem") -> str:
        """Return the sentence of something that the metamodel does not allow."""
        return self.text(f"problem.{problem.key}", **self._named(problem.params))

    def _named(self, params: Mapping[str, str | int]) -> dict[str, str | int]:
        """Add to ids of kinds, relations and fields the words for them, as ``<parameter>_word``."""
        words = dict(params)
        for name, value in params.items():
            prefix = _TERMS_OF.get(name)
            ids = str(value).split(", ") if name in _LISTS else [str(value)]
            words[f"{name}_word"] = ", ".join(self._word(f"{prefix}.{one}", one) for one in ids)
        return words

    def _word(self, key: str, otherwise: str) -> str:
        return self.term(key) if key in glossary.TERMS else otherwise


@cache
def load_words(language: str = DEFAULT_LANGUAGE) -> Words:
    """Return the texts of a language.

    Raises:
        Defect: the language does not exist.
    """
    if language not in LANGUAGES:
        raise Defect("no_such_language", language=language)
    return Words(language, _Texts(assets.resource_path(f"texts/{language}")))


class _Texts(Mapping[str, str]):
    """The texts in the files of a folder, by their full key; each file is read when one of its texts is asked for.

    A window needs one of the files to be painted, of more than ten.
    """

    def __init__(self, folder: Path) -> None:
        self._files = {path.stem: path for path in sorted(folder.glob("*.toml"))}
        self._read: dict[str, dict[str, str]] = {}

    def _of(self, name: str) -> Mapping[str, str]:
        if name not in self._read and name in self._files:
            import tomllib

            self._read[name] = _flat(name, tomllib.loads(self._files[name].read_text(encoding="utf-8")))
        return self._read.get(name, {})

    @override
    def __getitem__(self, key: str) -> str:
        return self._of(key.partition(".")[0])[key]

    @override
    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(map(self._of, self._files))

    @override
    def __len__(self) -> int:
        return sum(len(self._of(name)) for name in self._files)


def _flat(prefix: str, tree: Mapping[str, object]) -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, dict):
            flat.update(_flat(f"{prefix}.{key}", value))
        else:
            flat[f"{prefix}.{key}"] = str(value)
    return flat
