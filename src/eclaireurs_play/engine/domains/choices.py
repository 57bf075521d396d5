"""Domains of choices: options, an order, an option for each term."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from eclaireurs_play.engine.domains.base import Luck, suggest
from eclaireurs_play.engine.gestures import Choose, Fill, Gesture, Pass, Rank, Value


def how_many(verb: str, what: str, least: int, most: int) -> str:
    """Say how many things are wanted: `Choisissez une option.`, `Classez de 2 à 4 lignes.`."""
    several = f"{what}s différentes"
    if most == 1:
        return f"{verb} une {what}{', ou aucune' if not least else ''}."
    if least == most:
        return f"{verb} {most} {several}."
    bounds = f"{'au plus' if least == 0 else f'de {least} à'} {most}"
    return f"{verb} {bounds} {several}."


@dataclass(frozen=True, slots=True)
class Options:
    """Between `at_least` and `at_most` of the options, each with the words people see.

    `hoped` is the option that lets the session go on, where one does; `proposal` the version
    that the choice is about, if it is. A rule stands in the way of those that are `unwise`; those
    that are `spared` serve who chooses: a simulated player leaves them.
    """

    options: Mapping[str, str]
    at_least: int = 1
    at_most: int = 1
    hoped: str = ""
    proposal: str = ""
    unwise: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()

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
            return how_many("Choisissez", "option", self.at_least, self.at_most)
        return ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Choose as few as allowed, any of them."""
        del by
        wise = [one for one in self.options if one not in self.unwise] or list(self.options)
        count = max(1, self.at_least)
        free = [one for one in wise if one not in self.spared]
        left = free if len(free) >= count else wise
        picked = tuple(left.pop(luck(len(left))) for _ in range(count))
        return Choose(about, picked)


@dataclass(frozen=True, slots=True)
class Order:
    """An order of between `at_least` and `at_most` items, ties allowed.

    Figures given to items count against them when they are `unwanted`.
    """

    items: tuple[str, ...]
    at_least: int
    at_most: int
    unwanted: tuple[str, ...] = ()

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
            return how_many("Classez", "ligne", self.at_least, self.at_most)
        return ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Order as many as allowed, without ties."""
        del by
        left = list(self.items)
        count = min(self.at_most, len(left))
        return Rank(about, tuple((left.pop(luck(len(left))),) for _ in range(count)))


@dataclass(frozen=True, slots=True)
class Rail:
    """A guard-rail: what options move on one axis, in `unit`, and how far their sum may go.

    `card` is the code of the charter's card that sets it.
    """

    card: str
    title: str
    unit: str
    moves: Mapping[str, Mapping[str, Fraction]]
    at_least: Fraction | None = None
    at_most: Fraction | None = None

    def breach(self, options: Mapping[str, Value]) -> str:
        """Say how a choice of options goes beyond, or nothing."""
        moved = sum((self.moves[term][str(one)] for term, one in options.items()), Fraction(0))
        low = self.at_least is not None and moved < self.at_least
        high = self.at_most is not None and moved > self.at_most
        if not (low or high):
            return ""
        bound = self.at_least if low else self.at_most
        side = "au moins" if low else "au plus"
        return (
            f"La charte pose un garde-fou, « {self.title} » : {_signed(bound)} {self.unit} {side}, "
            f"et ce choix fait {_signed(moved)} {self.unit}."
        )


def _signed(value: Fraction | None) -> str:
    """Write a change as people do: `+40`, `−2,5`, `+1 200 000` (narrow spaces)."""
    figure = f"{float(value or 0):+,.6f}".rstrip("0").rstrip(".")
    return figure.replace(",", "\u202f").replace(".", ",").replace("-", "−")


_TRIES = 200
"""How many proposals are thought of when some lie beyond a guard-rail."""


@dataclass(frozen=True, slots=True)
class Terms:
    """An option for each term; `base` is the version amended, of which something must change.

    `rails` are guard-rails: going beyond one breaks a rule, it is no slip.
    """

    terms: Mapping[str, Mapping[str, str]]
    base: Mapping[str, str] | None = None
    rails: tuple[Rail, ...] = ()

    def breach(self, values: Mapping[str, Value]) -> str:
        """Say which guard-rail a choice goes beyond, or nothing."""
        whole = {**(self.base or {}), **values}
        return next(filter(None, (rail.breach(whole) for rail in self.rails)), "")

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
        """Propose anything within the guard-rails, or change one term; leave a version if stuck."""
        del by
        for _ in range(_TRIES if self.rails else 1):
            picked = self._any(luck)
            if not self.breach(picked):
                return Fill(about, picked)
        return Pass()

    def _any(self, luck: Luck) -> dict[str, Value]:
        if self.base is None:
            return {term: tuple(one)[luck(len(one))] for term, one in self.terms.items()}
        term = tuple(self.terms)[luck(len(self.terms))]
        others = [option for option in self.terms[term] if option != self.base.get(term)]
        return {term: others[luck(len(others))]}

    def words(self, gesture: Fill) -> str:
        """Say the options chosen."""
        picked = gesture.values
        return ", ".join(
            one[str(picked[term])] for term, one in self.terms.items() if term in picked
        )
