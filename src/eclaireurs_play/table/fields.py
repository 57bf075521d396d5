"""A text being typed, drawn: its lines, its cursor, its selection, and where a press puts them."""

from collections.abc import Callable

from eclaireurs_play.layout.display import Box, Line, Text
from eclaireurs_play.layout.glyphs import squared
from eclaireurs_play.model.print import MM_PER_POINT
from eclaireurs_play.table.brush import BODY, SMALL, Brush
from eclaireurs_play.table.editor import Editor, lines
from eclaireurs_play.table.words import ngettext


def field_of(
    brush: Brush, named: tuple[str, str], editor: Editor, place: Box, rows: int, *,
    enter: Callable[[], None] | None = None,
) -> float:  # fmt: skip
    """Draw a text being typed, with its cursor and selection; gives where it ends.

    `named` is the name of the place, and what to write there in words. `enter` is what Enter does
    there, when that is not what it does at the desk.
    """
    name, label = named
    size, fonts = BODY, brush.look.fonts
    face = fonts.face("regular")
    pad, tall = 2.0, size * 1.4 * MM_PER_POINT
    measure = (place.width - 2 * pad) / (size * MM_PER_POINT)
    text = squared(editor.text, fonts)
    cut = lines(text, measure, face.width)
    focused = brush.ui.focus == name
    row = next((at for at in range(len(cut) - 1, -1, -1) if cut[at][0] <= editor.cursor), 0)
    seen = max(1, min(rows, max(len(cut), 1)) if editor.single else rows)
    first = max(0, min(row - seen // 2, len(cut) - seen))
    box = Box(place.x, place.y, place.width, seen * tall + 2 * pad)
    brush.rect(box, fill=brush.colours.paper, stroke=brush.colours.ink if focused
               else brush.colours.line, line=brush.colours.edge + 0.2 * focused)  # fmt: skip

    def x_of(line: tuple[int, int], place_in: int) -> float:
        return box.x + pad + face.width(text[line[0] : place_in]) * size * MM_PER_POINT

    start, end = editor.selection
    for at, line in enumerate(cut[first : first + seen]):
        y = box.y + pad + at * tall
        if focused and start < end and start <= line[1] and end >= line[0]:
            left, right = x_of(line, max(start, line[0])), x_of(line, min(end, line[1]))
            brush.rect(
                Box(left, y, max(right - left, 0.6), tall), fill=brush.colours.tint, radius=0
            )
        baseline = y + (tall + fonts.cap_height("regular", size)) / 2
        words = text[line[0] : line[1]].rstrip(" ")
        if words:
            brush.add(Text(box.x + pad, baseline, words, "regular", size, brush.colours.ink))
        if focused and first + at == row:
            x = x_of(line, min(editor.cursor, line[1]))
            brush.add(Line(((x, y + 0.4), (x, y + tall - 0.4)), brush.colours.accent, 0.45))
    if not text and not focused:
        brush.word(label, (box.x + pad, box.y + pad + tall * 0.7), size, colour=brush.colours.soft,
                   room=box.width - 2 * pad)  # fmt: skip

    def point(x: float, y: float, on: bool) -> None:  # noqa: FBT001 - what a scene's hit calls
        line = cut[max(0, min(first + int((y - box.y - pad) // tall), len(cut) - 1))]
        nearest = min(range(line[0], line[1] + 1), key=lambda one: abs(x_of(line, one) - x))
        editor.point(nearest, select=on)

    def by_lines(step: int, on: bool) -> None:  # noqa: FBT001 - what a scene's hit calls
        x = x_of(cut[row], editor.cursor)
        there = row + step
        if 0 <= there < len(cut):
            line = cut[there]
            nearest = min(range(line[0], line[1] + 1), key=lambda one: abs(x_of(line, one) - x))
            editor.point(nearest, select=on)

    brush.hit(name, box, label, lambda: None, editor=editor, point=point, lines=by_lines,
              enter=enter)  # fmt: skip
    return _left_out(brush, editor, box)


def _left_out(brush: Brush, editor: Editor, box: Box) -> float:
    """Say under a field what it had no room for; gives where that ends."""
    low = box.y + box.height
    if not editor.left_out:
        return low
    words = ngettext(
        "{count} caractère n'a pas tenu dans ce texte.",
        "{count} caractères n'ont pas tenu dans ce texte.",
        editor.left_out,
    )
    return brush.prose(words, box.x, low + 1, box.width, SMALL, colour=brush.colours.accent)
