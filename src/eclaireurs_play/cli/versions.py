"""Several versions of a situation, played on the same seeds and compared."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from eclaireurs_play import api
from eclaireurs_play.cli.balancing import PAGE, agree, count, pairs, told
from eclaireurs_play.cli.batches import Asked, Halt, Version, exported, played, slug
from eclaireurs_play.cli.words import _
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.simulation.assigning import Assignment
from eclaireurs_play.simulation.comparing import comparison
from eclaireurs_play.simulation.revisions import at_revision, named_revision
from eclaireurs_play.simulation.sweeping import Point, ends, sweep_report
from eclaireurs_play.simulation.sweeps import Sweep
from eclaireurs_play.simulation.variants import AS_IS, Variant, settings, swept


def compare(
    folder: Path,
    name: str,
    asked: Asked,
    library: Path | None,
    *,
    against: str,
    given: Sequence[Assignment],
) -> None:
    """Compare a situation to another version; of a revision, what changed since."""
    content = api.playable(name, library)
    before = asked.version(folder / slug(1, AS_IS), content)
    if revision := named_revision(against, name):
        if given:
            raise click.UsageError(_("--set ne va pas avec une révision : réglez des fichiers."))
        then, commit = at_revision(*revision, library)
        words = f"{revision[1]} ({commit[:7]})"
        after, before = before, asked.version(folder / slug(2, revision[1]), then)
        change = f"ce qui a changé depuis {words}"
    else:
        other = api.playable(against, library)
        variant = settings(other, given) if given else None
        change = variant.label if variant else f"« {other.scenario.title} » ({against})"
        after = asked.version(folder / slug(2, change), other, variant)
    halt = _played(folder, (before, after), asked)
    with halt.watching():
        first, second = (count(one, asked) for one in (before, after))
        made = comparison(first, second, pairs(before, after), change)
        told(made, folder, asked, library)
        agree(first)
        agree(second)
    halt.end()


def sweep(
    folder: Path,
    content: ScenarioContent,
    asked: Asked,
    library: Path | None,
    *,
    sweeps: Sequence[Sweep],
    given: Sequence[Assignment],
) -> None:
    """Play a batch for each way to combine the values that vary."""
    variants = swept(content, sweeps, given)
    paths = [one.path for one in sweeps]
    versions = [
        asked.version(folder / slug(place, one.label), content, one)
        for place, one in enumerate(variants, start=1)
    ]
    halt = _played(folder, versions, asked)
    with halt.watching():
        begun = [one for one in versions if one.kept.store.count()]
        points = [
            Point(
                _values(variant, paths),
                count(version, asked, checked=version is begun[0]),
                pairs(begun[0], version),
            )
            for version, variant in zip(begun, variants, strict=False)
        ]
        low, high = ends(points)
        between = pairs(begun[low], begun[high])
        told(sweep_report(paths, points, between), folder, asked, library)
        for one in points:
            agree(one.played)
    halt.end()


def _values(variant: Variant, paths: Iterable[str]) -> tuple[str, ...]:
    """Give the value that a variant of a sweep has for each path."""
    values = {one.path: one.value for one in variant.assignments}
    return tuple(values[path] for path in paths)


def _played(folder: Path, versions: Sequence[Version], asked: Asked) -> Halt:
    """Play the batches of versions, each in its folder; ends here when one has no session."""
    known = {PAGE, *(one.kept.store.folder.name for one in versions)}
    if folder.exists() and any(one.name not in known for one in folder.iterdir()):
        sentence = _("{path} contient déjà autre chose : donnez un dossier vide ou nouveau.")
        raise click.BadParameter(sentence.format(path=folder), param_hint="--out")
    halt = played([one.kept for one in versions], asked)
    if not versions[0].kept.store.count():
        halt.end()
    with halt.watching():
        for one in versions:
            exported(one.kept, asked)
    return halt
