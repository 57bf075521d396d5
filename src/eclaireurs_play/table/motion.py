"""Where things went: cards that changed place from one frame to the next, on their way."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from eclaireurs_play.table.scene import Drawn, Panel, Scaled, Scene

LASTS = 0.2
"""How long a move takes, in seconds."""

Places = dict[str, Scaled]


def moved(before: Scene, after: Scene) -> bool:
    """Tell whether something that both frames show is elsewhere, or of another size."""
    places = _places(before.items)
    same_size = (before.width, before.height) == (after.width, after.height)
    return same_size and any(_goes(places, one) for one in _scaled(after.items))


def between(before: Scene, after: Scene, part: float) -> Scene:
    """Draw the second frame with its cards on their way from the first; `part` goes from 0 to 1."""
    if part >= 1:
        return after
    eased = 1 - (1 - part) ** 3
    return replace(after, items=tuple(_on_the_way(_places(before.items), after.items, eased)))


def _on_the_way(places: Places, items: Iterable[Drawn], eased: float) -> Iterator[Drawn]:
    """Move cards; those on their way are drawn last, over what stays."""
    moving: list[Drawn] = []
    for one in items:
        if isinstance(one, Panel):
            yield replace(one, items=tuple(_on_the_way(places, one.items, eased)))
        elif isinstance(one, Scaled) and _goes(places, one):
            first = places[one.name]
            scale = first.scale * first.width / one.width
            moving.append(
                replace(
                    one,
                    x=first.x + (one.x - first.x) * eased,
                    y=first.y + (one.y - first.y) * eased,
                    scale=scale + (one.scale - scale) * eased,
                )
            )
        else:
            yield one
    yield from moving


def _goes(places: Places, one: Scaled) -> bool:
    first = places.get(one.name)
    return first is not None and (first.x, first.y, first.scale) != (one.x, one.y, one.scale)


def _places(items: Iterable[Drawn]) -> Places:
    return {one.name: one for one in _scaled(items)}


def _scaled(items: Iterable[Drawn]) -> Iterator[Scaled]:
    for one in items:
        if isinstance(one, Panel):
            yield from _scaled(one.items)
        elif isinstance(one, Scaled) and one.name:
            yield one
