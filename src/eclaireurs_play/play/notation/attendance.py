r"""Who comes and goes, as one line.

    animateur installe jury Léa, Omar                 these people hold the seat from now on
    animateur part titulaire raison="un train"        nobody holds it any more
    animateur simule elue                             the program does

Typed, `arrive jury Omar` adds him to whoever holds the seat, `part jury Omar` leaves the others
there, `remplace jury Zoé` leaves her alone; a reason may be quoted alone, and who hosts is not
written.
"""

import re
from collections.abc import Callable, Iterator

from eclaireurs_play.engine.attendance import holding
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Gesture, Held, Seat
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State
from eclaireurs_play.errors import NotationError
from eclaireurs_play.play.notation.names import known_actor
from eclaireurs_play.play.notation.words import bare, plain, quoted, split_words
from eclaireurs_play.play.people import said_names

SETTLES, ARRIVES, REPLACES, LEAVES, HANDS = "installe", "arrive", "remplace", "part", "simule"
_VERBS: dict[str, Held] = {
    SETTLES: "people", ARRIVES: "people", REPLACES: "people", LEAVES: "empty", HANDS: "simulated",
}  # fmt: skip
_TYPED = re.compile(rf"(?:{FACILITATOR}\s+)?({'|'.join(_VERBS)})(?:\s+(?P<seat>[^\s:]+)(?!\s*:)|$)",
                    re.IGNORECASE)  # fmt: skip
_REASON = "raison="
_PLAIN_NAME = re.compile(r"[\w'’.-]+(?: [\w'’.-]+)*")


def read_coming(line: str, rules: Rules, state: State) -> Action | None:
    """Read a typed line that says who comes or goes; None for any other."""
    found = _TYPED.match(line)
    if found is None:
        return None
    verb, words = found[1].lower(), split_words(line[found.end(1) :])
    seat, names, reason = _parted(verb, words, rules)
    there = holding(state, seat) == "people"
    before = state.seats[seat].people if there else ()
    if verb == ARRIVES:
        names = tuple(dict.fromkeys((*before, *names)))
    if verb != LEAVES or not names:
        return Action(FACILITATOR, Seat(seat, names, _VERBS[verb], reason))
    left = _without(before, names, rules.name(seat))
    return Action(FACILITATOR, Seat(seat, left, "people" if left else "empty", reason))


def _without(before: tuple[str, ...], names: tuple[str, ...], seat: str) -> tuple[str, ...]:
    gone = {plain(one) for one in names}
    known = {plain(one) for one in before}
    for one in names:
        if plain(one) not in known:
            who = f" ; y sont : {said_names(before)}" if before else ""
            raise NotationError(f"« {one} » ne tient pas la place « {seat} »{who}.")
    return tuple(one for one in before if plain(one) not in gone)


def reader(verb: str) -> Callable[[list[str], Rules], Gesture]:
    """Give what reads the words after a verb, whatever the state."""

    def read(words: list[str], rules: Rules) -> Gesture:
        seat, names, reason = _parted(verb, words, rules)
        if names and verb == LEAVES:
            raise NotationError(f"Écrivez : {LEAVES} {seat}, sans nom.")
        return Seat(seat, names, _VERBS[verb], reason)

    return read


READERS = {verb: reader(verb) for verb in _VERBS}


def write_seat(one: Seat) -> str:
    """Write who holds a seat, from the verb on."""
    verb = next(verb for verb, held in _VERBS.items() if held == one.held)
    names = ", ".join(map(_written, one.people))
    reason = f"{_REASON}{quoted(one.reason)}" if one.reason else ""
    return " ".join(filter(None, (verb, one.about, names, reason)))


def _written(name: str) -> str:
    simple = _PLAIN_NAME.fullmatch(name) and "et" not in plain(name).split()
    return name if simple else quoted(name)


def _parted(verb: str, words: list[str], rules: Rules) -> tuple[str, tuple[str, ...], str]:
    """Part the seat, the names and the reason; the program that holds a seat has no name."""
    if not words:
        raise NotationError(f"Dites à quelle place : {verb} {next(iter(rules.scenario.seats))}.")
    seat, *rest = words
    reason = ""
    if rest and rest[-1].startswith(_REASON):
        reason = bare(rest.pop()[len(_REASON) :])
    elif len(rest) == 1 and rest[0][0] in '"«“' and _VERBS[verb] != "people":
        reason = bare(rest.pop())
    names = tuple(dict.fromkeys(_names(rest)))
    if names and verb == HANDS:
        raise NotationError(f"Écrivez : {HANDS} {seat} ; le programme n'a pas de nom.")
    return known_actor(seat, rules), names, reason


def _names(words: list[str]) -> Iterator[str]:
    """Cut names where a comma or « et » stands between them."""
    name: list[str] = []
    for word in words:
        ends = word[-1] in ",;"
        if plain(word) not in {"et", "&"}:
            name.append(word.rstrip(",;") if ends else word)
            if not ends:
                continue
        yield from _whole(name)
        name.clear()
    yield from _whole(name)


def _whole(words: list[str]) -> Iterator[str]:
    name = bare(" ".join(words)).strip()
    if name:
        yield name
