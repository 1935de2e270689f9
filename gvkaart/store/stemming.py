"""A light stemmer for Dutch: enough to find "belangen" by "belang" and "huis" by "huizen".

It knows no words and makes no claim to find stems: it maps the common inflections of a word to one key. The spelling
rules behind it are those for open and closed syllables (naam, namen; wet, wetten) and for final v and z (brief,
brieven; huis, huizen). A Snowball stemmer would be one more dependency, and gain little in a search that also takes
prefixes.
"""

import re
from typing import Final

_ENDINGS: Final = {"heden": 3, "eren": 3, "en": 3, "es": 3, "e": 3, "s": 4}
"""Endings, longest first, and how many letters must be left: "huis" ends in no plural."""
_REPLACED: Final = {"heden": "heid"}
_DOUBLE_VOWEL: Final = re.compile("aa|ee|oo|uu")
_DOUBLE_CONSONANT: Final = re.compile(r"(?<=\w\w)(.)\1$")


def stem(word: str) -> str:
    """Return the key of a word that is folded (`gvkaart.domain.text.fold`) already."""
    shortened = _without_ending(word)
    # "gegevens", "afspraken's": a plural of a word that itself looks inflected.
    if shortened != word and word.endswith("s"):
        shortened = _without_ending(shortened)
    return _spelled_alike(shortened)


def _without_ending(word: str) -> str:
    for ending, shortest in _ENDINGS.items():
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= shortest:
            return rest + _REPLACED.get(ending, "")
    return word


def _spelled_alike(word: str) -> str:
    single = _DOUBLE_CONSONANT.sub(r"\1", _DOUBLE_VOWEL.sub(lambda match: match[0][0], word))
    return single[:-1] + {"v": "f", "z": "s"}.get(single[-1:], single[-1:])
