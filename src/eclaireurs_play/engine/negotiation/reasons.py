"""Why a simulated seat objects, and its words for it. For people, an objection is what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from eclaireurs_play.engine.negotiation.limits import Limit
from eclaireurs_play.engine.negotiation.table import NegotiationTable
from eclaireurs_play.model.scenario import Axis
from eclaireurs_play.model.units import agreeing

_PLACES = 6
_THIN = "\u202f"


@dataclass(frozen=True, slots=True)
class Crossed:
    """A red line is crossed: the axis's value today, in its unit, is beyond the limit."""

    limit: Limit
    value: Fraction


@dataclass(frozen=True, slots=True)
class TooLittle:
    """Satisfaction by a proposal is below the reservation (both in parts per million).

    `missed` is the axis that costs the seat the most satisfaction here, "" if none does.
    """

    seat: str
    proposal: int
    satisfaction: int
    reservation: int
    missed: str


Reason = Crossed | TooLittle


def speaker(reason: Reason) -> str:
    """Give the seat that objects."""
    return reason.limit.seat if isinstance(reason, Crossed) else reason.seat


@lru_cache(maxsize=256)
def reasons(table: NegotiationTable, seat: str, proposal: int) -> tuple[Reason, ...]:
    """Give every reason a seat has to object, red lines first; none if it does not object."""
    row = table.row(seat)
    if not table.objections[row, proposal]:
        return ()
    found: list[Reason] = [
        Crossed(limit, table.value(limit.axis, proposal))
        for limit, crossed in zip(table.numbers.limits, table.crossed[:, proposal], strict=True)
        if crossed and limit.seat == seat
    ]
    satisfaction, reservation = table.satisfaction[row, proposal], table.reservations[row]
    if satisfaction < reservation:
        missed = most_missed(table, seat, proposal)
        found.append(TooLittle(seat, proposal, int(satisfaction), int(reservation), missed))
    return tuple(found)


def most_missed(table: NegotiationTable, seat: str, proposal: int) -> str:
    """Give the axis that costs a seat the most satisfaction (the first id among equals), or ""."""
    digits = (*table.space.digits(proposal), *table.numbers.active(table.context))
    losses = {
        pull.axis: pull.share
        - sum(row[digit] for row, digit in zip(pull.rows, digits, strict=True))
        for pull in table.numbers.pulls(seat)
    }
    worst = max(losses, key=lambda axis: losses[axis], default="")
    return worst if worst and losses[worst] > 0 else ""


def objection(table: NegotiationTable, seat: str, proposal: int, *, variant: int = 0) -> str:
    """Say a seat's objection in French, its gravest reason only; "" when it has none.

    Any integer picks among a few turns of phrase. Saying why reveals a limit: so do people.
    """
    found = reasons(table, seat, proposal)
    return words(table, found[0], variant=variant) if found else ""


def words(table: NegotiationTable, reason: Reason, *, variant: int = 0) -> str:
    """Say a reason in one French sentence, as the seat would."""
    axes = table.numbers.scenario.axes
    if isinstance(reason, Crossed):
        axis, limit = axes[reason.limit.axis], reason.limit.value
        return _pick(_crossed(reason.limit), variant).format(
            axis=axis.title,
            value=quantity(reason.value, axis) if limit > 0 else shift(reason.value, axis),
            limit=quantity(abs(limit), axis),
        )
    axis_title = axes[reason.missed].title if reason.missed else ""
    return _pick(_LITTLE if axis_title else _VAGUE, variant).format(axis=axis_title)


def _crossed(limit: Limit) -> Sequence[str]:
    """Give the turns for a limit: beyond so much more, any change at all, or so much less."""
    if not limit.value:
        return _NO_MORE if limit.at_most else _NO_LESS
    if limit.value > 0:
        return _OVER if limit.at_most else _UNDER
    return _NOT_ENOUGH_LESS if limit.at_most else _TOO_MUCH_LESS


def shift(value: Fraction, axis: Axis) -> str:
    """Write a value as a change from today: `3 t/an de moins`, `12 k€/an de plus`."""
    if not value:
        return "rien ne change"
    return f"{quantity(abs(value), axis)} de {'plus' if value > 0 else 'moins'}"


def quantity(value: Fraction, axis: Axis) -> str:
    """Write a value with its unit, which agrees with it: `1 200 k€/an`, `1 jour/an`."""
    return f"{figure(value)} {agreeing(axis.unit, float(value))}".strip()


def figure(value: Fraction) -> str:
    """Write a number in French, up to six decimals: `−12,5`, `1 200` (narrow spaces)."""
    parts = abs(round(value * 10**_PLACES))
    whole, decimals = divmod(parts, 10**_PLACES)
    tail = f",{decimals:0{_PLACES}d}".rstrip("0") if decimals else ""
    return ("−" if value < 0 and parts else "") + f"{whole:,}".replace(",", _THIN) + tail


def change(table: NegotiationTable, before: int, after: int) -> str:
    """Say in French what an amendment changes, term by term; "" when nothing does."""
    old, new = table.space.picked(before), table.space.picked(after)
    terms = table.numbers.scenario.terms
    changed = (
        f"pour « {term.title} », « {term.options[new[name]].title} » plutôt que "
        f"« {term.options[old[name]].title} »"
        for name, term in terms.items()
        if old[name] != new[name]
    )
    said = " ; ".join(changed)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _pick(turns: Sequence[str], variant: int) -> str:
    return turns[variant % len(turns)]


_OVER = (
    "{axis} : {value}, c'est plus que notre limite, {limit} au plus.",
    "« {axis} » dépasse ce que nous pouvons porter : {value}, notre limite est {limit}.",
    (
        "Nous ne pouvons pas signer à {value} pour « {axis} » : au-delà de {limit}, "
        "nous ne tenons plus."
    ),
)
_UNDER = (
    "{axis} : {value}, c'est moins que notre limite, {limit} au moins.",
    "« {axis} » reste trop bas pour nous : {value}, notre limite est {limit}.",
    (
        "Nous ne pouvons pas signer à {value} pour « {axis} » : en dessous de {limit}, "
        "nous ne tenons plus."
    ),
)
_NO_MORE = (
    "{axis} : {value}, et nous n'acceptons aucune hausse.",
    "« {axis} », {value} : pour nous, c'est déjà trop.",
)
_NO_LESS = (
    "{axis} : {value}, et nous n'acceptons aucune baisse.",
    "« {axis} », {value} : pour nous, c'est déjà trop.",
)
_NOT_ENOUGH_LESS = (
    "{axis} : {value}. Ce n'est pas assez, il nous faut au moins {limit} de moins.",
    "« {axis} » ne baisse pas assez pour nous : {value}, il en faut {limit} de moins.",
    "Nous ne pouvons pas signer si « {axis} » ne baisse pas d'au moins {limit} : ici, {value}.",
)
_TOO_MUCH_LESS = (
    "{axis} : {value}. C'est trop, notre limite est {limit} de moins.",
    "« {axis} » baisse trop pour nous : {value}, notre limite est {limit} de moins.",
    (
        "Nous ne pouvons pas signer si « {axis} » baisse de plus de {limit} : ici, {value}, et "
        "nous ne tenons plus."
    ),
)
_LITTLE = (
    "Nous n'y trouvons pas assez notre compte, surtout pour « {axis} ».",
    "Tout compté, mieux vaut pour nous ne rien signer : il manque trop pour « {axis} ».",
    "En l'état, cet accord nous laisse perdants ; c'est « {axis} » qui pèse le plus.",
)
_VAGUE = ("Nous n'y trouvons pas assez notre compte.",)
