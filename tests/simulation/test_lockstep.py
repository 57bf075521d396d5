"""Lock-step and the reference engine play the same sessions, number by number."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireurs_play import api
from eclaireurs_play.engine.negotiation.styles import STYLES
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.model.phases import Amend, Charter, Consent, Prioritise, Propose, Trigger
from eclaireurs_play.model.scenario import CharterCards, Guardrail, Scenario, Seat, Surprise
from eclaireurs_play.simulation import rows
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.columns import UNCOUNTED, Chunk, joined
from eclaireurs_play.simulation.lockstep.playing import play, playable
from tests.engine.negotiation.samples import AXES, Data, scenarios
from tests.engine.negotiation.samples import scenario as read

NUMERIC = (
    "cantine-secheresse", "tilleuls-deuxieme-hiver", "guichet-deux-ans-apres",
    "aumette-troisieme-annee", "cantine-locale", "batiment-partage", "mobilite-rurale",
    "service-numerique",
)  # fmt: skip


@cache
def _rules(name: str) -> Rules:
    return api.rules_of(api.playable(name, None))


def _same(batch: Batch, numbers: range) -> None:
    """Compare everything that both executors count."""
    found, expected = play(batch, numbers), rows.play(batch, numbers)
    for table in ("sessions", "seats", "proposals"):
        mine, theirs = getattr(found, table), getattr(expected, table)
        for field in mine.dtype.names:
            if field not in {*UNCOUNTED, "executor"}:
                assert mine[field].tolist() == theirs[field].tolist(), (table, field)


@pytest.mark.parametrize("name", NUMERIC)
def test_a_shipped_situation(name: str) -> None:
    assert playable(_rules(name)) == ""
    _same(Batch(_rules(name), seed=11), range(1, 5))


@pytest.mark.parametrize("table", STYLES)
def test_every_style_of_table(table: str) -> None:
    _same(Batch(_rules("cantine-secheresse"), 5, table), range(3, 5))
    _same(Batch(_rules("service-numerique"), 5, table, calm=True), range(3, 5))


_seats = st.builds(
    lambda weights, lines, level, long_view, shows: {
        "weights": weights,
        "red_lines": lines,
        "reservation": level / 20,
        "long_view": long_view / 4,
        "shows": shows,
    },
    st.dictionaries(st.sampled_from(AXES), st.integers(1, 9), min_size=1),
    st.lists(
        st.builds(lambda axis, most: {"axis": axis, "at_most": most / 10},
                  st.sampled_from(AXES), st.integers(-30, 60)),
        max_size=2,
    ),
    st.integers(0, 14),
    st.integers(0, 4),
    st.lists(st.sampled_from(AXES), unique=True),
)  # fmt: skip


@st.composite
def _rewritten(draw: st.DrawFn, name: str) -> Rules:
    """Give a shipped game other numbers, other terms, other news, and phases of other shapes."""
    rules = _rules(name)
    numbers = read({**draw(scenarios), "seats": {"a": {"role": "a"}}})
    scenario = rules.scenario.model_copy(
        update={
            "axes": numbers.axes,
            "terms": numbers.terms,
            "current": {},
            "surprises": _news(draw, rules.scenario, numbers),
            "seats": {seat: _seated(draw, one) for seat, one in rules.scenario.seats.items()},
            "charter": _charter(draw, rules.scenario.charter),
        }
    )
    phases = {key: phase.model_copy(update=_shape(draw, phase))
              for key, phase in rules.phases.items()}  # fmt: skip
    return replace(rules, scenario=scenario, phases=phases)


def _news(draw: st.DrawFn, shipped: Scenario, numbers: Scenario) -> dict[str, Surprise]:
    """Keep some of the shipped news, with moves on the new axes."""
    names = draw(st.lists(st.sampled_from(sorted(shipped.surprises)), unique=True, max_size=4))
    moves = [one.moves for one in numbers.surprises.values()] or [{}]
    return {
        name: shipped.surprises[name].model_copy(update={"moves": moves[at % len(moves)]})
        for at, name in enumerate(names)
    }


def _seated(draw: st.DrawFn, seat: Seat) -> Seat:
    return Seat.model_validate({**seat.model_dump(), **draw(_seats)})


def _charter(draw: st.DrawFn, charter: CharterCards | None) -> CharterCards | None:
    if charter is None:
        return None
    rails = {
        card: Guardrail(axis=draw(st.sampled_from(AXES)), at_most=draw(st.integers(-2, 6)))
        for card in charter.guardrails
    }
    return charter.model_copy(update={"guardrails": rails})


def _shape(draw: st.DrawFn, phase: object) -> Data:
    if isinstance(phase, Amend):
        return {
            "rounds": draw(st.integers(1, 2)),
            "scenarios": draw(st.integers(1, 3)),
            "accepts": draw(st.sampled_from(("holder", "group"))),
        }
    if isinstance(phase, Consent):
        return {
            "rounds": draw(st.integers(1, 3)),
            "steps": draw(st.sampled_from(((), phase.steps))),
        }
    if isinstance(phase, Propose):
        return {"each": draw(st.integers(1, 2))}
    if isinstance(phase, Charter):
        return {"strikes": draw(st.integers(0, 2))}
    return {"top": draw(st.none() | st.integers(1, 2))} if isinstance(phase, Prioritise) else {}


@settings(max_examples=10)
@given(_rewritten("cantine-secheresse"), st.integers(0, 2**32), st.booleans())
def test_clauses_of_any_numbers(rules: Rules, seed: int, calm: bool) -> None:
    _same(Batch(rules, seed, calm=calm), range(1, 3))


@settings(max_examples=12)
@given(_rewritten("cantine-locale"), st.integers(0, 2**32), st.sampled_from((*STYLES, "mixed")))
def test_modellings_of_any_numbers(rules: Rules, seed: int, table: str) -> None:
    _same(Batch(rules, seed, table), range(1, 3))


@settings(max_examples=15)
@given(st.lists(st.integers(1, 60), unique=True, max_size=4), st.sampled_from(NUMERIC))
def test_a_session_is_the_same_in_any_chunk(cuts: list[int], name: str) -> None:
    batch, ends = Batch(_rules(name), 3), [0, *sorted(cuts), 61]
    parts = [play(batch, range(a + 1, b + 1)) for a, b in pairwise(ends)]
    _identical(joined(parts), play(batch, range(1, 62)))


def _identical(one: Chunk, other: Chunk) -> None:
    for (name, mine), (_, theirs) in zip(one.tables(), other.tables(), strict=True):
        assert np.array_equal(mine, theirs), name


def test_what_it_does_not_play_is_said() -> None:
    assert playable(_rules("zone-logistique")) == (
        "Cette situation se joue avec des mots, sans chiffres."
    )
    picked = _rules("cantine-secheresse")
    phases = {key: one.model_copy(update={"pick": "choose"}) if isinstance(one, Trigger) else one
              for key, one in picked.phases.items()}  # fmt: skip
    assert "moteur de référence" in playable(replace(picked, phases=phases))
    silent = {"seats": {**picked.scenario.seats, "jury": Seat(role="jury-citoyen")}}
    mute = replace(picked, scenario=picked.scenario.model_copy(update=silent))
    assert "n'a pas de chiffres" in playable(mute)
