"""What was written in a session that can't be played again: its words, read from its journal.

Other rules can't say what a gesture did, but what people wrote is theirs: it is listed in order,
what was undone left out, and may be written in a file to print. It stays on the desk, since a
journal also holds what some said in confidence.
"""

import glob
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from eclaireurs_play.engine.codec import action_from_data
from eclaireurs_play.engine.gestures import Action, Fill, Write
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.files import write_whole
from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.look import HEAVY, STRONG
from eclaireurs_play.play.journal import Read
from eclaireurs_play.table.brush import BODY, LARGE, Brush, Chip
from eclaireurs_play.table.words import _, ngettext

GAP = 6.0


class Said(NamedTuple):
    """Words of a journal: who wrote them, about what, and the words."""

    by: str
    about: str
    words: str


def standing(entries: tuple[Mapping[str, Any], ...]) -> tuple[Action, ...]:
    """List the actions that stand, undone ones left out; what can't be read is passed over."""
    played: list[Mapping[str, Any]] = []
    undone: list[Mapping[str, Any]] = []
    for entry in entries:
        match entry:
            case {"act": data}:
                played.append(data)
                undone.clear()
            case {"undo": int(count)}:
                undone += [played.pop() for _at in range(min(count, len(played)))]
            case {"redo": int(count)}:
                played += [undone.pop() for _at in range(min(count, len(undone)))]
            case _:
                pass
    read = (action_from_data(one) for one in played)
    return tuple(one for one in read if one is not None)


def said_in(read: Read) -> tuple[Said, ...]:
    """List what people wrote in a journal, in the order it was written."""
    return tuple(one for action in standing(read.entries) for one in _words(action))


def _words(action: Action) -> Iterator[Said]:
    match action.gesture:
        case Write(about=about, text=text):
            yield Said(action.by, about, text)
        case Fill(about=about, values=values):
            for name, value in values.items():
                if isinstance(value, str) and " " in value:
                    yield Said(action.by, f"{about}, {name}", value)
        case _:
            pass


def text_of(read: Read) -> str:
    """Write the words of a journal as a page to print."""
    head = _("Ce qui a été écrit : {scenario}").format(scenario=read.header.scenario)
    note = _("Relevé du journal, sans les règles d'alors. Il peut contenir des confidences.")
    told = (f"- **{one.by}** ({one.about}) : {one.words}" for one in said_in(read))
    return "\n".join((f"# {head}", "", note, "", *told, ""))


@dataclass
class Memoir:
    """A journal whose words are read; `close` goes back to the start screen."""

    path: Path
    read: Read
    close: Callable[[], None]
    message: str = ""

    @property
    def syntheses(self) -> tuple[Path, ...]:
        """List the pages of its synthesis, if they were written then."""
        return tuple(sorted(self.path.parent.glob(f"{glob.escape(self.path.stem)}-*.html")))

    def keep(self) -> None:
        """Write the words in a file beside the journal."""
        path = self.path.with_name(f"{self.path.stem}-mots.md")
        try:
            write_whole(path, text_of(self.read))
        except EclaireursError as error:
            self.message = str(error)
            return
        self.message = _("Ces mots sont écrits : {path}").format(path=path)


def draw_memoir(brush: Brush, memoir: Memoir) -> None:
    """Draw on the desk the words of a journal, and what can be done with them."""
    width = brush.width - 2 * GAP
    top = brush.prose(_("Ce qui a été écrit dans cette séance"), GAP, 6, width, LARGE,
                      voice=HEAVY) + 1  # fmt: skip
    words = _("Elle a été jouée avec d'autres règles : elle ne se rejoue pas ici. "
              "Voici ses mots, tels que le journal les garde, confidences comprises.")  # fmt: skip
    top = brush.prose(words, GAP, top, width, colour=brush.colours.soft) + 3
    for one in memoir.syntheses:
        told = _("Sa synthèse est dans {path}").format(path=one)
        top = brush.prose(told, GAP, top, width) + 1
    chips = [
        Chip("memoir:close", _("Revenir à l'accueil"), "main", memoir.close),
        Chip("memoir:keep", _("Écrire ces mots dans un fichier à imprimer"), "plain",
             memoir.keep),
    ]  # fmt: skip
    top = brush.chips(chips, GAP, top + 1, width) + 3
    if memoir.message:
        top = brush.prose(memoir.message, GAP, top, width, voice=STRONG,
                          colour=brush.colours.accent) + 3  # fmt: skip
    box = Box(GAP, top, width, brush.height - top - GAP)
    brush.rect(box, fill=brush.colours.paper, stroke=brush.colours.faint)
    brush.panel("work", box, partial(_told, said=said_in(memoir.read)))


def _told(brush: Brush, left: float, top: float, width: float, *, said: tuple[Said, ...]) -> float:
    left, width, top = left + 5, width - 10, top + 4
    count = ngettext("{count} texte", "{count} textes", len(said))
    top = brush.note(count, left, top, width) + 2
    for one in said:
        top = brush.note(f"{one.by}, {one.about}", left, top, width)
        top = brush.prose(one.words, left, top, width, BODY) + 3
    return top
