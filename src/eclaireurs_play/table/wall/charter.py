"""A charter being settled: the cards of each family, those that are struck crossed out."""

from collections.abc import Mapping
from functools import partial

from eclaireurs_play.engine.gestures import Choose
from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.weighing import limit_words
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import Row, Sight, columns, heading, rows, under
from eclaireurs_play.table.words import _


def charter(shown: Shown) -> Sight | None:
    """Show what the scenario may hold to, when cards of its families are being struck."""
    families = laid_out(shown)
    return partial(_draw, shown, families) if families else None


def laid_out(shown: Shown) -> Mapping[str, tuple[str, ...]]:
    """Give the cards of each family that the phase lets one choose among, or that one chose."""
    known, foreseen = shown.rules.families, shown.rules.scenario.charter
    chosen = [one.gesture for one in shown.made if isinstance(one.gesture, Choose)]
    asked = {one.ask.about for one in shown.offers if one.ask.do == "choose"}
    abouts = {*asked, *(one.about for one in chosen)}
    named = (*foreseen.criteria, *foreseen.guardrails) if foreseen else ()
    cards = named or tuple(shown.rules.cards)
    found = {
        family: tuple(card for card in cards if shown.rules.cards[card].family == family)
        for family in known
        if family in abouts
    }
    return {family: cards for family, cards in found.items() if cards}


def _draw(shown: Shown, families: Mapping[str, tuple[str, ...]], brush: Brush, box: Box) -> None:
    struck = {card for one in shown.made if isinstance(one.gesture, Choose)
              for card in one.gesture.options}  # fmt: skip
    for place, (family, cards) in zip(columns(box, len(families)), families.items(), strict=True):
        top = heading(brush, shown.rules.title(family), place)
        rows(brush, (_row(shown, card, struck) for card in cards), under(place, top), most=9)


def _row(shown: Shown, card: str, struck: set[str]) -> Row:
    """Write a card: kept, or struck; a guard-rail says how far it lets one go."""
    foreseen = shown.rules.scenario.charter
    limit = foreseen.guardrails.get(card) if foreseen else None
    words = shown.rules.title(card)
    if limit is not None:
        words = f"{words} : {limit_words(limit, shown.rules.scenario)}"
    gone = card in struck
    return Row(words, "✗" if gone else "✓", note=_("écartée") if gone else "", struck=gone)
