"""What fits is tried once; whatever a trial depends on, when it changes, is tried again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from eclaireurs_play.checks import check_library, fit, remembered
from eclaireurs_play.content.loader import load_game
from eclaireurs_play.errors import Diagnostic
from tests.checks.test_fit import CARDS, ENDLESS, GAME, printable
from tests.content.mini_library import MiniLibrary

__all__ = ["printable"]

Tried = list[str]


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> Tried:
    """Note the games whose paper is tried."""
    games: Tried = []
    of_game = fit.of_game

    def noted(*given: object) -> Iterator[Diagnostic]:
        games.append(given[0].game.id)  # type: ignore[attr-defined]
        return of_game(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(fit, "of_game", noted)
    return games


def test_what_fitted_is_not_tried_again(printable: MiniLibrary, tried: Tried) -> None:
    assert check_library(printable.root) == check_library(printable.root) == ()
    assert tried == ["petit-jeu"]


CHANGES = [
    (CARDS, "Qui l'entendra ?", "Qui l'entendra donc ?"),
    (GAME, "title: Le petit jeu", "title: Un petit jeu"),
    ("print/kits/petit-jeu.yaml", "Les chevalets", "Les tentes"),
]


@pytest.mark.parametrize(("file", "old", "new"), CHANGES)
def test_what_changed_is_tried_again(
    printable: MiniLibrary, tried: Tried, file: str, old: str, new: str
) -> None:
    check_library(printable.root)
    printable.change(file, old, new)
    check_library(printable.root)
    assert len(tried) == 2


def test_so_is_a_file_beside_the_deck(printable: MiniLibrary, tried: Tried) -> None:
    for picture in (b"one", b"other"):
        printable.write("decks/petit-jeu/images/plan.png", picture)
        check_library(printable.root)
        check_library(printable.root)
    assert len(tried) == 2


def test_so_is_another_font(printable: MiniLibrary, tried: Tried) -> None:
    check_library(printable.root)
    fonts = printable.root / "print" / "fonts"
    shutil.copy(fonts / "Inter-Bold.ttf", fonts / "Inter-Regular.ttf")
    check_library(printable.root)
    assert len(tried) == 2


def test_other_code_tries_again(
    printable: MiniLibrary, tried: Tried, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_library(printable.root)
    monkeypatch.setattr(remembered, "_code", lambda: b"tomorrow")
    check_library(printable.root)
    assert len(tried) == 2


def test_what_does_not_fit_is_told_every_time(printable: MiniLibrary, tried: Tried) -> None:
    printable.change(CARDS, "Qui l'entendra ?", f"Qui {ENDLESS} ?")
    first, second = check_library(printable.root), check_library(printable.root)
    assert first == second != ()
    assert len(tried) == 2


@pytest.mark.parametrize("home", ["a-file", "nowhere/that/can/be"])
def test_without_a_cache_everything_is_tried(
    printable: MiniLibrary, tried: Tried, cache: Path, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    (cache / "a-file").write_text("")
    (cache / "nowhere").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache / home))
    assert check_library(printable.root) == check_library(printable.root) == ()
    assert len(tried) == 2


def test_the_oldest_are_forgotten(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "KEPT", 3)
    for name in "abcde":
        remembered.keep(name)
    assert len(list((cache / "eclaireurs-play" / "fits").iterdir())) == 3
    assert remembered.is_known("e")


def test_a_key_is_that_of_what_was_read(mini: MiniLibrary) -> None:
    game = load_game("petit-jeu", mini.root)
    models = game.models
    assert remembered.key(models, ()) == remembered.key(models, ())
    assert remembered.key(models, ()) != remembered.key(models[1:], ())
    assert len(remembered.key((), ())) == 64


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"XDG_CACHE_HOME": "/c"}, "/c"),
        ("linux", {}, "~/.cache"),
        ("darwin", {}, "~/Library/Caches"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local"),
        ("win32", {}, "~/AppData/Local"),
    ],
)
def test_each_system_has_its_place(platform: str, environment: dict[str, str], folder: str) -> None:
    expected = Path(folder).expanduser() / "eclaireurs-play" / "fits"
    assert remembered._folder(environment, platform) == expected
