"""What whoever hosts makes on the spot: cards, surprises, roles; the state keeps it.

`known` gives the rules with what a state holds, and is the only place where both meet: whatever
reads rules reads what was improvised too.
"""

from collections.abc import Iterator
from dataclasses import replace

from eclaireurs_play.engine.gestures import FACILITATOR
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Improvised, Seated, State
from eclaireurs_play.model.deck import Card
from eclaireurs_play.model.role import PrivatePart, Role
from eclaireurs_play.model.scenario import Surprise

KINDS = CARD, SURPRISE, ROLE = "carte", "imprevu", "role"
TITLE, TEXT, QUESTION = "titre", "texte", "question"
FAMILY, WHERE = "famille", "ou"
SUIT, WHEN = "sorte", "quand"
AIM, WANTS, KNOWS, SEAT = "but", "veut", "sait", "place"
MARK = "improvisée en séance"
"""What a card made on the spot bears under its text."""

NEW = "Un rôle né pendant la séance. Présentez-le à voix haute."
"""Who someone is, in a role made on the spot that does not say it."""

_OWN = frozenset({TITLE, TEXT, QUESTION, SUIT, WHEN})
"""The fields of a surprise that are not axes."""

_KEPT = {CARD: {FAMILY}, SURPRISE: {SUIT}, ROLE: {TITLE, TEXT, AIM, WANTS, SEAT}}
"""The fields that anyone may know before the thing is seen."""

_WISHES = 6
"""The most things that a sheet says a role wants; the last one holds the rest."""

_SHORT = 24
"""The longest name on a table tent, in characters."""


def known(rules: Rules, state: State, who: str = FACILITATOR) -> Rules:
    """Give the rules with what was improvised in a session, as `who` may know it."""
    made = state.improvised if who == FACILITATOR else seen_by(state, who)
    if made == rules.made:
        return rules
    root = rules.printed or rules
    if not made:
        return root
    for one in root.extended:
        if one.made == made:
            return one
    root.extended.appendleft(_extended(root, made))
    return root.extended[0]


def seen_by(state: State, who: str) -> tuple[Improvised, ...]:
    """Give what was improvised, without the words that `who` has not seen yet."""
    if who == FACILITATOR:
        return state.improvised
    seated = state.seats.get(who)
    sheets = (*seated.earlier, seated.role) if seated else ()
    return tuple(
        one if one.code in state.seen or one.code in sheets else _blank(one)
        for one in state.improvised
    )


def duty(rules: Rules, seated: Seated) -> str:
    """Give the role whose part in the game a seat has: an improvised one takes over another's."""
    if not rules.made:
        return seated.role
    made = {one.code for one in rules.made}
    return next(one for one in (seated.role, *reversed(seated.earlier)) if one not in made)


def moves_of(one: Improvised) -> dict[str, float]:
    """Give what an improvised surprise moves, in the axes' units."""
    moves = ((name, value) for name, value in one.values.items() if name not in _OWN)
    return {name: value for name, value in moves if isinstance(value, float | int)}


def _blank(one: Improvised) -> Improvised:
    kept = {name: value for name, value in one.values.items() if name in _KEPT[one.kind]}
    return one if len(kept) == len(one.values) else replace(one, values=kept)


def _extended(root: Rules, made: tuple[Improvised, ...]) -> Rules:
    scenario = root.scenario
    news = {one.code: _surprise(one) for one in made if one.kind == SURPRISE}
    if news:
        scenario = scenario.model_copy(update={"surprises": {**scenario.surprises, **news}})
    return replace(
        root,
        scenario=scenario,
        cards={**root.cards, **{one.code: card_of(one) for one in made if one.kind == CARD}},
        roles={**root.roles, **{one.code: _role(one) for one in made if one.kind == ROLE}},
        made=made,
        printed=root,
    )


def card_of(one: Improvised) -> Card:
    """Make the card; its code is not that of a printed one, so it can't be taken for it."""
    words = [text for text in (_said(one, TEXT), _said(one, QUESTION)) if text]
    return Card.model_construct(
        id=one.code,
        family=str(one.values[FAMILY]),
        title=_line(one, TITLE) or "Carte improvisée",
        text=" ".join(words) or "…",
        themes=(),
        fields={},
        source=MARK,
    )


def _surprise(one: Improvised) -> Surprise:
    return Surprise.model_construct(
        title=_line(one, TITLE) or "Nouvelle improvisée",
        text=_said(one, TEXT) or "…",
        asks=_said(one, QUESTION) or None,
        suit=str(one.values[SUIT]) if SUIT in one.values else None,
        moves=moves_of(one),
    )


def _role(one: Improvised) -> Role:
    title, aim = _line(one, TITLE), _line(one, AIM)
    wants = tuple(_wants(_said(one, WANTS)))
    knows = _said(one, KNOWS) or "Rien que les autres ne sachent."
    private = PrivatePart.model_construct(
        holds_to=aim, why="À vous de le dire.", knows=knows, fears="À vous de le dire.",
        might_say=(f"« {aim} »",),
    )  # fmt: skip
    return Role.model_construct(
        id=one.code, title=title, short=_short(title), who=_said(one, TEXT) or NEW, aim=aim,
        wants=wants, can=(), private=private, note="Rôle improvisé en séance.",
    )  # fmt: skip


def _wants(text: str) -> Iterator[str]:
    for one in text.replace("\n", ";").split(";", _WISHES - 1):
        if one.strip():
            yield one.strip()


def _short(title: str) -> str:
    if len(title) <= _SHORT:
        return title
    words = title[:_SHORT].rpartition(" ")[0] or title[: _SHORT - 1]
    return f"{words[: _SHORT - 1]}…"


def _said(one: Improvised, name: str) -> str:
    return str(one.values.get(name, "")).strip()


def _line(one: Improvised, name: str) -> str:
    return " ".join(_said(one, name).split())
