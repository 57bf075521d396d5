"""How simulated players concede: time-dependent tactics, in exact integers.

P. Faratin, C. Sierra & N. Jennings, « Negotiation decision functions for autonomous agents »,
Robotics and Autonomous Systems 24 (1998): at time t of T one aspires to
u = 1 − (1 − floor)·(t/T)^(1/e). With e < 1 one holds on, then yields at the end; with e > 1 one
yields early. Here (t/T)^(1/e) is rounded down to parts per million, without floating point.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from eclaireurs_play.engine.domains import Luck
from eclaireurs_play.engine.negotiation.exact import SCALE, root


@dataclass(frozen=True, slots=True)
class Style:
    """A way of negotiating.

    `pace` is e, as a fraction (numerator, denominator). `cooperation` is the weight given to the
    others' estimated satisfaction against one's own, in parts per million. A `blind` player
    proposes and amends at random; its limits are still its seat's.
    """

    pace: tuple[int, int]
    cooperation: int
    blind: bool = False


STYLES: Mapping[str, Style] = {
    "hard": Style((1, 4), 100_000),
    "mixed": Style((1, 1), 400_000),
    "cooperative": Style((3, 1), 700_000),
    "random": Style((1, 1), 0, blind=True),
}
"""Ours, for tuning scenarios; no measure of real people."""

AT_A_MIXED_TABLE = ("hard", "mixed", "cooperative")


def style_at(table: str, luck: Luck) -> str:
    """Name a seat's style: that of the table, or at a `mixed` table any, by lot (one draw)."""
    return AT_A_MIXED_TABLE[luck(len(AT_A_MIXED_TABLE))] if table == "mixed" else table


def concession(pace: tuple[int, int], at: int, of: int) -> int:
    """Give (at/of)^(1/e) in parts per million, rounded down; all is conceded when `of` is 0."""
    e_up, e_down = pace
    at = min(max(at, 0), of)
    if of <= 0:
        return SCALE
    return root(SCALE**e_up * at**e_down // of**e_down, e_up)


def aspiration(style: Style, at: int, of: int, *, floor: int, top: int = SCALE) -> int:
    """Give the satisfaction a player holds out for at time `at` of `of`, in parts per million.

    It goes from `top` (the best it could hope for) down to `floor` (its reservation), never
    below. A blind player holds out for nothing more than its floor.
    """
    if style.blind or top <= floor:
        return floor
    return top - (top - floor) * concession(style.pace, at, of) // SCALE
