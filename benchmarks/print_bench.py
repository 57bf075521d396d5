"""Cards per second of the exporter, beside a bare ReportLab script, in one run.

Each candidate is a whole process: it writes N fronts and N backs of 63 × 88 mm, nine to an A4
sheet with crop marks, a 40-word French body wrapped live, a title, a band and a vector star.
Prints times and ratios; asserts nothing. `python benchmarks/print_bench.py [N…]`
"""
# ruff: noqa: PLC0415 - a candidate pays for its own imports, not for the other's

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZES = (54, 500, 2000)
RUNS = 3
BODY = (
    "Quand il pleut fort sur la place du village numéro {n}, où ira l'eau qui entrait ici dans le "
    "sol ? Qui la verra arriver le premier, et qui paiera pour la retenir ? Racontez ce que l'on "
    "entendrait depuis la fenêtre d'en face."
)


def ours(count: int, output: Path) -> None:
    """Export cards with the layout and printing of the project."""
    from eclaireurs_play.layout.backs import card_back
    from eclaireurs_play.layout.cards import CardMaker
    from eclaireurs_play.layout.look import Look
    from eclaireurs_play.printing.imposition import Printed, impose
    from eclaireurs_play.printing.pdf import About, PdfWriter

    content, theme = _content(count)
    look = Look(theme, content.fonts_dir)
    sheet, form = content.formats.sheet("a4-neuf-cartes")
    maker = CardMaker(content, form, look, codes=False)
    family = content.families["effets"]
    back = card_back(family, "effets", form, look, game="Banc d'essai", figure="ripples")
    printed = [Printed(maker.front(card), (back,)) for card in content.cards]
    writer = PdfWriter(About("Banc d'essai", "", ""), look.fonts)
    for page in impose(printed, sheet, form, theme.line):
        writer.add(page)
    output.write_bytes(writer.data())


def _content(count: int):  # noqa: ANN202 - types come with the imports it delays
    """Build synthetic cards, without reading the library."""
    import yaml

    from eclaireurs_play.layout.printable import Formats, PrintContent
    from eclaireurs_play.model.deck import Card, Deck, Family
    from eclaireurs_play.model.game import Anytime, Game
    from eclaireurs_play.model.print import CardFormat, SheetFormat, Theme
    from eclaireurs_play.model.role import Roles

    def read(*parts: str) -> object:
        text = ROOT.joinpath("print", *parts).read_text(encoding="utf-8")
        return yaml.load(text, Loader=yaml.CSafeLoader)

    cards = tuple(
        Card.model_construct(
            id=f"EF-{n:04}",
            family="effets",
            title=f"Le village numéro {n}",
            text=BODY.format(n=n),
            themes=(),
            fields={},
            source=None,
            copies=1,
        )
        for n in range(count)
    )
    family = Family(title="Effets", code="EF", shape="star")
    deck = Deck.model_construct(families={"effets": family}, themes={}, cards=cards)
    form = CardFormat.model_validate(read("formats", "cards", "poker.yaml"))
    sheet = SheetFormat.model_validate(read("formats", "sheets", "a4-neuf-cartes.yaml"))
    content = PrintContent(
        game=Game.model_construct(id="banc", title="Banc d'essai", anytime=Anytime()),
        decks=(deck,),
        roles=Roles(roles=()),
        scenarios=(),
        where=lambda name: name,
        digest="",
        fonts_dir=ROOT / "print" / "fonts",
        formats=Formats({form.id: form}, {sheet.id: sheet}, {}),
    )
    return content, Theme.model_validate(read("themes", "atelier.yaml"))


def bare(count: int, output: Path) -> None:
    """Draw the same cards with ReportLab's Paragraph and nothing of ours."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Paragraph

    for name in ("Regular", "SemiBold"):
        file = ROOT / "print" / "fonts" / f"Inter-{name}.ttf"
        pdfmetrics.registerFont(TTFont(name, str(file)))
    style = ParagraphStyle("body", fontName="Regular", fontSize=10.5, leading=14.2)
    canvas = Canvas(str(output), pagesize=(210 * mm, 297 * mm), invariant=1, pageCompression=1)
    for first in range(0, count, 9):
        batch = range(first, min(first + 9, count))
        for place, n in enumerate(batch):
            _bare_front(canvas, place, n, style, Paragraph)
        _bare_marks(canvas)
        canvas.showPage()
        for place, _ in enumerate(batch):
            _bare_back(canvas, place)
        _bare_marks(canvas)
        canvas.showPage()
    canvas.save()


def _corner(place: int) -> tuple[float, float]:
    """Give a card's bottom left corner in points."""
    mm = 72 / 25.4
    return (10.5 + place % 3 * 63) * mm, (16.5 + (2 - place // 3) * 88) * mm


def _bare_front(canvas, place: int, n: int, style, paragraph) -> None:  # noqa: ANN001
    x, y = _corner(place)
    mm = 72 / 25.4
    canvas.setFillColorRGB(0.98, 0.9, 0.85)
    canvas.roundRect(x + 4 * mm, y + 76 * mm, 55 * mm, 8 * mm, 1.6 * mm, stroke=0, fill=1)
    canvas.setFillColorRGB(0.56, 0.2, 0.07)
    _bare_star(canvas, x + 8.6 * mm, y + 80 * mm, 2.5 * mm)
    canvas.setFont("SemiBold", 9)
    canvas.drawString(x + 13 * mm, y + 78.7 * mm, "EF Effets")
    canvas.setFont("SemiBold", 12)
    canvas.drawString(x + 4 * mm, y + 68 * mm, f"Le village numéro {n}")
    body = paragraph(BODY.format(n=n), style)
    _, height = body.wrap(55 * mm, 50 * mm)
    body.drawOn(canvas, x + 4 * mm, y + 64 * mm - height)
    canvas.setFont("SemiBold", 8)
    canvas.drawString(x + 4 * mm, y + 4 * mm, f"EF-{n:04}")


def _bare_back(canvas, place: int) -> None:  # noqa: ANN001
    x, y = _corner(place)
    mm = 72 / 25.4
    canvas.setStrokeColorRGB(0.9, 0.9, 0.88)
    canvas.setLineWidth(2.6 * mm)
    for ring in range(3):
        canvas.circle(x + 31.5 * mm, y + 44 * mm, (20 + 4 * ring) * mm)
    canvas.setFillColorRGB(0.56, 0.2, 0.07)
    _bare_star(canvas, x + 31.5 * mm, y + 44 * mm, 18 * mm)
    canvas.setFont("SemiBold", 12)
    canvas.drawCentredString(x + 31.5 * mm, y + 12 * mm, "Effets")


def _bare_star(canvas, x: float, y: float, radius: float) -> None:  # noqa: ANN001
    from math import cos, pi, sin

    path = canvas.beginPath()
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.48
        angle = pi / 2 + corner * pi / 5
        step = path.lineTo if corner else path.moveTo
        step(x + reach * cos(angle), y + reach * sin(angle))
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _bare_marks(canvas) -> None:  # noqa: ANN001
    mm = 72 / 25.4
    canvas.setStrokeColorRGB(0.6, 0.6, 0.6)
    canvas.setLineWidth(0.4)
    across = [(10.5 + 63 * cut) * mm for cut in range(4)]
    down = [(16.5 + 88 * cut) * mm for cut in range(4)]
    canvas.lines(
        [(x, 10 * mm, x, 14 * mm) for x in across]
        + [(x, 283 * mm, x, 287 * mm) for x in across]
        + [(4 * mm, y, 8 * mm, y) for y in down]
        + [(202 * mm, y, 206 * mm, y) for y in down]
    )


CANDIDATES: dict[str, Callable[[int, Path], None]] = {"ours": ours, "bare": bare}


def measured(name: str, count: int) -> tuple[float, int]:
    """Give the best time of a whole process in seconds, and the size of its file."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "out.pdf"
        command = [sys.executable, __file__, "--run", name, str(count), str(output)]
        times = []
        for _ in range(RUNS):
            start = time.perf_counter()
            subprocess.run(command, check=True)
            times.append(time.perf_counter() - start)
        return min(times), output.stat().st_size


def main(arguments: list[str]) -> None:
    """Compare the candidates, or be one of them."""
    if arguments[:1] == ["--run"]:
        _, name, count, output = arguments
        CANDIDATES[name](int(count), Path(output))
        return
    print(f"{'cards':>6} {'ours':>9} {'bare':>9} {'ratio':>6} {'cards/s':>8} {'kB a card':>10}")
    for count in [int(one) for one in arguments] or SIZES:
        (our, size), (their, _) = measured("ours", count), measured("bare", count)
        rate, weight = count / our, size / count / 1000
        times = f"{our:>8.2f}s {their:>8.2f}s {our / their:>6.2f}"
        print(f"{count:>6} {times} {rate:>8.0f} {weight:>10.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
