"""The windows of the system that a table stands in, and what each shows on its way to a frame."""

from dataclasses import dataclass

import pygame

from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.look import Look
from eclaireurs_play.table.brush import BODY, Brush, Ui
from eclaireurs_play.table.frame import EMPTY
from eclaireurs_play.table.motion import LASTS, between, moved
from eclaireurs_play.table.palette import Palette
from eclaireurs_play.table.program import Window
from eclaireurs_play.table.scene import Scene
from eclaireurs_play.table.words import _

DESK_MM = 4.0
"""Pixels for a logical mm on the desk, up to 1080 lines; more lines draw it larger."""

LEAST = (640, 480)


@dataclass
class Pane:
    """A window of the system and what it shows.

    `kept` is the last frame that was drawn whole; `failed` says that one after it could not be.
    """

    window: pygame.Window
    shows: Window
    scale: float = DESK_MM
    drawn: tuple[object, ...] = ()
    full: bool = False
    pointer: tuple[int, int] = (0, 0)
    shown: Scene | None = None
    before: Scene | None = None
    since: float = 0.0
    kept: Scene | None = None
    failed: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Give how many pixels it has."""
        return self.window.get_surface().get_size()

    @property
    def moving(self) -> bool:
        """Tell whether something is on its way."""
        return self.before is not None

    def follow(self, scene: Scene, now: float, *, motion: bool) -> Scene:
        """Give what to draw of a new frame: cards that changed place set off from the old one."""
        if motion and self.shown is not None and moved(self.shown, scene):
            self.before, self.since = self.shown, now
        elif not motion:
            self.before = None
        self.shown = scene
        return self.on_the_way(now)

    def fall_back(self, colours: Palette, look: Look) -> Scene:
        """Give what stays when a frame can't be drawn: the last good one, at the desk with words.

        The projector, which is public, says something only when it has nothing to show.
        """
        self.shown, self.before, self.failed = self.kept, None, True
        width, height = self.size
        held = self.kept or Scene(480.0, 480.0 * height / max(1, width), colours.ground, ())
        brush = Brush(look, colours, (held.width, held.height), Ui())
        brush.add(*held.items)
        if self.kept is not None and self.shows == "wall":
            return self.kept
        words = _("La dernière image n'a pas pu être dessinée, la séance est gardée. "
                  "Ctrl + Z reprend le dernier geste.")  # fmt: skip
        if self.shows == "wall":
            words = _("L'image arrive.")
        tall = brush.setting(words, brush.width - 20, BODY + 3).height + 6
        band = Box(0, brush.height - tall, brush.width, tall)
        brush.rect(band, fill=colours.paper, stroke=colours.line, radius=0)
        brush.prose(words, 10, band.y + 3, brush.width - 20, BODY + 3, colour=colours.ink)
        return brush.scene()

    def on_the_way(self, now: float) -> Scene:
        """Give what to draw of the frame now."""
        part = (now - self.since) / LASTS
        if self.before is None or self.shown is None or part >= 1:
            self.before = None
            return self.shown or EMPTY
        return between(self.before, self.shown, part)


def a_window(title: str, size: tuple[int, int]) -> pygame.Window:
    """Open a window that may be resized."""
    window = pygame.Window(title, size, resizable=True)
    window.minimum_size = LEAST
    return window


def wall_pane(screens: list[tuple[int, int]], size: tuple[int, int] | None = None) -> Pane:
    """Open the projector's window, on the second screen if there is one."""
    wall = a_window(_("Éclaireurs Play, le projecteur"), size or fitting(screens[-1]))
    if len(screens) > 1:
        wall.position = (screens[0][0], 0)
    return Pane(wall, "wall")


def fitting(screen: tuple[int, int]) -> tuple[int, int]:
    """Leave room for the bars of the system."""
    return max(LEAST[0], int(screen[0] * 0.94)), max(LEAST[1], int(screen[1] * 0.88))
