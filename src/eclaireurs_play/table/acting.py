"""What to press and type at the desk to make a gesture, one thing after the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from eclaireurs_play.engine.gestures import (
    Action,
    Choose,
    Create,
    Draw,
    Fill,
    Gesture,
    Move,
    Place,
    Rank,
    Rate,
    Share,
    Value,
    Write,
)
from eclaireurs_play.table.forms.quantities import words_of
from eclaireurs_play.table.scene import Scene


@dataclass(frozen=True, slots=True)
class Filling:
    """Words typed in a field, in the place of those it holds; "" only presses the place."""

    place: str
    words: str = ""


def deeds(gesture: Gesture, scene: Scene, held: Gesture | None = None) -> Iterator[Filling]:
    """List what is pressed and typed in the form of a gesture; the last press may make it.

    `held` is what the form holds at first: what is right already is left as it is.
    """
    match gesture:
        case Choose(options=options):
            yield from (Filling(f"form:option:{one}") for one in options)
        case Draw(card=card):
            yield from (Filling(f"form:card:{card}"),) if card else ()
        case Rank(order=order):
            yield from _ranks(order)
        case Place(item=item):
            yield Filling(f"form:item:{item}")
        case Move(value=value):
            short = scene.hit("form:number") is None
            yield Filling(f"form:place:{value}") if short else Filling("form:number", str(value))
        case Fill(values=values) | Rate(values=values):
            right = held.values if isinstance(held, Fill | Rate) else {}
            left = {name: one for name, one in values.items() if right.get(name) != one}
            yield from _values(left, scene)
        case Create(values=values):
            yield from _values(values, scene)
        case Write(text=text, to=to):
            yield Filling("form:text", text)
            yield from (Filling(f"form:to:{to}"),) if to != "public" else ()
        case Share(parts=parts):
            yield from (Filling(f"form:part:{name}", words_of(one)) for name, one in parts.items())
        case _:
            pass


def _ranks(order: tuple[tuple[str, ...], ...]) -> Iterator[Filling]:
    """Put items one after the other; `=` then ties one with that above."""
    for group in order:
        for place, name in enumerate(group):
            yield Filling(f"form:rank:{name}")
            if place:
                yield Filling(f"form:=:{name}")


def _values(values: Mapping[str, Value], scene: Scene) -> Iterator[Filling]:
    """Fill blanks and choose terms; a blank drawn as buttons has one for each value."""
    for name, value in values.items():
        if scene.hit(f"form:blank:{name}"):
            yield Filling(f"form:blank:{name}", words_of(value))
            continue
        for one in value if isinstance(value, tuple) else (value,):
            term = f"form:term:{name}:{one}"
            yield Filling(term if scene.hit(term) else f"form:blank:{name}:{words_of(one)}")


def comes_to(made: Action, asked: Action) -> bool:
    """Tell whether what the desk made is what was asked: a form filled again keeps its rest."""
    filled, wanted = made.gesture, asked.gesture
    if not (isinstance(filled, Fill) and isinstance(wanted, Fill)):
        return made == asked
    same = (made.by, filled.about) == (asked.by, wanted.about)
    return same and all(filled.values.get(name) == one for name, one in wanted.values.items())
