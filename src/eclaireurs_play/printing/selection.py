"""Cards asked by name: a family, a code, a range of codes, each perhaps so many times.

`effets`, `EF`, `EF-07`, `EF-01..EF-12` and `EF-07x3` are understood; several may be joined.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from eclaireurs_play.content.wording import did_you_mean, nearest, quoted, slugified
from eclaireurs_play.errors import NotFoundError

MOST_TIMES = 50
_TIMES = re.compile(r"^(.+?)\s*[x×*]\s*(\d{1,3})$", re.IGNORECASE)
_RANGE = re.compile(r"^(.+?)\s*(?:\.\.+|…)\s*(.+)$")


class Pile(NamedTuple):
    """Cards of one sort: the names it is known by, and the ids of its cards in order."""

    names: tuple[str, ...]
    ids: tuple[str, ...]


Wanted = dict[str, int | None]
"""How many times each card is printed; None is as many as the deck has."""


def wanted(asked: Iterable[str], piles: Sequence[Pile]) -> Wanted:
    """Read what is asked; a card asked twice comes the larger number of times.

    Raises NotFoundError for a name that no pile has, a range that is backwards or spans piles.
    """
    found: Wanted = {}
    ids = {slugified(one) for pile in piles for one in pile.ids}
    for one in asked:
        whole = slugified(one) in ids
        name, times = (one.strip(), None) if whole else _counted(one.strip())
        for card in _named(name, piles):
            known = found.get(card)
            found[card] = times if known is None else max(known, times or 0)
    return found


def ranks(names: Sequence[str], found: Wanted | None) -> list[int]:
    """Give the ranks of the cards to print, in their order; all when nothing is asked.

    `names` has a card as many times as the deck does; a number asked stands instead.
    """
    if found is None:
        return list(range(len(names)))
    chosen: list[int] = []
    met: set[str] = set()
    for rank, name in enumerate(names):
        if name in found and (found[name] is None or name not in met):
            chosen += [rank] * (found[name] or 1)
            met.add(name)
    return chosen


def _counted(asked: str) -> tuple[str, int | None]:
    """Read the number of times after a name, if there is one."""
    if not (counted := _TIMES.match(asked)):
        return asked, None
    count = int(counted[2])
    if not 1 <= count <= MOST_TIMES:
        raise NotFoundError(f"{quoted(asked)} : de 1 à {MOST_TIMES} fois, pas {count}")
    return counted[1], count


def _named(name: str, piles: Sequence[Pile]) -> tuple[str, ...]:
    """List the ids that a name stands for."""
    if ends := _RANGE.match(name):
        return _between(_one(ends[1], piles), _one(ends[2], piles), piles)
    slug = slugified(name)
    for pile in piles:
        if any(slugified(one) == slug for one in pile.names):
            return pile.ids
    return (_one(name, piles),)


def _one(name: str, piles: Sequence[Pile]) -> str:
    """Find one card by its id, whatever its case."""
    ids = {slugified(one): one for pile in piles for one in pile.ids}
    if (card := ids.get(slugified(name))) is not None:
        return card
    families = [pile.names[0] for pile in piles]
    hint = _hint(name, list(ids.values()), families)
    raise NotFoundError(f"aucune carte ni famille ne s'appelle {quoted(name)} ({hint})")


def _hint(name: str, ids: list[str], families: list[str]) -> str:
    """Guess what was meant: a family first, then the end of the pile that a code goes beyond."""
    if nearest(name, families):
        return did_you_mean(name, families)
    before, _, number = name.upper().partition("-")
    pile = [one for one in ids if one.upper().startswith(f"{before}-")]
    if pile and number.isdigit():
        return f"{before} va de {pile[0]} à {pile[-1]}"
    return did_you_mean(name, ids) or f"familles : {', '.join(families)}"


def _between(first: str, last: str, piles: Sequence[Pile]) -> tuple[str, ...]:
    """List the cards from one to another of the same pile."""
    for pile in piles:
        if first in pile.ids and last in pile.ids:
            start, end = pile.ids.index(first), pile.ids.index(last)
            if start <= end:
                return pile.ids[start : end + 1]
            raise NotFoundError(f"« {first}..{last} » est à l'envers : écrivez {last}..{first}")
    raise NotFoundError(f"« {first}..{last} » va d'une famille à une autre : demandez-les à part")
