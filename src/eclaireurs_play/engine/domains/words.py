"""Domains of words: a text, an objection."""

from dataclasses import dataclass

from eclaireurs_play.engine.domains.base import Luck
from eclaireurs_play.engine.gestures import Gesture, Write

LONGEST_TEXT = 5000
FOR_EVERYONE = "Une proposition, un amendement ou une objection est pour tout le monde"


@dataclass(frozen=True, slots=True)
class Text:
    """A text of 1 to `longest` characters.

    `aloud` when everyone answers it, so everyone reads; `lived` when only someone who was there
    has an answer: no sheet gives one.
    """

    longest: int = LONGEST_TEXT
    aloud: bool = False
    lived: bool = False

    def mistake(self, gesture: Gesture) -> str:
        """Refuse an empty or endless text."""
        if not isinstance(gesture, Write):
            return "Il s'agit ici d'écrire quelques mots."
        if self.aloud and gesture.to != "public":
            return f"{FOR_EVERYONE} : retirez la mention entre parenthèses."
        if not gesture.text.strip():
            return "Il manque le texte après les deux-points."
        if len(gesture.text) > self.longest:
            return f"Le texte a {len(gesture.text)} caractères ; il en faut {self.longest} au plus."
        return ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Write something short."""
        return Write(about, f"(simulé, {by}, {luck(1000)})"[: self.longest])


@dataclass(frozen=True, slots=True)
class Objection:
    """A risk seen in a proposal, in words; nothing to object is to pass."""

    proposal: str

    def mistake(self, gesture: Gesture) -> str:
        """Refuse an empty or endless text, or one that not everyone would read."""
        return Text(aloud=True).mistake(gesture)

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Object to something."""
        return Write(about, f"(simulé, {by}, risque {luck(1000)})")
