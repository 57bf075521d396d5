"""Part of a report on surprises: each session beside itself, played without any."""

from collections.abc import Iterator, Mapping

from eclaireurs_play.simulation.advice_on_news import (
    alone_effects,
    effect_words,
    news_effects,
    parted,
    ranked_effects,
)
from eclaireurs_play.simulation.agreeing import share
from eclaireurs_play.simulation.charts import shaded
from eclaireurs_play.simulation.figures import Difference, Figure, Table, differences
from eclaireurs_play.simulation.findings import FEWEST
from eclaireurs_play.simulation.sections import Played, Section
from eclaireurs_play.simulation.statistics import Interval
from eclaireurs_play.simulation.tally import moments
from eclaireurs_play.simulation.wording import counted, points


def hardest_words(played: Played) -> str:
    """Name the surprise that changes the end the most."""
    if played.found.asked < FEWEST:
        return "Trop peu de séances pour dire ce que change chaque imprévu."
    sure = {name: one for name, one in ranked_effects(played).items() if one.sign}
    if not sure:
        alone = ", tombé seul," if alone_effects(played) else ""
        return f"Aucun imprévu{alone} ne change nettement la fin."
    name = max(sure, key=lambda one: abs(sure[one].estimate))
    return (
        f"L'imprévu qui change le plus la fin : « {played.rules.title(name)} », "
        f"{effect_words(played, name)}."
    )


def news(played: Played) -> Section | None:
    """Tell what each surprise does, each session beside itself without any."""
    found, alone, joint = played.found, alone_effects(played), news_effects(played)
    if not joint:
        return None
    shared = parted(played)
    return Section(
        "Que changent les imprévus ?",
        (
            _PAIRED,
            *([_ALONE] if alone else []),
            _SHARED if shared else _MIXED,
            (
                f"{counted(found.both_signed, 'séance signe', 'séances signent')} avec et sans "
                f"eux ; l'accord est le même dans {share(found.same_agreement, found.both_signed)}."
            ),
        ),
        (
            *([_effects(played, "Chaque imprévu quand il tombe seul", alone)] if alone else []),
            _effects(played, _TITLES[shared], joint),
            *_swings(played),
        ),
    )


_PAIRED = "Chaque séance est comparée à elle-même, jouée avec le même hasard et sans imprévu."
_ALONE = (
    "Seul : les mêmes germes ont été rejoués pour chaque imprévu, les autres écartés du paquet."
)
_SHARED = (
    "Parmi les autres : ce que changent ensemble les imprévus tombés est partagé entre eux, comme "
    "si leurs effets s'ajoutaient. C'est un ordre de grandeur, et non ce que chacun ferait seul."
)
_MIXED = (
    "Parmi les autres : certains imprévus tombent toujours ensemble, et leurs parts ne se séparent "
    "pas. Chaque ligne dit ce que deviennent les séances où il tombe, avec ceux qui l'accompagnent."
)
_TITLES = {
    True: "Ce pour quoi chaque imprévu compte, parmi les autres",
    False: "Les séances où chaque imprévu tombe, avec d'autres",
}


def _effects(played: Played, title: str, effects: Mapping[str, Interval]) -> Figure:
    rows = [
        Difference(played.rules.title(name), effect.times(100), points(effect.estimate))
        for name, effect in effects.items()
    ]
    rows.sort(key=lambda one: one.bounds.estimate)
    note = "Intervalles élargis pour valoir tous à la fois."
    return differences(f"{title}, en points de consentement", rows, "points", note)


def _swings(played: Played) -> Iterator[Figure]:
    """Shade what each surprise that falls does to the satisfaction of each seat."""
    every = enumerate(sorted(played.rules.scenario.surprises.items()))
    names = {at: name for at, (name, one) in every if one.falls}
    swings = played.found.swings
    seats = [place for place in range(len(played.seats)) if swings[:, place, 0].any()]
    values = [[moments(swings[at, place]).mean / 1e6 for place in seats] for at in names]
    if not seats:
        return
    rows = tuple(
        (played.rules.title(name), *(points(value) for value in row))
        for name, row in zip(names.values(), values, strict=True)
    )
    yield shaded(
        "Ce que gagne ou perd chaque place, quand on signe quand même",
        Table(("", *(played.seat(place) for place in seats)), rows),
        values,
        0.1,
        "En points de satisfaction, en moyenne, quand il tombe, seul ou avec d'autres.",
    )
