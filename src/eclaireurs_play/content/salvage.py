"""What can still be checked of a file that holds mistakes: its parts that hold none.

So a wrong card does not hide an unknown family three cards below: all problems come at once.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from eclaireurs_play.content.annotations import fields, is_list, is_mapping
from eclaireurs_play.content.bundle import Read
from eclaireurs_play.content.mistakes import mistakes
from eclaireurs_play.content.places import Data, Place, Source, Trail, child

MOST_MISTAKES = 200
NAMING = ("id", "gives")

M = TypeVar("M", bound=BaseModel)


def salvage(
    model: type[M], source: Source, error: ValidationError
) -> tuple[Read[M] | None, frozenset[str]]:
    """Leave out the items that hold mistakes; give what remains, and the names that went with them.

    An item is an element of a list, or a value of a mapping, that a key of the file's top holds.
    None when the mistakes are elsewhere, or too many.
    """
    trails = [group[0].trail for group in mistakes(model, source.data, error)]
    broken = {trail[:2] for trail in trails}
    if len(trails) > MOST_MISTAKES or not all(_is_item(model, trail) for trail in broken):
        return None, frozenset()
    kept = _without(source, broken)
    try:
        read = Read(model.model_validate(kept.data), kept)
    except ValidationError:
        return None, frozenset()
    return read, frozenset(name for trail in broken for name in _names(source, trail))


def _is_item(model: type[BaseModel], trail: Trail) -> bool:
    holders = fields(model).get(str(trail[0]), ()) if len(trail) > 1 else ()
    return any(is_list(one) or is_mapping(one) for one in holders)


def _without(source: Source, broken: Iterable[Trail]) -> Source:
    """Copy a source without some items; what stood after them in a list moves up."""
    gone = set(broken)
    lists: dict[str | int, list[int]] = {}
    for top, step in gone:
        if isinstance(step, int):
            lists.setdefault(top, []).append(step)
    for steps in lists.values():
        steps.sort()

    def moved(places: Iterable[tuple[Trail, Place]]) -> dict[Trail, Place]:
        return {_shifted(trail, lists): one for trail, one in places if trail[:2] not in gone}

    return replace(
        source,
        data=_pruned(source.data, gone),
        values=moved(source.values.items()),
        keys=moved(source.keys.items()),
        borrowed={},
    )


def _shifted(trail: Trail, lists: dict[str | int, list[int]]) -> Trail:
    if len(trail) > 1 and isinstance(step := trail[1], int) and trail[0] in lists:
        return (trail[0], step - bisect_left(lists[trail[0]], step), *trail[2:])
    return trail


def _pruned(data: Data, gone: set[Trail]) -> Data:
    if not isinstance(data, dict):
        return data
    return {top: _pruned_item(top, held, gone) for top, held in data.items()}


def _pruned_item(top: str, held: Data, gone: set[Trail]) -> Data:
    if isinstance(held, list):
        return [one for index, one in enumerate(held) if (top, index) not in gone]
    if isinstance(held, dict):
        return {key: one for key, one in held.items() if (top, key) not in gone}
    return held


def _names(source: Source, trail: Trail) -> Iterator[str]:
    """List the names that an item gives: its key, and every id or result inside it."""
    yield str(trail[-1])
    waiting: list[Data] = [source.at(trail)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield from (name for key in NAMING if isinstance(name := child(value, key), str))
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
