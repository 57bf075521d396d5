"""What people just said, and what the wall shows when nobody said anything yet."""

from collections.abc import Iterator
from dataclasses import replace

from eclaireurs_play.engine.gestures import Draw, Pass
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.layout.display import Box
from eclaireurs_play.play.saying import contribution_words
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import LARGER, LEAST, LISTED, write
from eclaireurs_play.table.words import _

SAID = 3
"""How many of the last things said stay on the wall."""

LATEST = 0.6
"""The share of the room that the last one may take."""


def draw_said(brush: Brush, shown: Shown, box: Box) -> None:
    """Write the last things said, the latest first and largest."""
    said = tuple(_last(shown))
    if not said:
        write(brush, waiting(shown), box, (LEAST,), colour=brush.colours.soft)
        return
    top, low = box.y, box.y + box.height
    for place, one in enumerate(said):
        room = (low - top) * (LATEST if len(said) > 1 and place == 0 else 1)
        words = contribution_words(shown.rules, shown.state, _without_stance(shown, one))
        colour = brush.colours.ink if place == 0 else brush.colours.soft
        sizes = LISTED if place == 0 else LARGER[1:]
        reached = write(brush, words, Box(box.x, top, box.width, room), sizes, colour=colour)
        if reached == top:
            return
        top = reached + 5


def waiting(shown: Shown) -> str:
    """Say what the table waits for, when there is nothing to read yet."""
    leaf = shown.leaf
    if leaf is not None and (leaf.silent or shown.secret):
        if shown.begun and not shown.wanted:
            return ""
        return _("Chaque personne écrit de son côté. Rien ne se montre avant la fin de l'étape.")
    if not shown.wanted:
        return _("Tout est prêt pour la suite.")
    return ""


def _without_stance(shown: Shown, one: Contribution) -> Contribution:
    """Leave a stance on its card: the wall never says who looks from where."""
    return replace(one, played="") if one.played in shown.rules.stances else one


def _last(shown: Shown) -> Iterator[Contribution]:
    kept = [one for one in shown.made if not isinstance(one.gesture, Draw | Pass)]
    yield from reversed(kept[-SAID:])
