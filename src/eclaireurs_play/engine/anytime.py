"""What a game leaves possible throughout: notes on what was seen, examples at hand."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import Shown, Text

if TYPE_CHECKING:
    from eclaireurs_play.engine.rules import Rules

NOTE = "note"

Key = tuple[str, str]
"""What tells gestures apart: their verb, and what they bear on."""


class Anytime:
    """The gestures that some rules leave open to everyone, made once for what was last seen."""

    def __init__(self, rules: "Rules") -> None:
        self._rules = rules
        self._last: tuple[tuple[str, ...], dict[Key, Ask]] | None = None

    def asks(self, seen: tuple[str, ...]) -> dict[Key, Ask]:
        """Give them in order, once these cards are on the table; not to be written to."""
        last = self._last
        if last is None or last[0] != seen:
            last = self._last = seen, {(one.do, one.about): one for one in self._made(seen)}
        return last[1]

    def _made(self, seen: tuple[str, ...]) -> Iterator[Ask]:
        anytime, words, shown = self._rules.game.anytime, Text(), Shown()
        if anytime.note:
            yield Ask("write", NOTE, words, "Noter")
            for code in seen:
                yield Ask("write", code, words, f"Noter sur « {self._rules.title(code)} »")
        if anytime.lookup:
            families = anytime.lookup.families
            for card in self._rules.cards.values():
                if card.family in families:
                    yield Ask("reveal", card.id, shown, f"Montrer « {card.title} »")
