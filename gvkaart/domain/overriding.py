"""`override`, which Python itself has from 3.12 on.

The package `typing_extensions` has it for every version, but importing that takes as long as painting the map of a
small case. Only type checkers look at what stands behind the name, so only they are sent there.
"""

from typing import TYPE_CHECKING, TypeVar

__all__ = ["override"]

if TYPE_CHECKING:
    from typing_extensions import override
else:
    _F = TypeVar("_F")

    def override(method: _F) -> _F:
        """Say that a method replaces one of a base class; a type checker makes sure that it does."""
        return method
