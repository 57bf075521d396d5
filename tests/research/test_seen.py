"""What an agent sees is what its seat may see, and says what it is."""

from dataclasses import replace

import numpy as np
import pytest

from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.research import raw_env
from tests.research.playing import ANONYMOUS, VOTED, open_numbers, randomly
from tests.support import EVERYTHING, content

NEGOTIATED = "cantine-locale"


def _same(one: raw_env, other: raw_env, agent: str) -> bool:
    pair = one.observe(agent)["observation"], other.observe(agent)["observation"]
    return bool(np.array_equal(*pair))


def _twin(name: str, seed: int, made: list[int]) -> raw_env:
    """Play the same actions again."""
    twin = raw_env(content(name))
    twin.reset(seed=seed)
    for one in made:
        twin.step(one)
    return twin


def _hidden(played: raw_env) -> str:
    """Give the phase being played when what is done in it is hidden, else ""."""
    leaf = played.session.state.leaf
    return leaf.phase if leaf and played.rules.phases[leaf.phase].hidden else ""


@pytest.mark.parametrize("name", [VOTED, ANONYMOUS, EVERYTHING])
def test_what_is_hidden_changes_nothing_for_others(name: str) -> None:
    """A twin answers otherwise, or passes, in a hidden phase: while it is open, nobody sees it."""
    played, choose, compared = raw_env(content(name)), randomly(3), 0
    played.reset(seed=3)
    made: list[int] = []
    while not all(played.terminations.values()):
        phase, agent, numbers = _hidden(played), played.agent_selection, open_numbers(played)
        number = choose(played, numbers)
        others = [one for one in numbers if one != number] if phase else []
        twin = _twin(name, 3, [*made, others[0]]) if others else None
        made.append(number)
        played.step(number)
        if twin and phase == _hidden(played) == _hidden(twin):
            called = {agent, played.agent_selection, twin.agent_selection}
            seen = [one for one in played.agents if one not in called]
            assert all(_same(played, twin, one) for one in seen)
            compared += 1
    assert compared


def _with_other_weights(loaded: ScenarioContent, seat: str) -> ScenarioContent:
    seats = dict(loaded.scenario.seats)
    who = seats[seat]
    turned = {axis: -weight for axis, weight in who.weights.items()}
    seats[seat] = who.model_copy(update={"weights": turned, "reservation": 0.9})
    return replace(loaded, scenario=loaded.scenario.model_copy(update={"seats": seats}))


def test_nobody_sees_what_another_seat_weighs() -> None:
    loaded = content(NEGOTIATED)
    played, twin = raw_env(loaded), raw_env(_with_other_weights(loaded, "finances"))
    played.reset(seed=5)
    twin.reset(seed=5)
    choose, apart = randomly(5), 0
    while not all(played.terminations.values()):
        for agent in played.agents:
            if agent != "finances":
                assert _same(played, twin, agent)
            else:
                apart += not _same(played, twin, agent)
        number = choose(played, open_numbers(played))
        played.step(number)
        twin.step(number)
    assert apart


def test_the_layout_says_what_each_number_is() -> None:
    played = raw_env(NEGOTIATED)
    played.reset(seed=5)
    parts = list(played.seen.layout.values())
    assert [one.start for one in parts] == [0, *(one.stop for one in parts[:-1])]
    assert played.observation_space("elue")["observation"].shape == (parts[-1].stop,)  # type: ignore[index]
    choose = randomly(5)
    while not played.session.state.proposals:
        played.step(choose(played, open_numbers(played)))
    vector = played.observe("finances")["observation"]
    layout, seat = played.seen.layout, played.rules.scenario.seats["finances"]
    assert vector[layout["seat"]].argmax() == list(played.rules.scenario.seats).index("finances")
    assert vector[layout["reservation"]] == pytest.approx(seat.reservation)
    assert abs(vector[layout["weights"]]).sum() == pytest.approx(1)
    table = played.rules.numbers.at(played.session.state.active)
    last = table.space.index(played.session.state.proposals[-1].options)
    present, satisfaction, objection, _asked = vector[layout["versions"]][:4]
    assert (present, objection) == (1, table.objections[table.row("finances"), last])
    assert satisfaction == pytest.approx(table.satisfaction[table.row("finances"), last] / 1e6)
    assert vector[layout["phase"]].sum() == 1


def test_only_the_agent_selected_has_actions() -> None:
    played = raw_env(NEGOTIATED)
    played.reset(seed=1)
    for agent in played.agents:
        assert played.observe(agent)["action_mask"].any() == (agent == played.agent_selection)
