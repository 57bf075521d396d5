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
    Quotes,
    Span,
    Words,
    plain,
    soft,
)
from eclaireurs_play.synthesis.unnamed import is_unnamed, tally
from eclaireurs_play.synthesis.where import Made, Where
from eclaireurs_play.synthesis.words import SIMULATED, asked_words, blank, field_title, names, title

Sheet = Mapping[str, Value]
"""The last value of each field that someone filled."""


def write_filled(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write a form: who filled it, the last value of each field, then what stayed blank.

    The sheets of people without a name come together, after the others.
    """
    rules = place.reading.rules
    form = rules.game.forms.get(about)
    fields: Mapping[str, Field] = form.fields if form else {}
    if rules.title(about) != place.above:
        yield Heading(place.level, rules.title(about))
    unnamed = tuple(one for one in made if is_unnamed(one.by))
    for by in dict.fromkeys(one.by for one in made if not is_unnamed(one.by)):
        sheet = tuple(one for one in made if one.by == by)
        yield _filled_by(rules, sheet)
        yield from _sheet(rules, fields, _latest(sheet))
    if unnamed:
        yield _filled_by(rules, unnamed)
        yield _together(rules, fields, unnamed)


def _filled_by(rules: Rules, made: Made) -> Paragraph:
    mark = (Span(" "), SIMULATED) if any(one.simulated for one in made) else ()
    return Paragraph(
        (Span(f"Fiche remplie par : {names(rules, (one.by for one in made))}."), *mark)
    )


def _latest(made: Iterable[Contribution]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for one in made:
        if isinstance(one.gesture, Fill):
            values.update(one.gesture.values)
    return values


def _sheet(rules: Rules, fields: Mapping[str, Field], values: Sheet) -> Iterator[Block]:
    yield Definitions(tuple(_lines(rules, fields, values)))
    left = [field_title(one, name) for name, one in fields.items() if name not in values]
    if left:
        yield Paragraph(soft(f"Laissé vide : {' ; '.join(left)}."))


def _lines(rules: Rules, fields: Mapping[str, Field], values: Sheet) -> Iterator[tuple[str, Words]]:
    """Give what was filled, in the order of the form."""
    ordered = [name for name in fields if name in values]
    rest = [name for name in values if name not in fields]
    for name in ordered + rest:
        heading, field = field_title(fields.get(name), name), fields.get(name)
        words = blank(rules, field, name, values[name])
        yield heading, plain(words.removeprefix(f"{heading} : "))


def _together(rules: Rules, fields: Mapping[str, Field], made: Made) -> Block:
    """Write the sheets of people without a name: boxes are counted, words are quoted."""
    sheets = [_latest(one for one in made if one.by == by)
              for by in dict.fromkeys(one.by for one in made)]  # fmt: skip
    if all(field.one_of or field.many_of for field in fields.values()):
        ticked = ((name, field, _ticked(rules, name, field, sheets))
                  for name, field in fields.items())  # fmt: skip
        return Definitions(
            tuple((field_title(field, name), plain(words)) for name, field, words in ticked)
        )
    return Quotes(tuple(_on_one_slip(tuple(_lines(rules, fields, sheet))) for sheet in sheets))


def _ticked(rules: Rules, name: str, field: Field, sheets: Iterable[Sheet]) -> str:
    """Say how many ticked each box: « Le sport (2), la rue (1) »."""
    values = [sheet[name] for sheet in sheets if name in sheet]
    boxes = (box for one in values for box in (one if isinstance(one, tuple) else (one,)))
    counted = tally(value_words(field, box, rules) for box in boxes)
    return ", ".join(f"{words} ({count})" for words, count in counted.items()) or "rien"


def _on_one_slip(lines: Iterable[tuple[str, Words]]) -> Words:
    """Put a whole sheet in one quote, a paragraph a field."""
    return tuple(
        span
        for place, (heading, words) in enumerate(lines)
        for span in (Span("\n" if place else ""), Span(heading, "strong"), Span(" : "), *words)
    )


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
