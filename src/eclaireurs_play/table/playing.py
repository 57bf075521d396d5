"""A session on the table: what is offered, the form being filled, the clock; no pixels, no keys."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from eclaireurs_play import api
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Close, Gesture, Pass
from eclaireurs_play.engine.state import State
from eclaireurs_play.engine.transition import SESSION
from eclaireurs_play.errors import EclaireursError, RefusedError
from eclaireurs_play.play.envelope import Envelope, is_wanted
from eclaireurs_play.play.notation import read_typed
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session
from eclaireurs_play.table.cards import Cards
from eclaireurs_play.table.clock import Countdown
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.forms import Asked, Form, form_for
from eclaireurs_play.table.interlude import Interlude
from eclaireurs_play.table.log import Log
from eclaireurs_play.table.offers import Key, Offer, Offers
from eclaireurs_play.table.past import Past, Undoing
from eclaireurs_play.table.wall import Shown
from eclaireurs_play.table.words import _, ngettext

Side = Literal["work", "log", "people"]


@dataclass(slots=True)
class Correction:
    """A text of the log being corrected: that of the action numbered `count`, from 1."""

    count: int
    editor: Editor


@dataclass
class Playing:
    """A session being played; every change goes through its journal first."""

    opened: api.Opened
    cards: Cards
    journal: Path | None = None
    countdown: Countdown = field(default_factory=Countdown)
    log: Log = field(default_factory=Log)
    message: str = ""
    zoom: str = ""
    looking_up: bool = False
    say: bool = True
    side: Side = "work"
    undoing: Undoing | None = None
    actor: str = ""
    entry: Editor | None = None
    correction: Correction | None = None
    interlude: Interlude | None = None
    advice: frozenset[str] = frozenset()
    revealed: bool = False
    begin: Callable[[api.Opened, Path], None] | None = None
    home: Callable[[], None] | None = None
    parting: Editor | None = None
    envelope: Envelope = field(init=False)
    past: Past = field(init=False)
    _chosen: Key | None = None
    _form: tuple[Key, int, Form] | None = None
    _offers: Offers | None = None
    _phase: tuple[str, int] = ("", -1)

    def __post_init__(self) -> None:
        """Let the program do its part, and begin the clock."""
        self.envelope = Envelope(self.session)
        self.past = Past(self.session)
        lost = (_lost(),) if self.session.played and self.veiled else ()
        self.message = " ".join((*self.opened.said, *lost))
        self._others_play()
        self._moved()

    @property
    def session(self) -> Session:
        """Give the session."""
        return self.opened.session

    @property
    def state(self) -> State:
        """Give where the session is, the slips of an anonymous phase included."""
        return self.envelope.inside().state

    @property
    def over(self) -> bool:
        """Tell whether the session has ended."""
        return self.session.state.status != "playing"

    @property
    def veiled(self) -> bool:
        """Tell whether nobody is to know who has answered, behind which pseudonym."""
        return is_wanted(self.session)

    @property
    def offers(self) -> Offers:
        """Give what may be done now."""
        state = self.state
        if self._offers is None or self._offers.state is not state:
            self._offers = Offers(self.session.rules, state)
        return self._offers

    @property
    def offer(self) -> Offer | None:
        """Give the gesture being made: the one chosen, else the next of whoever was chosen."""
        offers = self.offers
        chosen = offers.find(self._chosen)
        if chosen is not None:
            return chosen
        if self.actor:
            theirs = [one for one in offers.needed if one.actor == self.actor]
            return next(iter((*theirs, *offers.beside(self.actor))), None)
        found = offers.next
        if found is not None and self.veiled and found.actor in self.state.seats:
            return None
        return found

    @property
    def form(self) -> Form | None:
        """Give the form of the gesture being made; it keeps what was typed."""
        offer = self.offer
        if offer is None:
            return None
        moment = self.state.actions
        if self._form is None or self._form[:2] != (offer.key, moment):
            asked = Asked(self.session.rules, self.state, offer.actor, offer.ask)
            self._form = offer.key, moment, form_for(asked, self.submit)
        return self._form[2]

    def choose(self, offer: Offer) -> None:
        """Take up a gesture."""
        self._chosen, self.actor, self.message = offer.key, offer.actor, ""
        self.parting = None
        self.looking_up = False

    def pick(self, actor: str) -> None:
        """Look at what someone may do."""
        self._chosen, self.message, self.parting = None, "", None
        self.actor = "" if self.actor == actor else actor

    def forget(self) -> None:
        """Leave what was being typed or chosen, before someone else looks."""
        self._chosen, self._form, self.actor, self.message = None, None, "", ""

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

    def turn_entry(self) -> None:
        """Open the line where what was played on paper is typed, or close it."""
        self.entry = Editor(single=True) if self.entry is None else None

    def _make(self, actions: tuple[Action, ...]) -> bool:
        """Play actions that stand or fall together; tells whether they were taken."""
        before = len(self.session.played)
        try:
            if self.envelope.takes(actions):
                self.envelope.put(actions)
            else:
                self._play(actions)
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

    def _play(self, actions: tuple[Action, ...]) -> None:
        """Play actions; what closes a phase opens the envelope first, unless it is refused."""
        if self.envelope and any(isinstance(one.gesture, Close) for one in actions):
            self.envelope.check(actions)
            self.envelope.open()
        self.session.play_all(actions)

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
            self.envelope.open()
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
        """End the phase, or the session."""
        self.make(FACILITATOR, Close(about, reason))

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
        """Take back what the last press did."""
        if self.envelope.take_out(1):
            self._settled()
            self.message = self._slips()
            return
        self.back(self.past.last, knowingly=knowingly)

    def back(self, count: int, *, knowingly: bool = False) -> None:
        """Take back so many actions; a secret that was seen asks for a second press."""
        if self.sealed():
            return
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

    def back_to(self, count: int) -> None:
        """Go back to where the session had so many actions."""
        self.back(len(self.session.played) - count)

    def redo(self) -> None:
        """Put back what was undone."""
        if self.sealed():
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

    def bookmark(self) -> None:
        """Mark this moment, to find it again."""
        if self.sealed():
            return
        name = _("signet {count}").format(count=len(self.session.bookmarks) + 1)
        try:
            self.session.bookmark(name)
        except EclaireursError as error:
            self.message = str(error)
            return
        self.message = _("Signet posé : {name}.").format(name=name)

    def _settled(self) -> None:
        self._chosen, self.actor, self.message, self.undoing = None, "", "", None
        self._moved()

    def _moved(self) -> None:
        """Begin the countdown of a phase that has just opened."""
        state = self.session.state
        here = (state.leaf.phase if state.leaf else "", len(state.results))
        if here != self._phase:
            self._phase, self.say = here, True
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
        )


def _lost() -> str:
    """Say what a session taken up again in an anonymous phase may have lost."""
    return _(
        "Si la table s'est arrêtée d'un coup, les papiers de l'enveloppe sont perdus : "
        "redemandez-les."
    )
