"""Display lists of a few frames of the projector; `pytest --regenerate` writes them anew.

They come from the game of the tests alone: texts of other games may change freely.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from eclaireurs_play.layout.display import Page, describe
from eclaireurs_play.table.scene import flat
from eclaireurs_play.table.wall import Shown
from eclaireurs_play.table.wall.announce import announce
from eclaireurs_play.table.wall.choosing import choosing
from eclaireurs_play.table.wall.news import fallen
from eclaireurs_play.table.wall.objections import objections
from tests.table.walls import SIZE, frame, the_end, walls

GOLDENS = Path(__file__).parent / "frames"


def first(phase: str, holds: Callable[[Shown], object] = lambda shown: shown.made) -> Shown:
    """Give the first moment of a phase that holds something."""
    found = (one for one in walls("salle") if one.leaf is not None and one.leaf.phase == phase)
    return next(one for one in found if holds(one))


FRAMES: dict[str, Callable[[], Shown]] = {
    "options": lambda: first("approbation", lambda one: choosing(one) and one.begun),
    "resultat": lambda: first("points", announce),
    "nouvelle": lambda: first("nouvelle", fallen),
    "versions": lambda: first("retouches", lambda one: len(one.made) > 1),
    "objections": lambda: first("accord", objections),
    "grille": lambda: first("pistes", lambda one: len(one.made) > 2),
    "charte": lambda: first("regles"),
    "places": lambda: first("encore"),
    "fin": lambda: the_end("salle"),
    "fin-devoilee": lambda: the_end("salle", revealed=True),
}


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("name", FRAMES)
def test_frames_are_those_that_were_looked_at(name: str, scale: int, *, regenerate: bool) -> None:
    scene = frame("salle", FRAMES[name](), (SIZE[0] / scale, SIZE[1] / scale))
    told = describe(Page(scene.width, scene.height, tuple(flat(scene.items)), name))
    path = GOLDENS / f"{name}-{scale}00.txt"
    if regenerate:
        path.parent.mkdir(exist_ok=True)
        path.write_text(told, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == told
