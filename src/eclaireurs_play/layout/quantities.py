"""Numbers and values in words: as people read them, with their unit."""

from collections.abc import Mapping

from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.units import agreeing

MINUS = "\u2212"

Written = str | float | tuple[str, ...]
"""What a card's field may hold."""


def figure(value: float, *, signed: bool = False) -> str:
    """Write a number in French: `1 080`, `2,5`, `+6`, `−3`."""
    whole = f"{abs(value):,.2f}".rstrip("0").rstrip(".").replace(",", " ").replace(".", ",")
    sign = MINUS if value < 0 else "+" if signed and value > 0 else ""
    return sign + whole


def amount(value: float, unit: str, *, signed: bool = False) -> str:
    """Write a number with its unit, which agrees with it and stays beside it."""
    text = figure(value, signed=signed)
    return f"{text}\u00a0{agreeing(unit, value)}" if unit else text


def field_words(value: Written, field: Field | None) -> str:
    """Write a field's value in words: the titles of options, numbers with their unit."""
    if isinstance(value, tuple):
        return ", ".join(_option(one, field) for one in value)
    if isinstance(value, str):
        return _option(value, field)
    return amount(value, (field.number if field else None) or "")


def _option(name: str, field: Field | None) -> str:
    options: Mapping[str, str] = {}
    if field is not None:
        options = field.one_of or field.many_of or {}
    return options.get(name, name)
