"""What is offered at a table, the gesture taken up, and its form; nothing here is played yet."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field

from eclaireurs_play import api
from eclaireurs_play.engine.state import State
from eclaireurs_play.play.envelope import Envelope, is_wanted
from eclaireurs_play.play.session import Session
from eclaireurs_play.table.cards import Cards
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.forms import Asked, Form, form_for
from eclaireurs_play.table.offers import Key, Offer, Offers


@dataclass
class Taking(ABC):
    """A session and the gesture that someone is about to make in it.

    `actor` is who was chosen, `message` what the desk says, `parting` a session being left.
    """

    opened: api.Opened
    cards: Cards
    message: str = ""
    actor: str = ""
    looking_up: bool = False
    parting: Editor | None = None
    envelope: Envelope = field(init=False)
    _chosen: Key | None = None
    _form: tuple[Key, int, Form] | None = None
    _offers: Offers | None = None

    def __post_init__(self) -> None:
        """Keep slips in an envelope."""
        self.envelope = Envelope(self.session)

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

    def offers_of(self, actor: str) -> Offers:
        """Give what someone may do; a pseudonym that answered looks like one that did not."""
        if not self.veiled or actor not in self.state.seats or self.offers.waited(actor):
            return self.offers
        return Offers(self.session.rules, self.session.state)

    @property
    def offer(self) -> Offer | None:
        """Give the gesture being made: the one chosen, else the next of whoever was chosen."""
        offers = self.offers
        chosen = offers.find(self._chosen) or self.offers_of(self.actor).find(self._chosen)
        if chosen is not None:
            return chosen
        if self.actor:
            offers = self.offers_of(self.actor)
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
            seen = self.session.state if self.veiled else self.state
            asked = Asked(self.session.rules, seen, offer.actor, offer.ask)
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

    @abstractmethod
    def submit(self) -> None:
        """Make the gesture that the form holds."""
