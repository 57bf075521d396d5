"""Lines to type after a session: what phases say of them, filled with this game's own codes."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle

from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.outline import FIELDS, HOLDER, IN_WORDS, PLACE, TERM, TERMS, Outline
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
        """Give the next card of a family, the first again after the last; "" without cards."""
        codes = dict.fromkeys(card.id for card in self.content.cards if card.family == family)
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
    PLACE: lambda one, _outline: one.any_seat(),
    HOLDER: lambda one, _outline: one.holder(),
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
