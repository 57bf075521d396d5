"""Variants of a scenario: what could be taken out of it, seats in another order, values swept.

A variant is the file as its author would have written it: scales that run over every proposal and
every surprise are the variant's own. Session n has the same seed in every variant of a batch.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from eclaireurs_play.content.bundle import ScenarioContent, phases_of
from eclaireurs_play.simulation.assigning import FIRST, OFF, Assignment, VariantError, assignment
from eclaireurs_play.simulation.labels import label
from eclaireurs_play.simulation.sweeps import Sweep, grid
from eclaireurs_play.simulation.varying import varied

Kind = Literal["settings", "surprise", "option", "seat", "card", "order"]
"""What a variant changes: values that someone gave, one thing taken out, or the order of seats."""

AS_IS = "tel quel"


@dataclass(frozen=True, slots=True)
class Variant:
    """What is changed in a scenario as written, and a short French label.

    `spot` is what `ScenarioContent.where` takes to find the thing taken out; empty for settings.
    """

    label: str
    assignments: tuple[Assignment, ...] = ()
    kind: Kind = "settings"
    spot: tuple[str, ...] = ()

    def content(self, base: ScenarioContent) -> ScenarioContent:
        """Give the content of this variant; raises VariantError as `varied` does."""
        return varied(base, self.assignments)

    def described(self) -> dict[str, Any]:
        """Give what `variant_from` reads back."""
        return {
            "label": self.label,
            "kind": self.kind,
            "set": [str(one) for one in self.assignments],
        }


def variant_from(described: Mapping[str, Any]) -> Variant:
    """Read a variant that was described; VariantError when it is not one."""
    try:
        words, kind, written = (described[key] for key in ("label", "kind", "set"))
        asked = tuple(assignment(str(one)) for one in written)
    except (KeyError, TypeError):
        raise VariantError("Cette variante n'est plus lisible.") from None
    return Variant(
        str(words), asked, kind, _spot(asked[-1]) if asked and kind != "settings" else ()
    )


def settings(content: ScenarioContent, given: Iterable[Assignment]) -> Variant:
    """Make the variant that someone asked for; VariantError when it can't be."""
    asked = tuple(given)
    varied(content, asked)
    return Variant(" ; ".join(label(content, one) for one in asked) or AS_IS, asked)


def swept(
    content: ScenarioContent, sweeps: Iterable[Sweep], given: Iterable[Assignment] = ()
) -> tuple[Variant, ...]:
    """Make a variant of each way to combine the values of sweeps, on what is given besides."""
    asked = tuple(given)
    variants = []
    for point in grid(tuple(sweeps)):
        varied(content, (*asked, *point))
        words = " ; ".join(label(content, one) for one in point)
        variants.append(Variant(words or AS_IS, (*asked, *point)))
    return tuple(variants)


def knockouts(content: ScenarioContent, given: Iterable[Assignment] = ()) -> tuple[Variant, ...]:
    """Take out each surprise, each option, each optional seat, each card that a phase draws.

    What can't be taken out alone is left aside: an option in force, the last options of a term,
    the only criterion that covers a trigger. What is `given` inside a thing goes with it.
    """
    asked = tuple(given)
    base = varied(content, asked)
    paths: tuple[tuple[Kind, Iterator[str]], ...] = (
        (
            "surprise",
            (f"surprises.{name}" for name, one in base.scenario.surprises.items() if one.falls),
        ),
        ("option", _options(base)),
        ("seat", (f"seats.{name}" for name, one in base.scenario.seats.items() if one.optional)),
        ("card", (f"cards.{code}" for code in drawn_cards(base))),
    )
    found = (
        _one(content, asked, Assignment(path, OFF), kind) for kind, some in paths for path in some
    )
    return tuple(one for one in found if one is not None)


def orders(content: ScenarioContent, given: Iterable[Assignment] = ()) -> tuple[Variant, ...]:
    """Turn the seats so that each in turn comes first; the first of the file already does."""
    asked = tuple(given)
    seats = tuple(varied(content, asked).scenario.seats)[1:]
    every = (Assignment(f"seats.{seat}", FIRST) for seat in seats)
    found = (_one(content, asked, one, "order") for one in every)
    return tuple(one for one in found if one is not None)


def drawn_cards(content: ScenarioContent) -> tuple[str, ...]:
    """List the cards that some phase draws, and those that may be written into the charter.

    A family of one card keeps it.
    """
    game, charter = content.content, content.scenario.charter
    families = {one for phase, _ in phases_of(game.game) for one in getattr(phase, "families", ())}
    piles = {
        family: [code for code, card in game.cards.items() if card.family == family]
        for family in families
    }
    drawn = {code for pile in piles.values() if len(pile) > 1 for code in pile}
    drawn |= {*charter.criteria, *charter.guardrails} if charter else set()
    return tuple(code for code in game.cards if code in drawn)


def _options(base: ScenarioContent) -> Iterator[str]:
    """List the options of terms that keep at least two; one in force never leaves."""
    for term, one in base.scenario.terms.items():
        for option in one.options:
            if len(one.options) > _FEWEST and base.scenario.current.get(term) != option:
                yield f"terms.{term}.options.{option}"


def _one(
    content: ScenarioContent, given: tuple[Assignment, ...], own: Assignment, kind: Kind
) -> Variant | None:
    """Make a variant of one change; None when the result would not be sound."""
    inside = f"{own.path}."
    kept = tuple(one for one in given if not one.path.startswith(inside))
    try:
        varied(content, (*kept, own))
    except VariantError:
        return None
    return Variant(label(content, own), (*kept, own), kind, _spot(own))


_FEWEST = 2

_SPOTS = {"surprises": "surprise", "seats": "seat", "terms": "term", "cards": "card"}


def _spot(one: Assignment) -> tuple[str, ...]:
    """Say where the thing that a path ends at stands, for `ScenarioContent.where`."""
    head, *rest = one.path.split(".")
    return (_SPOTS[head], *rest) if head in _SPOTS else ()
