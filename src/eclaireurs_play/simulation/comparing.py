"""The report of two versions played on the same seeds: what changed, and what it changed in words.

Each session is beside itself: differences are paired, and their intervals narrower for it.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from eclaireurs_play.engine.negotiation.exact import exact
from eclaireurs_play.engine.negotiation.parts import axis_rows
from eclaireurs_play.simulation.advice import findings
from eclaireurs_play.simulation.charts import shaded
from eclaireurs_play.simulation.figures import (
    Bar,
    Difference,
    Figure,
    Table,
    bars,
    differences,
    rated,
)
from eclaireurs_play.simulation.findings import FEWEST, Finding
from eclaireurs_play.simulation.pairing import Pairs
from eclaireurs_play.simulation.report import Report, banners
from eclaireurs_play.simulation.sections import Played, Section
from eclaireurs_play.simulation.statistics import Interval, paired, wilson
from eclaireurs_play.simulation.strangers import side_by_side
from eclaireurs_play.simulation.wording import (
    between,
    bounded,
    capital,
    counted,
    listed,
    moved,
    number,
    percent,
    points,
    signed,
)

Versions = tuple[Played, Played]

NO_CHANGE = "Aucune phrase n'apparaît ni ne disparaît d'une version à l'autre."
IDENTICAL = (
    "Les deux versions sont identiques : rien ne diffère. Avez-vous oublié --set, ou la révision "
    "(@HEAD) ?"
)
THRESHOLDS = (
    "Une phrase peut apparaître parce qu'un nombre passe tout juste un seuil : lisez d'abord les "
    "écarts."
)
_FELT = 5_000
"""A seat is said to gain or lose from half a point of satisfaction on."""

_FAR = 0.1
"""The deepest shade: ten points of satisfaction."""


def comparison(before: Played, after: Played, pairs: Pairs, change: str) -> Report:
    """Compare two versions; `change` says in a few words what leads from one to the other."""
    versions = (before, after)
    if before.rules.game.id != after.rules.game.id:
        return side_by_side(versions, change)
    alike = _identical(versions, pairs)
    title = before.rules.scenario.title
    other = after.rules.scenario.title
    return Report(
        f"Comparaison : {title}" + (f" et {other}" if other != title else ""),
        f"{counted(pairs.sessions, 'séance', 'séances')} de mêmes germes, "
        f"{before.how.words} ; puis : {change}.",
        tuple(dict.fromkeys((*banners(before), *banners(after), *_rescaled(versions)))),
        (IDENTICAL,) if alike else tuple(_main(versions, pairs)),
        () if alike else tuple(_changes(versions)),
        () if alike else tuple(_sections(versions, pairs)),
        todo="Ce qui apparaît, ce qui disparaît",
        nothing=NO_CHANGE,
    )


def _identical(versions: Versions, pairs: Pairs) -> bool:
    """Tell whether nothing was changed, so that nothing could differ."""
    before, after = versions
    moved_on = pairs.consent.lost or pairs.consent.gained or pairs.same != pairs.agreements
    return before.rules == after.rules and not moved_on


def _numeric(versions: Versions) -> bool:
    return all(one.numeric for one in versions)


def _main(versions: Versions, pairs: Pairs) -> Iterator[str]:
    if _numeric(versions):
        yield _consent_words(pairs)
        yield _seats_words(versions, pairs)
        yield _agreements_words(pairs)
        yield _effort_words("Tours d'objections", pairs.rounds.bounds())
    yield _effort_words("Minutes prévues", pairs.minutes.bounds())


def _consent_words(pairs: Pairs) -> str:
    change = paired(pairs.consent)
    if not pairs.consent.pairs:
        return "Aucune séance n'a cherché d'accord dans les deux versions."
    first, second = (
        percent(count / pairs.consent.pairs)
        for count in (pairs.consent.before, pairs.consent.after)
    )
    verdict = {
        1: f"On s'accorde plus souvent : {moved(change)}",
        0: f"On ne s'accorde ni plus ni moins, pour autant qu'on puisse le voir : {moved(change)}",
        -1: f"On s'accorde moins souvent : {moved(change)}",
    }[change.sign]
    return f"{verdict}, de {first} à {second} des séances."


def _seats_words(versions: Versions, pairs: Pairs) -> str:
    """Name who gains and who loses, surely."""
    among = len(pairs.satisfaction)
    found = {seat: one.bounds(among=among) for seat, one in pairs.satisfaction.items()}
    name = versions[0].rules.name
    felt = {seat: one for seat, one in found.items() if abs(one.estimate) >= _FELT}
    gains = [f"« {name(seat)} » ({_level(one)})" for seat, one in felt.items() if one.sign > 0]
    loses = [f"« {name(seat)} » ({_level(one)})" for seat, one in felt.items() if one.sign < 0]
    said = [
        f"{'y gagnent' if len(gains) > 1 else 'y gagne'} {listed(gains, 'et')}" if gains else "",
        f"{'y perdent' if len(loses) > 1 else 'y perd'} {listed(loses, 'et')}" if loses else "",
    ]
    told = capital(" ; ".join(filter(None, said)))
    if not told:
        return "Là où l'on signe dans les deux versions, aucune satisfaction ne bouge nettement."
    return f"{told}, en points de satisfaction, là où l'on signe dans les deux versions."


def _level(change: Interval) -> str:
    return signed(change.estimate / 1e4)


def _agreements_words(pairs: Pairs) -> str:
    if not pairs.agreements:
        return "Aucune séance ne finit par un accord dans les deux versions."
    changed = wilson(pairs.agreements - pairs.same, pairs.agreements)
    return (
        f"Sur {counted(pairs.agreements, 'séance signée', 'séances signées')} dans les deux "
        f"versions, l'accord change dans {bounded(changed)}."
    )


def _effort_words(what: str, change: Interval) -> str:
    if change.low == float("-inf"):
        return f"{what} : trop peu de séances pour le dire."
    if change.low == change.high:
        every = f"{signed(change.low)} partout" if change.estimate else "rien ne change"
        return f"{what} : {every}."
    verdict = {1: "davantage", 0: "pas de changement net", -1: "moins"}[change.sign]
    return f"{what} : {verdict}, {between(change)} par séance."


def _changes(versions: Versions) -> Iterator[Finding]:
    """Give the findings of one version that the other has not."""
    before, after = ({one.about: one for one in findings(played)} for played in versions)
    for about, one in after.items():
        if about not in before:
            yield replace(one, sentence=f"Apparaît. {one.sentence}")
    for about, one in before.items():
        if about not in after:
            yield replace(one, sentence=f"Disparaît. {one.sentence}")


def _sections(versions: Versions, pairs: Pairs) -> Iterator[Section]:
    if _numeric(versions):
        yield _consent(versions, pairs)
        yield _satisfaction(versions, pairs)
        yield _agreements(versions, pairs)
    yield _effort(pairs)


def _consent(versions: Versions, pairs: Pairs) -> Section:
    cells, change = pairs.consent, paired(pairs.consent)
    rows = [
        rated("Avant", wilson(cells.before, cells.pairs)),
        rated("Après", wilson(cells.after, cells.pairs)),
    ]
    zones = [
        Bar(name, float(one.zones[""].share), number(one.zones[""].count))
        for name, one in zip(("Avant", "Après"), versions, strict=True)
    ]
    return Section(
        "S'accorde-t-on davantage ?",
        (
            _consent_words(pairs),
            (
                f"{counted(cells.gained, 'séance trouve un accord', 'séances trouvent un accord')} "
                "là où il n'y en avait pas ; "
                f"{counted(cells.lost, 'séance perd le sien', 'séances perdent le leur')}."
            ),
            THRESHOLDS,
        ),
        (
            bars("Séances qui finissent par un accord", rows),
            differences(
                "Différence, en points de consentement",
                [Difference("Consentement", change.times(100), points(change.estimate))],
                "points",
            ),
            bars("Propositions qui conviennent à tout le monde, avant tout imprévu", zones),
        ),
    )


def _satisfaction(versions: Versions, pairs: Pairs) -> Section:
    among = len(pairs.satisfaction)
    rows = [
        Difference(versions[0].rules.name(seat), one.bounds(among=among).times(1e-4))
        for seat, one in pairs.satisfaction.items()
        if one.count >= FEWEST
    ]
    rows.sort(key=lambda one: one.bounds.estimate)
    gone = [one for one in versions[0].seats if one not in versions[1].seats]
    come = [one for one in versions[1].seats if one not in versions[0].seats]
    said = [_seats_words(versions, pairs)]
    if gone or come:
        names = [versions[0].rules.name(one) for one in gone]
        names += [versions[1].rules.name(one) for one in come]
        quoted = (f"« {name} »" for name in names)
        said.append(f"Ne sont pas dans les deux versions : {listed(quoted, 'et')}.")
    drawn: tuple[Figure, ...] = ()
    if rows:
        drawn = (differences("Chaque place, en points de satisfaction", rows, "points", _AT_ONCE),)
    return Section("Qui y gagne, qui y perd ?", tuple(said), drawn)


def _rescaled(versions: Versions) -> Iterator[str]:
    if _numeric(versions) and _scales(versions[0]) != _scales(versions[1]):
        yield (
            "Les échelles de satisfaction ont changé d'une version à l'autre : à seuil égal "
            "(reservation), des places en demandent plus, ou moins, qu'avant. Les écarts mêlent "
            "cela au reste."
        )


def _scales(played: Played) -> tuple[object, ...]:
    """Give what satisfactions are measured on: how far each axis goes for each seat."""
    scenario, space = played.rules.scenario, played.rules.numbers.space
    return tuple(
        (seat, axis, sum((max(row) - min(row) for row in rows), Fraction(0)))
        for seat, one in sorted(scenario.seats.items())
        for axis in sorted(scenario.axes.keys() & one.weights.keys())
        for rows in (axis_rows(scenario, space, axis, exact(one.long_view)),)
    )


_AT_ONCE = "Intervalles élargis pour valoir tous à la fois."


def _agreements(versions: Versions, pairs: Pairs) -> Section:
    """Tell which options agreements hold more or less often."""
    before, after = versions
    rows, values = [], []
    for term, options in zip(*_terms(before), strict=True):
        if term not in after.rules.scenario.terms:
            continue
        for option in options:
            shares = [_held(one, term, option) for one in versions]
            if all(share is not None for share in shares):
                first, second = (share or 0.0 for share in shares)
                rows.append((
                    before.option(term, option), percent(first), percent(second),
                    points(second - first),
                ))  # fmt: skip
                values.append((0.0, 0.0, second - first))
    table = Table(("", "Avant", "Après", "Points"), tuple(rows))
    return Section(
        "Que signe-t-on d'autre ?",
        (_agreements_words(pairs),),
        (shaded("Part des accords qui retiennent chaque option", table, values, 2 * _FAR),),
    )


def _terms(played: Played) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    space = played.rules.numbers.space
    return space.terms, space.options


def _held(played: Played, term: str, option: str) -> float | None:
    """Give the share of agreements that hold an option; None where there is no such option."""
    terms, options = _terms(played)
    place = terms.index(term)
    if option not in options[place]:
        return None
    return int(played.found.agreed[place][options[place].index(option)]) / max(
        1, played.found.signed
    )


def _effort(pairs: Pairs) -> Section:
    rows = [
        (name, one.bounds())
        for name, one in (
            ("Tours d'objections", pairs.rounds),
            ("Minutes prévues", pairs.minutes),
            ("Gestes", pairs.actions),
        )
        if one.count >= FEWEST
    ]
    drawn = [differences(name, [Difference(name, change)], "par séance") for name, change in rows]
    return Section(
        "Est-ce plus long ?",
        tuple(_effort_words(name, change) for name, change in rows)
        or ("Trop peu de séances pour le dire.",),
        tuple(drawn),
    )
