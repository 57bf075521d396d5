"""What an episode is: who is called, what is open, what it brings, where it ends."""

from dataclasses import replace

import numpy as np
import pytest

from eclaireurs_play import api
from eclaireurs_play.engine.domains import Terms
from eclaireurs_play.engine.gestures import Fill, Pass, Write
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.errors import EclaireursError, NotFoundError, RefusedError
from eclaireurs_play.play.notation import read_line
from eclaireurs_play.research import Sizes, env, raw_env
from eclaireurs_play.research.rewards import agreement
from tests.research.playing import (
    ANONYMOUS,
    NUMERIC,
    SHIPPED,
    VOTED,
    episode,
    open_numbers,
    randomly,
)
from tests.support import EVERYTHING, content

NEGOTIATED = "cantine-locale"


@pytest.mark.parametrize("optional", [False, True])
@pytest.mark.parametrize("name", [*SHIPPED, EVERYTHING])
def test_no_open_action_is_refused(name: str, optional: bool) -> None:
    played = raw_env(content(name), optional=optional)
    played.reset(seed=1)
    made = episode(played, randomly(1))
    assert made
    assert played.session.state.status != "playing"
    assert not any(played.truncations.values())


def _proposing(name: str) -> tuple[raw_env, Terms]:
    """Play up to the first proposal over terms; give what is asked."""
    played, choose = raw_env(name), randomly(2)
    played.reset(seed=2)
    while True:
        assert played._call is not None
        for ask in played._call.open.asks:
            if isinstance(ask.domain, Terms) and ask.domain.base is None:
                return played, ask.domain
        played.step(choose(played, open_numbers(played)))


@pytest.mark.parametrize("name", [NEGOTIATED, NUMERIC])
def test_proposals_are_open_by_number_within_the_charter(name: str) -> None:
    played, domain = _proposing(name)
    mask = played.observe(played.agent_selection)["action_mask"]
    for index in range(0, played.actions.proposals, 7):
        picked = dict(played.actions.space.picked(index))
        assert mask[1 + index] == (not domain.breach(picked))
    chosen = int(np.flatnonzero(mask[1 : played.actions.amending])[0])
    agent = played.agent_selection
    played.step(np.int32(1 + chosen))
    last = played.session.state.proposals[-1]
    assert (last.by, dict(last.options)) == (agent, played.actions.space.picked(chosen))


def test_a_charter_closes_some_proposals() -> None:
    played, domain = _proposing(NUMERIC)
    assert domain.rails
    mask = played.observe(played.agent_selection)["action_mask"][1 : played.actions.amending]
    assert 0 < mask.sum() < played.actions.proposals


def test_an_amendment_changes_one_term_of_a_version() -> None:
    played = raw_env(NEGOTIATED)
    played.reset(seed=3)
    actions, choose = played.actions, randomly(3)
    amending = range(actions.amending, actions.answering)
    while not (found := [one for one in open_numbers(played) if one in amending]):
        played.step(choose(played, open_numbers(played)))
    for number in found:
        slot, at = divmod(number - actions.amending, len(actions.options))
        assert played._call is not None
        made = played._call.open.gesture(number)
        assert made == Fill(played._call.open.versions[slot], dict([actions.options[at]]))
    before = len(played.session.state.proposals)
    played.step(found[-1])
    assert len(played.session.state.proposals) == before + 1


def _agreeing(_env: raw_env, numbers: list[int]) -> int:
    """Object to nothing, and say as little as possible."""
    return numbers[0]


def _objecting(env: raw_env, numbers: list[int]) -> int:
    """Object to everything."""
    assert env._call is not None
    made = {one: env._call.open.gesture(one) for one in numbers}
    objects = [n for n, one in made.items() if isinstance(one, Write) and one.about == "objection"]
    passes = [n for n, one in made.items() if isinstance(one, Pass)]
    return (objects or passes or numbers)[0]


def test_an_agreement_brings_each_seat_its_satisfaction() -> None:
    played = raw_env(NEGOTIATED)
    played.reset(seed=4)
    episode(played, _agreeing)
    adopted = agreement(played.session.state)
    assert adopted is not None
    table = played.rules.numbers.at(played.session.state.active)
    index = table.space.index(adopted.options)
    assert played.rewards == {
        seat: table.satisfaction[table.row(seat), index] / 1_000_000 for seat in played.agents
    }
    assert played.terminations == dict.fromkeys(played.agents, True)


def test_no_agreement_leaves_each_seat_its_reservation() -> None:
    played = raw_env(NEGOTIATED)
    played.reset(seed=4)
    episode(played, _objecting)
    assert agreement(played.session.state) is None
    seats = played.rules.scenario.seats
    assert played.rewards == {seat: seats[seat].reservation for seat in played.agents}
    assert any(played.rewards.values())


def test_a_game_without_numbers_brings_nothing() -> None:
    played = raw_env(VOTED)
    played.reset(seed=1)
    episode(played, randomly())
    assert played.rewards == dict.fromkeys(played.agents, 0.0)


def test_an_episode_that_lasts_is_truncated_and_brings_nothing() -> None:
    played = raw_env(NEGOTIATED, max_steps=5)
    played.reset(seed=1)
    assert len(episode(played, randomly())) == 5
    assert played.truncations == dict.fromkeys(played.agents, True)
    assert not any((*played.terminations.values(), *played.rewards.values()))


def test_other_seats_are_played_by_the_program() -> None:
    played = raw_env(NEGOTIATED, agents=("elue",))
    played.reset(seed=1)
    assert played.agents == ["elue"]
    episode(played, randomly())
    made = {one.action.by for one in played.session.played}
    assert {"prescripteur", "finances", "elue"} <= made


def test_a_seed_opens_the_session_that_it_opens_anywhere() -> None:
    played = raw_env(NUMERIC)
    played.reset(seed=11)
    loaded = content(NUMERIC)
    other = api.start(loaded, api.with_everyone(Setup(seed=11), loaded)).session
    assert played.session.setup == other.setup
    assert not played.session.played
    assert played.session.state == other.state


def test_without_a_seed_each_episode_is_another_one() -> None:
    played = raw_env(NUMERIC)
    played.reset(seed=11)
    seeds = []
    for _ in range(3):
        played.reset()
        seeds.append(played.session.setup.seed)
    played.reset(seed=11)
    played.reset()
    assert len(set(seeds)) == 3
    assert played.session.setup.seed == seeds[0]


def test_pseudonyms_at_the_table_are_drawn_anew() -> None:
    played = raw_env(ANONYMOUS)
    tables = set()
    for seed in range(4):
        played.reset(seed=seed)
        assert set(played.agents) < set(played.possible_agents)
        tables.add(tuple(played.agents))
    assert len(tables) > 1


def test_a_closed_action_is_refused_and_changes_nothing() -> None:
    played = raw_env(NEGOTIATED)
    played.reset(seed=1)
    closed = int(np.flatnonzero(played.observe(played.agent_selection)["action_mask"] == 0)[0])
    before = played.session.state
    for number in (closed, -1, played.actions.size, None):
        with pytest.raises(RefusedError, match=f"L'action {number} n'est pas ouverte"):
            played.step(number)
    assert played.session.state is before


def test_wrapped_a_closed_action_ends_the_episode() -> None:
    wrapped = env(NEGOTIATED)
    wrapped.reset(seed=1)
    agent = wrapped.agent_selection
    mask = wrapped.observe(agent)["action_mask"]
    wrapped.step(int(np.flatnonzero(mask == 0)[0]))
    assert wrapped.rewards[agent] == -1
    assert all(wrapped.terminations.values())


def test_an_action_is_said_as_it_is_typed() -> None:
    played = raw_env(VOTED)
    played.reset(seed=1)
    choose = randomly(5)
    for _ in range(30):
        number = choose(played, open_numbers(played))
        said = played.words(number)
        count = len(played.session.played)
        played.step(number)
        assert read_line(said, played.rules) == played.session.played[count].action


def test_the_log_is_told_from_the_start() -> None:
    played = raw_env(VOTED, render_mode="ansi")
    played.reset(seed=1)
    begun = played.render()
    episode(played, randomly())
    told = played.render()
    assert begun
    assert told
    assert told.startswith(begun)
    assert told.endswith("## Fin de la séance")


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        (NEGOTIATED, {"agents": ("elu",)}, "« elu » (vouliez-vous dire « elue » ?)"),
        (NEGOTIATED, {"style": "dur"}, "Style de négociation inconnu : « dur »"),
        (NEGOTIATED, {"render_mode": "rgb_array"}, "Façon de montrer inconnue : « rgb_array »"),
        ("cantine-local", {}, "« cantine-local » (vouliez-vous dire « cantine-locale » ?)"),
    ],
)  # fmt: skip
def test_what_does_not_exist_is_said_at_once(
    name: str, options: dict[str, object], said: str
) -> None:
    with pytest.raises(NotFoundError) as told:
        raw_env(name, **options)  # type: ignore[arg-type] # wrong on purpose
    assert said in str(told.value)


def test_a_table_that_the_game_refuses_is_refused_at_once() -> None:
    with pytest.raises(RefusedError, match="Place inconnue : « x »"):
        raw_env(NEGOTIATED, seats=("x",))
    with pytest.raises(RefusedError, match="les places sont tirées au sort : dites aussi"):
        raw_env(ANONYMOUS, agents=("granit",))


def test_too_many_proposals_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eclaireurs_play.research.actions.MOST_PROPOSALS", 1000)
    with pytest.raises(EclaireursError) as told:
        raw_env(NEGOTIATED)
    assert str(told.value) == (
        "« cantine-locale » a 1728 propositions possibles ; "
        "l'environnement en numérote 1000 au plus."
    )


@pytest.mark.parametrize("name", SHIPPED)
def test_a_table_where_everyone_passes_still_ends(name: str) -> None:
    played = raw_env(name)
    played.reset(seed=2)
    assert len(episode(played, _agreeing)) < 1000
    assert not any(played.truncations.values())


def test_what_no_action_stands_for_is_played_by_the_program() -> None:
    played = raw_env(NEGOTIATED, sizes=Sizes(choices=0, versions=0))
    played.reset(seed=1)
    episode(played, randomly(1))
    assert played.session.state.status == "over"
    made = {one.action.gesture.do for one in played.session.played if one.action.by == "elue"}
    assert {"draw", "write"} <= made


def test_sizes_that_number_nothing_are_refused() -> None:
    with pytest.raises(EclaireursError, match="Il faut numéroter une demande au moins"):
        Sizes(rows=0)


def test_sizes_set_the_space() -> None:
    small = raw_env(NEGOTIATED, sizes=replace(Sizes(), rows=2, choices=3, versions=1))
    options = sum(len(one.options) for one in small.rules.scenario.terms.values())
    assert small.action_space("elue").n == 1 + 1728 + options + 6  # type: ignore[attr-defined]
    small.reset(seed=1)
    assert episode(small, randomly(1))
    assert small.session.state.status == "over"
