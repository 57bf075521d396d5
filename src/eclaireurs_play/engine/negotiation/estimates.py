"""What a seat may think the others want, from what they show and from what they say."""

from collections.abc import Collection, Iterable

import numpy as np

from eclaireurs_play.engine.negotiation.exact import Integers
from eclaireurs_play.engine.negotiation.reasons import Crossed, Reason, TooLittle, speaker
from eclaireurs_play.engine.negotiation.table import NegotiationTable


def estimate(
    table: NegotiationTable, of: str, by: str, *, heard: Collection[Reason] = ()
) -> Integers:
    """Guess a seat's satisfaction by every proposal, shape (proposals,), parts per million.

    `by` knows its own exactly. Of another it knows the weights of the axes that one `shows`, and
    of those it named when it objected (`heard`). The others count for nothing; the seat is lent
    the long view of `by`; one of whom nothing is known is taken to be half satisfied by anything.
    Another's satisfaction is guessed from what the options bring, as before any surprise.
    """
    for seat in (of, by):
        table.row(seat)
    named = {one.missed for one in heard if isinstance(one, TooLittle) and one.seat == of}
    if of == by:
        own: Integers = table.satisfaction[table.row(by)]
        return own
    return table.numbers.guess(of, by, named)


def estimates(
    table: NegotiationTable,
    by: str,
    others: Iterable[str] | None = None,
    *,
    heard: Collection[Reason] = (),
) -> Integers:
    """Guess several seats at once (by default all but `by`), shape (others, proposals)."""
    of = [seat for seat in table.seats if seat != by] if others is None else list(others)
    rows = [estimate(table, other, by, heard=heard) for other in of]
    return np.array(rows, dtype=np.int64).reshape(len(of), table.space.size)


def refused(table: NegotiationTable, by: str, heard: Collection[Reason]) -> Integers:
    """Count, proposal by proposal, the objections heard from others that would come again.

    Shape (proposals,). A red line once said is known. Of a seat that found too little in a
    proposal, one supposes that it would in any that seems to give it no more.
    """
    count = np.zeros(table.space.size, dtype=np.int64)
    for one in dict.fromkeys(heard):
        if speaker(one) == by or speaker(one) not in table.seats:
            continue
        if isinstance(one, Crossed):
            count += table.crossed[table.numbers.limits.index(one.limit)]
        else:
            guess = estimate(table, one.seat, by, heard=heard)
            count += guess <= guess[one.proposal]
    return count
