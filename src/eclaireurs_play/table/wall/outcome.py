"""What a session leaves when no version stands: a board, a sheet, or what phases settled."""

from collections.abc import Iterator, Mapping

from eclaireurs_play.engine.gestures import FACILITATOR, Choose, Fill, Place, Write
from eclaireurs_play.engine.state import Result
from eclaireurs_play.layout.display import Box
from eclaireurs_play.play.naming import worded
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.announce import tells
from eclaireurs_play.table.wall.sheet import told_by
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import Row, heading, rows, under
from eclaireurs_play.table.wall.zones import left_in


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
            title = shown.rules.game.forms[filled].title
            rows(brush, told_by(shown, result.made), under(room, heading(brush, title, room)))
            return
    rows(brush, settled(shown, why), box)


def settled(shown: Shown, but: str = "") -> Iterator[Row]:
    """List what phases settled, the last first, but what was said already."""
    for one in reversed(shown.state.results):
        words = worded(shown.rules, shown.state, one.outcome.sentence)
        if words and words != but and tells(shown, one.outcome):
            yield Row(words, "·")


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
