"""Schulze's method (2011): duels between options, and chains of duels where they run in circles.

M. Schulze, *A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
single-winner election method*, Social Choice and Welfare 36. A duel won is as strong as the
ballots of its winner (winning votes); a chain is as strong as its weakest duel; an option stands
above another when its strongest chain to it beats the strongest chain back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from eclaireurs_play.engine.decisions.ballots import completed, require_options, weighed
from eclaireurs_play.engine.decisions.tally import Ordering, Tally, Weight
from eclaireurs_play.engine.decisions.words import UNDECIDED, listed, tied

Table = Mapping[str, Mapping[str, Weight]]
"""What each option has against each other one: `table["a"]["b"]`; none against itself."""


@dataclass(frozen=True, slots=True)
class Schulze(Tally):
    """A tally with the ballots that prefer one option to another, and the strengths of chains."""

    duels: Table
    chains: Table


def schulze(
    options: Mapping[str, str], ballots: Sequence[Ordering], weights: Sequence[Weight] = ()
) -> Schulze:
    """Rank options by their chains of duels; a ballot takes no side between options it ties.

    Options a ballot leaves out are tied below those it ranks. Chains may leave a pair of options
    undecided while each compares with a third; a rank is therefore the options that nothing left
    stands above, once the ranks before are removed. `chains` keeps which pairs are decided.
    """
    require_options(options)
    duels = _duels(options, ballots, weights)
    chains = _chains(duels)
    ranking = _peeled(chains)
    return Schulze(
        ranking=ranking,
        columns=("duels gagnés", "duels perdus", "duels nuls"),
        figures={option: _record(duels, option) for option in options},
        sentence=_told(options, ranking, duels),
        duels=duels,
        chains=chains,
    )


def _duels(
    options: Mapping[str, str], ballots: Sequence[Ordering], weights: Sequence[Weight]
) -> dict[str, dict[str, Weight]]:
    duels = _empty(options)
    for ballot, weight in weighed(ballots, weights):
        above: list[str] = []
        for group in completed(options, ballot):
            for winner in above:
                for loser in group:
                    duels[winner][loser] += weight
            above.extend(group)
    return duels


def _chains(duels: Table) -> dict[str, dict[str, Weight]]:
    """Find the widest paths, as Floyd and Warshall find the shortest."""
    chains = _empty(duels)
    for one, other in permutations(duels, 2):
        if duels[one][other] > duels[other][one]:
            chains[one][other] = duels[one][other]
    for via in duels:
        for start, end in permutations([option for option in duels if option != via], 2):
            through = min(chains[start][via], chains[via][end])
            chains[start][end] = max(chains[start][end], through)
    return chains


def _empty(options: Mapping[str, object]) -> dict[str, dict[str, Weight]]:
    return {one: {other: 0 for other in options if other != one} for one in options}


def _peeled(chains: Table) -> Ordering:
    left, ranking = list(chains), []
    while left:
        rank = tuple(
            one
            for one in left
            if all(chains[one][other] >= chains[other][one] for other in left if other != one)
        )
        ranking.append(rank)
        left = [option for option in left if option not in rank]
    return tuple(ranking)


def _record(duels: Table, option: str) -> tuple[int, int, int]:
    scores = [(own, duels[other][option]) for other, own in duels[option].items()]
    won = sum(own > theirs for own, theirs in scores)
    lost = sum(own < theirs for own, theirs in scores)
    return won, lost, len(scores) - won - lost


def _told(options: Mapping[str, str], ranking: Ordering, duels: Table) -> str:
    first, rivals = ranking[0], len(options) - 1
    if not any(votes for row in duels.values() for votes in row.values()):
        return UNDECIDED
    if len(first) > 1:
        return f"Égalité entre {tied(options, first)} au terme des duels."
    name = listed([options[first[0]]])
    won, _, _ = _record(duels, first[0])
    if won == rivals:
        return f"Duels gagnés, {won} sur {rivals} : {name} l'emporte sur chaque autre option."
    return (
        f"Duels gagnés, {won} sur {rivals} : {name} arrive en tête par la force de ses chaînes "
        "de duels, sans l'emporter sur chaque autre option."
    )
