"""Borda's count (1784): an option earns a point for each option it is placed above.

J.-C. de Borda, *Mémoire sur les élections au scrutin*, for strict orderings; ties share the
points of the places they take, after D. Black, *The Theory of Committees and Elections* (1958).
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from eclaireurs_play.engine.decisions.ballots import completed, require_options, weighed
from eclaireurs_play.engine.decisions.tally import Ordering, Tally, Weight, scored


def borda(
    options: Mapping[str, str], ballots: Sequence[Ordering], weights: Sequence[Weight] = ()
) -> Tally:
    """Add up n − 1 points for a first place among n options, down to 0 for a last place.

    Tied options get the average of their places. Options a ballot leaves out are tied in its
    last places, so every ballot gives as many points in all and a blank one favours nobody.
    """
    require_options(options)
    pairs = weighed(ballots, weights)
    scores: dict[str, Weight] = dict.fromkeys(options, 0)
    for ballot, weight in pairs:
        for option, earned in _earned(completed(options, ballot)):
            scores[option] += weight * earned
    best = (len(options) - 1) * sum(weight for _, weight in pairs)
    return scored(options, scores, "point", best)


def _earned(ordering: Ordering) -> Iterator[tuple[str, Fraction]]:
    below = sum(map(len, ordering))
    for group in ordering:
        below -= len(group)
        for option in group:
            yield option, below + Fraction(len(group) - 1, 2)
