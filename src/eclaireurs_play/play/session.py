"""A session in play: act, undo, redo, bookmark, branch; every change is a journal entry first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from eclaireurs_play.engine.asks import Ask, Refused
from eclaireurs_play.engine.codec import action_from_data, action_to_data, setup_to_data
from eclaireurs_play.engine.domains import suggest
from eclaireurs_play.engine.flow import Event, Moved
from eclaireurs_play.engine.gestures import Action
from eclaireurs_play.engine.improvised import known
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup, start
from eclaireurs_play.engine.state import State
from eclaireurs_play.engine.transition import legal_actions, transition
from eclaireurs_play.engine.view import View, view
from eclaireurs_play.errors import JournalError, RefusedError
from eclaireurs_play.play.journal import Header, MemoryJournal, Sink


@dataclass(frozen=True, slots=True)
class Played:
    """An accepted action with the state it led to and what happened."""

    action: Action
    state: State
    events: tuple[Event, ...]


class Session:
    """One play of a scenario.

    `play` raises `RefusedError` and changes nothing when the rules refuse. What was undone can
    be redone until something else is played.
    """

    def __init__(self, rules: Rules, setup: Setup, journal: Sink | None = None) -> None:
        self._rules = rules.printed or rules
        opened = _accepted(start(self._rules, setup))
        self.setup = setup
        self.bookmarks: dict[str, int] = {}
        self._journal: Sink = journal or MemoryJournal()
        self._opening = opened
        self._played: list[Played] = []
        self._undone: list[Played] = []

    @property
    def state(self) -> State:
        """The state now."""
        return self._played[-1].state if self._played else self._opening.state

    @property
    def rules(self) -> Rules:
        """The rules, with what was improvised until now."""
        return known(self._rules, self.state)

    @property
    def opening(self) -> tuple[Event, ...]:
        """What happened when the session opened."""
        return self._opening.events

    @property
    def played(self) -> tuple[Played, ...]:
        """Every action that stands, in order."""
        return tuple(self._played)

    @property
    def undone(self) -> int:
        """How many actions can be put back."""
        return len(self._undone)

    def view(self, who: str) -> View:
        """Show what someone may see now."""
        return view(self.state, who)

    def legal_actions(self, who: str) -> tuple[Ask, ...]:
        """List what someone may do now."""
        return legal_actions(self.rules, self.state, who)

    def play(self, action: Action) -> tuple[Event, ...]:
        """Make an action; it is in the journal before its effect can be seen."""
        (played,) = self.play_all((action,))
        return played.events

    def play_all(self, actions: Iterable[Action]) -> tuple[Played, ...]:
        """Make several actions that stand or fall together: one refused, none is made."""
        state, moves = self.state, []
        for action in actions:
            moved = _accepted(transition(self.rules, state, action))
            moves.append(Played(action, moved.state, moved.events))
            state = moved.state
        self._journal.append(*({"act": action_to_data(one.action)} for one in moves))
        self._played.extend(moves)
        self._undone.clear()
        return tuple(moves)

    def secrets_within(self, count: int = 1) -> tuple[Event, ...]:
        """List what the last actions revealed, which undoing them cannot make unknown again."""
        last = self._played[-count:] if count else []
        return tuple(event for one in last for event in one.events if event.reveals)

    def undo(self, count: int = 1, *, knowingly: bool = False) -> tuple[Action, ...]:
        """Take back the last actions; `knowingly` when they revealed a secret."""
        if not 1 <= count <= len(self._played):
            raise RefusedError("nothing-to-undo", _too_many(len(self._played), "annuler"))
        if self.secrets_within(count) and not knowingly:
            raise RefusedError(
                "secret-revealed",
                "Cette annulation porte sur une carte ou un vote déjà vus de tous ; "
                "confirmez-la pour qu'elle soit inscrite au journal.",
            )
        self._journal.append({"undo": count, **({"knowingly": True} if knowingly else {})})
        taken = [self._played.pop() for _ in range(count)]
        self._undone.extend(taken)
        self._drop_bookmarks()
        return tuple(one.action for one in taken)

    def redo(self, count: int = 1) -> tuple[Action, ...]:
        """Put back what was last undone."""
        if not 1 <= count <= len(self._undone):
            raise RefusedError("nothing-to-redo", _too_many(len(self._undone), "rétablir"))
        self._journal.append({"redo": count})
        back = [self._undone.pop() for _ in range(count)]
        self._played.extend(back)
        return tuple(one.action for one in back)

    def bookmark(self, name: str) -> None:
        """Name this moment, to branch from it or come back to it."""
        self._journal.append({"bookmark": name})
        self.bookmarks[name] = len(self._played)

    def rename_bookmark(self, old: str, new: str) -> None:
        """Name a moment otherwise; RefusedError for a name that is unknown, or taken."""
        self._marked(old)
        if new in self.bookmarks:
            raise RefusedError("bookmark-taken", f"Un signet « {new} » existe déjà.")
        self._journal.append({"bookmark": new, "of": old})
        self.bookmarks = {new if name == old else name: at for name, at in self.bookmarks.items()}

    def drop_bookmark(self, name: str) -> None:
        """Forget the name of a moment, which stays as it was."""
        self._marked(name)
        self._journal.append({"unmark": name})
        del self.bookmarks[name]

    def _marked(self, name: str) -> None:
        if name not in self.bookmarks:
            raise RefusedError("unknown-bookmark", f"Aucun signet « {name} ».")

    def keep_in(self, journal: Sink) -> None:
        """Write what comes next in another journal."""
        self._journal = journal

    def moment(self, at: int | str) -> int:
        """Give the number of actions at a moment: a count, a bookmark, or the start of a phase."""
        marks = {**self._openings(), **self.bookmarks}
        if isinstance(at, str) and at not in marks:
            known = suggest(at, tuple(marks))
            raise RefusedError("unknown-bookmark", f"Ni signet ni étape jouée : {known}.")
        count = marks[at] if isinstance(at, str) else at
        if not 0 <= count <= len(self._played):
            raise RefusedError("unknown-moment", f"La séance n'a que {len(self._played)} actions.")
        return count

    def _openings(self) -> dict[str, int]:
        """Give, for each phase played, how many actions came before it first opened."""
        told = [self._opening.events, *(one.events for one in self._played)]
        found: dict[str, int] = {}
        for count, events in enumerate(told):
            for event in events:
                if event.kind == "opened":
                    found.setdefault(event.about, count)
        return found

    def branch(self, at: int | str, journal: Sink | None = None) -> "Session":
        """Open another session that shares the actions up to a moment."""
        other = Session(self._rules, self.setup, journal)
        for one in self._played[: self.moment(at)]:
            other.play(one.action)
        return other

    def entries(self) -> tuple[Mapping[str, Any], ...]:
        """Give the entries of a journal that leads straight here, without the detours."""
        marks = sorted(self.bookmarks.items(), key=lambda one: one[1])
        return tuple(_straight(self._played, marks))

    def _drop_bookmarks(self) -> None:
        here = len(self._played)
        self.bookmarks = {name: at for name, at in self.bookmarks.items() if at <= here}


def _too_many(left: int, verb: str) -> str:
    """Say how many gestures there are to take back, or to put back."""
    if not left:
        return f"Il n'y a rien à {verb}."
    return f"Il n'y a que {left} geste{'s' if left > 1 else ''} à {verb}."


def _straight(played: list[Played], marks: list[tuple[str, int]]) -> Iterator[Mapping[str, Any]]:
    for count in range(len(played) + 1):
        yield from ({"bookmark": name} for name, at in marks if at == count)
        if count < len(played):
            yield {"act": action_to_data(played[count].action)}


def header_of(rules: Rules, setup: Setup, *, software: str, digests: tuple[str, str]) -> Header:
    """Write the header of a session's journal; `digests` are those of rules and of texts."""
    return Header(software, rules.game.id, rules.scenario.id, *digests, setup_to_data(setup))


def replay(
    rules: Rules, setup: Setup, entries: tuple[Mapping[str, Any], ...], journal: Sink
) -> Session:
    """Rebuild a session from its journal; what it does next is appended to `journal`."""
    session = Session(rules, setup)
    for number, entry in enumerate(entries, start=2):
        try:
            _replay_one(session, entry)
        except RefusedError as error:
            raise JournalError(f"Ligne {number} du journal : {error}") from None
    session.keep_in(journal)
    return session


_ENTRY: Mapping[str, set[str]] = {
    "act": {"n", "act"},
    "undo": {"n", "undo", "knowingly"},
    "redo": {"n", "redo"},
    "bookmark": {"n", "bookmark", "of"},
    "unmark": {"n", "unmark"},
}
"""The keys of each sort of entry: whatever else is slipped in is refused, not carried along."""


def _replay_one(session: Session, entry: Mapping[str, Any]) -> None:
    sort = next((one for one in _ENTRY if one in entry), "")
    if sort and (unknown := entry.keys() - _ENTRY[sort]):
        raise RefusedError("unknown-entry", f"clé inconnue : « {min(unknown)} ».")
    match entry:
        case {"act": data}:
            action = action_from_data(data)
            if action is None:
                raise RefusedError("unreadable-action", "cette action n'est pas lisible.")
            session.play(action)
        case {"undo": int(count)}:
            session.undo(count, knowingly=True)
        case {"redo": int(count)}:
            session.redo(count)
        case {"bookmark": str(name), "of": str(old)}:
            session.rename_bookmark(old, name)
        case {"unmark": str(name)}:
            session.drop_bookmark(name)
        case {"bookmark": str(name)} if "of" not in entry:
            session.bookmark(name)
        case _:
            raise RefusedError("unknown-entry", "cette entrée est d'une sorte inconnue.")


def _accepted(answer: Moved | Refused) -> Moved:
    if isinstance(answer, Refused):
        raise RefusedError(answer.code, answer.sentence)
    return answer
