"""The table without pixels: two windows' frames from what is played, and what people do to them.

A window asks for `scene(window, width, height)` and tells `press`, `point`, `wheel`, `write` and
`key`. Whole sessions are tested through these, without pygame.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Literal

from eclaireurs_play import api
from eclaireurs_play.layout.look import Look
from eclaireurs_play.table.attending import turn_attending
from eclaireurs_play.table.brush import Brush, Ui
from eclaireurs_play.table.cards import Cards
from eclaireurs_play.table.carrying import draw_carried
from eclaireurs_play.table.creating import turn_creating
from eclaireurs_play.table.desk import draw_desk
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.ending import Ending, draw_ending
from eclaireurs_play.table.frame import Frame
from eclaireurs_play.table.help import draw_help, help_button
from eclaireurs_play.table.interlude import Interlude
from eclaireurs_play.table.keyboard import Clipboard, Memory, Press, set_by
from eclaireurs_play.table.leaves import Leaves
from eclaireurs_play.table.lobby import draw_start
from eclaireurs_play.table.palette import Preferences, palette
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.table.remembering import remember
from eclaireurs_play.table.scene import Scene
from eclaireurs_play.table.starting import Starting
from eclaireurs_play.table.wall import Shown, draw_wall
from eclaireurs_play.table.welcome import draw_welcome
from eclaireurs_play.table.words import _

Window = Literal["desk", "wall"]


@dataclass
class Table:
    """A start screen, then a session; `folder` is where sessions are kept."""

    look: Look
    folder: Path
    library: Path | None = None
    preferences: Preferences = field(default_factory=Preferences)
    clipboard: Clipboard = field(default_factory=Memory)
    clock: Callable[[], float] = monotonic
    seed: int | None = None
    helping: bool = False
    leaving: bool = False
    ringing: bool = False
    changes: int = 0
    playing: Playing | None = None
    starting: Starting = field(init=False)
    _leaves: Leaves = field(default_factory=Leaves)
    _frames: Mapping[Window, Frame] = field(init=False)
    _form: object = None

    def __post_init__(self) -> None:
        """Begin at the start screen."""
        self.starting = self._start_screen()
        self._frames = {"desk": Frame(), "wall": Frame()}

    def _start_screen(self) -> Starting:
        return Starting(self.folder, self.open, self.look, self.library, self.seed)

    def open(self, opened: api.Opened, journal: Path | None = None) -> None:
        """Put a session on the table; `journal` is the file it is kept in."""
        self.playing = Playing(
            opened, Cards(opened.content, self.look, self.library), journal=journal
        )
        self.playing.countdown.moment = self.clock()
        self.playing.begin = self.open
        self.playing.home = self.home
        self.playing.advice = frozenset({"short"} if self.starting.short else ())
        self._frames["desk"].ui.focus = ""

    @property
    def interlude(self) -> Interlude | None:
        """Give what takes the desk over for a while, if anything does."""
        return (self.playing or self.starting).interlude

    @property
    def busy(self) -> bool:
        """Tell whether frames change by themselves."""
        counting = self.playing is not None and self.playing.countdown.running
        moving = self.interlude is not None and self.interlude.running
        return counting or moving or (self.playing is None and self.starting.learning)

    def leave(self) -> None:
        """Keep everything before the windows close."""
        if self.playing is not None:
            self.playing.leave()

    def home(self) -> None:
        """Go back to the start screen; the session is kept."""
        self.leave()
        kept = self.playing is not None and not self.playing.over
        self.playing = None
        self.starting = self._start_screen()
        if kept:
            self.starting.message = _("La séance est gardée : elle se reprend ici.")

    def scene(self, window: Window, width: float, height: float) -> Scene:
        """Draw a frame of a window, `width` by `height` mm at the ordinary size of text."""
        scale = self.preferences.scale
        frame, size = self._frames[window], (width / scale, height / scale)
        if window == "desk":
            self._follow(frame.ui)
        frame.scene = self._drawn(window, size, frame.ui)
        if window == "desk" and frame.settle():
            frame.scene = self._drawn(window, size, frame.ui)
        return frame.scene

    def _follow(self, ui: Ui) -> None:
        """Give the focus to a form that is new."""
        if self.interlude is not None:
            self.interlude.follow()
        playing = self.playing if self.playing and not self.playing.over else None
        form = playing and (playing.parting or (playing.creating and playing.creation)
                            or playing.correction or playing.attending
                            or playing.entry or playing.form)  # fmt: skip
        if form is not self._form:
            self._form, ui.focus = form, "entry:line" if playing and playing.entry else ""
            ui.scrolls.pop("work", None)
        if playing and playing.attending:
            ui.focus = playing.attending.focus() or ui.focus

    def _drawn(self, window: Window, size: tuple[float, float], ui: Ui) -> Scene:
        colours = palette(self.look.theme, strong=self.preferences.strong)
        brush = Brush(self.look, colours, size, ui)
        playing, interlude = self.playing, self.interlude
        shown = interlude.shown() if interlude else None
        if window == "wall":
            if interlude is not None and shown is not None:
                self._wall(brush, shown, interlude.cards)
            elif playing is None:
                draw_welcome(brush)
            else:
                self._wall(brush, playing.shown(), playing.cards)
        elif interlude is not None:
            interlude.draw(brush)
        elif playing is None:
            draw_start(brush, self.starting)
        elif playing.over:
            draw_ending(brush, Ending(playing, self.folder, self.library, self.home))
        else:
            draw_desk(brush, playing)
        if window == "desk" and interlude is None:
            help_button(brush, self, foot=playing is not None and not playing.over)
        if self.helping and window == "desk":
            draw_help(brush, self)
        frame = self._frames[window]
        if frame.carrying is not None and frame.carrying.moved:
            draw_carried(brush, frame.carrying, frame.scene)
        return brush.scene()

    @property
    def leaves(self) -> Leaves:
        """Give the pages of what the projector shows."""
        return self.playing.leaves if self.playing else self._leaves

    def _wall(self, brush: Brush, shown: Shown, cards: Cards) -> None:
        """Draw the page of the projector that is asked for; another moment begins at its first."""
        self.leaves.follow(shown)
        self.leaves.count = draw_wall(brush, shown, cards, self.leaves.page)

    def turn_page(self) -> None:
        """Show the next page of the projector, and after the last the first again."""
        self.leaves.turn()

    def turn_help(self) -> None:
        """Open the help, or close it."""
        self.helping = not self.helping

    def prefer(self, preferences: Preferences) -> None:
        """Set what people prefer, from now on and next time."""
        self.preferences = preferences
        remember(self.folder, preferences)

    def say_unshown(self, window: Window) -> None:
        """Say at the desk that a window keeps its last frame: the new one can't be drawn."""
        if window == "wall":
            (self.playing or self.starting).message = _(
                "Le projecteur garde sa dernière image : la nouvelle n'a pas pu être dessinée. "
                "La séance continue, rien n'est perdu."
            )
        self.changes += 1

    def tick(self) -> None:
        """Let time pass."""
        now, told = self.clock(), False
        if self.playing is not None:
            told = self.playing.countdown.tick(now)
            self.ringing = self.playing.countdown.rings() or self.ringing
        else:
            told = self.starting.learn()
        if self.interlude is not None:
            told = self.interlude.tick(now) or told
        self.changes += told

    def rings(self) -> bool:
        """Tell once that time is up, to people who want to hear it."""
        ringing, self.ringing = self.ringing, False
        return ringing and self.preferences.sound

    def hover(self, window: Window, x: float, y: float) -> None:
        """Follow the mouse."""
        if self._frames[window].hover(x, y):
            self.changes += 1

    def point(self, window: Window, x: float, y: float, *, on: bool = False) -> None:
        """Press a point of a window; `on` while the button is kept down."""
        self.changes += 1
        if on:
            self._frames[window].drag(x, y)
        else:
            self._frames[window].point(x, y)

    def release(self, window: Window, x: float, y: float) -> None:
        """Let go of what was dragged, if something was."""
        self.changes += 1
        self._frames[window].release(x, y)

    def cancel(self, window: Window) -> bool:
        """Put back what was being dragged; tells whether something was."""
        self.changes += 1
        return self._frames[window].cancel()

    def press(self, window: Window, name: str) -> bool:
        """Press a place by its name; tells whether it is there."""
        self.changes += 1
        return self._frames[window].press(name)

    def wheel(self, window: Window, x: float, y: float, steps: float) -> None:
        """Scroll the panel under the mouse."""
        self.changes += 1
        self._frames[window].wheel(x, y, steps)

    def write(self, window: Window, words: str) -> None:
        """Type words: into the text that has the focus, else as the key of a place."""
        self.changes += 1
        editor = self.editor(window)
        if editor is not None:
            editor.write(words)
        elif words == "?":
            self.turn_help()
        else:
            self._frames[window].type(words)

    def frame(self, window: Window) -> Frame:
        """Give what a window last showed."""
        return self._frames[window]

    def focus(self, window: Window) -> str:
        """Say which place has the focus."""
        return self._frames[window].ui.focus

    def editor(self, window: Window) -> Editor | None:
        """Give the text that has the focus, if one has."""
        return self._frames[window].editor

    def key(self, window: Window, press: Press) -> None:
        """Press a key that types nothing."""
        self.changes += 1
        frame = self._frames[window]
        if press.name == "escape" and frame.cancel():
            return
        if self.interlude is not None and not self.helping and self.interlude.key(press):
            return
        if not (self._everywhere(press) or frame.edits(press, self.clipboard)
                or self._undoes(press)):  # fmt: skip
            frame.goes(press)

    def _undoes(self, press: Press) -> bool:
        """Undo or redo what was played; tells whether the key is one for it."""
        if (
            self.playing is None
            or self.interlude is not None
            or not press.ctrl
            or press.name not in {"z", "y"}
        ):
            return False
        if press.name == "y" or press.shift:
            self.playing.redo()
        else:
            self.playing.undo()
        return True

    def _everywhere(self, press: Press) -> bool:
        """Do what a key does whatever has the focus."""
        preferred = set_by(press, self.preferences)
        if preferred is not None:
            self.prefer(preferred)
            return True
        match press:
            case Press("f1"):
                self.turn_help()
            case Press("f3"):
                self.turn_page()
            case Press("f4") if self.playing is not None and self.interlude is None:
                turn_attending(self.playing)
            case Press("f5") if self.playing is not None and self.interlude is None:
                turn_creating(self.playing)
            case Press("escape") if self.helping:
                self.turn_help()
            case Press("escape") if self.playing is not None and self.playing.zoom:
                self.playing.zoom = ""
            case Press("f8") if self.playing is not None:
                self.playing.countdown.toggle()
            case _:
                return False
        return True
