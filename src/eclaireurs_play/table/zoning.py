"""The board on the desk: the zones where something may be laid, to drag it there."""

from functools import partial
from math import ceil

from eclaireurs_play.engine.domains import Items
from eclaireurs_play.engine.gestures import Place
from eclaireurs_play.layout.display import Box
from eclaireurs_play.play.naming import worded
from eclaireurs_play.table.brush import SMALL, Brush
from eclaireurs_play.table.offers import Offer
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.table.wall.zones import laid
from eclaireurs_play.table.words import _, ngettext

TALL, GAP, LEAST = 17.0, 3.0, 46.0


def draw_board(
    brush: Brush, playing: Playing, offer: Offer, place: tuple[float, float, float]
) -> float:
    """Draw the zones of the phase while something is laid in one; a zone takes what is dropped."""
    left, top, width = place
    zones = [one for one in playing.offers_of(offer.actor).beside(offer.actor)
             if one.ask.do == "place" and isinstance(one.ask.domain, Items)]  # fmt: skip
    if not isinstance(offer.ask.domain, Items) or offer not in zones or len(zones) < 2:  # noqa: PLR2004 - a board has two zones
        return top
    top = brush.note(_("Ou glissez ce que vous posez dans une zone :"), left, top + 2, width) + 1
    across = max(1, min(len(zones), int((width + GAP) // (LEAST + GAP))))
    wide = (width - GAP * (across - 1)) / across
    held = laid(playing.shown())
    for at, zone in enumerate(zones):
        x, y = left + at % across * (wide + GAP), top + at // across * (TALL + GAP)
        _zone(brush, playing, zone, len(held.get(zone.ask.about, ())), Box(x, y, wide, TALL))
    return top + ceil(len(zones) / across) * (TALL + GAP)


def _zone(brush: Brush, playing: Playing, zone: Offer, count: int, box: Box) -> None:
    """Draw a zone: its title, how much lies there; a press shows what may be laid in it."""
    now = playing.offer == zone
    brush.rect(box, fill=brush.colours.tint if now else brush.colours.ground,
               stroke=brush.colours.ink if now else brush.colours.line,
               line=0.6 if now else 0.3)  # fmt: skip
    words = " ".join(worded(playing.session.rules, playing.state, zone.ask.prompt).split())
    low = brush.prose(words, box.x + 3, box.y + 2, box.width - 6, SMALL + 0.5)
    told = ngettext("{count} posée", "{count} posées", count) if count else _("rien encore")
    if low < box.y + box.height - 3:
        brush.word(told, (box.x + 3, box.y + box.height - 2), SMALL, colour=brush.colours.soft)
    brush.hit(f"zone:{zone.ask.about}", box, words, partial(playing.choose, zone),
              takes=partial(_lay, playing, zone))  # fmt: skip


def _lay(playing: Playing, zone: Offer, item: str, x: float, y: float) -> None:
    """Lay what was dropped in a zone; what a rule forbids is said."""
    del x, y
    playing.make(zone.actor, Place(zone.ask.about, item))
