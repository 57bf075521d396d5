"""One golden session per scenario: every line, what it did, where it led.

`make goldens` writes them anew; read the difference before committing it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eclaireurs_play.play.narration import tell
from eclaireurs_play.play.notation import read_typed, write_line
from tests.support import EVERYTHING, SCENARIOS, auto_session, new_session

FOLDER = Path(__file__).parent
SEED = 7


def _told(name: str) -> Iterator[str]:
    session = auto_session(name, SEED)
    yield f"# {session.rules.scenario.title} — seed {SEED}"
    yield from tell(session.rules, session.state, session.opening)
    for one in session.played:
        yield f"> {write_line(one.action)}"
        yield from tell(session.rules, one.state, one.events)


@pytest.mark.parametrize("name", [*SCENARIOS, EVERYTHING])
def test_golden(name: str, regenerate: bool) -> None:
    path = FOLDER / f"{name}.txt"
    text = "\n".join(line.strip() for line in _told(name)) + "\n"
    if regenerate:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.is_file(), f"no golden for {name}: run `make goldens`"
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", [*SCENARIOS, EVERYTHING])
def test_a_golden_typed_back_leads_to_the_same_state(name: str) -> None:
    played = auto_session(name, SEED)
    typed = new_session(name, seed=SEED, simulated=played.setup.simulated)
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            for action in read_typed(line.removeprefix("> "), typed.rules, typed.state):
                typed.play(action)
    assert typed.state == played.state
