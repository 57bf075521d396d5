"""A session on the table: what is played, undone, typed, and the clock; no pixels, no keys."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from typing_extensions import override

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Close, Create, Gesture, Pass
from eclaireurs_play.engine.transition import SESSION, unfinished
from eclaireurs_play.errors import EclaireursError, RefusedError
from eclaireurs_play.play.notation import read_typed
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.table.clock import Countdown
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.interlude import Interlude
from eclaireurs_play.table.leaves import Leaves
from eclaireurs_play.table.log import Log
from eclaireurs_play.table.marks import Renaming
from eclaireurs_play.table.past import Past, Undoing
from eclaireurs_play.table.taking import Taking
from eclaireurs_play.table.wall import Shown
from eclaireurs_play.table.words import _, ngettext

if TYPE_CHECKING:
    from eclaireurs_play.table.attending import Attending
    from eclaireurs_play.table.creating import Creation

Side = Literal["work", "log", "people"]


@dataclass(slots=True)
class Correction:
    """A text of the log being corrected: that of the action numbered `count`, from 1."""

    count: int
    editor: Editor


@dataclass
class Playing(Taking):
    """A session being played; every change goes through its journal first.

    `say` tells whether the words to say aloud are unfolded; None, when they leave room enough.
    """

    journal: Path | None = None
    countdown: Countdown = field(default_factory=Countdown)
    log: Log = field(default_factory=Log)
    zoom: str = ""
    say: bool | None = None
    side: Side = "work"
    undoing: Undoing | None = None
    entry: Editor | None = None
    correction: Correction | None = None
    interlude: Interlude | None = None
    advice: frozenset[str] = frozenset()
    revealed: bool = False
    mapped: bool = False
    begin: Callable[[api.Opened, Path], None] | None = None
    home: Callable[[], None] | None = None
    attending: "Attending | None" = None
    creating: bool = False
    creation: "Creation | None" = None
    leaves: Leaves = field(default_factory=Leaves)
    renaming: Renaming | None = None
    past: Past = field(init=False)
    _phase: tuple[str, int] = ("", -1)

    @override
    def __post_init__(self) -> None:
        """Let the program do its part, and begin the clock."""
        super().__post_init__()
        self.past = Past(self.session)
        lost = (_lost(),) if self.session.played and self.veiled else ()
        self.message = " ".join((*self.opened.said, *lost))
        self._others_play()
        self._moved()

    @override
    def submit(self) -> None:
        """Make the gesture that the form holds."""
        offer, form = self.offer, self.form
        if offer is None or form is None:
            return
        gesture = form.gesture()
        if gesture is None:
            self.message = _("Il manque quelque chose : remplissez ou choisissez d'abord.")
            return
        self.make(offer.actor, gesture)

    def make(self, actor: str, gesture: Gesture) -> bool:
        """Make a gesture, then let the program do its part; a refusal is said, nothing is lost."""
        return self._make((Action(actor, gesture),))

    def enter(self) -> None:
        """Play the line that was typed, wholly or not at all, as at the terminal."""
        if self.entry is None or not (line := self.entry.text.strip()):
            return
        try:
            actions = read_typed(line, self.session.rules, self.state)
        except EclaireursError as error:
            self.message = str(error)
            return
        if self._make(actions):
            self.entry = Editor(single=True)
            self.message = self.message or self._too_long(actions)

    def _too_long(self, actions: tuple[Action, ...]) -> str:
        """Say that a card just made has more words than it has room for."""
        if not any(isinstance(one.gesture, Create) for one in actions):
            return ""
        card = self.session.rules.cards.get(self.state.improvised[-1].code)
        if card is None or self.cards.preview(card, 0, 0, 1)[1]:
            return ""
        return _("Tout ne tient pas sur la carte : raccourcissez.")

    def turn_entry(self) -> None:
        """Open the line where what was played on paper is typed, or close it."""
        self.entry = Editor(single=True) if self.entry is None else None

    def _make(self, actions: tuple[Action, ...]) -> bool:
        """Play actions that stand or fall together; tells whether they were taken."""
        before = len(self.session.played)
        try:
            if self.envelope.takes(actions):
                self.envelope.put(actions)
                self.past.slipped()
            else:
                before += self._play(actions)
        except EclaireursError as error:
            self.message = str(error)
            return False
        self.message, self._chosen, self.undoing = self._slips(), None, None
        self._others_play()
        self.past.made(len(self.session.played) - before)
        if not self.offers.waited(self.actor):
            self.actor = ""
        self._moved()
        return True

    def _play(self, actions: tuple[Action, ...]) -> int:
        """Play actions; what closes a phase opens the envelope first, unless it is refused.

        Counts what was in the envelope: a press of its own, undone apart.
        """
        slips = 0
        if self.envelope and any(isinstance(one.gesture, Close) for one in actions):
            self.envelope.check(actions)
            slips = len(self.envelope.open())
            self.past.opened(slips)
        self.session.play_all(actions)
        return slips

    def _slips(self) -> str:
        """Say how many slips wait, and nothing of what they say."""
        count = len(self.envelope)
        if not count:
            return ""
        return ngettext(
            "Dans l'enveloppe : {count} papier ; on l'ouvre quand l'étape se clôt.",
            "Dans l'enveloppe : {count} papiers.",
            count,
        )

    def leave(self) -> None:
        """Keep everything before the windows close: slips that wait are opened."""
        if not self.envelope:
            return
        try:
            self.past.opened(len(self.envelope.open()))
        except EclaireursError as error:
            self.message = str(error)

    def sealed(self) -> bool:
        """Tell whether slips wait, and say that what was asked would open them too soon."""
        if self.envelope:
            self.message = _("L'enveloppe s'ouvre quand l'étape se clôt.")
        return bool(self.envelope)

    def passes(self, actor: str) -> None:
        """Leave someone's turn."""
        self.make(actor, Pass())

    def close(self, about: str, reason: str = "") -> None:
        """End the phase, or the session; what a phase still waited for is said."""
        left = "" if about == SESSION else unfinished(self.session.rules, self.state)
        if self.make(FACILITATOR, Close(about, reason)) and left:
            words = _("Étape close avant la fin. {left} « Annuler » la rouvre.").format(left=left)
            self.message = " ".join(filter(None, (words, self.message)))

    def part(self) -> None:
        """Ask how people part: the session kept for later, or ended where it is."""
        self.parting = Editor(single=True) if self.parting is None else None
        self.side, self.message = "work", ""

    def stop(self, reason: str = "") -> None:
        """End the session where it is."""
        self.parting = None
        self.close(SESSION, reason)

    def _others_play(self) -> None:
        """Let the program hold its seats; those who wait for the slips act once they are played."""
        if self.envelope:
            return
        try:
            for _action in autoplay(self.session):
                pass
        except EclaireursError as error:
            self.message = str(error)

    def undo(self, *, knowingly: bool = False) -> None:
        """Take back what the last press did; slips put in before it stay in the envelope."""
        if not self.past.is_slip:
            self._take_back(self.past.last, knowingly=knowingly)
            return
        self.envelope.take_out(1)
        self.past.took_out()
        self._settled()
        self.message = " ".join((_("Le dernier papier est retiré."), self._slips())).strip()

    def back(self, count: int, *, knowingly: bool = False) -> None:
        """Take back so many actions, unless slips wait; what was seen asks for a second press."""
        if (self.envelope and count == self.past.last) or not self.sealed():
            self._take_back(count, knowingly=knowingly)

    def _take_back(self, count: int, *, knowingly: bool) -> None:
        try:
            self.past.back(count, knowingly=knowingly)
        except RefusedError as error:
            if error.code == "secret-revealed":
                self.undoing = Undoing(count, str(error))
            else:
                self.message = str(error)
            return
        except EclaireursError as error:
            self.message = str(error)
            return
        self._settled()
        if self.envelope:
            self.message = " ".join((_("Annulé, sans toucher aux papiers."), self._slips()))

    def keep_all(self) -> None:
        """Take back nothing after all."""
        self.undoing = None

    def back_to(self, count: int) -> None:
        """Go back to where the session had so many actions."""
        self.back(len(self.session.played) - count)

    def redo(self) -> None:
        """Put back what was undone."""
        if not self.past.may_redo and self.sealed():
            return
        try:
            self.past.redo()
        except EclaireursError as error:
            self.message = str(error)
            return
        self._settled()

    def amend(self, count: int) -> None:
        """Take up a text of the log, to correct it."""
        gesture = self.past.written(count)
        if gesture is not None and not self.sealed():
            self.correction = Correction(count, Editor(gesture.text))

    def corrected(self) -> None:
        """Keep the correction."""
        correction = self.correction
        if correction is None or self.sealed():
            return
        try:
            self.past.correct(correction.count, correction.editor.text.strip())
        except EclaireursError as error:
            self.message = str(error)
            return
        self.correction = None
        self._settled()

    def _settled(self) -> None:
        self._chosen, self.actor, self.message, self.undoing = None, "", "", None
        self._moved()

    def _moved(self) -> None:
        """Take up what was made; begin the countdown of a phase that has just opened."""
        self.cards.take_up(self.session.rules)
        state = self.session.state
        here = (state.leaf.phase if state.leaf else "", len(state.results))
        if here != self._phase:
            self._phase, self.say = here, None
            minutes = self.session.rules.phases[here[0]].minutes if here[0] else 0
            self.countdown.plan(minutes)

    def shown(self) -> Shown:
        """Give what the projector is drawn from; it keeps what anyone may know."""
        return Shown(
            self.session.rules,
            self.state,
            self.countdown.words() if self.countdown.used else "",
            paused=self.countdown.used and not self.countdown.running,
            zoom=self.zoom,
            revealed=self.revealed,
            mapped=self.mapped,
        )


def _lost() -> str:
    """Say what a session taken up again in an anonymous phase may have lost."""
    return _(
        "Si la table s'est arrêtée d'un coup, les papiers de l'enveloppe sont perdus : "
        "redemandez-les."
    )
