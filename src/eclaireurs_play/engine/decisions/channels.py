"""Orderings that come through several channels, each with its weight, counted by one rule.

Weighing groups of voters is as old as the Roman centuries; the rule that counts is any that
takes weighted orderings: `borda`, `schulze`.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from eclaireurs_play.engine.decisions.tally import Figure, Ordering, Tally, Weight
from eclaireurs_play.engine.decisions.words import counted

Count = Callable[[Mapping[str, str], Sequence[Ordering], Sequence[Weight]], Tally]
"""A rule that takes options, orderings and their weights."""

Per = Literal["ballot", "channel"]
"""A channel's weight is that of each ballot, or is shared by all the ballots of the channel."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to vote, in the words people read."""

    title: str
    weight: Weight = 1


@dataclass(frozen=True, slots=True)
class Cast:
    """A ballot and the channel it came through."""

    channel: str
    ordering: Ordering


@dataclass(frozen=True, slots=True)
class Channelled(Tally):
    """A tally with the ballots of each channel and what each alone would have given."""

    turnout: Mapping[str, int]
    apart: Mapping[str, Tally]


def by_channel(
    options: Mapping[str, str],
    channels: Mapping[str, Channel],
    ballots: Sequence[Cast],
    count: Count,
    per: Per = "ballot",
) -> Channelled:
    """Count all ballots by the weights of their channels, and each channel alone without.

    The rule `count` says what becomes of ties and incomplete orderings. A channel without
    ballots weighs nothing: its weight does not pass to the others.
    """
    weights = channel_weights(channels, ballots, per)
    whole = count(options, [one.ordering for one in ballots], weights)
    heard = Counter(one.channel for one in ballots)
    apart = {name: _alone(options, ballots, count, name) for name in channels}
    return Channelled(
        ranking=whole.ranking,
        columns=_columns(whole, channels),
        figures={option: _row(option, whole, apart) for option in options},
        sentence=f"{whole.sentence} {_turnout(channels, heard)}",
        turnout={name: heard[name] for name in channels},
        apart=apart,
    )


def channel_weights(
    channels: Mapping[str, Channel], ballots: Sequence[Cast], per: Per = "ballot"
) -> tuple[Weight, ...]:
    """Give the weight of each ballot, for rules that are called without `by_channel`."""
    heard = Counter(one.channel for one in ballots)
    unknown = heard.keys() - channels.keys()
    if unknown:
        raise ValueError(f"not a channel: {', '.join(sorted(unknown))}")
    if per == "ballot":
        return tuple(channels[one.channel].weight for one in ballots)
    return tuple(Fraction(channels[one.channel].weight) / heard[one.channel] for one in ballots)


def _alone(options: Mapping[str, str], ballots: Sequence[Cast], count: Count, name: str) -> Tally:
    return count(options, [one.ordering for one in ballots if one.channel == name], ())


def _columns(whole: Tally, channels: Mapping[str, Channel]) -> tuple[str, ...]:
    apart = (f"{column} ({one.title})" for one in channels.values() for column in whole.columns)
    return (*whole.columns, *apart)


def _row(option: str, whole: Tally, apart: Mapping[str, Tally]) -> tuple[Figure, ...]:
    shown = (figure for tally in apart.values() for figure in tally.figures[option])
    return (*whole.figures[option], *shown)


def _turnout(channels: Mapping[str, Channel], heard: Mapping[str, int]) -> str:
    told = ", ".join(
        f"{counted(heard[name], 'bulletin')} par « {one.title} »" for name, one in channels.items()
    )
    return f"Sont comptés {told}." if told else ""
