"""Why a simulated seat objects, and its words for it. For people, an objection is what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from eclaireurs_play.engine.negotiation.limits import Limit
from eclaireurs_play.engine.negotiation.table import NegotiationTable
from eclaireurs_play.model.scenario import Axis

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
        axis = axes[reason.limit.axis]
        return _pick(_OVER if reason.limit.at_most else _UNDER, variant).format(
            axis=axis.title,
            value=quantity(reason.value, axis),
            limit=quantity(reason.limit.value, axis),
        )
    axis_title = axes[reason.missed].title if reason.missed else ""
    return _pick(_LITTLE if axis_title else _VAGUE, variant).format(axis=axis_title)


def quantity(value: Fraction, axis: Axis) -> str:
    """Write a value with its unit: `1 200 k€/an`."""
    return f"{figure(value)} {axis.unit}".strip()


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
_LITTLE = (
    "Nous n'y trouvons pas assez notre compte, surtout pour « {axis} ».",
    "Tout compté, mieux vaut pour nous ne rien signer : il manque trop pour « {axis} ».",
    "En l'état, cet accord nous laisse perdants ; c'est « {axis} » qui pèse le plus.",
)
_VAGUE = ("Nous n'y trouvons pas assez notre compte.",)
