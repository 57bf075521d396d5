"""What a session leaves when no version stands: a board, a sheet, or what phases settled."""

from collections.abc import Iterator, Mapping
from functools import partial

from eclaireurs_play.engine.gestures import FACILITATOR, Choose, Fill, Place, Write
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import Result
from eclaireurs_play.layout.display import Box
from eclaireurs_play.play.naming import title, worded
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.announce import tells
from eclaireurs_play.table.wall.parts import shared
from eclaireurs_play.table.wall.saying import draw_last
from eclaireurs_play.table.wall.sheet import told_by
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import (
    LARGER,
    LISTED,
    Row,
    columns,
    heading,
    holds,
    rows,
    under,
    write,
)
from eclaireurs_play.table.wall.zones import left_in
from eclaireurs_play.table.words import _

MANY = 4
"""From so many things, what a phase settled is a list."""

NARROW = 300.0
"""Under so many mm, a list has one column."""


def draw_outcome(brush: Brush, shown: Shown, why: str, box: Box) -> None:
    """Draw what the session ends on; `why` was said already."""
    for result in () if why else reversed(shown.state.results):
        if result.outcome.sentence and tells(shown, result.outcome):
            break
        if board := _zones(shown, result):
            left_in(shown, result, board)(brush, box)
            return
        if filled := _sheet(shown, result):
            decided = tuple(_decision(shown))
            top = rows(brush, decided, Box(box.x, box.y, box.width, box.height * 0.3))
            room = under(box, top + 4 if decided else box.y)
            form = shown.rules.game.forms[filled].title
            rows(brush, told_by(shown, result.made), under(room, heading(brush, form, room)))
            return
    told, lists = tuple(settled(shown, why)), tuple(_lists(shown))
    parts = shared(shown)
    if parts is not None:
        brush.aside(parts)
    if not (told or lists):
        _draw_stopped(brush, shown, box)
        return
    share = 0.35 if lists else 1.0
    top = rows(brush, told, Box(box.x, box.y, box.width, box.height * share if told else 0))
    for at, (phase, listed) in enumerate(lists):
        if at:
            brush.aside(partial(_draw_list, phase, listed))
        else:
            _draw_list(phase, listed, brush, under(box, top + 3 if told else top))


def settled(shown: Shown, but: str = "", *, shares: bool = True) -> Iterator[Row]:
    """List what phases settled, the last first, but what was said already, or is a list."""
    lists = {phase for phase, _listed in _lists(shown)}
    for one in reversed(shown.state.results):
        words, phase = _words(shown, one), shown.rules.phase_title(one.phase)
        if words and words != but and phase not in lists and (shares or not one.outcome.shares):
            yield Row(f"{phase} : {words}", "·")


def _words(shown: Shown, result: Result) -> str:
    """Say what a phase settled; "" when it is not for everyone."""
    if not tells(shown, result.outcome):
        return ""
    if len(result.outcome.ordered) and not result.outcome.figures:
        groups = (" = ".join(capital(title(shown.rules, result.phase, one)) for one in group)
                  for group in result.outcome.ordered)  # fmt: skip
        return ", ".join(f"{at}. {words}" for at, words in enumerate(groups, start=1))
    return worded(shown.rules, shown.state, result.outcome.sentence)


def _lists(shown: Shown) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what phases settled thing by thing, as lists."""
    for one in reversed(shown.state.results):
        things = tuple(_words(shown, one).split(" ; "))
        if len(things) >= MANY:
            yield shown.rules.phase_title(one.phase), things


def _draw_list(named: str, listed: tuple[str, ...], brush: Brush, box: Box) -> None:
    """Draw a list in two columns; on one where it is narrow."""
    box = under(box, heading(brush, named, box))
    sides = columns(box, 2) if box.width >= NARROW else (box,)
    half = -(-len(listed) // len(sides))
    cut = [[Row(capital(one), "·") for one in listed[at : at + half]]
           for at in range(0, len(listed), half)]  # fmt: skip
    laid = tuple(zip(cut, sides, strict=True))
    held = (one for one in LARGER if all(holds(brush, *both, one) for both in laid))
    size = next(held, LARGER[-1])
    for part, side in laid:
        rows(brush, part, side, most=half, sizes=(size,))


def _draw_stopped(brush: Brush, shown: Shown, box: Box) -> None:
    """Say where a session stopped that settled nothing, and what was last said aloud."""
    if not shown.state.results:
        write(brush, _("La séance s'est arrêtée avant sa première étape."), box, LISTED)
        return
    last = shown.state.results[-1]
    words = _("Rien n'a encore été décidé. La dernière étape jouée : « {title} ».").format(
        title=shown.rules.phase_title(last.phase)
    )
    room = Box(box.x, box.y, box.width, box.height * 0.4)
    top = write(brush, words, room, LISTED) + 6
    draw_last(brush, shown, under(box, top))


def _zones(shown: Shown, result: Result) -> Mapping[str, str]:
    """Name the zones of a phase where something was laid."""
    titles = shown.rules.phases[result.phase].outline(shown.rules.title).zones
    laid = (one.gesture.about for one in result.made if isinstance(one.gesture, Place | Write))
    return {} if titles.keys().isdisjoint(laid) else titles


def _sheet(shown: Shown, result: Result) -> str:
    """Name the form that one person filled for everyone in a phase."""
    filled = [one for one in result.made if isinstance(one.gesture, Fill) and one.for_everyone]
    alone = len({one.by for one in filled}) == 1
    about = filled[-1].gesture.about if alone else ""
    return about if about in shown.rules.game.forms else ""


def _decision(shown: Shown) -> Iterator[Row]:
    """Give the last question that one person decided, and the answer."""
    for result in reversed(shown.state.results):
        chosen = [one for one in result.made if isinstance(one.gesture, Choose)]
        if len(chosen) == 1 and chosen[0].by != FACILITATOR and chosen[0].for_everyone:
            if result.outcome.chosen:
                yield Row(f"{chosen[0].asked} {chosen[0].chosen}", weight="strong")
            return
