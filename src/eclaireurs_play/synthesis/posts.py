"""Posts: who is proposed for each, and which wishes that grants."""

from collections.abc import Iterator, Mapping

from eclaireurs_play.engine.gestures import Place, Rank
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.play.naming import order_words
from eclaireurs_play.synthesis.document import Block, Heading, Span, Table, Words, plain, said
from eclaireurs_play.synthesis.reading import Reading
from eclaireurs_play.synthesis.where import Made, Where
from eclaireurs_play.synthesis.words import SIMULATED, names, title


def matches(reading: Reading, made: Made) -> dict[str, str]:
    """Give who is proposed for each post; a post given again goes to the last person named."""
    placed = (one.gesture for one in made if isinstance(one.gesture, Place))
    return {one.about: one.item for one in placed if one.item in reading.rules.scenario.seats}


def write_posts(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write the posts and the people, then each person's wishes and how many are granted."""
    del about
    reading, phase = place.reading, made[0].phase
    given = matches(reading, made)
    rows = tuple(
        (plain(capital(title(reading.rules, phase, post))), _person(reading, seat))
        for post, seat in given.items()
    )
    yield Heading(place.level, "Qui est proposé, et où")
    yield Table(("Quoi", "Qui"), rows)
    wishes = {one.by: one.gesture.order for one in made if isinstance(one.gesture, Rank)}
    if wishes:
        yield Heading(place.level, "Les vœux, et ceux qui sont exaucés")
        people = [seat for seat in reading.rules.scenario.seats if seat in wishes]
        cells = (_wished(reading, phase, seat, wishes[seat], given) for seat in people)
        yield Table(("Qui", "Vœux, dans l'ordre", "Vœux exaucés"), tuple(cells))
        ranked = [(by, post) for by, order in wishes.items() for group in order for post in group]
        granted = sum(given.get(post) == by for by, post in ranked)
        yield said(f"En tout : {_granted(granted, len(ranked))}.")


def _person(reading: Reading, seat: str) -> Words:
    return plain(names(reading.rules, [seat]))


def _wished(
    reading: Reading,
    phase: str,
    seat: str,
    order: tuple[tuple[str, ...], ...],
    given: Mapping[str, str],
) -> tuple[Words, ...]:
    posts = [post for group in order for post in group]
    granted = sum(given.get(post) == seat for post in posts)
    made = (one for trace in reading.traces if trace.phase == phase for one in trace.made)
    simulated = any(one.simulated for one in made if one.by == seat)
    mark = (Span(" "), SIMULATED) if simulated else ()
    name = (*_person(reading, seat), *mark)
    return (
        name,
        plain(order_words(reading.rules, phase, order)),
        plain(_granted(granted, len(posts))),
    )


def _granted(granted: int, wishes: int) -> str:
    return f"{granted} vœu{'x' if granted > 1 else ''} sur {wishes}"
