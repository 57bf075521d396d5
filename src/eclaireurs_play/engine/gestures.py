"""What people do, whatever the phase: a closed list of gestures, and actions that carry them.

`about` says what a gesture bears on: a card's code, a question, a bin, a form, an axis.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Audience = Literal["public", "parties", "facilitator"]
Value = str | float | tuple[str, ...]
Held = Literal["people", "simulated", "empty"]

FACILITATOR = "animateur"
GROUP = "groupe"
NEWS = "imprevus"
"""The pile of a scenario's surprises."""

ABSENT = "absent"
"""Someone who is not at the table, in whose place one may answer."""


@dataclass(frozen=True, slots=True)
class Draw:
    """Take a card of a pile; `card` names it when people hold printed cards or see them all."""

    about: str
    card: str = ""
    do: Literal["draw"] = "draw"


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show a card to everyone."""

    about: str
    do: Literal["reveal"] = "reveal"


@dataclass(frozen=True, slots=True)
class Write:
    """Say something worth keeping; `to` is who may read it."""

    about: str
    text: str
    to: Audience = "public"
    do: Literal["write"] = "write"


@dataclass(frozen=True, slots=True)
class Rate:
    """Describe what a card shows, on the game's ratings; `to` is who may read it."""

    about: str
    values: Mapping[str, Value]
    to: Audience = "public"
    do: Literal["rate"] = "rate"


@dataclass(frozen=True, slots=True)
class Choose:
    """Pick one or several options."""

    about: str
    options: tuple[str, ...]
    do: Literal["choose"] = "choose"


@dataclass(frozen=True, slots=True)
class Rank:
    """Put items in order, the first preferred; items of one group are tied."""

    about: str
    order: tuple[tuple[str, ...], ...]
    do: Literal["rank"] = "rank"


@dataclass(frozen=True, slots=True)
class Share:
    """Give each item its part of a whole."""

    about: str
    parts: Mapping[str, float]
    do: Literal["share"] = "share"


@dataclass(frozen=True, slots=True)
class Place:
    """Put a card or a note in a zone; `about` is the zone."""

    about: str
    item: str
    do: Literal["place"] = "place"


@dataclass(frozen=True, slots=True)
class Move:
    """Stand somewhere on an axis."""

    about: str
    value: int
    do: Literal["move"] = "move"


@dataclass(frozen=True, slots=True)
class Fill:
    """Fill fields of a form; a field filled again replaces what it held."""

    about: str
    values: Mapping[str, Value]
    do: Literal["fill"] = "fill"


@dataclass(frozen=True, slots=True)
class Pass:
    """Leave one's turn."""

    about: str = ""
    do: Literal["pass"] = "pass"


@dataclass(frozen=True, slots=True)
class Close:
    """End the current phase, or with `about` equal to `seance` the whole session."""

    about: str = ""
    reason: str = ""
    do: Literal["close"] = "close"


@dataclass(frozen=True, slots=True)
class Create:
    """Make a card, a surprise or a role on the spot; `values` are its fields."""

    about: str
    values: Mapping[str, Value]
    do: Literal["create"] = "create"


@dataclass(frozen=True, slots=True)
class Seat:
    """Say who holds a seat from now on: people, whose names may be told, the program or nobody."""

    about: str
    people: tuple[str, ...] = ()
    held: Held = "people"
    reason: str = ""
    do: Literal["seat"] = "seat"


@dataclass(frozen=True, slots=True)
class Clock:
    """Time as data: stop it, start it again, or say how many seconds went by."""

    about: Literal["pause", "resume", "elapsed"]
    seconds: int = 0
    do: Literal["clock"] = "clock"


Gesture = (
    Draw
    | Reveal
    | Write
    | Rate
    | Choose
    | Rank
    | Share
    | Place
    | Move
    | Fill
    | Pass
    | Close
    | Create
    | Seat
    | Clock
)


@dataclass(frozen=True, slots=True)
class Action:
    """A gesture and who makes it: a seat, the facilitator or the whole group."""

    by: str
    gesture: Gesture
