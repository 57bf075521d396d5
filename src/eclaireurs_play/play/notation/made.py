"""Things made on the spot: a plain line typed at the table, and the whole gesture, field by field.

    crée carte impacts : Le quai / Qui décharge quand il pleut ? / Et la nuit ?
    crée carte impacts sur la pile : …          crée carte paysage dans besoins : …
    crée imprévu : Le pont ferme / Le pont ferme huit jours. / cout +10, charge +4 / Qui paie ?
    crée imprévu ensuite : …                    crée rôle pour jury : La voisine / Dormir / … / …

A part is set between two `/` with spaces around. Of a surprise, the part that names axes is what it
moves (see `moved`); of a role, the parts are its name, its aim, what it wants, what it alone knows.
"""

import re
from collections.abc import Iterator, Mapping

from eclaireurs_play.engine.creating import NOW, TABLE, creations
from eclaireurs_play.engine.domains import Making, suggest
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Create, Gesture, Value
from eclaireurs_play.engine.improvised import (
    AIM,
    CARD,
    FAMILY,
    KNOWS,
    QUESTION,
    ROLE,
    SEAT,
    SUIT,
    SURPRISE,
    TEXT,
    TITLE,
    WANTS,
    WHEN,
    WHERE,
)
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State
from eclaireurs_play.errors import NotationError
from eclaireurs_play.model.fields import Field
from eclaireurs_play.play.notation.blanks import read_blanks, write_blanks
from eclaireurs_play.play.notation.moved import Axes, written_twice
from eclaireurs_play.play.notation.names import known_actor
from eclaireurs_play.play.notation.words import plain, slug, split_words

VERB = "crée"

_PICKED = dict.fromkeys((FAMILY, WHERE, SUIT, WHEN, SEAT), Field(seat=True))
"""The fields whose value is a name among others."""

_HEAD = re.compile(r'^([^:="«]*?)\s*:\s+(.*)$', re.DOTALL)
_PARTED = re.compile(r"\s+/\s+")
_WHERE = re.compile(r"^(.*?)\s+(?:dans|sur)\s+(?:la\s+|le\s+)?(.+)$")
_SHAPES = {
    CARD: "crée carte {family} : titre / texte / question",
    SURPRISE: "crée imprévu : titre / texte / cout +10 / question",
    ROLE: "crée rôle pour {seat} : titre / but / ce qu'il veut / ce qu'il sait",
}


def read_made(words: list[str], rules: Rules) -> Gesture:
    """Read the fields after the verb: `carte famille=impacts titre="Le quai" …`."""
    if not words:
        raise NotationError("Écrivez ce qui est créé : carte, imprévu ou rôle.")
    return Create(plain(words[0]), read_blanks(words[1:], _PICKED, rules))


def write_made(one: Create) -> str:
    """Write what `read_made` reads, from the verb on."""
    return f"{VERB} {one.about} {write_blanks(one.values)}"


def read_short(line: str, rules: Rules, state: State) -> Action | None:
    """Read a plain line that makes something; None for any other line."""
    words = split_words(line)
    if plain("".join(words[:1])) != plain(VERB):
        words = words[1:]
        who = line.split(maxsplit=1)[0] if line else ""
        if plain("".join(words[:1])) != plain(VERB) or not FACILITATOR.startswith(plain(who)):
            return None
    cut = _HEAD.match(line)
    if cut is None:
        return None
    head = cut[1].split()
    while plain(head.pop(0)) != plain(VERB):
        pass
    kinds = {ask.about: ask.domain for ask in creations(rules, state)}
    kind = plain(head[0]) if head else ""
    domain = kinds.get(kind)
    if not isinstance(domain, Making):
        raise NotationError(
            f"On ne crée pas {suggest(kind, tuple(kinds))} ; essayez {', '.join(kinds)}."
        )
    parts = [part.strip() for part in _PARTED.split(cut[2])]
    reading = _Reading(rules, state, domain.blanks.fields)
    values = {CARD: reading.card, SURPRISE: reading.surprise, ROLE: reading.role}[kind]
    return Action(FACILITATOR, Create(kind, dict(values(" ".join(head[1:]), parts))))


class _Reading:
    """The parts of a line, read as the fields of what is made."""

    def __init__(self, rules: Rules, state: State, fields: Mapping[str, Field]) -> None:
        self.rules, self.state, self.fields = rules, state, fields
        self.axes = Axes(rules.scenario.axes)

    def card(self, head: str, parts: list[str]) -> Iterator[tuple[str, Value]]:
        """Read a family, where the card goes, then its title, text and question."""
        placed = _WHERE.match(head)
        yield FAMILY, self._picked(FAMILY, placed[1] if placed else head, CARD)
        yield WHERE, self._picked(WHERE, placed[2], CARD) if placed else TABLE
        yield from self._named((TITLE, TEXT, QUESTION), parts, CARD)

    def surprise(self, head: str, parts: list[str]) -> Iterator[tuple[str, Value]]:
        """Read when it falls and its suit, then its title, text, moves and question."""
        whens, named = self.fields[WHEN].one_of or {}, {WHEN: NOW}
        for word in head.split():
            name = WHEN if slug(word) in whens else SUIT
            if name not in self.fields:
                raise NotationError(f"« {word} » : écrivez {', '.join(whens)}, ou rien.")
            named[name] = self._picked(name, word, SURPRISE)
        yield from named.items()
        told, moves = parts[:2], dict[str, float]()
        if any(map(self.axes.is_a_move, told)):
            raise NotationError(f"Écrivez d'abord le titre et le texte : {self._shape(SURPRISE)}.")
        for part in parts[2:]:
            found = self.axes.moves(part)
            if twice := next((name for name in found if name in moves), ""):
                raise written_twice(twice)
            moves |= found
            if not found:
                told.append(part)
        yield from self._named((TITLE, TEXT, QUESTION), told, SURPRISE)
        yield from moves.items()

    def role(self, head: str, parts: list[str]) -> Iterator[tuple[str, Value]]:
        """Read whose role it is, then its name, its aim, what it wants and knows."""
        who = head.removeprefix("pour ").strip()
        if not who:
            raise NotationError(f"Dites pour qui : {self._shape(ROLE)}.")
        yield SEAT, known_actor(who, self.rules)
        yield from self._named((TITLE, AIM, WANTS, KNOWS), parts, ROLE)

    def _named(
        self, names: tuple[str, ...], parts: list[str], kind: str
    ) -> Iterator[tuple[str, str]]:
        if not 2 <= len(parts) <= len(names) or not all(parts[:2]):  # noqa: PLR2004 - title and text
            raise NotationError(f"Écrivez : {self._shape(kind)}.")
        yield from ((name, part) for name, part in zip(names, parts, strict=False) if part)

    def _picked(self, name: str, word: str, kind: str) -> str:
        """Find a value by its id, its title, or the beginning of either."""
        known = dict(self.fields[name].one_of or {})
        names = {one: {one, slug(title)} for one, title in known.items()}
        if name == FAMILY:
            names = {one: {*said, self.rules.families[one].code.lower()}
                     for one, said in names.items()}  # fmt: skip
        folded = slug(word)
        same = [one for one, said in names.items() if folded in said]
        begun = [one for one, said in names.items() if any(s.startswith(folded) for s in said)]
        if folded and len(same or begun) == 1:
            return (same or begun)[0]
        if not folded:
            raise NotationError(f"Écrivez : {self._shape(kind)}.")
        options = tuple(known)
        raise NotationError(
            f"{name} : {suggest(folded, options)} n'est pas parmi {', '.join(options)}."
        )

    def _shape(self, kind: str) -> str:
        family = next(iter(self.rules.families), "famille")
        return _SHAPES[kind].format(family=family, seat=next(iter(self.state.seats)))
