import subprocess
import sys

import pytest

from gvkaart.analysis.terms import lexicon


@pytest.mark.parametrize(
    ("form", "word"),
    [("steden", "stad"), ("leden", "lid"), ("ideeën", "idee"), ("data", "data"), ("data-uitwisselingsplicht", None)],
)
def test_words_are_looked_up(form: str, word: str | None) -> None:
    lexicon.load()
    assert lexicon.lemma(form) == word


def test_the_dictionary_is_not_read_before_a_word_is_looked_up() -> None:
    program = "import sys, gvkaart.analysis.engine, gvkaart.analysis.terms; sys.exit('simplemma' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
