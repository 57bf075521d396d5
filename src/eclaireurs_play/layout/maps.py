"""Base maps: a calm sketch of a place, light enough to draw on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from eclaireurs_play.layout.display import (
    Box,
    Group,
    Item,
    Line,
    Page,
    Path,
    Point,
    Rect,
    Strokes,
)
from eclaireurs_play.layout.flow import Paper, furniture
from eclaireurs_play.layout.look import Letter, Look, label
from eclaireurs_play.layout.patterns import texture
from eclaireurs_play.model.deck import Shape
from eclaireurs_play.model.print import Colour, FontName, Pattern
from eclaireurs_play.model.scenario import BaseMap, Feature, Scenario

WIDTH, HEIGHT = 180.0, 120.0
"""The sheet on which features are placed, in mm."""

TITLE = 14.0
KEY = 13.0
KEY_SIZES = (10.0, 9.0, 8.0)
"""Sizes of the key's words, in points, the largest that a row holds."""

KEY_SPACE = 3.5
SAMPLE_WIDTH, SAMPLE_HEIGHT = 12.0, 6.5
SAMPLES = 6
_ORDER = ("field", "wood", "town", "water", "river", "rail", "road", "border", "zone")
_NAMES = {
    "field": "champs",
    "wood": "bois",
    "town": "bâti",
    "water": "eau",
    "river": "rivière",
    "rail": "voie ferrée",
    "road": "route",
    "border": "limite",
    "zone": "projet, site",
}
_SMOOTH = ("wood", "water", "river", "road", "rail", "town")


@dataclass(frozen=True, slots=True)
class Ground:
    """How an area is filled: the shape whose colours it takes, its pattern and pitch in mm."""

    shape: Shape
    pattern: Pattern
    step: float


_GROUNDS = {
    "wood": Ground("leaf", "rings", 3.2),
    "town": Ground("arch", "bricks", 3.2),
    "water": Ground("drop", "rows", 2.2),
}


def base_map(scenario: Scenario, drawn: BaseMap, paper: Paper, look: Look) -> Page:
    """Draw a scenario's map as large as the page allows, with its key and a scale-free note."""
    area = paper.column
    room = Box(area.x, area.y + TITLE, area.width, area.height - TITLE - KEY)
    scale = min(room.width / WIDTH, room.height / HEIGHT)
    frame = Box(room.x + (room.width - WIDTH * scale) / 2, room.y, WIDTH * scale, HEIGHT * scale)
    features = sorted(drawn.features, key=lambda one: _ORDER.index(one.kind))
    inside = [item for one in features for item in _feature(one, scale, look)]
    inside += _labels(features, scale, frame, look)
    clip = Rect(0, 0, frame.width, frame.height)
    edge = Rect(frame.x, frame.y, frame.width, frame.height, stroke=look.theme.line, line=0.3)
    items = (
        *_heading(scenario, drawn, frame, look),
        Group(tuple(inside), frame.x, frame.y, clip=clip),
        edge,
        *_key({one.kind for one in features}, frame, look),
        *furniture(paper, 1, 1, look),
    )
    return Page(paper.form.width, paper.form.height, items, drawn.title)


def _heading(scenario: Scenario, drawn: BaseMap, frame: Box, look: Look) -> Iterator[Item]:
    """Write the title and the note."""
    theme = look.theme
    yield label(drawn.title, (frame.x, frame.y - 8.5), Letter("semibold", 15, theme.ink), look)
    note = drawn.note or scenario.title
    yield label(note, (frame.x, frame.y - 3.2), Letter("regular", 8.5, theme.soft), look)


def smooth(points: Sequence[Point], *, closed: bool) -> tuple[Point, ...]:
    """Round a broken line through its points (Catmull and Rom), as a finer broken line."""
    if len(points) < 3:  # noqa: PLR2004 - two points are a straight line
        return tuple(points)
    last = len(points)
    spans = range(last if closed else last - 1)
    found = [point for span in spans for point in _rounded(points, span, closed=closed)]
    return tuple(found) if closed else (*found, points[-1])


def _rounded(points: Sequence[Point], span: int, *, closed: bool) -> Iterator[Point]:
    """Sample the curve from one point up to the next."""

    def at(place: int) -> Point:
        if closed:
            return points[place % len(points)]
        return points[max(0, min(place, len(points) - 1))]

    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (at(span + offset) for offset in (-1, 0, 1, 2))
    for sample in range(SAMPLES):
        t = sample / SAMPLES
        yield (_spline(x0, x1, x2, x3, t), _spline(y0, y1, y2, y3, t))


def _spline(before: float, start: float, end: float, after: float, t: float) -> float:
    return 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * t**2
        + (3 * start - before - 3 * end + after) * t**3
    )


def _feature(feature: Feature, scale: float, look: Look) -> Iterator[Item]:
    """Draw one thing of the map."""
    closed = feature.kind in ("field", "wood", "town", "zone", "water")
    points: Sequence[Point] = [(x * scale, y * scale) for x, y in feature.points]
    if feature.kind in _SMOOTH:
        points = smooth(points, closed=closed)
    if closed:
        yield from _area(feature.kind, points, look)
    else:
        yield from _way(feature.kind, tuple(points), look)


def _outline(points: Sequence[Point], **paint: Colour | float) -> Path:
    return Path(points[0], tuple(points[1:]), **paint)  # type: ignore[arg-type]


def _area(kind: str, points: Sequence[Point], look: Look) -> Iterator[Item]:
    theme = look.theme
    box = bounds(points)
    if kind == "field":
        shape = _outline(points, fill=theme.ground, stroke=theme.faint, line=0.25)
        yield shape
        yield texture("falling", box, theme.faint, shape, 2.6)
    elif kind == "zone":
        swatch = look.swatch("diamond")
        shape = _outline(points, fill=theme.paper)
        yield shape
        yield texture("rising", box, swatch.tint, shape, 2.4)
        dash = (2.4, 1.4)
        yield Line((*points, points[0]), swatch.ink, 0.6, dash)
    else:
        ground = _GROUNDS[kind]
        swatch = look.swatch(ground.shape)
        shape = _outline(points, fill=theme.paper)
        yield shape
        yield texture(ground.pattern, box, swatch.tint, shape, ground.step)
        yield _outline(points, stroke=swatch.solid, line=0.3)


def _way(kind: str, points: tuple[Point, ...], look: Look) -> Iterator[Item]:
    theme = look.theme
    if kind == "river":
        swatch = look.swatch("drop")
        yield Line(points, swatch.solid, 2.6, round=True)
        yield Line(points, swatch.tint, 2.0, round=True)
    elif kind == "road":
        yield Line(points, theme.line, 1.7, round=True)
        yield Line(points, theme.paper, 1.1, round=True)
    elif kind == "rail":
        yield Line(points, theme.soft, 0.35)
        yield Strokes(tuple(_sleepers(points)), theme.soft, 0.35)
    else:
        yield Line(points, theme.soft, 0.4, (3, 1.2, 0.6, 1.2))


def _sleepers(points: Sequence[Point]) -> Iterator[tuple[float, float, float, float]]:
    """Cross a line with short strokes every 3 mm."""
    gone = 1.5
    for (x1, y1), (x2, y2) in pairwise(points):
        length = hypot(x2 - x1, y2 - y1)
        while gone < length:
            across, down = (x2 - x1) / length, (y2 - y1) / length
            x, y = x1 + across * gone, y1 + down * gone
            yield (x - down, y + across, x + down, y - across)
            gone += 3.0
        gone -= length


def bounds(points: Iterable[Point]) -> Box:
    """Give the smallest upright box around points."""
    across, down = zip(*points, strict=True)
    return Box(min(across), min(down), max(across) - min(across), max(down) - min(down))


def _labels(features: Sequence[Feature], scale: float, frame: Box, look: Look) -> Iterator[Item]:
    """Write names where they cover no other name; towns first."""
    taken: list[Box] = []
    rank = ("town", "zone", "water", "river", "road", "wood", "field", "rail", "border")
    for feature in sorted(features, key=lambda one: rank.index(one.kind)):
        if feature.label:
            box = _free_box(feature, scale, frame, taken, look)
            taken.append(box)
            yield from _name(feature, box, look)


def _font(feature: Feature) -> FontName:
    return "semibold" if feature.kind in ("town", "zone") else "regular"


def _text_size(feature: Feature) -> float:
    return {"town": 10.5, "zone": 9.0}.get(feature.kind, 8.0)


def _free_box(feature: Feature, scale: float, frame: Box, taken: Sequence[Box], look: Look) -> Box:
    """Find a place for a name: at the middle of its thing, else near it."""
    font = _font(feature)
    size = _text_size(feature)
    wide = look.fonts.width(font, size, feature.label or "") + 2.4
    tall = size * 0.5
    tried = [
        _within(Box(x * scale - wide / 2, y * scale - tall / 2, wide, tall), frame)
        for x, y in _anchors(feature)
    ]
    free = [box for box in tried if not any(_overlap(box, other) for other in taken)]
    return (free or tried)[0]


def _anchors(feature: Feature) -> list[Point]:
    """List places for a name, best first: the middle, then a little above and below."""
    points = feature.points
    if feature.kind in ("river", "road", "rail", "border"):
        order = sorted(range(len(points)), key=lambda one: abs(one - (len(points) - 1) / 2))
        return [points[one] for one in order]
    box = bounds(points)
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return [(x, y), *((x, y + away) for away in (-5, 5, -9, 9, -13, 13))]


def _within(box: Box, frame: Box) -> Box:
    x = max(1.0, min(box.x, frame.width - box.width - 1))
    return Box(x, max(1.0, min(box.y, frame.height - box.height - 1)), box.width, box.height)


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def _name(feature: Feature, box: Box, look: Look) -> Iterator[Item]:
    theme = look.theme
    font = _font(feature)
    ink = look.swatch("diamond").ink if feature.kind == "zone" else theme.ink
    yield Rect(box.x, box.y, box.width, box.height, fill=theme.paper, radius=1)
    y = box.y + box.height / 2 + look.fonts.cap_height(font, _text_size(feature)) / 2
    x = box.x + box.width / 2
    yield label(
        feature.label or "", (x, y), Letter(font, _text_size(feature), ink), look, align="centre"
    )


def _key(kinds: set[str], frame: Box, look: Look) -> Iterator[Item]:
    """Show each kind of thing the map holds, in a row, as large as the row allows."""
    shown = [kind for kind in _ORDER if kind in kinds]
    sizes = [(size, sum(_key_width(kind, size, look) for kind in shown)) for size in KEY_SIZES]
    size = next((one for one, wide in sizes if wide <= frame.width), KEY_SIZES[-1])
    here, y = frame.x, frame.y + frame.height + KEY_SPACE
    letter = Letter("regular", size, look.theme.ink)
    for kind in shown:
        yield Group(tuple(_sample(kind, look)), here, y)
        at = (here + SAMPLE_WIDTH + 2.5, y + SAMPLE_HEIGHT / 2 + 1.2)
        yield label(_NAMES[kind], at, letter, look)
        here += _key_width(kind, size, look)


def _key_width(kind: str, size: float, look: Look) -> float:
    """Give the width of one entry of the key, with the space after it."""
    return SAMPLE_WIDTH + 2.5 + look.fonts.width("regular", size, _NAMES[kind]) + 6


def _sample(kind: str, look: Look) -> Iterator[Item]:
    wide, tall = SAMPLE_WIDTH, SAMPLE_HEIGHT
    if kind in ("river", "road", "rail", "border"):
        yield from _way(kind, ((0, tall / 2), (wide, tall / 2)), look)
    else:
        yield from _area(kind, ((0, 0), (wide, 0), (wide, tall), (0, tall)), look)
