"""The report of a sweep: what becomes of the game as one value goes, or two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from eclaireurs_play.content.bundle import Spot
from eclaireurs_play.simulation.charts import Curve, curve, shaded
from eclaireurs_play.simulation.figures import Difference, Figure, Table, differences
from eclaireurs_play.simulation.findings import FEWEST, Finding, Gravity
from eclaireurs_play.simulation.pairing import Pairs
from eclaireurs_play.simulation.report import Report, banners
from eclaireurs_play.simulation.sections import Played, Section
from eclaireurs_play.simulation.statistics import Interval, apart, paired, wilson
from eclaireurs_play.simulation.wording import (
    bounded,
    counted,
    decimal,
    listed,
    number,
    percent,
    suiting,
    typed,
)
from eclaireurs_play.simulation.wording import points as points_of

_ONE, _TWO = 1, 2
_FAR = 0.15
NOTHING = "Aucune valeur ne se détache nettement des autres."


@dataclass(frozen=True, slots=True)
class Point:
    """A batch played with these values, as they are typed, one for each path.

    `pairs` go from the first point of the sweep to this one, on the same seeds.
    """

    values: tuple[str, ...]
    played: Played
    pairs: Pairs = field(default_factory=Pairs)


def sweep_report(
    paths: Sequence[str], points: Sequence[Point], between: Pairs | None = None
) -> Report:
    """Write the report of a sweep; there is one point at least, the last path varying fastest.

    `between` pairs both `ends`; without it they are compared as batches of their own.
    """
    first = points[0].played
    sessions = min(one.played.found.sessions for one in points)
    even = all(one.played.found.sessions == sessions for one in points)
    names = listed((f"« {one} »" for one in paths), "et")
    return Report(
        f"Balayage : {first.rules.scenario.title}",
        f"{counted(len(points), 'lot', 'lots')} de {counted(sessions, 'séance', 'séances')} "
        f"{'' if even else 'au moins '}sur les mêmes germes, {first.how.words} ; varie {names}.",
        tuple(dict.fromkeys(said for one in points for said in banners(one.played))),
        tuple(_main(paths, points)),
        tuple(_best(paths, points, between)),
        tuple(_sections(paths, points)),
        nothing=NOTHING if sessions >= FEWEST else "Trop peu de séances pour choisir une valeur.",
    )


def _numeric(points: Sequence[Point]) -> bool:
    return any(one.played.numeric for one in points)


def _rate(one: Point, among: int = 1) -> Interval:
    found = one.played.found
    return wilson(found.adopted, found.asked, among=among)


def _named(paths: Sequence[str], point: Point) -> str:
    """Write the values of a point: alone, or each with the end of its path."""
    if len(paths) == _ONE:
        return typed(point.values[0])
    ends = _ends(paths)
    return ", ".join(f"{end} = {typed(one)}" for end, one in zip(ends, point.values, strict=True))


def _ends(paths: Sequence[str]) -> list[str]:
    """Name each path by its end, or by a little more where two end alike."""
    ends = [path.split(".")[-1] for path in paths]
    if len(set(ends)) < len(ends):
        return [".".join(path.split(".")[-2:]) for path in paths]
    return ends


def _main(paths: Sequence[str], points: Sequence[Point]) -> Iterator[str]:
    if not _numeric(points):
        yield (
            "Sans chiffres, un balayage ne dit que la durée : "
            + ", ".join(f"{decimal(one.played.found.minutes.mean)} minutes à {_named(paths, one)}"
                        for one in points) + "."
        )  # fmt: skip
        return
    high, low = max(points, key=_estimate), min(points, key=_estimate)
    for often, one in (("plus", high), ("moins", low)):
        rate = bounded(_rate(one))
        yield f"On s'accorde le {often} souvent à {_named(paths, one)} : {rate} des séances."
    zones = [one.played.zones[""].count for one in points]
    sizes = {one.played.zones[""].open.size for one in points}
    of = f" sur {number(sizes.pop())}" if len(sizes) == 1 else ""
    yield (f"Avant tout imprévu, {_suiting(min(zones), max(zones), of)}.")
    yield _fair(paths, points)


def _suiting(least: int, most: int, of: str) -> str:
    if least == most:
        return f"{suiting(most)}{of and f' ({of.strip()})'}"
    return (
        f"de {number(least)} à {counted(most, 'proposition', 'propositions')}{of} conviennent à "
        "tout le monde"
    )


def _estimate(one: Point) -> float:
    return _rate(one).estimate


def _fair(paths: Sequence[str], points: Sequence[Point]) -> str:
    """Say where the seat served least is served best."""
    served = [(level, one) for one in points if (level := _lowest(one)) is not None]
    if not served:
        return "Aucun accord n'a été signé."
    level, best = max(served, key=lambda one: one[0].estimate)
    return (
        f"La place la moins bien servie l'est le mieux à {_named(paths, best)} : "
        f"{percent(level.estimate)} de satisfaction moyenne."
    )


def _lowest(one: Point) -> Interval | None:
    """Bound the mean satisfaction of the seat whose mean is the least."""
    found = one.played.found
    held = [found.level(at) for at in range(len(one.played.seats)) if found.satisfaction[at, 0]]
    return min(held, key=lambda level: level.mean).bounds().times(1e-6) if held else None


def ends(points: Sequence[Point]) -> tuple[int, int]:
    """Find the points where people agree the least often, and the most."""
    every = range(len(points))
    return (
        min(every, key=lambda at: _estimate(points[at])),
        max(every, key=lambda at: _estimate(points[at])),
    )


def _best(
    paths: Sequence[str], points: Sequence[Point], between: Pairs | None
) -> Iterator[Finding]:
    """Say where people agree the most and the least, when both ends surely stand apart.

    The first point has no privilege: the intervals hold for any two of them.
    """
    low, high = (points[at] for at in ends(points))
    among = len(points) * (len(points) - 1) // 2
    asked = min(one.played.found.asked for one in (low, high))
    gap = (
        paired(between.consent, among=among)
        if between and between.consent.pairs >= FEWEST
        else apart(_rate(high, among), _rate(low, among))
    )
    if asked < FEWEST or gap.sign <= 0:
        return
    easier, harder = _named(paths, high), _named(paths, low)
    yield Finding(
        ("best", *paths),
        f"Prenez {easier} pour que l'on s'accorde plus souvent, {harder} pour que ce soit plus "
        "difficile.",
        f"consentement : {bounded(_rate(high))} à {easier}, {bounded(_rate(low))} à {harder}",
        Gravity.SKEWED,
        gap.estimate,
        _spot(points[0].played, paths[0]),
    )


def _changes(points: Sequence[Point]) -> list[tuple[Interval, Point]]:
    """Bound what each point changes beside the first."""
    after = [one for one in points[1:] if one.pairs.consent.pairs >= FEWEST]
    return [(paired(one.pairs.consent, among=len(after)), one) for one in after]


_KINDS = {
    "seats": "seat",
    "terms": "term",
    "surprises": "surprise",
    "axes": "axis",
    "cards": "card",
    "phases": "phase",
}


def _spot(played: Played, path: str) -> Spot:
    """Find the line of the value that varies, or of the situation."""
    head, *rest = path.split(".")
    kind = _KINDS.get(head, "")
    if rest and (kind, rest[0]) in played.content.spots:
        return played.spot(kind, *rest)
    return played.spot("scenario", played.rules.scenario.id)


def _sections(paths: Sequence[str], points: Sequence[Point]) -> Iterator[Section]:
    if _numeric(points):
        figures = (*_consent(paths, points), *_beside(paths, points))
        yield Section("Le consentement", (), figures)
        if len(paths) == _ONE:
            shades = tuple(_satisfaction(paths, points))
            yield Section("La satisfaction de chaque place", (), shades)
    yield Section("La durée", (), (_lengths(paths, points),))


def _consent(paths: Sequence[str], points: Sequence[Point]) -> Iterator[Figure]:
    if len(paths) == _ONE:
        at = [_named(paths, one) for one in points]
        yield curve("Séances qui finissent par un accord", at,
                    Curve("Consentement", tuple(map(_rate, points))))  # fmt: skip
        zones = [float(one.played.zones[""].share) for one in points]
        most = max(*zones, 0.01)
        yield curve(
            "Part des propositions qui conviennent à tout le monde, en centièmes", at,
            Curve("Zone d'accord", tuple(Interval(100 * one, 100 * one, 100 * one)
                                         for one in zones)),
            most=100 * most,
        )  # fmt: skip
    elif len(paths) == _TWO:
        yield _heat("Séances qui finissent par un accord", paths, points,
                    [_rate(one) for one in points])  # fmt: skip
        yield _heat("Satisfaction moyenne de la place la moins bien servie", paths, points,
                    [_lowest(one) for one in points])  # fmt: skip
    else:
        rows = tuple((_named(paths, one), bounded(_rate(one))) for one in points)
        yield Figure("Séances qui finissent par un accord", Table(("", "Part"), rows),
                     tints=((0,),) * len(rows))  # fmt: skip


def _beside(paths: Sequence[str], points: Sequence[Point]) -> Iterator[Figure]:
    """Draw what each point changes beside the first."""
    rows = [
        Difference(_named(paths, one), change.times(100), points_of(change.estimate))
        for change, one in _changes(points)
    ]
    if rows:
        yield differences(
            f"À la place de {_named(paths, points[0])}, en points de consentement",
            rows,
            "points",
            "Sur les mêmes germes ; intervalles élargis pour valoir tous à la fois.",
        )


def _heat(
    title: str, paths: Sequence[str], points: Sequence[Point], values: Sequence[Interval | None]
) -> Figure:
    """Arrange a value in rows for the first path and columns for the second, as far as played."""
    rows = tuple(dict.fromkeys(one.values[0] for one in points))
    columns = tuple(dict.fromkeys(one.values[1] for one in points))
    held = {one.values: value for one, value in zip(points, values, strict=True) if value}
    mean = sum(one.estimate for one in held.values()) / max(1, len(held))
    most = max((_EVEN, *(abs(one.estimate - mean) for one in held.values())))
    shades = [
        [held[row, column].estimate - mean if (row, column) in held else 0.0 for column in columns]
        for row in rows
    ]
    cells = tuple(
        (typed(row), *(_cell(held.get((row, column))) for column in columns)) for row in rows
    )
    note = (
        f"Lignes : {paths[0]}. Colonnes : {paths[1]}. Entre parenthèses, l'intervalle. Bleu, "
        "au-dessus de la moyenne ; orange, au-dessous."
    )
    corner = " ↓ · ".join(_ends(paths)) + " →"
    return shaded(title, Table((corner, *map(typed, columns)), cells), shades, most, note)


def _cell(one: Interval | None) -> str:
    if one is None or one.low == float("-inf"):
        return "–"
    return bounded(one).replace("(de ", "(")


_EVEN = 0.05
"""Cells within five points of the mean are hardly shaded."""


def _satisfaction(paths: Sequence[str], points: Sequence[Point]) -> Iterator[Figure]:
    """Shade each seat's mean satisfaction, beside its mean over the sweep."""
    names = tuple(dict.fromkeys(seat for one in points for seat in one.played.seats))
    rows, values = [], []
    for name in names:
        means = [_mean(one, name) for one in points]
        known = [mean for mean in means if mean is not None]
        if known:
            middle = sum(known) / len(known)
            rows.append((
                points[0].played.rules.name(name),
                *("–" if mean is None else percent(mean) for mean in means),
            ))  # fmt: skip
            values.append([0.0 if mean is None else mean - middle for mean in means])
    yield shaded(
        "Satisfaction moyenne, dans les accords",
        Table((f"{_ends(paths)[0]} →", *(typed(one.values[0]) for one in points)), tuple(rows)),
        values,
        _FAR,
        f"Colonnes : {paths[0]}. Bleu, au-dessus de la moyenne de la place ; orange, au-dessous.",
    )


def _mean(one: Point, seat: str) -> float | None:
    if seat not in one.played.seats:
        return None
    found = one.played.found.level(one.played.seats.index(seat))
    return found.mean / 1e6 if found.count else None


def _lengths(paths: Sequence[str], points: Sequence[Point]) -> Figure:
    rows = tuple(
        (
            _named(paths, one),
            decimal(one.played.found.rounds.mean) if one.played.numeric else "–",
            decimal(one.played.found.minutes.mean),
        )
        for one in points
    )
    head = (", ".join(paths), "Tours d'objections", "Minutes")
    return Figure("En moyenne, par séance", Table(head, rows), tints=((0, 0),) * len(rows))
