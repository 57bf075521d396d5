"""Parts of a report on what can be chosen: the zone of agreement, options, whom each serves."""

import numpy as np

from eclaireurs_play.engine.negotiation.exact import SCALE
from eclaireurs_play.engine.negotiation.zone import WIDEST
from eclaireurs_play.simulation.charts import shaded
from eclaireurs_play.simulation.figures import Bar, Table, bars, rated
from eclaireurs_play.simulation.influence import DIVIDES
from eclaireurs_play.simulation.sections import Played, Section
from eclaireurs_play.simulation.statistics import wilson
from eclaireurs_play.simulation.wording import (
    bounded,
    counted,
    number,
    percent,
    points,
    signed,
    suiting,
)

_WIDEST = float(WIDEST)


def zone_words(played: Played) -> str:
    """Say how much could be signed, before any surprise and after the hardest."""
    found = played.zones
    before, size = found[""], found[""].open.size
    said = f"Avant tout imprévu, {suiting(before.count, size)}"
    after = {name: one for name, one in found.items() if name}
    if not after:
        return f"{said}."
    worst = min(after, key=lambda name: after[name].count)
    count = after[worst].count
    left = f"il en reste {number(count)}" if count else "il n'en reste aucune"
    if before.empty:
        return f"{said}."
    return f"{said} ; après « {played.rules.title(worst)} », {left}."


def zone(played: Played) -> Section:
    """Tell which agreements are possible, by counting every proposal."""
    found = played.zones
    rows = [
        Bar(
            f"Après « {played.rules.title(name)} »" if name else "Avant tout imprévu",
            float(one.share),
            f"{number(one.count)} ({percent(float(one.share))})",
        )
        for name, one in found.items()
    ]
    shut = wilson(sum(played.far.shut.values()), played.found.asked)
    return Section(
        "Quels accords sont possibles ?",
        (
            zone_words(played),
            (
                "Ces nombres ne sont pas estimés : chaque proposition est comptée. Si la zone est "
                "vide, la séance ne peut pas bien finir ; au-delà d'une sur dix, il y a peu à "
                "négocier."
            ),
            f"Dans {bounded(shut)} des séances, il ne restait aucun accord possible à la fin.",
        ),
        (
            bars(
                "Propositions auxquelles personne n'a de quoi s'opposer",
                rows,
                "Trait : une proposition sur dix.",
                most=max(2 * _WIDEST, *(one.share for one in rows)),
                limit=_WIDEST,
            ),
        ),
    )


def options(played: Played) -> Section:
    """Tell what agreements hold, term by term."""
    found, space = played.found, played.rules.numbers.space
    where = {term: place for place, term in enumerate(space.terms)}
    figures = [
        bars(
            term.title,
            [
                rated(option.title, wilson(_agreed(played, where[name], one), found.signed))
                for one, option in term.options.items()
            ],
        )
        for name, term in played.rules.scenario.terms.items()
    ]
    return Section(
        "Que contiennent les accords ?",
        (
            (
                f"Part des {counted(found.signed, 'accord', 'accords')} qui retiennent chaque "
                "option, "
                "terme par terme."
            ),
        ),
        tuple(figures) if found.signed else (),
    )


def _agreed(played: Played, place: int, option: str) -> int:
    return int(played.found.agreed[place][played.rules.numbers.space.options[place].index(option)])


def influence(played: Played) -> Section | None:
    """Tell whom each option serves and whom it costs, by the numbers alone."""
    found = played.influences
    numbers = played.rules.numbers
    if not any(effect for one in found for effect in one.effects):
        return None
    dividing = sorted(
        (one for one in found if one.divides >= DIVIDES), key=lambda one: -one.divides
    )
    said = [
        (
            "Ce que chaque option fait à chaque place, en points de satisfaction, par rapport à la "
            "moyenne de son terme. C'est exact, et vrai quel que soit le reste de la proposition."
        ),
    ]
    for one in dividing[:3]:
        gains, pays = int(np.argmax(one.effects)), int(np.argmin(one.effects))
        given, taken = (points(one.effects[at] / SCALE) for at in (gains, pays))
        said.append(
            f"{played.option(one.term, one.option)} divise : {given} pour "
            f"« {played.rules.name(numbers.seats[gains])} », {taken} pour "
            f"« {played.rules.name(numbers.seats[pays])} »."
        )
    if not dividing:
        said.append("Aucune option ne divise vraiment : ce que l'une gagne, personne ne le perd.")
    terms = played.rules.scenario.terms
    known = {(one.term, one.option): one for one in found}
    shown = [known[term, one] for term, each in terms.items() for one in each.options]
    rows = tuple(
        (
            terms[one.term].options[one.option].title,
            *(signed(effect / 1e4) for effect in one.effects),
        )
        for one in shown
    )
    return Section(
        "Qui gagne, qui perd à chaque option ?",
        tuple(said),
        (
            shaded(
                "Effet de chaque option sur chaque place",
                Table(("", *(played.rules.name(seat) for seat in numbers.seats)), rows),
                [[effect / SCALE for effect in one.effects] for one in shown],
                0.12,
                "Une ligne pâle laisse tout le monde indifférent ; deux teintes, elle divise.",
            ),
        ),
    )
