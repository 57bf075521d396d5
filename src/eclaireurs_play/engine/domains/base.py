"""What the domains share, and the one that holds nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches

from eclaireurs_play.engine.gestures import Gesture

Luck = Callable[[int], int]
"""Gives an integer in [0, bound)."""


def suggest(word: str, known: tuple[str, ...]) -> str:
    """Quote an unknown word and, when one is close, the word that was perhaps meant."""
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"« {word} » (vouliez-vous dire « {close[0]} » ?)" if close else f"« {word} »"


@dataclass(frozen=True, slots=True)
class Nothing:
    """A gesture that carries nothing but itself."""

    gesture: Gesture

    def mistake(self, gesture: Gesture) -> str:
        """Accept the same gesture only."""
        return "" if type(gesture) is type(self.gesture) else "Ce geste n'est pas attendu ici."

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Make it."""
        del by, about, luck
        return self.gesture
