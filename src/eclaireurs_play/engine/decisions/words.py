"""French words for figures and results; numbers are exact or said to be approximate."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

UNDECIDED = "Rien ne départage les options : aucune n'est désignée."

_SEVERAL = 2
"""French has the plural from 2 on."""


def number(value: int | Fraction) -> str:
    """Write a number that is not negative, to the hundredth: `1,5`, `environ 0,33`."""
    hundredths = round(value * 100)
    text = f"{hundredths // 100},{hundredths % 100:02d}".rstrip("0").rstrip(",")
    return text if hundredths == value * 100 else f"environ {text}"


def plural(word: str) -> str:
    """Add the mark of the plural, unless the word never changes."""
    return word if word[-1] in "sx" else f"{word}s"


def counted(value: int | Fraction, *words: str) -> str:
    """Count a noun and what qualifies it: `2 objections retirées`."""
    return " ".join((number(value), *(map(plural, words) if value >= _SEVERAL else words)))


def listed(names: Iterable[str]) -> str:
    """Quote names in a list: `« A », « B » et « C »`."""
    *most, last = (f"« {name} »" for name in names)
    return f"{', '.join(most)} et {last}" if most else last


def headline(options: Mapping[str, str], ranking: tuple[tuple[str, ...], ...], figure: str) -> str:
    """Tell who is in front and by which figure, or who is tied; no figure means no vote."""
    if not figure:
        return UNDECIDED
    first = ranking[0]
    if len(first) == 1:
        return f"{figure[0].upper()}{figure[1:]} : {listed([options[first[0]]])} arrive en tête."
    return f"Égalité entre {tied(options, first)} : {figure} pour chaque option."


def tied(options: Mapping[str, str], first: tuple[str, ...]) -> str:
    """Name tied options, or say that all of them are."""
    if len(first) == len(options) > _SEVERAL:
        return "toutes les options"
    return listed(options[option] for option in first)
