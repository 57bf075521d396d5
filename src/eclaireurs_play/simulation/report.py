"""The report of a batch: sections of sentences and figures, the same for the page and the screen.

What simulated people think is never reported: without numbers, only how long a session is, who
has something to do, and which cards come.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.engine.negotiation.zone import zones
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.simulation.figures import Bar, bars, histogram
from eclaireurs_play.simulation.findings import FEWEST, Finding, drawn_from, findings
from eclaireurs_play.simulation.statistics import Distribution, paired, wilson
from eclaireurs_play.simulation.tally import Tally
from eclaireurs_play.simulation.wording import bounded, counted, decimal, level, percent, points

NO_OPINIONS = (
    "Ce jeu se joue sans chiffres, ou ne cherche pas de consentement : les avis et les notes "
    "simulés sont tirés au hasard, donc ce bilan n'en dit rien. Il dit la durée, combien chaque "
    "place contribue, et les cartes qui viennent."
)
SIMULATED = (
    "Ces personnes simulées cèdent selon une règle ; elles servent à régler un jeu, et ne "
    "prédisent pas ce que feront des personnes."
)


@dataclass(frozen=True, slots=True)
class Section:
    """A title, sentences, figures (SVG); `first` sentences are said on the terminal too."""

    title: str
    sentences: tuple[str, ...]
    figures: str = ""
    first: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """A title, what was played, sections, and what to do about it."""

    title: str
    played: str
    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]


def report(
    content: ScenarioContent, rules: Rules, found: Tally, *, how: str, foreseen: int
) -> Report:
    """Write the report; `how` says how the batch was played, `foreseen` how many it should be."""
    partial = found.sessions < foreseen
    count = counted(found.sessions, "séance", "séances")
    label = f" Résultats partiels : {foreseen} étaient prévues." if partial else ""
    if found.sessions < FEWEST:
        label += f" C'est trop peu pour parler de ce qui est rare : jouez-en {FEWEST} au moins."
    return Report(
        f"Bilan : {rules.scenario.title}",
        f"{count} de « {rules.game.title} », {how}.{label}",
        tuple(_sections(rules, found)),
        findings(content, rules, found) if found.sessions else (),
    )


def _sections(rules: Rules, found: Tally) -> Iterator[Section]:
    if found.asked and found.agreements.keys() | found.proposed.keys():
        yield _consent(found)
        yield from _satisfaction(rules, found)
        yield from _zone(rules)
        yield from _effects(rules, found)
        yield from _options(rules, found)
    else:
        yield Section("Ce que ce bilan ne dit pas", (NO_OPINIONS,), first=1)
    yield _length(found)
    if not rules.game.anonymous:
        yield _speaking(rules, found)
    yield from _cards(rules, found)


def _consent(found: Tally) -> Section:
    rate = wilson(found.adopted, found.asked)
    rows = [Bar("Consentement", rate.estimate, percent(rate.estimate), rate)]
    if found.paired:
        calm = wilson(found.calm_adopted, found.paired)
        rows.append(Bar("Les mêmes, sans imprévu", calm.estimate, percent(calm.estimate), calm))
    needed = f"{decimal(found.rounds.mean)} tours d'objections en moyenne"
    said = [
        f"Consentement atteint dans {bounded(rate)} des séances.",
        f"Il a fallu {needed}, et {decimal(found.objections.mean)} objections.",
    ]
    if found.left.total:
        best = found.left.counts.get(0, 0) / found.left.total
        said.append(
            f"{percent(best)} des accords étaient sur la frontière des compromis ; en moyenne, un "
            f"autre accord aurait donné {level(found.left.mean)} de satisfaction de plus par "
            "place, sans que personne y perde."
        )
    tours = histogram("Tours d'objections, par séance", found.rounds, "tours")
    shares = bars("Part des séances", rows)
    return Section("S'accorde-t-on ?", (*said, SIMULATED), shares + tours, first=len(said))


def _satisfaction(rules: Rules, found: Tally) -> Iterator[Section]:
    total = sum(found.agreements.values())
    if not total or not found.satisfaction:
        return
    worst, count = found.least.most_common(1)[0]
    ranked = sorted(found.satisfaction.items(), key=lambda one: one[1].mean)
    means = (Bar(rules.name(seat), one.mean / 1e6, level(one.mean)) for seat, one in ranked)
    least = (_share(rules.name(seat), found.least[seat], total) for seat, _ in ranked)
    often = bounded(wilson(count, total))
    said = f"La place la moins servie, le plus souvent : {rules.name(worst)}, dans {often} des cas."
    drawn = bars("Satisfaction moyenne des accords", means)
    drawn += bars("Part des accords où la place est la moins servie", least)
    yield Section("Qui y trouve son compte ?", (said,), drawn, first=1)


def _share(name: str, count: int, total: int) -> Bar:
    found = wilson(count, total)
    return Bar(name, found.estimate, percent(found.estimate), found)


def _zone(rules: Rules) -> Iterator[Section]:
    if not rules.numbers.seats:
        return
    shares = {name: float(one.share) for name, one in zones(rules.numbers).items()}
    rows = (
        Bar(f"Après « {rules.title(name)} »" if name else "Avant tout imprévu", share,
            percent(share))
        for name, share in shares.items()
    )  # fmt: skip
    after = [share for name, share in shares.items() if name]
    said = f"Zone d'accord : {percent(shares[''])} des propositions avant tout imprévu"
    said += f", de {percent(min(after))} à {percent(max(after))} après un seul." if after else "."
    yield Section("Quels accords sont possibles ?", (said, _ZONE), bars("Par imprévu", rows), 1)


_ZONE = (
    "La zone d'accord : la part des propositions auxquelles aucune place n'a de quoi s'opposer. "
    "Vide, la séance ne peut pas bien finir ; au-delà de 10 %, il y a peu à négocier."
)


def _effects(rules: Rules, found: Tally) -> Iterator[Section]:
    if not found.effects:
        return
    said = []
    for name, one in sorted(found.effects.items(), key=lambda item: rules.title(item[0])):
        moved = paired(one.gained, one.lost, one.pairs)
        said.append(
            f"« {rules.title(name)} », tombée dans {counted(one.pairs, 'séance', 'séances')} : "
            f"{points(moved.estimate)} points de consentement "
            f"(de {points(moved.low)} à {points(moved.high)})."
        )
    intro = (
        "Chaque séance est comparée à elle-même, jouée avec le même hasard et sans imprévu. Quand "
        "plusieurs nouvelles tombent, leur effet commun compte pour chacune."
    )
    yield Section("Que changent les imprévus ?", (intro, *said))


def _options(rules: Rules, found: Tally) -> Iterator[Section]:
    agreed = sum(found.agreements.values())
    if not agreed:
        return
    drawn = "".join(
        bars(term.title, (_share(option.title, found.agreed[name, one], agreed)
                          for one, option in term.options.items()))
        for name, term in rules.scenario.terms.items()
    )  # fmt: skip
    yield Section("Que contiennent les accords ?", ("Part des accords, terme par terme.",), drawn)


def _length(found: Tally) -> Section:
    said = (
        f"Durée prévue par le fichier : {_middle(found.minutes, 'minutes')}.",
        f"Gestes par séance : {_middle(found.actions, 'gestes')}.",
        f"{percent(found.over / max(1, found.sessions))} des séances vont jusqu'au bout.",
    )
    drawn = histogram("Gestes par séance", found.actions, "gestes")
    return Section("Combien de temps ?", said, drawn, first=2)


def _middle(values: Distribution, unit: str) -> str:
    low, middle, high = (values.quantile(share) for share in (0.05, 0.5, 0.95))
    around = f", de {low} à {high} pour neuf séances sur dix" if low < high else ""
    return f"{middle} {unit}{around}"


def _speaking(rules: Rules, found: Tally) -> Section:
    most = max((one.mean for one in found.contributions.values()), default=0) or 1
    rows = (
        Bar(rules.name(seat), one.mean / most, decimal(one.mean))
        for seat, one in found.contributions.items()
    )
    return Section("Qui contribue ?", (_IN_ORDER,), bars("Contributions par séance", rows))


_IN_ORDER = (
    "Les places sont ici dans leur ordre. Les personnes simulées sont sollicitées dans cet ordre, "
    "et les premières répliquent donc plus souvent : cet écart vient de la simulation, et ne dit "
    "rien de vos règles. Une place qui ne contribue presque pas, elle, est à regarder."
)


def _cards(rules: Rules, found: Tally) -> Iterator[Section]:
    rows = []
    for family in sorted(drawn_from(rules) & rules.families.keys()):
        codes = [code for code, card in rules.cards.items() if card.family == family]
        came = sum(found.seen[code] > 0 for code in codes)
        if codes:
            title = rules.families[family].title
            rows.append(Bar(title, came / len(codes), f"{came} sur {len(codes)}"))
    if rows:
        said = "Par famille, les cartes venues sur la table au moins une fois."
        yield Section("Quelles cartes viennent ?", (said,), bars("Cartes vues", rows))
