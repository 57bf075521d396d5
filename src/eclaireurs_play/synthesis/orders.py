"""Orders, shares and figures that people gave, each in a small table."""

from collections.abc import Iterable, Iterator, Mapping

from eclaireurs_play.engine.gestures import Rank, Rate, Share, Value
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.play.naming import order_words, own_words
from eclaireurs_play.play.values import number_words, unit_shared, value_words, with_unit
from eclaireurs_play.synthesis.document import (
    Block,
    Heading,
    Paragraph,
    Span,
    Table,
    Words,
    plain,
    soft,
)
from eclaireurs_play.synthesis.reading import latest_ratings
from eclaireurs_play.synthesis.where import Made, Where
from eclaireurs_play.synthesis.words import asked_words, marks, names, title

MEAN = "Moyenne, pour information"


def write_ranks(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write the order that each person gave."""
    del about
    rules, first = place.reading.rules, made[0]
    if place.titled:
        yield Heading(place.level, asked_words(rules, place.reading.state, first))
    rows = tuple(
        (
            (Span(names(rules, [one.by])), *marks(one)),
            plain(order_words(rules, one.phase, one.gesture.order)),
        )
        for one in made
        if isinstance(one.gesture, Rank)
    )
    yield Table(("Qui", "Ordre"), rows)


def write_shares(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write how each person shared, with the total; what is shared again replaces."""
    del about
    rules, first = place.reading.rules, made[0]
    if place.titled:
        yield Heading(place.level, asked_words(rules, place.reading.state, first))
    unit = unit_shared(first.asked)
    shares = {one.by: one.gesture.parts for one in made if isinstance(one.gesture, Share)}
    known = own_words(rules.phases[first.phase]) if first.phase in rules.phases else {}
    given = dict.fromkeys(item for parts in shares.values() for item in parts)
    items = sorted(given, key=lambda item: _place(tuple(known), item))
    columns = [[parts.get(item, 0.0) for item in items] for parts in shares.values()]
    heads = [names(rules, [by]) for by in shares]
    if len(columns) > 1:
        heads.append(MEAN)
        columns.append([_mean(row) for row in zip(*columns, strict=True)])
    rows = zip((title(rules, first.phase, item) for item in items), *columns, strict=True)
    total = ("Total", *map(sum, columns))
    yield Table(("Ligne", *heads), tuple(_figures(row, unit) for row in (*rows, total)))


def _place(known: tuple[str, ...], item: str) -> int:
    return known.index(item) if item in known else len(known)


def _figures(row: Iterable[object], unit: str) -> tuple[Words, ...]:
    return tuple(
        plain(with_unit(cell, unit) if isinstance(cell, int | float) else capital(str(cell)))
        for cell in row
    )


def _mean(values: Iterable[float]) -> float:
    found = tuple(values)
    return round(sum(found) / len(found), 1)


def write_ratings(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write what each person gave to each thing, a table for each thing asked of them."""
    del about
    rules, phase = place.reading.rules, made[0].phase
    latest = latest_ratings(made)
    items = tuple(dict.fromkeys(item for item, _ in latest))
    head = ("Qui", *(capital(title(rules, phase, item)) for item in items))
    for name in dict.fromkeys(name for values in latest.values() for name in values):
        yield Heading(place.level, capital(title(rules, phase, name)))
        yield Table(head, tuple(_rated(place, latest, items, name)))
    if any(isinstance(one.gesture, Rate) and one.simulated for one in made):
        yield Paragraph(soft("Le programme a donné tout ou partie de ces notes."))


def _rated(
    place: Where,
    latest: Mapping[tuple[str, str], Mapping[str, Value]],
    items: tuple[str, ...],
    name: str,
) -> Iterator[tuple[Words, ...]]:
    rules = place.reading.rules
    field = rules.game.ratings.get(name)
    for by in dict.fromkeys(by for _, by in latest):
        given = [latest.get((item, by), {}).get(name) for item in items]
        cells = ("" if one is None else value_words(field, one, rules) for one in given)
        yield (plain(names(rules, [by])), *map(plain, cells))
    columns = [
        [values[name] for (rated, _), values in latest.items() if rated == item and name in values]
        for item in items
    ]
    numbers = [[one for one in column if isinstance(one, int | float)] for column in columns]
    if any(len(column) > 1 for column in numbers):
        means = (number_words(_mean(column)) if column else "" for column in numbers)
        yield (soft(MEAN), *map(plain, means))
