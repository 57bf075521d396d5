"""Approval: each ballot names every option it accepts (Brams & Fishburn, 1978).

S. Brams and P. Fishburn, *Approval Voting*, American Political Science Review 72.
"""

from collections.abc import Mapping, Sequence

from eclaireurs_play.engine.decisions.ballots import require_known, require_options, weighed
from eclaireurs_play.engine.decisions.tally import Tally, Weight, scored


def approval(
    options: Mapping[str, str], ballots: Sequence[frozenset[str]], weights: Sequence[Weight] = ()
) -> Tally:
    """Count the ballots that approve each option; options approved as often are tied.

    An empty ballot approves nothing and is counted among the ballots.
    """
    require_options(options)
    pairs = weighed(ballots, weights)
    scores: dict[str, Weight] = dict.fromkeys(options, 0)
    for ballot, weight in pairs:
        require_known(options, ballot)
        for option in ballot:
            scores[option] += weight
    return scored(options, scores, "approbation", sum(weight for _, weight in pairs))
