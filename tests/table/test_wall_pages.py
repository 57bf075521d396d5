"""What has no room on the projector is on its next pages: nothing is left out for good."""

import re
from pathlib import Path

import pytest

from eclaireurs_play import api
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.layout.display import Text, walk
from eclaireurs_play.table.brush import Brush, Ui
from eclaireurs_play.table.palette import palette
from eclaireurs_play.table.scene import Scaled, Scene, words
from eclaireurs_play.table.wall import Shown, draw_wall
from tests.support import content
from tests.table.hands import LOOK, at_the_table
from tests.table.test_wall_sizes import check
from tests.table.walls import GAMES, SIZE, cards_of, the_end, walls

TWICE = (SIZE[0] / 2, SIZE[1] / 2)
"""The size of the wall with text at 200 %."""

STEP = 5


def pages(name: str, shown: Shown, size: tuple[float, float]) -> list[Scene]:
    """Draw every page of a moment."""
    scenes: list[Scene] = []
    count = 1
    while len(scenes) < count:
        brush = Brush(LOOK, palette(LOOK.theme, strong=False), size, Ui())
        count = draw_wall(brush, shown, cards_of(name), len(scenes))
        scenes.append(brush.scene())
    return scenes


def said(scenes: list[Scene]) -> set[str]:
    """List the words on some frames, but those of cards, of lists' ends, and words cut short."""
    found: set[str] = set()
    for scene in scenes:
        written = walk(one for one in scene.items if not isinstance(one, Scaled))  # type: ignore[arg-type]
        text = " ".join(one.string for one in written if isinstance(one, Text))
        text = re.sub(r"\xad ?", "", text).replace("- ", "-")
        text = re.sub(r"et \d+ autres?|\S*…", "", text)
        found |= set(re.findall(r"[\w’'%€]+", text))
    return found


@pytest.mark.parametrize("name", GAMES)
def test_all_that_is_said_at_100_percent_is_reached_at_200_percent(name: str) -> None:
    frames = [*list(walls(name))[::STEP], the_end(name), the_end(name, revealed=True)]
    for shown in frames:
        small, large = pages(name, shown, SIZE), pages(name, shown, TWICE)
        assert said(small) <= said(large), (shown.phase, said(small) - said(large))


@pytest.mark.parametrize("size", [SIZE, TWICE])
def test_every_page_is_read_from_the_back_of_a_room(size: tuple[float, float]) -> None:
    for shown in list(walls("cantine-secheresse"))[:: STEP * 2]:
        for scene in pages("cantine-secheresse", shown, size):
            check(scene)


def test_a_list_too_long_is_whole_over_its_pages() -> None:
    """Objections beyond the seventh were only counted."""
    longest = max(
        walls("cantine-secheresse"), key=lambda one: len(pages("cantine-secheresse", one, SIZE))
    )
    scenes = pages("cantine-secheresse", longest, SIZE)
    assert len(scenes) > 1
    assert "page 1 / " in words(scenes[0])
    assert said(scenes[1:]) - said(scenes[:1])


def test_pages_are_turned_from_the_desk_and_begin_again(tmp_path: Path) -> None:
    hands = at_the_table(tmp_path, api.start(content("salle"), Setup(3)))
    hands.press("form:option:oui")
    hands.type("Un mot " * 300)
    hands.press("make")
    hands.look()
    assert hands.desk.hit("page")
    first = words(hands.wall)
    hands.press("page")
    assert "page 2 / " in words(hands.wall)
    hands.key("f3")
    while "page 1 / " not in words(hands.wall):
        hands.key("f3")
    assert words(hands.wall) == first
    hands.key("f3")
    hands.press("undo")
    assert "page" not in words(hands.wall)
