"""Numbers and values in words: as people read them, with their unit."""

import re
from collections.abc import Mapping

from eclaireurs_play.model.fields import Field

MINUS = "\u2212"
PLURAL = 2
"""French counts in the plural from two."""

ALWAYS_PLURAL = frozenset({"mois", "fois", "repas"})
"""Units whose s is not the mark of a plural."""

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
    return f"{text}\u00a0{_agreeing(unit, value)}" if unit else text


def _agreeing(unit: str, value: float) -> str:
    """Write a unit in the singular under two: `1 point`, `1,5 jour/an`."""
    first = re.match(r"\w+", unit)
    if abs(value) >= PLURAL or first is None or first[0] in ALWAYS_PLURAL:
        return unit
    return re.sub(r"^(\w{2,}?[^\W\d_s])(?:s|(?<=eau)x)(?!\w)", r"\1", unit)


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
