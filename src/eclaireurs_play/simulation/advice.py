"""The findings of a batch: each part of the report is looked at, the gravest comes first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from eclaireurs_play.engine.negotiation.zone import WIDEST
from eclaireurs_play.simulation.advice_on_content import CONTENT
from eclaireurs_play.simulation.advice_on_emptiness import nothing_possible
from eclaireurs_play.simulation.advice_on_news import NEWS
from eclaireurs_play.simulation.advice_on_trials import TRIALS
from eclaireurs_play.simulation.findings import FEWEST, Finding, Gravity
from eclaireurs_play.simulation.sections import Played
from eclaireurs_play.simulation.statistics import Interval, wilson
from eclaireurs_play.simulation.wording import (
    bounded,
    counted,
    decimal,
    level,
    percent,
    some_points,
    suiting,
)

Found = Iterator[Finding]

SELDOM, NEARLY_ALWAYS = 0.25, 0.95
HALF = 0.5
GAP = 0.2
"""A style that moves consent by less than that is part of the game."""

SMALL = 20
"""Under so many proposals, a tenth of them is one or none."""

LEAVES = 50_000
"""An agreement leaves much when another would give each seat 5 points more, nobody losing."""

MOST_OFTEN = 0.75
"""Served least twice as often as an even share, a seat is sacrificed; of two, this often."""

CROSSED = 0.01
"""A red line crossed in fewer agreements than that is an accident."""

HARD, COOPERATIVE = 0, 2


def findings(played: Played) -> tuple[Finding, ...]:
    """Say everything worth doing, the gravest first."""
    if not played.found.sessions:
        return ()
    parts: tuple[Callable[[Played], Found], ...] = (_ends, _sought, *CONTENT)
    if played.numeric:
        parts = (*parts, _consent, _zones, *NEWS, _least, _crossed, _styles, _left, *TRIALS)
    found = [one for part in parts for one in part(played)]
    return tuple(sorted(found, key=lambda one: (-one.gravity, -one.size)))


def _ends(played: Played) -> Found:
    found = played.found
    missing = found.sessions - found.over
    if missing:
        first = min(found.unfinished)
        yield Finding(
            ("ends",),
            f"{counted(missing, 'séance ne va', 'séances ne vont')} pas jusqu'au bout : ouvrez la "
            f"séance {first} (--open {first}) pour voir où elle s'arrête.",
            f"{percent(missing / found.sessions)} des séances",
            Gravity.BROKEN,
            missing / found.sessions,
            played.spot("game", played.rules.game.id),
        )


def _sought(played: Played) -> Found:
    """Tell when most sessions never come to seek an agreement."""
    found, scenario = played.found, played.rules.scenario
    rate = wilson(found.asked, found.sessions)
    negotiated = scenario.terms and played.rules.numbers.seats
    if negotiated and found.sessions >= FEWEST and rate.high < HALF:
        yield Finding(
            ("sought",),
            "Le plus souvent, la table n'en vient pas à chercher un accord : regardez l'étape qui "
            "décide de continuer ou non, et ce qui l'ouvre.",
            f"un accord n'est cherché que dans {bounded(rate)} des séances",
            Gravity.STUCK,
            1 - rate.estimate,
            played.spot("scenario", played.rules.scenario.id),
        )


def _consent(played: Played) -> Found:
    found = played.found
    rate = wilson(found.adopted, found.asked)
    place = played.spot("scenario", played.rules.scenario.id)
    evidence = f"consentement : {bounded(rate)} des séances"
    if found.asked < FEWEST:
        return
    if rate.high < SELDOM and not played.zones[""].empty:
        worst, share = _objects_most(played)
        yield Finding(
            ("seldom",),
            "On s'accorde rarement : assouplissez une ligne rouge, baissez un seuil "
            "(reservation), ou donnez un tour d'objections de plus. Commencez par "
            f"« {played.rules.name(worst)} ».",
            f"{evidence} ; d'après sa fiche, cette place s'oppose à {percent(share)} des "
            "propositions",
            Gravity.STUCK, 1 - rate.estimate, played.spot("seat", worst),
        )  # fmt: skip
    if rate.low > NEARLY_ALWAYS:
        yield Finding(
            ("always",),
            "On s'accorde presque toujours, il y a peu à négocier : resserrez une ligne rouge, ou "
            "opposez davantage les poids de deux places.",
            evidence, Gravity.SKEWED, rate.estimate, place,
        )  # fmt: skip


def _objects_most(played: Played) -> tuple[str, float]:
    """Find the seat that objects to the most proposals by its sheet, and to what share."""
    shares = played.rules.numbers.at().objections.mean(axis=1)
    worst = int(shares.argmax())
    return played.rules.numbers.seats[worst], float(shares[worst])


def _zones(played: Played) -> Found:
    """Enumerate what everyone could sign, before any surprise and after each."""
    if played.zones[""].empty:
        yield nothing_possible(played)
        return
    for surprise, zone in played.zones.items():
        kind, name = ("surprise", surprise) if surprise else ("scenario", played.rules.scenario.id)
        after = f"Après « {played.rules.title(surprise)} »" if surprise else "Avant tout imprévu"
        evidence = f"{suiting(zone.count, zone.open.size)} ; toutes ont été comptées"
        where = played.spot(kind, name)
        if zone.empty:
            yield Finding(
                ("empty", surprise),
                f"{after}, aucun accord n'est possible : adoucissez ce qu'il déplace, ou baissez "
                "un seuil (reservation).",
                evidence, Gravity.STUCK, 1.0, where,
            )  # fmt: skip
        elif zone.share > WIDEST and zone.open.size >= SMALL:
            yield Finding(
                ("wide", surprise),
                f"{after}, plus d'une proposition sur dix convient à tout le monde, et il ne reste "
                "guère à négocier : resserrez une ligne rouge, ou relevez un seuil.",
                evidence, Gravity.IDLE, float(zone.share), where,
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Least:
    """The seat served least, most often; sacrificed when that is surely twice the `even` share."""

    place: int
    rate: Interval
    even: float
    sacrificed: bool


def least_served(played: Played) -> Least:
    """Find the seat that pays for the agreements; whoever ties for the least counts too."""
    found = played.found
    held = max(1, int((found.satisfaction[:, 0] > 0).sum()))
    place = int(found.least.argmax())
    rate = wilson(int(found.least[place]), found.signed, among=held)
    even = int(found.least.sum()) / (held * max(1, found.signed))
    sure = found.signed >= FEWEST and rate.low > min(2 * even, MOST_OFTEN)
    return Least(place, rate, even, sacrificed=sure)


def _least(played: Played) -> Found:
    least = least_served(played)
    if least.sacrificed:
        name = played.seats[least.place]
        mean = played.found.level(least.place).mean
        yield Finding(
            ("least", name),
            f"« {played.seat(least.place)} » est sacrifiée bien plus souvent qu'à son tour : "
            "relevez son seuil (reservation), ou donnez-lui une option qui pèse pour elle.",
            f"la moins servie de {bounded(least.rate)} des accords, {percent(least.even)} à parts "
            f"égales ; satisfaction moyenne : {level(mean)}",
            Gravity.UNFAIR, least.rate.estimate, played.spot("seat", name),
        )  # fmt: skip


def _crossed(played: Played) -> Found:
    found = played.found
    for place, name in enumerate(played.seats):
        signed = int(found.satisfaction[place, 0])
        rate = wilson(int(found.crossed[place]), signed, among=len(played.seats))
        if signed >= FEWEST and rate.low > CROSSED:
            yield Finding(
                ("crossed", name),
                f"« {played.seat(place)} » signe des accords où sa ligne rouge est franchie : "
                "vérifiez à quel moment tombent les imprévus, avant le consentement ou après.",
                f"{bounded(rate)} des accords",
                Gravity.UNFAIR, rate.estimate, played.spot("seat", name),
            )  # fmt: skip


def _styles(played: Played) -> Found:
    """Name the seat whose way of negotiating decides of the end."""
    found, among = played.found, 2 * len(played.seats)
    gaps = []
    for place in range(len(played.seats)):
        hard, soft = (
            wilson(int(yes), int(asked), among=among)
            for asked, yes in found.styles[place, [HARD, COOPERATIVE]]
        )
        if min(found.styles[place, [HARD, COOPERATIVE], 0]) >= FEWEST and hard.high < soft.low:
            gaps.append((soft.estimate - hard.estimate, place, hard, soft))
    if gaps and max(gaps)[0] > GAP:
        gap, place, hard, soft = max(gaps)
        yield Finding(
            ("style", played.seats[place]),
            f"Tout tient à « {played.seat(place)} » : si la personne qui joue cette place ne cède "
            "pas, on s'accorde bien moins ; baissez son seuil (reservation), ou prévenez qui "
            "anime.",
            f"consentement : {bounded(hard)} quand elle tient bon, {bounded(soft)} quand elle "
            "coopère",
            Gravity.SKEWED, gap, played.spot("seat", played.seats[place]),
        )  # fmt: skip


def _left(played: Played) -> Found:
    """Tell when agreements leave on the table what would have harmed nobody."""
    left = played.far.left.moments
    bounds = left.bounds()
    if left.count >= FEWEST and bounds.low > LEAVES:
        yield Finding(
            ("left",),
            "On signe souvent un accord qu'un autre aurait bonifié sans léser personne : laissez "
            "un tour d'amendements de plus, ou montrez davantage ce que chacun cherche (shows).",
            f"{some_points(bounds.estimate / 10_000)} de satisfaction par place laissés sur la "
            f"table (de {decimal(bounds.low / 10_000)} à {decimal(bounds.high / 10_000)})",
            Gravity.SKEWED, bounds.estimate / 1_000_000,
            played.spot("scenario", played.rules.scenario.id),
        )  # fmt: skip
