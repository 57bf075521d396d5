"""Domains of forms: the fields to fill, and what each takes."""

from collections.abc import Mapping
from dataclasses import dataclass

from eclaireurs_play.engine.domains.base import Luck, suggest
from eclaireurs_play.engine.domains.words import LONGEST_TEXT
from eclaireurs_play.engine.gestures import Fill, Gesture, Rate, Value
from eclaireurs_play.model.fields import Field


@dataclass(frozen=True, slots=True)
class Blanks:
    """Fields to fill or to rate; `seats` are who a field may name; `rating` says which gesture.

    `whole` when every required field is filled at once; of an `unwanted` one, less is better.
    """

    fields: Mapping[str, Field]
    seats: tuple[str, ...]
    rating: bool = False
    whole: bool = False
    unwanted: tuple[str, ...] = ()

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
