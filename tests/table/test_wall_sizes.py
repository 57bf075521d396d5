"""Every frame of the projector is read from the back of a room, at any size."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from eclaireurs_play.layout.display import Box, Text
from eclaireurs_play.model.print import MM_PER_POINT
from eclaireurs_play.table.scene import Drawn, Scene
from eclaireurs_play.table.wall import LEAST
from tests.table.hands import LOOK
from tests.table.walls import GAMES, SIZE, frame, the_end, walls

STEP = 7
"""One moment in so many is drawn at the sizes that are not ordinary."""


def texts(items: tuple[Drawn, ...]) -> Iterator[tuple[Text, Box]]:
    """Give what is written on a frame, and where; the faces of cards are not the wall's."""
    for one in items:
        if isinstance(one, Text):
            high = one.size * MM_PER_POINT * 0.73
            wide = LOOK.fonts.width(one.font, one.size, one.string)
            yield one, Box(one.x, one.y - high, wide, high)


def check(scene: Scene, *, missing: bool = False) -> None:
    written = list(texts(scene.items))
    for text, box in written:
        assert text.size >= LEAST, text
        assert box.x >= 0, text
        assert box.y >= 0, text
        assert box.x + box.width <= scene.width + 0.5, text
        assert box.y + box.height <= scene.height, text
        assert missing or "□" not in text.string
    for (one, a), (other, b) in combinations(written, 2):
        aside = a.x + a.width <= b.x + 0.1 or b.x + b.width <= a.x + 0.1
        apart = a.y + a.height <= b.y + 0.1 or b.y + b.height <= a.y + 0.1
        assert aside or apart, (one, other)


@pytest.mark.parametrize("name", GAMES)
def test_words_stay_in_the_frame_and_never_overlap(name: str) -> None:
    for shown in walls(name):
        check(frame(name, shown))
    check(frame(name, the_end(name, revealed=True)))


@pytest.mark.parametrize("scale", [0.8, 1.3, 1.75, 2.0])
@pytest.mark.parametrize("name", GAMES)
def test_at_any_size_of_text(name: str, scale: float) -> None:
    size = (SIZE[0] / scale, SIZE[1] / scale)
    for shown in list(walls(name))[::STEP]:
        check(frame(name, shown, size))
    check(frame(name, the_end(name, revealed=True), size))


@pytest.mark.parametrize("size", [(360.0, 270.0), (640.0, 270.0), (270.0, 360.0)])
@pytest.mark.parametrize("name", ["salle", "cantine-locale"])
def test_on_a_screen_of_another_shape(name: str, size: tuple[float, float]) -> None:
    for shown in list(walls(name))[::STEP]:
        check(frame(name, shown, size))


def test_high_contrast_moves_nothing_and_takes_its_own_colours() -> None:
    for shown in list(walls("cantine-locale"))[::STEP]:
        plain, strong = (frame("cantine-locale", shown, strong=strong) for strong in (False, True))
        places = [(one.x, one.y, one.string) for one, _box in texts(plain.items)]
        assert places == [(one.x, one.y, one.string) for one, _box in texts(strong.items)]
        inks = {one.colour for one, _box in texts(strong.items)}
        assert inks <= {"#000000", "#8a0000", "#ffffff"}
