"""Draws a scene on a pygame surface: the only place, with the windows, that knows pygame.

What can be drawn once is kept: words as small surfaces, curves and named groups at three times
their size, then smoothed.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from math import ceil, floor

import pygame

from eclaireurs_play.layout.display import (
    Box,
    Circle,
    Group,
    Item,
    Line,
    Modules,
    Path,
    Placeholder,
    Rect,
    Strokes,
    Text,
)
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.typography import SOFT
from eclaireurs_play.model.print import MM_PER_POINT, FontName
from eclaireurs_play.table.scene import Drawn, Panel, Scaled, Scene
from eclaireurs_play.table.shapes import bounds, inked, modules, moved, pixels, shape, strokes

FINE = 3
"""How many times larger curves are drawn before they are smoothed."""

SMALL_FINE, LARGE_FINE, LARGE = 4, 2, 36.0
"""How many times larger words are drawn before they are smoothed, under and over so many pixels."""

LARGEST = 400
"""Pixels beyond which a shape is drawn straight away: its steps no longer show."""

_KEPT = 6000
_BEZIER = 12
_CURVE = 6


class Painter:
    """Paints scenes; surfaces already made are kept, those longest unused let go."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._fonts: dict[tuple[FontName, int], pygame.Font] = {}
        self._kept: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def paint(self, scene: Scene, surface: pygame.Surface) -> None:
        """Draw a frame over a whole surface."""
        surface.fill(scene.ground)
        scale = surface.get_width() / scene.width
        self._all(scene.items, surface, (0.0, 0.0, scale))

    def _all(
        self, items: Iterable[Drawn], surface: pygame.Surface, to: tuple[float, float, float]
    ) -> None:
        """Draw items; `to` is where the origin stands, in pixels, and pixels per mm."""
        for one in items:
            if isinstance(one, Panel):
                self._panel(one, surface, to)
            elif isinstance(one, Scaled):
                self._scaled(one, surface, to)
            else:
                self._one(one, surface, to)

    def _panel(self, one: Panel, surface: pygame.Surface, to: tuple[float, float, float]) -> None:
        before = surface.get_clip()
        surface.set_clip(pixels(one.box, to).clip(before))
        self._all(one.items, surface, to)
        surface.set_clip(before)

    def _scaled(self, one: Scaled, surface: pygame.Surface, to: tuple[float, float, float]) -> None:
        x, y, scale = to
        at = (x + one.x * scale, y + one.y * scale)
        if not one.name:
            self._all(one.items, surface, (*at, scale * one.scale))
            return
        size = ceil(one.width * one.scale * scale), ceil(one.height * one.scale * scale)

        def make() -> pygame.Surface:
            drawn = pygame.Surface(size, pygame.SRCALPHA)
            box = Rect(0, 0, one.width, one.height, self.look.theme.paper,
                       self.look.theme.line, 0.3, 3.0)  # fmt: skip
            self._all((box, *one.items), drawn, (0.0, 0.0, scale * one.scale))
            return drawn

        surface.blit(self._once(("scaled", one.name, *size), make), (round(at[0]), round(at[1])))

    def _one(self, one: Item, surface: pygame.Surface, to: tuple[float, float, float]) -> None:
        match one:
            case Text():
                self._text(one, surface, to)
            case Rect() if not one.radius and not one.stroke:
                if one.fill:
                    surface.fill(one.fill, pixels(Box(one.x, one.y, one.width, one.height), to))
            case Rect() if not one.dash:
                self._rounded(one, surface, to)
            case Rect() | Circle() | Path():
                self._smooth(one, surface, to)
            case Line() | Strokes():
                strokes(one, surface, to)
            case Modules():
                modules(one, surface, to)
            case Placeholder():
                box = Rect(one.x, one.y, one.width, one.height, stroke=one.colour)
                self._smooth(box, surface, to)
            case Group():
                self._group(one, surface, to)

    def _text(self, one: Text, surface: pygame.Surface, to: tuple[float, float, float]) -> None:
        """Place each word where the layout measured it."""
        x, y, scale = to
        high = one.size * MM_PER_POINT * scale
        face = self.look.fonts.face(one.font)
        here, base = x + one.x * scale, round(y + one.y * scale)
        clip = surface.get_clip()
        if base < clip.top - high or base > clip.bottom + 2 * high:
            return
        spacing = one.spacing * MM_PER_POINT * scale
        for word in one.string if spacing else one.string.split(" "):
            wide = face.width(word) * high
            if word and word != " ":
                drawn, ascent = self._word(word, one, high, here - floor(here))
                surface.blit(drawn, (floor(here), base - ascent))
            here += wide + (spacing or face.width(" ") * high)

    def _word(self, word: str, one: Text, high: float, part: float) -> tuple[pygame.Surface, int]:
        """Draw a word large, then smoothed to the width that was measured, hinting left aside.

        `part` is how far into a pixel it begins, told in quarters.
        """
        fine = SMALL_FINE if high < LARGE else LARGE_FINE
        font = self._font(one.font, high * fine)
        wide = self.look.fonts.face(one.font).width(word) * high
        ascent = ceil(font.get_ascent() / fine)
        shift = round(part * fine)

        def make() -> pygame.Surface:
            told = word.replace(SOFT, "-")
            drawn = font.render(told, True, one.colour)  # noqa: FBT003 - pygame's own order
            size = ceil(wide + part) + 1, ceil(font.get_height() / fine) + 1
            large = pygame.Surface((size[0] * fine, size[1] * fine), pygame.SRCALPHA)
            large.fill((*pygame.Color(one.colour)[:3], 0))
            fitted = drawn
            exact = max(1, round(wide * fine))
            if abs(exact - drawn.get_width()) > 1:
                fitted = pygame.transform.smoothscale(drawn, (exact, drawn.get_height()))
            large.blit(fitted, (shift, ascent * fine - font.get_ascent()))
            return pygame.transform.smoothscale(large, size)

        return self._once((word, one.font, one.colour, round(high, 2), shift), make), ascent

    def _font(self, name: FontName, high: float) -> pygame.Font:
        size = max(4, round(high))
        if (name, size) not in self._fonts:
            self._fonts[name, size] = pygame.Font(self.look.fonts.path(name), size)
        return self._fonts[name, size]

    def _rounded(self, one: Rect, surface: pygame.Surface, to: tuple[float, float, float]) -> None:
        """Draw a box from corners smoothed once for all boxes alike, and straight sides."""
        box = pixels(Box(one.x, one.y, one.width, one.height), to)
        radius = min(round(one.radius * to[2]), box.width // 2, box.height // 2)
        line = max(1, round(one.line * to[2])) if one.stroke else 0
        margin = max(radius, line) + 1
        if box.width <= 2 * margin or box.height <= 2 * margin:
            self._smooth(one, surface, to)
            return
        tile = self._tile(one, radius, line, margin)
        far = margin + 1
        for x, from_x in ((box.left, 0), (box.right - margin, far)):
            for y, from_y in ((box.top, 0), (box.bottom - margin, far)):
                surface.blit(tile, (x, y), (from_x, from_y, margin, margin))
        level, upright = box.inflate(-2 * margin, 0), box.inflate(0, -2 * margin)
        if one.fill:
            surface.fill(one.fill, level)
            surface.fill(one.fill, upright)
        if one.stroke:
            for side in (
                (level.x, box.y, level.width, line),
                (level.x, box.bottom - line, level.width, line),
                (box.x, upright.y, line, upright.height),
                (box.right - line, upright.y, line, upright.height),
            ):
                surface.fill(one.stroke, side)

    def _tile(self, one: Rect, radius: int, line: int, margin: int) -> pygame.Surface:
        """Draw the corners of a box, one pixel between them."""
        side = 2 * margin + 1

        def make() -> pygame.Surface:
            large = _clear((side * FINE, side * FINE), one)
            box = Rect(0, 0, side, side, one.fill, one.stroke, line, radius)
            shape(box, large, (0.0, 0.0, FINE))
            return pygame.transform.smoothscale(large, (side, side))

        return self._once(("tile", radius, line, one.fill, one.stroke), make)

    def _smooth(
        self, one: Rect | Circle | Path, surface: pygame.Surface, to: tuple[float, float, float]
    ) -> None:
        """Draw a shape large, then smoothed."""
        x, y, scale = to
        box = bounds(one)
        corner = x + box.x * scale, y + box.y * scale
        left, top = floor(corner[0]), floor(corner[1])
        part = round((corner[0] - left) * FINE), round((corner[1] - top) * FINE)
        size = ceil(box.width * scale) + 2, ceil(box.height * scale) + 2
        if not surface.get_clip().colliderect((left, top, *size)):
            return
        if max(size) > LARGEST:
            shape(one, surface, to)
            return
        key = ("smooth", moved(one, -box.x, -box.y), part, round(scale, 4))

        def make() -> pygame.Surface:
            large = _clear((size[0] * FINE, size[1] * FINE), one)
            origin = part[0] - box.x * scale * FINE, part[1] - box.y * scale * FINE
            shape(one, large, (*origin, scale * FINE))
            return pygame.transform.smoothscale(large, size)

        surface.blit(self._once(key, make), (left, top))

    def _group(self, one: Group, surface: pygame.Surface, to: tuple[float, float, float]) -> None:
        x, y, scale = to
        at = x + one.x * scale, y + one.y * scale, scale
        if one.angle:
            self._turned(one, surface, at)
        elif one.clip is None:
            self._all(one.items, surface, at)
        else:
            self._clipped(one, surface, at)

    def _clipped(self, one: Group, surface: pygame.Surface, at: tuple[float, float, float]) -> None:
        clip = one.clip
        if clip is None or (isinstance(clip, Rect) and not clip.radius):
            before = surface.get_clip()
            surface.set_clip(pixels(bounds(clip), at).clip(before) if clip else before)
            self._all(one.items, surface, at)
            surface.set_clip(before)
            return
        box = pixels(bounds(clip), at)
        inside = pygame.Surface(box.size, pygame.SRCALPHA)
        mask = pygame.Surface(box.size, pygame.SRCALPHA)
        origin = at[0] - box.x, at[1] - box.y, at[2]
        self._all(one.items, inside, origin)
        shape(inked(clip), mask, origin)
        inside.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
        surface.blit(inside, box)

    def _turned(self, one: Group, surface: pygame.Surface, at: tuple[float, float, float]) -> None:
        """Draw what is turned on a surface of its own, then turn that about its origin."""
        reach = ceil(max(one.width, one.height, 40.0) * at[2])
        drawn = pygame.Surface((2 * reach, 2 * reach), pygame.SRCALPHA)
        self._all(one.items, drawn, (reach, reach, at[2]))
        turned = pygame.transform.rotate(drawn, -one.angle)
        surface.blit(turned, turned.get_rect(center=(round(at[0]), round(at[1]))))

    def _once(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = make()
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found


def _clear(size: tuple[int, int], one: Rect | Circle | Path) -> pygame.Surface:
    """Give an empty surface of the shape's own colour, so that smoothing darkens no edge."""
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill((*pygame.Color(one.stroke or one.fill or "#ffffff")[:3], 0))
    return surface
