"""Findings on surprises: which help or hinder the most, which never fall, which shut every way."""

from collections.abc import Iterator

import numpy as np

from eclaireurs_play.simulation.distances import context_of
from eclaireurs_play.simulation.findings import FEWEST, Finding, Gravity
from eclaireurs_play.simulation.sections import Played
from eclaireurs_play.simulation.statistics import Interval, own_effects, paired, wilson
from eclaireurs_play.simulation.tally import fourfold
from eclaireurs_play.simulation.wording import bounded, listed, moved, number

FELT, HARDEST = 0.05, 3
"""A surprise is told when it surely moves consent by 5 points, and only the hardest are."""

SHUT = 0.01
"""In fewer sessions than that, surprises that leave no agreement are an accident."""

LUCK = 0.05
"""What luck alone would do more often than that is not told."""

Found = Iterator[Finding]


def news_effects(played: Played) -> dict[str, Interval]:
    """Bound the part of each surprise that fell in what they all do to consent, if parts add up.

    It is no effect of a surprise alone: none may ever have fallen so. Where some never fall apart,
    what is given is what became of the sessions where each fell.
    """
    found, names = played.found, sorted(played.rules.scenario.surprises)
    fell = [place for place in range(len(names)) if found.together[place, place]]
    own = _parted(played, fell)
    if own is None:
        own = tuple(paired(fourfold(found.effects[one]), among=len(fell)) for one in fell)
    return {names[place]: one for place, one in zip(fell, own, strict=True)}


def _parted(played: Played, fell: list[int]) -> tuple[Interval, ...] | None:
    found = played.found
    return own_effects(
        found.together[np.ix_(fell, fell)],
        found.shifts[fell],
        int(found.shifts[-1]),
        fourfold(found.calm).pairs,
    )


def parted(played: Played) -> bool:
    """Tell whether what surprises do together could be shared out between them."""
    fell = np.flatnonzero(np.diag(played.found.together)).tolist()
    return _parted(played, fell) is not None


def alone_effects(played: Played) -> dict[str, Interval]:
    """Bound what each surprise does to consent when no other falls, where that was played."""
    fell = {name: cells for name, cells in played.how.alone.items() if cells.pairs}
    return {name: paired(cells, among=len(fell)) for name, cells in fell.items()}


def ranked_effects(played: Played) -> dict[str, Interval]:
    """Give the effects that surprises are compared by: alone where played so, else together."""
    return alone_effects(played) or news_effects(played)


def effect_words(played: Played, name: str) -> str:
    """Say what a surprise does to consent, and in what company."""
    alone, joint = (effects.get(name) for effects in (alone_effects(played), news_effects(played)))
    if alone is None:
        return _joint_words(played, joint) if joint else ""
    beside = f" ; {_joint_words(played, joint)}" if joint else ""
    return f"{moved(alone)} de consentement quand il tombe seul{beside}"


def _joint_words(played: Played, joint: Interval) -> str:
    if parted(played):
        return f"quand il tombe parmi les autres, il compte pour environ {moved(joint)}"
    return f"{moved(joint)} dans les séances où il tombe, avec ceux qui l'accompagnent"


def _news(played: Played) -> Found:
    """Tell the surprises that help or hinder the most."""
    found = played.found
    names = sorted(played.rules.scenario.surprises)
    effects = {
        name: effect
        for name, effect in ranked_effects(played).items()
        if _times(played, name) >= FEWEST
        and min(abs(effect.low), abs(effect.high)) > FELT
        and effect.sign
    }
    hardest = sorted(effects, key=lambda name: -abs(effects[name].estimate))[:HARDEST]
    for name in hardest:
        effect = effects[name]
        verb = "aide à s'accorder" if effect.sign > 0 else "empêche de s'accorder"
        yield Finding(
            ("news", name),
            f"« {played.rules.title(name)} » {verb} : si ce n'est pas voulu, réduisez ce qu'il "
            "déplace (moves).",
            effect_words(played, name),
            Gravity.SKEWED, abs(effect.estimate), played.spot("surprise", name),
        )  # fmt: skip
    if not names:
        return
    awaited = [one.falls for _, one in sorted(played.rules.scenario.surprises.items())]
    rate = found.fell.sum() / max(1, sum(awaited)) / found.sessions
    for place, name in enumerate(names):
        if (
            awaited[place]
            and not found.fell[place]
            and sum(awaited) * (1 - rate) ** found.sessions < LUCK
        ):
            yield Finding(
                ("unheard", name),
                f"« {played.rules.title(name)} » n'est jamais tombé : vérifiez l'étape qui le "
                "fait tomber et la couleur (suit) qu'elle demande.",
                f"0 séance sur {number(found.sessions)}",
                Gravity.SKEWED, 0.5, played.spot("surprise", name),
            )  # fmt: skip


def _times(played: Played, name: str) -> int:
    """Count the sessions that an effect is told from."""
    if name in played.how.alone:
        return played.how.alone[name].pairs
    place = sorted(played.rules.scenario.surprises).index(name)
    return fourfold(played.found.effects[place]).pairs


def _shut(played: Played) -> Found:
    """Tell when surprises, falling together, leave nothing that everyone could sign."""
    if played.zones[""].empty:
        return
    found, alone = played.found, {mask: n for mask, n in played.far.shut.items() if mask}
    rate = wilson(sum(alone.values()), found.asked)
    if found.asked >= FEWEST and rate.low > SHUT:
        worst = max(alone, key=lambda mask: (alone[mask], -mask))
        names = (f"« {played.rules.title(one)} »" for one in context_of(played.rules, worst))
        yield Finding(
            ("shut",),
            "Des imprévus tombés ensemble ne laissent aucun accord possible : faites-en tomber "
            f"moins, ou adoucissez-les. Le plus souvent, c'est {listed(names, 'et')}.",
            f"{bounded(rate)} des séances ; chaque proposition a été comptée",
            Gravity.STUCK if rate.low > FELT else Gravity.SKEWED,
            rate.estimate,
            played.spot("scenario", played.rules.scenario.id, "surprises"),
        )


NEWS = (_shut, _news)
