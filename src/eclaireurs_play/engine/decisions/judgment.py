"""Majority judgment: options are given mentions, and each gets the one a majority upholds.

M. Balinski & R. Laraki, *A theory of measuring, electing, and ranking* (PNAS 104, 2007) and
*Majority Judgment* (MIT Press, 2010). The majority mention is the best one that more than half of
the ballots give or exceed: the median, and the lower of two.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eclaireurs_play.engine.decisions.ballots import require_known, require_options, weighed
from eclaireurs_play.engine.decisions.tally import Tally, Weight, ranked
from eclaireurs_play.engine.decisions.words import UNDECIDED, headline, number

Profile = tuple[Weight, ...]
"""The ballots that give an option each mention, the best mention first."""


@dataclass(frozen=True, slots=True)
class Judgment(Tally):
    """A tally with the mentions, the best first, and how many each option got of each."""

    mentions: tuple[str, ...]
    profiles: Mapping[str, Profile]


@dataclass(frozen=True, slots=True)
class _Gauge:
    """The majority gauge: a place among the mentions, and the ballots on either side of it."""

    place: int
    better: Weight
    worse: Weight

    @property
    def key(self) -> tuple[Weight, ...]:
        """Order by mention; then better > worse first, by better; then the rest by fewer worse."""
        if self.better > self.worse:
            return (-self.place, 1, self.better)
        return (-self.place, 0, -self.worse)


def majority_judgment(
    options: Mapping[str, str],
    mentions: Sequence[str],
    ballots: Sequence[Mapping[str, str]],
    weights: Sequence[Weight] = (),
) -> Judgment:
    """Rank options by majority mention, then by the majority gauge.

    `mentions` go from the best to the worst, two at least; a ballot maps options to mentions, and
    one it leaves out gets the worst. Options with the same mention and the same side of the gauge
    that counts are tied: the gauge is not refined by taking medians away one by one.
    """
    require_options(options)
    if len(set(mentions)) != len(mentions) or len(mentions) <= 1:
        raise ValueError("mentions are two different words at least")
    profiles = _profiles(options, mentions, ballots, weights)
    gauges = {option: _gauge(profile) for option, profile in profiles.items()}
    ranking = ranked({option: gauge.key for option, gauge in gauges.items()})
    cast = any(weight for profile in profiles.values() for weight in profile)
    return Judgment(
        ranking=ranking,
        columns=("mention majoritaire", "mieux", "moins bien"),
        figures={
            option: (mentions[one.place] if cast else "", one.better, one.worse)
            for option, one in gauges.items()
        },
        sentence=_told(options, ranking, mentions, gauges) if cast else UNDECIDED,
        mentions=tuple(mentions),
        profiles=profiles,
    )


def _profiles(
    options: Mapping[str, str],
    mentions: Sequence[str],
    ballots: Sequence[Mapping[str, str]],
    weights: Sequence[Weight],
) -> dict[str, Profile]:
    counts: dict[str, dict[str, Weight]] = {one: dict.fromkeys(mentions, 0) for one in options}
    for ballot, weight in weighed(ballots, weights):
        require_known(options, ballot)
        for option, count in counts.items():
            mention = ballot.get(option, mentions[-1])
            if mention not in count:
                raise ValueError(f"not a mention: {mention}")
            count[mention] += weight
    return {option: tuple(count.values()) for option, count in counts.items()}


def _gauge(profile: Profile) -> _Gauge:
    total, reached = sum(profile), profile[0]
    place = 0
    while 2 * reached <= total and place < len(profile) - 1:
        place += 1
        reached += profile[place]
    return _Gauge(place, reached - profile[place], total - reached)


def _told(
    options: Mapping[str, str],
    ranking: tuple[tuple[str, ...], ...],
    mentions: Sequence[str],
    gauges: Mapping[str, _Gauge],
) -> str:
    best = gauges[ranking[0][0]]
    figure = f"mention majoritaire « {mentions[best.place]} »"
    if len(ranking[0]) == 1:
        figure += f", {number(best.better)} voix au-dessus, {number(best.worse)} au-dessous"
    return headline(options, ranking, figure)
