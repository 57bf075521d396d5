"""Pages of display items to one PDF: vector, searchable, the same bytes each time.

Fonts are embedded and subset; named groups become form XObjects, written once and called.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDestinationFit,
    PDFDictionary,
    PDFDocument,
    PDFFormXObject,
    PDFInfo,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfbase.ttfonts import TTFont

from eclaireurs_play.layout.display import Box, Group, Page, Raster
from eclaireurs_play.layout.fonts import Fonts
from eclaireurs_play.model.print import MM_PER_POINT, FontName
from eclaireurs_play.printing.changes import ENTRY
from eclaireurs_play.printing.inks import Inks, Rgb
from eclaireurs_play.printing.rasters import picture
from eclaireurs_play.printing.stream import Pen

POINTS_PER_MM = 1 / MM_PER_POINT


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself, and of each of its cards; never a date nor a path."""

    title: str
    author: str
    subject: str
    cards: str = ""


class _Info(PDFInfo):  # type: ignore[misc]  # ReportLab publishes no types
    """The information dictionary, without the dates ReportLab would write."""

    def __init__(self, about: About) -> None:
        super().__init__()
        self.title, self.author, self.subject = about.title, about.author, about.subject
        self.cards = about.cards

    def format(self, document: object) -> bytes:
        """Write the dictionary."""
        entries = {
            "Title": PDFString(self.title),
            "Author": PDFString(self.author),
            "Subject": PDFString(self.subject),
            "Creator": PDFString("Éclaireurs Play"),
            "Producer": PDFString(self.producer),
            "Trapped": PDFName("False"),
        }
        if self.cards:
            entries[ENTRY] = PDFString(self.cards)
        written: bytes = PDFDictionary(entries).format(document)
        return written


def _escaped(byte: int) -> str:
    """Write one byte of a PDF string."""
    plain = 32 <= byte < 127 and chr(byte) not in "()\\"  # noqa: PLR2004 - bounds of ASCII
    return chr(byte) if plain else f"\\{byte:03o}"


class _Codes(dict[str, str]):
    """The escaped byte of each character of a font, in its first subset; learnt when first met."""

    def __init__(self, font: TTFont, document: PDFDocument) -> None:
        super().__init__()
        self._font = font
        self._document = document
        self.name = font.getSubsetInternalName(0, document)
        self.others: dict[str, tuple[str, str]] = {}

    def __missing__(self, character: str) -> str:
        [(subset, string)] = self._font.splitString(character, self._document)
        byte = _escaped(string[0])
        if subset:
            name = self._font.getSubsetInternalName(subset, self._document)
            self.others[character] = (name, byte)
        self[character] = byte
        return byte


class EmbeddedFonts:
    """The fonts of one document; each character gets its code when first met."""

    def __init__(self, fonts: Fonts, document: PDFDocument) -> None:
        self._fonts = fonts
        self._document = document
        self._codes: dict[FontName, _Codes] = {}

    def encode(self, font: FontName, text: str) -> Sequence[tuple[str, str]]:
        """Encode a text as runs, one per subset of the font: one, up to 220 characters or so."""
        codes = self._codes.get(font)
        if codes is None:
            drawn = _true_type(self._fonts.path(font))
            codes = self._codes[font] = _Codes(drawn, self._document)
        string = "".join(map(codes.__getitem__, text))
        if not codes.others or codes.others.keys().isdisjoint(text):
            return ((codes.name, string),)
        return [codes.others.get(one, (codes.name, codes[one])) for one in text]


@lru_cache(maxsize=16)
def _true_type(path: Path) -> TTFont:
    return TTFont(path.stem, str(path))


class PdfWriter:
    """Collects pages and gives the bytes of the file."""

    def __init__(self, about: About, fonts: Fonts, inks: Inks | None = None) -> None:
        self._document = PDFDocument(compression=1, invariant=1, lang="fr-FR")
        self._document.info = _Info(about)
        self._fonts = EmbeddedFonts(fonts, self._document)
        self._inks = inks or Rgb()
        self._forms: dict[str, str] = {}
        self._marks: list[tuple[str, PDFObjectReference]] = []

    def add(self, page: Page) -> None:
        """Add a page."""
        called: list[str] = []
        pen = Pen(self._fonts, lambda group: self._call(group, called), self._inks)
        pen.draw(page.items)
        scale = f"{POINTS_PER_MM:.6f}"
        top = f"{page.height * POINTS_PER_MM:.4f}"
        content = f"q {scale} 0 0 {scale} 0 {top} cm\n{pen.content()}\nQ\n"
        self._place(page, content, called)

    def mark(self, title: str) -> None:
        """Let the table of contents of the file point at the next page."""
        self._marks.append((title, self._document.thisPageRef()))

    def data(self) -> bytes:
        """Write the file."""
        outlines = self._document.Outlines
        tree = []
        for place, (title, page) in enumerate(self._marks):
            key = f"partie-{place}"
            outlines.destinationnamestotitles[key] = title
            tree.append({key: PDFDestinationFit(page)})
        if tree:
            outlines.setDestinations(tree)
        written: bytes = self._document.GetPDFData(None)
        return written

    def _place(self, page: Page, content: str, called: Iterable[str]) -> None:
        drawn = PDFPage()
        drawn.pagewidth = round(page.width * POINTS_PER_MM, 4)
        drawn.pageheight = round(page.height * POINTS_PER_MM, 4)
        drawn.Contents = _stream(content)
        drawn.XObjects = _resources(called)
        drawn.ExtGState = None
        drawn._shadingUsed = {}  # noqa: SLF001 - read by ReportLab, set only by its canvas
        if page.trim:
            drawn.TrimBox = _area(page, page.trim, 0)
            drawn.BleedBox = _area(page, page.trim, page.bleed)
        self._document.inPage()
        self._document.addPage(drawn)

    def _call(self, item: Group | Raster, called: list[str]) -> str:
        """Give the name of a group's form or of a picture, written when first called."""
        key = item.image.name if isinstance(item, Raster) else item.name
        name = self._forms.get(key)
        if name is None:
            name = self._forms[key] = f"FormXob.K{len(self._forms) + 1}"
            if isinstance(item, Raster):
                self._document.inForm()
                drawn = picture(item.image, inked=self._inks.fill == "k")
                self._document.addForm(name.removeprefix("FormXob."), drawn)
            else:
                self._write_form(item, name)
        if name not in called:
            called.append(name)
        return name

    def _write_form(self, group: Group, name: str) -> None:
        called: list[str] = []
        pen = Pen(self._fonts, lambda inner: self._call(inner, called), self._inks)
        pen.draw(group.items)
        bleed = group.bleed
        form = PDFFormXObject(-bleed, -group.height - bleed, group.width + bleed, bleed)
        form.Contents = _stream(pen.content())
        form.XObjects = _resources(called)
        self._document.inForm()
        self._document.addForm(name.removeprefix("FormXob."), form)


def _stream(content: str) -> PDFStream:
    stream = PDFStream(content=content)
    stream.filters = [PDFZCompress]
    return stream


def _resources(called: Iterable[str]) -> PDFDictionary | None:
    names = list(called)
    return PDFDictionary({name: PDFObjectReference(name) for name in names}) if names else None


def _area(page: Page, box: Box, around: float) -> PDFArray:
    """Give a box of a page in points, from the bottom left."""
    left, right = box.x - around, box.x + box.width + around
    bottom = page.height - box.y - box.height - around
    top = page.height - box.y + around
    return PDFArray([round(one * POINTS_PER_MM, 4) for one in (left, bottom, right, top)])
