"""Things dragged at the desk by real mouse events: to a zone, on the square, in an order."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import Place, Rank, Rate
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.table.forms.choosing import OrderForm
from eclaireurs_play.table.offers import Offers
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.table.program import Table
from eclaireurs_play.table.scene import words
from eclaireurs_play.table.windows import Windows
from tests.support import content
from tests.table.hands import LOOK

SIZE = (1600, 1000)
Point = tuple[float, float]


class Mouse:
    """A hand on the mouse of the desk; places are named, points are in mm."""

    def __init__(self, windows: Windows) -> None:
        self.windows = windows
        windows.draw()

    @property
    def playing(self) -> Playing:
        assert self.windows.table.playing
        return self.windows.table.playing

    def middle(self, name: str) -> Point:
        self.windows.draw()
        hit = self.windows.table.frame("desk").scene.hit(name)
        assert hit is not None, name
        return hit.box.x + hit.box.width / 2, hit.box.y + hit.box.height / 2

    def box(self, name: str) -> tuple[float, float, float, float]:
        hit = self.windows.table.frame("desk").scene.hit(name)
        assert hit is not None, name
        return hit.box.x, hit.box.y, hit.box.width, hit.box.height

    def down(self, at: Point) -> None:
        self._post(pygame.MOUSEBUTTONDOWN, pos=self._pixels(at), button=1)

    def move(self, at: Point) -> None:
        self._post(pygame.MOUSEMOTION, pos=self._pixels(at), rel=(0, 0), buttons=(1, 0, 0))

    def up(self, at: Point) -> None:
        self._post(pygame.MOUSEBUTTONUP, pos=self._pixels(at), button=1)

    def drag(self, start: Point, end: Point) -> None:
        self.down(start)
        self.move(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2))
        self.move(end)
        self.up(end)

    def key(self, code: int) -> None:
        self._post(pygame.KEYDOWN, key=code, mod=0)

    def lose_focus(self) -> None:
        self._post(pygame.WINDOWFOCUSLOST)

    def told(self) -> str:
        self.windows.draw()
        return words(self.windows.table.frame("desk").scene)

    def _pixels(self, at: Point) -> tuple[int, int]:
        scale = self.windows.panes[0].scale
        return round(at[0] * scale), round(at[1] * scale)

    def _post(self, kind: int, **what: object) -> None:
        pygame.event.post(pygame.Event(kind, window=self.windows.panes[0].window, **what))
        self.windows.turn()
        self.windows.draw()


def at_a(name: str, do: str, folder: Path, *, beside: int = 1) -> Table:
    """Sit at a table where one seat is asked so many gestures of a kind."""
    everyone = api.with_everyone(Setup(3), content(name))
    source = api.start(content(name), everyone).session
    session = api.start(content(name), Setup(3, seats=everyone.seats)).session
    for action in autoplay(source):
        asked = [one for one in Offers(session.rules, session.state).needed if one.ask.do == do]
        mine = [one for one in asked if one.actor == asked[0].actor]
        if len(mine) >= beside:
            break
        session.play(action)
    table = Table(LOOK, folder)
    table.open(api.Opened(content(name), session, ()))
    assert table.playing
    table.playing.choose(mine[0])
    return table


@pytest.fixture
def mouse(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Mouse]:
    name, do, beside = request.param
    windows = Windows.open(at_a(name, do, tmp_path, beside=beside), SIZE, both=False)
    pygame.event.get()
    yield Mouse(windows)
    windows.close()
    pygame.display.quit()


ZONES = pytest.mark.parametrize("mouse", [("cantine-locale", "place", 2)], indirect=True)
SQUARE = pytest.mark.parametrize("mouse", [("cantine-locale", "rate", 1)], indirect=True)
ORDER = pytest.mark.parametrize("mouse", [("une-region-choisit", "rank", 1)], indirect=True)


def item(mouse: Mouse) -> str:
    hits = mouse.windows.table.frame("desk").scene.hits
    return next(one.name for one in hits if one.name.startswith("form:item:"))


def zones(mouse: Mouse) -> list[str]:
    hits = mouse.windows.table.frame("desk").scene.hits
    return [one.name for one in hits if one.name.startswith("zone:")]


@ZONES
def test_a_card_is_dragged_to_a_zone(mouse: Mouse) -> None:
    card, (_first, second, *_others) = item(mouse), zones(mouse)
    mouse.drag(mouse.middle(card), mouse.middle(second))
    gesture = mouse.playing.session.played[-1].action.gesture
    assert isinstance(gesture, Place)
    assert (f"form:item:{gesture.item}", f"zone:{gesture.about}") == (card, second)


@ZONES
def test_a_card_released_outside_goes_back(mouse: Mouse) -> None:
    before, card = mouse.playing.state, item(mouse)
    for place in ((-40.0, -30.0), (2.0, 2.0), (5000.0, 5000.0)):
        mouse.drag(mouse.middle(card), place)
        assert mouse.playing.state is before
    mouse.drag(mouse.middle(card), mouse.middle("undo"))
    assert mouse.playing.state is before


@ZONES
@pytest.mark.parametrize("how", ["escape", "focus"])
def test_a_drag_given_up_midway_changes_nothing(mouse: Mouse, how: str) -> None:
    before, card, zone = mouse.playing.state, item(mouse), zones(mouse)[1]
    start, end = mouse.middle(card), mouse.middle(zone)
    mouse.down(start)
    mouse.move(end)
    assert mouse.windows.table.frame("desk").carrying
    mouse.key(pygame.K_ESCAPE) if how == "escape" else mouse.lose_focus()
    assert not mouse.windows.table.frame("desk").carrying
    mouse.up(end)
    assert mouse.playing.state is before
    assert mouse.windows.table.frame("desk").ui.carried == ""


@ZONES
def test_a_mere_press_lays_the_card_in_the_zone_chosen(mouse: Mouse) -> None:
    start = mouse.middle(item(mouse))
    mouse.down(start)
    mouse.move((start[0] + 0.5, start[1]))
    mouse.up(start)
    assert isinstance(mouse.playing.session.played[-1].action.gesture, Place)


@ZONES
def test_what_is_carried_is_drawn_under_the_mouse(mouse: Mouse) -> None:
    start, end = mouse.middle(item(mouse)), mouse.middle(zones(mouse)[1])
    label = mouse.windows.table.frame("desk").scene.hit(item(mouse))
    assert label is not None
    before = mouse.told().count(label.label.replace("'", "’")[:12])
    mouse.down(start)
    mouse.move(end)
    assert mouse.told().count(label.label.replace("'", "’")[:12]) == before + 1


@SQUARE
def test_both_marks_are_given_by_one_drag(mouse: Mouse) -> None:
    x, y, wide, tall = mouse.box("form:square")
    mouse.drag(mouse.middle("form:disc"), (x + wide * 0.9, y + tall * 0.7))
    mouse.drag(mouse.middle("make"), mouse.middle("make"))
    gesture = mouse.playing.session.played[-1].action.gesture
    assert isinstance(gesture, Rate)
    assert list(gesture.values.values()) == [5.0, 2.0]


@SQUARE
def test_a_press_on_the_square_does_it_too_and_a_drag_outside_nothing(mouse: Mouse) -> None:
    x, y, wide, tall = mouse.box("form:square")
    mouse.drag((x + wide * 0.1, y + tall * 0.1), (x + wide * 0.1, y + tall * 0.1))
    form = mouse.playing.form
    assert form is not None
    held = form.gesture()
    assert isinstance(held, Rate)
    assert list(held.values.values()) == [1.0, 5.0]
    mouse.drag(mouse.middle("form:disc"), (x - 60, y))
    assert form.gesture() == held
    mouse.down(mouse.middle("form:disc"))
    mouse.move((x + wide * 0.9, y + tall * 0.9))
    mouse.key(pygame.K_ESCAPE)
    mouse.up((x + wide * 0.9, y + tall * 0.9))
    assert form.gesture() == held


@ORDER
def test_an_order_is_made_by_drags(mouse: Mouse) -> None:
    form = mouse.playing.form
    assert isinstance(form, OrderForm)
    names = list(form.domain.items)
    for name in names:
        at = mouse.middle(f"form:rank:{name}")
        mouse.drag(at, at)
    assert form.order == [[one] for one in names]
    mouse.drag(mouse.middle(f"form:row:{names[-1]}"), mouse.middle(f"form:row:{names[0]}"))
    assert form.order[0] == [names[-1]]
    mouse.drag(mouse.middle(f"form:row:{names[-1]}"), mouse.middle(f"form:row:{names[-2]}"))
    assert form.order == [[one] for one in names]
    mouse.drag(mouse.middle(f"form:row:{names[0]}"), (-10.0, 10.0))
    assert form.order == [[one] for one in names]
    assert isinstance(form.gesture(), Rank)
