"""Where an agreement stands by the numbers of the sheets: for the debrief, and for no one else."""

from collections.abc import Iterator

from eclaireurs_play.engine.negotiation.exact import percent
from eclaireurs_play.engine.negotiation.space import LARGEST
from eclaireurs_play.engine.negotiation.standing import standing, told
from eclaireurs_play.engine.negotiation.table import NegotiationTable, Numbers
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import Proposal
from eclaireurs_play.play.naming import version_title
from eclaireurs_play.synthesis.document import (
    Block,
    Blocks,
    Heading,
    Table,
    Words,
    plain,
    said,
    strong,
)
from eclaireurs_play.synthesis.proposals import left_standing
from eclaireurs_play.synthesis.reading import Reading

_INTRO = (
    "Ces chiffres viennent des fiches, pas des personnes. Ils servent au débrief : ce que la "
    "table a décidé reste décidé, et une objection dite vaut plus qu'un calcul. Les fiches sont "
    "secrètes : cette rubrique n'est que dans votre version. Les imprévus tombés sont comptés."
)


def agreement(reading: Reading) -> Blocks:
    """Say where the versions left standing stand, then how each version served each seat."""
    if reading.audience != "facilitator":
        return ()
    left = _last_standing(reading)
    table = _table(reading) if left else None
    return tuple(_blocks(reading, table, left)) if table else ()


def _last_standing(reading: Reading) -> tuple[Proposal, ...]:
    """Give the versions that the last discussion left, when they settle every term."""
    discussed = (left_standing(reading, trace) for trace in reversed(reading.traces))
    return tuple(one for one in next(filter(None, discussed), ()) if _whole(reading, one))


def _whole(reading: Reading, version: Proposal) -> bool:
    terms = reading.rules.scenario.terms
    return bool(terms) and version.options.keys() == terms.keys()


def _table(reading: Reading) -> NegotiationTable | None:
    """Compute what each proposal is worth to the seats in play that weigh something."""
    scenario = reading.rules.scenario
    seats = [
        name
        for name, seat in scenario.seats.items()
        if name in reading.state.seats and (seat.weights or seat.red_lines)
    ]
    size = 1
    for term in scenario.terms.values():
        size *= len(term.options)
    if not seats or size > LARGEST:
        return None
    return Numbers(scenario, seats).at(reading.state.active)


def _blocks(
    reading: Reading, table: NegotiationTable, left: tuple[Proposal, ...]
) -> Iterator[Block]:
    yield Heading(2, "Où se tient l'accord")
    yield said(_INTRO)
    for one in left:
        yield Heading(3, capital(version_title(one.id)))
        found = standing(table, table.space.index(one.options))
        yield said(told(table, found, reading.rules.name))
    versions = [one for one in reading.state.proposals if _whole(reading, one)]
    if len(versions) > 1:
        yield Heading(3, "De version en version")
        yield said(
            "La satisfaction que chaque fiche aurait à chaque version. En gras : la fiche donnait "
            "de quoi s'y opposer."
        )
        yield Table(
            ("Version", *(capital(reading.rules.name(seat)) for seat in table.seats)),
            tuple(_row(table, one) for one in versions),
        )


def _row(table: NegotiationTable, version: Proposal) -> tuple[Words, ...]:
    index = table.space.index(version.options)
    shares = (f"{percent(int(share))} %" for share in table.satisfaction[:, index])
    cells = zip(shares, table.objections[:, index], strict=True)
    title = plain(capital(version_title(version.id)))
    return (title, *(strong(share) if objects else plain(share) for share, objects in cells))
