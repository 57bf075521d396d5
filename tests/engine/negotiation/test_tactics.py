"""Simulated players: how they concede, propose, amend and accept."""

from collections.abc import Callable
from copy import deepcopy
from functools import partial
from itertools import count

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.engine import chance
from eclaireurs_play.engine.negotiation import tactics
from eclaireurs_play.engine.negotiation.exact import SCALE
from eclaireurs_play.engine.negotiation.reasons import reasons
from eclaireurs_play.engine.negotiation.styles import STYLES, aspiration, concession, style_at
from eclaireurs_play.engine.negotiation.table import table
from tests.engine.negotiation.samples import Data, all_seats, scenarios, tiny

styles = st.sampled_from(sorted(STYLES))
targets = st.integers(0, SCALE)
seeds = st.integers(0, 2**32)


class Counted:
    """Luck that counts its draws."""

    def __init__(self, seed: int) -> None:
        self.key, self.draws = chance.key(seed, "essai"), 0

    def __call__(self, bound: int) -> int:
        self.draws += 1
        return chance.below(self.key, self.draws, bound)


def _first(bound: int) -> int:
    assert bound > 0
    return 0


def _last(bound: int) -> int:
    return bound - 1


@given(st.sampled_from([(1, 4), (1, 2), (1, 1), (2, 1), (3, 1)]), st.integers(1, 48), st.data())
def test_concession_is_the_published_curve(
    pace: tuple[int, int], of: int, draw: st.DataObject
) -> None:
    at = draw.draw(st.integers(0, of))
    published = (at / of) ** (pace[1] / pace[0])
    assert concession(pace, at, of) == pytest.approx(published * SCALE, abs=1.001)


@given(styles, st.integers(0, SCALE), st.integers(0, SCALE), st.integers(0, 30))
def test_aspirations_only_come_down_to_the_floor(name: str, floor: int, top: int, of: int) -> None:
    style = STYLES[name]
    course = [aspiration(style, at, of, floor=floor, top=top) for at in range(of + 1)]
    assert course == sorted(course, reverse=True)
    assert course[-1] == floor
    assert course[0] == (floor if style.blind or not of else max(floor, top))


def test_who_holds_on_and_who_yields() -> None:
    half = {name: aspiration(style, 5, 10, floor=400_000) for name, style in STYLES.items()}
    assert half == {
        "hard": 962_500,
        "mixed": 700_000,
        "cooperative": 523_780,
        "random": 400_000,
    }


def test_styles_around_a_table() -> None:
    assert style_at("hard", _last) == "hard"
    assert (style_at("mixed", _first), style_at("mixed", _last)) == ("hard", "cooperative")


def _view(name: str, seat: str, context: tuple[str, ...] = ()) -> tactics.Outlook:
    found = table(tiny(), seats=("mairie", "entreprise"), context=context)
    return tactics.outlook(found, seat, STYLES[name])


def _around() -> Callable[[int], int]:
    """Give luck that goes round: a player thinks of everything when there is little."""
    counter = count()
    return lambda bound: next(counter) % bound


def test_openings_of_the_tiny_scenario() -> None:
    assert tactics.opening(_view("hard", "mairie"), 700_000, _around()) == 1
    # what suits the firm as well, it gives: the town hall shows that it wants jobs
    assert tactics.opening(_view("hard", "entreprise"), 420_000, _around()) == 0
    assert tactics.opening(_view("hard", "entreprise"), 400_000, _around()) == 2
    # the firm shows nothing: the town hall's cooperation finds nothing to give
    assert tactics.opening(_view("cooperative", "mairie"), 600_000, _around()) == 1
    # after the surprise nothing suits the town hall: it proposes the least bad
    assert tactics.opening(_view("hard", "mairie", ("secheresse",)), 700_000, _around()) == 1
    assert _view("hard", "mairie", ("secheresse",)).best == 450_000
    assert _view("hard", "entreprise").best == 433_333


def test_amendments_of_the_tiny_scenario() -> None:
    hard = _view("hard", "entreprise")
    assert tactics.amendment(hard, 1, 400_000, _around()) == 0
    # changing the calendar would help the town hall, but not the firm, which has a grievance
    assert tactics.amendment(hard, 1, 400_000, _around(), avoid={0}) is None
    assert tactics.amendment(_view("cooperative", "entreprise"), 3, 400_000, _around()) == 2
    assert tactics.amendment(hard, 0, 400_000, _around()) is None
    assert tactics.accepts(hard, 1, 0, 400_000)
    assert not tactics.accepts(hard, 0, 1, 400_000)


def test_a_cooperative_player_helps_with_an_objection_heard() -> None:
    found = table(tiny(), seats=("mairie", "entreprise"))
    said = reasons(found, "entreprise", 1)
    deaf = tactics.outlook(found, "mairie", STYLES["cooperative"])
    assert tactics.amendment(deaf, 1, 600_000, _around()) is None
    listening = tactics.outlook(found, "mairie", STYLES["cooperative"], heard=said)
    assert tactics.amendment(listening, 1, 600_000, _around()) == 0


@given(scenarios, styles, targets, seeds)
def test_every_decision_is_repeatable_and_draws_as_much(
    data: Data, name: str, target: int, seed: int
) -> None:
    found = all_seats(data)
    view = tactics.outlook(found, found.seats[0], STYLES[name])
    current = seed % found.space.size
    deciding: list[tuple[Callable[[Counted], int | None], int]] = [
        (lambda luck: tactics.opening(view, target, luck), tactics.THINKS_OF),
    ]
    if found.space.neighbours(current):
        amend = partial(tactics.amendment, view, current, target)
        deciding.append((amend, tactics.LOOKS_AT))
    for decide, draws in deciding:
        luck, again = Counted(seed), Counted(seed)
        assert decide(luck) == decide(again)
        assert luck.draws == draws


@given(scenarios, styles, targets, seeds)
def test_an_amendment_changes_one_term_and_never_adds_a_grievance(
    data: Data, name: str, target: int, seed: int
) -> None:
    found = all_seats(data)
    current = seed % found.space.size
    view = tactics.outlook(found, found.seats[0], STYLES[name])
    amended = tactics.amendment(view, current, target, Counted(seed))
    if amended is None:
        return
    assert amended in found.space.neighbours(current)
    if not view.style.blind:
        assert view.grievances[amended] <= view.grievances[current]
        assert not tactics.content(view, current, target)
        assert tactics.accepts(view, current, amended, target)


@given(scenarios, styles, st.integers(-9, 9), st.integers(0, 10))
def test_players_know_nothing_that_the_others_keep_to_themselves(
    data: Data, name: str, weight: int, tenth: int
) -> None:
    other = deepcopy(data)
    me, *others = other["seats"]
    for seat in others:
        one = other["seats"][seat]
        one["weights"] = {
            axis: points if axis in one["shows"] else weight
            for axis, points in one["weights"].items()
        }
        one |= {"long_view": tenth / 10, "reservation": tenth / 10, "red_lines": []}
    for context in ((), tuple(data["surprises"])):
        mine = tactics.outlook(all_seats(data, context), me, STYLES[name])
        same = tactics.outlook(all_seats(other, context), me, STYLES[name])
        for field in ("own", "grievances", "score"):
            assert np.array_equal(getattr(mine, field), getattr(same, field))
