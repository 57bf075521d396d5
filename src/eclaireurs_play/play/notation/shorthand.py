r"""What a hurried facilitator may type instead of several lines.

`EF-07 habitants: texte` also draws the card if it is still in its pile;
`PV-02 maire pour habitants: texte` also says in whose place;
`… {theme=eau, sens=moins bien}` at the end also rates the card;
`projet: texte` is said by the one person it is asked of;
`habitants: texte` answers the one thing their seat may answer here, or is a free note;
`habitants: -2`, or `habitants -2`, takes a place on the axis;
`usager amende budget=moyen`, `jury classe a > b`, `jury choisit oui` are about the one thing asked;
`jury classe b > a` names the options of a ballot by the letters printed before them;
`crée carte impacts : titre / texte / question` makes a card on the spot: see `made`;
`arrive jury Omar`, `part jury Omar`, `remplace jury Zoé`, `simule elue`: see `attendance`;
`clôt` alone is said by the facilitator; a code or a seat may be shortened.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from eclaireurs_play.engine.anytime import NOTE
from eclaireurs_play.engine.gestures import (
    ABSENT,
    FACILITATOR,
    GROUP,
    Action,
    Choose,
    Close,
    Draw,
    Fill,
    Gesture,
    Move,
    Rank,
    Rate,
    Share,
    Write,
)
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State
from eclaireurs_play.engine.transition import phase_asks
from eclaireurs_play.errors import NotationError
from eclaireurs_play.play.notation.attendance import read_coming
from eclaireurs_play.play.notation.blanks import read_blanks
from eclaireurs_play.play.notation.letters import with_options
from eclaireurs_play.play.notation.lines import read_line
from eclaireurs_play.play.notation.made import VERB, read_short
from eclaireurs_play.play.notation.names import known_actor, known_code
from eclaireurs_play.play.notation.words import plain

_RATING = re.compile(r"(?<!\\)\{([^{}]*)\}\s*$")
_UNCLOSED = re.compile(r"(?<!\\)\{[^{}]*=[^{}]*$")
_INSTEAD = re.compile(r"^([^:]*[^\s:])\s+pour\s+([^\s:]+)((?:\s+\([^)]*\))?\s*:)", re.IGNORECASE)
_BETWEEN_RATINGS = re.compile(r"\s*,?\s+(?=[^\s=]+=)")
_SUBJECT = re.compile(r"^([^\s:()]+)((?:\s+\([^)]*\))?\s*:.*)$", re.DOTALL)
_FIGURE = re.compile(r"^([^\s:()]+)\s+([+−-]?\d{1,2})$")
_CHOICE = re.compile(r"^([^\s:()]+)\s+(choisit)\s+([^\s=]+)$", re.IGNORECASE)
_PLACE = re.compile(r"[+−-]?\d{1,2}")
_ALONE = {"clot", "pause", "reprend", "minutes", plain(VERB)}


def read_typed(line: str, rules: Rules, state: State) -> tuple[Action, ...]:
    """Read a typed line as the actions it stands for, in order, from this state."""
    made = read_short(line.strip(), rules, state) or read_coming(line.strip(), rules, state)
    if made is not None:
        return (made,)
    text = _with_who(_with_facilitator(line.strip()), rules, state)
    text = _with_question(_FIGURE.sub(r"\1: \2", text), rules, state)
    rating = _RATING.search(text) if ":" in text else None
    if rating is None and _UNCLOSED.search(text):
        raise NotationError("Il manque « } » à la fin de la notation de l'effet.")
    if rating:
        text = text[: rating.start()].rstrip()
    instead = _INSTEAD.match(text)
    if instead:
        text = f"{instead[1]}{instead[3]}{text[instead.end() :]}"
    action = with_options(_resolved(read_line(text, rules), rules, state), rules, state)
    place = _absent_or_seat(instead[2], rules) if instead else ""
    return (*_before(action, place, state, rules), action, *_rated(action, rating, rules))


def _with_facilitator(text: str) -> str:
    first = plain(text.split(maxsplit=1)[0]) if text else ""
    return f"{FACILITATOR} {text}" if first in _ALONE else text


def _with_who(text: str, rules: Rules, state: State) -> str:
    """Say who answers when only what they answer is written."""
    found = _SUBJECT.match(text)
    if found is None or _is_actor(found[1], rules):
        return text
    subject = known_code(found[1], rules)
    asked = _asked(subject, rules, state)
    if len(asked) > 1:
        others = ", ".join(asked[1:])
        raise NotationError(f"Dites qui répond : {subject} {asked[0]}: … (ou {others}).")
    return f"{subject} {asked[0]}{found[2]}" if asked else text


def _with_question(text: str, rules: Rules, state: State) -> str:
    """Say what a choice answers, when one thing alone is to be chosen."""
    found = _CHOICE.match(text)
    asked = _abouts(known_actor(found[1], rules), "choose", rules, state) if found else []
    return f"{found[1]} {found[2]} {asked[0]}={found[3]}" if found and len(asked) == 1 else text


def _asked(subject: str, rules: Rules, state: State) -> list[str]:
    """List who may answer something in words; a card that nobody holds yet, any seat."""
    if subject == NOTE:
        return [FACILITATOR]
    asked = [
        actor
        for actor in (*state.seats, GROUP, FACILITATOR)
        if any((one.do, one.about) == ("write", subject) for one in phase_asks(rules, state, actor))
    ]
    return asked or (list(state.seats) if subject in rules.cards else [])


def _is_actor(word: str, rules: Rules) -> bool:
    try:
        return bool(known_actor(word, rules))
    except NotationError:
        return False


def _absent_or_seat(word: str, rules: Rules) -> str:
    return ABSENT if plain(word) == ABSENT else known_actor(word, rules)


def _rated(action: Action, rating: re.Match[str] | None, rules: Rules) -> Iterator[Action]:
    if rating is None:
        return
    words = [word for word in _BETWEEN_RATINGS.split(rating[1].strip()) if word]
    values = read_blanks(words, rules.game.ratings, rules)
    to = action.gesture.to if isinstance(action.gesture, Write) else "public"
    yield Action(action.by, Rate(action.gesture.about, values, to))


def _resolved(action: Action, rules: Rules, state: State) -> Action:
    """Say what a gesture is about when its line left it out."""
    gesture = action.gesture
    if gesture.about:
        return action
    if isinstance(gesture, Close) and state.leaf:
        return replace(action, gesture=replace(gesture, about=state.leaf.phase))
    if isinstance(gesture, Write):
        return replace(action, gesture=_meant(gesture, action.by, rules, state))
    if isinstance(gesture, Move):
        axis = next(iter(_abouts(action.by, "move", rules, state)), "")
        return replace(action, gesture=replace(gesture, about=axis))
    if isinstance(gesture, Fill | Rank | Share):
        subjects = _abouts(action.by, gesture.do, rules, state)
        about = subjects[0] if len(subjects) == 1 else ""
        return replace(action, gesture=replace(gesture, about=about))
    return action


def _abouts(by: str, do: str, rules: Rules, state: State) -> list[str]:
    """List what the phase waits for from someone, or the one thing it leaves open; cards apart."""
    asks = [ask for ask in phase_asks(rules, state, by) if ask.do == do]
    asked = [ask for ask in asks if ask.about not in rules.cards]
    needed = [ask.about for ask in asked if ask.needed]
    return needed or [ask.about for ask in asked if len(asked) == 1]


def _meant(gesture: Write, by: str, rules: Rules, state: State) -> Gesture:
    """Find what words alone answer; what the facilitator says of themselves is a note."""
    axis = _abouts(by, "move", rules, state)
    if axis and _PLACE.fullmatch(gesture.text):
        return Move(axis[0], int(gesture.text.replace("−", "-")))
    subjects = [] if by == FACILITATOR else _abouts(by, "write", rules, state)
    if len(subjects) > 1:
        raise NotationError(
            f"Dites à quoi cela répond : {subjects[0]} {by}: … (ou {', '.join(subjects[1:])}), "
            f"ou {NOTE} {by}: … pour une note libre."
        )
    return replace(gesture, about=subjects[0] if subjects else NOTE)


def _before(action: Action, place: str, state: State, rules: Rules) -> Iterator[Action]:
    """Yield what must have happened for a card to be answered: drawn, in someone's place."""
    gesture = action.gesture
    card = rules.cards.get(gesture.about)
    if not isinstance(gesture, Write) or card is None:
        return
    drawable = gesture.about in state.piles.get(card.family, ())
    asked = {(ask.do, ask.about) for ask in phase_asks(rules, state, action.by)}
    if drawable and ("draw", card.family) in asked:
        yield Action(action.by, Draw(card.family, card.id))
    if place:
        yield Action(action.by, Choose(card.id, (place,)))
