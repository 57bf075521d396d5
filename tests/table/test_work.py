"""What a facilitator needs at the desk: typed lines, corrections, preferences, campaigns."""

from array import array
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from eclaireurs_play import api
from eclaireurs_play.cli.program import eclaireurs
from eclaireurs_play.engine.gestures import Write
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.layout.display import Box
from eclaireurs_play.play.journal import FileJournal
from eclaireurs_play.play.session import Session
from eclaireurs_play.table.chime import LENGTH, RATE, chime
from eclaireurs_play.table.log import Told, chapters, ends
from eclaireurs_play.table.motion import between, moved
from eclaireurs_play.table.palette import Preferences
from eclaireurs_play.table.program import Table
from eclaireurs_play.table.remembering import NAME, remember, remembered
from eclaireurs_play.table.scene import Panel, Scaled, Scene, words
from tests.support import FIXTURES, content
from tests.table.hands import LOOK, Hands, at_the_table


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    return at_the_table(tmp_path, api.start(content("salle"), Setup(3), tmp_path / "salle.jsonl"))


def session(hands: Hands) -> Session:
    assert hands.table.playing
    return hands.table.playing.session


def message(hands: Hands) -> str:
    assert hands.table.playing
    return hands.table.playing.message


def enter(hands: Hands, line: str) -> None:
    if hands.desk.hit("entry:line") is None:
        hands.press("entry")
    hands.fill("entry:line", line)
    hands.key("return")


def test_a_typed_line_is_played_as_at_the_terminal(hands: Hands) -> None:
    hands.press("form:option:oui")
    hands.press("entry")
    assert hands.table.focus("desk") == "entry:line"
    hands.type("pourquoi animateur: La salle ferme en juin")
    hands.key("return")
    gesture = session(hands).played[-1].action.gesture
    assert isinstance(gesture, Write)
    assert gesture.text == "La salle ferme en juin"
    assert hands.table.focus("desk") == "entry:line"
    assert hands.table.editor("desk") is not None
    assert hands.table.editor("desk").text == ""  # type: ignore[union-attr]


def test_a_line_that_cannot_be_read_stays_to_be_corrected(hands: Hands) -> None:
    enter(hands, "voisine danse")
    assert session(hands).played == ()
    assert message(hands)
    assert hands.desk.hit("entry:line").editor.text == "voisine danse"  # type: ignore[union-attr]
    enter(hands, "clôt")
    assert message(hands)


@pytest.mark.parametrize("width", [100.0, 128.0, 160.0, 330.0, 480.0])
def test_what_is_refused_is_said_at_any_width(hands: Hands, width: float) -> None:
    """A window of 1280 by 720 with text at 200 % is 160 mm wide."""
    hands.size = (width, 90.0)
    hands.look()
    enter(hands, "n'importe qui danse")
    told = words(hands.desk).replace(" ", "")
    assert message(hands).replace(" ", "").replace("'", "’")[:18] in told.replace("'", "’")
    places = {one.name: one.box for one in hands.desk.hits}
    for name in ("bookmark", "entry", "part", "help"):
        assert places[name].x + places[name].width <= width
        assert places[name].y + places[name].height <= 90


def begun(hands: Hands) -> None:
    hands.press("form:option:oui")
    hands.type("Parce que la sale ferme")
    hands.press("make")
    hands.press("close")
    hands.press("make")


def test_a_text_of_the_log_is_corrected_and_nothing_else(hands: Hands, tmp_path: Path) -> None:
    begun(hands)
    before = session(hands)
    count, state = len(before.played), before.state
    hands.press("amend:2")
    hands.key("a", ctrl=True)
    hands.type("Parce que la salle ferme")
    hands.press("correct")
    now = session(hands)
    gesture = now.played[1].action.gesture
    assert isinstance(gesture, Write)
    assert gesture.text == "Parce que la salle ferme"
    assert len(now.played) == count
    assert replace(now.state, results=()) == replace(state, results=())
    assert "salle ferme" in words(hands.desk)
    kept = (tmp_path / "salle.jsonl").read_text(encoding="utf-8")
    assert "sale ferme" in kept
    assert api.replay(tmp_path / "salle.jsonl", FIXTURES).session.state == now.state


def test_a_correction_may_be_left(hands: Hands) -> None:
    begun(hands)
    before = session(hands).state
    hands.press("amend:2")
    hands.press("correct:no")
    assert session(hands).state is before
    hands.press("amend:2")
    hands.key("a", ctrl=True)
    hands.key("delete")
    hands.press("correct")
    assert session(hands).state is before


def test_what_people_prefer_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "seances"
    hands = Hands(Table(LOOK, folder, FIXTURES))
    hands.key("f6")
    hands.key("+", ctrl=True)
    hands.press("help")
    hands.press("set:sound")
    hands.press("set:motion")
    assert remembered(folder) == Preferences(1.15, strong=True, motion=False, sound=True)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"scale": 7, "strong": "oui"}', '{"scale": [1]}', "\x00"]
)
def test_spoilt_preferences_are_as_at_first(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert remembered(tmp_path) == Preferences()


def test_preferences_that_cannot_be_kept_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("", encoding="utf-8")
    remember(tmp_path / "fichier", Preferences())


def test_time_up_is_heard_once_by_those_who_want_to(tmp_path: Path) -> None:
    moments = iter([0.0, *(30.0 * step for step in range(1, 200))])
    opened = api.start(content("salle"), Setup(3))
    for sound in (True, False):
        table = Table(LOOK, tmp_path, clock=lambda: next(moments))
        table.preferences = Preferences(sound=sound)
        table.open(opened)
        assert table.playing
        table.playing.countdown.plan(1)
        rung = 0
        for _step in range(10):
            table.tick()
            rung += table.rings()
        assert rung == sound


def test_the_chime_is_soft_and_ends_in_silence() -> None:
    samples = array("h", chime())
    assert len(samples) == int(LENGTH * RATE)
    assert 2000 < max(map(abs, samples)) < 12_000
    assert max(map(abs, samples[-200:])) < 400


def scene(x: float, scale: float = 1.0, name: str = "EF-01") -> Scene:
    card = Scaled((), x, 10, scale, 63, 88, name)
    return Scene(480, 270, "#ffffff", (Panel((card,), Box(0, 0, 480, 270)),))


def test_a_card_goes_from_where_it_was() -> None:
    before, after = scene(10), scene(110, 2.0)
    assert moved(before, after)
    assert not moved(after, after)
    assert not moved(scene(10, name="EF-02"), after)
    assert between(before, after, 1.0) is after

    def x(part: float) -> float:
        (panel,) = between(before, after, part).items
        assert isinstance(panel, Panel)
        (card,) = panel.items
        assert isinstance(card, Scaled)
        return card.x

    assert x(0.0) == 10
    assert 10 < x(0.3) < x(0.6) < 110


def test_the_log_is_parted_by_phases() -> None:
    lines = [
        Told("Titre", 0, opens=True), Told("Étape", 0, opens=True), Told("a", 1), Told("b", 1),
        Told("Autre", 2, opens=True), Told("c", 2),
    ]  # fmt: skip
    assert [[one.words for one in chapter] for chapter in chapters(lines)] == [
        ["Étape", "a", "b"], ["Autre", "c"],
    ]  # fmt: skip
    assert [(one.words, last) for one, last in ends(lines[2:4])] == [("b", True), ("a", False)]


def test_a_form_filled_again_begins_from_what_it_held(tmp_path: Path) -> None:
    hands = at_the_table(tmp_path, api.start(content("cantine-locale"), Setup(7)))
    playing = hands.table.playing
    assert playing
    enter(hands, "animateur choisit vaste-porte-ou-complexe=oui")
    for question in ("saisine", "raison", "besoin", "ouvert", "absents"):
        answer = "animateur choisit saisine=jury"
        enter(hands, answer if question == "saisine" else f"{question} animateur: oui")
    enter(hands, "clôt")
    for card in ("CX-01", "CX-04", "CX-05", "CX-07"):
        enter(hands, f"groupe pioche {card}")
        enter(hands, f"{card} groupe: oui")
    enter(hands, "clôt")
    blanks = "origine=neige action-publique=livraison investissements=rien inspirants=eux"
    enter(hands, f"groupe remplit contexte {blanks}")
    hands.press("entry")
    offer = playing.offers.find(("groupe", "fill", "contexte"))
    assert offer
    playing.choose(offer)
    hands.look()
    assert hands.desk.hit("form:blank:origine").editor.text == "neige"  # type: ignore[union-attr]
    hands.fill("form:blank:origine", "la neige de janvier")
    hands.press("make")
    made = playing.session.played[-1].action.gesture
    assert made.values["origine"] == "la neige de janvier"  # type: ignore[union-attr]
    assert made.values["inspirants"] == "eux"  # type: ignore[union-attr]


def test_a_journal_of_other_rules_is_said_in_one_sentence(tmp_path: Path) -> None:
    header = api.start(content("salle"), Setup(3)).header()
    path = tmp_path / "salle-1.jsonl"
    FileJournal.create(path, replace(header, rules_digest="0" * 12))
    table = Table(LOOK, tmp_path, FIXTURES)
    table.starting.resume(path)
    assert table.playing is None
    assert "d'autres règles" in table.starting.message
    assert "\n" not in table.starting.message


def test_a_campaign_goes_on_from_the_start_screen(tmp_path: Path) -> None:
    hands = Hands(Table(LOOK, tmp_path))
    hands.press("campaign:campagne-cantine")
    playing = hands.table.playing
    assert playing
    assert playing.journal == tmp_path / "campagne-cantine" / "1-strategie.jsonl"
    hands.press("form:option:prescripteur")
    hands.table.home()
    hands.look()
    hands.press("campaign:campagne-cantine")
    assert hands.table.playing
    assert len(hands.table.playing.session.played) == 1


def test_a_campaign_stopped_too_early_says_so(tmp_path: Path) -> None:
    hands = Hands(Table(LOOK, tmp_path))
    hands.press("campaign:campagne-cantine")
    assert hands.table.playing
    hands.table.playing.stop()
    hands.table.home()
    hands.look()
    hands.press("campaign:campagne-cantine")
    assert hands.table.playing is None
    assert hands.table.starting.message


def test_how_simulated_people_negotiate_is_kept_by_the_start_screen(tmp_path: Path) -> None:
    table = Table(LOOK, tmp_path)
    chosen = content("cantine-locale")
    table.starting.prepare(chosen, Setup(table="hard", simulated=("elue",)), seeded=False)
    setup = table.starting.setup(chosen)
    assert (setup.table, setup.simulated) == ("hard", ("elue",))


def test_simulated_seats_are_shown_as_such_on_both_windows(tmp_path: Path) -> None:
    opened = api.start(content("salle"), Setup(3, simulated=("musicien",)))
    hands = at_the_table(tmp_path, opened)
    for line in ("choisit pret=oui", "pourquoi animateur: pour la fête", "clôt"):
        enter(hands, f"animateur {line}" if line.startswith("choisit") else line)
    assert "place simulée" in words(hands.desk)
    assert "Musicien (simulé)" in words(hands.wall)


def test_a_campaign_is_played_at_the_table_where_there_is_a_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Table] = []
    monkeypatch.setattr("eclaireurs_play.cli.playing.in_person", lambda: True)
    monkeypatch.setattr("eclaireurs_play.cli.tables.show", seen.append)
    folder = tmp_path / "campagne"
    for _time in range(2):
        result = CliRunner().invoke(
            eclaireurs, ["play", "campagne-cantine", "--folder", str(folder)]
        )
        assert result.exit_code == 0, result.output
    assert [one.playing and one.playing.journal for one in seen] == [
        folder / "1-strategie.jsonl", folder / "1-strategie.jsonl",
    ]  # fmt: skip
