"""What a designer may do about it: each finding is a sentence, with the place it speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass

from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.engine.negotiation.zone import zones
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.simulation.dominance import dominated
from eclaireurs_play.simulation.statistics import paired, wilson
from eclaireurs_play.simulation.tally import Tally
from eclaireurs_play.simulation.wording import bounded, counted, level, percent, points

RARE = 0.02
"""Under this share of the versions, an option is rarely proposed."""

EVERYWHERE = 0.9
"""Above this share of the agreements, an option settles its term by itself."""

SELDOM, NEARLY_ALWAYS = 0.25, 0.95
FEWEST = 30
"""With fewer sessions, nothing is said of what was rare: it may be luck."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence in French that says what to do, and where (`file:line:column`)."""

    sentence: str
    where: str


def findings(content: ScenarioContent, rules: Rules, found: Tally) -> tuple[Finding, ...]:
    """Say everything worth doing, the gravest first."""
    parts = (_ends, _consent, _zones, _seats, _surprises, _options, _dominated, _cards)
    return tuple(one for part in parts for one in part(content, rules, found))


def _ends(content: ScenarioContent, rules: Rules, found: Tally) -> Iterator[Finding]:
    missing = found.sessions - found.over
    if missing:
        yield Finding(
            f"{counted(missing, 'séance ne va', 'séances ne vont')} pas jusqu'au bout : rejouez "
            f"la séance n° {found.unfinished[0]} (--journal) pour voir où elle s'arrête.",
            content.where("game", rules.game.id),
        )


def _consent(content: ScenarioContent, rules: Rules, found: Tally) -> Iterator[Finding]:
    rate = wilson(found.adopted, found.asked)
    place = content.where("scenario", rules.scenario.id)
    if found.asked and rate.high < SELDOM:
        yield Finding(
            f"Le consentement n'est atteint que dans {bounded(rate)} des séances : assouplissez "
            "une ligne rouge, baissez une réserve, ou donnez un tour d'objections de plus.",
            place,
        )
    if found.asked and rate.low > NEARLY_ALWAYS:
        yield Finding(
            f"Le consentement est atteint dans {bounded(rate)} des séances : il y a peu à "
            "négocier ; resserrez une ligne rouge ou opposez davantage les poids.",
            place,
        )


def _zones(content: ScenarioContent, rules: Rules, found: Tally) -> Iterator[Finding]:
    del found
    if not rules.scenario.terms or not rules.numbers.seats:
        return
    for surprise, zone in zones(rules.numbers).items():
        after = f"Après « {rules.title(surprise)} »" if surprise else "Avant tout imprévu"
        kind, name = ("surprise", surprise) if surprise else ("scenario", rules.scenario.id)
        where = content.where(kind, name)
        if zone.empty:
            yield Finding(f"{after}, aucun accord n'est possible : adoucissez-en l'effet.", where)
        elif zone.wide:
            share = percent(float(zone.share))
            yield Finding(
                f"{after}, {share} des propositions conviendraient à tout le monde : au-delà de "
                "10 %, il n'y a plus grand-chose à négocier ; resserrez une ligne rouge.", where,
            )  # fmt: skip


def _seats(content: ScenarioContent, rules: Rules, found: Tally) -> Iterator[Finding]:
    total = sum(found.agreements.values())
    fair = max(2 / max(1, len(found.satisfaction)), 0.5)
    for seat, count in found.least.most_common(1):
        if wilson(count, total).low > fair:
            yield Finding(
                f"{_capital(rules.name(seat))} est la place la moins servie de "
                f"{bounded(wilson(count, total))} des accords (satisfaction moyenne : "
                f"{level(found.satisfaction[seat].mean)}) : relevez sa réserve, ou ajoutez une "
                "option qui pèse pour elle.",
                content.where("seat", seat),
            )
    for seat, count in found.crossed.items():
        if count:
            yield Finding(
                f"{_capital(rules.name(seat))} signe malgré une ligne rouge franchie dans "
                f"{percent(count / total)} des accords : vérifiez à quel moment tombent les "
                "imprévus, après le consentement ou avant.",
                content.where("seat", seat),
            )


def _surprises(content: ScenarioContent, rules: Rules, found: Tally) -> Iterator[Finding]:
    for name, effect in sorted(found.effects.items()):
        moved = paired(effect.gained, effect.lost, effect.pairs, among=len(found.effects))
        if moved.low > 0 or moved.high < 0:
            verb = "aide à s'accorder" if moved.low > 0 else "empêche de s'accorder"
            yield Finding(
                f"« {rules.title(name)} » {verb} : {points(moved.estimate)} points de "
                f"consentement (de {points(moved.low)} à {points(moved.high)}) quand elle tombe, "
                "seule ou avec d'autres ; si ce n'est pas voulu, réduisez ce qu'elle déplace.",
                content.where("surprise", name),
            )
    if found.sessions >= FEWEST and found.effects:
        for name in rules.scenario.surprises:
            if name not in found.effects:
                yield Finding(
                    f"« {rules.title(name)} » ne tombe jamais : vérifiez les étapes qui tirent "
                    "un imprévu et leurs sortes (suits), ou retirez-la.",
                    content.where("surprise", name),
                )


def _options(content: ScenarioContent, rules: Rules, found: Tally) -> Iterator[Finding]:
    if found.versions < FEWEST or not found.proposed:
        return
    agreed = sum(found.agreements.values())
    for term, one in rules.scenario.terms.items():
        for name, option in one.options.items():
            where = content.where("term", term, "options", name)
            words = f"« {option.title} » ({one.title})"
            share = found.proposed[term, name] / found.versions
            if share < RARE:
                often = f"que dans {percent(share)} des versions" if share else ""
                ever = f"n'est proposée {often}" if share else "n'est jamais proposée"
                yield Finding(
                    f"L'option {words} {ever} : donnez-lui un intérêt pour une place, ou "
                    "retirez-la.", where,
                )  # fmt: skip
            elif agreed >= FEWEST and found.agreed[term, name] / agreed > EVERYWHERE:
                held = percent(found.agreed[term, name] / agreed)
                yield Finding(
                    f"L'option {words} est dans {held} des accords : ce terme ne se négocie "
                    "pas ; donnez-lui un coût, ou une rivale.", where,
                )  # fmt: skip


def _dominated(content: ScenarioContent, rules: Rules, found: Tally) -> Iterator[Finding]:
    del found
    if not rules.scenario.terms:
        return
    for one in dominated(rules.numbers.at()):
        options = rules.scenario.terms[one.term].options
        yield Finding(
            f"L'option « {options[one.option].title} » n'est jamais la meilleure pour personne : "
            f"« {options[one.better].title} » sert toutes les places aussi bien, et l'une mieux ; "
            "donnez-lui un avantage, ou retirez-la.",
            content.where("term", one.term, "options", one.option),
        )


def _cards(content: ScenarioContent, rules: Rules, found: Tally) -> Iterator[Finding]:
    drawn = drawn_from(rules)
    if found.sessions < FEWEST:
        return
    for code, card in rules.cards.items():
        if card.family in drawn and not found.seen[code]:
            yield Finding(
                f"La carte {code} « {rules.title(code)} » n'est jamais venue sur la table : tirez "
                "plus de cartes de cette famille, ou retirez-la.",
                content.where("card", code),
            )


def drawn_from(rules: Rules) -> frozenset[str]:
    """List the families of cards that some phase brings to the table."""
    families = (getattr(one, "families", ()) for one in rules.phases.values())
    return frozenset(family for some in families for family in some)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
