"""Something dragged from one place to another: taken along, dropped, or put back."""

from dataclasses import dataclass
from math import hypot

from eclaireurs_play.layout.display import Box
from eclaireurs_play.table.brush import BODY, TALL, Brush
from eclaireurs_play.table.scene import Hit, Scene

FAR = 2.0
"""How far, in mm, the mouse goes before a press is a drag."""

WIDEST = 80.0


@dataclass(slots=True)
class Carrying:
    """The place something was taken from, where the mouse took it and where it is now."""

    hit: Hit
    start: tuple[float, float]
    at: tuple[float, float]
    moved: bool = False

    def move(self, x: float, y: float) -> None:
        """Follow the mouse."""
        self.at = x, y
        self.moved = self.moved or hypot(x - self.start[0], y - self.start[1]) > FAR


def target(scene: Scene, carrying: Carrying) -> Hit | None:
    """Find the place under the mouse that takes what is carried."""
    hit = scene.at(*carrying.at)
    if hit is not None and hit.takes is None:
        under = [one for one in scene.hits if one.takes and _inside(one.box, carrying.at)]
        hit = under[-1] if under else None
    return hit


def _inside(box: Box, at: tuple[float, float]) -> bool:
    return box.x <= at[0] < box.x + box.width and box.y <= at[1] < box.y + box.height


def draw_carried(brush: Brush, carrying: Carrying, scene: Scene) -> None:
    """Draw what is carried under the mouse, and outline the place of a scene that would take it."""
    found = target(scene, carrying)
    if found is not None:
        brush.rect(found.box, stroke=brush.colours.accent, line=0.9)
    words = carrying.hit.label
    wide = min(WIDEST, brush.wide(words, BODY, "semibold") + 6)
    x, y = carrying.at
    box = Box(x - wide / 2, y - TALL / 2, wide, TALL)
    brush.rect(box, fill=brush.colours.tint, stroke=brush.colours.ink, line=0.6)
    brush.word(words, (x, brush.middle(box, BODY, "semibold")), BODY, font="semibold",
               room=wide - 3, align="centre")  # fmt: skip
