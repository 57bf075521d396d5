"""What is typed in a hurry: every card made on the spot is drawn, and no frame stops a session."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from eclaireurs_play import api
from eclaireurs_play.engine.improvised import MARK
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.layout.display import Text
from eclaireurs_play.layout.typography import SOFT, french
from eclaireurs_play.model.deck import Card
from eclaireurs_play.table import program
from eclaireurs_play.table.cards import Cards
from eclaireurs_play.table.painter import Painter
from eclaireurs_play.table.program import Table
from eclaireurs_play.table.scene import Scene, flat, words
from eclaireurs_play.table.windows import Windows
from tests.layout.test_rough import NASTY, TEXTS
from tests.support import FIXTURES, content
from tests.table.hands import LOOK

CARDS = Cards(content("cantine-locale"), LOOK)
FAMILY = next(iter(CARDS.content.content.cards.values())).family
PRICES = "Les prix : " + ", ".join(f"{one} {one}00" for one in range(110, 120)) + " euros"
TITLE = "Un repas à un euro pour toutes les familles de la commune !!"
TEXT = "La commune baisse le prix des repas, et chaque famille reçoit une lettre. " * 5
QUESTION = "Qui paie la différence, et pendant combien de temps la commune tient-elle ? " * 3
NUMBERS = " ".join(map(str, range(101, 128)))


def made(title: str, text: str) -> Card:
    return Card.model_construct(
        id="EF-X1", family=FAMILY, title=title or "…", text=text or "…", themes=(), fields={},
        source=MARK,
    )  # fmt: skip


def shown(card: Card) -> str:
    """Read the face of a card made on the spot, as the projector draws it."""
    CARDS._made_here["EF-X1"] = card
    CARDS._faces.pop("EF-X1", None)
    face = CARDS.face("EF-X1", 0, 0, 200)
    assert face is not None
    CARDS.preview(card, 0, 0, 100)
    return " ".join(one.string for one in flat((face,)) if isinstance(one, Text))


@pytest.mark.parametrize("text", [*NASTY, PRICES])
def test_a_card_of_any_words_is_drawn(text: str) -> None:
    shown(made("Un titre", text))
    shown(made(text.replace("\n", " "), text))


@given(TEXTS, TEXTS)
def test_a_card_of_any_letters_is_drawn(title: str, text: str) -> None:
    shown(made(title[:60], text[:480]))


def test_a_card_as_long_as_it_may_be_is_shown_whole() -> None:
    assert (len(TITLE), len(TEXT[:320]), len(QUESTION[:160])) == (60, 320, 160)
    text = f"{TEXT[:320].strip()} {QUESTION[:160].strip()}"
    seen = shown(made(TITLE, text)).replace(f"{SOFT} ", "").replace("- ", "-")
    assert french(TITLE) in seen
    assert french(text) in seen


def test_an_emoji_on_a_card_is_named() -> None:
    seen = shown(made("Du bio 🥕", "Le camion 🚚 part à midi."))
    assert "[carotte]" in seen
    assert "[camion]" in seen
    assert "□" not in seen


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[Windows]:
    """Open both windows on a session where someone speaks."""
    table = Table(LOOK, tmp_path, FIXTURES)
    path = tmp_path / "salle-1.jsonl"
    table.open(api.start(content("salle"), Setup(3), path), path)
    opened = Windows.open(table, (1280, 720), both=True)
    opened.draw()
    pygame.event.get()
    press(opened, "form:option:oui")
    yield opened
    opened.close()
    pygame.display.quit()


def post(windows: Windows, kind: int, **what: object) -> None:
    pygame.event.post(pygame.Event(kind, window=windows.panes[0].window, **what))
    windows.turn()
    windows.draw()


def press(windows: Windows, name: str) -> None:
    hit = windows.table.frame("desk").scene.hit(name)
    assert hit is not None, name
    scale = windows.panes[0].scale
    at = round((hit.box.x + 2) * scale), round((hit.box.y + 2) * scale)
    post(windows, pygame.MOUSEBUTTONDOWN, pos=at, button=1)
    post(windows, pygame.MOUSEBUTTONUP, pos=at, button=1)


def pixels(windows: Windows, at: int) -> bytes:
    return pygame.image.tobytes(windows.panes[at].window.get_surface(), "RGB")


def desk(windows: Windows) -> str:
    return words(windows.table.frame("desk").scene).replace("’", "'")


def played(windows: Windows) -> int:
    assert windows.table.playing
    return len(windows.table.playing.session.played)


@pytest.mark.parametrize("text", [*filter(str.strip, NASTY), PRICES, NUMBERS])
def test_words_typed_on_a_real_evening_are_said_by_real_windows(
    windows: Windows, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows.table.clipboard, "get", lambda: text)
    post(windows, pygame.KEYDOWN, key=pygame.K_v, mod=pygame.KMOD_CTRL)
    press(windows, "make")
    assert not any(pane.failed for pane in windows.panes)


def spoil(monkeypatch: pytest.MonkeyPatch, draw: str) -> None:
    def stumbles(*_what: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(program, draw, stumbles)


def test_a_wall_that_can_t_be_drawn_keeps_its_frame_and_the_desk_says_so_once(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, path = pixels(windows, 1), windows.table.playing and windows.table.playing.journal
    assert path
    with monkeypatch.context() as spoilt:
        spoil(spoilt, "draw_wall")
        kept = path.read_bytes()
        post(windows, pygame.TEXTINPUT, text="Bonjour")
        assert "Le projecteur garde sa dernière image" in desk(windows)
        assert path.read_bytes() == kept
        press(windows, "make")
        assert played(windows) == 2
        assert pixels(windows, 1) == before
        assert "Le projecteur garde" not in desk(windows)
    post(windows, pygame.KEYDOWN, key=pygame.K_F3, mod=0)
    assert not windows.panes[1].failed
    assert pixels(windows, 1) != before
    assert api.replay(path, FIXTURES).session.state == windows.table.playing.session.state  # type: ignore[union-attr]


def test_a_desk_that_can_t_be_drawn_says_so_over_its_last_frame_and_can_be_undone(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pixels(windows, 0)
    with monkeypatch.context() as spoilt:
        spoil(spoilt, "draw_desk")
        post(windows, pygame.TEXTINPUT, text="a")
        here = pixels(windows, 0)
        assert here != before
        assert here[: len(here) // 2] == before[: len(before) // 2]
        post(windows, pygame.KEYDOWN, key=pygame.K_z, mod=pygame.KMOD_CTRL)
    post(windows, pygame.KEYDOWN, key=pygame.K_F6, mod=0)
    assert not windows.panes[0].failed
    assert windows.panes[0].shown is windows.panes[0].kept


def test_a_first_frame_that_can_t_be_drawn_is_a_plain_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    paint = Painter.paint

    def painting(painter: Painter, scene: Scene, surface: pygame.Surface) -> None:
        painted.append(words(scene))
        paint(painter, scene, surface)

    monkeypatch.setattr(Painter, "paint", painting)
    spoil(monkeypatch, "draw_welcome")
    opened = Windows.open(Table(LOOK, tmp_path, FIXTURES), (1280, 720), both=True)
    opened.draw()
    assert any("L’image arrive" in one for one in painted)
    assert "Le projecteur garde" in desk(opened)
    opened.close()
    pygame.display.quit()
