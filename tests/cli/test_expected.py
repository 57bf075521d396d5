"""What the prompt says is waited for can be typed, and is then accepted."""

import re
from collections.abc import Iterator

import pytest

from eclaireurs_play.cli.expected import Expected, expected, told, vocabulary
from eclaireurs_play.cli.words import speak
from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import Amounts, Items, Order, Pile, Terms
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.play.session import Session
from tests.support import EVERYTHING, accepts, auto_session
from tests.synthesis.sessions import ALL


@pytest.fixture(autouse=True)
def _in_french() -> None:
    speak("fr")


TO_GIVE = re.compile("[…|]")
PLAYABLE = (Amounts, Items, Order, Terms)
"""What is waited for is then shown by an example, with nothing left to give."""


def moments(name: str, *, in_hand: bool) -> Iterator[Session]:
    """Play a session again, stopping before each gesture."""
    whole = auto_session(name, in_hand=in_hand)
    again = Session(whole.rules, Setup(seed=7, in_hand=in_hand))
    for one in whole.played:
        yield again
        again.play(one.action)


def asked(session: Session) -> Iterator[Ask]:
    for actor in (*session.state.seats, GROUP, FACILITATOR):
        for ask in session.legal_actions(actor):
            if ask.needed and ask.guard is None:
                yield ask


def given(line: str, ask: Ask) -> str:
    """Give what a hint leaves to give: the first choice, a figure, a card, a few words."""
    if isinstance(ask.domain, Pile):
        line = re.sub(r"\b[A-Z]+-…", ask.domain.cards[0], line)
    line = re.sub(r"([+-]?\d+)…[+-]?\d+", r"\1", line)
    line = re.sub(r"\|[^ |]+", "", line)
    line = re.sub(r"pour …", "pour absent", line)
    return re.sub(r"=…", "=1000", line)


@pytest.mark.parametrize("in_hand", [False, True])
@pytest.mark.parametrize("name", ALL)
def test_every_hint_is_accepted(name: str, *, in_hand: bool) -> None:
    seen = set[tuple[str, str]]()
    for session in moments(name, in_hand=in_hand):
        for hint, ask in zip(expected(session), asked(session), strict=True):
            key = (hint.line, session.state.leaf.phase if session.state.leaf else "")
            if key in seen:
                continue
            seen.add(key)
            if isinstance(ask.domain, PLAYABLE):
                assert not TO_GIVE.search(hint.line), hint
            line = given(hint.line, ask)
            assert accepts(line, session.rules, session.state), (hint, ask)
    assert seen


def at(phase: str, name: str = EVERYTHING) -> Session:
    for session in moments(name, in_hand=False):
        if session.state.leaf and session.state.leaf.phase == phase:
            return session
    raise AssertionError(f"{phase} is never reached")


def first(phase: str, name: str = EVERYTHING) -> Expected:
    return expected(at(phase, name))[0]


@pytest.mark.parametrize(
    ("phase", "line", "choices"),
    [
        ("idee", "gardienne propose horaires=tot clefs=une murs=nus", "clefs : une, trois"),
        ("partage", "groupe répartit partage chauffage=20 entretien=20", ""),
        ("approbation", "gardienne choisit approbation=lundi+mardi", "lundi, mardi, jeudi"),
        ("points", "gardienne répartit points lundi=2 mardi=1 jeudi=1", "4 points en tout, 3 au"),
        ("rangs", "gardienne classe rangs lundi > mardi > jeudi", ""),
        ("mentions", "gardienne remplit mentions lundi=m1 mardi=m1", "m1 "),
        ("pistes", "gardienne évalue p4 effet=1…5 risque=1…5", ""),
        ("portrait", 'gardienne remplit fiche nom="…" cout=…', ""),
        ("attribution", "gardienne classe voeux PO-01 > PO-02", "PO-01"),
    ],
)
def test_a_hint_says_what_there_is_to_choose_from(phase: str, line: str, choices: str) -> None:
    hint = first(phase)
    assert hint.line == line
    assert choices in hint.choices


def test_an_option_is_never_cut_in_two() -> None:
    session = at("proposition", "cantine-locale")
    for width in range(30, 100):
        shown = list(told(expected(session), width))
        assert any("lots-larges," in line for line in shown)


def test_what_everyone_is_asked_is_told_once() -> None:
    session = at("points")
    shown = " ".join(told(expected(session), 80))
    assert len(expected(session)) > 1
    assert shown.count("4 points en tout") == 1
    assert shown.count("Où mettre vos points") == 1


@pytest.mark.parametrize(
    ("phase", "word"), [("idee", "horaires=tard"), ("partage", "chauffage="), ("rangs", "jeudi")]
)
def test_what_there_is_to_choose_from_is_completed(phase: str, word: str) -> None:
    assert word in vocabulary(at(phase), ())
