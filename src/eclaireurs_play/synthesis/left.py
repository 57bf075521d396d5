"""What gestures leave on the page, grouped by what they bear on, in order of first appearance.

No kind of phase is known here.
"""

from typing import NamedTuple

from eclaireurs_play.engine.gestures import Choose, Draw, Fill, Place, Rate, Write
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.synthesis.document import (
    Blocks,
)
from eclaireurs_play.synthesis.reading import Reading
from eclaireurs_play.synthesis.writers import WRITERS, Made, Where


class Group(NamedTuple):
    """Contributions of one sort that bear on one thing."""

    sort: str
    about: str


def blocks_of(reading: Reading, made: Made, level: int, *, titled: bool = True) -> Blocks:
    """Write what was made, apart from moves along an axis, which are compared elsewhere.

    `titled` is False when the heading above already says what all this answers.
    """
    place = Where(reading, level, titled)
    groups = grouped(reading.rules, made)
    return tuple(
        block
        for group, of_group in groups.items()
        for block in WRITERS[group.sort](place, group.about, of_group)
    )


def grouped(rules: Rules, made: Made) -> dict[Group, Made]:
    """Group what has something to show, in order of first appearance."""
    groups: dict[Group, list[Contribution]] = {}
    spoken_for = {(one.by, one.gesture.about) for one in made if one.place_of}
    for one in made:
        group = _group(rules, one)
        if group and not (group.sort == "chosen" and (one.by, one.gesture.about) in spoken_for):
            groups.setdefault(group, []).append(one)
    return {group: tuple(of_group) for group, of_group in groups.items()}


def _group(rules: Rules, one: Contribution) -> Group | None:
    gesture = one.gesture
    match gesture:
        case Draw():
            known = gesture.card in rules.cards
            return Group("card", gesture.card) if known else Group("taken", "")
        case Write() | Rate() if gesture.about in rules.cards:
            return Group("card", gesture.about)
        case Write() | Place():
            return Group("said", gesture.about)
        case Fill():
            return Group("filled", gesture.about)
        case Choose():
            return Group("chosen", "")
        case _:
            return None
