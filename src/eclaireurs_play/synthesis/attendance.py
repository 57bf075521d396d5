"""Who was there, and when it changed: a sentence for each seat that changed hands."""

from collections.abc import Iterator

from eclaireurs_play.engine.state import Handover
from eclaireurs_play.play.handovers import handover_words
from eclaireurs_play.synthesis.document import Block, Blocks, Bullets, Heading, ended, plain
from eclaireurs_play.synthesis.reading import Reading


def comings(reading: Reading) -> Blocks:
    """List who arrived, left, was replaced or shared a seat.

    Names and reasons are not public; a seat of which only the names changed is not told.
    """
    return tuple(_comings(reading))


def _comings(reading: Reading) -> Iterator[Block]:
    told = [words for one in reading.state.handovers if (words := _told(reading, one))]
    if told:
        yield Heading(3, "Qui est arrivé, qui est parti")
        yield Bullets(tuple(map(plain, told)))


def _told(reading: Reading, one: Handover) -> str:
    public = reading.audience == "public"
    where = f"Pendant « {reading.rules.phase_title(one.phase)} »" if one.phase else "Au début"
    words = handover_words(reading.rules, one, named=not public)
    if not words:
        return ""
    reason = f" Raison donnée : {ended(one.reason)}" if one.reason and not public else ""
    return f"{where}. {words}{reason}"
