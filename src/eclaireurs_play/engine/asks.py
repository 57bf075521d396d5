"""What the table may ask of someone, and why it may refuse."""

from dataclasses import dataclass

from eclaireurs_play.engine.domains import Domain


@dataclass(frozen=True, slots=True)
class Guard:
    """A rule that stands in the way: refused at the table, a deviation when recording the past."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A gesture open to someone: its verb, what it bears on, what it may hold.

    `prompt` is what to say or do, in French; `needed` when the phase waits for it;
    `guard` when a rule stands in the way for now.
    """

    do: str
    about: str
    domain: Domain
    prompt: str
    needed: bool = False
    guard: Guard | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """An action that changes nothing: a stable code and a French sentence.

    `rule` tells a rule of the game from a slip (an unknown card, a value out of its scale).
    """

    code: str
    sentence: str
    rule: bool = False
