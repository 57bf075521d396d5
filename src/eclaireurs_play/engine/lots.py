"""Numbers that people drew by hand, from a hat: typed, then checked against the list."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from eclaireurs_play.engine.gestures import Gesture, Write

_BETWEEN = re.compile(r"[\s,;]+")
_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Lot:
    """Different numbers of a list that goes from 1 to `size`, in the order they were drawn."""

    size: int
    at_least: int
    at_most: int

    def mistake(self, gesture: Gesture) -> str:
        """Refuse what is no number, beyond the list, written twice, missing or superfluous."""
        if not isinstance(gesture, Write):
            return "Il s'agit ici d'écrire les numéros tirés."
        if gesture.to != "public":
            return "On tire au sort devant tout le monde : retirez la mention entre parenthèses."
        words = _words(gesture.text)
        if not words or not all(map(_NUMBER.fullmatch, words)):
            return "Écrivez les numéros tirés, séparés par des virgules : 12, 7, 31."
        return self._misdrawn(tuple(map(int, words)))

    def _misdrawn(self, numbers: tuple[int, ...]) -> str:
        for place, number in enumerate(numbers):
            if not 1 <= number <= self.size:
                return f"Le n° {number} n'est pas dans la liste, qui va de 1 à {self.size}."
            if number in numbers[:place]:
                return f"Le n° {number} est écrit deux fois."
        if self.at_least <= len(numbers) <= self.at_most:
            return ""
        several = self.at_most > self.at_least
        wanted = f"de {self.at_least} à {self.at_most}" if several else f"{self.at_least}"
        noun = "numéros" if self.at_most > 1 else "numéro"
        return f"Il faut {wanted} {noun} ; il y en a {len(numbers)}."

    def sample(self, by: str, about: str, luck: Callable[[int], int]) -> Gesture:
        """Draw as many as allowed, any of them."""
        del by
        drawn: list[int] = []
        while len(drawn) < self.at_most:
            number = 1 + luck(self.size)
            while number in drawn:
                number = number % self.size + 1
            drawn.append(number)
        return Write(about, ", ".join(map(str, drawn)))


def numbers_of(text: str) -> tuple[str, ...]:
    """Give the numbers of a text that a `Lot` accepts, without the zeros before them."""
    return tuple(str(int(word)) for word in _words(text))


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN.split(text) if word]
