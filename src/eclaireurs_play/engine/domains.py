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
    Rank,
    Rate,
    Reveal,
    Share,
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

    `hoped` is the option that lets the session go on, where one does; `proposal` the version
    that the choice is about, if it is.
    """

    options: Mapping[str, str]
    at_least: int = 1
    at_most: int = 1
    hoped: str = ""
    proposal: str = ""

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
    """A card, a note or a seat to put where the gesture is about.

    `unwise` can be put there too, but a rule will stand in the way.
    """

    items: tuple[str, ...]
    unwise: tuple[str, ...] = ()

    def mistake(self, gesture: Gesture) -> str:
        """Refuse what is not on the table."""
        if not isinstance(gesture, Place):
            return "Il s'agit ici de poser une carte ou une note."
        known = (*self.items, *self.unwise)
        return "" if gesture.item in known else f"{suggest(gesture.item, known)} n'est pas à poser."

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
class Order:
    """An order of between `at_least` and `at_most` items, ties allowed."""

    items: tuple[str, ...]
    at_least: int
    at_most: int

    def mistake(self, gesture: Gesture) -> str:
        """Refuse an unknown, repeated, missing or superfluous item."""
        if not isinstance(gesture, Rank):
            return "Il s'agit ici de mettre en ordre."
        named = [item for group in gesture.order for item in group]
        for item in named:
            if item not in self.items:
                return f"On ne peut pas classer {suggest(item, self.items)}."
        if len(set(named)) != len(named) or not all(gesture.order):
            return "Chaque ligne ne se classe qu'une fois."
        if not self.at_least <= len(named) <= self.at_most:
            return f"Il faut classer de {self.at_least} à {self.at_most} lignes."
        return ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Order as many as allowed, without ties."""
        del by
        left = list(self.items)
        count = min(self.at_most, len(left))
        return Rank(about, tuple((left.pop(luck(len(left))),) for _ in range(count)))


@dataclass(frozen=True, slots=True)
class Amounts:
    """Parts that add up to `total`, none above `most_each`; whole numbers when `whole`."""

    items: Mapping[str, str]
    total: float
    unit: str = ""
    most_each: float | None = None
    whole: bool = True

    def mistake(self, gesture: Gesture) -> str:
        """Refuse an unknown item, a negative part, a sum that does not come out right."""
        if not isinstance(gesture, Share):
            return "Il s'agit ici de répartir."
        for item, part in gesture.parts.items():
            if item not in self.items:
                return f"On ne répartit rien sur {suggest(item, tuple(self.items))}."
            if why := self._part_mistake(part):
                return why
        total = sum(gesture.parts.values())
        if abs(total - self.total) > 1e-6:  # noqa: PLR2004 - below any unit people write
            return f"La somme fait {total:g} {self.unit} ; il faut {self.total:g} {self.unit}."
        return ""

    def _part_mistake(self, part: float) -> str:
        if part < 0:
            return "Une part ne peut pas être négative."
        if self.most_each is not None and part > self.most_each:
            return f"Une part ne dépasse pas {self.most_each:g} {self.unit}."
        return "Les parts sont des nombres entiers." if self.whole and part != int(part) else ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Share in steps of a tenth or of one unit, whichever is larger."""
        del by
        step = max(1.0, self.total // 10) if self.whole else self.total / 10
        parts = dict.fromkeys(self.items, 0.0)
        left = self.total
        while left > 0:
            part = min(step, left)
            most = self.total if self.most_each is None else self.most_each
            open_items = [item for item, held in parts.items() if held + part <= most]
            parts[open_items[luck(len(open_items))]] += part
            left -= part
        return Share(about, {item: part for item, part in parts.items() if part})


@dataclass(frozen=True, slots=True)
class Terms:
    """An option for each term; `base` is the version amended, of which something must change."""

    terms: Mapping[str, Mapping[str, str]]
    base: Mapping[str, str] | None = None

    def mistake(self, gesture: Gesture) -> str:
        """Refuse an unknown term or option, a missing term, or a change that changes nothing."""
        if not isinstance(gesture, Fill):
            return "Il s'agit ici de choisir une option par terme."
        for term, option in gesture.values.items():
            if why := self._option_mistake(term, option):
                return why
        missing = [term for term in self.terms if term not in gesture.values]
        if self.base is None and missing:
            return f"Il manque une option pour : {', '.join(missing)}."
        changed = self.base is None or any(
            self.base.get(term) != option for term, option in gesture.values.items()
        )
        return "" if changed else "Cet amendement ne change rien."

    def _option_mistake(self, term: str, option: Value) -> str:
        if term not in self.terms:
            return f"Terme inconnu : {suggest(term, tuple(self.terms))}."
        known = tuple(self.terms[term])
        if option not in known:
            return f"{term} : {suggest(str(option), known)} n'est pas parmi {', '.join(known)}."
        return ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Propose anything, or change one term."""
        del by
        if self.base is None:
            picked = {term: tuple(one)[luck(len(one))] for term, one in self.terms.items()}
            return Fill(about, picked)
        term = tuple(self.terms)[luck(len(self.terms))]
        others = [option for option in self.terms[term] if option != self.base.get(term)]
        return Fill(about, {term: others[luck(len(others))]})

    def words(self, gesture: Fill) -> str:
        """Say the options chosen."""
        picked = gesture.values
        return ", ".join(
            one[str(picked[term])] for term, one in self.terms.items() if term in picked
        )


@dataclass(frozen=True, slots=True)
class Objection:
    """A risk seen in a proposal, in words; nothing to object is to pass."""

    proposal: str

    def mistake(self, gesture: Gesture) -> str:
        """Refuse an empty or endless text."""
        return Text().mistake(gesture)

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Object to something."""
        return Write(about, f"(simulé, {by}, risque {luck(1000)})")


@dataclass(frozen=True, slots=True)
class Blanks:
    """Fields to fill or to rate; `seats` are who a field may name; `rating` says which gesture.

    `whole` when every required field is filled at once.
    """

    fields: Mapping[str, Field]
    seats: tuple[str, ...]
    rating: bool = False
    whole: bool = False

    def mistake(self, gesture: Gesture) -> str:
        """Refuse an unknown field or a value its field does not take."""
        if not isinstance(gesture, Rate if self.rating else Fill):
            return "Il s'agit ici de remplir des champs."
        if not gesture.values:
            return f"Donnez au moins un champ parmi {', '.join(self.fields)}."
        missing = [n for n, one in self.fields.items() if one.required and n not in gesture.values]
        if self.whole and missing:
            return f"Il manque : {', '.join(missing)}."
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


Domain = (
    Pile
    | Shown
    | Text
    | Options
    | Items
    | Order
    | Amounts
    | Terms
    | Objection
    | Scale
    | Blanks
    | Nothing
)


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
