"""What people set, kept from one evening to the next beside their sessions."""

import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from eclaireurs_play.errors import OutputError
from eclaireurs_play.files import write_whole
from eclaireurs_play.table.palette import SCALES, Preferences

NAME = "preferences.json"


def remembered(folder: Path) -> Preferences:
    """Read what was set last; what can't be read is as it is at first."""
    try:
        read = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(read, dict):
        return Preferences()
    scale, first = read.get("scale"), Preferences()
    switches = {
        name: read[name] for name in ("strong", "motion", "sound")
        if isinstance(read.get(name), bool)
    }  # fmt: skip
    return Preferences(scale if scale in SCALES else first.scale, **switches)


def remember(folder: Path, preferences: Preferences) -> None:
    """Keep what is set; a folder that can't be written keeps nothing, and the session goes on."""
    with suppress(OSError, OutputError):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / NAME, json.dumps(asdict(preferences)))
