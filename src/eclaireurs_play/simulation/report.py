"""The report of a batch: the essential, what to do about it, then parts of sentences and figures.

What simulated people think is never reported: without numbers, only how long a session is, which
cards come, and what the order of seats changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.simulation import agreeing, choosing, falling, running, sharing, trying
from eclaireurs_play.simulation.advice import findings
from eclaireurs_play.simulation.findings import FEWEST, Finding
from eclaireurs_play.simulation.sections import How, Played, Section
from eclaireurs_play.simulation.tally import Tally
from eclaireurs_play.simulation.wording import counted

NOTHING = "Rien à corriger : aucun écart n'est assez net pour qu'on vous en parle."
NOTHING_HERE = (
    "Rien à signaler sur le peu que ce bilan regarde ici : la fin des séances et les cartes qui "
    "viennent."
)
NOTHING_YET = "Rien à dire encore : il faut plus de séances pour distinguer un écart du hasard."


@dataclass(frozen=True, slots=True)
class Report:
    """What the page and the terminal say.

    `banners` warn of what the figures are worth; `main` are the few sentences that matter; `todo`
    heads the findings, and `nothing` stands for them when there are none.
    """

    title: str
    played: str
    banners: tuple[str, ...]
    main: tuple[str, ...]
    findings: tuple[Finding, ...]
    sections: tuple[Section, ...]
    todo: str = "À faire"
    nothing: str = NOTHING


def report(content: ScenarioContent, rules: Rules, found: Tally, how: How) -> Report:
    """Write the report of a batch."""
    played = Played(content, rules, found, how)
    made = findings(played)
    return Report(
        f"Bilan : {rules.scenario.title}",
        f"{counted(found.sessions, 'séance', 'séances')} de « {rules.game.title} », {how.words}.",
        tuple(banners(played)),
        tuple(_main(played)) if found.sessions else (),
        made,
        tuple(_sections(played)) if found.sessions else (),
        nothing=_nothing(played),
    )


def _nothing(played: Played) -> str:
    if played.found.sessions < FEWEST:
        return NOTHING_YET
    return NOTHING if played.numeric else NOTHING_HERE


def banners(played: Played) -> Iterator[str]:
    """Say what the figures are worth: partial, few, played by what, checked by whom."""
    found, how = played.found, played.how
    if found.sessions < how.foreseen:
        after = " La même commande joue la suite." if how.lasting else ""
        yield (
            f"Résultats partiels : {counted(found.sessions, 'séance', 'séances')} sur "
            f"{counted(how.foreseen, 'prévue', 'prévues')}.{after}"
        )
    if found.sessions < FEWEST:
        yield (
            f"Avec moins de {FEWEST} séances, presque tout peut être du hasard : ce bilan montre "
            "des nombres, il ne conseille rien sur les taux."
        )
    if how.slow:
        yield f"Jouées une à une par le moteur de référence. {how.slow}"
    witnesses = how.witnesses
    if found.lockstep and how.differs:
        yield f"À ne pas croire encore. {how.differs}"
    elif found.lockstep and witnesses is not None and witnesses.sessions:
        count = witnesses.sessions
        who = f"{count} témoins, rejoués" if count > 1 else "Un témoin, rejoué"
        yield (
            f"Jouées par lots. {who} geste par geste, {'donnent' if count > 1 else 'donne'} "
            "exactement les mêmes propositions, les mêmes objections et le même accord."
        )


def _main(played: Played) -> Iterator[str]:
    """Give the sentences of the first screen."""
    if played.numeric:
        yield agreeing.consent_words(played)
        yield sharing.least_words(played)
        yield choosing.zone_words(played)
        yield falling.hardest_words(played)
        yield f"{agreeing.rounds_words(played)} {running.length_words(played)}"
    else:
        yield running.no_opinions(played)
        if said := running.cards_words(played):
            yield said
        yield running.length_words(played)


def _sections(played: Played) -> Iterator[Section]:
    parts = [running.length, running.cards, running.speaking]
    if played.numeric:
        parts = [
            agreeing.consent, agreeing.rounds, sharing.satisfaction, choosing.zone, falling.news,
            sharing.standing, choosing.options, choosing.influence, *parts,
        ]  # fmt: skip
    parts += [trying.knockouts, trying.orders]
    for part in parts:
        made = part(played)
        if made is not None:
            yield made
