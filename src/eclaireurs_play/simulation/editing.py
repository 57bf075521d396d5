"""Plain data changed by copy: a value put somewhere, a thing taken out.

Elements of a list that bear a name, their id or their axis, are reached by it.
"""

from eclaireurs_play.content.places import Data, Trail, child

_LISTED = "red_lines"
"""The only list that grows by naming: a red line on an axis that had none."""


def named(item: Data) -> str | None:
    """Give the name that an element of a list bears: its id, or its axis."""
    name = child(item, "id") or child(item, "axis")
    return name if isinstance(name, str) else None


def at(data: Data, trail: Trail) -> Data:
    """Read the value at a trail of names; None when nothing stands there."""
    for step in trail:
        if isinstance(data, list) and isinstance(step, str):
            data = next((one for one in data if named(one) == step), None)
        else:
            data = child(data, step)
    return data


def put(data: Data, trail: Trail, value: Data) -> Data:
    """Copy data with a value at a trail; what is missing on the way is made."""
    if not trail:
        return value
    step, rest = trail[0], trail[1:]
    if isinstance(data, list):
        rank = step if isinstance(step, int) else _rank(data, step)
        items: list[Data] = data if rank < len(data) else [*data, {"axis": step}]
        return [put(one, rest, value) if place == rank else one for place, one in enumerate(items)]
    if not isinstance(step, str):
        return data
    held = child(data, step)
    if held is None and step == _LISTED and rest:
        held = []
    return {**_dict(data), step: put(held, rest, value)}


def _rank(held: list[Data], name: str) -> int:
    return next((rank for rank, one in enumerate(held) if named(one) == name), len(held))


def _dict(data: Data) -> dict[str, Data]:
    return data if isinstance(data, dict) else {}


def without(data: Data, trail: Trail) -> Data:
    """Copy data without what stands at a trail; the same data when nothing stands there."""
    step, rest = trail[0], trail[1:]
    if isinstance(data, list):
        rank = step if isinstance(step, int) else _rank(data, step)
        inner = [without(one, rest) if rest else None for one in data[rank : rank + 1]]
        return [*data[:rank], *(inner if rest else ()), *data[rank + 1 :]]
    if not isinstance(data, dict) or step not in data:
        return data
    if rest:
        return {key: without(one, rest) if key == step else one for key, one in data.items()}
    return {key: one for key, one in data.items() if key != step}
