"""A frame of the projector: a head, the question, what the moment is about, the seats."""

from functools import partial

from eclaireurs_play.engine.gestures import Draw
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.look import STRONG
from eclaireurs_play.play.naming import question, worded
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.cards import Cards
from eclaireurs_play.table.wall.announce import announce
from eclaireurs_play.table.wall.board import dashboard
from eclaireurs_play.table.wall.charter import charter
from eclaireurs_play.table.wall.choosing import choosing
from eclaireurs_play.table.wall.ending import draw_ended
from eclaireurs_play.table.wall.grid import grid
from eclaireurs_play.table.wall.news import draw_news, fallen
from eclaireurs_play.table.wall.places import places
from eclaireurs_play.table.wall.ratings import ratings
from eclaireurs_play.table.wall.saying import draw_said
from eclaireurs_play.table.wall.seats import TALL, draw_seats, name
from eclaireurs_play.table.wall.sheet import idea, sheet
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.swap import exchanged, swap
from eclaireurs_play.table.wall.unveiled import unveiled
from eclaireurs_play.table.wall.versions import agreed, versions
from eclaireurs_play.table.wall.writing import (
    LARGER,
    LARGEST,
    LEAST,
    LINE,
    TITLE,
    Sight,
    columns,
    under,
    write,
)
from eclaireurs_play.table.wall.zones import zones
from eclaireurs_play.table.words import _

SIGHTS = (
    swap, zones, charter, dashboard, grid, versions, places, idea, ratings, choosing, sheet,
)  # fmt: skip
"""What a moment may be about: the first that finds something in it is drawn."""

LOW = 170.0
"""Under so many mm, the wall has no room for the seats nor for wide margins."""

TWO = 110.0
"""From so many mm, what begins leaves room under it for what was hidden."""

SPLIT = 300.0
"""From so many mm, what was just settled leaves room for what begins."""


def draw_wall(brush: Brush, shown: Shown, cards: Cards) -> None:
    """Draw a frame of the projector."""
    margin = 14.0 if brush.height >= LOW else 8.0
    news = fallen(shown)
    if shown.zoomed:
        _alone(brush, shown, cards, margin)
    elif shown.leaf is None:
        draw_ended(brush, shown, margin)
    elif news is not None:
        draw_news(brush, shown, news, margin)
    else:
        _session(brush, shown, cards, margin)


def _alone(brush: Brush, shown: Shown, cards: Cards, margin: float) -> None:
    height = brush.height - 2 * margin
    width = cards.width(height)
    if width > brush.width - 2 * margin:
        height *= (brush.width - 2 * margin) / width
        width = cards.width(height)
    left, top = (brush.width - width) / 2, (brush.height - height) / 2
    face = cards.face(shown.zoomed, left, top, height)
    if face is not None:
        brush.add(face)


def _session(brush: Brush, shown: Shown, cards: Cards, margin: float) -> None:
    top = _head(brush, shown, margin)
    width, low = brush.width - 2 * margin, brush.height - margin
    if brush.height >= LOW:
        low -= TALL - margin * 0.5
        draw_seats(brush, shown, Box(margin, low, width, TALL))
        low -= 4
    box = Box(margin, top, width, low - top)
    table = cards.known(_on_the_table(shown))
    if table:
        box = _cards(brush, cards, table, box)
    sight = _sight(shown, box.width)
    box = under(box, _question(brush, shown, box, 0.32 if sight else 0.5) + 5)
    if sight is not None:
        sight(brush, box)
    else:
        draw_said(brush, shown, box)


def _sight(shown: Shown, width: float) -> Sight | None:
    """Find what the moment is about, beside what was settled just before if there is room."""
    found = next(filter(None, (find(shown) for find in SIGHTS)), None)
    told, spread = announce(shown) or exchanged(shown), unveiled(shown)
    settled = told or spread
    if told is not None and spread is not None and width >= SPLIT:
        found = spread if found is None else partial(_stacked, found, spread)
    if settled is None or found is None:
        return settled or found or agreed(shown)
    if width < SPLIT:
        return found if shown.leaf and shown.leaf.silent else settled
    return partial(_beside, settled, found)


def _beside(one: Sight, other: Sight, brush: Brush, box: Box) -> None:
    left, right = columns(box, 2)
    one(brush, left)
    other(brush, right)


def _stacked(one: Sight, other: Sight, brush: Brush, box: Box) -> None:
    """Draw two sights one above the other, or the first alone."""
    if box.height < TWO:
        one(brush, box)
        return
    half = box.height / 2
    one(brush, Box(box.x, box.y, box.width, half - 4))
    other(brush, under(box, box.y + half))


def _head(brush: Brush, shown: Shown, margin: float) -> float:
    """Draw the phase and the clock; gives where the rest begins."""
    base, right = margin + 6, brush.width - margin
    wide = 0.0
    paused = shown.paused or shown.state.timing.paused
    if shown.clock or paused:
        words = f"{_('pause')} {shown.clock}".strip() if paused else shown.clock
        wide = brush.wide(words, TITLE, "semibold")
        if paused:
            band = Box(right - wide - 6, margin - 3.5, wide + 6, 12.5)
            brush.rect(band, fill=brush.colours.ink)
            brush.word(words, (right - 3, base), TITLE, font="semibold",
                       colour=brush.colours.paper, align="right")  # fmt: skip
        else:
            brush.word(words, (right, base), TITLE, font="semibold", colour=brush.colours.soft,
                       align="right")  # fmt: skip
    title = shown.phase.title if shown.phase else ""
    brush.word(_times(shown, title), (margin, base), TITLE, font="bold",
               room=right - margin - wide - 14)  # fmt: skip
    brush.rule(margin, margin + 11, brush.width - 2 * margin)
    return margin + 16


def _times(shown: Shown, title: str) -> str:
    """Say which time it is, of a phase that comes back."""
    back = [one for one in shown.state.path if shown.rules.phases[one.phase].repeat]
    if not back:
        return title
    last = back[-1]
    times = getattr(shown.rules.phases[last.phase].repeat, "times", None)
    if not times:
        return title
    return _("{title} ({time} sur {times})").format(title=title, time=last.time, times=times)


def _question(brush: Brush, shown: Shown, box: Box, share: float) -> float:
    """Write what is asked now, and of whom, as large as it fits."""
    who, asked = _asked(shown)
    top = box.y
    if who:
        brush.word(who, (box.x, top + 7), LEAST, font="semibold", colour=brush.colours.accent,
                   room=box.width)  # fmt: skip
        top += LINE + 1
    room = max(2 * LINE, box.height * share - (top - box.y))
    sizes = LARGEST if brush.height >= LOW else LARGER
    return write(brush, asked, Box(box.x, top, box.width, room), sizes, voice=STRONG)


def _asked(shown: Shown) -> tuple[str, str]:
    """Give who is asked, and the question: what the phase waits for, else what is said aloud."""
    rules, state = shown.rules, shown.state
    wanted = [one for one in shown.wanted if one.ask.prompt]
    if wanted:
        first = wanted[0]
        same = {one.actor for one in wanted if one.ask.prompt == first.ask.prompt}
        who = capital(name(shown, first.actor)) if len(same) == 1 else _("Tout le monde")
        return who, worded(rules, state, question(first.ask.prompt))
    if shown.begun and shown.secret:
        return "", _("Tout le monde a répondu.")
    if shown.begun:
        return "", _("Quelque chose à ajouter, avant de passer à la suite ?")
    return "", (shown.phase.say or shown.phase.title) if shown.phase else ""


def _on_the_table(shown: Shown) -> tuple[str, ...]:
    """List the last cards taken in the phase, the latest last."""
    drawn = (one.gesture.card for one in shown.made if isinstance(one.gesture, Draw))
    return tuple(dict.fromkeys(drawn))[-3:]


def _cards(brush: Brush, cards: Cards, table: tuple[str, ...], box: Box) -> Box:
    """Draw the latest card large, those before it small under it; gives what is left beside."""
    tall = min(box.height * (0.66 if len(table) > 1 else 1.0), box.width)
    if cards.width(tall) > box.width * 0.45:
        tall *= box.width * 0.45 / cards.width(tall)
    width = cards.width(tall)
    left = box.x + box.width - width
    latest = cards.face(table[-1], left, box.y, tall)
    if latest is not None:
        brush.add(latest)
    small = min(box.height - tall - 6, tall * 0.5)
    x = left
    for card in table[:-1]:
        face = cards.face(card, x, box.y + tall + 6, small) if small > LINE else None
        if face is not None:
            brush.add(face)
        x += cards.width(small) + 5
    return Box(box.x, box.y, box.width - width - 14, box.height)
