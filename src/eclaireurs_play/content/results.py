"""What phases read of each other: results that some phase leaves, and leaves before."""

from collections import ChainMap
from collections.abc import Iterator, Mapping

from eclaireurs_play.content.bundle import Read
from eclaireurs_play.content.names import Names, Part, Problems, named
from eclaireurs_play.content.places import Trail
from eclaireurs_play.content.wording import quoted
from eclaireurs_play.model.conditions import Condition
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.phases import Group, PhaseBase

SEATS = "places"
"""What `repeat: each` may name besides a result: the seats in play."""

Tree = tuple[tuple[PhaseBase, Trail], ...]


def left_by(phase: PhaseBase) -> tuple[str, ...]:
    """Give the name of what a phase leaves: `gives`, or its id; a group leaves nothing itself."""
    return () if isinstance(phase, Group) else (phase.gives or phase.id,)


def results(game: Read[Game], tree: Tree, forgiven: frozenset[str]) -> Problems:
    """Check the results that phases read: each must have been left before.

    What repeats may read what it left the time before.
    """
    left: dict[str, object] = dict(game.model.inherits)
    items: Mapping[str, object] = ChainMap(left, {SEATS: None})
    for index, (phase, trail) in enumerate(tree):
        hints = _hints(tree, index)
        names = Names({"result": left, "items": items}, forgiven, hints)
        yield from names.unknown(game.source, _read(phase, trail))
        if phase.repeat:
            left |= dict.fromkeys(left_inside(tree, index))
            until = _condition(phase.repeat.until, (*trail, "repeat", "until"))
            yield from Names({"result": left}, forgiven, hints).unknown(game.source, until)
        left |= dict.fromkeys(left_by(phase))
    sections = Names({"result": left}, forgiven, _hints(tree, len(tree)))
    for number, section in enumerate(game.model.synthesis):
        told = named(("synthesis", number, "uses"), "result", section.uses)
        yield from sections.unknown(game.source, told)


def left_inside(tree: Tree, index: int) -> Iterator[str]:
    """List the results left by a phase and the phases inside it, which follow it in the tree."""
    _, around = tree[index]
    for at in range(index, len(tree)):
        phase, trail = tree[at]
        if trail[: len(around)] != around:
            return
        yield from left_by(phase)


def _read(phase: PhaseBase, trail: Trail) -> Iterator[Part]:
    """List the results a phase asks for before it begins."""
    yield from named((*trail, "uses"), "result", phase.uses)
    for key in ("only", "within"):
        yield from named((*trail, key), "result", getattr(phase, key, None) or ())
    yield from _condition(phase.when, (*trail, "when"))
    if phase.repeat and phase.repeat.each:
        yield (*trail, "repeat", "each"), "items", phase.repeat.each


def _condition(condition: Condition | None, trail: Trail) -> Iterator[Part]:
    """List the results a condition asks about."""
    if condition is None:
        return
    for key in ("given", "missing"):
        if name := getattr(condition, key):
            yield (*trail, key), "result", name
    if condition.chose:
        yield (*trail, "chose", 0), "result", condition.chose[0]


def _hints(tree: Tree, index: int) -> dict[str, str]:
    """Say why a name of the game is no result that the phase at an index could read."""
    told: dict[str, str] = {}
    for at, (phase, _) in enumerate(tree):
        if isinstance(phase, Group):
            told[phase.id] = "un groupe ne laisse rien lui-même : nommez une de ses étapes"
        elif phase.gives:
            told[phase.id] = f"cette étape laisse {quoted(phase.gives)}"
        if at >= index:
            told |= dict.fromkeys(left_by(phase), _late(tree, index, at))
    return told


def _late(tree: Tree, index: int, at: int) -> str:
    """Say that a result comes too late, and when both phases wait for each other."""
    if at == index:
        return "une étape ne se sert pas d'elle-même"
    late = "cette étape vient plus tard"
    mine = set(left_by(tree[index][0]))
    return f"{late} et se sert elle-même de celle-ci" if mine & _sources(tree, at) else late


def _sources(tree: Tree, at: int) -> set[str]:
    """Gather everything a phase uses, and what that uses in turn."""
    uses = {name: phase.uses for phase, _ in tree for name in left_by(phase)}
    found: set[str] = set()
    waiting = list(tree[at][0].uses)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += uses.get(name, ())
    return found
