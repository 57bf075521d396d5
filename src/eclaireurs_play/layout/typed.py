"""Lines to type after a session: what phases say of them, filled with this game's own codes."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle

from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.outline import (
    CALLER,
    CRITERION,
    FIELDS,
    HOLDER,
    IN_WORDS,
    PLACE,
    ROLE,
    STANCE,
    TERM,
    TERMS,
    Outline,
)
from eclaireurs_play.model.phases import Group, Phase
from eclaireurs_play.model.scenario import Scenario

_BLANK = re.compile("‹([^›]+)›")
_FIELDS_SHOWN = 3


@dataclass(frozen=True)
class Example:
    """What fills the blanks of typed lines: a content, one of its scenarios if it matters."""

    content: PrintContent
    scenario: Scenario | None

    def lines(self, outline: Outline) -> tuple[str, ...]:
        """Give the lines to type after a phase; what is not known stays between ‹ and ›."""
        cards: dict[str, Iterator[str]] = {}

        def filled(match: re.Match[str]) -> str:
            word = match[0]
            if word in _KNOWN:
                return _KNOWN[word](self, outline) or word
            return self._seat(match[1]) or self._card(match[1], cards) or word

        apart = (IN_WORDS,) if self._has_terms() else (TERMS, TERM)
        kept = (line for line in outline.typed if not any(one in line for one in apart))
        return tuple(_BLANK.sub(filled, line) for line in kept)

    def _has_terms(self) -> bool:
        """Tell whether what is proposed settles terms, in this scenario or in any."""
        scenarios = (self.scenario,) if self.scenario else self.content.scenarios
        return any(one.terms for one in scenarios)

    def _seat(self, role: str) -> str:
        """Give the seat that has a role, or a name; "" when there is none."""
        seats = self.scenario.seats if self.scenario else {}
        return next((name for name, seat in seats.items() if role in (name, seat.role)), "")

    def _card(self, family: str, cards: dict[str, Iterator[str]]) -> str:
        """Give the next card of a family, the first again after the last; "" without cards.

        Of a family that the scenario's charter draws on, only what it names is on the table.
        """
        charter = self.scenario.charter if self.scenario else None
        named = {*charter.criteria, *charter.guardrails} if charter else set()
        codes = dict.fromkeys(card.id for card in self.content.cards if card.family == family)
        codes = {code: None for code in codes if code in named} or codes
        return next(cards.setdefault(family, cycle(codes)), "")

    def any_seat(self) -> str:
        """Give the code of a seat: not the first, who often proposes, nor a term's namesake."""
        named = self.scenario.seats.keys() - self.scenario.terms.keys() if self.scenario else set()
        seats = [name for name in (self.scenario.seats if self.scenario else ()) if name in named]
        return seats[len(seats) // 2] if seats else ""

    def holder(self) -> str:
        """Give the seat that makes proposals, when a phase says so."""
        for phase in leaves(self.content.game.phases):
            slip = phase.outline(self.content.titles).slip
            if any(blank.terms == "all" for blank in slip) and isinstance(phase.who, tuple):
                return self._seat(phase.who[0])
        return ""

    def stance(self) -> str:
        """Give the first stance, when there are some."""
        return next((one.id for one in self.content.roles.stances), "")

    def role(self) -> str:
        """Give the role of a seat that is not the one who is shown taking it."""
        taking = self.any_seat()
        seats = self.scenario.seats.items() if self.scenario else ()
        return next((seat.role for name, seat in seats if name != taking), "")

    def criterion(self) -> str:
        """Give the first criterion of the scenario's charter."""
        charter = self.scenario.charter if self.scenario else None
        return charter.criteria[0] if charter else ""

    def caller(self) -> str:
        """Give a seat that may ask for an opening on the criterion shown."""
        card = self.content.card_of.get(self.criterion())
        values = card.fields.values() if card else ()
        named = {
            one for value in values for one in (value if isinstance(value, tuple) else [value])
        }
        suits = (suit for name, suit in self.content.game.suits.items() if name in named)
        roles = next((suit.called_by for suit in suits), ())
        return next((seat for role in roles if (seat := self._seat(role))), self.any_seat())

    def terms(self) -> str:
        """Give every term of the scenario, its option left open."""
        return " ".join(f"{name}=…" for name in (self.scenario.terms if self.scenario else {}))

    def fields(self, form: str) -> str:
        """Give the first fields of a form, their values left open."""
        known = self.content.game.forms.get(form)
        shown = list(known.fields.items())[:_FIELDS_SHOWN] if known else []
        return " ".join(f"{name}={_value(field)}" for name, field in shown)


def _value(field: Field) -> str:
    if field.number is not None:
        return "1"
    return '"…"' if field.text else "…"


_KNOWN: Mapping[str, Callable[[Example, Outline], str]] = {
    CALLER: lambda one, _outline: one.caller(),
    CRITERION: lambda one, _outline: one.criterion(),
    PLACE: lambda one, _outline: one.any_seat(),
    HOLDER: lambda one, _outline: one.holder(),
    ROLE: lambda one, _outline: one.role(),
    STANCE: lambda one, _outline: one.stance(),
    TERMS: lambda one, _outline: one.terms(),
    TERM: lambda one, _outline: one.terms().split(" ")[0],
    IN_WORDS: lambda _one, _outline: "la proposition, en toutes lettres",
    FIELDS: lambda one, outline: one.fields(outline.form),
}


def leaves(phases: tuple[Phase, ...]) -> Iterator[Phase]:
    """List the phases that people live, groups apart."""
    for phase in phases:
        if isinstance(phase, Group):
            yield from leaves(phase.phases)
        else:
            yield phase
