"""Plurality: each ballot names one option and the most named is in front.

The oldest rule in use; Borda (1784) and Condorcet (1785) wrote against it, because an option
that most people put last may come first.
"""

from collections.abc import Mapping, Sequence

from eclaireurs_play.engine.decisions.ballots import require_known, require_options, weighed
from eclaireurs_play.engine.decisions.tally import Tally, Weight, scored


def plurality(
    options: Mapping[str, str], ballots: Sequence[str | None], weights: Sequence[Weight] = ()
) -> Tally:
    """Count the ballots that name each option; `None` is a blank ballot, which is not counted.

    Options named as often are tied.
    """
    require_options(options)
    scores: dict[str, Weight] = dict.fromkeys(options, 0)
    for ballot, weight in weighed(ballots, weights):
        if ballot is not None:
            require_known(options, (ballot,))
            scores[ballot] += weight
    return scored(options, scores, "voix", sum(scores.values()))
