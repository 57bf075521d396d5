"""The themes of a card at its foot: each an icon and a word, or words alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from eclaireurs_play.layout import typography
from eclaireurs_play.layout.display import Item, Point
from eclaireurs_play.layout.look import Letter, Look, Style, draw_setting, label, set_prose
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.tracing import icon
from eclaireurs_play.layout.trouble import Unplaced
from eclaireurs_play.layout.vectors import Drawing, drawing
from eclaireurs_play.model.deck import Card
from eclaireurs_play.model.print import MM_PER_POINT

LEADING = 1.25

ICON = 1.7
"""The side of an icon, as a multiple of the size of its word: 4.2 mm beside 7 points."""

MARGIN = 1 / 12
"""What an icon leaves empty on each side, as a share of it."""

AFTER_ICON, AFTER_WORD = 0.4, 1.5
"""Space between an icon and its word, and after a word, in mm."""

ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Subject:
    """A theme as a card shows it."""

    title: str
    icon: Drawing | None = None


def subjects_of(card: Card, content: PrintContent) -> tuple[Subject, ...]:
    """Give the themes of a card; raises Unplaced when an icon can't be read."""
    found = (content.subjects[name] for name in card.themes)
    files = ((one.title, content.icons.get(one.icon or "")) for one in found)
    return tuple(Subject(title, drawing(path) if path else None) for title, path in files)


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """The line of themes of the cards of one maker, so many millimetres wide at most."""

    look: Look
    width: float

    @property
    def height(self) -> float:
        """Give the height of the line of words in mm; icons pass it by a little."""
        return self._size * LEADING * MM_PER_POINT

    @property
    def _size(self) -> float:
        return self.look.theme.sizes.card_mark

    @property
    def _side(self) -> float:
        return self._size * ICON * MM_PER_POINT

    def holds_icons(self, cards: Iterable[Sequence[Subject]]) -> bool:
        """Tell whether the themes of each of some cards stand on the line with their icons."""
        wide = (self._wide(one) for one in cards if _has_icons(one))
        return all(one <= self.width + ROUNDING for one in wide)

    def _wide(self, subjects: Sequence[Subject]) -> float:
        """Give the width of icons and words in mm, from the ink of the first to the last letter."""
        words = sum(self.look.fonts.width("regular", self._size, _word(one)) for one in subjects)
        icons = sum(self._side + AFTER_ICON for one in subjects if one.icon)
        return words + icons + (len(subjects) - 1) * AFTER_WORD - self._side * MARGIN

    def draw(self, subjects: Sequence[Subject], at: Point, *, icons: bool) -> Iterator[Item]:
        """Draw themes from the top left of their line.

        Raises Unplaced when words alone take more than the line.
        """
        if icons and _has_icons(subjects):
            yield from self._drawn(subjects, at)
            return
        style = Style(self._size, LEADING, self.look.theme.soft)
        words = " · ".join(_word(one) for one in subjects)
        setting = set_prose(words, self.width, style, self.look)
        if setting.count > 1:
            raise Unplaced("les thèmes ne tiennent pas au pied de la carte")
        yield from draw_setting(setting, *at, self.look)

    def _drawn(self, subjects: Sequence[Subject], at: Point) -> Iterator[Item]:
        look, side = self.look, self._side
        here, middle = at[0] - side * MARGIN, at[1] + self.height / 2
        letter = Letter("regular", self._size, look.theme.soft)
        base = middle + look.fonts.cap_height("regular", self._size) / 2
        for one in subjects:
            if one.icon:
                yield icon(one.icon, (here, middle - side / 2), side, look.theme.ink)
                here += side + AFTER_ICON
            word = label(_word(one), (here, base), letter, look)
            yield word
            here += look.fonts.width("regular", self._size, word.string) + AFTER_WORD


def _has_icons(subjects: Sequence[Subject]) -> bool:
    return any(one.icon for one in subjects)


def _word(one: Subject) -> str:
    """Write a theme in words that stay together."""
    return typography.plain(typography.french(one.title)).replace(" ", typography.FIXED)
