"""Terms in Dutch text: when two are the same word, where they stand, and which words may deserve to become one."""

from gvkaart.analysis.terms.grouping import TermIndex, index_terms
from gvkaart.analysis.terms.recogniser import Entry, Match, Recogniser, TermSpan, entry_of, recogniser_of
from gvkaart.analysis.terms.words import FUNCTION_WORDS, Word, essence, words_of

__all__ = [
    "FUNCTION_WORDS",
    "Entry",
    "Match",
    "Recogniser",
    "TermIndex",
    "TermSpan",
    "Word",
    "entry_of",
    "essence",
    "index_terms",
    "recogniser_of",
    "words_of",
]
