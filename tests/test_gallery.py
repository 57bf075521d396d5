"""The gallery: small pictures of the kits' own pages, and a page that shows every one of them."""

import re
from itertools import islice

import pytest
from docs.gallery.build import HEAVIEST, HERE, Part, Shown, parts, pictures, readme
from PIL import Image

from eclaireurs_play.errors import NotFoundError

WHOLE = 4_000_000
PARTS = tuple(parts())
SHOWN = [one.picture for part in PARTS for one in part.pages]
COMMAND = "eclaireurs print cockpit-strategie --items regles-du-jeu,cartes -o kit.pdf"


def test_pictures_are_light() -> None:
    weights = {one.name: one.stat().st_size for one in HERE.glob("*.png")}
    assert max(weights.values()) <= HEAVIEST
    assert sum(one.stat().st_size for one in HERE.iterdir() if one.is_file()) <= WHOLE


def test_each_picture_is_shown_once_and_is_there() -> None:
    assert len(SHOWN) == len(set(SHOWN))
    assert {f"{name}.png" for name in SHOWN} == {one.name for one in HERE.glob("*.png")}
    linked = re.findall(r"\]\(([^)]+)\)", (HERE / "README.md").read_text(encoding="utf-8"))
    assert linked == [f"{name}.png" for name in SHOWN]


def test_the_page_is_the_one_that_would_be_written() -> None:
    assert (HERE / "README.md").read_text(encoding="utf-8") == readme(PARTS)


def test_every_game_is_shown() -> None:
    games = {one.parent.name for one in (HERE.parents[1] / "decks").glob("*/game.yaml")}
    assert len(PARTS) >= len(games)


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_a_picture_is_a_page_with_a_palette(name: str) -> None:
    with Image.open(HERE / f"{name}.png") as image:
        assert image.mode == "P"
        assert min(image.size) >= 500


def shown(*pages: Shown) -> Part:
    return Part("Le cockpit", COMMAND, "Un kit.", pages)


def test_the_same_command_gives_the_same_bytes() -> None:
    part = shown(Shown("depliant", "Dehors.", "Règles du jeu"), Shown("dos", "Dos.", "Cartes", 2))
    first = dict(pictures(part))
    assert dict(pictures(part)) == first
    assert list(first) == ["depliant.png", "dos.png"]


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        (Shown("x", "Absents.", "Chevalets"), "le kit n'a pas de « Chevalets »"),
        (Shown("x", "Trop loin.", "Règles du jeu", 3), "« Règles du jeu » n'a pas de page 3"),
    ],
)
def test_a_page_that_is_not_there_is_named(page: Shown, sentence: str) -> None:
    with pytest.raises(NotFoundError, match=sentence):
        list(islice(pictures(shown(page)), 1))
