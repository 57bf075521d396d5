"""Objections on the wall, once anyone may read them, and what the group makes of each."""

from collections.abc import Iterator
from functools import partial

from eclaireurs_play.engine.gestures import Choose, Write
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.layout.display import Box
from eclaireurs_play.play.naming import objecting
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import Row, Sight, heading, rows, under
from eclaireurs_play.table.words import _


def objections(shown: Shown) -> Sight | None:
    """List the objections of the phase, when some are shown to everyone."""
    found = tuple(_shown(shown))
    return partial(_draw, shown, found) if found else None


def _shown(shown: Shown) -> Iterator[Contribution]:
    for one in shown.made:
        if isinstance(one.gesture, Write) and one.for_everyone and objecting(one.asked):
            yield one


def _draw(shown: Shown, found: tuple[Contribution, ...], brush: Brush, box: Box) -> None:
    answers = {one.gesture.about: one.chosen for one in shown.made
               if isinstance(one.gesture, Choose)}  # fmt: skip
    top = heading(brush, capital(objecting(found[0].asked)) + "s", box)
    listed = (
        Row(
            f"{capital(shown.rules.name(one.by))} : {_words(one)}"
            f" — {answers.get(one.id, _('à examiner')).lower()}",
            "✓" if one.id in answers else "▶",
            weight="plain" if one.id in answers else "strong",
        )
        for one in reversed(found)
    )
    rows(brush, listed, under(box, top))


def _words(one: Contribution) -> str:
    return one.gesture.text.rstrip(".") if isinstance(one.gesture, Write) else ""
