"""What a window shows, without pixels: a display list, and the places one may press.

Lengths are logical millimetres from the top left; a window chooses how many pixels each takes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from eclaireurs_play.layout.display import Box, Item, Text, walk
from eclaireurs_play.model.print import Colour
from eclaireurs_play.table.editor import Editor


@dataclass(frozen=True, slots=True)
class Scaled:
    """Items drawn `scale` times as large from (x, y): a card of the kit, sharp at any size.

    Those with the same `name` are the same: a window may draw them once.
    """

    items: tuple[Item, ...]
    x: float
    y: float
    scale: float
    width: float
    height: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """What shows through `box`; the rest is scrolled away."""

    items: "tuple[Drawn, ...]"
    box: Box


Drawn = Item | Scaled | Panel


@dataclass(frozen=True, slots=True)
class Hit:
    """A place to press, by mouse or once it has the focus.

    `name` stays the same from one frame to the next; `label` says it in words. `editor` takes what
    is typed while the place has the focus; `point` is told where in it one presses, and whether
    one goes on pressing; `lines` moves its cursor by lines. `key` presses it too, when nothing is
    being typed. `main` is what Ctrl+Enter presses; `enter` is what Enter does in a text that has
    its own. `panel` is what it scrolls with. `carries` is what a drag from it takes along; `takes`
    is told what was dropped on it, and where.
    """

    name: str
    box: Box
    label: str
    do: Callable[[], None]
    editor: Editor | None = None
    point: Callable[[float, float, bool], None] | None = None
    lines: Callable[[int, bool], None] | None = None
    enter: Callable[[], None] | None = None
    main: bool = False
    key: str = ""
    panel: str = ""
    carries: str = ""
    takes: Callable[[str, float, float], None] | None = None


@dataclass(frozen=True, slots=True)
class Scroll:
    """A panel that holds more than it shows: how far it goes, in mm."""

    name: str
    box: Box
    most: float


@dataclass(frozen=True, slots=True)
class Scene:
    """One frame of a window, `width` by `height` mm on a ground of one colour."""

    width: float
    height: float
    ground: Colour
    items: tuple[Drawn, ...]
    hits: tuple[Hit, ...] = ()
    scrolls: tuple[Scroll, ...] = ()

    def hit(self, name: str) -> Hit | None:
        """Find a place by its name."""
        return next((one for one in self.hits if one.name == name), None)

    def at(self, x: float, y: float) -> Hit | None:
        """Find the topmost place under a point."""
        shown = {one.name: one.box for one in self.scrolls}
        under = (one for one in reversed(self.hits) if holds(one.box, x, y))
        return next((one for one in under if holds(shown.get(one.panel, one.box), x, y)), None)

    def scroll_at(self, x: float, y: float) -> Scroll | None:
        """Find the topmost panel to scroll under a point."""
        return next((one for one in reversed(self.scrolls) if holds(one.box, x, y)), None)


def holds(box: Box, x: float, y: float) -> bool:
    """Tell whether a point is in a box."""
    return box.x <= x < box.x + box.width and box.y <= y < box.y + box.height


def flat(items: Iterable[Drawn]) -> Iterator[Item]:
    """Go through everything drawn, in drawing order."""
    for one in items:
        if isinstance(one, Scaled | Panel):
            yield from flat(one.items)
        else:
            yield from walk((one,))


def words(scene: Scene) -> str:
    """Join every string that a frame shows; words cut by a soft hyphen are whole again."""
    strings = " ".join(one.string for one in flat(scene.items) if isinstance(one, Text))
    return strings.replace("\u00ad ", "").replace("\u202f", " ").replace("\u00a0", " ")
