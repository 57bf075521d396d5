"""Pages of a PDF as PNG images, exact to the pixel."""

import io
from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

WHITE = (255, 255, 255, 255)

COMPRESSION = 3
"""How hard files are packed, out of 9: as small as at 6, to a twentieth, in half the time."""

Shape = tuple[int, int]
"""Pixels across and down."""


def pictures(document: bytes, shapes: Sequence[Shape], dpi: int) -> Iterator[bytes]:
    """Draw each page of a PDF on as many pixels as its shape says; `dpi` is what files tell."""
    opened = pypdfium2.PdfDocument(document)
    try:
        for place, shape in enumerate(shapes):
            page = opened[place]
            yield _picture(page, shape, dpi)
            page.close()
    finally:
        opened.close()


def _picture(page: pypdfium2.PdfPage, shape: Shape, dpi: int) -> bytes:
    width, height = shape
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_BGR)
    bitmap.fill_rect(WHITE, 0, 0, width, height)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
    written = io.BytesIO()
    bitmap.to_pil().save(written, "PNG", dpi=(dpi, dpi), compress_level=COMPRESSION)
    return written.getvalue()
