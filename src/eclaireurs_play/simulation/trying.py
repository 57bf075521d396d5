"""Parts of a report on variants: what changes without a thing, or with seats in another order."""

from eclaireurs_play.simulation.advice_on_trials import (
    first_seat,
    reordered,
    rescales,
    taken_out,
)
from eclaireurs_play.simulation.charts import shaded
from eclaireurs_play.simulation.figures import Difference, Figure, Table, differences
from eclaireurs_play.simulation.sections import Played, Section, Trial
from eclaireurs_play.simulation.statistics import paired
from eclaireurs_play.simulation.wording import (
    capital,
    decimal,
    listed,
    percent,
    points,
    signed,
)

_KINDS = {
    "surprise": "Sans un imprévu",
    "option": "Sans une option",
    "seat": "Sans une place",
    "card": "Sans une carte",
}

_MOST_ROWS = 60
_FAR = 0.1
"""The deepest shade: ten points of satisfaction."""

_STAR = " *"
_RESCALED = (
    "* Retirer cela resserre aussi une échelle : à seuil égal, des places en demandent plus ou "
    "moins qu'avant. L'écart mêle les deux effets, et ce bilan n'en tire aucun conseil."
)
_TOGETHER = "Intervalles élargis pour valoir tous à la fois."


def knockouts(played: Played) -> Section | None:
    """Tell what changes when each thing in turn is taken out, on the same seeds."""
    tried = taken_out(played)
    if not tried:
        return None
    figures: list[Figure] = []
    for kind, title in _KINDS.items():
        some = [one for one in tried if one.variant.kind == kind]
        if some and played.numeric:
            figures += (
                _consent(played, title, some, len(tried)),
                _satisfactions(played, title, some),
            )
        elif some:
            figures.append(_lengths(played, title, some))
    said = [
        (
            "Chaque chose est retirée seule du fichier, et le lot rejoué avec les mêmes germes. "
            "Le hasard qui suit change aussi : lisez les écarts nets, laissez les autres."
        ),
    ]
    if any(rescales(played.rules, one.variant) for one in tried):
        said.append(_RESCALED)
    if played.numeric and any(one.variant.kind == "card" for one in played.how.trials):
        said.append(
            "Les cartes qui posent une question ne sont pas ici : les personnes simulées "
            "n'entendent pas les mots, et n'en seraient pas changées. Les vôtres, si."
        )
    return Section("Que se passe-t-il sans… ?", tuple(said), tuple(figures))


def _consent(played: Played, title: str, tried: list[Trial], among: int) -> Figure:
    rows = []
    for one in tried:
        change = paired(one.pairs.consent, among=among)
        rows.append(Difference(_name(played, one), change.times(100), points(change.estimate)))
    rows.sort(key=lambda one: one.bounds.estimate)
    return differences(
        f"{title}, en points de consentement", rows[:_MOST_ROWS], "points", _TOGETHER
    )


def _satisfactions(played: Played, title: str, tried: list[Trial]) -> Figure:
    """Shade what each seat gains or loses, over the sessions signed both with and without."""
    rows, values = [], []
    for one in tried:
        changes = [one.pairs.satisfaction.get(seat) for seat in played.seats]
        known = [change.mean / 1e6 if change and change.count else None for change in changes]
        written = ("–" if value is None else points(value) for value in known)
        rows.append((_name(played, one), _changed(one), *written))
        values.append([0.0, *(value or 0.0 for value in known)])
    return shaded(
        f"{title} : accords changés, et satisfaction de chaque place",
        Table(("", "Accords changés", *map(played.rules.name, played.seats)), tuple(rows)),
        values,
        _FAR,
        "En points de satisfaction, sur les séances signées avec et sans.",
    )


def _changed(one: Trial) -> str:
    pairs = one.pairs
    return percent(1 - pairs.same / pairs.agreements) if pairs.agreements else "–"


def _lengths(played: Played, title: str, tried: list[Trial]) -> Figure:
    rows = [
        Difference(_name(played, one), one.pairs.actions.bounds(among=len(tried)))
        for one in tried
        if one.pairs.actions.count
    ]
    rows.sort(key=lambda one: one.bounds.estimate)
    return differences(f"{title}, en gestes par séance", rows[:_MOST_ROWS], "gestes", _TOGETHER)


def _name(played: Played, one: Trial) -> str:
    """Name what was taken out, without what the title already says."""
    words = one.variant.label
    for before in ("sans l'imprévu ", "sans l'option ", "sans la place ", "sans la carte "):
        words = words.removeprefix(before)
    if one.variant.kind == "option":
        words = words.rpartition(" (")[0]
    star = _STAR if rescales(played.rules, one.variant) else ""
    if words.count("«") == 1 and words.startswith("« ") and words.endswith(" »"):
        words = words[2:-2]
    return f"{capital(words)}{star}"


def orders(played: Played) -> Section | None:
    """Tell what changes when another seat comes first."""
    tried = reordered(played)
    if not tried:
        return None
    said = [
        (
            "Les places tournent sans changer de voisines : à chaque fois une autre commence, au "
            f"lieu de « {played.seat(0)} ». Les germes sont les mêmes."
        )
    ]
    if played.numeric:
        return Section("L'ordre des places compte-t-il ?", tuple(said), _ordered(played, tried))
    most = max((abs(one.pairs.actions.mean) for one in tried), default=0)
    said.append(
        f"Le nombre de gestes change d'au plus {decimal(most)} en moyenne : c'est tout ce que "
        "l'ordre peut dire d'un jeu sans chiffres."
    )
    return Section("L'ordre des places compte-t-il ?", tuple(said))


def _ordered(played: Played, tried: tuple[Trial, ...]) -> tuple[Figure, ...]:
    changes = {_first(played, one): paired(one.pairs.consent, among=len(tried)) for one in tried}
    gains = {_first(played, one): first_seat(one, len(tried)) for one in tried}
    return (
        differences(
            "Quand une autre place commence, en points de consentement",
            [Difference(name, one.times(100), points(one.estimate))
             for name, one in changes.items()],
            "points",
            f"{_proposing(played)}{_TOGETHER}",
        ),
        differences(
            "Ce que gagne la place qui commence, en points de satisfaction",
            [Difference(name, one.times(1e-4), signed(one.estimate / 1e4))
             for name, one in gains.items()],
            "points",
            f"Par rapport à la même place, à son rang du fichier. {_TOGETHER}",
        ),
    )  # fmt: skip


def _proposing(played: Played) -> str:
    """Say why most rows may be zeros: only some seats propose."""
    made = played.found.made[1:]
    who = [played.seat(place) for place, count in enumerate(made) if count]
    if not who or len(who) == len(made):
        return ""
    alone = len(who) == 1
    return (
        f"{listed((f'« {one} »' for one in who), 'et')} {'est seule' if alone else 'sont seules'} "
        f"à proposer : les autres peuvent commencer sans que rien change, d'où les zéros. "
    )


def _first(played: Played, one: Trial) -> str:
    return played.rules.name(one.variant.spot[-1])
