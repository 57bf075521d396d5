"""The test sheet: fine crosses on the front, rulers on the back, read through the paper."""

from collections.abc import Iterator
from pathlib import Path

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.files import write_whole
from eclaireurs_play.layout.display import Item, Line, Page, Point, Strokes, Text
from eclaireurs_play.layout.look import (
    HEAVY,
    STRONG,
    Letter,
    Look,
    Style,
    draw_setting,
    label,
    set_prose,
)
from eclaireurs_play.model.print import PaperFormat
from eclaireurs_play.printing.calibration import ARM, EXAMPLE
from eclaireurs_play.printing.imposition.register import Drift, shifted
from eclaireurs_play.printing.pdf import About, PdfWriter

REACH, STEP, LABELLED = 10, 0.5, 5
"""Half a ruler, its steps, and how often one is written, in mm."""

CROSS = 7.0
FINE = 0.15
MARGIN = 20.0
LEAST_HEIGHT = 270.0

FRONT = """\
Imprimez ces deux pages sur une feuille, recto verso, retournée sur le bord long, à 100 %.
Regardez la page 2, celle des règles, face à une vitre : les croix de celle-ci paraissent à travers.
À la règle du milieu, lisez x : à droite du zéro, le nombre est positif ; à gauche, négatif.
Aux règles de gauche et de droite, lisez la hauteur : sous le zéro, le nombre est positif."""


def chart(name: str, paper: PaperFormat, look: Look) -> tuple[Page, Page]:
    """Draw both sides of the test sheet of a printer."""
    return (
        Page(paper.width, paper.height, tuple(_front(name, paper, look)), "Mire, recto"),
        Page(paper.width, paper.height, tuple(_back(paper, look)), "Mire, verso"),
    )


def _points(paper: PaperFormat) -> tuple[tuple[float, float], ...]:
    """Give the middle of the sheet and of both rulers beside it."""
    x, y = paper.width / 2, paper.height / 2
    return ((x - ARM, y), (x, y), (x + ARM, y))


def _front(name: str, paper: PaperFormat, look: Look) -> Iterator[Item]:
    """Draw the crosses, how to read them, what to type then."""
    theme = look.theme
    for x, y in _points(paper):
        yield Line(((x - CROSS, y), (x + CROSS, y)), theme.ink, FINE)
        yield Line(((x, y - CROSS), (x, y + CROSS)), theme.ink, FINE)
    yield from _titled(f"Mire de « {name} »", "Recto", paper, look)
    here = MARGIN + 26
    width = paper.width - 2 * MARGIN
    for rank, words in enumerate(FRONT.splitlines(), 1):
        style = Style(11, 1.4, theme.ink)
        setting = set_prose(words, width - 9, style, look)
        yield label(f"{rank}.", (MARGIN, here + 4.4), Letter("semibold", 11, theme.accent), look)
        yield from draw_setting(setting, MARGIN + 9, here, look)
        here += setting.height + 2.4
    yield from _typed(name, paper, look)


def _typed(name: str, paper: PaperFormat, look: Look) -> Iterator[Item]:
    """Say what to type once the rulers are read, then for each print."""
    theme, width = look.theme, paper.width - 2 * MARGIN
    here = paper.height / 2 + 34
    kept = (f'eclaireurs print --calibrate "{name}"', f'    --measured "{EXAMPLE}"')
    used = (f'eclaireurs print NOM --on "{name}" -o kit.pdf',)
    for words, lines in (
        ("Gardez ce que vous avez lu, vos nombres à la place de ceux-ci :", kept),
        ("Puis imprimez vos kits ainsi ; les versos seront à leur place :", used),
    ):
        setting = set_prose(words, width, Style(11, 1.4, theme.ink, STRONG), look)
        yield from draw_setting(setting, MARGIN, here, look)
        here += setting.height + 5
        for line in lines:
            indent = 6.0 * line.startswith(" ")
            yield Text(MARGIN + indent, here, line.strip(), "regular", 10.5, theme.ink)
            here += 5.2
        here += 4


def _back(paper: PaperFormat, look: Look) -> Iterator[Item]:
    """Draw the rulers: level in the middle, upright on both sides, and what each reads."""
    left, middle, right = _points(paper)
    yield from _titled("Tenez cette page face à la lumière", "Verso", paper, look)
    yield from _ruler(middle, "x", look, level=True)
    yield from _ruler(left, "gauche", look, level=False)
    yield from _ruler(right, "droite", look, level=False)
    told = "Chaque croix du recto tombe sur une règle : écrivez le nombre qu'elle montre."
    letter = Letter("regular", 11, look.theme.ink)
    yield label(told, (MARGIN, MARGIN + 28), letter, look)
    for (x, y), name in ((left, "gauche ="), (middle, "x ="), (right, "droite =")):
        yield label(name, (x - 4, y + 34), letter, look, align="right")
        yield Line(((x - 2, y + 34.4), (x + 16, y + 34.4)), look.theme.line, 0.2)


def _ruler(at: Point, name: str, look: Look, *, level: bool) -> Iterator[Item]:
    """Draw a ruler around a point: its name, its steps, their numbers."""
    theme, (x, y) = look.theme, at
    letter = Letter("regular", theme.sizes.note, theme.ink)
    ticks: list[tuple[float, float, float, float]] = []
    for step in range(round(-REACH / STEP), round(REACH / STEP) + 1):
        away = step * STEP
        long = 5.0 if away % LABELLED == 0 else 3.2 if away % 1 == 0 else 1.8
        ticks.append(
            (x + away, y, x + away, y + long) if level else (x, y + away, x + long, y + away)
        )
        if away % LABELLED == 0:
            words = f"{away:+g}".replace("-", "−") if away else "0"
            place = (x + away, y + 8.4) if level else (x + 6.2, y + away + 1)
            yield label(words, place, letter, look, align="centre" if level else "left")
    yield Strokes(tuple(ticks), theme.ink, FINE)
    ends = ((x - REACH, y), (x + REACH, y)) if level else ((x, y - REACH), (x, y + REACH))
    yield Line(ends, theme.ink, FINE)
    strong = Letter("semibold", 11, theme.accent)
    yield label(name, (x, y - REACH - 4), strong, look, align="centre")


def _titled(words: str, side: str, paper: PaperFormat, look: Look) -> Iterator[Item]:
    """Write the title of a side, and which side it is."""
    theme = look.theme
    yield label(side, (MARGIN, MARGIN + 3), Letter("semibold", 10, theme.accent), look)
    setting = set_prose(words, paper.width - 2 * MARGIN, Style(19, 1.2, theme.ink, HEAVY), look)
    yield from draw_setting(setting, MARGIN, MARGIN + 5, look)


def export_chart(name: str, paper: PaperFormat, look: Look, output: Path, drift: Drift) -> None:
    """Write the test sheet of a printer to one PDF, its back moved by a drift known already.

    Raises LayoutError when the paper has no room for the rulers, OutputError when the file can't
    be written.
    """
    if paper.width < 2 * (ARM + MARGIN) or paper.height < LEAST_HEIGHT:
        raise LayoutError(f"la mire ne tient pas sur {paper.title} : prenez un A4 debout, ou plus")
    front, back = chart(name, paper, look)
    writer = PdfWriter(
        About(f"Mire de « {name} »", "Éclaireurs Play", "Recto, puis verso"), look.fonts
    )
    writer.add(front)
    writer.add(shifted(back, drift))
    write_whole(output, writer.data())
