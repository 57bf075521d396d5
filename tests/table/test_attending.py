"""The sheet of who is there, at the desk: by mouse, by keyboard, and what the projector tells."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eclaireurs_play import api
from eclaireurs_play.engine.attendance import holding
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Seat
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.layout.display import Text
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.table.scene import Drawn, Scene
from eclaireurs_play.table.wall.seats import told_of
from eclaireurs_play.testing import play_until
from tests.engine.playing import say
from tests.support import EVERYTHING, content
from tests.table.hands import Hands, at_the_table
from tests.table.test_script import no_screen, played

__all__ = ["no_screen"]

SCRIPT = Path(__file__).with_name("attendance.yaml")


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    setup = Setup(seats=("gardienne", "musicien"), people={"gardienne": ("Léa",)})
    return at_the_table(tmp_path, api.start(content(EVERYTHING), setup))


def playing(hands: Hands) -> Playing:
    found = hands.table.playing
    assert found is not None
    return found


def words(scene: Scene) -> str:
    """Give all the words of a scene, panels included."""
    return " ".join(_strings(scene.items))


def _strings(items: tuple[Drawn, ...]) -> Iterator[str]:
    for one in items:
        if isinstance(one, Text):
            yield one.string
        else:
            yield from _strings(getattr(one, "items", ()))


def held(hands: Hands, seat: str) -> tuple[str, tuple[str, ...]]:
    """Say who holds a seat."""
    state = playing(hands).state
    return holding(state, seat), state.seats[seat].people if seat in state.seats else ()


def test_someone_arrives_by_mouse(hands: Hands) -> None:
    hands.press("attend")
    assert "pas en jeu" in words(hands.desk)
    hands.press("attend:arrive:voisin")
    hands.type("Omar et Zoé")
    hands.press("attend:yes")
    assert held(hands, "voisin") == ("people", ("Omar", "Zoé"))
    assert "Omar et Zoé" in words(hands.desk)
    assert "feuille" in playing(hands).message
    hands.press("attend:close")
    assert playing(hands).attending is None
    assert hands.desk.hit("sheet:voisin")


def test_everything_is_done_with_keys(hands: Hands) -> None:
    hands.key("f4")
    for _ in range(200):
        hands.key("tab")
        if hands.table.focus("desk") == "attend:share:gardienne":
            break
    hands.key("return")
    assert hands.table.focus("desk") == "attend:names"
    hands.type("Omar")
    hands.key("return")
    assert held(hands, "gardienne") == ("people", ("Léa", "Omar"))
    hands.key("f4")
    assert playing(hands).attending is None


def test_one_of_two_leaves_then_the_other(hands: Hands) -> None:
    hands.press("attend")
    hands.press("attend:share:gardienne")
    hands.type("Omar")
    hands.press("attend:yes")
    hands.press("attend:leave:gardienne")
    hands.press("attend:goes:Léa")
    assert held(hands, "gardienne") == ("people", ("Omar",))
    hands.press("attend:leave:gardienne")
    assert "ne se joue pas sans" in words(hands.desk)
    hands.type("un train")
    hands.press("attend:yes")
    assert held(hands, "gardienne") == ("empty", ())
    assert playing(hands).state.handovers[-1].reason == "un train"
    hands.press("undo")
    assert held(hands, "gardienne") == ("people", ("Omar",))


def test_a_seat_handed_to_the_program_plays_at_once_and_is_taken_back(hands: Hands) -> None:
    session = playing(hands).session
    play_until(session, "encore")
    hands.look()
    hands.press("attend")
    hands.press("attend:simulate:gardienne")
    assert held(hands, "gardienne") == ("simulated", ())
    assert session.played[-1].action.by == "gardienne"
    hands.press("attend:arrive:gardienne")
    hands.press("attend:yes")
    assert held(hands, "gardienne") == ("people", ())


def test_nothing_changes_when_one_changes_one_s_mind(hands: Hands) -> None:
    before = playing(hands).state
    hands.press("attend")
    hands.press("attend:replace:musicien")
    hands.type("Zoé")
    hands.press("attend:no")
    hands.press("attend:close")
    assert playing(hands).state is before


def test_the_projector_tells_who_is_there(hands: Hands) -> None:
    assert "Gardienne (Léa)" in words(hands.wall)
    hands.press("attend")
    hands.press("attend:leave:musicien")
    hands.press("attend:yes")
    assert "Musicien (place vide)" in words(hands.wall)


def test_behind_pseudonyms_nobody_is_said_to_come_or_go_but_whom_everyone_knows(
    tmp_path: Path,
) -> None:
    hands = at_the_table(tmp_path, api.start(content("bouton-bruit"), Setup(seed=1)))
    hands.press("attend")
    changes = {one.name for one in hands.desk.hits if one.name.count(":") == 2}
    assert {one for one in changes if one.startswith("attend:")} == {
        "attend:leave:porteur", "attend:simulate:porteur"}  # fmt: skip
    assert "tire un papier resté dans le chapeau" in words(hands.desk)
    hands.press("attend:leave:porteur")
    assert not hands.desk.hit("attend:reason")
    hands.press("attend:yes")
    assert held(hands, "porteur") == ("empty", ())
    hands.press("attend:arrive:porteur")
    assert held(hands, "porteur") == ("people", ())


@pytest.mark.parametrize("name", ["L" * 200, "Z" * 6000])
def test_a_name_too_long_is_said_in_one_sentence_wherever_it_is_typed(
    hands: Hands, name: str
) -> None:
    sentence = "Un nom tient en une ligne, de 80 caractères au plus"
    hands.press("attend")
    hands.press("attend:arrive:voisin")
    hands.type(name)
    hands.press("attend:yes")
    assert playing(hands).message.startswith(sentence)
    hands.table.home()
    hands.table.starting.prepare(content(EVERYTHING), Setup(), seeded=False)
    hands.look()
    hands.fill("name:gardienne", name)
    hands.press("start")
    assert hands.table.playing is None
    assert hands.table.starting.message.startswith(sentence)


def test_whoever_answered_and_left_is_counted_once_on_the_wall(hands: Hands) -> None:
    session = playing(hands).session
    session.play(Action(FACILITATOR, Seat("voisin")))
    play_until(session, "oui-non")
    say(session, "voisin choisit oui-non=oui", "gardienne choisit oui-non=non")
    session.play(Action(FACILITATOR, Seat("voisin", (), "empty")))
    hands.look()
    assert "2 réponses sur 3" in words(hands.wall)
    assert told_of(playing(hands).shown()).startswith("Ont parlé : 2 sur 3")
    for one in ("gardienne", "musicien"):
        session.play(Action(FACILITATOR, Seat(one, (), "empty")))
    assert told_of(playing(hands).shown()).startswith("Ont parlé : 2 sur 2")


def test_several_names_are_typed_on_the_start_screen(hands: Hands) -> None:
    hands.table.home()
    hands.table.starting.prepare(content(EVERYTHING), Setup(), seeded=False)
    hands.look()
    hands.fill("name:gardienne", "Léa et Omar")
    hands.press("start")
    assert held(hands, "gardienne") == ("people", ("Léa", "Omar"))


def test_a_scripted_session_with_an_arrival_a_departure_and_a_replacement() -> None:
    code, output = played("cantine-locale", "--script", str(SCRIPT))
    assert code == 0, output
    assert "finissent dans le même état" in output
