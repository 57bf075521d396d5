"""Units beside numbers: a unit agrees with how many there are."""

import re

PLURAL = 2
"""French counts in the plural from two."""

ALWAYS_PLURAL = frozenset({"mois", "fois", "repas"})
"""Units whose s is not the mark of a plural."""


def agreeing(unit: str, value: float) -> str:
    """Write a unit in the singular under two: `1 point`, `1,5 jour/an`."""
    first = re.match(r"\w+", unit)
    if abs(value) >= PLURAL or first is None or first[0] in ALWAYS_PLURAL:
        return unit
    return re.sub(r"^(\w{2,}?[^\W\d_s])(?:s|(?<=eau)x)(?!\w)", r"\1", unit)
