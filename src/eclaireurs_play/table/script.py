"""A session written in a file, for windows that nobody touches: who is there, and what people do.

    seed: 7
    people: {cuisine: Nadia}
    simulated: [elue]
    steps:
      - press: Commencer la séance
      - |
        IM-08 cuisine: On gagne 20 minutes. {sens=mieux}
        clôt
      - type: Une phrase, là où se trouve le curseur
      - key: Ctrl+Z
      - wait: 4
      - picture: la proposition

A step without a key holds lines of notation, each made at the desk by mouse and typing; one that is
indented goes on with the line above. `press` takes the words of a button, or the name of its place;
`wait` takes minutes. A file that is not YAML holds lines alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from eclaireurs_play.content.loader import load_model
from eclaireurs_play.content.text_file import read_text
from eclaireurs_play.errors import ContentError, Diagnostic
from eclaireurs_play.model.base import Line, Model
from eclaireurs_play.play.people import read_names

YAML = frozenset({".yaml", ".yml"})

Sort = Literal["line", "press", "type", "key", "wait", "picture"]
Said = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]


class Deed(Model):
    """What someone does to the windows: one key, no more."""

    press: Line | None = None
    type: Said | None = None
    key: Line | None = None
    wait: float | None = Field(None, gt=0, le=600)
    picture: Line | None = None


class Written(Model):
    """The file of a script: names for seats, the seats that the program holds, what is done."""

    seed: int = Field(0, ge=0)
    people: Mapping[str, Line | tuple[Line, ...]] = Field(default_factory=dict)
    simulated: tuple[str, ...] = ()
    steps: tuple[Said | Deed, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, and the line it is written on."""

    sort: Sort
    words: str
    line: int
    minutes: float = 0.0


@dataclass(frozen=True, slots=True)
class Script:
    """A script that was read; `file` names it to people."""

    file: str
    steps: tuple[Step, ...]
    seed: int = 0
    people: dict[str, tuple[str, ...]] = field(default_factory=dict)
    simulated: tuple[str, ...] = ()

    def problem(self, step: Step, sentence: str, hint: str = "") -> ContentError:
        """Say what is wrong with a step, where it is written."""
        return ContentError((Diagnostic(self.file, step.line, 1, sentence, hint),))


def read_script(path: Path) -> Script:
    """Read a script; ContentError says every problem with its line."""
    if path.suffix.lower() not in YAML:
        lines = enumerate(read_text(path, str(path)).split("\n"), start=1)
        return Script(str(path), tuple(_lines(lines)))
    read = load_model(path, Written)
    steps: list[Step] = []
    problems: list[Diagnostic] = []
    for place, one in enumerate(read.model.steps):
        line, _column = read.source.where(("steps", place))
        if isinstance(one, str):
            steps += _lines(_numbered(str(read.source.at(("steps", place))), line))
            continue
        deeds = one.model_dump(exclude_none=True)
        if len(deeds) == 1:
            ((sort, value),) = deeds.items()
            minutes = float(value) if sort == "wait" else 0.0
            steps.append(Step(sort, str(value), line, minutes))  # type: ignore[arg-type]
        else:
            sentence = "un pas fait une chose : press, type, key, wait ou picture"
            problems.append(read.source.problem(("steps", place), sentence))
    if problems:
        raise ContentError(tuple(problems))
    written = read.model
    people = {
        seat: read_names(one) if isinstance(one, str) else one
        for seat, one in written.people.items()
    }
    return Script(str(path), tuple(steps), written.seed, people, written.simulated)


def _numbered(text: str, line: int) -> Iterator[tuple[int, str]]:
    """Give lines their numbers; those of a block begin under the sign that opens it."""
    return enumerate(text.split("\n"), start=line + ("\n" in text))


def _lines(numbered: Iterator[tuple[int, str]]) -> Iterator[Step]:
    """Keep the lines to play, whole: not those that are blank, nor comments."""
    kept: list[Step] = []
    for number, line in numbered:
        words = line.strip()
        if kept and words and line[0].isspace():
            kept[-1] = replace(kept[-1], words=f"{kept[-1].words} {words}")
        elif words and not words.startswith("#"):
            kept.append(Step("line", words, number))
    yield from kept


_KEYS = {
    "entree": "return", "echap": "escape", "tab": "tab", "espace": "space", "retour": "backspace",
    "suppr": "delete", "haut": "up", "bas": "down", "gauche": "left", "droite": "right",
    "debut": "home", "fin": "end",
}  # fmt: skip
_HELD = {"ctrl": "ctrl", "maj": "shift"}
_ACCENTS = str.maketrans("éèêô", "eeeo")
_FUNCTION = re.compile(r"f([1-9]|1[0-2])|[a-z0-9?+\-=]")


@dataclass(frozen=True, slots=True)
class Key:
    """A key as pygame names it, and what is held with it."""

    name: str
    held: frozenset[str]


def read_key(words: str) -> Key | None:
    """Read a key as people write it: `Ctrl+Z`, `Maj+Entrée`, `F6`; None when it is no key."""
    *held, last = words.lower().translate(_ACCENTS).replace(" ", "").split("+")
    name = _KEYS.get(last, last)
    if not set(held) <= set(_HELD) or not (last in _KEYS or _FUNCTION.fullmatch(last)):
        return None
    return Key(name, frozenset(_HELD[one] for one in held))
