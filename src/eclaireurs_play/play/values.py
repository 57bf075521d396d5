"""Numbers and values of fields as people read them in French."""

import re

from eclaireurs_play.engine.gestures import Value
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.model.fields import Field

_SHARED = re.compile(r"Répartir [\d.e+]+ (?P<unit>.+)")


def number_words(value: float) -> str:
    """Write a number: `214 889`, `0,5`."""
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return text.replace(",", "\u202f").replace(".", ",")


def with_unit(value: float, unit: str) -> str:
    """Write a number and its unit, if it has one."""
    return f"{number_words(value)} {unit}".strip()


def unit_shared(asked: str) -> str:
    """Give the unit of what was asked to be shared, when the question says it."""
    found = _SHARED.fullmatch(asked)
    return found["unit"] if found else ""


def signed(value: int) -> str:
    """Write a place on an axis: `+2`, `−1`, `0`."""
    return f"{value:+d}".replace("-", "−") if value else "0"


def value_words(field: Field | None, value: Value, rules: Rules) -> str:
    """Say the value of a field with its options' titles."""
    if isinstance(value, tuple):
        return ", ".join(value_words(field, one, rules) for one in value)
    if isinstance(value, int | float):
        return with_unit(value, (field.number or "") if field else "")
    options = (field.one_of or field.many_of or {}) if field else {}
    return rules.name(value) if field and field.seat else options.get(value, value)
