"""News that falls, on the whole wall, until someone says something of it."""

from collections.abc import Iterator

from eclaireurs_play.engine.gestures import Draw
from eclaireurs_play.layout.display import Box, Rect
from eclaireurs_play.layout.look import HEAVY, STRONG
from eclaireurs_play.layout.quantities import amount
from eclaireurs_play.model.scenario import Surprise
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import LARGER, LARGEST, LEAST, LINE, Row, rows, under, write
from eclaireurs_play.table.words import _

BAND = 22.0
HIGH = 170.0
"""Under so many mm, there is room for the news alone."""


def fallen(shown: Shown) -> Surprise | None:
    """Give the news that has just fallen: the last gesture of the phase drew it."""
    last = shown.made[-1].gesture if shown.made else None
    if isinstance(last, Draw) and last.card in shown.state.active:
        return shown.rules.scenario.surprises.get(last.card)
    return None


def draw_news(brush: Brush, shown: Shown, news: Surprise, margin: float) -> None:
    """Draw a piece of news as one reads it aloud, and what it moves."""
    colours = brush.colours
    brush.add(Rect(0, 0, brush.width, BAND, fill=colours.ink))
    brush.word(_("Une nouvelle tombe"), (margin, BAND * 0.64), 24, font="bold",
               colour=colours.paper, room=brush.width - 2 * margin - 40)  # fmt: skip
    if shown.clock:
        brush.word(shown.clock, (brush.width - margin, BAND * 0.64), 24, colour=colours.paper,
                   align="right")  # fmt: skip
    moved = tuple(_moves(shown, news)) if brush.height >= HIGH else ()
    foot = len(moved) * (LINE + 3) + LINE + 3 if moved else 0.0
    room = brush.height - BAND - 2 * margin - foot
    box = Box(margin, BAND + margin * 0.7, brush.width - 2 * margin, room)
    top = write(brush, news.title, Box(box.x, box.y, box.width, room * 0.4), (60.0, 50.0, *LARGEST),
                voice=HEAVY)  # fmt: skip
    asks = f"\n\n{news.asks}" if news.asks else ""
    write(brush, f"{news.text}{asks}", under(box, top + 5), (44.0, 38.0, 34.0, *LARGER))
    if moved:
        low = Box(margin, brush.height - margin - foot, box.width, foot)
        brush.prose(_("Ce que cela fait bouger"), low.x, low.y, low.width, LEAST, voice=STRONG,
                    colour=colours.accent)  # fmt: skip
        rows(brush, moved, under(low, low.y + LINE), most=4)


def _moves(shown: Shown, news: Surprise) -> Iterator[Row]:
    for name, value in news.moves.items():
        axis = shown.rules.scenario.axes[name]
        if value:
            yield Row(f"{axis.title} : {amount(value, axis.unit, signed=True)}",
                      "▲" if value > 0 else "▼")  # fmt: skip
