"""YAML read event by event: plain data, and the place of each key and value.

libyaml only cuts the text into events; nothing here calls itself, so no nesting can exhaust the
stack. Depth and what aliases repeat are bounded; tags, several documents and duplicate keys are
refused. Every problem becomes a diagnostic in French.
"""

import itertools
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from yaml._yaml import CParser

from eclaireurs_play.content import yaml_traps
from eclaireurs_play.content.places import Data, Place, Source, Trail
from eclaireurs_play.content.scalars import resolve
from eclaireurs_play.content.text_file import read_text, refusal
from eclaireurs_play.content.wording import quoted
from eclaireurs_play.errors import ContentError, Diagnostic

DEEPEST = 40
MOST_EVENTS = 200_000
NODE_WEIGHT = 16
MOST_REPEATED = 1_000_000
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def read(path: Path, file: str, only: Collection[str] | None = None) -> Source:
    """Read a YAML file; `file` names it to people, `only` keeps just these keys of the top.

    Raises ContentError with every problem that could be told before reading became impossible.
    """
    return parse(read_text(path, file), file, only)


def parse(text: str, file: str, only: Collection[str] | None = None) -> Source:
    """Read YAML text as `read` does; its lines end as `read_text` leaves them."""
    return _Reading(text, file, only).source()


@dataclass(slots=True)
class _Open:
    """A list or a mapping being filled; `key` waits for its value."""

    held: list[Data] | dict[str, Data]
    trail: Trail
    anchor: str | None
    weight: int = NODE_WEIGHT
    key: str | None = None

    def next_trail(self) -> Trail:
        if isinstance(self.held, list):
            return (*self.trail, len(self.held))
        return (*self.trail, self.key or "")


@dataclass(slots=True)
class _Anchored:
    """What an anchor names; `value` is there once it is complete."""

    trail: Trail
    place: Place
    weight: int = 0
    value: Data = None
    complete: bool = False
    used: bool = False


@dataclass(slots=True)
class _Found:
    """What reading gathers."""

    values: dict[Trail, Place] = field(default_factory=dict)
    keys: dict[Trail, Place] = field(default_factory=dict)
    borrowed: dict[Trail, Trail] = field(default_factory=dict)
    anchors: dict[str, _Anchored] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    warnings: list[Diagnostic] = field(default_factory=list)


class _Reading:
    """One file being read."""

    def __init__(self, text: str, file: str, only: Collection[str] | None) -> None:
        self.lines = text.split("\n")
        self.file = file
        self.only = only
        self.parser = CParser(text)
        self.found = _Found()
        self.open: list[_Open] = []
        self.root: Data = None
        self.repeated = 0
        self.documents = 0
        self.skipping = 0

    def source(self) -> Source:
        """Read everything, then raise if anything was wrong."""
        try:
            self._read_all()
        except yaml.YAMLError as error:
            self.found.problems.append(yaml_traps.explain(error, self.lines, self.file))
        except ContentError as error:
            self.found.problems.extend(error.diagnostics)
        if not self.found.problems and () not in self.found.values:
            self.found.problems.append(Diagnostic(self.file, 0, 0, "le fichier est vide"))
        if self.found.problems:
            raise ContentError(tuple(self.found.problems))
        self._tell_unused_anchors()
        found = self.found
        return Source(
            self.file, self.root, found.values, found.keys, found.borrowed, tuple(found.warnings)
        )

    def _read_all(self) -> None:
        for count in itertools.count():
            if (event := self.parser.get_event()) is None:
                return
            if count == MOST_EVENTS:
                raise self._fatal(event, "ce fichier contient trop d'éléments")
            if self.skipping:
                self._skip(event)
            elif isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._enter(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._leave()
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self._document(event)

    def _skip(self, event: yaml.Event) -> None:
        """Pass over the value of a key nobody asked for."""
        if isinstance(event, yaml.CollectionStartEvent):
            self.skipping += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            self.skipping -= 1
        if self.skipping > DEEPEST:
            raise self._too_deep(event)
        if self.skipping == 1:
            self.skipping = 0
            self.open[-1].key = None

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            raise self._fatal(
                event,
                "« --- » ouvre un deuxième document",
                "un fichier n'en contient qu'un ; dans un texte, écrivez-le entre guillemets",
            )

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse_tag(event)
        if self._awaits_key():
            self._key(event)
            return
        plain = event.style in (None, "")
        if plain and (lost := yaml_traps.lost_comment(event, self.lines)):
            self._warn(event, *lost)
        if event.style == '"' and (hidden := CONTROL.search(event.value)):
            self._problem(event, f"caractère invisible U+{ord(hidden[0]):04X} dans ce texte")
        value = resolve(event.value) if plain else event.value
        trail = self._note_place(event)
        weight = NODE_WEIGHT + len(event.value)
        if event.anchor:
            self._name(event.anchor, trail, event).value = value
            self._complete(event.anchor, value, weight)
        self._put(value, weight)

    def _key(self, event: yaml.ScalarEvent) -> None:
        frame, key = self.open[-1], event.value
        if not key:
            raise self._fatal(event, "il manque une clé devant « : »")
        if key != key.strip():
            self._problem(
                event, f"une espace insécable colle à la clé {quoted(key)}", "effacez-la et retapez"
            )
        if event.anchor:
            self._name(event.anchor, (*frame.trail, key), event)
            self._complete(event.anchor, key, NODE_WEIGHT + len(key))
        trail = (*frame.trail, key)
        if trail in self.found.keys:
            first = self.found.keys[trail][0]
            self._problem(event, f"clé {quoted(key)} déjà écrite à la ligne {first}")
        else:
            self.found.keys[trail] = self._place(event)
        frame.key = key
        frame.weight += len(key)
        if self.only is not None and len(self.open) == 1 and key not in self.only:
            self.skipping = 1

    def _enter(self, event: yaml.CollectionStartEvent) -> None:
        self._refuse_tag(event)
        self._refuse_as_key(event)
        if len(self.open) == DEEPEST:
            raise self._too_deep(event)
        held: list[Data] | dict[str, Data] = (
            [] if isinstance(event, yaml.SequenceStartEvent) else {}
        )
        trail = self._note_place(event)
        if event.anchor:
            self._name(event.anchor, trail, event)
        self.open.append(_Open(held, trail, event.anchor))

    def _leave(self) -> None:
        frame = self.open.pop()
        if frame.anchor:
            self._complete(frame.anchor, frame.held, frame.weight)
        self._put(frame.held, frame.weight)

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._refuse_as_key(event)
        name = event.anchor or ""
        anchored = self.found.anchors.get(name)
        if anchored is None:
            raise self._fatal(event, f"« *{name} » ne renvoie à rien", yaml_traps.QUOTE_IT)
        if not anchored.complete:
            raise self._fatal(event, f"« *{name} » se contient lui-même")
        self.repeated += anchored.weight
        if self.repeated > MOST_REPEATED:
            raise self._fatal(event, "les renvois (*) répètent trop de contenu")
        anchored.used = True
        trail = self._note_place(event)
        self.found.borrowed[trail] = anchored.trail
        self._put(anchored.value, anchored.weight)

    def _put(self, value: Data, weight: int) -> None:
        """Give a complete value to what is open, or make it the whole file."""
        if not self.open:
            self.root = value
            return
        frame = self.open[-1]
        frame.weight += weight
        if isinstance(frame.held, list):
            frame.held.append(value)
        else:
            frame.held[frame.key or ""] = value
            frame.key = None

    def _name(self, anchor: str, trail: Trail, event: yaml.NodeEvent) -> _Anchored:
        self.found.anchors[anchor] = anchored = _Anchored(trail, self._place(event))
        return anchored

    def _complete(self, anchor: str, value: Data, weight: int) -> None:
        anchored = self.found.anchors[anchor]
        anchored.value, anchored.weight, anchored.complete = value, weight, True

    def _note_place(self, event: yaml.Event) -> Trail:
        """Remember where a value stands; the empty document has no value."""
        trail = self.open[-1].next_trail() if self.open else ()
        if trail or not _is_nothing(event):
            self.found.values.setdefault(trail, self._place(event))
        return trail

    def _place(self, event: yaml.Event) -> Place:
        """Place a value; libyaml puts an absent one past the end of the file."""
        line, column = yaml_traps.coordinates(event.start_mark)
        if line >= len(self.lines):
            return len(self.lines), len(self.lines[-1]) + 1
        return line + 1, column + 1

    def _awaits_key(self) -> bool:
        return (
            bool(self.open) and isinstance(self.open[-1].held, dict) and self.open[-1].key is None
        )

    def _refuse_as_key(self, event: yaml.Event) -> None:
        if self._awaits_key():
            raise self._fatal(event, "une clé est un mot, pas une liste ni un renvoi")

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            sign = "!" + event.tag.removeprefix("tag:yaml.org,2002:").lstrip("!")
            self._problem(
                event, f"{quoted(sign)} en tête est lu comme une marque YAML", yaml_traps.QUOTE_IT
            )

    def _tell_unused_anchors(self) -> None:
        for name, anchored in self.found.anchors.items():
            if not anchored.used:
                sentence = f"{quoted('&' + name)} est lu comme une ancre YAML et disparaît du texte"
                self.found.warnings.append(
                    Diagnostic(
                        self.file, *anchored.place, sentence, yaml_traps.QUOTE_IT, warning=True
                    )
                )

    def _problem(self, event: yaml.Event, sentence: str, hint: str = "") -> None:
        self.found.problems.append(Diagnostic(self.file, *self._place(event), sentence, hint))

    def _warn(self, event: yaml.Event, sentence: str, hint: str) -> None:
        self.found.warnings.append(
            Diagnostic(self.file, *self._place(event), sentence, hint, warning=True)
        )

    def _too_deep(self, event: yaml.Event) -> ContentError:
        return self._fatal(event, f"plus de {DEEPEST} niveaux imbriqués")

    def _fatal(self, event: yaml.Event, sentence: str, hint: str = "") -> ContentError:
        return refusal(self.file, sentence, hint, self._place(event))


def _is_nothing(event: yaml.Event) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not event.value and event.style in (None, "")
