"""The two windows, with pygame: they draw scenes and hand over what people do.

Nothing is drawn when nothing changed. One window is enough: F2 then goes from one view to the
other, and the projector's view still holds only what is public.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pygame

from eclaireurs_play.errors import OutputError
from eclaireurs_play.table.chime import RATE, chime
from eclaireurs_play.table.keyboard import Press
from eclaireurs_play.table.painter import Painter
from eclaireurs_play.table.palette import palette
from eclaireurs_play.table.panes import DESK_MM, Pane, a_window, fitting, wall_pane
from eclaireurs_play.table.program import Table, Window
from eclaireurs_play.table.scene import Scene
from eclaireurs_play.table.words import _

WALL_SIZE = (480.0, 270.0)
"""The logical size of a projector, in mm, whatever its pixels."""

LINES = 1080
IDLE, COUNTING, MOVING = 1000, 250, 12
"""How long to wait for an event, in milliseconds: without a countdown, with one, on a move."""


class SystemClipboard:
    """The clipboard of the system, as far as pygame reaches it."""

    def get(self) -> str:
        """Give what was copied last; nothing when it is no text."""
        with suppress(pygame.error):
            return pygame.scrap.get_text()
        return ""

    def put(self, words: str) -> None:
        """Copy words."""
        with suppress(pygame.error):
            pygame.scrap.put_text(words)


@dataclass
class Windows:
    """Runs a table in one window or two."""

    table: Table
    panes: list[Pane]
    painter: Painter
    held: bool = False
    over: bool = False

    @classmethod
    def open(cls, table: Table, size: tuple[int, int] | None = None, *, both: bool) -> "Windows":
        """Open the desk, and the projector too when `both`, on a second screen if there is one."""
        pygame.display.init()
        pygame.font.init()
        pygame.key.set_repeat(400, 40)
        screens = pygame.display.get_desktop_sizes()
        desk = a_window(_("Éclaireurs Play, le pupitre"), size or fitting(screens[0]))
        panes = [Pane(desk, "desk")]
        if both:
            panes.append(wall_pane(screens, size))
        with suppress(pygame.error):
            table.clipboard = SystemClipboard()
        return cls(table, panes, Painter(table.look))

    def run(self) -> None:
        """Go on until people leave."""
        try:
            while not self.over:
                self.draw()
                moving = any(one.moving for one in self.panes)
                self.turn(MOVING if moving else COUNTING if self.table.busy else IDLE)
        finally:
            self.close()

    def turn(self, wait: int = 0) -> None:
        """Handle what happened, waiting for it so many milliseconds at most.

        What follows a press is meant for what the press brought: that is drawn first.
        """
        events = [pygame.event.wait(wait)] if wait else []
        pressed = False
        for event in (*events, *pygame.event.get()):
            if pressed:
                self.draw()
            self.handle(event)
            pressed = event.type in {pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN}
        self.table.tick()
        if self.table.rings():
            _ring()

    def close(self) -> None:
        """Close every window, once everything is kept."""
        self.table.leave()
        for pane in self.panes:
            pane.window.destroy()
        self.panes.clear()

    def draw(self) -> None:
        """Draw the windows whose frame changed, the desk last: it tells the projector's pages."""
        for pane in reversed(self.panes):
            try:
                self._refresh(pane)
            except pygame.error:
                pane.drawn = ()
            except Exception:  # noqa: BLE001 - whatever a frame stumbles on, the session goes on
                self._keep(pane)

    def _keep(self, pane: Pane) -> None:
        """Leave the last good frame of a window, and say so once at the desk."""
        if not pane.failed:
            self.table.say_unshown(pane.shows)
        colours = palette(self.table.look.theme, strong=self.table.preferences.strong)
        with suppress(pygame.error):
            pane.window.get_surface().set_clip(None)
            self._paint(pane, pane.fall_back(colours, self.table.look))
            pane.drawn = self._state(pane, pane.size)

    def _state(self, pane: Pane, size: tuple[int, int]) -> tuple[object, ...]:
        """Give what a frame depends on."""
        return (self.table.changes, self.table.preferences, pane.shows, size)

    def _refresh(self, pane: Pane) -> None:
        """Draw a window if its frame changed; pygame's error when its screen has just gone."""
        size = pane.size
        state = self._state(pane, size)
        if state != pane.drawn:
            self._draw(pane, size)
            pane.drawn, pane.kept, pane.failed = state, pane.shown, False
        elif pane.moving:
            self._paint(pane, pane.on_the_way(monotonic()))

    def _draw(self, pane: Pane, size: tuple[int, int]) -> None:
        width, height = size
        if pane.shows == "wall":
            scale = min(width / WALL_SIZE[0], height / WALL_SIZE[1])
        else:
            scale = DESK_MM * max(1.0, height / LINES)
        scene = self.table.scene(pane.shows, width / scale, height / scale)
        pane.scale = width / scene.width
        motion = self.table.preferences.motion
        self._paint(pane, pane.follow(scene, monotonic(), motion=motion))

    def _paint(self, pane: Pane, scene: Scene) -> None:
        self.painter.paint(scene, pane.window.get_surface())
        pane.window.flip()

    def picture(self, shows: Window, path: Path) -> None:
        """Save what a window shows."""
        self.draw()
        pane = next(one for one in self.panes if one.shows == shows)
        try:
            pygame.image.save(pane.window.get_surface(), str(path))
        except pygame.error:
            raise OutputError(f"{path} ne peut pas être écrit.") from None

    def handle(self, event: pygame.Event) -> None:
        """Hand over something that happened."""
        if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
            self._closed(getattr(event, "window", None))
            return
        pane = self._pane(event)
        if pane is None:
            return
        match event.type:
            case pygame.TEXTINPUT:
                self.table.write(pane.shows, event.text)
            case pygame.KEYDOWN:
                self._key(pane, event)
            case pygame.WINDOWFOCUSLOST:
                self.held = False
                self.table.cancel(pane.shows)
            case kind if kind in _CHANGED:
                pane.drawn = ()
            case _:
                self._mouse(pane, event)

    def _mouse(self, pane: Pane, event: pygame.Event) -> None:
        """Hand over what the mouse did."""
        match event.type:
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self.held, pane.pointer = True, event.pos
                self.table.point(pane.shows, *self._place(pane, event.pos))
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self.held = False
                self.table.release(pane.shows, *self._place(pane, event.pos))
            case pygame.MOUSEMOTION:
                self._motion(pane, event)
            case pygame.MOUSEWHEEL:
                pointed = self._place(pane, pane.pointer)
                self.table.wheel(pane.shows, *pointed, event.precise_y)
            case _:
                pass

    def _pane(self, event: pygame.Event) -> Pane | None:
        """Find the pane of an event; without one, the first."""
        window = getattr(event, "window", None)
        if window is None:
            return self.panes[0] if self.panes else None
        return next((one for one in self.panes if one.window is window), None)

    def _closed(self, window: pygame.Window | None) -> None:
        """Leave when the desk closes; without its projector a table goes on."""
        pane = next((one for one in self.panes if one.window is window), None)
        if pane is None or len(self.panes) == 1 or pane is self.panes[0]:
            self.over = True
            return
        pane.window.destroy()
        self.panes.remove(pane)

    def _key(self, pane: Pane, event: pygame.Event) -> None:
        name = pygame.key.name(event.key).lower()
        if name == "f2":
            self._turn(pane)
        elif name == "f10":
            self._project()
        elif name == "f11":
            self._full(pane)
        elif name in _SILENT or event.mod & pygame.KMOD_CTRL or len(name) > 1:
            ctrl = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
            shift = bool(event.mod & pygame.KMOD_SHIFT)
            if name == "space" and not ctrl and self.table.editor(pane.shows) is not None:
                return
            self.table.key(pane.shows, Press(_NAMES.get(name, name), ctrl, shift))

    def _project(self) -> None:
        """Open the projector's window on the last screen, or close it: it may be plugged again."""
        if len(self.panes) > 1:
            self._closed(self.panes[1].window)
            return
        self.panes[0].shows = "desk"
        self.panes.append(wall_pane(pygame.display.get_desktop_sizes()))

    def _turn(self, pane: Pane) -> None:
        """Show the other view in a window, when there is one."""
        if len(self.panes) == 1:
            pane.shows = "wall" if pane.shows == "desk" else "desk"

    def _full(self, pane: Pane) -> None:
        pane.full = not pane.full
        if pane.full:
            pane.window.set_fullscreen(desktop=True)
        else:
            pane.window.set_windowed()
        pane.drawn = ()

    def _motion(self, pane: Pane, event: pygame.Event) -> None:
        pane.pointer = event.pos
        x, y = self._place(pane, event.pos)
        if self.held and event.buttons[0]:
            self.table.point(pane.shows, x, y, on=True)
        else:
            self.table.hover(pane.shows, x, y)

    def _place(self, pane: Pane, pixels: tuple[int, int]) -> tuple[float, float]:
        return pixels[0] / pane.scale, pixels[1] / pane.scale


_NAMES = {"enter": "keypad enter", "page up": "pageup", "page down": "pagedown"}
_CHANGED = frozenset(
    {
        pygame.WINDOWEXPOSED, pygame.WINDOWRESIZED, pygame.WINDOWSIZECHANGED,
        pygame.WINDOWRESTORED, pygame.WINDOWSHOWN, pygame.WINDOWDISPLAYCHANGED,
    }
)  # fmt: skip
"""What a window goes through when it is uncovered, resized, or finds itself on another screen."""

_SILENT = frozenset({"tab", "return", "escape"})


def _ring() -> None:
    """Play the sound that says that time is up; a machine without sound stays silent."""
    with suppress(pygame.error):
        if pygame.mixer.get_init() is None:
            pygame.mixer.init(RATE, -16, 1)
        pygame.mixer.Sound(buffer=chime()).play()
