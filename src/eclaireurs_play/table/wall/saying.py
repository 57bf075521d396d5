"""What people just said, and what the wall shows when nobody said anything yet."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from eclaireurs_play.engine.anytime import NOTE
from eclaireurs_play.engine.gestures import Choose, Draw, Pass, Reveal, Write
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.layout.display import Box
from eclaireurs_play.play.naming import objecting, question, title, worded
from eclaireurs_play.play.saying import contribution_words, speaker
from eclaireurs_play.play.versions import made_by
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import LARGER, LEAST, LINE, LISTED, under, write
from eclaireurs_play.table.words import _

SAID = 5
"""How many of the last things said stay on the wall, as far as there is room."""

LOW = 170.0
"""Height in mm under which what has no room is left for later; over it, it was read already."""

ROOM = 3 * LINE
"""The least height, in mm, that leaves room for someone's words."""

LATEST = 0.6
"""The share of the room that the last one may take."""


class Quote(NamedTuple):
    """What someone said: who, what about, and the words; a sentence alone when it is no speech."""

    who: str
    about: str
    words: str


def draw_said(brush: Brush, shown: Shown, box: Box) -> None:
    """Write the last things said, the latest first and largest; a question is asked once."""
    _draw(brush, shown, tuple(_last(shown.moment)), box)


def draw_last(brush: Brush, shown: Shown, box: Box) -> None:
    """Write, once all is over, the last things said aloud and in sight of all."""
    phases = shown.rules.phases
    last = next((left.made for left in reversed(shown.state.results)
                 if not phases[left.phase].hidden and left.for_everyone
                 and any(isinstance(one.gesture, Write) for one in left.made)), ())  # fmt: skip
    if last:
        _draw(brush, shown, tuple(_last(last)), box)


def _draw(brush: Brush, shown: Shown, made: tuple[Contribution, ...], box: Box) -> None:
    said = tuple(_quoted(shown, one) for one in made)
    if not said:
        write(brush, waiting(shown), box, (LEAST,), colour=brush.colours.soft)
        return
    top, low = box.y, box.y + box.height
    shared = said[0].about if len({one.about for one in said}) == 1 else ""
    if shared and len(said) > 1:
        top = _about(brush, shared, under(box, top)) + 3
    for place, one in enumerate(said):
        room = (low - top) * (LATEST if len(said) > 1 and place == 0 else 1)
        if room < ROOM and place:
            if brush.height >= LOW:
                return
            brush.later(*(_aloud(left) for left in said[place:]))
            return
        part = Box(box.x, top, box.width, room)
        top = _quote(brush, one if not shared or len(said) == 1 else one._replace(about=""), part,
                     latest=place == 0) + 7  # fmt: skip


def _aloud(one: Quote) -> str:
    told = f"{one.who} : {one.words}" if one.who else one.words
    return f"{one.about} — {told}" if one.about else told


def _quote(brush: Brush, one: Quote, box: Box, *, latest: bool) -> float:
    """Write who speaks, of what, then the words; gives where they end."""
    top, colours = box.y, brush.colours
    if one.who:
        brush.word(one.who, (box.x, top + 7), LEAST, font="semibold",
                   colour=colours.accent if latest else colours.soft, room=box.width)  # fmt: skip
        top += LINE
    if one.about:
        top = _about(brush, one.about, Box(box.x, top, box.width, box.height * 0.4)) + 1
    sizes = LISTED if latest else LARGER[1:]
    return write(brush, one.words, under(box, top), sizes,
                 colour=colours.ink if latest else colours.soft)  # fmt: skip


def _about(brush: Brush, about: str, box: Box) -> float:
    return write(brush, about, box, (LEAST,), colour=brush.colours.soft)


def _quoted(shown: Shown, one: Contribution) -> Quote:
    """Part what someone said from the question it answers."""
    rules, state, gesture = shown.rules, shown.state, one.gesture
    if isinstance(gesture, Choose) and one.chosen and not one.hidden:
        return Quote(_speaker(shown, one), worded(rules, state, question(one.asked)), one.chosen)
    if not isinstance(gesture, Write) or one.hidden or one.number in made_by(state):
        words = contribution_words(rules, state, _without_stance(shown, one))
        return Quote("", "", words)
    card = gesture.about in rules.cards or gesture.about in rules.scenario.surprises
    asked = worded(rules, state, question(one.asked)) or title(rules, one.phase, gesture.about)
    about = rules.title(gesture.about) if card else objecting(one.asked) or asked
    if gesture.about in {NOTE, _on_the_table(shown)}:
        about = ""
    return Quote(_speaker(shown, one), about, gesture.text)


def _on_the_table(shown: Shown) -> str:
    """Give the card that lies before everyone: what is said of it needs no title."""
    drawn = [one.gesture.card for one in shown.made if isinstance(one.gesture, Draw)]
    return drawn[-1] if drawn else ""


def _speaker(shown: Shown, one: Contribution) -> str:
    """Name who speaks, in whose place, and whether the program does."""
    who = speaker(shown.rules, _without_stance(shown, one))
    if one.simulated:
        both = _("{name}, simulé)") if who.endswith(")") else _("{name} (simulé)")
        who = both.format(name=who.removesuffix(")"))
    if one.place_of:
        other = shown.rules.name(one.place_of)
        who = _("{name}, à la place de « {other} »").format(name=who, other=other)
    return who


def waiting(shown: Shown) -> str:
    """Say what the table waits for, when there is nothing to read yet."""
    leaf = shown.leaf
    if leaf is not None and (leaf.silent or shown.secret):
        if shown.begun and not shown.wanted:
            return ""
        return _("Chaque personne écrit de son côté. Rien ne se montre avant la fin de l'étape.")
    if not shown.wanted:
        return _("Tout est prêt pour la suite.")
    return ""


def _without_stance(shown: Shown, one: Contribution) -> Contribution:
    """Leave a stance on its card: the wall never says who looks from where."""
    return replace(one, played="") if one.played in shown.rules.stances else one


def _last(made: Iterable[Contribution]) -> Iterator[Contribution]:
    kept = [one for one in made if not isinstance(one.gesture, Draw | Pass | Reveal)]
    yield from reversed(kept[-SAID:])
