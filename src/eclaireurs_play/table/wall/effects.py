"""What a proposal moves: a bar for each axis, in its unit, with its sign, now and later."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from eclaireurs_play.engine.negotiation.exact import exact
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State
from eclaireurs_play.layout.display import Box, Line, Rect
from eclaireurs_play.layout.quantities import amount, figure
from eclaireurs_play.model.scenario import Option
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.writing import LEAST, LINE, ROWS, heading, under
from eclaireurs_play.table.words import _, ngettext

BAR, TALL, DENSE = 4.4, 17.5, 15.4
"""Heights in mm: a bar, a row with its words over it, and the same when there are many."""

WIDE = 105.0
"""Under so many mm the unit and what comes later have no room beside the axis."""


class Effect(NamedTuple):
    """What an axis becomes, in its unit: `later` when something comes later; `reach` at most."""

    title: str
    unit: str
    now: float
    later: float | None
    reach: float


def effects(rules: Rules, state: State, options: Mapping[str, str]) -> tuple[Effect, ...]:
    """Add up what options and the news that fell move, axis by axis, compared with today."""
    return tuple(_effects(rules, state, options))


def _effects(rules: Rules, state: State, options: Mapping[str, str]) -> Iterator[Effect]:
    terms, news = rules.scenario.terms, rules.scenario.surprises
    picked = [terms[term].options[option] for term, option in options.items()]
    for name, axis in rules.scenario.axes.items():
        fell = [exact(news[one].moves.get(name, 0)) for one in state.active]
        now = sum((exact(one.moves.get(name, 0)) for one in picked), sum(fell, Fraction()))
        more = sum((exact(one.later.get(name, 0)) for one in picked), Fraction())
        most = (max(_most(one, name) for one in term.options.values()) for term in terms.values())
        reach = sum(most, sum(map(abs, fell), Fraction()))
        later = float(now + more) if more else None
        if reach:
            yield Effect(axis.title, axis.unit, float(now), later, float(reach))


def _most(option: Option, axis: str) -> Fraction:
    """Give how far an option may move an axis, now or later."""
    now, more = exact(option.moves.get(axis, 0)), exact(option.later.get(axis, 0))
    return max(abs(now), abs(now + more))


def words(effect: Effect) -> str:
    """Say what an axis becomes: « +6 k€ », « inchangé »."""
    return amount(effect.now, effect.unit, signed=True) if effect.now else _("inchangé")


def _now(effect: Effect) -> str:
    """Write what an axis becomes at once, its unit left to what comes later."""
    return figure(effect.now, signed=True)


def draw_effects(
    brush: Brush, rules: Rules, found: tuple[Effect, ...], box: Box, *, alone: bool = False
) -> None:
    """Draw the effects of a proposal; without room for bars, they are told in words.

    Those without any room are drawn again on a page of their own, unless they are `alone` on one.
    """
    top = heading(brush, _("Ce que cela change, par rapport à aujourd'hui"), box)
    ordered = sorted(found, key=lambda one: -max(abs(one.now), abs(one.later or 0)) / one.reach)
    later = any(one.later is not None for one in found)
    legend = later and under(box, top).height >= LINE * (len(found) + 1)
    room = box.y + box.height - top - (LINE if legend else 0)
    tall = min(TALL, room / max(1, len(found)))
    tall = tall if tall >= DENSE else TALL if room >= TALL * ROWS else LINE
    count = max(0, min(len(found), int(room / tall + 1e-6)))
    if count < len(found):
        count = max(0, min(count, int((room - LINE) // tall)))
    kept = [one for one in found if one in ordered[:count]]
    for one in kept:
        _row(brush, one, Box(box.x, top, box.width, tall))
        top += tall
    left = len(found) - len(kept)
    if left and not alone:
        brush.aside(partial(effects_of, rules, found))
    elif left:
        brush.later(*(f"{one.title} : {_told(one)}" for one in found if one not in kept))
    if left:
        told = ngettext("et {count} autre", "et {count} autres", left)
        brush.word(told, (box.x, top + 6.5), LEAST, colour=brush.colours.soft, room=box.width)
        top += LINE
    if legend and under(box, top).height >= LINE - 1:
        brush.word(_legend(rules), (box.x, top + 7), LEAST, colour=brush.colours.soft,
                   room=box.width)  # fmt: skip
    elif later:
        brush.later(_legend(rules))


def effects_of(rules: Rules, found: tuple[Effect, ...], brush: Brush, box: Box) -> None:
    """Draw the effects of a proposal, alone."""
    draw_effects(brush, rules, found, box, alone=True)


def _told(one: Effect) -> str:
    """Say what an axis becomes, now and later."""
    if one.later is None:
        return words(one)
    return f"{_now(one)} ▷ {amount(one.later, one.unit, signed=True)}"


def _row(brush: Brush, one: Effect, box: Box) -> None:
    """Draw an axis: its title, what it becomes, its bar."""
    told = _told(one)
    wide = brush.word(told, (box.x + box.width, box.y + 6.8), LEAST, font="semibold",
                      room=box.width * 0.72, align="right")  # fmt: skip
    brush.word(one.title, (box.x, box.y + 6.8), LEAST, room=box.width - wide - 4)
    if box.height >= DENSE:
        _bar(brush, one, Box(box.x, box.y + LINE, box.width, BAR))


def _bar(brush: Brush, one: Effect, box: Box) -> None:
    """Draw both ways from the middle: full for now, hollow for later."""
    middle, half = box.x + box.width / 2, box.width / 2
    ink = brush.colours.ink
    brush.add(Rect(box.x, box.y + BAR / 2 - 0.2, box.width, 0.4, fill=brush.colours.faint))
    if one.later is not None:
        brush.add(_from(middle, one.later / one.reach * half, box.y, BAR, stroke=ink))
    if one.now:
        inset = 0.9 if one.later is not None else 0.0
        brush.add(_from(middle, one.now / one.reach * half, box.y + inset, BAR - 2 * inset,
                        fill=ink))  # fmt: skip
    brush.add(Line(((middle, box.y - 1), (middle, box.y + BAR + 1)), ink, 0.6))


def _from(
    middle: float, wide: float, y: float, tall: float, *, fill: str | None = None,
    stroke: str | None = None,
) -> Rect:  # fmt: skip
    return Rect(min(middle, middle + wide), y, abs(wide), tall, fill, stroke, 0.6)


def _legend(rules: Rules) -> str:
    horizon = rules.scenario.horizon
    when = _("dans {time}").format(time=horizon.later) if horizon else _("plus tard")
    return _("plein : tout de suite ; vide ▷ : {later}").format(later=when)
