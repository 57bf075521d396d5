"""What a plain YAML word means: the core schema of YAML 1.2, and nothing more.

`no`, `on`, `yes` and `12:30` stay text. Numbers that no computer holds exactly (`.nan`, `.inf`,
`1e999`, integers of more than 18 digits) stay text too, so that content never carries them.
"""

import math
import re

CONSTANTS: dict[str, bool | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
DECIMAL = re.compile(r"[-+]?[0-9]{1,18}")
DIGITS = re.compile(r"[-+]?[0-9]+")
BASED = re.compile(r"0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
OPENINGS = frozenset("+-.0123456789")


def resolve(word: str) -> str | int | float | bool | None:
    """Give the value of a plain word: null, true, false, an integer, a float, else the text."""
    if word in CONSTANTS:
        return CONSTANTS[word]
    return _number(word) if word[0] in OPENINGS else word


def _number(word: str) -> str | int | float:
    if DECIMAL.fullmatch(word):
        return int(word)
    if BASED.fullmatch(word):
        return int(word, 0)
    if DIGITS.fullmatch(word):
        return word
    if FLOAT.fullmatch(word) and math.isfinite(number := float(word)):
        return number
    return word
