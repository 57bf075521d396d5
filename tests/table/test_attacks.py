"""What goes wrong on a real evening, by real events: the session goes on, and says so."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from eclaireurs_play import api
from eclaireurs_play.engine.domains import Items
from eclaireurs_play.engine.gestures import Write
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.table.editor import LONGEST, cleaned
from eclaireurs_play.table.offers import Offer
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.table.program import Table
from eclaireurs_play.table.scene import words
from eclaireurs_play.table.windows import Windows
from tests.support import FIXTURES, content
from tests.table.hands import LOOK
from tests.table.test_dragging import at_a

SIZE = (1280, 720)
NOW = [0.0]


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[Windows]:
    """Open both windows on a session that has just begun; its first question is answered."""
    NOW[0] = 0.0
    table = Table(LOOK, tmp_path, FIXTURES, clock=lambda: NOW[0])
    path = tmp_path / "salle-1.jsonl"
    table.open(api.start(content("salle"), Setup(3), path), path)
    opened = Windows.open(table, SIZE, both=True)
    opened.draw()
    pygame.event.get()
    press(opened, "form:option:oui")
    yield opened
    opened.close()
    pygame.display.quit()


def playing(windows: Windows) -> Playing:
    assert windows.table.playing
    return windows.table.playing


def post(windows: Windows, kind: int, pane: int = 0, **what: object) -> None:
    pygame.event.post(pygame.Event(kind, window=windows.panes[pane].window, **what))
    windows.turn()
    windows.draw()


def press(windows: Windows, name: str) -> None:
    hit = windows.table.frame("desk").scene.hit(name)
    assert hit is not None, name
    scale = windows.panes[0].scale
    at = round((hit.box.x + 2) * scale), round((hit.box.y + 2) * scale)
    post(windows, pygame.MOUSEBUTTONDOWN, pos=at, button=1)
    post(windows, pygame.MOUSEBUTTONUP, pos=at, button=1)


def paste(windows: Windows, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows.table.clipboard, "get", lambda: text)
    post(windows, pygame.KEYDOWN, key=pygame.K_v, mod=pygame.KMOD_CTRL)


def desk(windows: Windows) -> str:
    return words(windows.table.frame("desk").scene)


def test_a_laptop_that_slept_goes_on_where_it_was(windows: Windows) -> None:
    playing(windows).countdown.plan(5)
    windows.turn()
    NOW[0] += 1
    windows.turn()
    left = playing(windows).countdown.words()
    NOW[0] += 3 * 3600
    windows.turn()
    assert playing(windows).countdown.words() == left
    assert not windows.table.ringing
    NOW[0] -= 7200
    windows.turn()
    assert playing(windows).countdown.words() == left
    post(windows, pygame.TEXTINPUT, text="Bonjour")
    press(windows, "make")
    assert len(playing(windows).session.played) == 2


def test_a_screen_unplugged_leaves_the_desk_and_may_come_back(windows: Windows) -> None:
    before = playing(windows).state
    for kind in (pygame.WINDOWDISPLAYCHANGED, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN,
                 pygame.WINDOWMOVED, pygame.WINDOWRESTORED, pygame.WINDOWEXPOSED):  # fmt: skip
        post(windows, kind, pane=1)
    post(windows, pygame.WINDOWCLOSE, pane=1)
    assert [one.shows for one in windows.panes] == ["desk"]
    assert not windows.over
    post(windows, pygame.KEYDOWN, key=pygame.K_F10, mod=0)
    assert [one.shows for one in windows.panes] == ["desk", "wall"]
    assert playing(windows).state is before
    post(windows, pygame.KEYDOWN, key=pygame.K_F10, mod=0)
    post(windows, pygame.KEYDOWN, key=pygame.K_F2, mod=0)
    post(windows, pygame.KEYDOWN, key=pygame.K_F10, mod=0)
    assert [one.shows for one in windows.panes] == ["desk", "wall"]


def test_a_window_whose_surface_is_gone_stops_nothing(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_pane: object) -> tuple[int, int]:
        raise pygame.error("display Surface quit")

    with monkeypatch.context() as lost:
        lost.setattr(type(windows.panes[1]), "size", property(gone))
        post(windows, pygame.TEXTINPUT, text="a")
    post(windows, pygame.TEXTINPUT, text="b")
    editor = windows.table.editor("desk")
    assert editor is not None
    assert editor.text == "ab"


def test_a_disk_that_is_full_is_said_and_the_same_press_works_once_there_is_room(
    windows: Windows,
) -> None:
    """The kernel itself refuses to write more: no mock stands between."""
    resource = pytest.importorskip("resource")
    path = playing(windows).journal
    assert path is not None
    kept = path.read_bytes()
    post(windows, pygame.TEXTINPUT, text="Une phrase que le disque refuse")
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(kept) + 40, hard))
    try:
        press(windows, "make")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert len(playing(windows).session.played) == 1
    assert str(path.name) in playing(windows).message
    assert path.read_bytes() == kept
    assert "Une phrase que le disque refuse" in desk(windows)
    press(windows, "make")
    assert len(playing(windows).session.played) == 2
    assert api.replay(path, FIXTURES).session.state == playing(windows).session.state


def test_a_note_of_5000_characters_is_pasted_kept_and_drawn_fast(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = ("Une phrase qui dure, encore et encore. " * 200)[:LONGEST]
    paste(windows, text + "trop", monkeypatch)
    assert "n’ont pas tenu" in desk(windows).replace("'", "’")
    began = perf_counter()
    press(windows, "make")
    assert perf_counter() - began < 3
    gesture = playing(windows).session.played[-1].action.gesture
    assert isinstance(gesture, Write)
    assert gesture.text == text.strip()
    wall = windows.table.frame("wall").scene
    assert "page 1 / " in words(wall)
    pages = playing(windows).leaves.count
    seen = ""
    for _page in range(pages):
        seen += words(windows.table.frame("wall").scene)
        post(windows, pygame.KEYDOWN, key=pygame.K_F3, mod=0)
    assert seen.count("encore et encore") >= gesture.text.count("encore et encore") - 5


def test_rich_text_is_pasted_plain(windows: Windows, monkeypatch: pytest.MonkeyPatch) -> None:
    rich = (
        "\ufeff« Titre »\r\n•\tpuce\u2028e\u0301te\u0301\u200b \u202egauche\u202c\ufffc\x00\x0b fin"
    )
    paste(windows, rich, monkeypatch)
    editor = windows.table.editor("desk")
    assert editor is not None
    assert editor.text == "« Titre »\n• puce\nété gauche fin"
    assert cleaned("a\r\nb\u2029c\x85d", single=True) == "a b c d"


def test_two_hundred_cards_to_lay_are_drawn_and_scrolled(tmp_path: Path) -> None:
    table = at_a("cantine-locale", "place", tmp_path, beside=2)
    assert table.playing
    offer = table.playing.offer
    assert offer is not None
    assert isinstance(offer.ask.domain, Items)
    many = tuple(f"carte-{one}" for one in range(200))
    domain = replace(offer.ask.domain, items=many)
    crowded = Offer(offer.actor, replace(offer.ask, domain=domain), offer.aside)
    found = table.playing.offers
    vars(found)["all"] = tuple(crowded if one == offer else one for one in found.all)
    began = perf_counter()
    scene = table.scene("desk", 320, 180)
    assert perf_counter() - began < 1
    assert sum(one.name.startswith("form:item:") for one in scene.hits) == 200
    panel = next(one for one in scene.scrolls if one.name == "work")
    assert panel.most > 100
