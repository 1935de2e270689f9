"""Files of a picture made with Qt: images and PDF. Apart from the painter, which the window needs at once."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from gvkaart.domain.errors import Rejected
from gvkaart.picture.primitives import Picture
from gvkaart.ui.painter import paint_picture

PDF_DPI: Final = 300
_MM_PER_INCH: Final = 25.4
_MAX_SIDE: Final = 20_000
"""The longest side of an image, in pixels; Qt cannot paint on more than 32,767."""
_MAX_PAGE_MM: Final = 5_080
"""The longest side of a page: the 200 inches that every reader of PDF must be able to show (ISO 32000-1, Annex C)."""


def widest(picture: Picture) -> int:
    """Return how wide an image of a picture can be, in pixels, before it is too high to be painted."""
    box = picture.bounds
    return int(min(_MAX_SIDE, _MAX_SIDE * box.width / box.height))


def to_image(picture: Picture, width: int, dpi: int = 96) -> QImage:
    """Return the picture as an image of `width` pixels.

    Args:
        picture: what to paint.
        width: in pixels; the height follows.
        dpi: pixels an inch, kept with the image so that a text processor knows how large it is on paper.

    Raises:
        Rejected: the image would be larger than can be painted, or has no size.
    """
    box = picture.bounds
    height = round(width * box.height / box.width) if box.width else 0
    if not (0 < width <= _MAX_SIDE and 0 < height <= _MAX_SIDE):
        raise Rejected("picture.size", width=width, height=height, limit=_MAX_SIDE)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if image.isNull():
        raise Rejected("picture.size", width=width, height=height, limit=_MAX_SIDE)
    dots_per_metre = round(dpi / _MM_PER_INCH * 1000)
    image.setDotsPerMeterX(dots_per_metre)
    image.setDotsPerMeterY(dots_per_metre)
    image.setText("Description", picture.description)
    image.setText("Title", picture.title)
    painter = QPainter(image)
    paint_picture(painter, picture, QRectF(image.rect()))
    painter.end()
    return image


def png_bytes(picture: Picture, width: int, dpi: int = 96) -> bytes:
    """Return the picture as a PNG file; arguments and errors as `to_image`."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(to_image(picture, width, dpi))
    return bytes(buffer.data().data())


def print_picture(picture: Picture, page: QPagedPaintDevice) -> None:
    """Print the picture on one page, of a printer or of a file, as large as fits."""
    painter = QPainter(page)
    paint_picture(painter, picture, QRectF(painter.viewport()))
    painter.end()


def is_wide(picture: Picture) -> bool:
    """Tell whether the picture is wider than high, and so fits better on a page that lies down."""
    return picture.bounds.width > picture.bounds.height


def pdf_bytes(picture: Picture, width_mm: float) -> bytes:
    """Return the picture as a PDF of one page, exactly as large as the picture at `width_mm` millimetres wide.

    Made in memory: Qt does not tell when a disk is full, whoever writes the file does.

    Raises:
        Rejected: the picture has no size, or the page would be larger than can be shown.
    """
    box = picture.bounds
    if not box.width or not box.height:
        raise Rejected("picture.size", width=0, height=0, limit=_MAX_SIDE)
    height_mm = width_mm * box.height / box.width
    if max(width_mm, height_mm) > _MAX_PAGE_MM:
        raise Rejected("picture.page", width=round(width_mm), height=round(height_mm), limit=_MAX_PAGE_MM)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(PDF_DPI)
    writer.setTitle(picture.title)
    writer.setCreator("gvkaart")
    size = QPageSize(QSizeF(width_mm, height_mm), QPageSize.Unit.Millimeter)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    print_picture(picture, writer)
    return bytes(buffer.data().data())
