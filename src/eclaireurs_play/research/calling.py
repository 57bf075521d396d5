"""Who is called, and when: the program hosts, plays the seats that are not agents, and waits."""

from collections.abc import Collection
from dataclasses import dataclass

from eclaireurs_play.engine.gestures import FACILITATOR, GROUP, Action, Close
from eclaireurs_play.engine.transition import SESSION
from eclaireurs_play.errors import RefusedError
from eclaireurs_play.play.policies import luck_of, next_action, table
from eclaireurs_play.play.session import Session
from eclaireurs_play.research.actions import Actions, Open

_AT_MOST = 5000
"""How many actions the program makes in a row before it gives up."""

_STUCK = "Personne n'a plus de quoi continuer."


@dataclass(frozen=True, slots=True)
class Call:
    """An agent that has a choice to make."""

    agent: str
    open: Open


class Host:
    """Plays the program's part of a session between two calls.

    Seats that took the fewest turns come first, then the group, then whoever hosts. An agent that
    has only one action open is not called: that action is made. One of which something is expected
    that no action stands for is played by the program, this once.
    """

    def __init__(
        self, session: Session, actions: Actions, agents: Collection[str], *, optional: bool
    ) -> None:
        self.session = session
        self.actions = actions
        self.agents = agents
        self.optional = optional
        self._policies = table(session)
        self._left: set[tuple[object, ...]] = set()

    def next_call(self) -> Call | None:
        """Play up to the next call; None when the session is over.

        When nobody goes on (all pass, too few joined), whoever hosts closes the phase if the rules
        let it be shortened, else stops the session.
        """
        for _ in range(_AT_MOST):
            if self.session.state.status != "playing":
                return None
            step = self._step() or self._closing()
            if isinstance(step, Call):
                return step
            self.session.play(step)
        return None

    def action(self, call: Call | None, number: int | None) -> Action | None:
        """Give the action that a number stands for, None when it is to wait.

        RefusedError when it is not open.
        """
        if call is None or number is None or number not in call.open.numbers():
            raise RefusedError("masked", f"L'action {number} n'est pas ouverte ici.")
        gesture = call.open.gesture(int(number))
        return Action(call.agent, gesture) if gesture else None

    def answer(self, call: Call | None, number: int | None) -> None:
        """Make the action that a number stands for; RefusedError when it is not open."""
        action, moment = self.action(call, number), self._moment()
        if action is not None:
            self.session.play(action)
        if call is not None and number == 0 and call.open.leaves:
            self._left.add((call.agent, *moment))

    def _moment(self) -> tuple[object, ...]:
        """Tell apart the moments at which who has left may be called again."""
        state = self.session.state
        return (len(state.results), *((state.leaf.step, state.leaf.round) if state.leaf else ()))

    def _step(self) -> Call | Action | None:
        """Find the next call, or what the program does."""
        quiet, moment = [], self._moment()
        for seat in self._seats():
            found = self._of_seat(seat)
            if not isinstance(found, Call):
                if found is not None:
                    return found
            elif (seat, *moment) not in self._left:
                if not found.open.waits:
                    return found
                quiet.append(found)
        if quiet:
            return quiet[0]
        return next_action(self.session, self._policies, (GROUP, FACILITATOR))

    def _seats(self) -> list[str]:
        """List the seats, those that took the fewest turns in this phase first."""
        state = self.session.state
        taken = state.leaf.taken if state.leaf else {}
        return sorted(state.seats, key=lambda seat: taken.get(seat, 0))

    def _closing(self) -> Action:
        asks = self.session.legal_actions(FACILITATOR)
        phases = (one.about for one in asks if one.do == "close" and one.about != SESSION)
        return Action(FACILITATOR, Close(next(phases, SESSION), _STUCK))

    def _of_seat(self, seat: str) -> Call | Action | None:
        """Call an agent that has a choice; else do what the program would."""
        session, policy = self.session, self._policies[seat]
        if seat not in self.agents:
            return next_action(session, self._policies, (seat,))
        seen = session.view(seat)
        found = self.actions.open_to(seen, optional=self.optional)
        if found is None:
            return None
        numbers = found.numbers()
        if numbers.size > 1:
            return Call(seat, found)
        stands = numbers.size and (numbers[0] or not found.asks)
        gesture = (
            found.gesture(int(numbers[0]))
            if stands or found.waits
            else policy(session.rules, seen, found.asks, luck_of(session, seat))
        )
        return Action(seat, gesture) if gesture else None
