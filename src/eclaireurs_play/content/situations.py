"""What a scenario says of its game: roles and axes that exist, seats that make a table."""

from collections.abc import Iterable, Iterator

from eclaireurs_play.content import charters
from eclaireurs_play.content.bundle import GameContent, Read
from eclaireurs_play.content.names import Names, Part, Problems, named
from eclaireurs_play.content.places import Trail
from eclaireurs_play.content.wording import counted
from eclaireurs_play.model.scenario import RedLine, Scenario


def of_scenario(
    scenario: Read[Scenario], content: GameContent, forgiven: frozenset[str] = frozenset()
) -> Problems:
    """Check a scenario against its game."""
    model, source = scenario.model, scenario.source
    names = Names({"role": content.roles_by_id, "axis": model.axes}, forgiven)
    roles: list[Part] = [
        (("seats", name, "role"), "role", seat.role) for name, seat in model.seats.items()
    ]
    yield from names.unknown(source, roles)
    yield from names.unknown(source, _axes_named(model))
    yield from names.unknown(source, _axes_moved(model), key=True)
    yield from _bounds(scenario)
    if not forgiven:
        yield from _table(scenario, content)
        yield from charters.of_scenario(scenario, content)


def _axes_named(scenario: Scenario) -> Iterator[Part]:
    """List the axes that seats name in lists."""
    for name, seat in scenario.seats.items():
        yield from named(("seats", name, "shows"), "axis", seat.shows)
        for index, line in enumerate(seat.red_lines):
            yield ("seats", name, "red_lines", index, "axis"), "axis", line.axis


def _axes_moved(scenario: Scenario) -> Iterator[Part]:
    """List the axes that stand as keys: weights of seats, moves of options and surprises."""
    moved: list[tuple[Trail, Iterable[str]]] = [
        *((("seats", name, "weights"), one.weights) for name, one in scenario.seats.items()),
        *((("surprises", name, "moves"), one.moves) for name, one in scenario.surprises.items()),
    ]
    for term, holder in scenario.terms.items():
        for name, option in holder.options.items():
            trail: Trail = ("terms", term, "options", name)
            moved += [((*trail, "moves"), option.moves), ((*trail, "later"), option.later)]
    for place, axes in moved:
        yield from (((*place, axis), "axis", axis) for axis in axes)


def _bounds(scenario: Read[Scenario]) -> Problems:
    """Tell the red lines and the guard-rails that no value can hold to."""
    limits: list[tuple[Trail, RedLine]] = [
        (("seats", name, "red_lines", index), line)
        for name, seat in scenario.model.seats.items()
        for index, line in enumerate(seat.red_lines)
    ]
    if scenario.model.charter:
        rails = scenario.model.charter.guardrails.items()
        limits += [(("charter", "guardrails", card), rail) for card, rail in rails]
    for trail, limit in limits:
        least, most = limit.at_least, limit.at_most
        if least is not None and most is not None and least > most:
            sentence = f"au moins {least:g} et au plus {most:g} : aucune valeur ne tient"
            hint = "échangez at_least et at_most, ou n'en gardez qu'un"
            yield scenario.source.problem((*trail, "at_least"), sentence.replace(".", ","), hint)


def _table(scenario: Read[Scenario], content: GameContent) -> Problems:
    """Check that the seats make a table this game can be played at."""
    seats, players = scenario.model.seats, content.game.players
    required = sum(not seat.optional for seat in seats.values())
    seated = scenario.model.seated
    if seated is not None and not max(required, players.min) <= seated <= players.max:
        least = max(required, players.min)
        sentence = f"seated : {seated}, il en faut de {least} à {players.max}"
        yield scenario.source.problem(("seated",), sentence)
    if len(seats) > players.max and seated is None:
        sentence = f"{counted(len(seats), 'place')}, le jeu en admet {players.max} au plus"
        yield scenario.source.problem(("seats",), sentence, key=True)
    if required < players.min and seated is None:
        places = counted(required, "place obligatoire")
        sentence = f"{places}, le jeu en demande {players.min} au moins"
        yield scenario.source.problem(("seats",), sentence, key=True)
