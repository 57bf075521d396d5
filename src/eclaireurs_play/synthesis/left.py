"""What gestures leave on the page, grouped by what they bear on, in order of first appearance.

No kind of phase is known here.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from eclaireurs_play.engine.gestures import (
    Choose,
    Draw,
    Fill,
    Pass,
    Place,
    Rank,
    Rate,
    Share,
    Write,
)
from eclaireurs_play.engine.state import Contribution, proposal_named
from eclaireurs_play.play.naming import is_note, notes_named, objecting
from eclaireurs_play.synthesis import draws, forms, objections, orders, posts, proposals, writers
from eclaireurs_play.synthesis.document import Block, Blocks
from eclaireurs_play.synthesis.reading import Reading
from eclaireurs_play.synthesis.where import Made, Where


class Group(NamedTuple):
    """Contributions of one sort that bear on one thing; words, to one question about it."""

    sort: str
    about: str = ""
    asked: str = ""


class Around(NamedTuple):
    """What a trace holds that changes how others are read: posts given, objections made."""

    posts: frozenset[str]
    objections: frozenset[str]


WRITERS: Mapping[str, Callable[[Where, str, Made], Iterator[Block]]] = {
    "card": writers.write_card,
    "said": writers.write_said,
    "filled": forms.write_filled,
    "figures": forms.write_figures,
    "chosen": writers.write_chosen,
    "news": draws.write_news,
    "taken": draws.write_taken,
    "versions": proposals.write_versions,
    "objections": objections.write_objections,
    "ranks": orders.write_ranks,
    "shares": orders.write_shares,
    "ratings": orders.write_ratings,
    "posts": posts.write_posts,
}


def blocks_of(place: Where, made: Made) -> Blocks:
    """Write what was made, apart from moves along an axis, which are compared elsewhere."""
    return tuple(
        block
        for group, of_group in grouped(place.reading, made).items()
        for block in WRITERS[group.sort](place, group.about, of_group)
    )


def grouped(reading: Reading, made: Made) -> dict[Group, Made]:
    """Group what has something to show, in order of first appearance."""
    groups: dict[Group, list[Contribution]] = {}
    spoken_for = {(one.by, one.gesture.about) for one in made if one.place_of}
    around = Around(
        frozenset(posts.matches(reading, made)),
        frozenset(one.id for one in made if objecting(one.asked)),
    )
    for one in made:
        group = _group(reading, one, around)
        if group and not (group.sort == "chosen" and (one.by, one.gesture.about) in spoken_for):
            groups.setdefault(group, []).append(one)
    return {group: tuple(of_group) for group, of_group in groups.items()}


def _group(reading: Reading, one: Contribution, around: Around) -> Group | None:
    """Tell the sort of a contribution: first what it means here, then what gesture it is."""
    sort = _deciding(reading, one, around)
    if sort:
        return Group(sort)
    gesture = one.gesture
    if isinstance(gesture, Fill):
        return Group(_filled(reading, one), gesture.about)
    if isinstance(gesture, Draw):
        return Group(*_drawn(reading, gesture.card))
    if isinstance(gesture, Write | Rate | Place):
        return Group(*_worded(reading, one))
    sorts = {Choose: "chosen", Rank: "ranks", Share: "shares"}
    plain = sorts.get(type(gesture))
    return Group(plain, gesture.about if plain == "ranks" else "") if plain else None


def _deciding(reading: Reading, one: Contribution, around: Around) -> str:
    """Tell what belongs to the life of a proposal, or to who gets which post."""
    gesture = one.gesture
    if isinstance(gesture, Write | Pass) and objecting(one.asked):
        return "objections"
    if isinstance(gesture, Choose) and is_note(gesture.about):
        return "objections"
    if one.number in reading.versions:
        named = around.objections.intersection(notes_named(one.asked))
        return "objections" if named else "versions"
    if isinstance(gesture, Choose) and proposal_named(reading.state, gesture.about):
        return "versions"
    return "posts" if _bears_on_posts(one, around) else ""


def _bears_on_posts(one: Contribution, around: Around) -> bool:
    gesture = one.gesture
    if isinstance(gesture, Rank):
        return any(item in around.posts for group in gesture.order for item in group)
    return isinstance(gesture, Place) and gesture.about in around.posts


def _filled(reading: Reading, one: Contribution) -> str:
    """Tell a form of the game from a ballot, and from figures that were asked for."""
    if one.gesture.about in reading.rules.game.forms:
        return "filled"
    return "chosen" if one.chosen else "figures"


def _drawn(reading: Reading, card: str) -> tuple[str, ...]:
    if card in reading.rules.cards:
        return "card", card
    return ("news", card) if card in reading.rules.scenario.surprises else ("taken",)


def _worded(reading: Reading, one: Contribution) -> tuple[str, ...]:
    gesture = one.gesture
    if not isinstance(gesture, Place) and gesture.about in reading.rules.cards:
        return "card", gesture.about
    if isinstance(gesture, Write) and gesture.about in reading.rules.scenario.surprises:
        return "news", gesture.about
    return ("ratings",) if isinstance(gesture, Rate) else ("said", gesture.about, one.asked)
