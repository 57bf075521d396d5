"""Findings on variants of the same seeds: what was taken out, seats in another order."""

from collections.abc import Iterator, Mapping

from eclaireurs_play.content.bundle import Spot
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.model.scenario import Option
from eclaireurs_play.simulation.findings import FEWEST, Finding, Gravity
from eclaireurs_play.simulation.sections import Played, Trial
from eclaireurs_play.simulation.statistics import Interval, paired
from eclaireurs_play.simulation.variants import Variant
from eclaireurs_play.simulation.wording import capital, moved

SAME = 0.02
"""A change of consent within two points either way is none."""

ALIKE = 10_000
"""So is a change of satisfaction within a point."""

MOST_FELT = 5
"""Things taken out that are told, those that change the most; the page draws all."""

Found = Iterator[Finding]


def taken_out(played: Played) -> tuple[Trial, ...]:
    """Give the trials in which one thing was taken out, that simulated people can notice.

    A card that only asks a question changes nothing for whoever does not hear words.
    """
    return tuple(
        one
        for one in played.how.trials
        if one.variant.kind not in {"settings", "order"} and _noticed(played, one.variant)
    )


def _noticed(played: Played, variant: Variant) -> bool:
    if variant.kind != "card" or not played.numeric:
        return True
    charter = played.rules.scenario.charter
    return charter is not None and variant.spot[-1] in {*charter.criteria, *charter.guardrails}


def rescales(rules: Rules, variant: Variant) -> bool:
    """Tell whether taking a thing out shortens a scale that satisfactions are measured on.

    Thresholds then ask more, or less, than they did: so it is with the option that goes furthest
    on an axis. A surprise set aside leaves the scales as they were.
    """
    scenario = rules.scenario
    weighing = [scenario.seats[seat] for seat in rules.numbers.seats]
    if variant.kind != "option":
        return False
    options = scenario.terms[variant.spot[1]].options
    return any(
        _furthest(options, variant.spot[-1], axis, seat.long_view)
        for seat in weighing
        for axis, weight in seat.weights.items()
        if weight
    )


def _furthest(options: Mapping[str, Option], name: str, axis: str, long_view: float) -> bool:
    """Tell whether an option alone goes the furthest one way or the other."""
    values = {
        one: option.moves.get(axis, 0) + long_view * option.later.get(axis, 0)
        for one, option in options.items()
    }
    mine = values.pop(name)
    return not min(values.values()) <= mine <= max(values.values())


def reordered(played: Played) -> tuple[Trial, ...]:
    """Give the trials in which another seat came first."""
    return tuple(one for one in played.how.trials if one.variant.kind == "order")


def first_seat(trial: Trial, among: int) -> Interval:
    """Bound what the seat that comes first gains by it, in parts per million of satisfaction."""
    gained = trial.pairs.satisfaction.get(trial.variant.spot[-1])
    return gained.bounds(among=among) if gained else Interval(0.0, float("-inf"), float("inf"))


def _where(played: Played, trial: Trial) -> Spot | None:
    if not trial.variant.spot:
        return None
    kind, name, *inside = trial.variant.spot
    return played.spot(kind, name, *inside)


def _knockouts(played: Played) -> Found:
    """Tell what matters most among the things whose absence changes nothing else."""
    tried = taken_out(played)
    clean = [
        one
        for one in tried
        if one.pairs.consent.pairs >= FEWEST and not rescales(played.rules, one.variant)
    ]
    felt: list[Finding] = []
    for one in clean:
        change = paired(one.pairs.consent, among=len(tried))
        if change.sign and abs(change.estimate) > SAME:
            grows = change.sign > 0
            felt.append(Finding(
                ("without", *one.variant.spot),
                f"{capital(one.variant.label)}, on s'accorde {'plus' if grows else 'moins'} "
                f"souvent : {_ACTS[grows]}.",
                f"{moved(change)} de consentement, sur les mêmes germes",
                Gravity.SKEWED, abs(change.estimate), _where(played, one),
            ))  # fmt: skip
        elif max(-change.low, change.high) < SAME and _nobody_moves(one, len(tried)):
            yield Finding(
                ("needless", *one.variant.spot),
                f"{capital(one.variant.label)}, rien ne change : donnez-lui un effet, ou "
                "allégez la table en vous en passant.",
                f"{moved(change)} de consentement ; aucune satisfaction ne bouge d'un point",
                Gravity.IDLE, 0.8, _where(played, one),
            )  # fmt: skip
    yield from sorted(felt, key=lambda one: -one.size)[:MOST_FELT]


_ACTS = {
    True: "allégez ce que cela coûte aux autres, ou assumez que ce soit difficile",
    False: "l'accord en dépend, gardez cela, et vérifiez que tout ne tienne pas à une chose",
}


def _nobody_moves(trial: Trial, among: int) -> bool:
    every = [one.bounds(among=among) for one in trial.pairs.satisfaction.values()]
    return bool(every) and all(max(-one.low, one.high) < ALIKE for one in every)


def _orders(played: Played) -> Found:
    tried = reordered(played)
    for one in tried:
        seat = one.variant.spot[-1]
        gain = first_seat(one, len(tried))
        if gain.sign and abs(gain.estimate) > ALIKE and one.pairs.agreements >= FEWEST:
            verb = "gagne" if gain.sign > 0 else "perd"
            yield Finding(
                ("first", seat),
                f"« {played.rules.name(seat)} » {verb} à parler en premier : faites tourner "
                "qui commence, ou dites dans les règles pourquoi cette place ouvre.",
                f"{moved(gain.times(1e-6))} de satisfaction, sur les mêmes germes",
                Gravity.SKEWED, abs(gain.estimate) / 1e6, _where(played, one),
            )  # fmt: skip


TRIALS = (_knockouts, _orders)
