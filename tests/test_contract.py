"""The contract of `eclaireurs_play.testing`, on every game we ship and on one of every kind."""

import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play import testing
from eclaireurs_play.content import library
from eclaireurs_play.engine.asks import Refused
from eclaireurs_play.engine.flow import Moved
from eclaireurs_play.engine.gestures import Action
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State
from eclaireurs_play.engine.view import View
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing import guards, laws, secrets
from eclaireurs_play.testing.laws import Law
from tests.support import EVERYTHING, REPOSITORY, rules

SHIPPED = tuple(one.id for one in library.headers(REPOSITORY) if one.kind == "scenario")
SMALL = rules("une-region-choisit")


@pytest.mark.parametrize("law", testing.LAWS, ids=lambda law: law.__name__)
@pytest.mark.parametrize("name", [*SHIPPED, EVERYTHING])
def test_every_game_keeps_the_contract(name: str, law: Law) -> None:
    testing.holds(law, rules(name), seed=1)


def test_the_contract_is_every_law_on_every_seed() -> None:
    testing.contract(SMALL, seeds=(2, 3))


def test_what_breaks_a_law_is_said_with_how_to_play_it_again() -> None:
    def broken(rules: Rules, seed: int) -> None:
        raise AssertionError(f"rien ne va pour {rules.game.id} avec {seed}")

    broken.__module__ = laws.__name__
    with pytest.raises(AssertionError) as raised:
        testing.holds(broken, SMALL, 12)
    said, again = str(raised.value).splitlines()
    assert said == "une-region-choisit, broken : rien ne va pour election-futurs avec 12"
    assert again.endswith("t.laws.broken(ep.start('une-region-choisit').session.rules, 12)\"")


def test_the_command_plays_the_same_session_again() -> None:
    told = laws.again(laws.playouts_end, "une-region-choisit", 3)
    code = re.search(r'-c "(.*)"', told)
    assert code
    done = subprocess.run([sys.executable, "-c", code[1]], check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_view_that_hides_nothing_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "view", lambda state, who: View(who, state, ()))
    with pytest.raises(AssertionError, match="voit un secret après"):
        testing.holds(secrets.views_leak_nothing, SMALL, 1)


def test_a_guard_that_gives_way_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    original = guards.transition

    def lenient(rules: Rules, state: State, action: Action) -> Moved | Refused:
        return original(rules, replace(state, past=True), action)

    monkeypatch.setattr(guards, "transition", lenient)
    with pytest.raises(AssertionError, match="une règle ne tient pas"):
        testing.holds(guards.guards_hold, SMALL, 1)


def test_playing_up_to_a_phase_that_never_comes_is_told() -> None:
    with pytest.raises(AssertionError, match="n'arrive jamais"):
        testing.play_until(testing.playout(SMALL, 1, 0), "nulle-part")


@given(st.data())
def test_sessions_can_be_drawn_with_hypothesis(data: st.DataObject) -> None:
    session = data.draw(testing.strategies.sessions(SMALL, at_most=30))
    assert isinstance(session, Session)
    assert len(session.played) <= 30


def test_playing_needs_no_hypothesis() -> None:
    code = (
        "import sys; sys.modules['hypothesis'] = None; from eclaireurs_play import testing\n"
        "try: testing.strategies.seeds()\n"
        "except ImportError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "pip install hypothesis" in done.stdout
