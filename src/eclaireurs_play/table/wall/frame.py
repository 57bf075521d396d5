"""A frame of the projector: a head, the question, what the moment is about, the seats."""

from functools import partial

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
from eclaireurs_play.table.wall.impacts import impacts, mapped, whole
from eclaireurs_play.table.wall.news import draw_news, draw_past, fallen, told_news
from eclaireurs_play.table.wall.pages import page_words, rest_of
from eclaireurs_play.table.wall.parts import parts
from eclaireurs_play.table.wall.places import places
from eclaireurs_play.table.wall.ratings import ratings
from eclaireurs_play.table.wall.saying import draw_said
from eclaireurs_play.table.wall.seats import draw_seats, name, seats_tall, told_of
from eclaireurs_play.table.wall.sheet import idea, sheet
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.swap import exchanged, swap
from eclaireurs_play.table.wall.turned import draw_cards, on_the_table
from eclaireurs_play.table.wall.unveiled import unveiled
from eclaireurs_play.table.wall.versions import agreed, verdict, versions
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
    swap, zones, charter, dashboard, grid, parts, versions, places, idea, impacts, ratings,
    choosing, told_news, sheet,
)  # fmt: skip
"""What a moment may be about: the first that finds something in it is drawn."""

LOW = 170.0
"""Under so many mm, the wall has no room for the seats nor for wide margins."""

TWO = 110.0
"""From so many mm, what begins leaves room under it for what was hidden."""

SPLIT = 300.0
"""From so many mm, what was just settled leaves room for what begins."""


NUMBERED = 32.0
"""What is left for the number of a page beside the clock, in mm."""


def draw_wall(brush: Brush, shown: Shown, cards: Cards, page: int = 0) -> int:
    """Draw a frame of the projector, and give how many pages it takes.

    Any page after the first shows what had no room on it; they follow one another in a ring.
    """
    margin = 14.0 if brush.height >= LOW else 8.0
    _compose(brush, shown, cards, margin)
    top = margin + 16
    box = Box(margin, top, brush.width - 2 * margin, brush.height - margin - top)
    rest = rest_of(brush, box, "" if _closing(shown) else _asked(shown)[1])
    if not rest:
        return 1
    count = 1 + len(rest)
    if page % count:
        brush.items.clear()
        _over(brush, shown, margin)
        rest[page % count - 1](brush, box)
    _numbered(brush, shown, margin, page % count, count)
    return count


def _compose(brush: Brush, shown: Shown, cards: Cards, margin: float) -> None:
    news = fallen(shown)
    drawn = whole(shown) if shown.mapped else None
    if shown.zoomed:
        _alone(brush, shown, cards, margin)
    elif drawn is not None:
        brush.word(_("La carte des impacts"), (margin, margin + 6), TITLE, font="bold")
        brush.rule(margin, margin + 11, brush.width - 2 * margin)
        top = margin + 16
        drawn(brush, Box(margin, top, brush.width - 2 * margin, brush.height - margin - top))
    elif shown.leaf is None:
        draw_ended(brush, shown, margin)
    elif news is not None:
        draw_news(brush, shown, news, margin)
    else:
        _session(brush, shown, cards, margin)


def _over(brush: Brush, shown: Shown, margin: float) -> None:
    """Head a page that goes on."""
    if shown.leaf is not None:
        _head(brush, shown, margin)
        return
    brush.word(shown.rules.scenario.title, (margin, margin + 7), LEAST, colour=brush.colours.soft,
               room=brush.width - 2 * margin - NUMBERED)  # fmt: skip


def _numbered(brush: Brush, shown: Shown, margin: float, page: int, count: int) -> None:
    """Say which page is shown, at the top, beside the clock."""
    words = page_words(page, count)
    clock = _clock(shown) if shown.leaf is not None else ""
    wide = brush.wide(clock, TITLE, "semibold") + 8 if clock else 0.0
    banded = not page and fallen(shown) is not None and not shown.zoomed and not shown.mapped
    colour = brush.colours.paper if banded else brush.colours.accent
    brush.word(words, (brush.width - margin - wide, margin + 6), LEAST, font="semibold",
               colour=colour, align="right")  # fmt: skip


def _clock(shown: Shown) -> str:
    """Write the time that is left, and whether it is stopped."""
    if shown.paused or shown.state.timing.paused:
        return f"{_('pause')} {shown.clock}".strip()
    return shown.clock


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
        tall = seats_tall(brush, shown, width)
        low -= tall - margin * 0.5
        draw_seats(brush, shown, Box(margin, low, width, tall))
        low -= 4
    top = draw_past(brush, shown, Box(margin, top, width, low - top))
    box = Box(margin, top, width, low - top)
    table = cards.known(on_the_table(shown))
    if table and impacts(shown) is None:
        box = draw_cards(brush, cards, table, box)
    sight = _sight(shown, box.width)
    if _closing(shown) and (sight is not None or shown.moment):
        box = _last_call(brush, shown, box)
        if words := verdict(shown):
            room = Box(box.x, box.y, box.width, box.height * 0.3)
            box = under(box, write(brush, words, room, LARGEST, voice=STRONG) + 5)
    else:
        box = under(box, _question(brush, shown, box, 0.32 if sight else 0.5) + 5)
    if sight is not None:
        sight(brush, box)
    else:
        draw_said(brush, shown, box)
    if brush.height < LOW:
        brush.later(told_of(shown))


def _sight(shown: Shown, width: float) -> Sight | None:
    """Find what the moment is about, beside what was settled just before if there is room."""
    found = next(filter(None, (find(shown) for find in SIGHTS)), None)
    told, spread = announce(shown) or exchanged(shown) or mapped(shown), unveiled(shown)
    settled = told or spread
    if told is not None and spread is not None and width >= SPLIT:
        found = spread if found is None else partial(_stacked, found, spread)
    elif told is not None and spread is not None:
        settled = partial(_after, told, spread)
    if settled is None or found is None:
        return settled or found or agreed(shown)
    if width < SPLIT:
        first = shown.leaf is not None and shown.leaf.silent
        return partial(_after, *((found, settled) if first else (settled, found)))
    return partial(_beside, settled, found)


def _after(one: Sight, other: Sight, brush: Brush, box: Box) -> None:
    """Draw a sight, and leave the other for another page."""
    brush.aside(other)
    one(brush, box)


def _beside(one: Sight, other: Sight, brush: Brush, box: Box) -> None:
    left, right = columns(box, 2)
    one(brush, left)
    other(brush, right)


def _stacked(one: Sight, other: Sight, brush: Brush, box: Box) -> None:
    """Draw two sights one above the other, or the first alone."""
    if box.height < TWO:
        _after(one, other, brush, box)
        return
    half = box.height / 2
    one(brush, Box(box.x, box.y, box.width, half - 4))
    other(brush, under(box, box.y + half))


def _head(brush: Brush, shown: Shown, margin: float) -> float:
    """Draw the phase and the clock; gives where the rest begins."""
    base, right = margin + 6, brush.width - margin
    wide = 0.0
    paused = shown.paused or shown.state.timing.paused
    if words := _clock(shown):
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
               room=right - margin - wide - 14 - NUMBERED)  # fmt: skip
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


def _closing(shown: Shown) -> bool:
    """Tell whether all was done, in sight of all: nothing more is waited for."""
    return shown.begun and not shown.secret and not any(one.ask.prompt for one in shown.wanted)


def _last_call(brush: Brush, shown: Shown, box: Box) -> Box:
    """Ask in small, at the foot, whether anyone adds something; gives what is left above."""
    low = box.y + box.height - LINE
    brush.word(_asked(shown)[1], (box.x, low + 7), LEAST, font="semibold",
               colour=brush.colours.accent, room=box.width)  # fmt: skip
    return Box(box.x, box.y, box.width, low - box.y - 2)
