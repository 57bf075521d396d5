"""How diagnostics quote, list and guess: small words shared by every message."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from itertools import islice

_SPOKEN = re.compile(r"\S*\w\S*")

LONGEST_QUOTE = 60
LONGEST_GUESS = 80
MOST_GUESSES = 500


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


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Find the choice that was probably meant, accents and case apart; None when none is near."""
    plain = {_plain(choice): choice for choice in islice(choices, MOST_GUESSES)}
    near = difflib.get_close_matches(_plain(word[:LONGEST_GUESS]), plain, n=1)
    return plain[near[0]] if near else None


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Ask whether the nearest choice was meant; empty when none is near."""
    meant = nearest(word, choices)
    return "" if meant is None else f"vouliez-vous dire {quoted(meant)} ?"


def counted(count: int, words: str) -> str:
    """Count things, each word in the plural when there are several: `2 places obligatoires`."""
    return f"{count} " + (" ".join(f"{one}s" for one in words.split()) if count > 1 else words)


def slugified(words: str) -> str:
    """Write words as an identifier: `L'eau, en aval` gives `l-eau-en-aval`."""
    return "-".join(re.findall(r"[a-z0-9]+", _plain(words[:LONGEST_GUESS])))


def _plain(word: str) -> str:
    folded = word.casefold().replace("œ", "oe").replace("_", "-").replace(" ", "-")
    return "".join(
        one for one in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(one)
    )


def word_count(text: str) -> int:
    """Count the words of a text, punctuation standing alone left out."""
    return len(_SPOKEN.findall(text))
