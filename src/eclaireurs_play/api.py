"""The library in a few calls: load a scenario, play it, replay a journal, read its numbers.

`docs/guide-recherche.md` shows each of them at work.
"""

from dataclasses import replace
from pathlib import Path
from random import SystemRandom

from eclaireurs_play import __version__
from eclaireurs_play.content import library
from eclaireurs_play.content.bundle import GameContent, ScenarioContent
from eclaireurs_play.content.loader import load, load_scenario
from eclaireurs_play.engine.chance import shuffled
from eclaireurs_play.engine.codec import setup_from_data
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP, Action
from eclaireurs_play.engine.negotiation.compromises import egalitarian, nash, utilitarian
from eclaireurs_play.engine.negotiation.frontier import frontier, room
from eclaireurs_play.engine.negotiation.standing import standing
from eclaireurs_play.engine.negotiation.zone import zone, zones
from eclaireurs_play.engine.rules import Rules, compile_rules
from eclaireurs_play.engine.setup import PSEUDONYMS, Setup
from eclaireurs_play.errors import JournalError, NotFoundError, RefusedError
from eclaireurs_play.play.journal import (
    FileJournal,
    Header,
    MemoryJournal,
    Read,
    Sink,
    journal_text,
    read_journal,
)
from eclaireurs_play.play.narration import tell
from eclaireurs_play.play.negotiators import Policy
from eclaireurs_play.play.notation import read_typed
from eclaireurs_play.play.policies import autoplay, table
from eclaireurs_play.play.session import Session, header_of
from eclaireurs_play.play.session import replay as replay_entries
from eclaireurs_play.simulation.batch import Batch

__all__ = [
    "Action",
    "Batch",
    "Opened",
    "Policy",
    "Rules",
    "Session",
    "Setup",
    "autoplay",
    "branch",
    "egalitarian",
    "everyone",
    "frontier",
    "load_scenario",
    "nash",
    "open_journal",
    "playable",
    "replay",
    "room",
    "rules_of",
    "standing",
    "start",
    "table",
    "utilitarian",
    "with_everyone",
    "with_pseudonyms",
    "zone",
    "zones",
]


class Opened:
    """A session with the content it is played with, and what its journal left to say.

    `said` are sentences for the person who opened it: a torn line left out, texts reworded since.
    """

    def __init__(self, content: ScenarioContent, session: Session, said: tuple[str, ...]) -> None:
        self.content = content
        self.session = session
        self.said = said

    def enter(self, line: str) -> tuple[str, ...]:
        """Play a typed line, wholly or not at all, and tell what it did."""
        session = self.session
        played = session.play_all(read_typed(line, session.rules, session.state))
        return tuple(told for one in played for told in tell(session.rules, one.state, one.events))

    def credits(self) -> tuple[str, ...]:
        """Credit the decks whose cards were on the table, and the content's version."""
        content, seen = self.content.content, set(self.session.state.seen)
        decks = (deck for deck in content.decks if seen & {card.id for card in deck.cards})
        lines = (f"{deck.title} : {deck.attribution} ({deck.license})." for deck in decks)
        return (*lines, f"Version des textes : {self.content.texts_digest}.")

    def header(self) -> Header:
        """Give the header of this session's journal."""
        return _header(self.content, self.session.rules, self.session.setup)

    def journal_text(self) -> str:
        """Write a journal that leads straight to where the session is."""
        return journal_text(self.header(), self.session.entries())


def rules_of(content: ScenarioContent) -> Rules:
    """Arrange loaded content for play."""
    game = content.content
    return compile_rules(
        game.game,
        content.scenario,
        game.cards,
        game.families,
        roles=game.roles_by_id,
        stances=game.stances,
    )


def everyone(content: ScenarioContent, seats: tuple[str, ...] = ()) -> tuple[str, ...]:
    """List every actor a program would have to hold for a session to play by itself."""
    return (*(seats or content.scenario.seats), FACILITATOR, GROUP)


def playable(name: str | Path, library_root: Path | None = None) -> ScenarioContent:
    """Load a scenario, or the only scenario of a game; NotFoundError lists them otherwise."""
    content = load(name, library_root)
    if isinstance(content, ScenarioContent):
        return content
    scenarios = _scenarios_of(content, library_root)
    if len(scenarios) == 1:
        return load_scenario(scenarios[0], library_root)
    listed = ", ".join(scenarios) or "aucune pour l'instant"
    raise NotFoundError(
        f"« {content.game.id} » est un jeu ; dites quelle situation jouer : {listed}."
    )


def start(
    name: str | Path | ScenarioContent, setup: Setup | None = None, journal: Path | None = None
) -> Opened:
    """Open a new session; with `journal`, every action is on the disk before it is seen.

    In an anonymous game with people at the table, pseudonyms are drawn by the system, not from the
    seed, unless `setup` names them.
    """
    content = name if isinstance(name, ScenarioContent) else playable(name)
    rules, chosen = rules_of(content), with_pseudonyms(content, setup or Setup())
    session = Session(rules, chosen)
    if journal is not None:
        session.keep_in(FileJournal.create(journal, _header(content, rules, chosen)))
    return Opened(content, session, ())


def open_journal(path: Path, library_root: Path | None = None) -> Opened:
    """Go on with a journal: the session is rebuilt, what comes next is added to the file."""
    journal, read = FileJournal.resume(path)
    return _rebuilt(path, read, journal, library_root)


def replay(path: Path, library_root: Path | None = None) -> Opened:
    """Rebuild a session from its journal without touching the file."""
    return _rebuilt(path, read_journal(path), MemoryJournal(), library_root)


def branch(opened: Opened, at: int | str, path: Path) -> Opened:
    """Write the beginning of a session, up to an action or a bookmark, as a journal of its own."""
    count = opened.session.moment(at)
    journal = FileJournal.create(path, opened.header())
    return replace_session(opened, opened.session.branch(count, journal))


def replace_session(opened: Opened, session: Session) -> Opened:
    """Give the same content another session."""
    return Opened(opened.content, session, opened.said)


def with_everyone(setup: Setup, content: ScenarioContent) -> Setup:
    """Let the program hold every seat, the facilitator and the group."""
    return replace(setup, simulated=everyone(content, setup.seats))


def with_pseudonyms(content: ScenarioContent, setup: Setup, count: int | None = None) -> Setup:
    """Draw the seats of an anonymous game: `count`, or as many as the scenario foresees.

    The luck is the system's as soon as a person is at the table: who knows the seed of a session
    must learn nothing of who holds which pseudonym.
    """
    many = count or content.scenario.seated
    if not content.content.game.anonymous or setup.seats or many is None:
        return setup
    seats = content.scenario.seats
    free = [seat for seat, one in seats.items() if one.optional]
    needed, players = len(seats) - len(free), content.content.game.players
    least, most = max(needed, players.min), min(len(seats), players.max)
    if not least <= many <= most:
        title = content.content.game.title
        raise RefusedError(
            "seats-out-of-range",
            f"« {title} » se joue de {least} à {most} ; {many} n'est pas possible.",
        )
    alone = set(everyone(content)) <= set(setup.simulated)
    drawn = (
        shuffled(setup.seed, PSEUDONYMS, tuple(free))[: many - needed]
        if alone
        else SystemRandom().sample(free, many - needed)
    )
    return replace(setup, seats=tuple(one for one in seats if one not in free or one in drawn))


def _rebuilt(path: Path, read: Read, journal: Sink, library_root: Path | None) -> Opened:
    content = _content_of(path, read.header, library_root)
    if read.header.rules_digest != content.rules_digest:
        raise JournalError(
            f"{path} a été joué avec d'autres règles ou d'autres cartes que celles d'ici ; "
            "reprenez la version du jeu d'alors pour le rouvrir."
        )
    reworded = read.header.texts_digest != content.texts_digest
    said = f"{path} : des textes ont été reformulés depuis cette séance." if reworded else ""
    rules = rules_of(content)
    setup = setup_from_data(read.header.setup)
    if setup is None:
        raise JournalError(f"{path}:1 : les options de ce journal ne sont pas lisibles.")
    session = replay_entries(rules, setup, read.entries, journal)
    return Opened(content, session, tuple(filter(None, (read.torn, said))))


def _content_of(path: Path, header: Header, library_root: Path | None) -> ScenarioContent:
    try:
        return load_scenario(header.scenario, library_root)
    except NotFoundError:
        raise JournalError(
            f"{path} raconte une séance de « {header.scenario} », qui n'est pas dans la "
            "bibliothèque."
        ) from None


def _header(content: ScenarioContent, rules: Rules, setup: Setup) -> Header:
    digests = (content.rules_digest, content.texts_digest)
    return header_of(rules, setup, software=__version__, digests=digests)


def _scenarios_of(content: GameContent, library_root: Path | None) -> tuple[str, ...]:
    found = library.catalogue(library.roots(library_root))
    return tuple(one.id for one in found if one.game == content.game.id)
