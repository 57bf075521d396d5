"""A sheet that a group fills, or one that a phase works on: its fields, and what they hold."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from eclaireurs_play.engine.domains import Blanks
from eclaireurs_play.engine.gestures import Draw, Fill, Value
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.layout.display import Box
from eclaireurs_play.model.fields import Field
from eclaireurs_play.play.values import value_words
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import (
    LEAST,
    Row,
    Sight,
    columns,
    heading,
    rows,
    under,
    write,
)
from eclaireurs_play.table.words import _

NARROW = 300.0


def sheet(shown: Shown) -> Sight | None:
    """Show the fields being filled; what they hold when one sheet is for all."""
    domains = (one.ask.domain for one in (shown.wanted[:1] or shown.offers))
    asked = next(
        (one.fields for one in domains if isinstance(one, Blanks) and not one.rating), None
    )
    fields = asked or _form(shown)
    if not fields:
        return None
    one_sheet = len({one.by for one in shown.made if isinstance(one.gesture, Fill)}) <= 1
    values = _values(shown.made) if one_sheet and not shown.secret else {}
    return partial(_draw, shown, fields, values)


def idea(shown: Shown) -> Sight | None:
    """Show the sheet that a group comes back to, and the questions it drew, time after time."""
    drawn, at = questions(shown), _started(shown)
    if not drawn:
        return None
    if told := answers(shown):
        return partial(_draw_answers, shown, drawn[-1], told)
    return partial(_draw_idea, shown, drawn, at)


def questions(shown: Shown) -> tuple[str, ...]:
    """List the cards drawn each time, while a group of phases comes back."""
    inside = _around(shown)
    closed = (made for one in shown.state.results if one.phase in inside for made in one.made)
    every = (*closed, *(shown.made if shown.phase and shown.phase.id in inside else ()))
    cards = (one.gesture.card for one in every if isinstance(one.gesture, Draw))
    return tuple(dict.fromkeys(one for one in cards if one in shown.rules.cards))


def answers(shown: Shown) -> tuple[Contribution, ...]:
    """Give the sheets that people filled just before, while another answers to them."""
    last = shown.state.results[-1:]
    if not last or not shown.outline.form or shown.secret or last[0].phase not in _around(shown):
        return ()
    return tuple(one for one in last[0].made if isinstance(one.gesture, Fill) and one.for_everyone)


def told_by(shown: Shown, made: Iterable[Contribution]) -> tuple[Row, ...]:
    """Tell what sheets hold, a row for each field."""
    kept = [one for one in made if isinstance(one.gesture, Fill)]
    form = shown.rules.game.forms.get(kept[-1].gesture.about) if kept else None
    held = _values(kept)
    fields = form.fields if form else {}
    return tuple(
        Row(f"{field.title or name} : {value_words(field, held[name], shown.rules)}", "·")
        for name, field in fields.items()
        if name in held
    )


def _around(shown: Shown) -> set[str]:
    """List the phases of the group that comes back now."""
    around = {one.phase for one in shown.state.path if _times(shown, one.phase) > 1}
    return {one for name in around for one in shown.rules.children.get(name, ())}


def _times(shown: Shown, phase: str) -> int:
    repeat = shown.rules.phases[phase].repeat if phase in shown.rules.phases else None
    return getattr(repeat, "times", None) or 0


def _started(shown: Shown) -> tuple[Contribution, ...]:
    """Give the sheet filled by one person before the group of phases began."""
    forms = shown.rules.game.forms
    for result in shown.state.results:
        filled = tuple(one for one in result.made
                       if isinstance(one.gesture, Fill) and one.for_everyone)  # fmt: skip
        if filled and filled[0].gesture.about in forms and len({one.by for one in filled}) == 1:
            return filled
    return ()


def _form(shown: Shown) -> Mapping[str, Field]:
    """Give the form that the phase fills, once nobody has anything to add."""
    form = shown.rules.game.forms.get(shown.outline.form)
    filled = any(isinstance(one.gesture, Fill) for one in shown.made)
    return form.fields if form and (filled or shown.secret) else {}


def _values(made: Iterable[Contribution]) -> Mapping[str, Value]:
    """Give what each field holds: the last value it was given."""
    held: dict[str, Value] = {}
    for one in made:
        if isinstance(one.gesture, Fill):
            held |= one.gesture.values
    return held


def _rows(shown: Shown, fields: Mapping[str, Field], values: Mapping[str, Value]) -> Iterator[Row]:
    for name, field in fields.items():
        title = field.title or name
        if name in values:
            yield Row(f"{title} : {value_words(field, values[name], shown.rules)}", "✓")
        else:
            yield Row(title, "○", weight="soft" if values else "plain")


def _draw(
    shown: Shown, fields: Mapping[str, Field], values: Mapping[str, Value], brush: Brush, box: Box
) -> None:
    rows(brush, _rows(shown, fields, values), box)


def _draw_idea(
    shown: Shown, drawn: tuple[str, ...], filled: tuple[Contribution, ...], brush: Brush, box: Box
) -> None:
    cards = shown.rules.cards
    asked = [
        Row(cards[one].title, f"{at}.", weight="strong" if at == len(drawn) else "soft")
        for at, one in enumerate(drawn, start=1)
    ]
    form = shown.rules.game.forms.get(filled[0].gesture.about) if filled else None
    held = _values(filled)
    told = [Row(value_words(field, held[name], shown.rules)) for name, field in form.fields.items()
            if name in held] if form else []  # fmt: skip
    if form is None or box.width < NARROW:
        rows(brush, asked, under(box, heading(brush, _("Les questions"), box)))
        brush.later(*([form.title] if form else []), *(one.words for one in told))
        return
    left, right = columns(box, 2)
    rows(brush, told, under(left, heading(brush, form.title, left)), most=4)
    rows(brush, asked, under(right, heading(brush, _("Les questions"), right)))


def _draw_answers(
    shown: Shown, card: str, told: tuple[Contribution, ...], brush: Brush, box: Box
) -> None:
    """Draw the question, then what each person answered to it."""
    top = heading(brush, shown.rules.cards[card].title, box)
    words = shown.rules.cards[card].text
    asked = Box(box.x, top, box.width, box.height * 0.22)
    top = write(brush, words, asked, (LEAST,), colour=brush.colours.soft) + 3
    rows(brush, (_answer(shown, one) for one in told), under(box, top), most=9)


def _answer(shown: Shown, one: Contribution) -> Row:
    form = shown.rules.game.forms.get(one.gesture.about)
    values = _values((one,))
    said = (value_words(field, values[name], shown.rules)
            for name, field in (form.fields if form else {}).items() if name in values)  # fmt: skip
    return Row(f"{capital(shown.rules.name(one.by))} : {' — '.join(said)}", "·")
