"""Pictures as objects of a PDF: a JPEG as it is, anything else as rows of pixels."""

from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream, PDFZCompress

from eclaireurs_play.layout.display import Bitmap

COLOURS = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
"""The colours of a PDF, by Pillow's mode."""


def picture(image: Bitmap, *, inked: bool = False) -> PDFStream:
    """Make the object of a picture, in four inks when `inked`; white paper shows through it.

    Black takes all that the three other inks share: no pixel bears more than 200 %.
    """
    from PIL import Image, ImageChops  # noqa: PLC0415 - only cards with pictures need it

    with Image.open(BytesIO(image.file)) as opened:
        if image.kind == "jpeg" and opened.mode in ("L", "RGB") and not inked:
            entries = _entries(image, opened.mode)
            entries["Filter"] = PDFName("DCTDecode")
            return PDFStream(PDFDictionary(entries), image.file, filters=[])
        whole = opened.convert("RGBA")
    white = Image.new("RGBA", whole.size, "white")
    pixels = Image.alpha_composite(white, whole).convert("RGB")
    if inked:
        inks = [ImageChops.invert(channel) for channel in pixels.split()]
        black = ImageChops.darker(ImageChops.darker(inks[0], inks[1]), inks[2])
        rest = (ImageChops.subtract(ink, black) for ink in inks)
        pixels = Image.merge("CMYK", [*rest, black])
    entries = PDFDictionary(_entries(image, pixels.mode))
    return PDFStream(entries, pixels.tobytes(), filters=[PDFZCompress])


def _entries(image: Bitmap, mode: str) -> dict[str, object]:
    """Describe the pixels that follow."""
    return {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": image.columns,
        "Height": image.rows,
        "ColorSpace": PDFName(COLOURS[mode]),
        "BitsPerComponent": 8,
    }
