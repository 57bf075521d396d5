"""Table tents: a page folded in three stands as a prism, the same name on both its faces."""

import re
from collections.abc import Iterable, Iterator

from eclaireurs_play.layout.display import Box, Group, Item, Line, Page
from eclaireurs_play.layout.fitting import fitted
from eclaireurs_play.layout.look import (
    HEAVY,
    Letter,
    Look,
    Setting,
    Style,
    draw_setting,
    label,
    set_prose,
)
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.seats import Place, draw_mark
from eclaireurs_play.layout.trouble import Unplaced, naming
from eclaireurs_play.model.print import PageFormat

FLAP = 12.0
"""Height of the flap to glue or tape under the base, in mm."""

LINES = 2

_ARTICLE = re.compile(r"^(?:l['’]|(?:le|la|les|un|une) )", re.IGNORECASE)


def tents(
    places: Iterable[Place], content: PrintContent, form: PageFormat, look: Look
) -> Iterator[Page]:
    """Draw one tent a page; seats that read the same share one."""
    seen: set[tuple[str, str]] = set()
    for place in places:
        if (place.short, place.title) not in seen:
            seen.add((place.short, place.title))
            with naming(f"{content.where(place.role.id)} : chevalet « {place.short} »"):
                page = tent(place, content, form, look)
            yield page


def tent(place: Place, content: PrintContent, form: PageFormat, look: Look) -> Page:
    """Draw a tent: a face turned over, a face upright, a base with how to fold, a flap."""
    tall = (form.height - FLAP) / 3
    face = tuple(_face(place, Box(0, 0, form.width, tall), content, look))
    over = Group(face, form.width, tall, angle=180)
    upright = Group(face, 0, tall)
    base = Group(tuple(_base(form.width, tall, look)), 0, 2 * tall)
    return Page(form.width, form.height, (over, upright, base, *_folds(form, tall, look)))


def _face(place: Place, box: Box, content: PrintContent, look: Look) -> Iterator[Item]:
    """Draw the mark on the left, the name beside it, the title under it."""
    theme, sizes = look.theme, look.theme.sizes
    margin, mark = 14.0, 34.0
    left = margin + mark + 9
    width = box.width - left - margin
    label_ = f"{content.where(place.role.id)} : chevalet « {place.short} »"

    def name(size: float) -> Setting:
        return set_prose(
            place.short, width, Style(size, sizes.tent.leading, theme.ink, HEAVY), look
        )

    size = fitted(sizes.tent, lambda one: name(one).count <= LINES, label_, "le nom")
    names = name(size)
    ink = look.swatch(place.mark[0]).ink
    said = "" if _alike(place.short, place.title) else place.title
    titles = set_prose(said, width, Style(sizes.tent_title.most, 1.25, ink), look)
    block = names.height + (3 + titles.height if said else 0)
    if block > box.height - FLAP:
        raise Unplaced("le nom et le titre dépassent du chevalet")
    top = (box.height - block) / 2
    yield draw_mark(place, margin + mark / 2, box.height / 2, mark, look)
    yield from draw_setting(names, left, top, look)
    yield from draw_setting(titles, left, top + names.height + 3, look)


def _alike(short: str, title: str) -> bool:
    """Tell whether a title says no more than the name, articles apart."""
    return _ARTICLE.sub("", title).lower() == _ARTICLE.sub("", short).lower()


def _base(width: float, tall: float, look: Look) -> Iterator[Item]:
    """Say how to fold."""
    theme = look.theme
    text = "Pliez sur les trois traits, glissez la languette sous la base et collez."
    y = tall - 8
    yield label(
        text, (width / 2, y), Letter("regular", theme.sizes.note, theme.soft), look, align="centre"
    )


def _folds(form: PageFormat, tall: float, look: Look) -> Iterator[Item]:
    for fold in (tall, 2 * tall, 3 * tall):
        for x in (0.0, form.width - 12):
            yield Line(((x, fold), (x + 12, fold)), look.theme.line, 0.2, (2, 1.5))
