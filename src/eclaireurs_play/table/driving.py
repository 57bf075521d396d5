"""A script played in real windows: what each step presses and types, and what came of it."""

from dataclasses import dataclass, field
from typing import Protocol

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import Action, Clock, Close, Create, Pass, Rate, Seat
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.play.notation import read_typed, write_line
from eclaireurs_play.play.people import said_names
from eclaireurs_play.table.acting import comes_to, deeds
from eclaireurs_play.table.frame import Frame
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.table.program import Table
from eclaireurs_play.table.scene import Hit, holds
from eclaireurs_play.table.script import Key, Script, Step, read_key
from eclaireurs_play.table.words import _

PACE = 20.0
"""Seconds that a line takes, said aloud and typed."""

TICK = 20.0
NOTCH = 14.0
"""How far a notch of the wheel scrolls, in mm."""

SELECT_ALL = Key("a", frozenset({"ctrl"}))


class Hourglass:
    """A clock that goes on only when a script says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        """Give the time, in seconds."""
        return self.seconds


class Hands(Protocol):
    """What a person has: a mouse, a wheel, keys."""

    def click(self, x: float, y: float) -> None:
        """Press a point of the desk."""

    def wheel(self, x: float, y: float, steps: float) -> None:
        """Turn the wheel over a point."""

    def type(self, words: str) -> None:
        """Type words."""

    def key(self, key: Key) -> None:
        """Press a key."""

    def settle(self) -> None:
        """Let the windows draw."""


class Watcher(Protocol):
    """Whoever looks on."""

    def look(self, title: str) -> None:
        """See where one stands, after each step."""

    def snap(self, title: str) -> None:
        """See a moment that the script names."""


class Nobody:
    """Nobody looks on."""

    def look(self, title: str) -> None:
        """See nothing."""

    def snap(self, title: str) -> None:
        """See nothing."""


@dataclass
class Driver:
    """Plays a script at the desk."""

    table: Table
    hands: Hands
    script: Script
    hourglass: Hourglass
    watcher: Watcher = field(default_factory=Nobody)
    _moments: list[tuple[str, int]] = field(default_factory=list)

    def play(self) -> None:
        """Play every step; ContentError says which one can't be done, and why."""
        self.hands.settle()
        self.watcher.look(_("accueil"))
        if self.table.playing is None:
            self._seat()
        for step in self.script.steps:
            try:
                self._step(step)
            except EclaireursError as error:
                raise self.script.problem(step, str(error)) from None
            self._pass_time(PACE)
            self.watcher.look(self._where())

    def _seat(self) -> None:
        """Say who is there, on the start screen."""
        for seat in self.script.simulated:
            self._press(f"seat:{seat}")
        for seat, names in self.script.people.items():
            self._fill(f"name:{seat}", said_names(names))

    def _where(self) -> str:
        """Say where one stands; a phase played again is numbered."""
        playing = self.table.playing
        if playing is None:
            return _("accueil")
        phase, moment = _phase(playing), len(playing.state.results)
        if not phase:
            return _("fin")
        if (phase, moment) not in self._moments:
            self._moments.append((phase, moment))
        again = [one for one, _count in self._moments].count(phase)
        title = playing.session.rules.phases[phase].title
        return title if again == 1 else f"{title} {again}"

    def _pass_time(self, seconds: float) -> None:
        """Let time go, little by little: a long silence would be a laptop asleep."""
        while seconds > 0:
            self.hourglass.seconds += min(TICK, seconds)
            seconds -= TICK
            self.table.tick()
        self.hands.settle()

    def _step(self, step: Step) -> None:
        match step.sort:
            case "line":
                self._line(step.words)
            case "press":
                self._press(step.words)
            case "type":
                self.hands.type(step.words)
            case "key":
                key = read_key(step.words)
                if key is None:
                    raise EclaireursError(_("« {key} » n'est pas une touche.").format(
                        key=step.words))  # fmt: skip
                self.hands.key(key)
            case "wait":
                self._pass_time(step.minutes * 60)
            case "picture":
                self.watcher.snap(step.words)

    @property
    def _desk(self) -> Frame:
        return self.table.frame("desk")

    def _line(self, line: str) -> None:
        """Make what a line stands for, gesture by gesture, and see that it was made."""
        if self.table.playing is None:
            self._press("start")
        playing = self.table.playing
        if playing is None:
            raise EclaireursError(self.table.starting.message)
        actions = read_typed(line, playing.session.rules, playing.state)
        for action in actions:
            before = _actions(playing)
            self._make(playing, action)
            made = _actions(playing)[len(before) :]
            if not made:
                raise EclaireursError(playing.message or _("rien n'a été joué"))
            if not comes_to(made[0], action):
                raise EclaireursError(_("la table a joué « {line} »").format(
                    line=write_line(made[0])))  # fmt: skip

    def _make(self, playing: Playing, action: Action) -> None:
        """Make a gesture with the mouse; type its line where the desk has no widget for it."""
        gesture = action.gesture
        if gesture == Close(_phase(playing)) and self._desk.scene.hit("close"):
            self._press("close")
        elif isinstance(gesture, Close | Clock) or (
            isinstance(gesture, Rate) and gesture.to != "public"
        ):
            self._enter(write_line(action))
        elif isinstance(gesture, Create):
            self._create(gesture)
        elif isinstance(gesture, Seat):
            self._hand_over(playing, gesture)
        elif isinstance(gesture, Pass):
            self._pick(playing, action.by)
            self._press("pass" if self._desk.scene.hit("pass") else "make")
        elif not self._choose(playing, action):
            self._enter(write_line(action))
        else:
            before = playing.state
            held = playing.form.gesture() if playing.form else None
            for one in deeds(gesture, self._desk.scene, held):
                if one.words:
                    self._fill(one.place, one.words)
                else:
                    self._press(one.place)
            if playing.state is before:
                self._press("make")

    def _create(self, gesture: Create) -> None:
        """Fill the sheet of what is made on the spot."""
        if self._desk.scene.hit("create:make") is None:
            self._press("create")
        self._press(f"create:{gesture.about}")
        for one in deeds(gesture, self._desk.scene):
            if one.words:
                self._fill(one.place, one.words)
            else:
                self._press(one.place)
        self._press("create:make")

    def _hand_over(self, playing: Playing, gesture: Seat) -> None:
        """Say on the sheet of who is there who holds a seat from now on."""
        if playing.attending is None:
            self._press("attend")
        seat = gesture.about
        if gesture.held == "simulated":
            self._press(f"attend:simulate:{seat}")
        elif gesture.held == "empty":
            self._press(f"attend:leave:{seat}")
            if gesture.reason:
                self._fill("attend:reason", gesture.reason)
            self._press("attend:yes")
        else:
            comes = self._desk.scene.hit(f"attend:arrive:{seat}") is not None
            self._press(f"attend:{'arrive' if comes else 'replace'}:{seat}")
            self._fill("attend:names", said_names(gesture.people))
            self._press("attend:yes")
        self._press("attend:close")

    def _pick(self, playing: Playing, actor: str) -> None:
        """Press someone's name, unless they are the one whose turn is shown."""
        if playing.offer is None or playing.offer.actor != actor:
            self._press(f"actor:{actor}")

    def _choose(self, playing: Playing, action: Action) -> bool:
        """Find the gesture among those that the desk offers; tells whether it is there."""
        key = (action.by, action.gesture.do, action.gesture.about)
        if playing.offer is not None and playing.offer.key == key:
            return True
        self._pick(playing, action.by)
        if playing.offer is not None and playing.offer.key == key:
            return True
        name = "offer:" + ":".join(key)
        if self._desk.scene.hit(name) is None and self._desk.scene.hit("lookup"):
            self._press("lookup")
        if self._desk.scene.hit(name) is None:
            return False
        self._press(name)
        return True

    def _enter(self, line: str) -> None:
        """Type a line where what was played on paper is typed."""
        if self._desk.scene.hit("entry:line") is None:
            self._press("entry")
        self._fill("entry:line", line)
        self._press("entry:play")
        self._press("entry")

    def _fill(self, place: str, words: str) -> None:
        """Type words in a field, in the place of those it holds."""
        self._press(place)
        self.hands.key(SELECT_ALL)
        self.hands.type(words)

    def _press(self, words: str) -> None:
        """Press a place with the mouse, scrolled into sight first."""
        hit = self._reached(words)
        self.hands.click(hit.box.x + hit.box.width / 2, hit.box.y + hit.box.height / 2)

    def _reached(self, words: str) -> Hit:
        """Find a place by its name or its words, and scroll until it is seen."""
        hit = self._found(words)
        for _turn in range(400):
            box = next((one.box for one in self._desk.scene.scrolls if one.name == hit.panel), None)
            y = hit.box.y + hit.box.height / 2
            if box is None or holds(box, hit.box.x + hit.box.width / 2, y):
                return hit
            steps = (box.y + box.height / 2 - y) / NOTCH
            self.hands.wheel(box.x + box.width / 2, box.y + box.height / 2,
                             max(-20.0, min(20.0, steps)))  # fmt: skip
            moved = self._found(words)
            if moved.box == hit.box:
                break
            hit = moved
        return hit

    def _found(self, words: str) -> Hit:
        scene = self._desk.scene
        hit = scene.hit(words) or next(
            (one for one in scene.hits if one.label.strip().lower() == words.strip().lower()), None
        )
        if hit is None:
            raise EclaireursError(_("« {words} » n'est pas sur le pupitre").format(words=words))
        return hit


def _phase(playing: Playing) -> str:
    """Name the phase being played, "" once the session is over."""
    leaf = playing.state.leaf
    return leaf.phase if leaf is not None and not playing.over else ""


def _actions(playing: Playing) -> list[Action]:
    """List what was played, slips in their envelope included."""
    return [one.action for one in playing.envelope.inside().played]


def same_as_core(playing: Playing) -> bool:
    """Tell whether the same actions, played without windows, come to the same state."""
    core = api.start(playing.opened.content, playing.session.setup).session
    for one in playing.session.played:
        core.play(one.action)
    return core.state == playing.session.state
