"""The cards with WeasyPrint: one page of HTML, absolute boxes, SVG for what is drawn."""

import json
from html import escape
from math import cos, pi, sin
from pathlib import Path
from typing import Any

import clock
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

FACES = "".join(
    f"@font-face {{ font-family: Inter; font-weight: {weight};"
    f" src: url({(clock.FONTS / f'Inter-{name}.ttf').as_uri()}) }}"
    for name, weight in (("Regular", 400), ("SemiBold", 600))
)
STYLE = (
    FACES
    + """
@page { size: 210mm 297mm; margin: 0 }
body { margin: 0; font: 10.5pt/1.35 Inter }
section { position: relative; width: 210mm; height: 297mm; page-break-after: always }
section > * { position: absolute }
article, aside { width: 63mm; height: 88mm; overflow: hidden }
article > *, aside > * { position: absolute; margin: 0 }
header { left: 4mm; top: 4mm; width: 46mm; height: 8mm; border-radius: 1.6mm; padding-left: 9mm;
  background: #f1f0cc; color: #55510a; font: 600 9pt/8mm Inter }
article > svg { left: 6.1mm; top: 5.5mm }
h2 { left: 4mm; top: 15mm; width: 55mm; font: 600 12pt/1.17 Inter }
article > p { left: 4mm; top: 22.5mm; width: 55mm; hyphens: auto }
small { left: 4mm; bottom: 4mm; font: 600 8pt Inter }
h3 { left: 0; top: 73mm; width: 63mm; text-align: center; color: #55510a; font: 600 12pt Inter }
aside > p { left: 0; top: 79mm; width: 63mm; text-align: center; font-size: 8pt }
"""
)


def export(cards: Path, output: Path) -> None:
    """Print a file of cards."""
    data = json.loads(cards.read_text(encoding="utf-8"))
    sheets = "".join(
        sheet(data["cards"][first : first + 9], data) for first in range(0, len(data["cards"]), 9)
    )
    page = f"<!doctype html><html lang='fr'><style>{STYLE}</style><body>{sheets}</body></html>"
    HTML(string=page).write_pdf(output, font_config=FontConfiguration())


def sheet(batch: list[dict[str, str]], data: dict[str, Any]) -> str:
    """Write both sides of a sheet."""
    family = data["families"]["effets"]
    places = [(10.5 + at % 3 * 63, 16.5 + at // 3 * 88) for at in range(len(batch))]
    fronts = "".join(
        f"<article style='left:{x}mm;top:{y}mm'><header>{family['code']} {family['title']}</header>"
        f"{star(2.5)}<h2>{escape(card['title'])}</h2><p>{escape(card['text'])}</p>"
        f"<small>{card['id']}</small></article>"
        for card, (x, y) in zip(batch, places, strict=True)
    )
    backs = "".join(
        f"<aside style='left:{147 - x}mm;top:{y}mm'>{BACK}<h3>{family['title']}</h3>"
        f"<p>{escape(data['title'])}</p></aside>"
        for x, y in places
    )
    return f"<section>{MARKS}{fronts}</section><section>{MARKS}{backs}</section>"


def star(radius: float) -> str:
    """Draw a star of five points, its box as wide as two radii, in mm."""
    return f"<svg width='{2 * radius}mm' height='{2 * radius}mm' viewBox='-1 -1 2 2'>{STAR}</svg>"


def _star() -> str:
    corners = ((1 if turn % 2 == 0 else 0.48, -pi / 2 + turn * pi / 5) for turn in range(10))
    points = " ".join(f"{r * cos(angle):.3f},{r * sin(angle):.3f}" for r, angle in corners)
    return f"<polygon points='{points}' fill='#55510a'/>"


def _back() -> str:
    rings = "".join(
        f"<circle r='{26.5 + 5.2 * ring}' fill='none' stroke='#f5f3ee' stroke-width='2.6'/>"
        for ring in range(7)
    )
    view = "width='63mm' height='88mm' viewBox='-31.5 -44 63 88'"
    return f"<svg {view}>{rings}<g transform='scale(20)'>{STAR}</g></svg>"


def _marks() -> str:
    across = [10.5 + 63 * cut for cut in range(4)]
    down = [16.5 + 88 * cut for cut in range(4)]
    path = "".join(f"M{x} 10.5v4M{x} 282.5v4" for x in across)
    path += "".join(f"M4.5 {y}h4M201.5 {y}h4" for y in down)
    return (
        "<svg width='210mm' height='297mm' viewBox='0 0 210 297'>"
        f"<path d='{path}' stroke='#9aa1a9' stroke-width='0.15' fill='none'/></svg>"
    )


STAR = _star()
BACK, MARKS = _back(), _marks()

if __name__ == "__main__":
    clock.run(export)
