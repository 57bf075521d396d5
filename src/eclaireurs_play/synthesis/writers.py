"""How words are written: on cards, in answers, in zones; and what was chosen."""

from collections.abc import Iterator

from eclaireurs_play.engine.gestures import GROUP, Place, Rate, Write
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.play.naming import is_note
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
from eclaireurs_play.synthesis.where import Made, Where
from eclaireurs_play.synthesis.words import (
    SIMULATED,
    asked_words,
    card_title,
    marks,
    names,
    quote,
    rating_words,
    title,
)


def write_card(place: Where, code: str, made: Made) -> Iterator[Block]:
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


def write_said(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write what answered a question or went into a zone."""
    del about
    rules = place.reading.rules
    if place.titled:
        yield Heading(place.level, asked_words(rules, place.reading.state, made[0]))
    if all(one.by == GROUP for one in made if isinstance(one.gesture, Write)):
        lines = tuple(_shared(one) for one in made if isinstance(one.gesture, Write))
        yield from [Bullets(lines)] if lines else []
    else:
        yield Quotes(tuple(_quotes(rules, made)))
    items = dict.fromkeys(one.gesture.item for one in made if isinstance(one.gesture, Place))
    cards = [card_title(rules, item) for item in items if item in rules.cards]
    if cards:
        yield Paragraph(plain(f"Cartes posées ici : {', '.join(cards)}."))
    others = [title(rules, made[0].phase, item) for item in items if _is_other(rules, item)]
    if others:
        yield Paragraph(plain(f"Posé ici aussi : {', '.join(others)}."))
    notes = tuple(_placed(place.reading, item) for item in items if is_note(item))
    if notes:
        yield Quotes(notes)


def _is_other(rules: Rules, item: str) -> bool:
    return item not in rules.cards and not is_note(item)


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


def write_chosen(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write choices: what was asked, then what was answered last, by whom when several did."""
    del about
    rules = place.reading.rules
    asked: dict[str, list[Contribution]] = {}
    for one in made:
        asked.setdefault(asked_words(rules, place.reading.state, one), []).append(one)
    yield Definitions(
        tuple((question, _answers(rules, answers)) for question, answers in asked.items())
    )


def _answers(rules: Rules, made: list[Contribution]) -> Words:
    """Say each answer once, after those who gave it when several people answered."""
    last = {one.by: one for one in made}
    told: dict[str, list[str]] = {}
    for by, one in last.items():
        told.setdefault(one.chosen, []).append(by)
    simulated = any(one.simulated for one in last.values())
    alone = len(last) == 1
    words = " ; ".join(
        said if alone else f"{names(rules, by)} : {said}" for said, by in told.items()
    )
    return (Span(words), *((Span(" "), SIMULATED) if simulated else ()))
