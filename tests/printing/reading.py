"""Reading a PDF back: words, and where forms are drawn, in millimetres from the top left."""

import io
from dataclasses import dataclass

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

MM = 25.4 / 72
Matrix = tuple[float, float, float, float, float, float]
"""The six numbers of a PDF transformation."""


@dataclass(frozen=True)
class Drawn:
    """A form called on a page: its name, where its origin falls, its text, its turn, its size."""

    name: str
    x: float
    y: float
    text: str
    matrix: Matrix
    box: tuple[float, float]

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Follow a point of the form to the page, both in mm from the top left."""
        a, b, c, d, _, _ = self.matrix
        return self.x + (a * x - c * y) * MM, self.y - (b * x - d * y) * MM


def reader(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def words(page: PageObject) -> set[str]:
    """List the words of a page, those cut at a line's end put back together."""
    text = page.extract_text().replace("\u00ad\n", "").replace("\u00ad", "")
    return set(text.split())


def size(page: PageObject) -> tuple[int, int]:
    return round(float(page.mediabox.width) * MM), round(float(page.mediabox.height) * MM)


def times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def forms(page: PageObject, pdf: PdfReader) -> list[Drawn]:
    """Follow the page's operators and list the forms it calls, in drawing order."""
    here: Matrix = (1, 0, 0, 1, 0, 0)
    kept: list[Matrix] = []
    found: list[Drawn] = []
    stream = ContentStream(page["/Contents"].get_object(), pdf)
    for operands, operator in stream.operations:
        if operator == b"q":
            kept.append(here)
        elif operator == b"Q":
            here = kept.pop()
        elif operator == b"cm":
            a, b, c, d, e, f = (float(one) for one in operands)
            here = times((a, b, c, d, e, f), here)
        elif operator == b"Do":
            x, y = here[4] * MM, (float(page.mediabox.height) - here[5]) * MM
            text = form_text(page, str(operands[0]))
            found.append(
                Drawn(str(operands[0]), x, y, text, here, form_box(page, str(operands[0])))
            )
    return found


def form_text(page: PageObject, name: str) -> str:
    """Read the text of a form."""
    form = page["/Resources"]["/XObject"][name]  # type: ignore[index]
    return str(page.extract_xform_text(form, (0,)))


def form_box(page: PageObject, name: str) -> tuple[float, float]:
    """Give the width and height of a form, in mm: forms are drawn in mm."""
    form = page["/Resources"]["/XObject"][name]  # type: ignore[index]
    left, low, right, high = (float(one) for one in form["/BBox"])
    return right - left, high - low
