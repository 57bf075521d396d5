"""Objections: who made each, in their words, what it was judged to be, what changed for it."""

from collections.abc import Iterator
from itertools import groupby

from eclaireurs_play.engine.gestures import Choose, Pass, Write
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.play.naming import notes_named, objecting, of, version_title
from eclaireurs_play.synthesis.document import (
    Block,
    Bullets,
    Heading,
    Quotes,
    Span,
    Words,
    plain,
    said,
)
from eclaireurs_play.synthesis.proposals import change_words
from eclaireurs_play.synthesis.reading import Reading
from eclaireurs_play.synthesis.where import Made, Where
from eclaireurs_play.synthesis.words import marks, names, quote


def write_objections(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write each round: who has none, then each objection and what became of it."""
    del about
    turns = tuple(_rounds(made))
    for number, turn in enumerate(turns, start=1):
        again = f" (tour {number})" if len(turns) > 1 else ""
        yield Heading(place.level, _heading(turn[0]) + again)
        yield from _round(place, turn, made)
    yield from _unread(made)


def _rounds(made: Made) -> Iterator[Made]:
    """Give each round: what was answered in a row to the same question."""
    for asked, turn in groupby(made, key=lambda one: one.asked if objecting(one.asked) else ""):
        if asked:
            yield tuple(turn)


def _heading(first: Contribution) -> str:
    version = version_title(first.version)
    return f"{capital(objecting(first.asked))}s" + (f" à la {version}" if version else "")


def _round(place: Where, turn: Made, made: Made) -> Iterator[Block]:
    rules, noun = place.reading.rules, objecting(turn[0].asked)
    without = [one.by for one in turn if isinstance(one.gesture, Pass)]
    if without:
        yield said(f"Sans {noun} : {names(rules, without)}.")
    for one in turn:
        if isinstance(one.gesture, Write):
            yield Quotes((quote(rules, one, one.gesture.text),))
            fates = tuple(_fates(place.reading, one, made))
            yield from [Bullets(fates)] if fates else []


def _fates(reading: Reading, objection: Contribution, made: Made) -> Iterator[Words]:
    """Say what an objection was judged to be, what changed for it, whether it came back."""
    rules = reading.rules
    for one in made:
        if isinstance(one.gesture, Choose) and one.gesture.about == objection.id:
            judged = (
                f"Jugement {of(rules.name(one.by))} : {one.chosen[:1].lower()}{one.chosen[1:]}."
            )
            yield (Span(judged), *marks(one))
        elif objection.id in notes_named(one.asked) and one.number in reading.versions:
            yield _changed(reading, one)
    yield from _later(objection, made)


def _later(objection: Contribution, made: Made) -> Iterator[Words]:
    """Say whether the same person objected in the next round, and that nothing changed if so."""
    asked = objection.asked
    answers = (one for one in made if one.by == objection.by and one.asked == asked)
    after = next((one for one in answers if one.number > objection.number), None)
    if after is None:
        return
    if not any(objection.id in notes_named(one.asked) for one in made):
        yield plain("Aucun changement n'a été fait pour elle.")
    still = "objecte encore" if isinstance(after.gesture, Write) else "n'objecte plus"
    yield plain(f"Au tour suivant, cette place {still}.")


def _changed(reading: Reading, one: Contribution) -> Words:
    version = reading.versions[one.number]
    told = one.gesture.text if isinstance(one.gesture, Write) else change_words(reading, version)
    who, title = names(reading.rules, [one.by]), version_title(version.id)
    return (Span(f"Changement fait par {who} ({title})"), *marks(one), Span(f" : {told}"))


def _unread(made: Made) -> Iterator[Block]:
    """Say what was judged that this audience does not read."""
    shown = {one.id for one in made if isinstance(one.gesture, Write)}
    for one in made:
        if isinstance(one.gesture, Choose) and one.gesture.about not in shown:
            yield said(f"Une note qui ne figure pas dans cette version a été jugée : {one.chosen}.")
