"""The map of ratings: where effects stand on the game's axes, and on what people differ.

A card counts once in a place, however many people put it there: effects are shown, not votes.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from eclaireurs_play.engine.gestures import Value
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.layout.impact_map import UNSAID, Legend, Mark, describe_marks, impact_map
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.svg import svg
from eclaireurs_play.model.game import Axes
from eclaireurs_play.play.naming import listed
from eclaireurs_play.play.values import value_words
from eclaireurs_play.synthesis.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Table,
    plain,
    said,
)
from eclaireurs_play.synthesis.reading import Reading, everything, latest_ratings
from eclaireurs_play.synthesis.words import card_title, names

NAME = "carte"
WIDTH = 170.0
"""Width of the drawing in mm: a page of A4 without its margins."""

Ratings = Mapping[tuple[str, str], Mapping[str, Value]]
"""What each person last said of each card, by card and person."""


class Spot(NamedTuple):
    """A card at a place of the map; "" where nothing was said."""

    row: str
    column: str
    sign: str
    horizon: str
    card: str


def map_blocks(reading: Reading) -> tuple[Block, ...]:
    """Draw the map and tell it in a table, then say what is missing and who differs."""
    axes = reading.rules.game.map
    if axes is None:
        return ()
    ratings = latest_ratings(everything(reading))
    spots = spots_of(axes, ratings)
    placed = [spot for spot in spots if spot.row and spot.column]
    told = (*_unplaced(reading.rules, spots), *_differences(reading.rules, ratings))
    if not placed:
        return (said("Aucun effet n'a encore été placé sur la carte."), *told)
    return (
        _figure(reading.rules, axes, spots),
        *_empty_rows(reading.rules, axes, placed),
        _table(reading.rules, axes, placed),
        *told,
    )


def spots_of(axes: Axes, ratings: Ratings) -> tuple[Spot, ...]:
    """Place every rated card, once a place, in the order of rating."""
    return tuple(
        dict.fromkeys(
            Spot(row, column, sign, horizon, card)
            for (card, _), values in ratings.items()
            for row, column, sign, horizon in product(
                _keys(values, axes.rows),
                _keys(values, axes.columns),
                _keys(values, axes.sign),
                _keys(values, axes.horizon),
            )
        )
    )


def _keys(values: Mapping[str, Value], rating: str | None) -> tuple[str, ...]:
    """Give the options chosen for a rating; one "" when there is none."""
    value = values.get(rating or "", "")
    return value if isinstance(value, tuple) else (str(value),)


def _titles(rules: Rules, rating: str | None) -> Mapping[str, str]:
    field = rules.game.ratings.get(rating or "")
    return (field.one_of or field.many_of or {}) if field else {}


def _figure(rules: Rules, axes: Axes, spots: tuple[Spot, ...]) -> Figure:
    return Figure(
        NAME,
        "Carte des effets",
        _titles(rules, axes.rows),
        _titles(rules, axes.columns),
        tuple(Mark(spot.row, spot.column, spot.sign, spot.horizon) for spot in spots),
        Legend(_titles(rules, axes.sign), _titles(rules, axes.horizon)),
    )


def _table(rules: Rules, axes: Axes, spots: list[Spot]) -> Table:
    """Write a line for each place of the map that holds something, in the order of the axes."""
    rows, columns = _titles(rules, axes.rows), _titles(rules, axes.columns)
    head = (rules.title(axes.rows), rules.title(axes.columns), "Cartes")
    lines = []
    for row in rows:
        for column in columns:
            here = [spot for spot in spots if (spot.row, spot.column) == (row, column)]
            if here:
                cells = (rows[row], columns[column], _effects(rules, axes, here))
                lines.append(tuple(map(plain, cells)))
    return Table(head, tuple(lines))


def _effects(rules: Rules, axes: Axes, spots: list[Spot]) -> str:
    """Say the effects of one place: « Mieux : EF-02 ; Moins bien, dans 10 ans : DA-03 »."""
    signs, horizons = _titles(rules, axes.sign), _titles(rules, axes.horizon)
    kinds: dict[str, list[str]] = {}
    for spot in sorted(spots, key=lambda one: _order(one, tuple(signs), tuple(horizons))):
        sign = signs.get(spot.sign, UNSAID if axes.sign else "").lower()
        parts = (sign, horizons.get(spot.horizon, "").lower())
        kinds.setdefault(", ".join(part for part in parts if part), []).append(
            card_title(rules, spot.card)
        )
    told = (
        f"{kind} : {', '.join(cards)}" if kind else ", ".join(cards)
        for kind, cards in kinds.items()
    )
    return capital(" ; ".join(told))


def _order(spot: Spot, signs: tuple[str, ...], horizons: tuple[str, ...]) -> tuple[int, int]:
    return _place(signs, spot.sign), _place(horizons, spot.horizon)


def _place(options: tuple[str, ...], one: str) -> int:
    return options.index(one) if one in options else len(options)


def _empty_rows(rules: Rules, axes: Axes, placed: list[Spot]) -> Iterator[Block]:
    used = {spot.row for spot in placed}
    empty = [words for row, words in _titles(rules, axes.rows).items() if row not in used]
    if empty:
        yield said(f"Rien n'a été placé pour : {', '.join(empty)}.")


def _unplaced(rules: Rules, spots: tuple[Spot, ...]) -> Iterator[Block]:
    """Name the cards rated without a place on both axes."""
    placed = {spot.card for spot in spots if spot.row and spot.column}
    lost = dict.fromkeys(spot.card for spot in spots if spot.card not in placed)
    if lost:
        cards = listed(card_title(rules, card) for card in lost)
        yield said(f"Notées sans être placées sur la carte : {cards}.")


def _differences(rules: Rules, ratings: Ratings) -> Iterator[Block]:
    """Say where two people rated one card differently; nobody is said to be right."""
    items = []
    for card in dict.fromkeys(card for card, _ in ratings):
        points = [_voices(rules, card, name, ratings) for name in rules.game.ratings]
        if any(points):
            items.append(f"{card_title(rules, card)} : {' ; '.join(filter(None, points))}.")
    if items:
        yield said("Les avis divergent sur :")
        yield Bullets(tuple(plain(item) for item in items))


def _voices(rules: Rules, card: str, name: str, ratings: Ratings) -> str:
    """Say who chose what for one rating of a card, or "" when nobody differs."""
    field = rules.game.ratings[name]
    if not (field.one_of or field.many_of):
        return ""
    voices: dict[str, list[str]] = {}
    for (rated, by), values in ratings.items():
        if rated == card and name in values:
            voices.setdefault(value_words(field, values[name], rules), []).append(by)
    told = (f"« {words} » pour {names(rules, people)}" for words, people in voices.items())
    return f"{rules.title(name)}, {', '.join(told)}" if len(voices) > 1 else ""


def draw_figures(document: Document, look: Look) -> dict[str, str]:
    """Draw a document's figures as SVG, by name, each with its description for who can't see."""
    return {
        block.name: _drawn(block, look) for block in document.blocks if isinstance(block, Figure)
    }


def _drawn(figure: Figure, look: Look) -> str:
    page = impact_map(
        figure.title,
        figure.rows,
        figure.columns,
        figure.marks,
        look,
        legend=figure.legend,
        width=WIDTH,
    )
    words = describe_marks(figure.rows, figure.columns, figure.marks, figure.legend)
    return svg(page, look, words, name=figure.name)
