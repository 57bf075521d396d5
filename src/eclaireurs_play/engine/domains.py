"""What may be said in a gesture: each domain judges a gesture and can sample one.

`mistake(gesture)` gives a French sentence when the gesture is out of the domain, else "".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from eclaireurs_play.engine.gestures import (
    Choose,
    Draw,
    Fill,
    Gesture,
    Move,
    Place,
    Rate,
    Reveal,
    Value,
    Write,
)
from eclaireurs_play.model.fields import Field

Luck = Callable[[int], int]
"""Gives an integer in [0, bound)."""

LONGEST_TEXT = 5000


def suggest(word: str, known: tuple[str, ...]) -> str:
    """Quote an unknown word and, when one is close, the word that was perhaps meant."""
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"« {word} » (vouliez-vous dire « {close[0]} » ?)" if close else f"« {word} »"


@dataclass(frozen=True, slots=True)
class Pile:
    """A card of `cards`; `named` when the person says which (all are seen, or held in hand)."""

    cards: tuple[str, ...]
    named: bool

    def mistake(self, gesture: Gesture) -> str:
        """Refuse a card that is not there, or naming one that is to be drawn unseen."""
        if not isinstance(gesture, Draw):
            return "Il s'agit ici de prendre une carte."
        if not self.named:
            return "La carte se pioche sans être choisie." if gesture.card else ""
        if not gesture.card:
            return "Dites quelle carte est prise, par son code."
        if gesture.card not in self.cards:
            return f"La carte {suggest(gesture.card, self.cards)} n'est pas à prendre ici."
        return ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Take any card."""
        del by
        return Draw(about, self.cards[luck(len(self.cards))] if self.named else "")


@dataclass(frozen=True, slots=True)
class Shown:
    """A card that anyone may look up; the card is what the gesture is about."""

    def mistake(self, gesture: Gesture) -> str:
        """Accept a reveal."""
        return "" if isinstance(gesture, Reveal) else "Il s'agit ici de montrer une carte."

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Show it."""
        del by, luck
        return Reveal(about)


@dataclass(frozen=True, slots=True)
class Text:
    """A text of 1 to `longest` characters."""

    longest: int = LONGEST_TEXT

    def mistake(self, gesture: Gesture) -> str:
        """Refuse an empty or endless text."""
        if not isinstance(gesture, Write):
            return "Il s'agit ici d'écrire quelques mots."
        if not gesture.text.strip():
            return "Il manque le texte après les deux-points."
        if len(gesture.text) > self.longest:
            return f"Le texte a {len(gesture.text)} caractères ; il en faut {self.longest} au plus."
        return ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Write something short."""
        return Write(about, f"(simulé, {by}, {luck(1000)})"[: self.longest])


@dataclass(frozen=True, slots=True)
class Options:
    """Between `at_least` and `at_most` of the options, each with the words people see.

    `hoped` is the option that lets the session go on, where one does.
    """

    options: Mapping[str, str]
    at_least: int = 1
    at_most: int = 1
    hoped: str = ""

    def mistake(self, gesture: Gesture) -> str:
        """Refuse an unknown, repeated, missing or superfluous option."""
        if not isinstance(gesture, Choose):
            return "Il s'agit ici de choisir."
        for option in gesture.options:
            if option not in self.options:
                known = tuple(self.options)
                return (
                    f"On ne peut pas choisir {suggest(option, known)} ; au choix : "
                    f"{', '.join(known)}."
                )
        count = len(set(gesture.options))
        if count != len(gesture.options) or not self.at_least <= count <= self.at_most:
            return f"Il faut choisir de {self.at_least} à {self.at_most} options, sans répéter."
        return ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Choose as few as allowed, any of them."""
        del by
        left = list(self.options)
        picked = tuple(left.pop(luck(len(left))) for _ in range(max(1, self.at_least)))
        return Choose(about, picked)


@dataclass(frozen=True, slots=True)
class Items:
    """A card or a note to put in the zone that the gesture is about."""

    items: tuple[str, ...]

    def mistake(self, gesture: Gesture) -> str:
        """Refuse what is not on the table."""
        if not isinstance(gesture, Place):
            return "Il s'agit ici de poser une carte ou une note."
        if gesture.item not in self.items:
            return f"{suggest(gesture.item, self.items)} n'est pas sur la table."
        return ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Place any of them."""
        del by
        return Place(about, self.items[luck(len(self.items))])


@dataclass(frozen=True, slots=True)
class Scale:
    """A whole number from `least` to `most`."""

    least: int
    most: int

    def mistake(self, gesture: Gesture) -> str:
        """Refuse a place beyond the ends."""
        if not isinstance(gesture, Move):
            return "Il s'agit ici de se placer sur l'axe."
        if not self.least <= gesture.value <= self.most:
            return f"{gesture.value:+d} est hors de l'axe, qui va de {self.least} à {self.most:+d}."
        return ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Stand anywhere."""
        del by
        return Move(about, self.least + luck(self.most - self.least + 1))


@dataclass(frozen=True, slots=True)
class Blanks:
    """Fields to fill or to rate; `seats` are who a field may name; `rating` says which gesture."""

    fields: Mapping[str, Field]
    seats: tuple[str, ...]
    rating: bool = False

    def mistake(self, gesture: Gesture) -> str:
        """Refuse an unknown field or a value its field does not take."""
        if not isinstance(gesture, Rate if self.rating else Fill):
            return "Il s'agit ici de remplir des champs."
        if not gesture.values:
            return f"Donnez au moins un champ parmi {', '.join(self.fields)}."
        return next(filter(None, map(self._field_mistake, gesture.values.items())), "")

    def _field_mistake(self, blank: tuple[str, Value]) -> str:
        name, value = blank
        if name not in self.fields:
            known = tuple(self.fields)
            return f"Champ inconnu : {suggest(name, known)} ; les champs : {', '.join(known)}."
        why = value_mistake(self.fields[name], value, self.seats)
        return f"{name} : {why}" if why else ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Fill every field."""
        values = {name: _sample(one, by, self.seats, luck) for name, one in self.fields.items()}
        return Rate(about, values) if self.rating else Fill(about, values)


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


Domain = Pile | Shown | Text | Options | Items | Scale | Blanks | Nothing


def value_mistake(field: Field, value: Value, seats: tuple[str, ...]) -> str:
    """Say in French why a field does not take a value, or "" when it does."""
    if field.number is not None:
        return _number_mistake(field, value)
    if field.many_of is not None:
        values = value if isinstance(value, tuple) else (str(value),)
        return next(
            filter(None, (_option_mistake(tuple(field.many_of), one) for one in values)), ""
        )
    if not isinstance(value, str):
        return "un texte est attendu."
    if field.one_of is not None:
        return _option_mistake(tuple(field.one_of), value)
    if field.seat:
        return _option_mistake(seats, value)
    longest = field.text or LONGEST_TEXT
    return f"{len(value)} caractères, {longest} au plus." if len(value) > longest else ""


def _option_mistake(known: tuple[str, ...], value: str) -> str:
    return "" if value in known else f"{suggest(value, known)} n'est pas parmi {', '.join(known)}."


def _number_mistake(field: Field, value: Value) -> str:
    if not isinstance(value, int | float):
        return f"un nombre est attendu, pas « {value} »."
    if field.at_least is not None and value < field.at_least:
        return f"{value:g} est moins que {field.at_least:g}."
    if field.at_most is not None and value > field.at_most:
        return f"{value:g} est plus que {field.at_most:g}."
    return ""


def _sample(field: Field, by: str, seats: tuple[str, ...], luck: Luck) -> Value:
    if field.number is not None:
        least = field.at_least or 0
        most = field.at_most if field.at_most is not None else least + 10
        return float(least + luck(int(most - least) + 1))
    options = field.one_of or field.many_of
    if options is not None:
        option = tuple(options)[luck(len(options))]
        return (option,) if field.many_of else option
    if field.seat:
        return seats[luck(len(seats))]
    return f"(simulé, {by}, {luck(1000)})"[: field.text]
