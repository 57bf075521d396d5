"""The table without pixels: starting, keys, undo, trouble."""

from pathlib import Path

import pytest

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP, Choose, Write
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.errors import OutputError
from eclaireurs_play.play.journal import FileJournal
from eclaireurs_play.play.policies import next_action
from eclaireurs_play.play.policies import table as policies_of
from eclaireurs_play.table.palette import Preferences
from eclaireurs_play.table.program import Table
from eclaireurs_play.table.scene import Panel, words
from tests.support import FIXTURES, content
from tests.table.hands import LOOK, Hands, at_the_table


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    return Hands(Table(LOOK, tmp_path, FIXTURES, seed=3))


def begin(hands: Hands, scenario: str = "salle") -> None:
    hands.press(f"scenario:{scenario}")
    hands.press("start")


def test_two_presses_begin_a_session_that_is_kept(hands: Hands, tmp_path: Path) -> None:
    begin(hands)
    hands.press("form:option:oui")
    (path,) = tmp_path.glob("*.jsonl")
    assert len(api.replay(path, FIXTURES).session.played) == 1


def test_names_and_simulated_seats_are_those_of_the_start_screen(hands: Hands) -> None:
    hands.press("scenario:salle")
    hands.fill("name:gardienne", "Zoé")
    hands.press("seat:musicien")
    hands.press("start")
    assert hands.table.playing
    setup = hands.table.playing.session.setup
    assert setup.people == {"gardienne": ("Zoé",)}
    assert setup.simulated == ("musicien",)
    assert "Zoé" in words(hands.desk)


def test_a_session_is_taken_up_where_it_stopped(hands: Hands, tmp_path: Path) -> None:
    begin(hands)
    hands.press("form:option:oui")
    other = Hands(Table(LOOK, tmp_path, FIXTURES))
    other.press("resume:salle-1.jsonl")
    assert other.table.playing
    assert hands.table.playing
    assert other.table.playing.session.state == hands.table.playing.session.state


def test_a_torn_journal_resumes_to_the_last_action_and_says_so(
    hands: Hands, tmp_path: Path
) -> None:
    begin(hands)
    hands.press("form:option:oui")
    path = tmp_path / "salle-1.jsonl"
    path.write_bytes(path.read_bytes() + b'{"n":2,"act":{"by":"anim')
    other = Hands(Table(LOOK, tmp_path, FIXTURES))
    other.press("resume:salle-1.jsonl")
    assert other.table.playing
    assert len(other.table.playing.session.played) == 1
    assert other.table.playing.message


def test_a_full_disk_is_said_and_nothing_is_lost(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(hands)
    hands.press("form:option:oui")
    hands.type("Parce que la salle ferme")

    def full(*_entries: object) -> None:
        raise OutputError("le disque est plein")

    with monkeypatch.context() as patched:
        patched.setattr(FileJournal, "append", lambda _self, *_entries: full())
        hands.press("make")
    assert hands.table.playing
    assert "le disque est plein" in words(hands.desk)
    assert "Parce que la salle ferme" in words(hands.desk)
    hands.press("make")
    assert len(hands.table.playing.session.played) == 2


def test_keys_alone_play(hands: Hands) -> None:
    hands.press("scenario:salle")
    hands.key("return", ctrl=True)
    assert hands.table.playing
    session = hands.table.playing.session
    hands.type("1")
    assert isinstance(session.played[-1].action.gesture, Choose)
    hands.type("Pour la fête d'été")
    hands.key("return")
    gesture = session.played[-1].action.gesture
    assert isinstance(gesture, Write)
    assert gesture.text == "Pour la fête d'été"
    hands.key("return")
    assert len(session.state.results) == 1


def test_tab_reaches_every_place_and_shows_it(hands: Hands) -> None:
    begin(hands)
    reached = set()
    for _ in hands.desk.hits:
        hands.key("tab")
        focus = hands.table.focus("desk")
        reached.add(focus)
        hit = hands.desk.hit(focus)
        assert hit is not None
        box = next((one.box for one in hands.desk.scrolls if one.name == hit.panel), None)
        assert box is None or hit.box.y < box.y + box.height
    assert reached == {one.name for one in hands.desk.hits}


def test_undo_takes_back_what_one_press_did(hands: Hands) -> None:
    hands.press("scenario:salle")
    hands.press("seat:musicien")
    hands.press("start")
    playing = hands.table.playing
    assert playing
    hands.press("form:option:oui")
    hands.type("Parce que")
    hands.press("make")
    before = playing.session.state
    count = len(playing.session.played)
    hands.press("close")
    assert len(playing.session.played) > count
    hands.press("undo")
    assert playing.session.state == before
    hands.press("redo")
    assert len(playing.session.played) > count


def test_a_secret_that_was_seen_asks_before_it_is_undone(tmp_path: Path) -> None:
    hands = at_the_table(tmp_path, api.start(content("salle"), Setup(3)))
    playing = hands.table.playing
    assert playing
    hands.press("form:option:oui")
    hands.type("Parce que")
    hands.press("make")
    hands.press("close")
    hands.press("make")
    assert playing.session.secrets_within(1)
    count = len(playing.session.played)
    hands.press("undo")
    assert len(playing.session.played) == count
    hands.press("undo:yes")
    assert len(playing.session.played) == count - 1


def test_a_question_mark_helps_unless_one_is_writing(hands: Hands) -> None:
    hands.type("?")
    assert "Ctrl" in words(hands.desk)
    hands.key("escape")
    assert "Ctrl" not in words(hands.desk)


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(320.0, 180.0), (480.0, 270.0), (480.0, 360.0)])
def test_every_size_of_text_leaves_the_next_gesture_in_reach(
    tmp_path: Path, size: tuple[float, float], scale: float
) -> None:
    hands = at_the_table(tmp_path, api.start(content("salle"), Setup(3)))
    hands.size = size
    while hands.table.preferences.scale != scale:
        hands.key("+" if hands.table.preferences.scale < scale else "-", ctrl=True)
    hands.press("form:option:oui")
    hit = hands.desk.hit("make")
    assert hit is not None
    panels = [one for one in hands.desk.items if isinstance(one, Panel)]
    assert panels
    assert hit.box.x + hit.box.width <= hands.desk.width


def test_five_thousand_characters_and_emoji_are_kept_as_typed(hands: Hands) -> None:
    begin(hands)
    hands.press("form:option:oui")
    text = "👩‍🌾 été " * 700
    hands.type(text)
    hands.press("make")
    assert hands.table.playing
    gesture = hands.table.playing.session.played[-1].action.gesture
    assert isinstance(gesture, Write)
    assert gesture.text == text[:5000].strip()


@pytest.mark.parametrize("name", ["salle", "bouton-bruit"])
def test_a_small_window_with_large_text_reaches_everything(tmp_path: Path, name: str) -> None:
    hands = at_the_table(tmp_path, api.start(content(name), Setup(3)))
    hands.size = (320.0, 180.0)
    hands.table.preferences = Preferences(scale=2.0)
    hands.look()
    hands.press("bookmark")
    beside = [one for one in hands.desk.hits if not one.panel]
    assert {"entry", "side", "people", "part", "help"} <= {one.name for one in beside}
    for one in beside:
        assert one.box.x + one.box.width <= hands.desk.width
        assert one.box.y + one.box.height <= hands.desk.height
    hands.press("people")
    hands.press("actor:animateur")
    assert hands.table.playing
    assert (hands.table.playing.actor, hands.table.playing.side) == ("animateur", "work")


def test_a_session_is_left_for_later_and_says_so(hands: Hands) -> None:
    begin(hands)
    hands.press("form:option:oui")
    hands.press("part")
    hands.press("part:stay")
    hands.press("part")
    hands.press("part:home")
    assert "La séance est gardée" in words(hands.desk)
    hands.press("resume:salle-1.jsonl")
    assert hands.table.playing
    assert len(hands.table.playing.session.played) == 1


def test_a_session_ended_early_keeps_why_and_has_its_synthesis(
    hands: Hands, tmp_path: Path
) -> None:
    begin(hands)
    hands.press("form:option:oui")
    hands.press("part")
    hands.fill("part:reason", "La salle ferme")
    hands.press("part:stop")
    assert hands.table.playing
    state = hands.table.playing.session.state
    assert (state.status, state.results[-1].reason) == ("stopped", "La salle ferme")
    hands.press("end:parties")
    assert list(tmp_path.glob("*.html"))


def test_a_session_taken_up_in_an_anonymous_phase_says_what_may_be_lost(tmp_path: Path) -> None:
    path = tmp_path / "bouton.jsonl"
    hands = at_the_table(tmp_path, api.start(content("bouton-bruit"), Setup(3), path))
    playing = hands.table.playing
    assert playing
    assert not playing.message
    while not playing.veiled:
        offer = playing.offers.next
        assert offer
        playing.choose(offer)
        hands.look()
        options = [one.name for one in hands.desk.hits if one.name.startswith("form:option")]
        if hands.desk.hit("form:text"):
            hands.fill("form:text", "Le bouton")
        hands.press(options[0] if options else "make")
    again = at_the_table(tmp_path, api.open_journal(path))
    assert again.table.playing
    assert "papiers de l'enveloppe sont perdus" in again.table.playing.message


def test_nothing_is_put_back_where_nothing_was_undone(hands: Hands) -> None:
    begin(hands)
    hands.press("form:option:oui")
    assert hands.desk.hit("redo") is None
    hands.press("undo")
    hands.press("redo")
    assert hands.desk.hit("redo") is None


def test_what_a_text_has_no_room_for_is_said(hands: Hands) -> None:
    begin(hands)
    hands.press("form:option:oui")
    hands.type("a" * 5012)
    assert "12 caractères n’ont pas tenu" in words(hands.desk).replace("'", "’")
    hands.key("backspace")
    assert "pas tenu" not in words(hands.desk)


def test_slips_of_an_anonymous_phase_wait_in_the_envelope(tmp_path: Path) -> None:
    """Who typed first is kept nowhere: not in the journal until the phase closes."""
    path = tmp_path / "bouton.jsonl"
    hands = at_the_table(tmp_path, api.start(content("bouton-bruit"), Setup(3), path))
    playing = hands.table.playing
    assert playing
    session = playing.session
    everyone = api.with_everyone(session.setup, playing.opened.content)
    policies = policies_of(api.start(playing.opened.content, everyone).session)
    order = [*session.state.seats, GROUP, FACILITATOR]
    while not playing.envelope:
        action = next_action(session, policies, order)
        assert action is not None
        hands.make(action)
    kept = len(session.played)
    assert "enveloppe" in words(hands.desk)
    while (offer := playing.offers.next) is not None and offer.ask.do != "close":
        inside = playing.envelope.inside()
        action = next_action(inside, policies, order)
        assert action is not None
        hands.make(action)
    assert len(session.played) == kept
    slips = len(playing.envelope)
    hands.press("undo")
    assert len(playing.envelope) == slips - 1
    hands.press("make") if hands.desk.hit("make") else None
    hands.table.leave()
    assert len(api.replay(path).session.played) > kept
