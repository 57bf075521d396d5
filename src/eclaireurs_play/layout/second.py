"""A card's words in a second language, under the first, smaller and after a hairline."""

from dataclasses import dataclass, replace

from eclaireurs_play.layout.display import Item, Line, Point
from eclaireurs_play.layout.look import (
    STRONG,
    Look,
    Setting,
    Style,
    draw_setting,
    set_prose,
)
from eclaireurs_play.model.deck import Translated

ABOVE, UNDER_RULE, UNDER = 1.6, 1.0, 0.9
"""Space above the hairline, under it, and under the whole, in mm."""

RULE = 10.0
"""Length of the hairline, in mm."""


@dataclass(frozen=True, slots=True)
class Second:
    """A title and a text, set at one size."""

    title: Setting
    text: Setting

    @classmethod
    def of(cls, words: Translated, size: float, width: float, look: Look) -> "Second":
        """Set what a card says in English."""
        theme = look.theme
        style = Style(size, theme.sizes.second_text.leading, theme.soft, spacing=0.3)
        strong = replace(style, voice=STRONG)
        return cls(
            set_prose(words.title, width, strong, look, tongue="en"),
            set_prose(words.text, width, style, look, tongue="en"),
        )

    @property
    def height(self) -> float:
        """Give the height of the whole in mm, the space above it included."""
        return ABOVE + UNDER_RULE + self.title.height + self.text.height + UNDER

    def draw(self, at: Point, look: Look) -> list[Item]:
        """Draw the hairline, the title and the text, from their top left corner."""
        x, top = at
        here = top + ABOVE
        rule = Line(((x, here), (x + RULE, here)), look.theme.line, 0.25)
        here += UNDER_RULE
        title = draw_setting(self.title, x, here, look)
        return [rule, *title, *draw_setting(self.text, x, here + self.title.height, look)]
