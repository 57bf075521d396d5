"""The map of impacts on the projector: what people placed, as on paper and in the synthesis."""

from dataclasses import replace
from pathlib import Path

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import Rate
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.layout.display import Path as Shape
from eclaireurs_play.layout.display import Text
from eclaireurs_play.play.notation import read_typed
from eclaireurs_play.synthesis.impacts import spots_of
from eclaireurs_play.synthesis.reading import everything, latest_ratings, read
from eclaireurs_play.table.scene import words
from eclaireurs_play.table.wall import Shown
from eclaireurs_play.table.wall.impacts import atlas, impacts, mapped, whole
from tests.support import REPOSITORY, content
from tests.table.hands import at_the_table
from tests.table.test_wall_sizes import check
from tests.table.walls import frame, the_end, walls

GAME = "zone-logistique"
SCRIPT = REPOSITORY / "scenarios" / "jeu-des-impacts" / f"{GAME}.seance.txt"


def spots(shown: Shown) -> set[tuple[str, ...]]:
    axes = shown.rules.game.map
    assert axes is not None
    return set(atlas(shown, axes).spots)


def test_the_map_is_that_of_the_synthesis() -> None:
    end = the_end(GAME)
    axes = end.rules.game.map
    assert axes is not None
    reading = read(end.rules, end.state, "public")
    assert spots(end) == set(spots_of(axes, latest_ratings(everything(reading))))
    assert spots(end)


def test_each_rating_shows_the_map_with_its_card_and_who_rated_it() -> None:
    rated = [one for one in walls(GAME) if impacts(one)]
    assert rated
    for shown in rated[::4]:
        last = shown.made[-1]
        assert isinstance(last.gesture, Rate)
        told = words(frame(GAME, shown))
        assert f"{last.gesture.about} · " in told
        assert "Le quartier" in told


def test_a_mark_stands_for_each_place_of_a_card() -> None:
    shown = replace(the_end(GAME), mapped=True)
    scene = frame(GAME, shown)
    check(scene)
    placed = [one for one in spots(shown) if one[0] and one[1]]
    codes = [one.string for one in scene.items if isinstance(one, Text)]
    for card in {one[4] for one in placed}:
        assert card in codes
    signed = [one for one in placed if one[2]]
    legend = len(shown.rules.game.ratings["sens"].one_of or {})
    assert len([one for one in scene.items if isinstance(one, Shape)]) == len(signed) + legend


def test_it_is_recalled_as_the_next_phase_begins_and_never_before_a_rating() -> None:
    assert any(mapped(one) for one in walls(GAME))
    first = next(iter(walls(GAME)))
    assert whole(first) is None
    assert "La carte des impacts" not in words(frame(GAME, replace(first, mapped=True)))


def test_games_without_axes_have_no_map() -> None:
    assert not any(impacts(one) or mapped(one) for one in walls("cantine-locale"))


def test_the_desk_shows_it_alone_and_takes_it_away(tmp_path: Path) -> None:
    opened = api.start(content(GAME), Setup(3, in_hand=True))
    session = opened.session
    for line in SCRIPT.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            session.play_all(read_typed(line.partition(" # ")[0], session.rules, session.state))
        if session.played and isinstance(session.played[-1].action.gesture, Rate):
            break
    hands = at_the_table(tmp_path, opened)
    hands.look()
    hands.press("map")
    assert "La carte des impacts" in words(hands.wall)
    hands.press("map")
    assert "La carte des impacts" not in words(hands.wall)
    assert "Jusqu" not in words(hands.wall)


def test_the_end_shows_it_when_it_is_asked_for(tmp_path: Path) -> None:
    opened = api.start(content(GAME), api.with_everyone(Setup(3), content(GAME)))
    hands = at_the_table(tmp_path, opened)
    hands.look()
    hands.press("end:map")
    assert "La carte des impacts" in words(hands.wall)
