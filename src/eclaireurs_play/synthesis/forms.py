"""How forms are written: the last value of each field, then what stayed blank."""

from collections.abc import Iterable, Iterator, Mapping

from eclaireurs_play.engine.gestures import Fill, Value
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.model.fields import Field
from eclaireurs_play.play.values import value_words
from eclaireurs_play.synthesis.document import (
    Block,
    Definitions,
    Heading,
    Paragraph,
    Span,
    Words,
    plain,
    soft,
)
from eclaireurs_play.synthesis.where import Made, Where
from eclaireurs_play.synthesis.words import SIMULATED, asked_words, blank, field_title, title


def write_filled(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write a form: the last value of each field, then what stayed blank."""
    rules = place.reading.rules
    form = rules.game.forms.get(about)
    fields: Mapping[str, Field] = form.fields if form else {}
    for by in dict.fromkeys(one.by for one in made):
        values = _latest(one for one in made if one.by == by)
        yield Heading(place.level, rules.title(about))
        yield _filled_by(rules, by, simulated=any(one.simulated for one in made if one.by == by))
        ordered = [name for name in fields if name in values]
        rest = [name for name in values if name not in fields]
        yield Definitions(
            tuple(_blank(rules, fields.get(name), name, values[name]) for name in ordered + rest)
        )
        left = [field_title(one, name) for name, one in fields.items() if name not in values]
        if left:
            yield Paragraph(soft(f"Laissé vide : {' ; '.join(left)}."))


def _filled_by(rules: Rules, by: str, *, simulated: bool) -> Paragraph:
    mark = (Span(" "), SIMULATED) if simulated else ()
    return Paragraph((Span(f"Fiche remplie par {rules.name(by)}."), *mark))


def _latest(made: Iterable[Contribution]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for one in made:
        if isinstance(one.gesture, Fill):
            values.update(one.gesture.values)
    return values


def _blank(rules: Rules, field: Field | None, name: str, value: Value) -> tuple[str, Words]:
    heading = field_title(field, name)
    words = blank(rules, field, name, value)
    return heading, plain(words.removeprefix(f"{heading} : "))


def write_figures(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write what filled a question that has no form: the last value of each thing named."""
    del about
    rules, phase = place.reading.rules, made[0].phase
    if place.titled:
        yield Heading(place.level, asked_words(rules, place.reading.state, made[0]))
    values = _latest(made).items()
    yield Definitions(
        tuple(
            (capital(title(rules, phase, name)), plain(value_words(None, value, rules)))
            for name, value in values
        )
    )
