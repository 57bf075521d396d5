"""Who sits at the table: a role, with what a scenario adds to it, ready to be drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import Box, Circle, Group, Item
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.patterns import texture
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.shapes import OUTLINES, draw_shape
from eclaireurs_play.model.deck import Shape
from eclaireurs_play.model.role import Role
from eclaireurs_play.model.scenario import Scenario, Seat


@dataclass(frozen=True, slots=True)
class Place:
    """A seat to print: its role, the scenario's additions if any, and its own mark."""

    name: str
    role: Role
    mark: tuple[Shape, Shape]
    scenario: Scenario | None = None
    seat: Seat | None = None

    @property
    def title(self) -> str:
        """Give the title on the sheet."""
        return (self.seat.title if self.seat else None) or self.role.title

    @property
    def short(self) -> str:
        """Give the few words on the table tent."""
        return (self.seat.short if self.seat else None) or self.role.short


def is_pseudonym(seat: Seat, content: PrintContent) -> bool:
    """Tell whether a seat is drawn from a hat: nothing printed may stand in front of it."""
    return content.game.anonymous and seat.optional


def places(content: PrintContent) -> tuple[Place, ...]:
    """List the seats of every scenario, or every role when there is no scenario.

    Pseudonyms of a role are one place, of no scenario: their sheets tell nobody apart.
    """
    roles = {role.id: role for role in content.roles.roles}
    marks = _marks(roles)
    if not content.scenarios:
        return tuple(Place(name, role, marks[name]) for name, role in roles.items())
    hidden = (Place(role, roles[role], marks[role]) for role in sorted(hidden_roles(content)))
    return (*_seated(content, roles, marks), *hidden)


def sheets(content: PrintContent, seats: int) -> Iterator[Place]:
    """List a sheet for each place, and for each pseudonym at a table of so many seats."""
    named = max((_named(scenario, content) for scenario in content.scenarios), default=0)
    for place in places(content):
        many = content.game.anonymous and place.scenario is None
        yield from [place] * (max(1, seats - named) if many else 1)


def _named(scenario: Scenario, content: PrintContent) -> int:
    return sum(not is_pseudonym(seat, content) for seat in scenario.seats.values())


def hidden_roles(content: PrintContent) -> frozenset[str]:
    """Name the roles that people hold under a pseudonym."""
    seats = (seat for scenario in content.scenarios for seat in scenario.seats.values())
    return frozenset(seat.role for seat in seats if is_pseudonym(seat, content))


def _seated(
    content: PrintContent, roles: dict[str, Role], marks: dict[str, tuple[Shape, Shape]]
) -> Iterator[Place]:
    for scenario in content.scenarios:
        for name, seat in scenario.seats.items():
            if seat.role not in roles:
                raise LayoutError(f"{scenario.id} : la place « {name} » n'a pas de fiche de rôle")
            if is_pseudonym(seat, content):
                continue
            yield Place(name, roles[seat.role], marks[seat.role], scenario, seat)


def _marks(roles: dict[str, Role]) -> dict[str, tuple[Shape, Shape]]:
    """Give each role two shapes of its own, the same whatever other roles there are if it can."""
    shapes: list[Shape] = list(OUTLINES)
    taken: set[tuple[Shape, Shape]] = set()
    marks: dict[str, tuple[Shape, Shape]] = {}
    for name in roles:
        place = crc32(name.encode())
        while (pair := _pair(shapes, place)) in taken and len(taken) < len(shapes) ** 2:
            place += 1
        taken.add(pair)
        marks[name] = pair
    return marks


def _pair(shapes: list[Shape], place: int) -> tuple[Shape, Shape]:
    return shapes[place % len(shapes)], shapes[place // len(shapes) % len(shapes)]


def draw_mark(place: Place, x: float, y: float, size: float, look: Look) -> Group:
    """Draw a seat's mark around (x, y): a patterned shape holding another.

    The same mark at the same size is one named group.
    """
    outer, inner = place.mark
    swatch = look.swatch(outer)
    half = size * 0.6
    shape = draw_shape(outer, 0, 0, size, fill=swatch.tint)
    items: tuple[Item, ...] = (
        shape,
        texture(
            swatch.pattern, Box(-half, -half, 2 * half, 2 * half), swatch.solid, shape, size / 12
        ),
        draw_shape(outer, 0, 0, size, stroke=swatch.ink, line=size / 36),
        Circle(0, 0, size * 0.27, fill=look.theme.paper, stroke=swatch.ink, line=size / 36),
        draw_shape(inner, 0, 0, size * 0.27, fill=swatch.ink),
    )
    name = f"marque {outer} {inner} {size:g}"
    centred = Group(items, half, half)
    return Group((centred,), x - half, y - half, name=name, width=2 * half, height=2 * half)
