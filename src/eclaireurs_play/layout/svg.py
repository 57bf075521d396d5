"""A page as one self-contained SVG: text stays text, a title and a description go with it."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape
from itertools import count

from eclaireurs_play.layout.display import (
    Circle,
    Group,
    Item,
    Line,
    Modules,
    Page,
    Path,
    Placeholder,
    Raster,
    Rect,
    Strokes,
    Text,
    number,
)
from eclaireurs_play.layout.look import Look
from eclaireurs_play.model.print import MM_PER_POINT, Colour, FontName

_FONTS: dict[FontName, str] = {
    "regular": "",
    "italic": ' font-style="italic"',
    "semibold": ' font-weight="600"',
    "bold": ' font-weight="700"',
}


def svg(page: Page, look: Look, description: str = "", *, name: str = "dessin") -> str:
    """Write a page as SVG, one unit for a millimetre; `name` keeps its ids apart from others'."""
    width, height = number(page.width), number(page.height)
    ids = (f"{name}-{place}" for place in count(1))
    body = "".join(_draw(page.items, look, ids))
    title = f'<title id="{name}-titre">{escape(page.title)}</title>' if page.title else ""
    words = f'<desc id="{name}-texte">{escape(description)}</desc>' if description else ""
    labels = " ".join(
        f"{name}-{part}" for part, there in (("titre", title), ("texte", words)) if there
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}mm" height="{height}mm" role="img" aria-labelledby="{labels}" '
        f'font-family="{escape(look.theme.stack)}">{title}{words}{body}</svg>'
    )


def _draw(items: Iterable[Item], look: Look, ids: Iterator[str]) -> Iterator[str]:
    for item in items:
        match item:
            case Group():
                yield from _group(item, look, ids)
            case Text():
                yield _text(item, look)
            case Rect() | Circle() | Path():
                yield _area(item)
            case _:
                yield _other(item)


def _text(item: Text, look: Look) -> str:
    """Write a text; its length is kept whatever font stands in for ours."""
    length = look.fonts.width(item.font, item.size, item.string, item.spacing)
    size = number(item.size * MM_PER_POINT)
    return (
        f'<text x="{number(item.x)}" y="{number(item.y)}" font-size="{size}" '
        f'fill="{item.colour}" textLength="{number(length)}" lengthAdjust="spacingAndGlyphs"'
        f'{_FONTS[item.font]} xml:space="preserve">{escape(item.string)}</text>'
    )


def _paint(fill: Colour | None, stroke: Colour | None, line: float) -> str:
    edge = f' stroke="{stroke}" stroke-width="{number(line)}"' if stroke else ""
    return f' fill="{fill or "none"}"{edge}'


def _area(item: Rect | Circle | Path, paint: str | None = None) -> str:
    colours = _paint(item.fill, item.stroke, item.line) if paint is None else paint
    match item:
        case Rect():
            round_ = f' rx="{number(item.radius)}"' if item.radius else ""
            return (
                f'<rect x="{number(item.x)}" y="{number(item.y)}" width="{number(item.width)}" '
                f'height="{number(item.height)}"{round_}{colours}{_dash(item.dash)}/>'
            )
        case Circle():
            place = f'cx="{number(item.x)}" cy="{number(item.y)}" r="{number(item.radius)}"'
            return f"<circle {place}{colours}/>"
        case Path():
            steps = " ".join(
                ("C" if len(step) > 2 else "L") + " ".join(map(number, step))  # noqa: PLR2004 - a straight step has two numbers
                for step in item.steps
            )
            start = " ".join(map(number, item.start))
            return f'<path d="M{start} {steps}Z"{colours}/>'


def _dash(dash: tuple[float, ...]) -> str:
    return f' stroke-dasharray="{" ".join(map(number, dash))}"' if dash else ""


def _other(item: Item) -> str:
    match item:
        case Line():
            points = " ".join(f"{number(x)},{number(y)}" for x, y in item.points)
            caps = ' stroke-linecap="round" stroke-linejoin="round"' if item.round else ""
            return (
                f'<polyline points="{points}" fill="none" stroke="{item.colour}" '
                f'stroke-width="{number(item.width)}"{caps}{_dash(item.dash)}/>'
            )
        case Strokes():
            path = "".join(
                f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"
                for x1, y1, x2, y2 in item.segments
            )
            return f'<path d="{path}" stroke="{item.colour}" stroke-width="{number(item.width)}"/>'
        case Modules():
            return _modules(item)
        case Raster():
            data = b64encode(item.image.file).decode()
            return (
                f'<image x="{number(item.x)}" y="{number(item.y)}" width="{number(item.width)}" '
                f'height="{number(item.height)}" preserveAspectRatio="none" '
                f'href="data:image/{item.image.kind};base64,{data}">'
                f"<title>{escape(item.words)}</title></image>"
            )
        case Placeholder():
            frame = Rect(item.x, item.y, item.width, item.height, stroke=item.colour)
            return f"<g><title>{escape(item.words)}</title>{_area(frame)}</g>"
        case _:
            raise TypeError(type(item).__name__)


def _modules(item: Modules) -> str:
    side = item.side / len(item.rows)
    path = "".join(
        f"M{number(item.x + column * side)} {number(item.y + row * side)}"
        f"h{number(side)}v{number(side)}h-{number(side)}z"
        for row, cells in enumerate(item.rows)
        for column, cell in enumerate(cells)
        if cell == "1"
    )
    return f'<path d="{path}" fill="{item.colour}"/>'


def _group(group: Group, look: Look, ids: Iterator[str]) -> Iterator[str]:
    moves = f"translate({number(group.x)} {number(group.y)})" if group.x or group.y else ""
    turns = f"rotate({number(group.angle)})" if group.angle else ""
    grows = f"scale({number(group.scale)})" if group.scale != 1 else ""
    transform = " ".join(part for part in (moves, turns, grows) if part)
    attributes = f' transform="{transform}"' if transform else ""
    if group.clip:
        clip = next(ids)
        attributes += f' clip-path="url(#{clip})"'
        yield f'<clipPath id="{clip}">{_area(group.clip, "")}</clipPath>'
    yield f"<g{attributes}>"
    yield from _draw(group.items, look, ids)
    yield "</g>"
