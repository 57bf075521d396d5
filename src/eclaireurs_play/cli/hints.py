"""For each gesture that is waited for, a line that could be typed, and what to choose from.

In a line, `…` stands for words or figures to give and `|` for a choice to make; a line without
either is an example, accepted as it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import singledispatch
from itertools import count
from typing import NamedTuple, get_args

from eclaireurs_play.cli.words import _
from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import (
    Amounts,
    Blanks,
    Domain,
    Items,
    Objection,
    Options,
    Order,
    Pile,
    Scale,
    Terms,
    Text,
)
from eclaireurs_play.engine.flow import Moved
from eclaireurs_play.engine.gestures import Action, Draw
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State
from eclaireurs_play.engine.transition import phase_asks, transition
from eclaireurs_play.model.base import Code
from eclaireurs_play.model.fields import Field
from eclaireurs_play.play.notation import write_line
from eclaireurs_play.play.notation.words import slug

CODE = re.compile(get_args(Code)[1].pattern)
LONGEST_SCALE = 100
"""Beyond so many steps, the ends of a scale say nothing of what to write."""


class Waited(NamedTuple):
    """Something asked of someone, and when."""

    rules: Rules
    state: State
    actor: str
    ask: Ask


def line(waited: Waited) -> str:
    """Write the line that would answer what is asked."""
    return "clôt" if waited.ask.do == "close" else _line(waited.ask.domain, waited)


@singledispatch
def _line(domain: Domain, waited: Waited) -> str:
    """Write a gesture with the first of everything; a whole is shared out evenly."""
    turn = count()
    step = 1 if isinstance(domain, Amounts) else 0
    gesture = domain.sample(waited.actor, waited.ask.about, lambda most: step * next(turn) % most)
    return write_line(Action(waited.actor, gesture))


@_line.register
def _drawn(domain: Pile, waited: Waited) -> str:
    """Name a card and what is said of it, in someone's place where the game wants one."""
    rules, state, actor, ask = waited
    if not domain.named:
        return write_line(Action(actor, Draw(ask.about)))
    if ask.about not in rules.families:
        return f"{actor} pioche {'|'.join(domain.cards)}"
    card = domain.cards[0]
    drawn = transition(rules, state, Action(actor, Draw(ask.about, card)))
    asked = phase_asks(rules, drawn.state, actor) if isinstance(drawn, Moved) else ()
    instead = any((one.do, one.about) == ("choose", card) for one in asked)
    return f"{card.partition('-')[0]}-… {actor}{' pour …' if instead else ''}: …"


@_line.register
def _chosen(domain: Options, waited: Waited) -> str:
    allowed = [one for one in domain.options if one not in domain.unwise]
    options = allowed or [*domain.options]
    several = "+".join(options[: max(domain.at_least, min(2, domain.at_most))])
    shown = "|".join(options) if domain.at_most == 1 else several
    return f"{waited.actor} choisit {waited.ask.about}={shown}"


@_line.register
def _moved(domain: Scale, waited: Waited) -> str:
    return f"{waited.actor} va à {domain.least:+d}…{domain.most:+d}"


@_line.register(Text)
@_line.register(Objection)
def _written(_domain: Text | Objection, waited: Waited) -> str:
    return f"{waited.ask.about} {waited.actor}: …"


@_line.register
def _filled(domain: Blanks, waited: Waited) -> str:
    """Write the fields that must be filled, or all when none must."""
    needed = {name: field for name, field in domain.fields.items() if field.required}
    fields = (needed or domain.fields).items()
    blanks = " ".join(f"{name}={_blank(field, domain.seats)}" for name, field in fields)
    return f"{waited.actor} {'évalue' if domain.rating else 'remplit'} {waited.ask.about} {blanks}"


def _blank(field: Field, seats: tuple[str, ...]) -> str:
    if field.number is not None:
        least, most = field.at_least, field.at_most
        known = least is not None and most is not None and most - least <= LONGEST_SCALE
        return f"{least:g}…{most:g}" if known else "…"
    return next(iter(_values(field, seats)), '"…"')


def _values(field: Field, seats: tuple[str, ...]) -> Mapping[str, str]:
    """Give the values that a field takes, when they are known, with their words."""
    return field.one_of or field.many_of or (dict.fromkeys(seats, "") if field.seat else {})


def choices(ask: Ask) -> str:
    """Say what there is to choose from, where neither the line nor the question says it all."""
    match ask.domain:
        case Terms(terms):
            said = _fields({term: dict.fromkeys(options, "") for term, options in terms.items()})
        case Blanks(fields, seats):
            said = _fields({name: _values(field, seats) for name, field in fields.items()})
        case Options(items, at_most=most) if most > 1 or _are_codes(items):
            said = _among(_options(items))
        case Order(items, at_most=most) if most < len(items):
            said = _among(items)
        case Items(items) if len(items) > 1:
            said = _among(items)
        case Amounts(_, total, unit, most):
            whole = _("{total:g} {unit} en tout").format(total=total, unit=unit)
            each = _("{most:g} au plus chacun").format(most=most) if most is not None else ""
            known = f"{total:g} {unit}" in ask.prompt
            said = ", ".join(filter(None, ("" if known else whole, each)))
        case _:
            said = ""
    return said


def _are_codes(options: Mapping[str, str]) -> bool:
    """Tell whether options are cards, whose codes say nothing without their titles."""
    return any(CODE.fullmatch(name) for name in options)


def _among(items: Iterable[str]) -> str:
    return _("au choix : {items}").format(items=", ".join(items))


def _fields(options: Mapping[str, Mapping[str, str]]) -> str:
    """List the options of fields; those that have the same are listed together."""
    alike: dict[str, list[str]] = {}
    for name, known in options.items():
        if known:
            alike.setdefault(", ".join(_options(known)), []).append(name)
    return " ; ".join(f"{', '.join(names)} : {known}" for known, names in alike.items())


def _options(known: Mapping[str, str]) -> Iterator[str]:
    """Write each option, with its words when they are not its own."""
    for name, words in known.items():
        yield f"{name} ({words})" if words and slug(words) != name else name
