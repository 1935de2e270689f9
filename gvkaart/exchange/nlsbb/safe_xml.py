"""XML that another parser is going to see is first read through by our own, which refuses document types and depth."""

from gvkaart.exchange.texts.xml import Attributes, read_xml


class _Deaf:
    """Hears of elements and does nothing: what matters is that they can be read."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Nothing."""

    def end(self, name: str) -> None:
        """Nothing."""

    def text(self, text: str) -> None:
        """Nothing."""


def require_safe(data: bytes) -> None:
    """Refuse what is no whole document of XML, or an unsafe one.

    Raises:
        Rejected: as `read_xml` does.
    """
    read_xml(data, {}, _Deaf())
