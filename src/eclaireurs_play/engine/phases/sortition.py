"""Sortition: numbers drawn by lot from lists of people whose size the facilitator gives."""

from collections.abc import Iterator
from dataclasses import replace

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.chance import lot
from eclaireurs_play.engine.domains import Blanks, Pile
from eclaireurs_play.engine.gestures import Draw, Fill, Write
from eclaireurs_play.engine.lots import Lot, numbers_of
from eclaireurs_play.engine.phases.base import Here, Kind
from eclaireurs_play.engine.state import Contribution, Outcome
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.phases import Sortition

LISTS = "listes"
_LARGEST = 1_000_000


class SortitionKind(Kind[Sortition]):
    """Each list is drawn once: the people called, then their replacements, in order.

    Lists are also drawn by hand, from a hat; the numbers are then typed, and kept as if drawn.
    """

    @override
    def asks(self, here: Here[Sortition], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        sizes, done = _sizes(here), _drawn(here)
        if not done:
            domain = Blanks(_fields(here), (), whole=True)
            prompt = "Combien de noms dans chaque liste ?"
            yield Ask("fill", LISTS, domain, prompt, needed=not sizes)
        for pool in here.phase.pools:
            if sizes and pool not in done:
                yield _lot_ask(here, pool)

    @override
    def dress(self, here: Here[Sortition], contribution: Contribution) -> Contribution:
        gesture = contribution.gesture
        if isinstance(gesture, Fill):
            return contribution
        pool = gesture.about
        called = here.phase.draw.get(pool, 1)
        drawn = isinstance(gesture, Write) and numbers_of(gesture.text)
        numbers = drawn or _lot(here, pool)
        words = ", ".join(numbers[:called])
        reserve = f" ; remplaçants : {', '.join(numbers[called:])}" if numbers[called:] else ""
        return replace(contribution, gesture=Draw(pool, words), asked=words + reserve)

    @override
    def ends_turn(self, here: Here[Sortition], contribution: Contribution) -> bool:
        return False

    @override
    def missing(self, here: Here[Sortition]) -> Guard | None:
        left = [title for pool, title in here.phase.pools.items() if pool not in _drawn(here)]
        return Guard("lists-left", f"Reste à tirer : {', '.join(left)}.") if left else None

    @override
    def outcome(self, here: Here[Sortition]) -> Outcome:
        drawn = _drawn(here)
        told = (f"{here.phase.pools[pool]} : n° {drawn[pool]}" for pool in drawn)
        items = (f"{pool}-{number}" for pool in drawn for number in drawn[pool].split(", "))
        return Outcome(items=tuple(items), sentence=" ; ".join(told))


def _lot_ask(here: Here[Sortition], pool: str) -> Ask:
    """Ask for the lot, or for the numbers when people draw them by hand."""
    title = here.phase.pools[pool]
    if here.state.in_hand:
        called, most, size = here.phase.draw.get(pool, 1), _count(here, pool), _sizes(here)[pool]
        reserve = f", puis {most - called} pour remplacer" if most > called else ""
        prompt = f"Numéros tirés dans : {title} ({called}{reserve})"
        return Ask("write", pool, Lot(size, called, most), prompt, needed=True)
    prompt = f"Tirer au sort dans : {title}"
    return Ask("draw", pool, Pile((pool,), named=False), prompt, needed=True)


def _fields(here: Here[Sortition]) -> dict[str, Field]:
    return {
        pool: Field(title=title, number="", at_least=here.phase.draw.get(pool, 1), at_most=_LARGEST)
        for pool, title in here.phase.pools.items()
    }


def _sizes(here: Here[Sortition]) -> dict[str, int]:
    """Give the size of each list, as last written."""
    return {
        pool: int(size)
        for one in here.leaf.made
        if isinstance(one.gesture, Fill)
        for pool, size in one.gesture.values.items()
        if isinstance(size, int | float)
    }


def _drawn(here: Here[Sortition]) -> dict[str, str]:
    """Give the numbers called from each list that was drawn."""
    draws = (one.gesture for one in here.leaf.made if isinstance(one.gesture, Draw))
    return {one.about: one.card for one in draws}


def _count(here: Here[Sortition], pool: str) -> int:
    """Count the numbers to draw from a list: the people called, then their replacements."""
    wanted = here.phase.draw.get(pool, 1) + here.phase.replacements
    return min(wanted, _sizes(here)[pool])


def _lot(here: Here[Sortition], pool: str) -> tuple[str, ...]:
    """Draw numbers of a list, in the order of the lot."""
    stream = f"sort/{here.phase.id}/{pool}"
    size, count = _sizes(here)[pool], _count(here, pool)
    return tuple(map(str, lot(here.state.seed, stream, size, count)))
