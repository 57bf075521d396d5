"""What people press, and what holds it: buttons, rows of them, panels that scroll."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.lines import Voice
from eclaireurs_play.layout.look import draw_setting
from eclaireurs_play.model.print import Colour, FontName
from eclaireurs_play.table.pen import BODY, LARGE, SMALL, Pen, Ui
from eclaireurs_play.table.scene import Panel, Scroll

__all__ = ["BODY", "LARGE", "SMALL", "TALL", "Brush", "Chip", "Kind", "Ui"]

TALL = 8.4
"""Height of a button in mm."""

Kind = Literal["plain", "main", "chosen", "quiet", "off"]


class Chip(NamedTuple):
    """A button in a row: its name, its words, how it is drawn, what it does, what it carries."""

    name: str
    label: str
    kind: Kind
    do: Callable[[], None]
    carries: str = ""


class Brush(Pen):
    """Draws one frame, or one panel of it, with what one presses."""

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
        for place, (name, label, kind, do, carries) in enumerate(items):
            key = str(place + 1) if keys and place < 9 else ""  # noqa: PLR2004 - keys 1 to 9
            marked = f"✓ {label}" if kind == "chosen" else label
            wide = self.wide(marked, size, "semibold") + 6.5
            if wide > width:
                if x > left:
                    top, x = top + tall + gap, left
                top = self._long(name, marked, (left, top, width), do, kind=kind, key=key) + gap
                self._carry(name, carries)
                continue
            if x > left and x + wide > left + width:
                top, x = top + tall + gap, left
            self.button(name, marked, Box(x, top, wide, tall), do, kind=kind, key=key, size=size)
            self._carry(name, carries)
            x += wide + gap
        return top + tall if x > left else top - gap

    def _carry(self, name: str, carries: str) -> None:
        """Let what was just drawn be dragged."""
        if carries and self.hits and self.hits[-1].name == name:
            self.hits[-1] = replace(self.hits[-1], carries=carries)

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
