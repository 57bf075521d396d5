"""Two games that are not versions of one another: what each gives, and no pairs."""

from collections.abc import Iterator

from eclaireurs_play.simulation.agreeing import spread
from eclaireurs_play.simulation.figures import bars, rated
from eclaireurs_play.simulation.report import Report, banners
from eclaireurs_play.simulation.sections import Played, Section
from eclaireurs_play.simulation.statistics import apart, wilson
from eclaireurs_play.simulation.wording import bounded, counted, moved

STRANGERS = (
    "Ce sont deux jeux différents : les mêmes germes n'y donnent pas les mêmes séances, et les "
    "comparer une à une ne voudrait rien dire. Voici chacun de son côté."
)


def side_by_side(versions: tuple[Played, Played], change: str) -> Report:
    """Report two games beside each other, without pairs, advice or what changed."""
    before, after = versions
    titles = " et ".join(one.rules.scenario.title for one in versions)
    return Report(
        f"Côte à côte : {titles}",
        f"{counted(before.found.sessions, 'séance', 'séances')}, {before.how.words} ; puis "
        f"{counted(after.found.sessions, 'séance', 'séances')} : {change}.",
        tuple(dict.fromkeys((STRANGERS, *banners(before), *banners(after)))),
        tuple(_main(versions)),
        (),
        tuple(_sections(versions)),
        nothing="Deux jeux différents ne disent rien l'un de l'autre à corriger.",
    )


def _main(versions: tuple[Played, Played]) -> Iterator[str]:
    for one in versions:
        title, found = one.rules.scenario.title, one.found
        if one.numeric:
            rate = bounded(wilson(found.adopted, found.asked))
            yield f"« {title} » : on s'accorde dans {rate} des séances."
        yield f"« {title} » : {spread(found.minutes, 'minutes')}, d'après le fichier."
    if all(one.numeric for one in versions):
        first, second = (wilson(one.found.adopted, one.found.asked) for one in versions)
        yield f"Du premier au second : {moved(apart(second, first))} de consentement."


def _sections(versions: tuple[Played, Played]) -> Iterator[Section]:
    known = [one for one in versions if one.numeric]
    if known:
        rows = [
            rated(one.rules.scenario.title, wilson(one.found.adopted, one.found.asked))
            for one in known
        ]
        drawn = bars("Séances qui finissent par un accord", rows)
        yield Section("S'accorde-t-on ?", (), (drawn,))
