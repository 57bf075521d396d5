"""What keys do to a text being typed, what they set, where arrows lead; the clipboard."""

from dataclasses import dataclass, replace
from typing import Protocol

from eclaireurs_play.layout.display import Box
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.palette import Preferences
from eclaireurs_play.table.scene import Scene

CHORDS = frozenset("acxvzy")
"""The letters that do something in a text while Ctrl is held."""


class Clipboard(Protocol):
    """Where words are copied to and pasted from."""

    def get(self) -> str:
        """Give what was copied last."""

    def put(self, words: str) -> None:
        """Copy words."""


class Memory:
    """A clipboard of one's own, where the system has none."""

    def __init__(self) -> None:
        self.words = ""

    def get(self) -> str:
        """Give what was copied last."""
        return self.words

    def put(self, words: str) -> None:
        """Copy words."""
        self.words = words


@dataclass(frozen=True, slots=True)
class Press:
    """A key with what is held with it; `name` as pygame names it, in lower case."""

    name: str
    ctrl: bool = False
    shift: bool = False


def edit(editor: Editor, press: Press, clipboard: Clipboard) -> bool:
    """Do in a text what a key does there; tells whether it did something."""
    name, word, select = press.name, press.ctrl, press.shift
    if press.ctrl and name in CHORDS:
        _chord(editor, press, clipboard)
        return True
    match name:
        case "left" | "right":
            editor.move(forward=name == "right", word=word, select=select)
        case "home" | "end":
            editor.move(forward=name == "end", end=True, select=select)
        case "backspace" | "delete":
            editor.erase(forward=name == "delete", word=word)
        case "return" | "keypad enter" if press.shift and not editor.single:
            editor.write("\n")
        case _:
            return False
    return True


def _chord(editor: Editor, press: Press, clipboard: Clipboard) -> None:
    """Select, copy, cut, paste, undo or redo."""
    name = press.name
    if name == "a":
        editor.select_all()
    elif name in {"c", "x"} and editor.selected:
        clipboard.put(editor.selected)
        if name == "x":
            editor.erase()
    elif name == "v":
        editor.write(clipboard.get())
    elif name == "y" or (name == "z" and press.shift):
        editor.redo()
    elif name == "z":
        editor.undo()


def set_by(press: Press, now: Preferences) -> Preferences | None:
    """Give what a key sets, from what holds now; None when it sets nothing."""
    name = _SIGNS.get(press.name, press.name)
    if press.ctrl:
        held = {"+": now.larger(1), "-": now.larger(-1), "0": replace(now, scale=1.0)}
        return held.get(name)
    plain = {
        "f6": replace(now, strong=not now.strong),
        "f7": replace(now, motion=not now.motion),
        "f9": replace(now, sound=not now.sound),
    }
    return plain.get(name)


_SIGNS = {"=": "+", "[+]": "+", "[-]": "-", "[0]": "0"}
"""The signs that stand on the same key, and those of the keypad."""


def first_focus(scene: Scene) -> str:
    """Find what to do first: a text to type, else the main key, else a first option."""
    forms = [one for one in scene.hits if one.name.startswith("form:")]
    texts = [one for one in forms if one.editor is not None]
    main = [one for one in scene.hits if one.main or one.name == "close"]
    return next((one.name for one in (*texts, *main[:1], *forms, *main[1:])), "")


def toward(scene: Scene, focus: str, way: str) -> str:
    """Find the nearest place in a direction."""
    here = scene.hit(focus)
    if here is None:
        return first_focus(scene)
    x, y = _centre(here.box)
    best, least = focus, 1e9
    for one in scene.hits:
        dx, dy = _centre(one.box)[0] - x, _centre(one.box)[1] - y
        ahead, aside = {"right": (dx, dy), "left": (-dx, dy), "down": (dy, dx), "up": (-dy, dx)}[
            way
        ]
        cost = ahead + 2.5 * abs(aside)
        if ahead > 1 and cost < least:
            best, least = one.name, cost
    return best


def _centre(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2
