"""To create: whoever hosts makes a card, a surprise or a role, and says where it goes.

A card is shown to all, put on top of its pile, or laid in a zone of the phase; a surprise falls now
or at the next phase that tells one; a role is given to a seat in play, in place of its sheet.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.changes import changed
from eclaireurs_play.engine.domains import Blanks, Making, Narrowed
from eclaireurs_play.engine.flow import here, kind_of
from eclaireurs_play.engine.gestures import (
    FACILITATOR,
    GROUP,
    NEWS,
    Create,
    Draw,
    Gesture,
    Place,
    Reveal,
    Value,
)
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
    known,
)
from eclaireurs_play.engine.phases.base import Here
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Improvised, State
from eclaireurs_play.model.fields import Field

TABLE, PILE = "table", "pile"
NOW, LATER = "maintenant", "ensuite"
_PROMPTS = {CARD: "Créer une carte", SURPRISE: "Créer un imprévu", ROLE: "Créer un rôle"}
_LINE, _WHO, _CARD, _LONG = 60, 40, 320, 500
"""The longest title, name of a role, text of a card, other text, in characters."""


@dataclass(frozen=True, slots=True)
class Created:
    """What was made, the moment once it is there, and the gesture that puts it before everyone.

    `inside` when that gesture is one of the phase's; otherwise it is kept aside.
    """

    one: Improvised
    moment: Here[Any]
    shows: Gesture | None = None
    inside: bool = False


def creations(rules: Rules, state: State) -> tuple[Ask, ...]:
    """List what whoever hosts may create now, each with its fields."""
    if state.status != "playing":
        return ()
    moment = here(known(rules, state), state)
    makers = {SURPRISE: _surprise, ROLE: _role}
    if moment.rules.families:
        makers = {CARD: _card, **makers}
    return tuple(
        Ask("create", kind, maker(moment), _PROMPTS[kind]) for kind, maker in makers.items()
    )


def create(moment: Here[Any], gesture: Create) -> Created:
    """Make what a gesture says, which must lie in its domain, and put it where it goes."""
    state = moment.state
    one = Improvised(_code(moment, gesture), gesture.about, gesture.values, moment.phase.id)
    made = changed(state, improvised=(*state.improvised, one))
    placing = {CARD: _placed, SURPRISE: _told, ROLE: _given}[gesture.about]
    return placing(here(known(moment.rules, made), made), one)


def _placed(moment: Here[Any], one: Improvised) -> Created:
    family, where = str(one.values[FAMILY]), str(one.values[WHERE])
    kind, state = kind_of(moment), moment.state
    if where in kind.zones(moment, family):
        seen = changed(state, seen=(*state.seen, one.code))
        return Created(one, _at(moment, seen), Place(where, one.code), inside=True)
    if where == PILE:
        return Created(one, _at(moment, _on_top(state, family, one.code)))
    return Created(one, moment, Reveal(one.code), inside=kind.takes(moment, family))


def _told(moment: Here[Any], one: Improvised) -> Created:
    """Put a surprise on top of its pile; one that falls now is drawn as any other would be."""
    moment = _at(moment, _on_top(moment.state, NEWS, one.code))
    if one.values[WHEN] == LATER:
        return Created(one, moment)
    awaited = any(
        (ask.do, ask.about) == ("draw", NEWS)
        for by in (FACILITATOR, GROUP, *moment.state.seats)
        for ask in kind_of(moment).asks(moment, by)
    )
    return Created(one, moment, Draw(NEWS, one.code), inside=awaited)


def _given(moment: Here[Any], one: Improvised) -> Created:
    state, seat = moment.state, str(one.values[SEAT])
    seated = state.seats[seat]
    given = replace(seated, role=one.code, earlier=(*seated.earlier, seated.role))
    return Created(one, _at(moment, changed(state, seats={**state.seats, seat: given})))


def _at(moment: Here[Any], state: State) -> Here[Any]:
    return replace(moment, state=state)


def _on_top(state: State, pile: str, code: str) -> State:
    return changed(state, piles={**state.piles, pile: (code, *state.piles.get(pile, ()))})


def _code(moment: Here[Any], gesture: Create) -> str:
    """Name what is made: a card after its family, `EF-X1`; the rest `imprevu-1`, `role-1`."""
    rules = moment.rules
    if gesture.about == CARD:
        begins = f"{rules.families[str(gesture.values[FAMILY])].code}-X"
    else:
        begins = f"{gesture.about}-"
    taken = {*rules.cards, *rules.scenario.surprises, *rules.roles}
    number = 1
    while f"{begins}{number}" in taken:
        number += 1
    return f"{begins}{number}"


def _card(moment: Here[Any]) -> Making:
    families = moment.rules.families
    places = {family: _places(moment, family) for family in families}
    titles = {name: words for one in places.values() for name, words in one.items()}
    fields = {
        FAMILY: Field(title="Famille", one_of={name: one.title for name, one in families.items()}),
        TITLE: Field(title="Titre", text=_LINE),
        TEXT: Field(title="Texte", text=_CARD),
        QUESTION: Field(title="Question", text=_CARD // 2, required=False),
        WHERE: Field(title="Où va-t-elle ?", one_of=titles),
    }
    allowed = {family: tuple(one) for family, one in places.items()}
    return Making(Blanks(fields, (), whole=True), Narrowed(FAMILY, WHERE, allowed))


def _places(moment: Here[Any], family: str) -> Mapping[str, str]:
    """Say where a card of a family may go now."""
    places = {TABLE: "Sur la table, maintenant"}
    if family in moment.state.piles:
        places[PILE] = "Sur le dessus de sa pile"
    return {**places, **kind_of(moment).zones(moment, family)}


def _surprise(moment: Here[Any]) -> Making:
    suits = _suits(moment.rules)
    whens = {NOW: "Maintenant", LATER: "À la prochaine étape qui en attend un"}
    fields = {
        TITLE: Field(title="Titre", text=_LINE),
        TEXT: Field(title="Ce qui arrive", text=_LONG),
        QUESTION: Field(title="La question posée", text=_CARD // 2, required=False),
        **({SUIT: Field(title="Sorte", one_of=suits)} if suits else {}),
        WHEN: Field(title="Quand tombe-t-il ?", one_of=whens),
    }  # fmt: skip
    return Making(Blanks(fields | dict(_axes(moment.rules, fields)), (), whole=True))


def _suits(rules: Rules) -> dict[str, str]:
    """Name the suits that some phase waits for: news without one would never fall there."""
    named = (suit for one in rules.phases.values() for suit in getattr(one, "suits", ()))
    titles = {name: one.title for name, one in rules.game.suits.items()}
    return {name: titles.get(name, name) for name in (*titles, *named)}


def _axes(rules: Rules, taken: Mapping[str, Field]) -> Iterator[tuple[str, Field]]:
    """Give each axis that a surprise may move a field in its unit."""
    for name, axis in rules.scenario.axes.items():
        if name not in taken:
            yield name, Field(title=axis.title, number=axis.unit, required=False)


def begun(kind: str) -> Mapping[str, Value]:
    """Give what a sheet holds before anything is written on it."""
    return {CARD: {WHERE: TABLE}, SURPRISE: {WHEN: NOW}, ROLE: {}}[kind]


def _role(moment: Here[Any]) -> Making:
    fields = {
        SEAT: Field(title="Pour qui ?", seat=True),
        TITLE: Field(title="Nom du rôle", text=_WHO),
        AIM: Field(title="Son but", text=2 * _LINE),
        TEXT: Field(title="Qui est-ce ?", text=_CARD, required=False),
        WANTS: Field(title="Ce qu'il veut", text=_CARD, required=False,
                     help="Plusieurs choses se séparent par un point-virgule."),
        KNOWS: Field(title="Ce que lui seul sait", text=_CARD, required=False),
    }  # fmt: skip
    return Making(Blanks(fields, tuple(moment.state.seats), whole=True))
