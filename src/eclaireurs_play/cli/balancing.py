"""The balance report of a batch: what was counted, on a page and in a few lines."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import quote

import click

from eclaireurs_play.cli.batches import Asked, Version, exported, played, slug
from eclaireurs_play.cli.words import _
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.content.library import roots
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.files import write_whole
from eclaireurs_play.simulation.alone import alone
from eclaireurs_play.simulation.batch import Batch
from eclaireurs_play.simulation.counting import tally
from eclaireurs_play.simulation.executor import LOCKSTEP
from eclaireurs_play.simulation.page import lines, page
from eclaireurs_play.simulation.pairing import Pairs, paired_up
from eclaireurs_play.simulation.report import Report, report
from eclaireurs_play.simulation.sections import How, Played, Trial
from eclaireurs_play.simulation.statistics import Fourfold
from eclaireurs_play.simulation.variants import Variant
from eclaireurs_play.simulation.witnesses import difference

PAGE = "index.html"
TRIALS = "essais"


class DifferError(EclaireursError):
    """Both executors played the same session, and do not say the same of it."""


def balance(
    folder: Path,
    content: ScenarioContent,
    asked: Asked,
    library: Path | None,
    *,
    variant: Variant | None = None,
    tried: Sequence[Variant] = (),
) -> None:
    """Play a batch, and each variant tried on its seeds; report on it.

    DifferError when the witnesses of a lock-step batch tell something else. What stopped the
    sessions is raised once what was played is told.
    """
    own = asked.version(folder, content, variant)
    others = [
        asked.version(folder / TRIALS / slug(place, one.label), content, one)
        for place, one in enumerate(tried, start=1)
    ]
    halt = played([own.kept, *(one.kept for one in others)], asked)
    if not own.kept.store.count():
        halt.end()
    with halt.watching():
        exported(own.kept, asked)
        trials = tuple(_compared(own, others, tried))
        counted = count(own, asked, trials)
        counted = replace(counted, how=replace(counted.how, alone=_alone(own)))
        told(report(own.content, own.rules, counted.found, counted.how), folder, asked, library)
        agree(counted)
    halt.end()


def count(
    version: Version, asked: Asked, trials: tuple[Trial, ...] = (), *, checked: bool = True
) -> Played:
    """Count a batch; when it is to be checked, with its witnesses."""
    store = version.kept.store
    witnesses = version.kept.witnesses() if checked else None
    differs = difference(store, witnesses) if witnesses else None
    how = How(
        words=asked.words,
        foreseen=asked.sessions,
        slow=version.how.why,
        witnesses=tally(witnesses.chunks(), version.rules) if witnesses else None,
        differs=str(differs or ""),
        trials=trials,
        lasting=asked.lasting,
    )
    return Played(version.content, version.rules, tally(store.chunks(), version.rules), how)


def agree(counted: Played) -> None:
    """Fail, once all is told, when both executors do not agree."""
    if counted.how.differs:
        raise DifferError(counted.how.differs)


def _compared(own: Version, others: Sequence[Version], tried: Sequence[Variant]) -> Iterator[Trial]:
    """Compare each variant tried with the batch, session by session."""
    for other, variant in zip(others, tried, strict=True):
        if other.kept.store.count():
            found = tally(other.kept.store.chunks(), other.rules)
            yield Trial(variant, found, pairs(own, other))


def _alone(own: Version) -> Mapping[str, Fourfold]:
    """Play each surprise without the others, where that is quick."""
    batch = own.kept.batch
    if own.how.name != LOCKSTEP or not isinstance(batch, Batch) or not batch.paired:
        return {}
    return alone(batch, own.kept.store.count())


def pairs(first: Version, second: Version) -> Pairs:
    """Compare two batches of the same seeds, session by session."""
    one, other = (version.kept.store.chunks() for version in (first, second))
    return paired_up(one, other, (first.rules, second.rules))


def told(made: Report, folder: Path, asked: Asked, library: Path | None) -> None:
    """Say the essential, and write the page when the folder stays."""
    for line in lines(made):
        click.echo(line)
    if asked.lasting:
        written(made, folder, library)
        click.echo(_("Le bilan : {path}").format(path=folder / PAGE))


def written(made: Report, folder: Path, library: Path | None) -> None:
    """Write the page of a report, with links to the files it names."""
    write_whole(folder / PAGE, page(made, partial(_address, folder, (Path(), *roots(library)))))


def _address(folder: Path, places: tuple[Path, ...], file: str) -> str:
    """Give the way from a folder to a file of the library, whose name starts at one of `places`."""
    found = next((place / file for place in places if (place / file).is_file()), None)
    if found is None:
        return ""
    try:
        return quote(Path(os.path.relpath(found.resolve(), folder.resolve())).as_posix())
    except ValueError:  # another drive
        return found.resolve().as_uri()
