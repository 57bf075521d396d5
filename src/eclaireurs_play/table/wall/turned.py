"""Cards that lie before everyone: the latest large, those before it small."""

from eclaireurs_play.engine.gestures import Draw, Reveal
from eclaireurs_play.layout.display import Box
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.cards import Cards
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import LINE


def on_the_table(shown: Shown) -> tuple[str, ...]:
    """List the last cards taken in the phase, or shown to everyone, the latest last.

    One put there aside stays as long as nothing is done but to speak of it.
    """
    kept = (one for one in shown.moment if one in shown.made or shown.speaks_of(one))
    cards = (one.gesture.card if isinstance(one.gesture, Draw) else one.gesture.about
             for one in kept if isinstance(one.gesture, Draw | Reveal))  # fmt: skip
    return tuple(dict.fromkeys(cards))[-3:]


def draw_cards(brush: Brush, cards: Cards, table: tuple[str, ...], box: Box) -> Box:
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
        else:
            brush.later(f"{card} · {cards.title(card)}")
        x += cards.width(small) + 5
    return Box(box.x, box.y, box.width - width - 14, box.height)
