"""Parts of a report on agreements: who gains by them, what else could be signed, what they hold."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from eclaireurs_play.engine.negotiation.compromises import egalitarian, nash
from eclaireurs_play.engine.negotiation.exact import SCALE
from eclaireurs_play.engine.negotiation.frontier import frontier, uncrossed
from eclaireurs_play.engine.negotiation.table import NegotiationTable
from eclaireurs_play.simulation.advice import least_served
from eclaireurs_play.simulation.charts import Plane, Spot, Strip, plane, strips
from eclaireurs_play.simulation.distances import Distances, context_of
from eclaireurs_play.simulation.figures import Figure, bars, rated
from eclaireurs_play.simulation.findings import FEWEST
from eclaireurs_play.simulation.sections import Played, Section
from eclaireurs_play.simulation.statistics import Distribution, wilson
from eclaireurs_play.simulation.wording import (
    bounded,
    counted,
    decimal,
    level,
    listed,
    percent,
    some_points,
)

_DECILES = (0.1, 0.25, 0.5, 0.75, 0.9)
_MOST_DRAWN = 400


def least_words(played: Played) -> str:
    """Name the seat that is served least, most often."""
    if not played.found.signed:
        return "Aucun accord n'a été signé : il n'y a pas de satisfaction à comparer."
    if played.found.signed < FEWEST:
        return "Trop peu d'accords pour dire si une place y perd plus souvent que les autres."
    least = least_served(played)
    often = (
        f"« {played.seat(least.place)} », la moins servie de {bounded(least.rate)} des accords "
        f"({percent(least.even)} à parts égales)"
    )
    if least.sacrificed:
        return f"Une place est sacrifiée bien plus souvent qu'à son tour : {often}."
    return f"Aucune place n'est nettement sacrifiée ; la plus exposée : {often}."


def satisfaction(played: Played) -> Section | None:
    """Tell who finds what they came for."""
    found = played.found
    held = [place for place in range(len(played.seats)) if found.satisfaction[place, 0]]
    if not held:
        return None
    held.sort(key=lambda place: found.level(place).mean)
    rows = [Strip(played.seat(place), _deciles(played, place), _floor(played, place))
            for place in held]  # fmt: skip
    least = [rated(played.seat(place), wilson(int(found.least[place]), found.signed))
             for place in held]  # fmt: skip
    first = played.seat(held[0])
    mean = found.level(held[0]).bounds()
    return Section(
        "Qui y trouve son compte ?",
        (
            least_words(played),
            (
                f"La satisfaction moyenne la plus basse est celle de « {first} » : "
                f"{level(mean.estimate)} "
                f"(de {level(mean.low)} à {level(mean.high)}). Elle dit ce que sa fiche demande, "
                "pas ce qu'une personne ressentirait."
            ),
        ),
        (
            strips(
                "Satisfaction de chaque place, dans les accords",
                rows,
                "Trait fin : huit accords sur dix. Trait épais : la moitié d'entre eux. Rond : le "
                "milieu. Tiret : le seuil pour dire oui.",
                "Seuil",
            ),
            bars("Part des accords où la place est la moins servie", least),
        ),
    )


def _deciles(played: Played, place: int) -> tuple[float, float, float, float, float]:
    first, second, middle, third, last = (played.found.quantile(place, at) for at in _DECILES)
    return first, second, middle, third, last


def _floor(played: Played, place: int) -> float | None:
    return played.rules.scenario.seats[played.seats[place]].reservation


def standing(played: Played) -> Section | None:
    """Tell how far agreements stand from the best that could be signed."""
    if not played.found.signed:
        return None
    far = played.far
    return Section(
        "Signe-t-on de bons accords ?",
        tuple(_standing(far)),
        tuple(_plane(played)),
    )


def _standing(far: Distances) -> Iterator[str]:
    best = wilson(far.on_frontier, far.left.total)
    mean = far.left.moments.bounds()
    yield (
        f"{bounded(best)} des accords sont sur la frontière des compromis : personne n'y gagnerait "
        f"sans que quelqu'un y perde. En moyenne, tous accords confondus, il reste "
        f"{some_points(mean.estimate / 1e4)} de satisfaction par place sur la table (de "
        f"{decimal(mean.low / 1e4)} à {decimal(mean.high / 1e4)})."
    )
    names = {
        "du compromis de Nash, qui partage au mieux ce que chaque place gagne à signer": far.nash,
        "du compromis égalitaire, qui soigne la place la moins bien servie": far.egalitarian,
    }
    for name, one in names.items():
        if one.total:
            yield f"En moyenne, un accord est à {_points(one)} {name}."
    if any(one.total for one in names.values()):
        yield (
            "Une distance est la moyenne quadratique des écarts entre places : un grand écart pour "
            "une seule y pèse plus que de petits écarts pour toutes."
        )


def _points(one: Distribution) -> str:
    mean = one.moments.bounds()
    return (
        f"{some_points(mean.estimate / 1e4)} (de {decimal(mean.low / 1e4)} à "
        f"{decimal(mean.high / 1e4)})"
    )


def _plane(played: Played) -> Iterator[Figure]:
    """Draw the two seats that want the most different things, in the most frequent context."""
    counts: dict[int, int] = {}
    for (mask, _), count in played.found.agreements.items():
        counts[mask] = counts.get(mask, 0) + count
    mask = max(counts, key=lambda one: (counts[one], -one))
    context = context_of(played.rules, mask)
    table = NegotiationTable.build(played.rules.numbers, context)
    if len(table.seats) < 2:  # noqa: PLR2004 - two seats make a plane
        return
    one, other = _opposed(table)
    names = (played.rules.name(table.seats[one]), played.rules.name(table.seats[other]))
    seen = {number: count for (at, number), count in played.found.agreements.items() if at == mask}
    fair = uncrossed(table)

    def spots(numbers: tuple[int, ...]) -> tuple[Spot, ...]:
        return tuple(
            Spot(
                float(table.satisfaction[one, number]) / SCALE,
                float(table.satisfaction[other, number]) / SCALE,
                seen.get(number, 1),
            )
            for number in numbers
        )

    frequent = sorted(seen, key=lambda number: (-seen[number], number))[:_MOST_DRAWN]
    floors = table.reservations[[one, other]] / SCALE
    said = listed((f"« {played.rules.title(name)} »" for name in context), "et")
    when = f"quand tombent {said}" if len(context) > 1 else f"quand tombe {said}" if context else ""
    yield plane(
        f"{names[0]} et {names[1]}, les deux places qui s'opposent le plus",
        Plane(
            names[0],
            names[1],
            spots(tuple(frequent)),
            _upper(spots(tuple(map(int, frontier(table, fair))))),
            {
                "Compromis de Nash": spots(nash(table, fair)),
                "Compromis égalitaire": spots(egalitarian(table, fair)),
            },
            (float(floors[0]), float(floors[1])),
        ),
        f"{counted(sum(seen.values()), 'accord', 'accords')} {when or 'sans imprévu'} ; un disque "
        "plus grand, des accords plus nombreux. La frontière est celle de toutes les places : vue "
        "à deux, elle a de l'épaisseur.",
    )


def _upper(spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """Keep each place drawn once, by the hundredth."""
    kept = {(round(one.x, 2), round(one.y, 2)): one for one in spots}
    return tuple(kept.values())


def _opposed(table: NegotiationTable) -> tuple[int, int]:
    """Find the two seats whose satisfactions over the proposals are the least alike."""
    spread = table.satisfaction.std(axis=1)
    pairs = [
        (one, other)
        for one, other in combinations(range(len(table.seats)), 2)
        if spread[one] and spread[other]
    ]
    if not pairs:
        return 0, 1
    alike = np.corrcoef(table.satisfaction[spread > 0])
    rank = np.cumsum(spread > 0) - 1
    return min(pairs, key=lambda pair: (float(alike[rank[pair[0]], rank[pair[1]]]), pair))
