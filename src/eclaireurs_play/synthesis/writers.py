"""How each sort of contribution is written: cards, answers, forms, choices, draws."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from eclaireurs_play.engine.gestures import GROUP, Draw, Fill, Place, Rate, Value, Write
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.model.fields import Field
from eclaireurs_play.synthesis.document import (
    Block,
    Bullets,
    Definitions,
    Heading,
    Paragraph,
    Quotes,
    Span,
    Words,
    flat,
    plain,
    soft,
)
from eclaireurs_play.synthesis.reading import Reading, everything, latest_ratings
from eclaireurs_play.synthesis.words import (
    SIMULATED,
    blank,
    card_title,
    field_title,
    marks,
    names,
    quote,
    rating_words,
    speaker,
    title,
)

Made = tuple[Contribution, ...]


class Where(NamedTuple):
    """Where a group is written: for whom, under which level of heading, titled or not."""

    reading: Reading
    level: int
    titled: bool


def _card(place: Where, code: str, made: Made) -> Iterator[Block]:
    """Write a card, what it made people say, and how they rated it."""
    rules = place.reading.rules
    card = rules.cards[code]
    yield Heading(place.level, card_title(rules, code))
    yield Paragraph(soft(flat(card.text)))
    quotes = tuple(_quotes(rules, made))
    if quotes:
        yield Quotes(quotes)
    else:
        yield Paragraph(plain("Aucune réponse ne figure dans cette version."))
    for values, people in _ratings(rules, made).items():
        yield Paragraph((Span(f"Noté par {names(rules, people)} : {values}", "emphasis"),))


def _quotes(rules: Rules, made: Made) -> Iterator[Words]:
    for one in made:
        if isinstance(one.gesture, Write):
            yield quote(rules, one, one.gesture.text)


def _ratings(rules: Rules, made: Made) -> dict[str, list[str]]:
    """Give each rating of a card in words, with who gave it; a person's last word counts."""
    said: dict[str, list[str]] = {}
    for (_, by), values in latest_ratings(made).items():
        said.setdefault(rating_words(rules, Rate("", values)), []).append(by)
    return said


def _said(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write what answered a question or went into a zone."""
    rules = place.reading.rules
    asked = made[0].asked or title(rules, made[0].phase, about)
    if place.titled:
        yield Heading(place.level, flat(asked))
    if all(one.by == GROUP for one in made if isinstance(one.gesture, Write)):
        lines = tuple(_shared(one) for one in made if isinstance(one.gesture, Write))
        yield from [Bullets(lines)] if lines else []
    else:
        yield Quotes(tuple(_quotes(rules, made)))
    items = dict.fromkeys(one.gesture.item for one in made if isinstance(one.gesture, Place))
    cards = [card_title(rules, item) for item in items if item in rules.cards]
    if cards:
        yield Paragraph(plain(f"Cartes posées ici : {', '.join(cards)}."))
    notes = tuple(_placed(place.reading, item) for item in items if item not in rules.cards)
    if notes:
        yield Quotes(notes)


def _shared(one: Contribution) -> Words:
    """Give what the group wrote as one: nobody in particular says it."""
    text = one.gesture.text if isinstance(one.gesture, Write) else ""
    return (Span(text), *marks(one))


def _placed(reading: Reading, item: str) -> Words:
    """Say again a note put in a zone, when this audience may read it."""
    notes = (one for one in everything(reading) if one.id == item)
    note = next(notes, None)
    if note is None or not isinstance(note.gesture, Write):
        return plain("Une note posée ici ne figure pas dans cette version.")
    return (Span("Posé ici, déjà dit par "), *quote(reading.rules, note, note.gesture.text))


def _filled(place: Where, about: str, made: Made) -> Iterator[Block]:
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


def _chosen(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write choices: what was asked, then what was answered last, by whom when several did."""
    del about
    rules = place.reading.rules
    asked = dict.fromkeys(map(_asked, made))
    yield Definitions(
        tuple(
            (flat(question), _answers(rules, [one for one in made if _asked(one) == question]))
            for question in asked
        )
    )


def _asked(one: Contribution) -> str:
    return one.asked or one.gesture.about


def _answers(rules: Rules, made: list[Contribution]) -> Words:
    last = {one.by: one for one in made}
    told = [(by, one.chosen) for by, one in last.items()]
    simulated = any(one.simulated for one in last.values())
    alone = len(told) == 1
    words = " ; ".join(said if alone else f"{names(rules, [by])} : {said}" for by, said in told)
    return (Span(words), *((Span(" "), SIMULATED) if simulated else ()))


def _taken(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write what was drawn that is not a card of the game, such as a role."""
    del about
    rules = place.reading.rules
    yield Bullets(tuple((*speaker(rules, one), Span(f" : {_drawn(rules, one)}")) for one in made))


def _drawn(rules: Rules, one: Contribution) -> str:
    what = title(rules, one.phase, one.gesture.card) if isinstance(one.gesture, Draw) else ""
    return f"{capital(what) or 'Une carte'} (tirage)"


WRITERS: Mapping[str, Callable[[Where, str, Made], Iterator[Block]]] = {
    "card": _card,
    "said": _said,
    "filled": _filled,
    "chosen": _chosen,
    "taken": _taken,
}
