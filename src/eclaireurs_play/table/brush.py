"""The few gestures every screen is drawn with: words, boxes, buttons, fields, panels.

Everything takes where it begins and how wide it may be, and gives where it ends; all in mm.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from eclaireurs_play.layout.display import Box, Circle, Line, Rect, Text
from eclaireurs_play.layout.fonts import Fonts
from eclaireurs_play.layout.lines import OverflowingWord, Voice
from eclaireurs_play.layout.look import (
    PLAIN,
    Align,
    Look,
    Setting,
    Style,
    draw_setting,
    set_prose,
)
from eclaireurs_play.layout.typography import french, plain
from eclaireurs_play.model.print import MM_PER_POINT, Colour, FontName
from eclaireurs_play.table.editor import lines
from eclaireurs_play.table.palette import Palette
from eclaireurs_play.table.scene import Drawn, Hit, Panel, Scene, Scroll

BODY, SMALL, LARGE = 11.0, 9.0, 15.0
"""Sizes of type on the desk, in points."""

TALL = 8.4
"""Height of a button in mm."""

MISSING = "□"
"""What stands for a character that the fonts don't have; the journal keeps the character."""

Kind = Literal["plain", "main", "chosen", "quiet", "off"]


class Chip(NamedTuple):
    """A button in a row: its name, its words, how it is drawn, what it does."""

    name: str
    label: str
    kind: Kind
    do: Callable[[], None]


@dataclass(slots=True)
class Ui:
    """What a window remembers between frames: the focus, the mouse, how far panels are scrolled."""

    focus: str = ""
    hover: str = ""
    scrolls: dict[str, float] = field(default_factory=dict)


@lru_cache(maxsize=8192)
def shown(text: str, fonts: Fonts) -> str:
    """Put a square in the place of what the fonts can't draw."""
    known = fonts.face("regular").advances
    kept = (one for one in text if one not in "\u200d\ufe0f\u00ad")
    return "".join(one if one in known or one == "\n" else MISSING for one in kept)


class Brush:
    """Draws one frame, or one panel of it."""

    def __init__(self, look: Look, colours: Palette, size: tuple[float, float], ui: Ui) -> None:
        self.look = look
        self.colours = colours
        self.width, self.height = size
        self.ui = ui
        self.items: list[Drawn] = []
        self.hits: list[Hit] = []
        self.scrolls: list[Scroll] = []
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

    def wide(self, text: str, size: float, font: FontName = "regular") -> float:
        """Measure a text in mm."""
        return self.look.fonts.width(font, size, self.known(text))

    def known(self, text: str) -> str:
        """Give a text that the fonts can draw."""
        return shown(text, self.look.fonts)

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
        """Shorten a text to fit, with an ellipsis."""
        words = self.known(text)
        if not room or self.look.fonts.width(font, size, words) <= room:
            return words
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
        words = self.known(text)
        try:
            return set_prose(words, width, style, self.look)
        except OverflowingWord:
            measure = width / (size * MM_PER_POINT) - 0.5
            face = self.look.fonts.face("bold")
            pieces = "\n".join(
                " ".join(part[a:b] for a, b in lines(part, measure, face.width))
                for part in words.split("\n")
            )
            return set_prose(pieces, width, replace(style, voice=voice), self.look)

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

    def button(
        self, name: str, label: str, box: Box, do: Callable[[], None], *, kind: Kind = "plain",
        size: float = BODY, key: str = "", main: bool = False, says: str = "",
    ) -> None:  # fmt: skip
        """Draw a button with one line of words; `says` tells what a mere sign does."""
        ink = self._face(name, box, kind)
        font: FontName = "semibold" if kind in {"main", "chosen"} else "regular"
        hint = f"  {key}" if key and not key.isdigit() else ""
        at = (box.x + box.width / 2, self.middle(box, size, font))
        self.word(label + hint, at, size, font=font, colour=ink, room=box.width - 2, align="centre")
        if kind != "off":
            self.hit(name, box, says or label, do, key=key, main=main)

    def _face(self, name: str, box: Box, kind: Kind) -> Colour:
        """Draw what a button stands on; gives the colour of its words."""
        colours, hover = self.colours, name == self.ui.hover
        fill: Colour | None = colours.paper
        stroke: Colour | None = colours.line
        ink, line = colours.ink, colours.edge
        if kind == "main":
            fill, stroke, ink = colours.ink, colours.ink, colours.paper
        elif kind == "chosen":
            fill, stroke, line = colours.tint, colours.ink, colours.edge + 0.4
        elif kind == "quiet":
            fill, stroke = None, None
        elif kind == "off":
            fill, ink, stroke = None, colours.soft, colours.faint
        if hover and kind not in {"main", "off"}:
            fill = colours.tint
        self.rect(box, fill=fill, stroke=stroke, line=line)
        return ink

    def chips(
        self, items: Iterable[Chip],
        left: float, top: float, width: float, *, keys: bool = False, size: float = BODY,
    ) -> float:  # fmt: skip
        """Draw buttons in rows, each as wide as its words; those too long take several lines."""
        x, gap = left, 1.8
        tall = TALL * size / BODY
        for place, (name, label, kind, do) in enumerate(items):
            key = str(place + 1) if keys and place < 9 else ""  # noqa: PLR2004 - keys 1 to 9
            marked = f"✓ {label}" if kind == "chosen" else label
            wide = self.wide(marked, size, "semibold") + 6.5
            if wide > width:
                if x > left:
                    top, x = top + tall + gap, left
                top = self._long(name, marked, (left, top, width), do, kind=kind, key=key) + gap
                continue
            if x > left and x + wide > left + width:
                top, x = top + tall + gap, left
            self.button(name, marked, Box(x, top, wide, tall), do, kind=kind, key=key, size=size)
            x += wide + gap
        return top + tall if x > left else top - gap

    def _long(
        self, name: str, label: str, place: tuple[float, float, float], do: Callable[[], None], *,
        kind: Kind, key: str,
    ) -> float:  # fmt: skip
        """Draw a button whose words take several lines."""
        left, top, width = place
        cut = self.setting(label, width - 6)
        box = Box(left, top, width, cut.height + 3.2)
        ink = self._face(name, box, kind)
        cut = self.setting(label, width - 6, colour=ink)
        self.add(*draw_setting(cut, left + 3, top + 1.6, self.look))
        if kind != "off":
            self.hit(name, box, label, do, key=key)
        return top + box.height

    def note(self, text: str, left: float, top: float, width: float) -> float:
        """Write small soft words."""
        return self.prose(text, left, top, width, SMALL, colour=self.colours.soft)

    def heading(self, text: str, left: float, top: float, width: float) -> float:
        """Write a small title."""
        return self.prose(text, left, top, width, BODY, voice=Voice("semibold", "semibold")) + 1

    def panel(
        self, name: str, box: Box, draw: Callable[["Brush", float, float, float], float]
    ) -> None:
        """Draw what may be longer than its box, scrolled as the window remembers."""
        asked = self.ui.scrolls.get(name, 0.0)
        inner, bottom = self._inner(name, box, asked, draw)
        most = max(0.0, bottom + asked - box.y - box.height)
        if asked > most:
            inner, bottom = self._inner(name, box, most, draw)
            asked = most
        self.ui.scrolls[name] = asked
        focused = next((one for one in inner.hits if one.name == self.ui.focus), None)
        if focused is not None:
            inner.add(self._ring(focused.box))
        self.add(Panel(tuple(inner.items), box))
        self.hits += inner.hits
        self.scrolls += [*inner.scrolls, Scroll(name, box, most)]
        if most:
            self._bar(box, asked, most)

    def _inner(
        self, name: str, box: Box, offset: float,
        draw: Callable[["Brush", float, float, float], float],
    ) -> tuple["Brush", float]:  # fmt: skip
        inner = Brush(self.look, self.colours, (self.width, self.height), self.ui)
        inner._panel = name
        return inner, draw(inner, box.x + 1, box.y - offset + 1, box.width - 4) + 2

    def _bar(self, box: Box, offset: float, most: float) -> None:
        """Draw how far a panel is scrolled."""
        whole = box.height + most
        tall = max(6.0, box.height * box.height / whole)
        y = box.y + (box.height - tall) * offset / most
        x = box.x + box.width - 1.6
        self.rect(Box(x, y, 1.2, tall), fill=self.colours.line, radius=0.6)

    def dot(self, x: float, y: float, *, full: bool, radius: float = 1.2) -> None:
        """Draw a mark, full or hollow."""
        ink = self.colours.ink
        self.add(Circle(x, y, radius, fill=ink if full else None, stroke=ink, line=0.3))

    def table(
        self, rows: Mapping[str, str], left: float, top: float, width: float, size: float = BODY
    ) -> float:
        """Write names and values in two columns."""
        half = width * 0.42
        for name, value in rows.items():
            one = self.prose(name, left, top, half - 3, size, colour=self.colours.soft)
            other = self.prose(value, left + half, top, width - half, size)
            top = max(one, other) + 1
        return top
