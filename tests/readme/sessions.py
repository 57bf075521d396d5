"""The sessions that the pages tell: an evening, a training, and some played by the program."""

from dataclasses import dataclass
from functools import cache

from eclaireurs_play import api
from eclaireurs_play.api import Opened
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import State
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session
from tests.readme.pages import TRAINING, blocks
from tests.support import REPOSITORY, accepts

SCENARIO = "zone-logistique"
SCRIPT = REPOSITORY / "scenarios" / "jeu-des-impacts" / f"{SCENARIO}.seance.txt"
TAUGHT = "cantine-locale"
DECIDING = ("designation-douce", "election-futurs")


@dataclass(frozen=True)
class Evening:
    """The script of a whole evening, played: what each line told, and every state on the way."""

    rules: Rules
    told: tuple[tuple[str, tuple[str, ...]], ...]
    states: tuple[State, ...]
    journal: str


@cache
def evening() -> Evening:
    opened = api.start(SCENARIO, Setup(in_hand=True))
    told, states = [], [opened.session.state]
    for line in SCRIPT.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            told.append((line.strip(), opened.enter(line)))
            states.append(opened.session.state)
    return Evening(opened.session.rules, tuple(told), tuple(states), opened.journal_text())


@cache
def typed() -> Opened:
    """Type the short session of the guide for trainers, as it came back from paper."""
    (lines,) = blocks(TRAINING, "seance")
    seats = ("prescripteur", "finances", "producteur", "cuisine", "jury")
    opened = api.start(TAUGHT, Setup(seats=seats, past=True))
    for line in lines.splitlines():
        opened.enter(line)
    return opened


@cache
def simulated(name: str) -> Session:
    content = api.playable(name)
    session = api.start(content, api.with_everyone(Setup(seed=3), content)).session
    for _ in autoplay(session):
        pass
    return session


@cache
def moments() -> tuple[tuple[Rules, State], ...]:
    """List every state of the sessions that the notation is read in."""
    sessions = [typed().session, *(simulated(one) for one in (TAUGHT, *DECIDING))]
    found = [(evening().rules, state) for state in evening().states]
    return (*found, *((one.rules, played.state) for one in sessions for played in one.played))


def where(line: str) -> tuple[Rules, State] | None:
    """Find a moment at which a typed line is accepted, wholly."""
    return next((one for one in moments() if accepts(line, *one)), None)
