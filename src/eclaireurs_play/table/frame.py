"""A window's last frame, and what people do to it: press, point, scroll, type, move the focus."""

from dataclasses import dataclass, field

from eclaireurs_play.table.brush import Ui
from eclaireurs_play.table.carrying import Carrying, target
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.keyboard import Clipboard, Press, edit, first_focus, toward
from eclaireurs_play.table.scene import Hit, Scene

STEP, PAGE = 14.0, 60.0
"""How far, in mm, a notch of the wheel scrolls, and a page key."""

EMPTY = Scene(1.0, 1.0, "#ffffff", ())


@dataclass
class Frame:
    """What a window remembers, and the scene it shows."""

    ui: Ui = field(default_factory=Ui)
    scene: Scene = EMPTY
    carrying: Carrying | None = None

    def at(self, x: float, y: float) -> Hit | None:
        """Find the place under a point."""
        return self.scene.at(x, y)

    def hover(self, x: float, y: float) -> bool:
        """Follow the mouse; tells whether it came upon something else."""
        hit = self.at(x, y)
        before, self.ui.hover = self.ui.hover, hit.name if hit else ""
        return self.ui.hover != before

    def point(self, x: float, y: float) -> None:
        """Press a point."""
        hit = self.at(x, y)
        if hit is None:
            return
        if hit.carries:
            self.ui.focus, self.carrying = hit.name, Carrying(hit, (x, y), (x, y))
            return
        if hit.point is not None:
            hit.point(x, y, False)  # noqa: FBT003 - a new press
        self._do(hit)

    def drag(self, x: float, y: float) -> None:
        """Go on pressing the place that has the focus, or take along what was grabbed."""
        if self.carrying is not None:
            self.carrying.move(x, y)
            self.ui.carried = self.carrying.hit.carries if self.carrying.moved else ""
            return
        held = self.scene.hit(self.ui.focus)
        if held is not None and held.point is not None:
            held.point(x, y, True)  # noqa: FBT003 - goes on pressing

    def release(self, x: float, y: float) -> None:
        """Drop what was taken along where it is taken, else put it back; a mere press is one."""
        carrying = self.carrying
        self.cancel()
        if carrying is None:
            return
        carrying.move(x, y)
        if not carrying.moved:
            self._do(carrying.hit)
            return
        found = target(self.scene, carrying)
        if found is not None and found.takes is not None:
            found.takes(carrying.hit.carries, x, y)

    def cancel(self) -> bool:
        """Put back what was taken along; tells whether something was."""
        held = self.carrying is not None
        self.carrying, self.ui.carried = None, ""
        return held

    def press(self, name: str) -> bool:
        """Press a place by its name; tells whether it is there."""
        hit = self.scene.hit(name)
        if hit is not None:
            self._do(hit)
        return hit is not None

    def _do(self, hit: Hit) -> None:
        self.ui.focus = hit.name
        hit.do()

    def wheel(self, x: float, y: float, steps: float) -> None:
        """Scroll the panel under the mouse."""
        found = self.scene.scroll_at(x, y)
        if found is not None:
            self._scroll(found.name, -steps * STEP)

    def _scroll(self, panel: str, by: float) -> None:
        self.ui.scrolls[panel] = max(0.0, self.ui.scrolls.get(panel, 0.0) + by)

    def type(self, words: str) -> None:
        """Press the place whose key was typed."""
        hit = next((one for one in self.scene.hits if one.key == words), None)
        if hit is not None:
            self._do(hit)

    @property
    def editor(self) -> Editor | None:
        """Give the text that has the focus, if one has."""
        hit = self.scene.hit(self.ui.focus)
        return hit.editor if hit else None

    def edits(self, press: Press, clipboard: Clipboard) -> bool:
        """Do in the text that has the focus what a key does there; tells whether it did."""
        hit = self.scene.hit(self.ui.focus)
        if hit is None or hit.editor is None:
            return False
        if edit(hit.editor, press, clipboard):
            return True
        match press.name:
            case "up" | "down" if not hit.editor.single and hit.lines is not None:
                hit.lines(1 if press.name == "down" else -1, press.shift)
            case "return" | "keypad enter":
                (hit.enter or self.press_main)()
            case "escape":
                self.ui.focus = ""
                return False
            case _:
                return False
        return True

    def press_main(self) -> None:
        """Press what Ctrl + Enter presses."""
        hit = next((one for one in self.scene.hits if one.main), None)
        if hit is not None:
            hit.do()

    def goes(self, press: Press) -> None:
        """Move the focus, press what has it, or scroll."""
        names = [one.name for one in self.scene.hits]
        focus = self.ui.focus
        match press:
            case Press("tab"):
                step = -1 if press.shift else 1
                at = names.index(focus) + step if focus in names else 0
                self.show(names[at % len(names)] if names else "")
            case Press("return" | "keypad enter", ctrl=True):
                self.press_main()
            case Press("return" | "keypad enter" | "space"):
                self.press(focus)
            case Press("pageup" | "pagedown"):
                hit = self.scene.hit(focus)
                panel = hit.panel if hit and hit.panel else "work"
                self._scroll(panel, PAGE if press.name == "pagedown" else -PAGE)
            case Press("left" | "right" | "up" | "down"):
                self.show(toward(self.scene, focus, press.name))
            case _:
                pass

    def show(self, name: str) -> None:
        """Give the focus to a place, and bring it into sight."""
        self.ui.focus = name
        hit = self.scene.hit(name)
        if hit is None or not hit.panel:
            return
        box = next((one.box for one in self.scene.scrolls if one.name == hit.panel), None)
        if box is None:
            return
        over = hit.box.y + hit.box.height + 4 - (box.y + box.height)
        under = box.y - (hit.box.y - 4)
        if over > 0:
            self._scroll(hit.panel, over)
        elif under > 0:
            self._scroll(hit.panel, -under)

    def settle(self) -> bool:
        """Give the focus to what comes first, if nothing has it; tells whether it moved."""
        if self.scene.hit(self.ui.focus) is not None:
            return False
        self.ui.focus = first_focus(self.scene)
        return True
