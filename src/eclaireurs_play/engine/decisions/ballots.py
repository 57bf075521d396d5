"""What every rule requires of its ballots, and the completion of incomplete orderings."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from eclaireurs_play.engine.decisions.tally import Ordering, Weight

B = TypeVar("B")


def weighed(ballots: Sequence[B], weights: Sequence[Weight]) -> tuple[tuple[B, Weight], ...]:
    """Pair ballots with their weights; no weights at all means that each ballot counts one."""
    if not weights:
        return tuple((ballot, 1) for ballot in ballots)
    if len(weights) != len(ballots):
        raise ValueError(f"{len(weights)} weights for {len(ballots)} ballots")
    if any(weight < 0 for weight in weights):
        raise ValueError("a weight is negative")
    return tuple(zip(ballots, weights, strict=True))


def require_options(options: Mapping[str, str]) -> None:
    """Refuse to choose among nothing."""
    if not options:
        raise ValueError("there is no option to choose from")


def require_known(options: Mapping[str, str], named: Iterable[str]) -> None:
    """Refuse a ballot that names something else than an option."""
    unknown = [name for name in named if name not in options]
    if unknown:
        raise ValueError(f"not an option: {', '.join(unknown)}")


def completed(options: Mapping[str, str], ordering: Ordering) -> Ordering:
    """Put the options a ballot leaves out together after those it ranks."""
    named = [option for group in ordering for option in group]
    require_known(options, named)
    if len(set(named)) != len(named):
        raise ValueError(f"an ordering names an option twice: {ordering}")
    if not all(ordering):
        raise ValueError(f"an ordering has an empty group: {ordering}")
    left = tuple(option for option in options if option not in named)
    return (*ordering, left) if left else ordering
