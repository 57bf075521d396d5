"""A variant written down as a library of its own, so that its journals open again."""

import json
from pathlib import Path

from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.content.places import Source
from eclaireurs_play.files import cannot_write, write_whole


def write_library(content: ScenarioContent, folder: Path) -> None:
    """Write a scenario and its game into a folder that `--library` takes; OutputError if it can't.

    Files are JSON, which is YAML, in their own names; their digests are those of the content.
    """
    game, scenario = content.content, content.scenario
    decks = folder / "decks" / game.game.id
    written = [(decks / _name(one), one) for one in game.sources]
    written.append((folder / "scenarios" / game.game.id / f"{scenario.id}.yaml", content.source))
    for path, source in written:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(path.parent, error) from None
        write_whole(path, json.dumps(source.data, ensure_ascii=False, indent=1) + "\n")


def _name(source: Source) -> str:
    return Path(source.file).name
