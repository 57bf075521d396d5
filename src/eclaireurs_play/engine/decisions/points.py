"""Points to share out, with caps: cumulative voting, as dots stuck on a wall.

Cumulative voting was described by J. G. Marshall, *Minorities and Majorities* (1853); a cap per
option keeps one person from deciding alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from eclaireurs_play.engine.decisions.ballots import require_known, require_options
from eclaireurs_play.engine.decisions.tally import Tally, scored


@dataclass(frozen=True, slots=True)
class Caps:
    """How many points a ballot gives at most, in all and to each option.

    `owners` says whose an option is, for options their owner may give nothing to.
    """

    total: int
    each: int
    owners: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Allocation:
    """The points someone gives; options left out get none, points left over are lost."""

    by: str
    points: Mapping[str, int]


def points(options: Mapping[str, str], caps: Caps, ballots: Sequence[Allocation]) -> Tally:
    """Add up the points of each option, and show how many ballots gave it some.

    Options with as many points are tied, however many people gave them.
    """
    require_options(options)
    for ballot in ballots:
        _require_capped(options, caps, ballot)
    scores = {option: sum(one.points.get(option, 0) for one in ballots) for option in options}
    tally = scored(options, scores, "point", sum(scores.values()))
    givers = {option: sum(one.points.get(option, 0) > 0 for one in ballots) for option in options}
    return Tally(
        ranking=tally.ranking,
        columns=(*tally.columns, "bulletins"),
        figures={option: (scores[option], givers[option]) for option in options},
        sentence=tally.sentence,
    )


def _require_capped(options: Mapping[str, str], caps: Caps, ballot: Allocation) -> None:
    require_known(options, ballot.points)
    given = ballot.points.values()
    if any(count < 0 for count in given):
        raise ValueError(f"{ballot.by} gives negative points")
    if sum(given) > caps.total:
        raise ValueError(f"{ballot.by} gives {sum(given)} points; {caps.total} at most")
    if any(count > caps.each for count in given):
        raise ValueError(f"{ballot.by} gives an option more than {caps.each} points")
    supported = (option for option, count in ballot.points.items() if count)
    if ballot.by in map(caps.owners.get, supported):
        raise ValueError(f"{ballot.by} gives points to their own option")
