"""How diagnostics quote, list and guess: small words shared by every message."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

LONGEST_QUOTE = 60
LONGEST_GUESS = 80


def printable(text: str) -> str:
    """Put a text on one line, without anything a terminal would obey."""
    flat = " ".join(text.split())
    return "".join(one if one.isprintable() else "�" for one in flat)


def quoted(text: object) -> str:
    """Quote an input between « », shortened when it is long."""
    flat = printable(str(text)[: LONGEST_QUOTE * 4])
    return f"« {flat if len(flat) <= LONGEST_QUOTE else flat[: LONGEST_QUOTE - 1] + '…'} »"


def listed(words: Iterable[str], last: str = "ou") -> str:
    """Join words as people do: `a, b ou c`."""
    *firsts, end = tuple(words) or ("",)
    return f"{', '.join(firsts)} {last} {end}" if firsts else end


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Say which choice was probably meant, accents and case apart; empty when none is near."""
    plain = {_plain(choice): choice for choice in choices}
    near = difflib.get_close_matches(_plain(word[:LONGEST_GUESS]), plain, n=1)
    return f"vouliez-vous dire {quoted(plain[near[0]])} ?" if near else ""


def slugified(words: str) -> str:
    """Write words as an identifier: `L'eau, en aval` gives `l-eau-en-aval`."""
    return "-".join(re.findall(r"[a-z0-9]+", _plain(words[:LONGEST_GUESS])))


def _plain(word: str) -> str:
    folded = word.casefold().replace("œ", "oe").replace("_", "-").replace(" ", "-")
    return "".join(
        one for one in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(one)
    )
