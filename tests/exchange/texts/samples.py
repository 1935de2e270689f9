"""Small files of every format that is read, made here; and ways to damage them."""

import zipfile
from io import BytesIO

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "manifest")
)


def package(parts: dict[str, str | bytes]) -> bytes:
    """Zip parts by name."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """Make a Word document of what stands in its body; other parts by their name in ``word/``."""
    others = {f"word/{name}.xml": f"<w:{name} {_W}>{content}</w:{name}>" for name, content in parts.items()}
    document = f"<w:document {_W} {_MC}><w:body>{body}</w:body></w:document>"
    return package({"[Content_Types].xml": "<x/>", "word/document.xml": document, **others})


def paragraph(text: str, properties: str = "") -> str:
    """Make a paragraph of a Word document."""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body: str, manifest: str = "") -> bytes:
    """Make an OpenDocument text of what stands in its body."""
    content = f"<office:document-content {_ODF}><office:body><office:text>{body}</office:text></office:body>"
    parts: dict[str, str | bytes] = {"mimetype": "application/vnd.oasis.opendocument.text"}
    parts["content.xml"] = f"{content}</office:document-content>"
    if manifest:
        parts["META-INF/manifest.xml"] = f"<manifest:manifest {_ODF}>{manifest}</manifest:manifest>"
    return package(parts)


def pdf(*pages: str) -> bytes:
    """Make a PDF of pages of lines; a page without text shows a grey block, as a scan would."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        lines = " ".join(f"({line}) Tj 0 -14 Td" for line in page.split("\n"))
        drawn = f"BT /F1 12 Tf 72 720 Td {lines} ET" if page else "0.5 g 72 72 400 600 re f"
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        contents = f"/MediaBox [0 0 595 842] {font} /Contents {5 + 2 * number} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {contents} >>")
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    return _file_of(objects)


def _file_of(objects: list[str]) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    trailer = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R >>\n"
    return data + f"{trailer}startxref\n{len(data)}\n%%EOF".encode()


def locked(data: bytes, password: str, algorithm: str | None = None) -> bytes:
    """Protect a PDF with a password that is needed to read it; an empty one protects only against printing."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(password, owner_password="owner", algorithm=algorithm)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


SAMPLES = {
    "a.txt": "Één regel.\n\nNog een.".encode(),
    "b.docx": docx(paragraph("Een") + paragraph("Twee")),
    "c.odt": odt("<text:p>Een</text:p><text:p>Twee</text:p>"),
    "d.html": b"<html><body><p>Een<p>Twee</body></html>",
    "e.pdf": pdf("Een\nTwee", "Drie"),
}
