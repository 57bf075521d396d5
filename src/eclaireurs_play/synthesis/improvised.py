"""What whoever hosts made on the spot: said apart, and marked wherever it comes back."""

from collections.abc import Iterator

from eclaireurs_play.engine.gestures import Reveal, Write
from eclaireurs_play.engine.improvised import CARD, FAMILY, SEAT, SURPRISE, moves_of
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import Improvised
from eclaireurs_play.layout.quantities import amount
from eclaireurs_play.synthesis.document import (
    Block,
    Blocks,
    Definitions,
    Heading,
    Paragraph,
    Quotes,
    flat,
    plain,
    prose,
    said,
    soft,
)
from eclaireurs_play.synthesis.reading import Reading
from eclaireurs_play.synthesis.words import card_title, quote

_INTRO = "La personne qui anime a ajouté ceci au jeu pendant la séance."


def improvised(reading: Reading) -> Blocks:
    """Write the cards, the surprises and the roles made on the spot that this audience knows."""
    told = tuple(block for one in reading.state.improvised for block in _told(reading, one))
    return (Heading(2, "Improvisé en séance"), said(_INTRO), *told) if told else ()


def _told(reading: Reading, one: Improvised) -> Iterator[Block]:
    if one.kind == CARD:
        return _card(reading, one)
    return _surprise(reading, one) if one.kind == SURPRISE else _role(reading, one)


def _card(reading: Reading, one: Improvised) -> Iterator[Block]:
    unseen = one.code not in reading.state.seen
    if unseen and reading.audience != "facilitator":
        return
    card, family = reading.rules.cards[one.code], reading.rules.title(str(one.values[FAMILY]))
    yield Heading(3, card_title(reading.rules, one.code))
    yield Paragraph(soft(flat(card.text)))
    where = "restée dans sa pile" if unseen else _when(reading, one)
    yield said(f"Carte de la famille « {family} », {where}.")
    if any(isinstance(aside.gesture, Reveal) and aside.gesture.about == one.code
           for aside in reading.aside):  # fmt: skip
        notes = tuple(
            quote(reading.rules, aside, aside.gesture.text) for aside in reading.aside
            if isinstance(aside.gesture, Write) and aside.gesture.about == one.code
        )  # fmt: skip
        if notes:
            yield Quotes(notes)


def _surprise(reading: Reading, one: Improvised) -> Iterator[Block]:
    unseen = one.code not in reading.state.seen
    if unseen and reading.audience != "facilitator":
        return
    news, axes = reading.rules.scenario.surprises[one.code], reading.rules.scenario.axes
    yield Heading(3, f"Imprévu : {flat(news.title)}")
    yield from prose(news.text)
    if news.asks:
        yield Paragraph(soft(flat(news.asks)))
    where = "qui n'est pas tombé" if unseen else _when(reading, one)
    yield said(f"Imprévu {where}.")
    moves = tuple(
        (axes[axis].title, plain(amount(value, axes[axis].unit, signed=True)))
        for axis, value in moves_of(one).items()
    )
    if moves:
        yield Definitions(moves)


def _role(reading: Reading, one: Improvised) -> Iterator[Block]:
    role, seat = reading.rules.roles[one.code], reading.rules.name(str(one.values[SEAT]))
    yield Heading(3, f"Rôle : {role.title}")
    yield said(f"{capital(seat)} a reçu ce rôle, {_when(reading, one)}. Son but : {role.aim}")


def _when(reading: Reading, one: Improvised) -> str:
    return f"pendant « {reading.rules.phase_title(one.phase)} »"
