"""News that falls, on the whole wall, until someone says something of it."""

from collections.abc import Iterator
from functools import partial

from eclaireurs_play.engine.gestures import Draw, Write
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.layout.display import Box, Rect
from eclaireurs_play.layout.look import HEAVY, STRONG
from eclaireurs_play.layout.quantities import amount
from eclaireurs_play.model.scenario import Surprise
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.saying import draw_said
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import (
    LARGER,
    LARGEST,
    LEAST,
    LINE,
    LISTED,
    Row,
    Sight,
    columns,
    rows,
    told,
    under,
    write,
)
from eclaireurs_play.table.words import _

BAND = 22.0
HIGH = 170.0
"""Under so many mm, there is room for the news alone."""

NARROW = 300.0
"""Under so many mm, there is no room beside the news."""


def fallen(shown: Shown) -> Surprise | None:
    """Give the news that has just fallen: the last gesture since the phase opened drew it."""
    last = shown.moment[-1] if shown.moment else None
    if last is None or not shown.latest(last):
        return None
    return _news(shown, last)


def told_news(shown: Shown) -> Sight | None:
    """Keep before everyone the news that the phase made fall, and what is said of it."""
    news = next(filter(None, (_news(shown, one) for one in reversed(shown.made))), None)
    return partial(_draw_told, shown, news) if news else None


def _news(shown: Shown, made: Contribution) -> Surprise | None:
    """Give the news that a gesture drew."""
    gesture = made.gesture
    if isinstance(gesture, Draw) and gesture.card in shown.state.active:
        return shown.rules.scenario.surprises.get(gesture.card)
    return None


def draw_past(brush: Brush, shown: Shown, box: Box) -> float:
    """Recall on a line the news that fell aside in the phase; gives where the rest begins."""
    aside = (one for one in reversed(shown.moment) if one not in shown.made)
    news = next(filter(None, (_news(shown, one) for one in aside)), None)
    if news is None:
        return box.y
    words = _("Une nouvelle est tombée : {title}").format(title=news.title)
    brush.later(f"{news.title} : {news.text}")
    brush.word(words, (box.x, box.y + 6), LEAST, font="semibold", room=box.width)
    return box.y + LINE + 2


def _draw_told(shown: Shown, news: Surprise, brush: Brush, box: Box) -> None:
    """Draw what was said, beside the news; alone, the news takes the room."""
    said = any(isinstance(one.gesture, Write) and one.for_everyone for one in shown.moment)
    if said and box.width < NARROW:
        brush.aside(partial(_draw_small, news))
        draw_said(brush, shown, box)
        return
    left, right = columns(box, 2) if said else (box, box)
    _draw_small(news, brush, left)
    if said:
        draw_said(brush, shown, right)


def _draw_small(news: Surprise, brush: Brush, box: Box) -> None:
    room = Box(box.x, box.y, box.width, box.height * 0.35)
    top = write(brush, news.title, room, LISTED, voice=HEAVY)
    write(brush, "\n\n".join(filter(None, (news.text, news.asks))), under(box, top + 4), LARGER)


def draw_news(brush: Brush, shown: Shown, news: Surprise, margin: float) -> None:
    """Draw a piece of news as one reads it aloud, and what it moves."""
    colours = brush.colours
    brush.add(Rect(0, 0, brush.width, BAND, fill=colours.ink))
    brush.word(_("Une nouvelle tombe"), (margin, BAND * 0.64), 24, font="bold",
               colour=colours.paper, room=brush.width - 2 * margin - 40)  # fmt: skip
    if shown.clock:
        brush.word(shown.clock, (brush.width - margin, BAND * 0.64), 24, colour=colours.paper,
                   align="right")  # fmt: skip
    every = tuple(_moves(shown, news))
    moved = every if brush.height >= HIGH else ()
    if every and not moved:
        brush.later(f"{_('Ce que cela fait bouger')} : {', '.join(map(told, every))}")
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
