"""Findings on what was written: options that no one takes, or everyone; cards that never come."""

from collections.abc import Iterator

from eclaireurs_play.simulation.dominance import dominated
from eclaireurs_play.simulation.findings import FEWEST, Finding, Gravity
from eclaireurs_play.simulation.influence import cold
from eclaireurs_play.simulation.sections import Played
from eclaireurs_play.simulation.statistics import wilson
from eclaireurs_play.simulation.wording import bounded, number, percent

RARE = 0.02
"""Under this share of the sessions, an option might as well not be there."""

OFTEN = 0.2
EVERYWHERE = 0.9
"""Above this share of the agreements, an option settles its term by itself."""

_LUCK = 0.05

Found = Iterator[Finding]


def _options(played: Played) -> Found:
    if not played.numeric:
        return
    found, space = played.found, played.rules.numbers.space
    among = sum(space.sizes)
    for place, (term, options) in enumerate(zip(space.terms, space.options, strict=True)):
        for digit, option in enumerate(options):
            tried = wilson(int(found.tried[place][digit]), found.asked, among=among)
            agreed = wilson(int(found.agreed[place][digit]), found.signed, among=among)
            where = played.spot("term", term, "options", option)
            words = played.option(term, option)
            if found.asked >= FEWEST and tried.high < RARE:
                yield Finding(
                    ("untried", term, option),
                    f"Presque personne ne propose {words} : donnez-lui un intérêt pour une place, "
                    "ou retirez-la.",
                    f"proposée dans {bounded(tried)} des séances",
                    Gravity.IDLE, 1 - tried.high, where,
                )  # fmt: skip
            elif found.signed < FEWEST:
                continue
            elif agreed.high < RARE and tried.low > OFTEN:
                yield Finding(
                    ("refused", term, option),
                    f"On propose {words}, et on ne la garde pas : {_upsets(played, place, digit)}, "
                    "à moins que ce soit un leurre assumé.",
                    f"proposée dans {bounded(tried)} des séances, dans {bounded(agreed)} des "
                    "accords",
                    Gravity.IDLE, tried.low, where,
                )  # fmt: skip
            elif agreed.low > EVERYWHERE:
                yield Finding(
                    ("everywhere", term, option),
                    f"{words[0]}{words[1:]} est dans presque tous les accords, ce terme ne se "
                    "négocie pas : donnez-lui un coût, ou une rivale.",
                    f"dans {bounded(agreed)} des accords",
                    Gravity.SKEWED, agreed.low, where,
                )  # fmt: skip


def _upsets(played: Played, place: int, digit: int) -> str:
    """Name the seat that an option upsets the most, by the numbers."""
    numbers = played.rules.numbers
    shape = (len(numbers.seats), *numbers.space.sizes)
    objects = numbers.at().objections.reshape(shape).take(digit, axis=place + 1)
    shares = objects.reshape(shape[0], -1).mean(axis=1)
    worst = int(shares.argmax())
    return (
        f"adoucissez-la pour « {played.rules.name(numbers.seats[worst])} », qui s'oppose d'après "
        f"sa fiche à {percent(float(shares[worst]))} des propositions où elle est"
    )


def _dominated(played: Played) -> Found:
    if not played.numeric:
        return
    for one in dominated(played.rules.numbers.at()):
        options = played.rules.scenario.terms[one.term].options
        yield Finding(
            ("dominated", one.term, one.option),
            f"« {options[one.option].title} » n'est jamais le meilleur choix pour personne, "
            f"« {options[one.better].title} » sert chaque place au moins aussi bien : donnez-lui "
            "un avantage, ou retirez-la.",
            "vrai de toutes les propositions, comptées une à une",
            Gravity.IDLE, 1.0, played.spot("term", one.term, "options", one.option),
        )  # fmt: skip


def _cold(played: Played) -> Found:
    if not played.numeric:
        return
    for term in cold(played.influences):
        title = played.rules.scenario.terms[term].title
        yield Finding(
            ("cold", term),
            f"« {title} » laisse tout le monde indifférent : donnez du poids à ce que ce terme "
            "déplace, ou retirez-le de la table.",
            "aucune de ses options ne change une satisfaction de plus d'un point",
            Gravity.IDLE, 0.9, played.spot("term", term),
        )  # fmt: skip


def _cards(played: Played) -> Found:
    """Name the cards that never came, where luck alone would not explain it."""
    found, rules = played.whole, played.rules
    for family in drawn_families(played):
        codes = {
            code: at for at, code in enumerate(rules.cards) if rules.cards[code].family == family
        }
        came = sum(int(found.seen[at]) for at in codes.values())
        expected = came / max(1, len(codes) * found.sessions)
        if len(codes) * (1 - min(1.0, expected)) ** found.sessions >= _LUCK:
            continue
        for code, at in codes.items():
            if not found.seen[at]:
                yield Finding(
                    ("unseen", code),
                    f"La carte {code} « {rules.title(code)} » n'est jamais venue sur la table : "
                    "vérifiez ce qui la fait venir, ou tirez plus de cartes de sa famille.",
                    f"0 séance sur {number(found.sessions)} ; les autres de sa famille viennent",
                    Gravity.IDLE, 0.5, played.spot("card", code),
                )  # fmt: skip


def drawn_families(played: Played) -> tuple[str, ...]:
    """List the families of cards that some phase brings to the table."""
    named = (getattr(one, "families", ()) for one in played.rules.phases.values())
    drawn = {family for some in named for family in some}
    return tuple(sorted(drawn & played.rules.families.keys()))


CONTENT = (_options, _dominated, _cold, _cards)
