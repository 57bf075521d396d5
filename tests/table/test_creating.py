"""Made on the spot at the desk: by mouse or keys, drawn as it is printed, seen as any other."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import FACILITATOR
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.program import Table
from eclaireurs_play.table.scene import Panel, Scaled, words
from tests.printing.reading import reader
from tests.support import FIXTURES
from tests.table.hands import LOOK, Hands, at_the_table
from tests.table.test_script import no_screen, played

__all__ = ["no_screen"]

SCRIPT = Path(__file__).with_name("improvised.yaml")
CARD = "form:blank:famille:contexte"


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    return at_the_table(tmp_path, api.start("cantine-locale", Setup(seed=3)))


def card(hands: Hands, title: str = "Le quai", text: str = "Qui décharge ?") -> None:
    hands.press(CARD)
    hands.fill("form:blank:titre", title)
    hands.fill("form:blank:texte", text)


def drawn(items: Iterable[object], code: str) -> list[Scaled]:
    found: list[Scaled] = []
    for one in items:
        if isinstance(one, Panel):
            found += drawn(one.items, code)
        elif isinstance(one, Scaled) and one.name.startswith(f"carte {code}"):
            found.append(one)
    return found


def test_a_card_is_made_by_mouse_and_stands_on_the_wall(hands: Hands) -> None:
    hands.press("create")
    card(hands)
    assert drawn(hands.desk.items, "CX-X")
    assert not drawn(hands.wall.items, "CX-X")
    hands.press("create:make")
    assert drawn(hands.wall.items, "CX-X1")
    assert hands.table.playing is not None
    hands.table.playing.zoom = "CX-X1"
    hands.look()
    (alone,) = drawn(hands.wall.items, "CX-X1")
    assert alone.width * alone.scale > 100
    assert hands.desk.hit("create:make") is None


def test_a_card_is_made_by_keys_alone(hands: Hands) -> None:
    hands.key("f5")
    for name, typed in ((CARD, ""), ("form:blank:titre", "Le quai"),
                        ("form:blank:texte", "Qui décharge ?"), ("create:make", "")):  # fmt: skip
        for _turn in range(60):
            if hands.table.focus("desk") == name:
                break
            hands.key("tab")
        assert hands.table.focus("desk") == name
        if typed:
            hands.type(typed)
        else:
            hands.key("return")
    assert hands.table.playing is not None
    assert [one.code for one in hands.table.playing.state.improvised] == ["CX-X1"]


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(hands: Hands) -> None:
    hands.press("create")
    hands.fill("form:blank:titre", "Le quai")
    hands.press("create:make")
    assert hands.table.playing is not None
    assert hands.table.playing.message.startswith("Il manque : famille, texte")
    hands.press("create:no")
    hands.press("create")
    assert "Le quai" in words(hands.desk)
    hands.press("create:imprevu")
    hands.press("create:carte")
    assert "Le quai" in words(hands.desk)
    hands.press(f"actor:{FACILITATOR}")
    assert hands.desk.hit("create:make") is None


def test_where_a_card_may_go_follows_the_phase_while_it_is_written(hands: Hands) -> None:
    hands.press("create")
    card(hands)
    playing = hands.table.playing
    assert playing is not None
    playing.make(FACILITATOR, next(iter(playing.offers.all)).ask.domain.sample("", "", int))
    hands.look()
    assert "Le quai" in words(hands.desk)


@pytest.mark.parametrize(
    "text", ["😀 日本 \u202e", "m" * 320, "long " * 64, "a\nb\tc", "_ :EF: :zut: **"]
)
def test_any_words_make_a_card_that_is_drawn(hands: Hands, text: str) -> None:
    hands.press("create")
    card(hands, "W" * 60, text)
    assert drawn(hands.desk.items, "CX-X")
    assert "Tout ne tient pas sur la carte" in words(hands.desk)
    hands.press("create:make")
    assert drawn(hands.wall.items, "CX-X1")


def test_a_card_on_a_pile_is_on_no_wall_before_it_is_drawn(hands: Hands) -> None:
    hands.press("create")
    card(hands, text="Un secret bien gardé")
    hands.press("form:blank:ou:pile")
    hands.press("create:make")
    assert hands.table.playing is not None
    hands.table.playing.zoom = "CX-X1"
    hands.look()
    assert not drawn(hands.wall.items, "CX-X")
    assert "secret" not in words(hands.wall)
    assert "secret" not in str(hands.table.playing.shown().rules)


def test_a_card_typed_too_long_is_said_as_on_the_sheet(hands: Hands) -> None:
    playing = hands.table.playing
    assert playing is not None
    for text, told in (("Court ?", ""), ("m" * 320, "Tout ne tient pas sur la carte")):
        playing.entry = Editor(single=True)
        playing.entry.write(f"crée carte contexte : Le quai / {text}")
        playing.enter()
        assert playing.message.startswith(told)
        assert bool(playing.message) == bool(told)
    assert len(playing.state.improvised) == 2


def test_news_fills_the_wall_with_what_it_moves(hands: Hands) -> None:
    hands.press("create")
    hands.press("create:imprevu")
    hands.fill("form:blank:titre", "Le pont ferme")
    hands.fill("form:blank:texte", "Huit jours.")
    hands.fill("form:blank:cout", "12,5")
    hands.press("create:make")
    told = words(hands.wall)
    assert "Une nouvelle tombe" in told
    assert "Le pont ferme" in told
    assert "+12,5" in told


def test_a_role_is_given_and_its_sheet_is_read_apart(hands: Hands) -> None:
    hands.press("create")
    hands.press("create:role")
    hands.press("form:blank:place:jury")
    hands.fill("form:blank:titre", "La voisine")
    hands.fill("form:blank:but", "Dormir")
    hands.fill("form:blank:sait", "Elle déménage")
    hands.press("create:make")
    assert "déménage" not in words(hands.wall)
    hands.press("sheet:jury")
    assert "déménage" not in words(hands.wall)


def test_a_card_taken_back_and_made_again_shows_its_new_words(hands: Hands) -> None:
    hands.press("create")
    card(hands, text="Les premiers mots")
    hands.press("create:make")
    (first,) = drawn(hands.wall.items, "CX-X1")
    hands.press("undo")
    assert not drawn(hands.wall.items, "CX-X1")
    hands.press("create")
    card(hands, text="Les seconds mots")
    hands.press("create:make")
    (second,) = drawn(hands.wall.items, "CX-X1")
    assert first.name != second.name


def test_a_whole_session_in_windows_makes_prints_and_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, output = played("cantine-locale", "--script", str(SCRIPT), "--screenshots", "images")
    assert code == 0, output
    assert "finissent dans le même état" in output
    assert len(list((tmp_path / "images").iterdir())) == 22


def test_what_was_made_is_printed_and_kept_from_the_desk(tmp_path: Path) -> None:
    hands = Hands(Table(LOOK, tmp_path, seed=3))
    hands.press("scenario:cantine-locale")
    hands.press("start")
    hands.press("create")
    assert hands.desk.hit("create:print") is None
    card(hands)
    hands.press("create:make")
    hands.press("create")
    hands.press("create:print")
    (printed,), (written,) = tmp_path.glob("*-improvise.pdf"), tmp_path.glob("*-improvise.yaml")
    assert "CX-X1" in reader(printed.read_bytes()).pages[0].extract_text()
    assert "title: Le quai" in written.read_text(encoding="utf-8")
    assert hands.table.playing is not None
    assert str(printed) in hands.table.playing.message
    printed.unlink()
    hands.press("create:no")
    hands.press("part")
    hands.press("part:stop")
    hands.press("end:improvised")
    assert printed.is_file()


def test_the_fixture_of_every_kind_takes_things_made_anywhere(tmp_path: Path) -> None:
    opened = api.start(api.playable("salle", FIXTURES), Setup(seed=2))
    hands = at_the_table(tmp_path, opened)
    hands.press("create")
    assert hands.desk.hit("create:make")
