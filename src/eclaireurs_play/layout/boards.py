"""The board of impacts: the game's map, empty, at the size of a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import Box, Circle, Item, Line, Page
from eclaireurs_play.layout.flow import Paper, furniture
from eclaireurs_play.layout.impact_map import Legend, draw_sign
from eclaireurs_play.layout.look import STRONG, Letter, Look, Style, draw_setting, label, set_prose
from eclaireurs_play.model.game import Game

LABELS = 46.0
HEAD = 26.0
FOOT = 12.0


@dataclass(frozen=True)
class Axes:
    """The titles along both sides of a game's map, and its legend."""

    rows: Mapping[str, str]
    columns: Mapping[str, str]
    legend: Legend


def axes(game: Game) -> Axes:
    """Read the axes of a game's map from its ratings."""
    if game.map is None:
        raise LayoutError(f"le jeu « {game.id} » n'a pas de carte des effets (clé map)")

    def options(name: str | None) -> Mapping[str, str]:
        field = game.ratings.get(name) if name else None
        return (field.one_of or {}) if field else {}

    legend = Legend(options(game.map.sign), options(game.map.horizon))
    return Axes(options(game.map.rows), options(game.map.columns), legend)


def impact_board(game: Game, paper: Paper, look: Look) -> Page:
    """Draw the board: a row for each subject, a column for each scale, split by horizon."""
    found = axes(game)
    area = paper.column
    grid = Box(area.x + LABELS, area.y + HEAD, area.width - LABELS, area.height - HEAD - FOOT)
    items = (
        *_title(game, area, look),
        *_columns(found, grid, look),
        *_rows(found, area, grid, look),
        *_key(found.legend, grid, look),
        *furniture(paper, 1, 1, look),
    )
    return Page(paper.form.width, paper.form.height, items, "Plateau")


def _title(game: Game, area: Box, look: Look) -> Iterator[Item]:
    theme = look.theme
    style = Style(15, 1.15, theme.ink, STRONG)
    setting = set_prose(game.title, LABELS - 4, style, look)
    yield from draw_setting(setting, area.x, area.y + 2, look)
    yield label(
        "Ce que le projet change",
        (area.x, area.y + HEAD - 4),
        Letter("regular", 9, theme.soft),
        look,
    )


def _columns(found: Axes, grid: Box, look: Look) -> Iterator[Item]:
    """Draw the head of each column: rings that widen with the scale, the title, the horizons."""
    theme = look.theme
    wide = grid.width / max(1, len(found.columns))
    horizons = list(found.legend.horizons.values())
    for place, title in enumerate(found.columns.values()):
        left = grid.x + place * wide
        for ring in range(place + 1):
            radius = 1.4 + ring * 1.7
            yield Circle(left + 10, grid.y - 15.5, radius, stroke=theme.accent, line=0.55)
        yield label(title, (left + 21, grid.y - 13.8), Letter("semibold", 14, theme.ink), look)
        yield Line(((left, grid.y - 6), (left, grid.y + grid.height)), theme.line, 0.35)
        half = wide / max(1, len(horizons))
        for part, words in enumerate(horizons):
            x = left + part * half
            yield label(words, (x + 3, grid.y - 2.2), Letter("regular", 8.5, theme.soft), look)
            if part:
                dash = (1.2, 1.6)
                yield Line(((x, grid.y), (x, grid.y + grid.height)), theme.line, 0.2, dash)


def _rows(found: Axes, area: Box, grid: Box, look: Look) -> Iterator[Item]:
    theme = look.theme
    tall = grid.height / max(1, len(found.rows))
    right = grid.x + grid.width
    for place, title in enumerate(found.rows.values()):
        top = grid.y + place * tall
        strong = place == 0
        colour, line = (theme.ink, 0.5) if strong else (theme.faint, 0.3)
        yield Line(((area.x, top), (right, top)), colour, line)
        setting = set_prose(title, LABELS - 4, Style(12, 1.15, theme.ink, STRONG), look)
        yield from draw_setting(setting, area.x, top + (tall - setting.height) / 2, look)
    bottom = grid.y + grid.height
    yield Line(((area.x, bottom), (right, bottom)), theme.ink, 0.5)
    yield Line(((right, grid.y - 6), (right, bottom)), theme.line, 0.35)


def _key(legend: Legend, grid: Box, look: Look) -> Iterator[Item]:
    """Say what to draw: one shape for each sign."""
    theme = look.theme
    y = grid.y + grid.height + 9
    text = label("Dessinez ou posez", (grid.x, y), Letter("regular", 10, theme.soft), look)
    yield text
    here = grid.x + look.fonts.width("regular", 10, text.string) + 8
    for place, words in enumerate(legend.signs.values()):
        yield draw_sign(place, hollow=False, x=here, y=y - 1.3, size=5, look=look)
        title = label(words, (here + 5, y), Letter("semibold", 10, theme.ink), look)
        yield title
        here += 5 + look.fonts.width("semibold", 10, title.string) + 12
    note = "et le code de la carte à côté : EF-07"
    yield label(
        note, (grid.x + grid.width, y), Letter("regular", 10, theme.soft), look, align="right"
    )
