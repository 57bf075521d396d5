"""A bounded list of gestures for anything that may be asked: all of them, or a canonical few.

What is whole: a card, an option, an item, a place on an axis, a form whose blanks have few values.
What is cut to a few: texts (those of one's own sheet), orders (who comes first), parts (who is
served first), forms with many values (the same step everywhere), sets of options (the smallest).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice, permutations, product
from math import factorial, floor, prod

from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import (
    Amounts,
    Blanks,
    Items,
    Objection,
    Options,
    Order,
    Pile,
    Scale,
    Text,
)
from eclaireurs_play.engine.gestures import (
    Choose,
    Draw,
    Fill,
    Gesture,
    Move,
    Place,
    Rank,
    Rate,
    Share,
    Value,
    Write,
)
from eclaireurs_play.model.fields import Field

_NEUTRAL = "Rien de plus que ce qui est écrit sur ma fiche."
"""What is written when no sheet says anything."""

_STEPS = 7
"""How many values of a blank that takes a number are kept, from the least to the most."""

_WIDTH = 10
"""How far a blank that takes a number goes when nothing bounds it."""


def choices(ask: Ask, words: Sequence[str], at_most: int) -> tuple[Gesture, ...]:
    """Give up to `at_most` gestures that answer an ask, the same for the same ask and words.

    `words` are what the sheet of who answers allows to be said aloud. To propose or amend terms is
    not here (see `Actions`): those are numbered one by one.
    """
    return tuple(islice(_answers(ask, words, at_most), at_most))


def _answers(ask: Ask, words: Sequence[str], at_most: int) -> Iterator[Gesture]:
    about = ask.about
    match ask.domain:
        case Text() as domain:
            yield from (Write(about, one) for one in _fitting(words or (_NEUTRAL,), domain.longest))
        case Objection():
            yield Write(about, next(iter(words), _NEUTRAL))
        case Options() as domain:
            yield from (Choose(about, one) for one in _sets(domain))
        case Pile(cards, named=True):
            yield from (Draw(about, card) for card in cards)
        case Items(items):
            yield from (Place(about, item) for item in items)
        case Scale(least, most):
            yield from (Move(about, value) for value in range(least, most + 1))
        case Order() as domain:
            yield from (Rank(about, one) for one in _orders(domain, at_most))
        case Amounts() as domain:
            yield from (Share(about, one) for one in _parts(domain))
        case Blanks() as domain:
            made = Rate if domain.rating else Fill
            yield from (made(about, one) for one in _forms(domain, words, at_most))
        case domain:
            yield domain.sample("", about, _first)


def _first(_bound: int) -> int:
    return 0


def _fitting(words: Sequence[str], longest: int) -> tuple[str, ...]:
    """Keep the texts that a blank has room for; cut the first when it has room for none."""
    return tuple(one for one in words if len(one) <= longest) or (words[0][:longest],)


def _sets(domain: Options) -> Iterator[tuple[str, ...]]:
    """Yield sets of options, the smallest first, then as they are listed."""
    for size in range(domain.at_least, domain.at_most + 1):
        yield from combinations(domain.options, size)


def _orders(domain: Order, at_most: int) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Yield whole orders without ties: each one, or one for each item that may come first."""
    size = min(domain.at_most, len(domain.items))
    if factorial(len(domain.items)) <= at_most:
        whole: Iterator[tuple[str, ...]] = permutations(domain.items, size)
    else:
        whole = ((one, *(other for other in domain.items if other != one)) for one in domain.items)
    yield from (tuple((item,) for item in one[:size]) for one in whole)


def _parts(domain: Amounts) -> Iterator[Mapping[str, float]]:
    """Yield an even sharing, then, for each item, one that serves it first as far as it holds."""
    if not domain.impossible:
        items = tuple(domain.items)
        yield _even(domain, items)
        for place in range(len(items)):
            yield _served(domain, (*items[place:], *items[:place]))


def _even(domain: Amounts, items: Sequence[str]) -> Mapping[str, float]:
    share = domain.total / len(items)
    if not domain.whole:
        return dict.fromkeys(items, share)
    each, left = divmod(domain.total, len(items))
    return {one: each + (place < left) for place, one in enumerate(items) if each + (place < left)}


def _served(domain: Amounts, items: Sequence[str]) -> Mapping[str, float]:
    left, parts = domain.total, {}
    for one in items:
        if part := min(domain.most, left):
            parts[one] = part
            left -= part
    return parts


def _forms(domain: Blanks, words: Sequence[str], at_most: int) -> Iterator[Mapping[str, Value]]:
    """Yield every way to fill a form, or, when there are too many, the same step in each blank."""
    columns = {name: _values(one, domain.seats, words) for name, one in domain.fields.items()}
    finite = [one for one in columns.values() if len(one) > 1]
    if prod(map(len, finite)) <= at_most:
        yield from (dict(zip(columns, row, strict=True)) for row in product(*columns.values()))
        return
    for step in range(min(at_most, max(map(len, finite)))):
        yield {name: column[step % len(column)] for name, column in columns.items()}


def _values(field: Field, seats: tuple[str, ...], words: Sequence[str]) -> tuple[Value, ...]:
    """List values of a blank: of a text, the first that fits."""
    if field.number is not None:
        return _numbers(field)
    if field.many_of is not None:
        return tuple((one,) for one in field.many_of)
    if field.one_of is not None:
        return tuple(field.one_of)
    if field.seat:
        return seats
    return _fitting(words or (_NEUTRAL,), field.text or len(_NEUTRAL))[:1]


def _numbers(field: Field) -> tuple[Value, ...]:
    least = field.at_least or 0.0
    most = field.at_most if field.at_most is not None else least + _WIDTH
    steps = min(floor(most - least), _STEPS - 1)
    return tuple(float(round(least + (most - least) * at / max(1, steps))) if steps else least
                 for at in range(steps + 1))  # fmt: skip
