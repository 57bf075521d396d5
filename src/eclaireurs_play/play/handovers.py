"""A seat that changed hands, in one sentence."""

from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.phases.base import people as counted
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Handover
from eclaireurs_play.play.people import said_names


def handover_words(rules: Rules, one: Handover, *, named: bool = True) -> str:
    """Say who came or went: « Jury : Zoé remplace Omar. ».

    Not `named`, people are counted; "" when nobody is known to have come or gone.
    """
    if not named and one.was == one.held == "people":
        words = _counted(one)
    else:
        words = _words(one, *((one.before, one.people) if named else ((), ())))
    return f"{capital(rules.name(one.seat))} : {words}." if words else ""


def _counted(one: Handover) -> str:
    """Say how many people a seat gained and lost, where it was known who held it."""
    if not one.before:
        return ""
    come = len(set(one.people) - set(one.before))
    go = len(set(one.before) - set(one.people))
    if go == len(one.before):
        return "d'autres personnes tiennent la place" if come > 1 else _ANOTHER
    told = ((come, "arrive"), (go, _GOES))
    return ", ".join(f"{counted(many)} {_PLURAL[verb] if many > 1 else verb}"
                     for many, verb in told if many)  # fmt: skip


def _words(one: Handover, before: tuple[str, ...], people: tuple[str, ...]) -> str:
    if one.held == "people":
        return _taken(one, before, people)
    if one.held == "simulated":
        after = f", après {said_names(before)}" if before else ""
        return f"le programme tient la place{after}"
    if one.was == "simulated":
        return "le programme laisse la place, qui reste vide"
    leave = f"{_gone(before)}, " if before else ""
    return f"{leave}la place reste vide"


def _taken(one: Handover, before: tuple[str, ...], people: tuple[str, ...]) -> str:
    """Say who takes a seat that was empty, held by the program, or by others."""
    if one.was == "empty":
        return f"{_who(people)} {_verb(people, 'arrive')}"
    if one.was == "simulated":
        return f"{_who(people)} {_verb(people, 'prend')} la place que tenait le programme"
    return _relieved(before, people)


def _relieved(before: tuple[str, ...], people: tuple[str, ...]) -> str:
    """Say who takes over from people, joins them, or stays alone."""
    stay = tuple(name for name in people if name in before)
    come = tuple(name for name in people if name not in before)
    go = tuple(name for name in before if name not in people)
    if come and stay and not go:
        return f"{said_names(come)} {_verb(come, 'rejoint')} {said_names(stay)}"
    if stay:
        arrive = (f"{said_names(come)} {_verb(come, 'arrive')}",) if come else ()
        return ", ".join((*arrive, _gone(go), f"{said_names(stay)} {_verb(stay, 'reste')}"))
    if go:
        return f"{_who(people)} {_verb(people, 'remplace')} {said_names(go)}"
    return f"{said_names(people)} {_verb(people, 'tient')} la place"


def _gone(names: tuple[str, ...]) -> str:
    return f"{said_names(names)} {_verb(names, _GOES)}"


def _who(people: tuple[str, ...]) -> str:
    return said_names(people) if people else "quelqu'un"


def _verb(people: tuple[str, ...], verb: str) -> str:
    return _PLURAL[verb] if len(people) > 1 else verb


_GOES = "s'en va"
_ANOTHER = "une autre personne tient la place"
_PLURAL = {
    "arrive": "arrivent", "prend": "prennent", "rejoint": "rejoignent", "reste": "restent",
    "remplace": "remplacent", "tient": "tiennent",
    _GOES: "s'en vont",
}  # fmt: skip
