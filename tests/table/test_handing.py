"""The screen passed from hand to hand: nothing is seen by the next person."""

from pathlib import Path

import pytest

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP, Action, Write
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.layout.display import Circle
from eclaireurs_play.play.policies import next_action
from eclaireurs_play.play.policies import table as policies_of
from eclaireurs_play.table.handing import Handing, secret
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.table.scene import Scene, flat, words
from tests.support import content
from tests.table.hands import Hands, at_the_table

SECRETS = ("salle", "une-region-choisit", "une-semaine-a-la-metropole", "bouton-bruit")


class Round:
    """A table whose secret moments are played by passing the screen."""

    def __init__(self, folder: Path, name: str) -> None:
        self.hands = at_the_table(folder, api.start(content(name), Setup(3)))
        assert self.hands.table.playing
        self.playing: Playing = self.hands.table.playing
        self.policies = policies_of(
            api.start(
                self.playing.opened.content,
                api.with_everyone(self.playing.session.setup, self.playing.opened.content),
            ).session
        )
        self.said: list[str] = []
        self.rounds = 0

    @property
    def handing(self) -> Handing | None:
        found = self.playing.interlude
        return found if isinstance(found, Handing) else None

    def next(self, *actors: str) -> Action | None:
        session = self.playing.envelope.inside()
        order = actors or (*session.state.seats, GROUP, FACILITATOR)
        return next_action(session, self.policies, list(order))

    def to_a_secret(self) -> bool:
        """Play in the open until someone is asked what others may not see."""
        while self.playing.session.state.status == "playing":
            if secret(self.playing.offers):
                self.hands.look()
                return True
            action = self.next()
            assert action is not None
            assert self.playing.make(action.by, action.gesture), self.playing.message
        return False

    def answer(self) -> None:
        """Take the screen, answer all that is asked, and see it hidden."""
        handing = self.handing
        assert handing
        actor = handing.waiting[0] if handing.anonymous else handing.actor
        self.hands.press(f"hand:call:{actor}" if handing.anonymous else "hand:take")
        while handing.side == "open":
            action = self.next(actor)
            assert action is not None
            if isinstance(action.gesture, Write):
                text = f"{action.gesture.text} ({len(self.said)})"
                self.said.append(text)
                action = Action(actor, Write(action.gesture.about, text, action.gesture.to))
            self.hands.make(action)

    def covered(self) -> None:
        """Check that a covered screen tells nothing, and leads nowhere."""
        told = words(self.hands.desk)
        assert [one for one in self.said if one in told] == []
        names = {one.name for one in self.hands.desk.hits}
        assert {one for one in names if not one.startswith("hand:")} <= {"help"}

    def play(self) -> None:
        """Play every secret moment."""
        while self.to_a_secret():
            self.said.clear()
            self.hands.press("handing")
            self.rounds += 1
            while self.handing and self.handing.side != "back":
                self.covered()
                self.answer()
            self.covered()
            unveil = self.hands.desk.hit("hand:unveil")
            self.hands.press("hand:unveil" if unveil else "hand:finish")
            assert self.handing is None


@pytest.mark.parametrize("name", SECRETS)
def test_every_secret_round_is_played_by_passing_the_screen(tmp_path: Path, name: str) -> None:
    table = Round(tmp_path, name)
    table.play()
    assert table.rounds
    assert table.playing.session.state.status == "over"


def test_what_is_left_unsaid_is_forgotten(tmp_path: Path) -> None:
    table = Round(tmp_path, "salle")
    hands, editor = table.hands, None
    while editor is None:
        assert table.to_a_secret()
        hands.press("handing")
        hands.press("hand:take")
        editor = next((one for one in hands.desk.hits if one.editor), None)
        if editor is None:
            hands.press("hand:hide")
            table.answer()
            hands.press("hand:back") if table.handing and table.handing.side != "back" else None
            hands.press("hand:finish")
    hands.fill(editor.name, "87654")
    assert "87654" in words(hands.desk)
    hands.key("escape")
    assert "87654" not in words(hands.desk)
    hands.press("hand:back")
    hands.press("hand:finish")
    assert "87654" not in words(hands.desk)
    hands.press("handing")
    hands.press("hand:take")
    assert "87654" not in words(hands.desk)


def test_undo_reaches_nothing_from_a_cover(tmp_path: Path) -> None:
    table = Round(tmp_path, "une-region-choisit")
    assert table.to_a_secret()
    table.hands.press("handing")
    table.answer()
    state = table.playing.state
    for name in ("z", "y"):
        table.hands.key(name, ctrl=True)
    assert table.playing.state is state
    table.covered()


def test_someone_else_may_come_first(tmp_path: Path) -> None:
    table = Round(tmp_path, "une-region-choisit")
    assert table.to_a_secret()
    table.hands.press("handing")
    assert table.handing
    first, second = table.handing.waiting[:2]
    table.hands.press(f"hand:call:{second}")
    table.answer()
    assert table.handing.actor == first
    assert second not in table.handing.waiting


def test_behind_pseudonyms_a_cover_never_tells_who_answered(tmp_path: Path) -> None:
    table = Round(tmp_path, "bouton-bruit")
    assert table.to_a_secret()
    table.hands.press("handing")
    assert table.handing
    before = [one.name for one in table.hands.desk.hits]
    done = table.handing.waiting[0]
    table.answer()
    assert [one.name for one in table.hands.desk.hits] == before
    faces = set()
    for one in table.handing.people:
        table.hands.press(f"hand:call:{one}")
        faces.add(face(table, one))
        table.hands.key("escape")
    assert done in table.handing.people
    assert len(faces) == 1


def face(table: "Round", seat: str) -> tuple[tuple[str, str], ...]:
    """Give what the desk offers to a pseudonym, its name left out."""
    name = capital(table.playing.session.rules.name(seat))
    return tuple(
        (one.name.replace(seat, "*"), one.label.replace(name, "*"))
        for one in table.hands.desk.hits
        if one.panel == "work"
    )


def test_behind_pseudonyms_choosing_one_never_tells_whether_it_answered(tmp_path: Path) -> None:
    table = Round(tmp_path, "bouton-bruit")
    assert table.to_a_secret()
    table.hands.press("handing")
    assert table.handing
    people = table.handing.people
    done = table.handing.waiting[0]
    table.answer()
    table.hands.press("hand:back")
    table.hands.press("hand:finish")
    faces = set()
    for one in people:
        table.hands.press(f"actor:{one}")
        faces.add(face(table, one))
        assert table.playing.offer is not None
        table.hands.press(f"actor:{one}")
    assert done in people
    assert len(faces) == 1


def test_behind_pseudonyms_the_desk_never_tells_who_answered(tmp_path: Path) -> None:
    table = Round(tmp_path, "bouton-bruit")
    assert table.to_a_secret()
    drawn = {dots(table.hands.desk)}
    while len(secret(table.playing.offers)) > 1:
        table.hands.press("handing")
        table.answer()
        table.hands.press("hand:back")
        table.hands.press("hand:finish")
        assert table.playing.offer is None
        drawn.add(dots(table.hands.desk))
    assert len(drawn) == 1
    again = at_the_table(tmp_path, table.playing.opened)
    assert dots(again.desk) == drawn.pop()


@pytest.mark.parametrize("name", ["bookmark", "film"])
def test_an_envelope_is_opened_by_nothing_but_the_end_of_its_phase(
    tmp_path: Path, name: str
) -> None:
    table = Round(tmp_path, "bouton-bruit")
    assert table.to_a_secret()
    table.hands.press("handing")
    table.answer()
    table.hands.press("hand:back")
    table.hands.press("hand:finish")
    before = table.playing.session.played
    table.hands.press(name)
    table.hands.key("y", ctrl=True)
    table.playing.back_to(1)
    table.playing.amend(1)
    assert table.playing.interlude is None
    assert len(table.playing.envelope) == 1
    assert table.playing.session.played == before
    assert "L’enveloppe s’ouvre" in words(table.hands.desk).replace("'", "’")


def test_a_session_ended_while_slips_wait_keeps_them(tmp_path: Path) -> None:
    table = Round(tmp_path, "bouton-bruit")
    assert table.to_a_secret()
    table.hands.press("handing")
    table.answer()
    table.hands.press("hand:back")
    table.hands.press("hand:finish")
    kept = len(table.playing.session.played)
    table.hands.press("part")
    table.hands.press("part:stop")
    assert table.playing.over
    table.hands.press("end:again")
    assert not table.playing.over
    assert len(table.playing.session.played) == kept + 1


def dots(scene: Scene) -> tuple[tuple[float, bool], ...]:
    """Give the marks of the people beside the work."""
    items = flat(scene.items)
    return tuple((one.y, one.fill is not None) for one in items if isinstance(one, Circle))


def test_a_vote_that_was_seen_asks_before_each_undo(tmp_path: Path) -> None:
    table = Round(tmp_path, "une-region-choisit")
    playing, hands = table.playing, table.hands
    while "conseil" not in {one.phase for one in playing.state.results}:
        action = table.next()
        assert action
        assert playing.make(action.by, action.gesture)
    hands.look()
    for _answer in range(3):
        count = len(playing.session.played)
        hands.press("undo")
        assert len(playing.session.played) == count
        hands.press("undo:yes")
        assert len(playing.session.played) == count - 1
    action = table.next()
    assert action
    assert playing.make(action.by, action.gesture)
    hands.look()
    hands.press("undo")
    assert playing.undoing is None


def test_the_help_hides_a_private_sheet(tmp_path: Path) -> None:
    hands = at_the_table(tmp_path, api.start(content("cantine-locale"), Setup(3)))
    playing = hands.table.playing
    assert playing
    seat = next(iter(playing.state.seats))
    role = playing.session.rules.roles[playing.state.seats[seat].role]
    knows = " ".join(role.private.knows.split())[:30]
    hands.press(f"sheet:{seat}")
    hands.press("hand:take")
    hands.key("f1")
    assert knows not in plain(hands)
    hands.key("f1")
    assert knows in plain(hands)


def test_a_sheet_is_read_alone_and_covered_again(tmp_path: Path) -> None:
    hands = at_the_table(tmp_path, api.start(content("cantine-locale"), Setup(3)))
    playing = hands.table.playing
    assert playing
    seat = next(iter(playing.state.seats))
    role = playing.session.rules.roles[playing.state.seats[seat].role]
    knows = " ".join(role.private.knows.split())[:30]
    hands.press(f"sheet:{seat}")
    assert knows not in plain(hands)
    hands.press("hand:take")
    assert knows in plain(hands)
    assert knows not in words(hands.wall)
    hands.press("hand:hide")
    assert knows not in plain(hands)
    hands.press("hand:finish")
    assert knows not in plain(hands)
    assert "bookmark" in {one.name for one in hands.desk.hits}


def plain(hands: Hands) -> str:
    return " ".join(words(hands.desk).replace("’", "'").split())
