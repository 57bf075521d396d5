"""The sessions that the pages tell: an evening, a training, and some played by the program."""

from dataclasses import dataclass
from functools import cache

from eclaireurs_play import api, campaigns
from eclaireurs_play.api import Opened
from eclaireurs_play.campaigns import Sat
from eclaireurs_play.content.campaigns import find_campaign, load_campaign
from eclaireurs_play.engine.gestures import FACILITATOR
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import State
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session
from tests.readme.pages import DEFUSING, TRAINING, blocks, commands
from tests.support import REPOSITORY, accepts

SCENARIO = "zone-logistique"
SCRIPT = REPOSITORY / "scenarios" / "jeu-des-impacts" / f"{SCENARIO}.seance.txt"
TAUGHT = "cantine-locale"
DECIDING = ("designation-douce", "election-futurs")
REOPENED = "cantine-secheresse"
DEFUSED = "placard-commun"
CAMPAIGN = "campagne-cantine"
PAPER = {TAUGHT: (TRAINING, 0), REOPENED: (TRAINING, 1), DEFUSED: (DEFUSING, 0)}
"""The sessions that guides tell line by line: in which guide, and in which of its blocks."""


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
def typed(name: str = TAUGHT) -> Opened:
    """Type a session of a guide, as it came back from paper, at the seats that the guide names."""
    page, lines = PAPER[name]
    entered = next(one for one in commands(page) if one[:3] == ["eclaireurs", "enter", name])
    seats = tuple(entered[entered.index("--seats") + 1].split(","))
    opened = api.start(name, Setup(seats=seats, past=True))
    for line in blocks(page, "seance")[lines].splitlines():
        opened.enter(line)
    return opened


@cache
def campaign() -> tuple[Sat, ...]:
    """Play the campaign of the guide for trainers by simulated players."""
    found = find_campaign(CAMPAIGN)
    assert found is not None
    content = load_campaign(found)
    played: tuple[Sat, ...] = ()
    for _ in content.campaign.sessions:
        sat = campaigns.begin(content, played, Setup(seed=5, simulated=(FACILITATOR,)))
        for _action in autoplay(sat.opened.session):
            pass
        played = (*played, sat)
    return played


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
    sessions = [
        *(typed(one).session for one in PAPER),
        *(simulated(one) for one in (TAUGHT, *DECIDING, REOPENED)),
        *(one.opened.session for one in campaign()),
    ]
    found = [(evening().rules, state) for state in evening().states]
    return (*found, *((one.rules, played.state) for one in sessions for played in one.played))


def where(line: str) -> tuple[Rules, State] | None:
    """Find a moment at which a typed line is accepted, wholly."""
    return next((one for one in moments() if accepts(line, *one)), None)
