"""Which phases may be played: conditions that some course of the game can fulfil."""

from eclaireurs_play.checks.holdings import choices
from eclaireurs_play.content.results import SEATS, Tree, left_by, left_inside
from eclaireurs_play.content.wording import quoted
from eclaireurs_play.model.conditions import Condition
from eclaireurs_play.model.game import Players
from eclaireurs_play.model.phases import PhaseBase


def reachable(tree: Tree, players: Players) -> set[int]:
    """Find the phases that may be played: more and more, until no other opens."""
    found: set[int] = set()
    while True:
        more = {
            index
            for index, (phase, _) in enumerate(tree)
            if index not in found
            and set(_around(tree, index)) <= found
            and not stopped(phase.when, tree, index, found, players)[0]
        }
        if not more:
            return found
        found |= more


def stopped(
    when: Condition | None, tree: Tree, index: int, reached: set[int], players: Players
) -> tuple[str, str]:
    """Give the key of a condition that can never hold and why, or nothing."""
    if when is None:
        return "", ""
    left = _available(tree, index, reached)
    fewest, most = when.players_at_least, when.players_at_most
    name, option = when.chose or ("", "")
    retained = [choices(tree[at][0]) for at in left.get(name, ())]
    reasons = {
        "given": when.given is not None and not left.get(when.given)
        and f"rien ne laisse {quoted(when.given)} avant elle",
        "missing": when.missing is not None and when.missing in _certain(tree, index)
        and f"{quoted(when.missing)} est toujours là avant elle",
        "chose": bool(name) and all(one is not None and option not in one for one in retained)
        and f"{quoted(name)} ne retient jamais {quoted(option)}",
        "players_at_least": max(fewest or 0, players.min) > min(most or players.max, players.max)
        and f"le jeu se joue de {players.min} à {players.max}",
    }  # fmt: skip
    for key, why in reasons.items():
        if why:
            return key if key in when.model_fields_set else "players_at_most", why
    both = when.missing and when.missing in {when.given, name}
    return ("missing", f"{quoted(when.missing)} devrait être là et manquer") if both else ("", "")


def _around(tree: Tree, index: int) -> list[int]:
    """List the groups around a phase."""
    _, trail = tree[index]
    return [at for at in range(index) if trail[: len(tree[at][1])] == tree[at][1]]


def _available(tree: Tree, index: int, reached: set[int]) -> dict[str, list[int]]:
    """Give the phases that may have left each result: before, or the time before."""
    again = {
        name for at in (*_around(tree, index), index) if tree[at][0].repeat
        for name in left_inside(tree, at)
    }  # fmt: skip
    left: dict[str, list[int]] = {}
    for at in sorted(reached):
        for name in left_by(tree[at][0]):
            if at < index or name in again:
                left.setdefault(name, []).append(at)
    return left


def _certain(tree: Tree, index: int) -> set[str]:
    """Give the results that are there whatever happened: left before, without condition."""
    here = set(_around(tree, index))
    return {
        name
        for at in range(index)
        if not any(_may_not_come(tree[one][0]) for one in {*_around(tree, at), at} - here)
        for name in left_by(tree[at][0])
    }


def _may_not_come(phase: PhaseBase) -> bool:
    each = phase.repeat.each if phase.repeat else None
    return phase.when is not None or (each is not None and each != SEATS)
