"""The few strokes every screen is drawn with: words, lines, boxes, places to press.

Everything takes where it begins and how wide it may be, and gives where it ends; all in mm.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from eclaireurs_play.layout.display import Box, Circle, Line, Rect, Text
from eclaireurs_play.layout.glyphs import drawable
from eclaireurs_play.layout.lines import Voice
from eclaireurs_play.layout.look import (
    PLAIN,
    Align,
    Look,
    Setting,
    Style,
    draw_setting,
)
from eclaireurs_play.layout.rough import set_anyhow
from eclaireurs_play.layout.typography import french, plain
from eclaireurs_play.model.print import Colour, FontName
from eclaireurs_play.table.palette import Palette
from eclaireurs_play.table.scene import Drawn, Hit, Scene, Scroll

BODY, SMALL, LARGE = 11.0, 9.0, 15.0
"""Sizes of type on the desk, in points."""


@dataclass(slots=True)
class Ui:
    """What a window remembers between frames: the focus, the mouse, how far panels are scrolled.

    `carried` is what is being dragged.
    """

    focus: str = ""
    hover: str = ""
    scrolls: dict[str, float] = field(default_factory=dict)
    carried: str = ""


class Pen:
    """Draws one frame, or one panel of it; `untold` and `asides` are what had no room."""

    def __init__(self, look: Look, colours: Palette, size: tuple[float, float], ui: Ui) -> None:
        self.look = look
        self.colours = colours
        self.width, self.height = size
        self.ui = ui
        self.items: list[Drawn] = []
        self.hits: list[Hit] = []
        self.scrolls: list[Scroll] = []
        self.untold: dict[str, None] = {}
        self.asides: list[Callable[[Any, Box], None]] = []
        self._panel = ""

    def scene(self) -> Scene:
        """Give the frame, the place that has the focus outlined."""
        focused = next((one for one in self.hits if one.name == self.ui.focus), None)
        if focused is not None and not focused.panel:
            self.items.append(self._ring(focused.box))
        return Scene(
            self.width, self.height, self.colours.ground,
            tuple(self.items), tuple(self.hits), tuple(self.scrolls),
        )  # fmt: skip

    def _ring(self, box: Box) -> Rect:
        return Rect(box.x - 0.7, box.y - 0.7, box.width + 1.4, box.height + 1.4,
                    stroke=self.colours.accent, line=0.8, radius=2.2)  # fmt: skip

    def add(self, *items: Drawn) -> None:
        """Draw items as they are."""
        self.items += items

    def hit(self, name: str, box: Box, label: str, do: Callable[[], None], **more: object) -> None:
        """Make a place answer when pressed."""
        self.hits.append(Hit(name, box, label, do, panel=self._panel, **more))  # type: ignore[arg-type]

    def later(self, *texts: str) -> None:
        """Remember texts that had no room, for whoever can show them another way."""
        self.untold.update(dict.fromkeys(filter(None, texts)))

    def aside(self, draw: Callable[[Any, Box], None]) -> None:
        """Remember a drawing that had no room: given a brush and a box, it draws itself there."""
        self.asides.append(draw)

    def wide(self, text: str, size: float, font: FontName = "regular") -> float:
        """Measure a text in mm."""
        return self.look.fonts.width(font, size, self.known(text))

    def known(self, text: str) -> str:
        """Give a text that the fonts can draw."""
        return drawable(text, self.look.fonts)

    def rect(
        self, box: Box, *, fill: Colour | None = None, stroke: Colour | None = None,
        line: float = 0.3, radius: float = 1.6,
    ) -> None:  # fmt: skip
        """Draw a box."""
        self.add(Rect(box.x, box.y, box.width, box.height, fill, stroke, line, radius))

    def rule(self, left: float, y: float, width: float) -> None:
        """Draw a thin line across."""
        self.add(Line(((left, y), (left + width, y)), self.colours.faint, 0.25))

    def word(
        self, text: str, at: tuple[float, float], size: float = BODY, *,
        font: FontName = "regular", colour: Colour = "", room: float = 0.0, align: Align = "left",
    ) -> float:  # fmt: skip
        """Write one line whose baseline is at a point, cut to `room`; gives how wide it is."""
        words = self.cut(plain(french(" ".join(text.split()))), size, font, room)
        wide = self.wide(words, size, font)
        x = at[0] - {"left": 0.0, "centre": wide / 2, "right": wide}[align]
        self.add(Text(x, at[1], words, font, size, colour or self.colours.ink))
        return wide

    def cut(self, text: str, size: float, font: FontName, room: float) -> str:
        """Shorten a text to fit, with an ellipsis; the whole of it is left for later."""
        words = self.known(text)
        if not room or self.look.fonts.width(font, size, words) <= room:
            return words
        self.later(text)
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.look.fonts.width(font, size, words[:middle].rstrip() + "…") <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        return words[:low].rstrip() + "…"

    def setting(
        self, text: str, width: float, size: float = BODY, *, voice: Voice = PLAIN,
        colour: Colour = "", leading: float = 1.36, align: Align = "left",
    ) -> Setting:  # fmt: skip
        """Cut prose into lines; a word wider than a line is cut where it must."""
        style = Style(size, leading, colour or self.colours.ink, voice, align)
        return set_anyhow(self.known(text), width, style, self.look)

    def prose(
        self, text: str, left: float, top: float, width: float, size: float = BODY, *,
        voice: Voice = PLAIN, colour: Colour = "", leading: float = 1.36, align: Align = "left",
    ) -> float:  # fmt: skip
        """Write paragraphs; gives where they end."""
        cut = self.setting(text, width, size, voice=voice, colour=colour, leading=leading,
                           align=align)  # fmt: skip
        self.add(*draw_setting(cut, left, top, self.look))
        return top + cut.height

    def middle(self, box: Box, size: float, font: FontName = "regular") -> float:
        """Give the baseline that centres a line in a box."""
        return box.y + (box.height + self.look.fonts.cap_height(font, size)) / 2

    def dot(self, x: float, y: float, *, full: bool, radius: float = 1.2) -> None:
        """Draw a mark, full or hollow."""
        ink = self.colours.ink
        self.add(Circle(x, y, radius, fill=ink if full else None, stroke=ink, line=0.3))
