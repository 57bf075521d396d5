"""Parts of a report on how sessions run: how long, which cards come, who speaks."""

from collections.abc import Iterator

from eclaireurs_play.simulation.advice_on_content import drawn_families
from eclaireurs_play.simulation.advice_on_trials import reordered
from eclaireurs_play.simulation.agreeing import spread
from eclaireurs_play.simulation.figures import Bar, averaged, bars, histogram
from eclaireurs_play.simulation.findings import FEWEST
from eclaireurs_play.simulation.sections import Played, Section
from eclaireurs_play.simulation.statistics import wilson
from eclaireurs_play.simulation.tally import moments
from eclaireurs_play.simulation.wording import bounded, counted, decimal, listed, percent

WITHOUT_NUMBERS = "Ce jeu se joue sans chiffres"
NOT_SOUGHT = "Aucune séance de ce lot n'est allée jusqu'à chercher un accord"


def no_opinions(played: Played) -> str:
    """Say why opinions are not reported, and what is."""
    numbers = played.rules.scenario.terms and played.rules.numbers.seats
    why = NOT_SOUGHT if numbers else WITHOUT_NUMBERS
    told = ["la durée", "les cartes qui viennent"]
    told += ["ce que l'ordre des places change"] if reordered(played) else []
    return (
        f"{why} : les avis et les notes simulés y sont tirés au hasard, donc ce bilan n'en dit "
        f"rien. Il dit {listed(told, 'et')}."
    )


_HALF = 0.5


def length_words(played: Played) -> str:
    """Say how long a session is foreseen."""
    return f"Une séance dure {spread(played.found.minutes, 'minutes')}, d'après le fichier."


def length(played: Played) -> Section:
    """Tell how long a session is, in minutes foreseen and in gestures made."""
    found, whole = played.found, played.whole
    over = wilson(found.over, found.sessions)
    said = [length_words(played)]
    figures = []
    if len(found.minutes.counts) > 1:
        figures.append(histogram("Minutes prévues, par séance", found.minutes, "minutes"))
    if whole.actions.total:
        said.append(f"Elle compte {spread(whole.actions, 'gestes')}{_of_witnesses(played)}.")
        if whole.sessions >= FEWEST:
            figures.append(histogram("Gestes par séance", whole.actions, "gestes"))
    said.append(f"{bounded(over)} des séances vont jusqu'au bout.")
    return Section("Combien de temps ?", tuple(said), tuple(figures))


def _of_witnesses(played: Played) -> str:
    count = played.whole.sessions
    return (
        "" if played.whole is played.found else f", d'après {counted(count, 'témoin', 'témoins')}"
    )


def speaking(played: Played) -> Section | None:
    """Tell who contributes, and what of it comes from the simulation alone."""
    whole = played.whole
    said = [moments(row) for row in whole.contributions]
    if played.rules.game.anonymous or not any(one.total for one in said):
        return None
    rows = averaged((played.seat(place), one) for place, one in enumerate(said))
    return Section(
        "Qui contribue ?",
        (
            (
                "Les places sont ici dans leur ordre. Les personnes simulées sont sollicitées dans "
                "cet "
                "ordre, et les premières répliquent donc plus souvent : cet écart vient de la "
                "simulation, et ne dit rien de vos règles. Une place qui ne contribue presque pas, "
                "elle, est à regarder."
            ),
        ),
        (bars(f"Contributions par séance{_of_witnesses(played)}", rows),),
    )


def cards_words(played: Played) -> str:
    """Say how many of the cards that may come did."""
    rules, whole = played.rules, played.whole
    families = drawn_families(played)
    codes = [at for at, one in enumerate(rules.cards.values()) if one.family in families]
    came = sum(whole.seen[at] > 0 for at in codes)
    return (
        f"{came} cartes sur {len(codes)} sont venues au moins une fois, en "
        f"{counted(whole.sessions, 'séance', 'séances')}."
        if codes
        else ""
    )


def cards(played: Played) -> Section | None:
    """Tell which cards come, and which are taken up."""
    rules, whole = played.rules, played.whole
    rows, taken = [], []
    for family in drawn_families(played):
        codes = [at for at, one in enumerate(rules.cards.values()) if one.family == family]
        title = rules.families[family].title
        came = sum(int(whole.seen[at]) > 0 for at in codes)
        if codes:
            rows.append(Bar(title, came / len(codes), f"{came} sur {len(codes)}"))
        drawn, answered = (
            sum(int(one[at]) for at in codes) for one in (whole.seen, whole.answered)
        )
        if drawn:
            share = min(1.0, answered / drawn)
            taken.append(Bar(title, share, percent(share)))
    if not rows:
        return None
    return Section(
        "Quelles cartes viennent ?",
        (cards_words(played), *_luck(played)),
        (
            bars("Cartes venues sur la table au moins une fois, par famille", rows),
            *(
                [bars("Cartes reprises par quelqu'un, parmi celles qui viennent", taken)]
                if taken
                else []
            ),
        ),
    )


def _luck(played: Played) -> Iterator[str]:
    """Say how many sessions it would take to see every card."""
    whole = played.whole
    families = drawn_families(played)
    rates = [
        int(whole.seen[at]) / whole.sessions
        for at, one in enumerate(played.rules.cards.values())
        if one.family in families
    ]
    mean = sum(rates) / max(1, len(rates))
    if 0 < mean < _HALF:
        yield (
            f"Une carte vient en moyenne dans une séance sur {decimal(1 / mean)} : qu'une carte "
            "manque en peu de séances peut n'être que du hasard."
        )
