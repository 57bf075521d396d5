"""The cards with bare ReportLab: its own wrap with cached widths, forms for what repeats.

As fast as ReportLab's canvas goes; `rl_accel`, when installed, helps it. No rule of French
typography, no hyphenation, no search of a size.
"""

import json
from math import cos, pi, sin
from pathlib import Path
from typing import Any

import clock
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
WIDTH, HEIGHT = 63 * MM, 88 * MM
LEFT, BOTTOM = 10.5 * MM, 16.5 * MM
SAFE = 4 * MM
BODY, LEADING = 10.5, 14.2
INK, TINT, GROUND = (0.33, 0.32, 0.04), (0.95, 0.94, 0.8), (0.96, 0.95, 0.93)


def export(cards: Path, output: Path) -> None:
    """Print a file of cards."""
    data = json.loads(cards.read_text(encoding="utf-8"))
    for name in ("Regular", "SemiBold"):
        pdfmetrics.registerFont(TTFont(name, str(clock.FONTS / f"Inter-{name}.ttf")))
    canvas = Canvas(str(output), pagesize=(210 * MM, 297 * MM), invariant=1, pageCompression=1)
    forms(canvas, data)
    widths: dict[str, float] = {}
    for first in range(0, len(data["cards"]), 9):
        batch = data["cards"][first : first + 9]
        canvas.doForm("marks")
        for place, card in enumerate(batch):
            front(canvas, card, corner(place), widths)
        canvas.showPage()
        canvas.doForm("marks")
        for place, _ in enumerate(batch):
            placed(canvas, "back", corner(place // 3 * 3 + 2 - place % 3))
        canvas.showPage()
    canvas.save()


def corner(place: int) -> tuple[float, float]:
    """Give a card's bottom left corner in points."""
    return LEFT + place % 3 * WIDTH, BOTTOM + (2 - place // 3) * HEIGHT


def placed(canvas: Canvas, form: str, at: tuple[float, float]) -> None:
    """Call a form with its corner at a point."""
    canvas.saveState()
    canvas.translate(*at)
    canvas.doForm(form)
    canvas.restoreState()


def front(
    canvas: Canvas, card: dict[str, str], at: tuple[float, float], widths: dict[str, float]
) -> None:
    """Draw the face of a card: the band's form, then its own words."""
    placed(canvas, "band", at)
    x, y = at[0] + SAFE, at[1]
    words = canvas.beginText(x, y + 68 * MM)
    words.setFont("SemiBold", 12)
    words.textOut(card["title"])
    words.setTextOrigin(x, y + 61 * MM)
    words.setFont("Regular", BODY, LEADING)
    for line in wrapped(card["text"], WIDTH - 2 * SAFE, widths):
        words.textLine(line)
    words.setTextOrigin(x, y + SAFE)
    words.setFont("SemiBold", 8)
    words.textOut(card["id"])
    canvas.drawText(words)


def wrapped(text: str, measure: float, widths: dict[str, float]) -> list[str]:
    """Fill lines one after the other."""
    space = width(" ", widths)
    lines: list[str] = []
    line: list[str] = []
    room = measure
    for word in text.split():
        wide = width(word, widths)
        if wide > room and line:
            lines.append(" ".join(line))
            line, room = [], measure
        line.append(word)
        room -= wide + space
    return [*lines, " ".join(line)]


def width(word: str, widths: dict[str, float]) -> float:
    """Give the width of a word in points, measured once."""
    known = widths.get(word)
    if known is None:
        known = widths[word] = pdfmetrics.stringWidth(word, "Regular", BODY)
    return known


def forms(canvas: Canvas, data: dict[str, Any]) -> None:
    """Draw once what repeats: the band, the back, the marks."""
    family = data["families"]["effets"]
    canvas.beginForm("band", upperx=WIDTH, uppery=HEIGHT)
    canvas.setFillColorRGB(*TINT)
    canvas.roundRect(SAFE, 76 * MM, 55 * MM, 8 * MM, 1.6 * MM, stroke=0, fill=1)
    canvas.setFillColorRGB(*INK)
    star(canvas, 8.6 * MM, 80 * MM, 2.5 * MM)
    canvas.setFont("SemiBold", 9)
    canvas.drawString(13 * MM, 78.7 * MM, f"{family['code']} {family['title']}")
    canvas.endForm()
    canvas.beginForm("back", upperx=WIDTH, uppery=HEIGHT)
    canvas.setStrokeColorRGB(*GROUND)
    canvas.setLineWidth(2.6 * MM)
    for ring in range(7):
        canvas.circle(WIDTH / 2, HEIGHT / 2, (26.5 + 5.2 * ring) * MM)
    canvas.setFillColorRGB(*INK)
    star(canvas, WIDTH / 2, HEIGHT / 2, 20 * MM)
    canvas.setFont("SemiBold", 12)
    canvas.drawCentredString(WIDTH / 2, 12 * MM, family["title"])
    canvas.setFont("Regular", 8)
    canvas.drawCentredString(WIDTH / 2, 8 * MM, data["title"])
    canvas.endForm()
    canvas.beginForm("marks", upperx=210 * MM, uppery=297 * MM)
    marks(canvas)
    canvas.endForm()


def star(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Fill a star of five points."""
    path = canvas.beginPath()
    for turn in range(10):
        reach = radius if turn % 2 == 0 else radius * 0.48
        angle = pi / 2 + turn * pi / 5
        step = path.lineTo if turn else path.moveTo
        step(x + reach * cos(angle), y + reach * sin(angle))
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def marks(canvas: Canvas) -> None:
    """Draw crop marks in the margins."""
    canvas.setStrokeColorRGB(0.6, 0.63, 0.66)
    canvas.setLineWidth(0.15 * MM)
    across = [LEFT + WIDTH * cut for cut in range(4)]
    down = [BOTTOM + HEIGHT * cut for cut in range(4)]
    canvas.lines(
        [(x, 10.5 * MM, x, 14.5 * MM) for x in across]
        + [(x, 282.5 * MM, x, 286.5 * MM) for x in across]
        + [(4.5 * MM, y, 8.5 * MM, y) for y in down]
        + [(201.5 * MM, y, 205.5 * MM, y) for y in down]
    )


if __name__ == "__main__":
    clock.run(export)
