"""What a scenario says is signed: the contract in force, and the cards its charter is made of."""

from collections.abc import Iterator

from eclaireurs_play.layout.blocks import Column, in_pairs, prose, small, table, title
from eclaireurs_play.layout.flow import Strip, stack, together
from eclaireurs_play.layout.look import STRONG, Style
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.quantities import field_words
from eclaireurs_play.layout.weighing import guardrail_words, limit_words
from eclaireurs_play.model.deck import Card
from eclaireurs_play.model.scenario import CharterCards, Option, Scenario, Term

CODE, NAME = 16.0, 58.0
"""Widths of the columns of codes and of titles, in mm."""

ROW = 5.6
"""Least height of a row of the charter, in mm."""


def signed_strips(
    scenario: Scenario, content: PrintContent, column: Column, before: float
) -> list[Strip]:
    """Set the contract in force, then the cards of the charter with their limits, if any."""
    return [*_contract(scenario, column, before), *_charter(scenario, content, column, before)]


def _contract(scenario: Scenario, column: Column, before: float) -> list[Strip]:
    """Set each term with the option that holds today, two by two."""
    settled = [
        (term, term.options[scenario.current[name]])
        for name, term in scenario.terms.items()
        if name in scenario.current
    ]
    if not settled:
        return []
    theme = column.look.theme
    intro = "Ce qui vaut tant que rien d'autre n'est décidé."
    return together(
        [
            *title(column, "Le contrat d'aujourd'hui", theme.sizes.heading, before),
            *small(column, intro, 0.5),
            *in_pairs(column, [_settled(*one, column.half) for one in settled], 2.5),
        ]
    )


def _settled(term: Term, option: Option, column: Column) -> Strip:
    """Set a term, its option in force, and what the option says of itself."""
    theme = column.look.theme
    return stack(
        [
            *prose(column, term.title, Style(8, 1.3, theme.soft)),
            *prose(column, option.title, Style(9.5, 1.3, theme.ink, STRONG)),
            *(prose(column, option.text, Style(8.5, 1.35, theme.ink)) if option.text else ()),
        ]
    )


def _charter(
    scenario: Scenario, content: PrintContent, column: Column, before: float
) -> Iterator[Strip]:
    """Set the cards that the parties may keep or strike, and how far each limit goes."""
    charter = scenario.charter
    if charter is None:
        return
    theme = column.look.theme
    heading = title(column, "La charte proposée", theme.sizes.heading, before)
    yield from heading
    last = column.width - CODE - NAME
    for rows in (_criteria(charter, content), _guardrails(charter, scenario, content)):
        if rows:
            heads, widths = rows[0], (CODE, NAME, last)
            yield from together(table(column, heads, rows[1:], widths, least=ROW, before=2))
    if charter.guardrails:
        words = (
            "Chaque limite se compte à partir du contrat d'aujourd'hui, sans les nouvelles qui "
            "tombent. C'est le chiffre à écrire sur la carte."
        )
        yield from small(column, words, 1.5)


def charter_rows(which: str, scenario: Scenario, content: PrintContent) -> tuple[str, ...]:
    """Name the criteria, or the guard-rails, of a scenario's charter: code, title, limit."""
    charter = scenario.charter
    if charter is None:
        return ()
    if which == "criteria":
        return tuple(f"{one} {content.card_of[one].title}" for one in charter.criteria)
    return tuple(
        f"{one} {content.card_of[one].title} ({limit_words(limit, scenario)})"
        for one, limit in charter.guardrails.items()
    )


Row = tuple[str, str, str]


def _criteria(charter: CharterCards, content: PrintContent) -> list[Row]:
    """List the criteria under their heads, each with what its card says in short."""
    cards = [content.card_of[code] for code in charter.criteria]
    family = content.families[cards[0].family]
    told = ", ".join(field.title or name for name, field in family.fields.items())
    return [
        ("Carte", family.title, told),
        *((card.id, card.title, _fields(card, content)) for card in cards),
    ]


def _fields(card: Card, content: PrintContent) -> str:
    """Say the fields of a card in words."""
    known = content.families[card.family].fields
    return ", ".join(field_words(value, known.get(name)) for name, value in card.fields.items())


def _guardrails(charter: CharterCards, scenario: Scenario, content: PrintContent) -> list[Row]:
    """List the guard-rails under their heads, each with its limit."""
    if not charter.guardrails:
        return []
    cards = [content.card_of[code] for code in charter.guardrails]
    limits = charter.guardrails
    return [
        ("Carte", content.families[cards[0].family].title, "La limite"),
        *((card.id, card.title, guardrail_words(limits[card.id], scenario)) for card in cards),
    ]
