"""What a kind of phase is: pure functions from a moment to what is asked and what is left."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.changes import changed
from eclaireurs_play.engine.domains import Nothing
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP, Gesture, Pass
from eclaireurs_play.engine.improvised import duty
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, Leaf, Outcome, State, items_used
from eclaireurs_play.model.phases import PhaseBase

P = TypeVar("P", bound=PhaseBase)


@dataclass(frozen=True, slots=True)
class Here(Generic[P]):
    """A moment in a phase of one kind."""

    rules: Rules
    state: State
    phase: P
    leaf: Leaf

    def waiting(self, turns: int = 1) -> tuple[str, ...]:
        """List who still has a turn to take, in order, when each takes so many."""
        return tuple(actor for actor in self.present if self.leaf.taken[actor] < turns)

    @property
    def present(self) -> tuple[str, ...]:
        """List who acts here, without those whose seat nobody holds now."""
        actors, away = self.leaf.actors, self.state.away
        return tuple(one for one in actors if one not in away) if away else actors

    @property
    def least(self) -> int:
        """Count the turns taken by whoever took fewest among those present."""
        return min((self.leaf.taken[actor] for actor in self.present), default=0)

    def names(self, actors: tuple[str, ...]) -> str:
        """Write a list of actors as people read it; how many, where pseudonyms answer in secret.

        To wait aloud for a pseudonym would show whose hand goes to the box next.
        """
        if actors and self.rules.game.anonymous and self.phase.hidden:
            return people(len(actors))
        return each(self.rules.name(actor) for actor in actors)


class Kind(Generic[P]):
    """The behaviour of a kind; subclasses say what differs."""

    on_proposals = False
    """Whether people make, change or accept proposals here."""

    def turns(self, phase: P) -> int:
        """Count the turns each actor takes."""
        del phase
        return 1

    def most_turns(self, phase: P) -> int:
        """Count the turns an actor may take."""
        return self.turns(phase)

    def unveils(self, here: Here[P]) -> bool:
        """Tell whether what was hidden is shown once the phase closes; a secret ballot never is."""
        del here
        return True

    def begin(self, here: Here[P]) -> State:
        """Prepare the phase."""
        return here.state

    def asks(self, here: Here[P], by: str) -> Iterator[Ask]:
        """Yield every gesture someone could make here, guarded or not."""
        raise NotImplementedError

    def dress(self, here: Here[P], contribution: Contribution) -> Contribution:
        """Complete what is kept of a gesture."""
        del here
        return contribution

    def after(self, here: Here[P], contribution: Contribution) -> State:
        """Move cards and seats as the gesture, already recorded, requires."""
        del contribution
        return here.state

    def stands_in_the_way(self, here: Here[P], by: str, gesture: Gesture) -> Guard | None:
        """Say which rule a gesture of the right shape would break."""
        del here, by, gesture
        return None

    def ends_turn(self, here: Here[P], contribution: Contribution) -> bool:
        """Tell whether a gesture, already recorded, ends the turn of who made it."""
        del here, contribution
        return True

    def missing(self, here: Here[P]) -> Guard | None:
        """Say what the phase still waits for, if anything."""
        waiting = here.waiting(self.turns(here.phase))
        if here.phase.order == "free" or not waiting:
            return None
        return Guard("turns-left", f"Il reste à entendre : {here.names(waiting)}.")

    def half_done(self, here: Here[P]) -> Guard | None:
        """Say what the phase would leave broken if it closed now, even shortened."""
        del here
        return None

    def outcome(self, here: Here[P]) -> Outcome:
        """Say what the phase settles."""
        del here
        return Outcome()

    def owed(self, here: Here[P]) -> tuple[Guard, ...]:
        """List what people owed, did not bring, and no longer can; nothing refused it."""
        del here
        return ()

    def attended(self, here: Here[P], newcomer: str) -> State:
        """Go on, when who is present has just changed; `newcomer` is a seat new to the phase."""
        del newcomer
        return here.state

    def takes(self, here: Here[P], family: str) -> bool:
        """Tell whether a card of a family, shown to everyone, is then among those spoken of."""
        del here, family
        return False

    def zones(self, here: Here[P], family: str) -> Mapping[str, str]:
        """Give the zones where a card of a family may be laid, with their titles."""
        del here, family
        return {}

    def turn_guard(self, here: Here[P], by: str) -> Guard | None:
        """Say why it is not someone's turn, if it is not."""
        if here.phase.order == "free":
            return None
        if here.leaf.taken.get(by, 0) >= self.most_turns(here.phase):
            name = here.rules.name(by)
            return Guard("turn-taken", f"{capital(name)} a déjà joué dans cette étape.")
        if here.phase.order == "together":
            return None
        least = here.least
        if least >= self.turns(here.phase):
            return None
        first = next(actor for actor in here.present if here.leaf.taken[actor] == least)
        if by == first:
            return None
        return Guard("not-your-turn", f"C'est d'abord à « {here.rules.name(first)} » de jouer.")


def actors_of(rules: Rules, state: State, phase: PhaseBase) -> tuple[str, ...]:
    """List who acts in a phase; named roles mean the seats that hold them now.

    With `only`, seats that the result lists; none when it lists none.
    """
    if phase.who == "facilitator":
        return (FACILITATOR,)
    if phase.who == "group":
        return (GROUP,)
    kept = items_used(state, (phase.only,)) if phase.only else tuple(state.seats)
    seats = tuple(seat for seat in rules.scenario.seats if seat in state.seats and seat in kept)
    if phase.who == "each-seat":
        return seats
    wanted = phase.who
    return tuple(
        seat for seat in seats if seat in wanted or duty(rules, state.seats[seat]) in wanted
    )


def pass_ask(guard: Guard | None, *, needed: bool = False) -> Ask:
    """Ask whether someone leaves their turn."""
    return Ask("pass", "", Nothing(Pass()), "Passer son tour", needed=needed, guard=guard)


def with_leaf(state: State, leaf: Leaf) -> State:
    """Put a changed leaf into the state."""
    return changed(state, leaf=leaf)


def each(names: Iterable[str]) -> str:
    """Write names one after the other; semicolons keep apart those that hold a comma."""
    every = tuple(names)
    return (" ; " if any("," in one for one in every) else ", ").join(every)


def people(count: int) -> str:
    """Say how many people: « 1 personne », « 3 personnes »."""
    return f"{count} personne{'s' if count > 1 else ''}"


def capital(sentence: str) -> str:
    """Begin with a capital, leaving the rest as it is."""
    return sentence[:1].upper() + sentence[1:]
