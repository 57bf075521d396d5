"""Parts of a report on consent: whether people agree, who makes it hard, after how many rounds."""

from collections.abc import Iterator

from eclaireurs_play.simulation.advice import COOPERATIVE, HARD
from eclaireurs_play.simulation.figures import (
    Difference,
    Figure,
    averaged,
    bars,
    differences,
    histogram,
    rated,
)
from eclaireurs_play.simulation.findings import FEWEST
from eclaireurs_play.simulation.sections import Played, Section
from eclaireurs_play.simulation.statistics import Distribution, Interval, apart, paired, wilson
from eclaireurs_play.simulation.tally import Counts, fourfold, moments
from eclaireurs_play.simulation.wording import bounded, moved, number, percent, points

SIMULATED = (
    "Ces personnes simulées cèdent selon une règle. Elles servent à régler un jeu ; elles ne "
    "prédisent pas ce que feront des personnes."
)


def consent_words(played: Played) -> str:
    """Say in one sentence how often people agree."""
    found = played.found
    rate = wilson(found.adopted, found.asked)
    calm = fourfold(found.calm)
    beside = ""
    if calm.pairs:
        beside = (
            f" ; sans imprévu, les mêmes séances y arrivent dans {share(calm.before, calm.pairs)}"
        )
    return f"On s'accorde dans {bounded(rate)} des séances{beside}."


def share(count: int, total: int) -> str:
    """Write a share that needs no bounds."""
    return percent(count / total if total else 0)


def consent(played: Played) -> Section:
    """Tell how often people agree, by who sits there."""
    found = played.found
    said = [consent_words(played)]
    if found.asked < found.sessions:
        rate = wilson(found.asked, found.sessions)
        said.append(
            f"Un accord n'est cherché que dans {bounded(rate)} des séances : les autres s'arrêtent "
            "avant, comme leurs règles le permettent. Tout ce qui suit ne compte que les premières."
        )
    calm = fourfold(found.calm)
    rows = [rated("Consentement", wilson(found.adopted, found.asked), number(found.asked))]
    if calm.pairs:
        rows.append(rated("Les mêmes, sans imprévu", wilson(calm.before, calm.pairs)))
        said.append(f"Tous ensemble, les imprévus changent {moved(paired(calm))} de consentement.")
    return Section(
        "S'accorde-t-on ?",
        (*said, SIMULATED),
        (bars("Séances qui finissent par un accord", rows), *_company(played), *_by_seat(played)),
    )


def _company(played: Played) -> Iterator[Figure]:
    """Draw consent by how many people of a style sit there, at a mixed table."""
    found = played.found
    for style, adjective in ((HARD, "fermes"), (COOPERATIVE, "coopératives")):
        here = found.company[style]
        if (here[:, 0] > 0).sum() < 2:  # noqa: PLR2004 - nothing to compare
            continue
        rows = [
            rated(
                f"{many} {adjective if many > 1 else adjective.removesuffix('s')}",
                wilson(int(yes), int(asked)),
                number(int(asked)),
            )
            for many, (asked, yes) in enumerate(here)
            if asked
        ]
        yield bars(f"Selon le nombre de personnes {adjective} à la table", rows, _OUT_OF)


_OUT_OF = "Entre parenthèses, le nombre de séances. Un intervalle large dit qu'il y en a peu."


def _by_seat(played: Played) -> Iterator[Figure]:
    """Draw what changes when a seat holds on, against when it cooperates."""
    cells = played.found.styles
    rows = []
    for place in range(len(played.seats)):
        hard, soft = cells[place, HARD], cells[place, COOPERATIVE]
        if min(hard[0], soft[0]) >= FEWEST:
            rows.append(
                Difference(
                    played.seat(place),
                    apart(*_rates(hard, soft, len(played.seats))).times(100),
                    _points(hard, soft),
                )
            )
    if rows:
        rows.sort(key=lambda one: one.bounds.estimate)
        yield differences(
            "Quand une place tient bon plutôt que de coopérer, en points de consentement",
            rows,
            "points",
            "Chaque ligne compare des séances différentes, les styles étant tirés au sort ; "
            "intervalles élargis pour valoir tous à la fois.",
        )


def _points(hard: Counts, soft: Counts) -> str:
    return points(int(hard[1]) / int(hard[0]) - int(soft[1]) / int(soft[0]))


def _rates(hard: Counts, soft: Counts, among: int) -> tuple[Interval, Interval]:
    one, other = (wilson(int(yes), int(asked), among=among) for asked, yes in (hard, soft))
    return one, other


def rounds_words(played: Played) -> str:
    """Say how many rounds of objections it takes."""
    return f"Tours d'objections : {spread(played.found.rounds)}."


def rounds(played: Played) -> Section:
    """Tell how long agreeing takes, who objects and whose version is signed."""
    found = played.found
    return Section(
        "Combien d'efforts pour s'accorder ?",
        (
            rounds_words(played),
            f"Objections dites : {spread(found.objections)}.",
            f"Versions d'une proposition : {spread(found.versions)}.",
        ),
        (
            histogram("Tours d'objections, par séance", found.rounds, "tours"),
            *_objecting(played),
            *_authors(played),
        ),
    )


def _objecting(played: Played) -> Iterator[Figure]:
    said = [moments(row) for row in played.found.objecting]
    if any(one.total for one in said):
        yield bars(
            "Objections de chaque place, par séance",
            averaged((played.seat(place), one) for place, one in enumerate(said)),
        )


def _authors(played: Played) -> Iterator[Figure]:
    """Draw whose version is signed: the seat that made the last change to it."""
    total = int(played.found.authored.sum())
    if total:
        yield bars(
            "De qui est la version signée",
            [rated(played.seat(place), wilson(int(count), total))
             for place, count in enumerate(played.found.authored[1:])],
            "La place qui a fait le dernier changement. Selon les règles, c'est souvent celle qui "
            "parle en dernier avant le consentement.",
        )  # fmt: skip


def spread(values: Distribution, unit: str = "") -> str:
    """Say a median with its interval, and where eight sessions in ten fall."""
    if not values.total:
        return "rien à compter"
    low, high = values.quantiles(0.1, 0.9)
    middle = values.median()
    after = f" {unit}" if unit else ""
    sure = f" (de {middle.low} à {middle.high})" if middle.low < middle.high else ""
    around = f", huit séances sur dix entre {low} et {high}" if low < high else ""
    return f"{middle.estimate}{after} en médiane{sure}{around}"
