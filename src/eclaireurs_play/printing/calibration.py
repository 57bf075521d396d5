"""What was measured of each printer: how far its fronts fall from its backs, kept by name."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from math import atan2, degrees
from pathlib import Path

from eclaireurs_play.content.wording import did_you_mean, quoted
from eclaireurs_play.errors import ContentError, Diagnostic, LayoutError, NotFoundError
from eclaireurs_play.files import cannot_write, write_whole
from eclaireurs_play.printing.imposition.register import Drift

FILE = "imprimantes.json"
ARM = 80.0
"""How far the rulers at left and right of the test sheet are from its middle, in mm."""

MOST, MOST_ANGLE = 10.0, 3.0
"""Beyond so many mm or degrees, something else is wrong with the printer."""

EXAMPLE = "x=1,5 gauche=-0,8 droite=-0,2"
_READING = re.compile(r"(\w+) ?= ?([+−-]?\d+(?:[.,]\d+)?)")
_READINGS = (frozenset({"x", "gauche", "droite"}), frozenset({"x", "y", "angle"}))


def measured(words: str) -> Drift:
    """Read what someone measured: `x=1,5 gauche=-0,8 droite=-0,2`, or `x=1.5 y=-0.5 angle=0.2`.

    Raises LayoutError, with an example, for what is not a measure or is too large.
    """
    read = _READING.findall(words)
    found = {name.lower(): _number(value) for name, value in read}
    names = frozenset(found)
    if (
        not found
        or len(found) < len(read)
        or not any(names <= known for known in _READINGS)
        or _READING.sub("", words).strip(" ,;")
    ):
        raise LayoutError(f"{quoted(words)} n'est pas une mesure (exemple : {EXAMPLE})")
    left, right = found.get("gauche", 0.0), found.get("droite", 0.0)
    drift = Drift(
        found.get("x", 0.0),
        found.get("y", (left + right) / 2),
        found.get("angle", round(degrees(atan2(right - left, 2 * ARM)), 3)),
    )
    if max(abs(drift.x), abs(drift.y)) > MOST or abs(drift.angle) > MOST_ANGLE:
        limits = f"{MOST:g} mm et {MOST_ANGLE:g}°"
        raise LayoutError(
            f"{quoted(words)} : un tel écart ne se rattrape pas ({limits} au plus) ; "
            "vérifiez que la mire est imprimée à 100 % et retournée sur le bord long"
        )
    return drift


def _number(words: str) -> float:
    return float(words.replace(",", ".").replace("−", "-"))


def drifts(folder: Path) -> dict[str, Drift]:
    """Read what is kept of every printer; nothing when nothing was measured.

    Raises ContentError when the file can't be read.
    """
    path = folder / FILE
    if not path.exists():
        return {}
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {name: Drift(**_figures(one)) for name, one in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        sentence = "mesures d'imprimantes illisibles"
        hint = "supprimez ce fichier et mesurez à nouveau"
        raise ContentError((Diagnostic(str(path), 0, 0, sentence, hint),)) from None


def _figures(kept: Mapping[str, object]) -> dict[str, float]:
    return {name: float(str(value)) for name, value in kept.items()}


def keep(name: str, drift: Drift, folder: Path) -> Path:
    """Keep what was measured of a printer, in place of what was; give the file.

    Raises OutputError when the folder can't be written.
    """
    kept = {**drifts(folder), name: drift}
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from None
    data = {name: asdict(one) for name, one in sorted(kept.items())}
    write_whole(path, json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    return path


def drift_of(name: str, folder: Path) -> Drift:
    """Give what was measured of a printer; raises NotFoundError when nothing was."""
    known = drifts(folder)
    if name not in known:
        hint = did_you_mean(name, known) or "mesurez-la d'abord avec --calibrate"
        raise NotFoundError(f"aucune imprimante mesurée ne s'appelle {quoted(name)} ({hint})")
    return known[name]
