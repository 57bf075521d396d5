"""What was drawn and is not a card of the game: news, roles, numbers."""

from collections.abc import Iterator

from eclaireurs_play.engine.gestures import Draw, Write
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.synthesis.document import (
    Block,
    Bullets,
    Definitions,
    Heading,
    Paragraph,
    Quotes,
    Span,
    Words,
    plain,
    prose,
    soft,
)
from eclaireurs_play.synthesis.reading import Reading
from eclaireurs_play.synthesis.where import Made, Where
from eclaireurs_play.synthesis.words import marks, quote, speaker, title


def write_news(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Quote a piece of news as it was read, then what was noted of it."""
    rules = place.reading.rules
    news = rules.scenario.surprises[about]
    improvised = any(one.code == about for one in rules.made)
    yield Heading(place.level, f"{news.title}{' (improvisé)' if improvised else ''}")
    yield from prose(news.text)
    if news.asks:
        yield Paragraph(soft(" ".join(news.asks.split())))
    quotes = (quote(rules, one, one.gesture.text) for one in made if isinstance(one.gesture, Write))
    noted = tuple(quotes)
    if noted:
        yield Quotes(noted)


def write_taken(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write the roles people took, then the numbers drawn, list by list."""
    del about
    roles = [one for one in made if not _numbers(one)]
    if roles:
        yield Bullets(tuple(_role(place.reading, one) for one in roles))
    drawn = [one for one in made if _numbers(one)]
    if drawn:
        yield Definitions(tuple(_pool(place.reading, one) for one in drawn))


def _numbers(one: Contribution) -> bool:
    """Tell whether numbers were drawn: what was asked then begins with them."""
    return isinstance(one.gesture, Draw) and one.asked.startswith(one.gesture.card or " ")


def _role(reading: Reading, one: Contribution) -> Words:
    card = one.gesture.card if isinstance(one.gesture, Draw) else ""
    what = capital(title(reading.rules, one.phase, card)) if card else "Une carte"
    role = reading.rules.roles.get(card)
    return (*speaker(reading.rules, one), Span(f" : {role.title if role else what} (tirage)"))


def _pool(reading: Reading, one: Contribution) -> tuple[str, Words]:
    pool = capital(title(reading.rules, one.phase, one.gesture.about))
    return pool, (*plain(f"n° {one.asked}"), *marks(one))
