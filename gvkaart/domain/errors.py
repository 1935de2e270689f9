"""Whose fault it is: every error of gvkaart is one of three kinds.

An error carries a key and parameters; `gvkaart.words` makes a sentence of them in the reader's language. Lower floors
never hold a sentence.
"""


class GvkaartError(Exception):
    """Base of all errors that gvkaart raises on purpose.

    Attributes:
        key: names the message in ``resources/texts/<language>/error.toml``, under ``error.``.
        params: what the message fills in; texts, numbers, or keys of other texts.
    """

    def __init__(self, key: str, /, **params: str | int) -> None:
        """Keep the key and the parameters; `str()` of the error is for logs, not for people."""
        super().__init__(key, params)
        self.key = key
        self.params = params


class Rejected(GvkaartError):
    """What was asked cannot be done: the person (or the file) asked the impossible. Nothing was changed."""


class EnvironmentProblem(GvkaartError):
    """The surroundings do not cooperate: disk full, file locked, no permission. Nothing was lost."""


class Defect(GvkaartError):
    """Our own mistake: an invariant of the program does not hold."""
