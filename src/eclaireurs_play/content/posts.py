"""What a phase says of things it names itself: the fields of its posts, the lists of its lots."""

from collections.abc import Iterator, Mapping
from typing import Any

from eclaireurs_play.content.names import Names, Part, Problems, named
from eclaireurs_play.content.places import Source, Trail
from eclaireurs_play.content.wording import quoted
from eclaireurs_play.model.deck import Family
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.phases import PhaseBase

FIELDS = ("function", "level", "hours", "apart")
"""The keys of a phase on posts that name a field of their family."""


def of_phase(
    phase: PhaseBase, trail: Trail, source: Source, families: Mapping[str, Family]
) -> Problems:
    """Check what a phase says of its posts, when their family is known."""
    family = families.get(getattr(phase, "posts", ""))
    if family is None:
        return
    names = Names({"field": family.fields})
    for key in FIELDS:
        yield from names.unknown(source, named((*trail, key), "field", getattr(phase, key) or ()))
    function, level, hours = (_field(phase, key, family) for key in FIELDS[:3])
    for key, field in (("function", function), ("level", level)):
        if field and field.one_of is None:
            yield source.problem((*trail, key), *_told(phase, key, "un choix (one_of)"))
    if hours and hours.number is None:
        yield source.problem((*trail, "hours"), *_told(phase, "hours", "un nombre (number)"))
    options = (_options(level), _options(function))
    yield from _levels(getattr(phase, "levels", {}), (*trail, "levels"), source, options)


def suit(
    phase: PhaseBase, trail: Trail, source: Source, families: Mapping[str, Family]
) -> Problems:
    """Check that the criteria of a charter have the field that names their suit."""
    family = families.get(str(getattr(phase, "criteria", "")))
    if family is not None:
        parts: Iterator[Part] = named((*trail, "suit"), "field", getattr(phase, "suit", ()))
        yield from Names({"field": family.fields}).unknown(source, parts)


def pools(phase: PhaseBase, trail: Trail, source: Source) -> Problems:
    """Check that what is drawn by lot is drawn from lists that the phase gives."""
    pools: Mapping[str, str] | None = getattr(phase, "pools", None)
    if pools is not None:
        drawn: Mapping[str, int] = getattr(phase, "draw", {})
        parts: Iterator[Part] = (((*trail, "draw", name), "pool", name) for name in drawn)
        yield from Names({"pool": pools}).unknown(source, parts, key=True)


Options = tuple[Mapping[str, object] | None, Mapping[str, object] | None]
"""The choices for a level, then for a function; None when no field gives them."""


def _levels(levels: Mapping[str, Any], trail: Trail, source: Source, known: Options) -> Problems:
    """Check that levels, and the functions they cap, are those of the cards."""
    ids, functions = known
    if ids is not None:
        parts: Iterator[Part] = (((*trail, name), "option", name) for name in levels)
        yield from Names({"option": ids}).unknown(source, parts, key=True)
    if functions is not None:
        caps: Iterator[Part] = (
            ((*trail, name, "most", one), "option", one)
            for name, level in levels.items()
            for one in level.most
        )
        yield from Names({"option": functions}).unknown(source, caps, key=True)


def _field(phase: PhaseBase, key: str, family: Family) -> Field | None:
    return family.fields.get(getattr(phase, key) or "")


def _options(field: Field | None) -> Mapping[str, object] | None:
    return field.one_of if field else None


def _told(phase: PhaseBase, key: str, wanted: str) -> tuple[str, str]:
    name = getattr(phase, key)
    return f"le champ {quoted(name)} devrait être {wanted}", "d'après la famille de ces places"
