"""What `check` says of texts: cards that can be read aloud, and plain words.

A mistake keeps a card from being played or printed; the rest are warnings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from eclaireurs_play.content.annotations import texts
from eclaireurs_play.content.bundle import GameContent, ScenarioContent, phases_of
from eclaireurs_play.content.places import Source
from eclaireurs_play.content.wording import quoted, word_count
from eclaireurs_play.errors import Diagnostic
from eclaireurs_play.model.deck import Card

LONGEST_TITLE = 34
CREDITS = frozenset({"source", "attribution", "license"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of phrase to avoid, why, and what to write instead.

    A text without any of the `signs` can't hold it: few texts need the pattern.
    """

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    why: str
    instead: str


def _turn(signs: str, pattern: str, why: str, instead: str) -> Turn:
    return Turn(tuple(signs.split()), re.compile(pattern, re.IGNORECASE), why, instead)


JARGON = "jargon"
TURNS = (
    _turn("usag", r"\busag(?:er|ère)s? au (?:cœur|coeur|centre)\b", JARGON,
          "dites qui, et ce qui change"),
    _turn("constru", r"\bco-?constru\w*", JARGON, "construire avec, faire ensemble"),
    _turn("synergie", r"\bsynergies?\b", JARGON, "travail commun, entraide"),
    _turn("impact", r"\bimpact(?!s?\b)\w+", JARGON, "toucher, changer, peser sur"),
    _turn("challenge", r"\bchallenge\w*", JARGON, "mettre à l'épreuve, contredire"),
    _turn("prenante", r"\bparties? prenantes?\b", JARGON, "nommez les personnes"),
    _turn("· • ‧", r"\b\w+(?:[·•‧]\w+)+", "le point médian se lit mal à voix haute",
          "écrivez les deux mots"),
    _turn(".e .ne .rice .trice",
          r"\b[a-zà-ÿ]+\.(?:e|es|ne|nes|rice|rices|trice|trices)\b(?:\.s\b)?",
          "cette écriture se lit mal à voix haute", "écrivez les deux mots"),
    _turn('"', r'"', "guillemets droits", "écrivez « … »"),
)  # fmt: skip


def of_game(content: GameContent) -> Iterator[Diagnostic]:
    """Check the texts of a game, of its cards and of its roles."""
    models = (content.game, *content.decks, content.roles)
    for model, source in zip(models, content.sources, strict=False):
        yield from _turns(model, source)
    for card in content.cards.values():
        yield from _card(card, content)


def of_scenario(content: ScenarioContent) -> Iterator[Diagnostic]:
    """Check the texts of a scenario."""
    return _turns(content.scenario, content.source)


def _turns(model: BaseModel, source: Source) -> Iterator[Diagnostic]:
    """Tell the turns of phrase to avoid, in every text but credits."""
    for trail, text in texts(model):
        low = text.lower()
        for turn in TURNS:
            found = any(sign in low for sign in turn.signs) and turn.pattern.search(text)
            if found and CREDITS.isdisjoint(map(str, trail)):
                sentence = f"{turn.why} : {quoted(found[0])}"
                yield source.problem(trail, sentence, turn.instead, warning=True)


def _card(card: Card, content: GameContent) -> Iterator[Diagnostic]:
    """Check that a card can be read aloud and trusted."""
    family = content.families[card.family]
    count = word_count(card.text)
    if count > family.max_words:
        sentence = f"la carte {card.id} compte {count} mots, {family.max_words} au plus"
        yield content.problem("card", card.id, ("text",), sentence)
    if card.family in _asked(content) and "?" not in card.text:
        sentence = f"la carte {card.id} ne pose pas de question"
        yield content.problem("card", card.id, ("text",), sentence, warning=True)
    if len(card.title) > LONGEST_TITLE:
        sentence = f"le titre de {card.id} compte {len(card.title)} caractères"
        hint = f"{LONGEST_TITLE} tiennent sur une ligne"
        yield content.problem("card", card.id, ("title",), sentence, hint, warning=True)
    if card.source is None and (card.family in _looked_up(content) or "source" in family.fields):
        yield content.problem("card", card.id, (), f"la carte {card.id} ne cite pas sa source")


def _asked(content: GameContent) -> set[str]:
    """List the families whose cards are answered aloud: a phase names them."""
    return {name for phase, _ in phases_of(content.game) for name in getattr(phase, "families", ())}


def _looked_up(content: GameContent) -> tuple[str, ...]:
    """List the families of cards that are only looked up."""
    lookup = content.game.anytime.lookup
    return lookup.families if lookup else ()
