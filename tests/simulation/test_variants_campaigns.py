"""A campaign simulated is the campaign a table would play with the same seed."""

from functools import cache
from pathlib import Path

import numpy as np

from eclaireurs_play import api, campaigns
from eclaireurs_play.content.campaigns import CampaignContent, find_campaign, load_campaign
from eclaireurs_play.engine.codec import state_to_json
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.simulation.batch import seed_of
from eclaireurs_play.simulation.campaigns import CampaignBatch, columns, play, sat
from eclaireurs_play.simulation.columns import TABLES, joined
from eclaireurs_play.simulation.rows import play as play_alone
from eclaireurs_play.simulation.store import Store

NAMES = ["strategie", "cockpit", "clause"]


@cache
def content() -> CampaignContent:
    found = find_campaign("campagne-cantine")
    assert found is not None
    return load_campaign(found)


@cache
def batch(*, calm: bool = False) -> CampaignBatch:
    rules = {name: api.rules_of(one) for name, one in content().scenarios.items()}
    return CampaignBatch(content().campaign, rules, 7, calm=calm)


def test_a_campaign_is_the_one_a_table_would_play() -> None:
    simulated = list(sat(batch(), 2))
    assert [one.step.sitting.id for one in simulated] == NAMES
    done: tuple[campaigns.Sat, ...] = ()
    for one in simulated:
        setup = Setup(seed=seed_of(7, 2), simulated=("groupe",))
        begun = campaigns.begin(content(), done, setup)
        for _action in autoplay(begun.opened.session):
            pass
        done = (*done, begun)
        assert one.went_on
        assert one.session.setup == begun.opened.session.setup
        assert state_to_json(one.session.state) == state_to_json(begun.state)
    assert simulated[1].session.state.inherited
    assert len({one.session.setup.seed for one in simulated}) == 3


def test_rows_do_not_depend_on_how_numbers_are_cut(tmp_path: Path) -> None:
    whole = play(batch(), range(1, 3))
    first, second = play(batch(), range(1, 2)), play(batch(), range(2, 3))
    assert list(whole) == list(columns(batch())) == NAMES
    for name, chunk in whole.items():
        again = joined([first[name], second[name]])
        for table in TABLES:
            assert np.array_equal(getattr(chunk, table), getattr(again, table))
        assert chunk.sessions["session"].tolist() == [1, 2]
        store = Store(tmp_path / name, {"campaign": "x"}, columns(batch())[name])
        store.open()
        assert list(store.keep([chunk])) == [2]


def test_the_first_session_is_that_of_a_batch_of_its_own() -> None:
    own = batch().step(content().campaign.sessions[0])
    alone = play_alone(own, range(1, 2))
    kept = play(batch(), range(1, 2))["strategie"]
    for table in TABLES:
        assert np.array_equal(getattr(alone, table), getattr(kept, table))


def test_what_cannot_begin_has_a_row_and_stops_what_follows() -> None:
    calm = batch(calm=True)
    first = content().campaign.sessions[0]
    broken = first.model_copy(update={"gives": {"jamais": "strategie"}})
    sessions = (broken, *content().campaign.sessions[1:])
    other = content().campaign.model_copy(update={"sessions": sessions})
    cut = CampaignBatch(other, calm.rules, 7, calm=True)
    assert [one.step.sitting.id for one in sat(cut, 1)] == ["strategie"]
    found = play(cut, range(1, 2))
    assert [found[name].sessions["status"].tolist() for name in NAMES] == [[0], [3], [3]]
    assert found["cockpit"].sessions["actions"].tolist() == [0]
    assert found["clause"].sessions["adopted"].tolist() == [-1]
    assert found["clause"].sessions["seed"] == play(calm, range(1, 2))["clause"].sessions["seed"]
    assert len(found["clause"].seats) == 0


def test_a_calm_campaign_has_no_surprise_and_no_twin() -> None:
    for chunk in play(batch(calm=True), range(1, 2)).values():
        assert chunk.sessions["surprises"].tolist() == [0]
        assert chunk.sessions["calm_adopted"].tolist() == [-1]
