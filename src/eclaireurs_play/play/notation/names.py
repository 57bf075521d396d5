"""The names that a line holds: who acts, which card, which option; each may be shortened."""

import re

from eclaireurs_play.engine.domains import suggest
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.errors import NotationError
from eclaireurs_play.play.notation.words import plain, slug

_CODE = re.compile(r"([A-Za-z]{2,3})-?(\d{1,3})")
_MADE = re.compile(r"([A-Za-z]{2,3}?)-?[Xx](\d{1,2})")
"""The code of a card made on the spot: `EF-X1`."""


def known_actor(word: str, rules: Rules) -> str:
    """Give the seat, facilitator or group that a word names, also by its beginning."""
    actors = (*rules.scenario.seats, FACILITATOR, GROUP)
    folded = plain(word)
    if folded in actors:
        return folded
    by_name = [seat for seat in rules.scenario.seats if slug(rules.name(seat)) == folded]
    if len(by_name) == 1:
        return by_name[0]
    begun = [actor for actor in actors if actor.startswith(folded)]
    if len(begun) == 1 and folded:
        return begun[0]
    if begun:
        raise NotationError(f"« {word} » peut être {' ou '.join(begun)} : écrivez-en plus.")
    raise NotationError(
        f"Personne ne s'appelle {suggest(folded, actors)} ici ; les places : {', '.join(actors)}."
    )


def known_code(word: str, rules: Rules) -> str:
    """Complete a card's code (`ef7` is `EF-07`); any other word loses capitals and accents.

    What looks like a code and is no card's is refused.
    """
    found = _CODE.fullmatch(word) or _MADE.fullmatch(word)
    card = _card(word, rules)
    if found is None or card:
        return card or plain(word)
    prefixes = {code.partition("-")[0] for code in rules.cards}
    if word.islower() and found[1].upper() not in prefixes:
        return word
    codes = tuple(rules.cards)
    raise NotationError(f"Aucune carte n'a le code {suggest(word.upper(), codes)}.")


def known_option(word: str, rules: Rules) -> str:
    """Complete a card's code where cards are options among others; other words become an id."""
    return _card(word, rules) or slug(word)


def _card(word: str, rules: Rules) -> str:
    """Give the card that a code stands for, whole or shortened; "" when there is none."""
    found = _CODE.fullmatch(word)
    codes = [f"{found[1].upper()}-{int(found[2]):0{width}d}" for width in (2, 3) if found]
    if made := _MADE.fullmatch(word):
        codes.append(f"{made[1].upper()}-X{int(made[2])}")
    return next((code for code in codes if code in rules.cards), "")
