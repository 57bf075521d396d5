"""What closes every synthesis: examples looked up, loose notes, recipients, credits."""

from collections.abc import Iterator

from eclaireurs_play.engine.gestures import Reveal, Write
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.scenario import Scenario
from eclaireurs_play.synthesis.document import (
    Block,
    Blocks,
    Bullets,
    Definitions,
    Heading,
    Paragraph,
    Quotes,
    Span,
    Words,
    flat,
    plain,
    prose,
    said,
    soft,
)
from eclaireurs_play.synthesis.frame import VERSIONS
from eclaireurs_play.synthesis.reading import Reading, everything
from eclaireurs_play.synthesis.settings import sendings
from eclaireurs_play.synthesis.words import (
    card_title,
    field_title,
    quote,
)


def lookups(reading: Reading) -> Blocks:
    """Write the cards looked up in passing, with their source and what was noted of them."""
    made = {one.code for one in reading.state.improvised}
    shown = dict.fromkeys(
        one.gesture.about
        for one in everything(reading)
        if isinstance(one.gesture, Reveal) and one.gesture.about not in made
    )
    if not shown:
        return ()
    cards = tuple(block for code in shown for block in _lookup(reading, code))
    return (Heading(2, "Exemples consultés"), *cards)


def _lookup(reading: Reading, code: str) -> Iterator[Block]:
    rules = reading.rules
    card = rules.cards[code]
    fields = rules.families[card.family].fields if card.family in rules.families else {}
    yield Heading(3, card_title(rules, code))
    yield Paragraph(soft(flat(card.text)))
    lines = [
        (field_title(fields.get(name), name), str(value)) for name, value in card.fields.items()
    ]
    lines += [("Source", card.source)] if card.source else []
    if lines:
        yield Definitions(tuple((term, plain(words)) for term, words in lines))
    notes = tuple(_quoted(reading, one) for one in reading.aside if _notes(one, code))
    if notes:
        yield Quotes(notes)


def _notes(one: Contribution, about: str) -> bool:
    return isinstance(one.gesture, Write) and one.gesture.about == about


def _quoted(reading: Reading, one: Contribution) -> Words:
    text = one.gesture.text if isinstance(one.gesture, Write) else ""
    return quote(reading.rules, one, text)


def notes(reading: Reading) -> Blocks:
    """Write the notes made in passing that are about nothing told elsewhere, by phase."""
    shown = {one.gesture.about for one in reading.aside if isinstance(one.gesture, Reveal)}
    free = [
        one
        for one in reading.aside
        if isinstance(one.gesture, Write) and one.gesture.about not in shown
    ]
    if not free:
        return ()
    blocks: list[Block] = [Heading(2, "Notes prises en passant")]
    for phase in dict.fromkeys(one.phase for one in free):
        of_phase = [one for one in free if one.phase == phase]
        blocks.append(Heading(3, f"Pendant « {reading.rules.phase_title(phase)} »"))
        blocks.append(Quotes(tuple(_note(reading, one) for one in of_phase)))
    return tuple(blocks)


def _note(reading: Reading, one: Contribution) -> Words:
    """Quote a note, with the card that had just been spoken of."""
    head, *rest = _quoted(reading, one)
    after = _spoken_of(reading, one)
    told = f" (juste après la carte {after})" if after else ""
    return (head, Span(told), *rest)


def _spoken_of(reading: Reading, note: Contribution) -> str:
    """Find the last card spoken of in the same phase before a note."""
    cards = (
        one.gesture.about
        for one in reversed(everything(reading))
        if one.number < note.number
        and one.phase == note.phase
        and one.gesture.about in reading.rules.cards
    )
    return next(cards, "")


def recipients_blocks(reading: Reading) -> Blocks:
    """List in order whom the synthesis goes to, in which version, and whether it has gone."""
    listing = tuple(
        plain(
            f"{one.recipient.title} : version {VERSIONS[one.recipient.sees]}, "
            f"{'envoyée' if one.sent else 'à envoyer'}"
        )
        for one in sendings(reading)
    )
    if not listing:
        return ()
    intro = said("La synthèse est envoyée dans cet ordre.")
    return (Heading(2, "À qui va cette synthèse"), intro, Bullets(listing, ordered=True))


def _origin(one: Game | Scenario) -> str:
    attribution = capital(one.attribution)
    return f"{one.title}. {attribution}. Source : {one.source}. Licence : {one.license}."


def credits_blocks(rules: Rules, lines: tuple[str, ...]) -> Blocks:
    """Say where the game, the scenario and the cards come from, and that they are imagined."""
    game, scenario = rules.game, rules.scenario
    origins = (("Jeu", game), ("Situation", scenario))
    items = tuple((Span(term, "strong"), Span(f" : {_origin(one)}")) for term, one in origins)
    return (
        Heading(2, "D'où viennent ce jeu et ces textes"),
        said(
            "Instrument imaginé : ce jeu n'est pas une procédure officielle et ne remplace aucune "
            "concertation prévue par la loi."
        ),
        Bullets((*items, *map(plain, lines))),
        *(prose(game.origin_note) if game.origin_note else ()),
        *prose(scenario.origin_note),
    )
