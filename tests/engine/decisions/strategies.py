"""Ballots at random, and the rules by name with ballots of one shape: orderings."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from hypothesis import strategies as st

from eclaireurs_play.engine.decisions.approval import approval
from eclaireurs_play.engine.decisions.borda import borda
from eclaireurs_play.engine.decisions.channels import Cast, Channel, by_channel
from eclaireurs_play.engine.decisions.judgment import majority_judgment
from eclaireurs_play.engine.decisions.plurality import plurality
from eclaireurs_play.engine.decisions.points import Allocation, Caps, points
from eclaireurs_play.engine.decisions.schulze import schulze
from eclaireurs_play.engine.decisions.tally import Ordering, Tally, Weight

OPTIONS = "ABCDE"
MENTIONS = ("Très bien", "Bien", "Passable", "Insuffisant", "À rejeter")

K = TypeVar("K")
Rule = Callable[[Mapping[str, str], Sequence[Ordering], Sequence[Weight]], Tally]


def _grouped(places: Mapping[str, int]) -> Ordering:
    levels = sorted({place for place in places.values() if place})
    return tuple(
        tuple(option for option, place in places.items() if place == level) for level in levels
    )


ORDERINGS = st.fixed_dictionaries({option: st.integers(0, 5) for option in OPTIONS}).map(_grouped)
BALLOTS = st.lists(ORDERINGS, min_size=1, max_size=9)


def graded(ballot: Ordering) -> dict[str, str]:
    return {option: MENTIONS[place] for place, group in enumerate(ballot) for option in group}


def _plurality(
    options: Mapping[str, str], ballots: Sequence[Ordering], weights: Sequence[Weight]
) -> Tally:
    """Name the first option when it stands alone."""
    alone = (group[0] if len(group) == 1 else () for group in (b[0] if b else () for b in ballots))
    return plurality(options, [one[0] if one else None for one in alone], weights)


def _approval(
    options: Mapping[str, str], ballots: Sequence[Ordering], weights: Sequence[Weight]
) -> Tally:
    return approval(options, [frozenset(sum(one[:2], ())) for one in ballots], weights)


def _judgment(
    options: Mapping[str, str], ballots: Sequence[Ordering], weights: Sequence[Weight]
) -> Tally:
    return majority_judgment(options, MENTIONS, [graded(one) for one in ballots], weights)


WEIGHTED: dict[str, Rule] = {
    "plurality": _plurality,
    "approval": _approval,
    "borda": borda,
    "schulze": schulze,
    "judgment": _judgment,
}


def _points(
    options: Mapping[str, str], ballots: Sequence[Ordering], weights: Sequence[Weight]
) -> Tally:
    """Give 3 points to each first option and 1 to each second."""
    del weights
    given = [
        {option: worth for group, worth in zip(one, (3, 1), strict=False) for option in group}
        for one in ballots
    ]
    return points(options, Caps(15, 3), [Allocation("", one) for one in given])


def _channels(
    options: Mapping[str, str], ballots: Sequence[Ordering], weights: Sequence[Weight]
) -> Tally:
    """Send ballots through one channel or the other by how many options they rank."""
    del weights
    channels = {"even": Channel("paire", 2), "odd": Channel("impaire", 3)}
    casts = [Cast("odd" if len(sum(one, ())) % 2 else "even", one) for one in ballots]
    return by_channel(options, channels, casts, borda, "channel")


RULES: dict[str, Rule] = {**WEIGHTED, "points": _points, "channels": _channels}
