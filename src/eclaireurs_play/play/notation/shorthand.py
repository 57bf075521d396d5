r"""What a hurried facilitator may type instead of several lines.

`EF-07 habitants: texte` also draws the card if it is still in its pile;
`PV-02 maire pour habitants: texte` also says in whose place;
`… {theme=eau sens=moins-bien}` at the end also rates the card;
`habitants: texte` answers the one thing asked of them, or is a free note;
`clôt` alone is said by the facilitator; a code or a seat may be shortened.
"""

import re
from collections.abc import Iterator

from eclaireurs_play.engine.gestures import (
    FACILITATOR,
    Action,
    Choose,
    Close,
    Draw,
    Move,
    Rate,
    Write,
)
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State
from eclaireurs_play.engine.transition import NOTE, legal_actions
from eclaireurs_play.play.notation.reading import known_actor, read_blanks, read_line
from eclaireurs_play.play.notation.words import plain, split_words

_RATING = re.compile(r"(?<!\\)\{([^{}]*)\}\s*$")
_INSTEAD = re.compile(r"^(\S+\s+\S+)\s+pour\s+([^\s:]+)(\s*:)", re.IGNORECASE)
_ALONE = {"clot", "pause", "reprend", "minutes"}


def read_typed(line: str, rules: Rules, state: State) -> tuple[Action, ...]:
    """Read a typed line as the actions it stands for, in order, from this state."""
    text = _with_facilitator(line.strip())
    rating = _RATING.search(text) if ":" in text else None
    if rating:
        text = text[: rating.start()].rstrip()
    instead = _INSTEAD.match(text)
    if instead:
        text = f"{instead[1]}{instead[3]}{text[instead.end() :]}"
    action = _resolved(read_line(text, rules), rules, state)
    place = known_actor(instead[2], rules) if instead else ""
    values = read_blanks(split_words(rating[1]), rules.game.ratings) if rating else {}
    rated = [Action(action.by, Rate(action.gesture.about, values))] if values else []
    return (*_before(action, place, state, rules), action, *rated)


def _with_facilitator(text: str) -> str:
    first = plain(text.split(maxsplit=1)[0]) if text else ""
    return f"{FACILITATOR} {text}" if first in _ALONE else text


def _resolved(action: Action, rules: Rules, state: State) -> Action:
    """Say what a gesture is about when its line left it out."""
    gesture = action.gesture
    if isinstance(gesture, Close) and not gesture.about and state.leaf:
        return Action(action.by, Close(state.leaf.phase, gesture.reason))
    if gesture.about or not isinstance(gesture, Write | Move):
        return action
    asked = [
        ask.about
        for ask in legal_actions(rules, state, action.by)
        if ask.do == gesture.do and (ask.needed or isinstance(gesture, Move))
    ]
    about = asked[0] if len(asked) == 1 else NOTE
    if isinstance(gesture, Move):
        return Action(action.by, Move(about, gesture.value))
    return Action(action.by, Write(about, gesture.text, gesture.to))


def _before(action: Action, place: str, state: State, rules: Rules) -> Iterator[Action]:
    """Yield what must have happened for a card to be answered: drawn, in someone's place."""
    gesture = action.gesture
    card = rules.cards.get(gesture.about)
    if not isinstance(gesture, Write) or card is None:
        return
    drawable = gesture.about in state.piles.get(card.family, ())
    asked = {(ask.do, ask.about) for ask in legal_actions(rules, state, action.by)}
    if drawable and ("draw", card.family) in asked:
        yield Action(action.by, Draw(card.family, card.id))
    if place:
        yield Action(action.by, Choose(card.id, (place,)))
