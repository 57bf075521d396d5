"""Whole sessions at the table, by hand, without a pixel."""

from pathlib import Path
from typing import get_args

import pytest

from eclaireurs_play import api
from eclaireurs_play.engine.domains import Domain
from eclaireurs_play.engine.gestures import Write
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import Contribution, all_contributions
from eclaireurs_play.engine.view import PUBLIC, view
from eclaireurs_play.table.forms import FORMS
from eclaireurs_play.table.scene import words
from tests.support import FIXTURES, content
from tests.table.hands import Hands, at_the_table, play_through

SHIPPED = ("cantine-secheresse", "une-region-choisit", "bouton-bruit")
"""A session of each of three games whose phases differ most."""


def begun(folder: Path, name: str, seed: int = 3) -> api.Opened:
    return api.start(content(name), Setup(seed), folder / f"{name}.jsonl")


def test_every_domain_has_its_form() -> None:
    assert set(FORMS) == set(get_args(Domain))


@pytest.mark.parametrize("name", ["salle", *SHIPPED])
def test_a_session_is_played_whole_by_hand(tmp_path: Path, name: str) -> None:
    """By mouse and typing alone; the journal then tells the same session as the core."""
    opened = begun(tmp_path, name)
    hands = at_the_table(tmp_path, opened)
    made = play_through(hands, watch=nothing_secret)
    core = api.start(opened.content, opened.session.setup)
    anonymous = opened.content.content.game.anonymous
    for action in [one.action for one in opened.session.played] if anonymous else made:
        core.session.play(action)
    assert core.session.state == opened.session.state
    assert opened.session.state.status == "over"
    library = FIXTURES if name == "salle" else None
    again = api.replay(tmp_path / f"{name}.jsonl", library)
    assert again.session.state == opened.session.state
    assert hands.desk.hit("end:parties")


def nothing_secret(hands: Hands) -> None:
    """Check by the display list that the projector holds nothing that the public may not know."""
    playing = hands.table.playing
    assert playing is not None
    state, told = playing.state, words(hands.wall)
    public = {one.id for one in all_contributions(view(playing.state, PUBLIC).state)}
    for one in all_contributions(state):
        if one.id not in public and (text := _text(one)):
            assert text not in told, (one.id, text)
    for seated in state.seats.values():
        private = playing.session.rules.roles[seated.role].private
        for text in (private.holds_to, private.why, private.knows, private.fears):
            assert " ".join(text.split())[:40] not in told


def _text(one: Contribution) -> str:
    return one.gesture.text if isinstance(one.gesture, Write) else ""
