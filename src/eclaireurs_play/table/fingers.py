"""Somebody's hands on the windows, as pygame's own events, and pictures of what they see."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pygame

from eclaireurs_play.errors import OutputError
from eclaireurs_play.files import cannot_write
from eclaireurs_play.table.panes import Pane
from eclaireurs_play.table.script import Key
from eclaireurs_play.table.windows import Windows
from eclaireurs_play.table.words import _

Views = tuple[tuple[str, pygame.Surface], ...]

_HELD = {"ctrl": pygame.KMOD_CTRL, "shift": pygame.KMOD_SHIFT}


@dataclass
class Fingers:
    """Hands at the desk: each gesture is events in the queue, handled and drawn before the next."""

    windows: Windows

    @property
    def desk(self) -> Pane:
        """Give the window of the desk."""
        return self.windows.panes[0]

    def click(self, x: float, y: float) -> None:
        """Press a point of the desk, in mm, with the mouse."""
        at = self._pixels(x, y)
        self._post(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
        self._post(pygame.MOUSEBUTTONDOWN, pos=at, button=1)
        self._post(pygame.MOUSEBUTTONUP, pos=at, button=1)
        self.settle()

    def wheel(self, x: float, y: float, steps: float) -> None:
        """Turn the wheel over a point of the desk."""
        self._post(pygame.MOUSEMOTION, pos=self._pixels(x, y), rel=(0, 0), buttons=(0, 0, 0))
        self._post(pygame.MOUSEWHEEL, x=0, y=round(steps), precise_x=0.0, precise_y=steps)
        self.settle()

    def type(self, words: str) -> None:
        """Type words letter by letter; an end of line is Shift + Enter."""
        for letter in words:
            if letter == "\n":
                self._post(pygame.KEYDOWN, key=pygame.K_RETURN, mod=pygame.KMOD_SHIFT)
            else:
                self._post(pygame.TEXTINPUT, text=letter)
        self.settle()

    def key(self, key: Key) -> None:
        """Press a key; one that types a letter types it too."""
        mod = sum(_HELD[one] for one in key.held)
        self._post(pygame.KEYDOWN, key=pygame.key.key_code(key.name), mod=mod)
        if len(key.name) == 1 and not key.held:
            self._post(pygame.TEXTINPUT, text=key.name)
        self.settle()

    def settle(self) -> None:
        """Let the windows handle what happened, and draw."""
        self.windows.turn()
        self.windows.draw()

    def _pixels(self, x: float, y: float) -> tuple[int, int]:
        return round(x * self.desk.scale), round(y * self.desk.scale)

    def _post(self, kind: int, **what: object) -> None:
        pygame.event.post(pygame.Event(kind, {"window": self.desk.window, **what}))


@dataclass
class Album:
    """Pictures of both windows, one of each phase as it stood just before the next."""

    windows: Windows
    folder: Path
    count: int = 0
    saved: int = 0
    _title: str = ""
    _seen: Views = ()

    def look(self, title: str) -> None:
        """Keep what is seen; when another phase has begun, save what was last seen of the other."""
        if title != self._title:
            self.save()
        self._title, self._seen = title, self._views()

    def snap(self, title: str) -> None:
        """Save what is seen, whatever the phase."""
        self._write(title, self._views())

    def save(self) -> None:
        """Save what was last seen."""
        if self._seen:
            self._write(self._title, self._seen)
            self._seen = ()

    def _views(self) -> Views:
        return tuple((one.shows, one.window.get_surface().copy()) for one in self.windows.panes)

    def _write(self, title: str, views: Views) -> None:
        names = {"desk": _("pupitre"), "wall": _("projecteur")}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(self.folder, error) from None
        for shows, surface in views:
            path = self.folder / f"{self.count:02d}-{_file_name(title)}-{names[shows]}.png"
            try:
                pygame.image.save(surface, str(path))
            except pygame.error as error:
                raise OutputError(f"{path} ne peut pas être écrit : {error}.") from None
        self.count, self.saved = self.count + 1, self.saved + len(views)


def _file_name(title: str) -> str:
    """Name a file after a title, in letters that every system keeps."""
    plain = unicodedata.normalize("NFD", title.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
