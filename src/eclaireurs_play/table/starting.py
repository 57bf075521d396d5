"""What the start screen chooses: a situation, who is there, how it is played; or a kept session."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from random import SystemRandom

from eclaireurs_play import api
from eclaireurs_play.content import library
from eclaireurs_play.content.bundle import ScenarioContent
from eclaireurs_play.content.library import Header
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.errors import EclaireursError
from eclaireurs_play.layout.look import Look
from eclaireurs_play.play.journal import read_journal
from eclaireurs_play.play.people import read_names
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.interlude import Interlude
from eclaireurs_play.table.interludes import film_of
from eclaireurs_play.table.memoir import Memoir
from eclaireurs_play.table.paperwork import print_kit
from eclaireurs_play.table.saved import Saved, learned, new_journal, saved
from eclaireurs_play.table.sittings import sit
from eclaireurs_play.table.words import _

Opening = Callable[[api.Opened, Path], None]


@dataclass
class Starting:
    """What was chosen so far; `begin` is told the session once it is open.

    `past` records a session already played on paper. `short` shows the advice of the short plan.
    `style` says how simulated players negotiate. `size` counts the seats of an anonymous game,
    None for as many as its situation foresees.
    """

    folder: Path
    begin: Opening
    look: Look
    library: Path | None = None
    seed: int | None = None
    message: str = ""
    chosen: str = ""
    names: dict[str, Editor] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)
    simulated: set[str] = field(default_factory=set)
    in_hand: bool = False
    calm: bool = False
    past: bool = False
    short: bool = False
    style: str = "mixed"
    size: int | None = None
    interlude: Interlude | None = None
    memoir: Memoir | None = None
    _contents: dict[str, ScenarioContent] = field(default_factory=dict)
    _kept: list[Saved] | None = None

    @cached_property
    def found(self) -> tuple[Header, ...]:
        """List what the library holds."""
        return library.catalogue(library.roots(self.library))

    @property
    def kept(self) -> tuple[Saved, ...]:
        """List the sessions to take up again."""
        if self._kept is None:
            self._kept = list(saved(self.folder))
        return tuple(self._kept)

    @property
    def learning(self) -> bool:
        """Tell whether it is not known yet where some session stopped."""
        return self._kept is not None and not all(one.known for one in self._kept)

    def learn(self) -> bool:
        """Find where one more session stopped; tells whether there was one."""
        for at, one in enumerate(self._kept or ()):
            if not one.known and self._kept is not None:
                self._kept[at] = learned(one, self.library)
                return True
        return False

    @property
    def content(self) -> ScenarioContent | None:
        """Give the situation chosen, read once."""
        return self._contents.get(self.chosen)

    @property
    def anonymous(self) -> bool:
        """Tell whether the situation chosen is played behind pseudonyms."""
        return self.content is not None and self.content.content.game.anonymous

    @property
    def named(self) -> bool:
        """Tell whether one says who sits where: pseudonyms are only named once played."""
        return self.past or not self.anonymous

    def choose(self, scenario: str) -> None:
        """Choose a situation."""
        self.message = ""
        try:
            content = self._contents.get(scenario) or api.playable(scenario, self.library)
        except EclaireursError as error:
            self.message = str(error).partition("\n")[0]
            return
        self._take(content)

    def _take(self, content: ScenarioContent) -> None:
        self.chosen = content.scenario.id
        self._contents[self.chosen] = content
        seats = content.scenario.seats
        self.names = {seat: Editor(single=True) for seat in seats}
        self.absent, self.simulated, self.size, self.past = set(), set(), None, False

    def prepare(self, content: ScenarioContent, setup: Setup, *, seeded: bool) -> None:
        """Choose a situation, and who is there as a setup says; `seeded` keeps its seed."""
        self._take(content)
        if setup.seats:
            self.absent = set(content.scenario.seats) - set(setup.seats)
            self.size = len(setup.seats)
        self.simulated = set(setup.simulated) & set(content.scenario.seats)
        self.in_hand, self.calm, self.style = setup.in_hand, setup.calm, setup.table
        self.seed = setup.seed if seeded else None

    def start(self) -> None:
        """Begin the session, kept in a journal of its own."""
        content = self.content
        if content is None:
            return
        try:
            setup = self.setup(content)
            journal = new_journal(self.folder, content.scenario.id)
            opened = api.start(content, setup, journal)
        except EclaireursError as error:
            self.message = str(error)
            return
        self.begin(opened, journal)

    def setup(self, content: ScenarioContent) -> Setup:
        """Say how the session begins; RefusedError when so many people can't play.

        An anonymous game is told no name, and no seat unless it is over already.
        """
        seats = tuple(seat for seat in content.scenario.seats if seat not in self.absent)
        people = {
            seat: names for seat in seats if (names := read_names(self.names[seat].text))
        }  # fmt: skip
        if self.past:
            return Setup(seats=seats, people={} if self.anonymous else people, past=True)
        seed = SystemRandom().randrange(2**63) if self.seed is None else self.seed
        if self.anonymous:
            setup = Setup(seed, in_hand=self.in_hand, calm=self.calm)
            return api.with_pseudonyms(content, setup, self.size)
        simulated = tuple(seat for seat in seats if seat in self.simulated)
        return Setup(seed, seats, people, simulated, in_hand=self.in_hand, calm=self.calm,
                     table=self.style)  # fmt: skip

    def sit(self, campaign: str) -> None:
        """Open the next session of a campaign, whose journals have a folder of their own."""
        try:
            opened, journal = sit(campaign, self.folder / campaign, self.library)
        except EclaireursError as error:
            self.message = str(error).partition("\n")[0]
            return
        self.begin(opened, journal)

    def resume(self, path: Path) -> None:
        """Take up a session where it stopped."""
        try:
            opened = api.open_journal(path, self.library)
        except EclaireursError as error:
            self.message = str(error)
            return
        self.begin(opened, path)

    def watch(self, path: Path) -> None:
        """Show a session again as a film; its journal is only read."""
        try:
            opened = api.replay(path, self.library)
        except EclaireursError as error:
            self.message = str(error)
            return
        self.interlude = film_of(self, opened, path)

    def remember(self, path: Path) -> None:
        """Show the words of a session that other rules played."""
        try:
            self.memoir = Memoir(path, read_journal(path), self.forget)
        except EclaireursError as error:
            self.message = str(error)

    def forget(self) -> None:
        """Leave the words of a session."""
        self.memoir = None

    def print_kit(self) -> None:
        """Print the kit of the situation chosen, for as many people as come."""
        people = self.people if self.absent or self.size else None
        try:
            path = print_kit(self.chosen, self.folder, self.library, people=people)
        except EclaireursError as error:
            self.message = str(error).partition("\n")[0]
            return
        self.message = _("Le kit est prêt : {path}").format(path=path)

    def turn(self, seat: str) -> None:
        """Go from held by someone to held by the program, then to nobody where that may be."""
        content = self.content
        optional = content is not None and content.scenario.seats[seat].optional
        if seat in self.absent:
            self.absent.discard(seat)
        elif seat in self.simulated or self.past:
            self.simulated.discard(seat)
            if optional:
                self.absent.add(seat)
        else:
            self.simulated.add(seat)

    @property
    def people(self) -> int:
        """Count the seats in play."""
        content = self.content
        if content is None:
            return 0
        if not self.named:
            return self.size or content.scenario.seated or len(content.scenario.seats)
        return len(content.scenario.seats) - len(self.absent)

    @property
    def sizes(self) -> tuple[int, int]:
        """Give how few and how many seats the situation takes."""
        content = self.content
        if content is None:
            return 0, 0
        seats, players = content.scenario.seats, content.content.game.players
        needed = sum(not one.optional for one in seats.values())
        return max(needed, players.min), min(len(seats), players.max)

    def resize(self, by: int) -> None:
        """Have more people, or fewer: optional seats fill in their order, and empty from the end.

        A change beyond what the situation takes is none.
        """
        content, (least, most) = self.content, self.sizes
        if content is None or not (self.people < most if by > 0 else self.people > least):
            return
        if not self.named:
            self.size = self.people + by
            return
        seats = content.scenario.seats
        if by > 0:
            self.absent -= set([one for one in seats if one in self.absent][:1])
            return
        here = [one for one in seats if seats[one].optional and one not in self.absent]
        self.absent |= set(here[-1:])
        self.simulated -= set(here[-1:])

    def turn_past(self) -> None:
        """Record a session already played on paper, or play one now."""
        self.past = not self.past
        self.absent, self.simulated, self.size = set(), set(), None
