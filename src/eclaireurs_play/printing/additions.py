"""What a session added to its game, to print so that it joins the deck."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from eclaireurs_play.content.wording import slugified
from eclaireurs_play.errors import LayoutError, NotFoundError
from eclaireurs_play.layout.fallback import drawable, shortened
from eclaireurs_play.layout.fonts import Fonts
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.model.base import Slug
from eclaireurs_play.model.deck import Card
from eclaireurs_play.model.print import Kit, KitItem, What
from eclaireurs_play.model.role import Role, Roles
from eclaireurs_play.model.scenario import Scenario, Seat, Surprise
from eclaireurs_play.printing.changes import Changes
from eclaireurs_play.printing.enlarging import drawn_item
from eclaireurs_play.printing.job import Printing

SURPRISES = KitItem(
    what="surprises",
    title="Imprévus",
    use="À couper ; qui anime les garde en main.",
    format="a4-quatre-cartes",
    paper="A4 épais, 200 g ou plus",
    setting="Recto verso, bord long, 100 %",
    sides=2,
)
"""How surprises are printed for a game whose kit has none."""


@dataclass(frozen=True, slots=True)
class Additions:
    """Cards, surprises and roles made on the spot; `given` says which seat has which role."""

    cards: tuple[Card, ...] = ()
    surprises: Mapping[str, Surprise] = field(default_factory=dict)
    roles: tuple[Role, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether there is anything to print."""
        return bool(self.cards or self.surprises or self.roles)

    @property
    def codes(self) -> tuple[str, ...]:
        """Name the cards and the surprises, as one asks for them."""
        return (*(one.id for one in self.cards), *map(slugified, self.surprises))


def with_additions(content: PrintContent, added: Additions, fonts: Fonts) -> PrintContent:
    """Put additions among a game's cards, and leave of its roles and situation the rest out."""
    [scenario] = content.scenarios
    first, *others = content.decks
    deck = first.model_copy(update={"cards": (*first.cards, *added.cards)})
    roles = tuple(drawable(one, fonts) for one in added.roles)
    return replace(
        content,
        decks=(deck, *others),
        roles=content.roles.model_copy(update={"roles": roles}) if roles else Roles(roles=()),
        scenarios=(_situation(scenario, added, fonts),),
        made=frozenset(one.id for one in added.cards),
    )


def _situation(scenario: Scenario, added: Additions, fonts: Fonts) -> Scenario:
    seats: dict[Slug, Seat] = {seat: Seat(role=role) for seat, role in added.given.items()}
    told = {name: drawable(one, fonts) for name, one in added.surprises.items()}
    return scenario.model_copy(update={"seats": seats, "surprises": told})


def with_room(printing: Printing) -> Printing:
    """Shorten the roles and the surprises that have no room for their words, item by item."""
    for item in printing.kit.items:
        if item.what in {"roles", "tents"}:
            roles = tuple(_short_role(one, item, printing) for one in printing.content.roles.roles)
            printing = _with_roles(printing, roles)
        elif item.what == "surprises":
            [scenario] = printing.content.scenarios
            told = {name: _short_surprise(name, one, item, printing)
                    for name, one in scenario.surprises.items()}  # fmt: skip
            printing = _with_surprises(printing, told)
    return printing


def _short_role(role: Role, item: KitItem, printing: Printing) -> Role:
    """Shorten a role; a title that is cut is cut on the sheet and on the tent alike."""

    def told(texts: Mapping[str, str]) -> Role:
        aim = texts["aim"]
        private = {"holds_to": aim, "might_say": (f"« {aim} »",), "knows": texts["knows"]}
        wants = tuple(one for one in texts["wants"].split("\n") if one)
        return role.model_copy(update={
            "title": texts["title"], "short": texts["short"], "aim": aim, "who": texts["who"],
            "wants": wants, "private": role.private.model_copy(update=private),
        })  # fmt: skip

    texts = {"title": role.title, "short": role.short, "aim": role.aim, "who": role.who,
             "wants": "\n".join(role.wants), "knows": role.private.knows}  # fmt: skip

    def fits(some: Mapping[str, str]) -> bool:
        return _has_room(_with_roles(printing, (told(some),)), item)

    return role if _has_room(_with_roles(printing, (role,)), item) else told(shortened(texts, fits))


def _short_surprise(name: str, one: Surprise, item: KitItem, printing: Printing) -> Surprise:
    def told(texts: Mapping[str, str]) -> Surprise:
        return one.model_copy(update={**texts, "asks": texts["asks"] or None})

    def fits(some: Mapping[str, str]) -> bool:
        return _has_room(_with_surprises(printing, {name: told(some)}), item)

    texts = {"title": one.title, "asks": one.asks or "", "text": one.text}
    return told(shortened(texts, fits))


def _with_roles(printing: Printing, roles: tuple[Role, ...]) -> Printing:
    """Seat only those who hold one of these roles."""
    [scenario] = printing.content.scenarios
    names = {one.id for one in roles}
    seats = {name: seat for name, seat in scenario.seats.items() if seat.role in names}
    content = replace(
        printing.content,
        roles=printing.content.roles.model_copy(update={"roles": roles}),
        scenarios=(scenario.model_copy(update={"seats": seats}),),
    )
    return replace(printing, content=content)


def _with_surprises(printing: Printing, told: Mapping[str, Surprise]) -> Printing:
    [scenario] = printing.content.scenarios
    scenario = scenario.model_copy(update={"surprises": dict(told)})
    return replace(printing, content=replace(printing.content, scenarios=(scenario,)))


def _has_room(printing: Printing, item: KitItem) -> bool:
    """Tell whether an item can be drawn, alone; the count of cards laid is left as it was."""
    order = replace(printing.order, together=False)
    alone = replace(printing, kit=printing.kit.model_copy(update={"items": (item,)}),
                    order=order, wanted=None, changes=Changes())  # fmt: skip
    try:
        drawn_item(alone, item)
    except LayoutError:
        return False
    return True


def items_of(kit: Kit, added: Additions) -> Kit:
    """Keep of a kit the items that print additions; NotFoundError when nothing was added."""
    wanted: dict[What, bool] = {
        "cards": bool(added.cards), "surprises": bool(added.surprises), "roles": bool(added.roles),
    }  # fmt: skip
    items = tuple(one for one in kit.items if wanted.get(one.what))
    if added.surprises and all(one.what != "surprises" for one in items):
        items = (*items, SURPRISES)
    if not items:
        raise NotFoundError("rien n'a été improvisé dans cette séance : il n'y a rien à imprimer")
    return kit.model_copy(update={"items": items})
