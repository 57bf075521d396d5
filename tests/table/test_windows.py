"""Real windows and real events, on a driver without a screen."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from eclaireurs_play.table.painter import Painter
from eclaireurs_play.table.palette import Preferences
from eclaireurs_play.table.program import Table
from eclaireurs_play.table.scene import Scaled, Scene
from eclaireurs_play.table.windows import Windows
from tests.support import FIXTURES
from tests.table.hands import LOOK

SIZE = (1280, 720)


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[Windows]:
    opened = Windows.open(Table(LOOK, tmp_path, FIXTURES, seed=3), SIZE, both=True)
    opened.draw()
    pygame.event.get()
    yield opened
    opened.close()
    pygame.display.quit()


def click(windows: Windows, name: str, size: tuple[int, int] = SIZE) -> None:
    """Press a place of the desk with the mouse."""
    pane = windows.panes[0]
    scene = windows.table.scene("desk", size[0] / pane.scale, size[1] / pane.scale)
    hit = scene.hit(name)
    assert hit is not None, name
    x = round((hit.box.x + hit.box.width / 2) * pane.scale)
    y = round((hit.box.y + hit.box.height / 2) * pane.scale)
    post(windows, pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1)
    post(windows, pygame.MOUSEBUTTONUP, pos=(x, y), button=1)


def post(windows: Windows, kind: int, **what: object) -> None:
    pygame.event.post(pygame.Event(kind, window=windows.panes[0].window, **what))
    for event in pygame.event.get():
        windows.handle(event)
    windows.draw()


def key(windows: Windows, code: int, mod: int = 0) -> None:
    post(windows, pygame.KEYDOWN, key=code, mod=mod)


def pixels(windows: Windows, at: int) -> str:
    surface = windows.panes[at].window.get_surface()
    return sha256(pygame.image.tobytes(surface, "RGB")).hexdigest()


def test_a_session_begins_and_words_are_typed(windows: Windows) -> None:
    click(windows, "scenario:salle")
    click(windows, "start")
    click(windows, "form:option:oui")
    for letter in "Ça chauffe":
        post(windows, pygame.TEXTINPUT, text=letter)
    key(windows, pygame.K_RETURN)
    assert windows.table.playing
    (_choice, said) = windows.table.playing.session.played
    assert said.action.gesture.text == "Ça chauffe"  # type: ignore[union-attr]


def test_copy_and_paste_go_through_the_clipboard(windows: Windows) -> None:
    click(windows, "scenario:salle")
    click(windows, "start")
    click(windows, "form:option:oui")
    post(windows, pygame.TEXTINPUT, text="écho ")
    key(windows, pygame.K_a, pygame.KMOD_CTRL)
    key(windows, pygame.K_c, pygame.KMOD_CTRL)
    key(windows, pygame.K_v, pygame.KMOD_CTRL)
    key(windows, pygame.K_v, pygame.KMOD_CTRL)
    editor = windows.table.editor("desk")
    assert editor
    assert editor.text == "écho écho "


def test_nothing_is_drawn_when_nothing_changed(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[object] = []
    monkeypatch.setattr(Painter, "paint", lambda *_what: painted.append(_what))
    windows.draw()
    assert painted == []
    key(windows, pygame.K_F6)
    assert len(painted) == len(windows.panes)


def test_the_same_frame_has_the_same_pixels(windows: Windows, tmp_path: Path) -> None:
    click(windows, "scenario:salle")
    first = pixels(windows, 0)
    click(windows, "scenario:salle")
    assert pixels(windows, 0) == first
    windows.picture("wall", tmp_path / "wall.png")
    assert (tmp_path / "wall.png").stat().st_size > 1000


def test_closing_the_projector_leaves_the_desk(windows: Windows) -> None:
    pygame.event.post(pygame.Event(pygame.WINDOWCLOSE, window=windows.panes[1].window))
    for event in pygame.event.get():
        windows.handle(event)
    assert not windows.over
    assert [one.shows for one in windows.panes] == ["desk"]
    key(windows, pygame.K_F2)
    assert [one.shows for one in windows.panes] == ["wall"]
    key(windows, pygame.K_F2)
    assert [one.shows for one in windows.panes] == ["desk"]
    post(windows, pygame.WINDOWCLOSE)
    assert windows.over


def test_a_window_of_another_size_is_drawn_anew(windows: Windows) -> None:
    before = pixels(windows, 0)
    windows.panes[0].window.size = (1000, 700)
    windows.turn()
    windows.draw()
    assert windows.panes[0].size == (1000, 700)
    assert pixels(windows, 0) != before
    click(windows, "scenario:salle", (1000, 700))
    assert windows.table.starting.chosen == "salle"


def test_a_card_moves_for_a_moment_unless_motion_is_off(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr("eclaireurs_play.table.windows.monotonic", lambda: now[0])
    pane = windows.panes[1]
    first, then = scene(10.0), scene(200.0)
    assert pane.follow(first, now[0], motion=True) is first
    assert pane.follow(then, now[0], motion=True) is not then
    assert pane.moving
    pane.drawn = (windows.table.changes, windows.table.preferences, pane.shows, pane.size)
    windows.draw()
    now[0] = 0.3
    windows.draw()
    assert not pane.moving
    assert pane.follow(first, now[0], motion=False) is first
    assert not pane.moving


def scene(x: float) -> Scene:
    return Scene(480, 270, "#ffffff", (Scaled((), x, 10, 1, 63, 88, "EF-01"),))


def test_time_up_is_heard_without_a_word_where_there_is_no_sound(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "nothing-of-the-sort")
    windows.table.ringing = True
    windows.table.preferences = Preferences(sound=True)
    windows.turn()
    assert not windows.over
