"""Drawings in SVG, read as outlines: icons, and pictures on cards.

What is read: paths, circles, ellipses, rectangles and lines, in groups, with colours and
transforms. Anything else that would be drawn is refused, so that no part is lost in silence.
Strokes end and turn round.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import cos, radians, sin
from pathlib import Path
from xml.parsers import expat

from eclaireurs_play.layout import curves
from eclaireurs_play.layout.curves import Matrix, Outline
from eclaireurs_play.layout.trouble import Unplaced

LARGEST = 500_000
"""The most bytes of a drawing."""

CURRENT = "currentcolor"
"""The colour of whoever draws."""

NAMED: Mapping[str, str] = {"black": "#000000", "white": "#ffffff"}
SILENT = frozenset({"title", "desc", "metadata", "defs", "namedview"})
"""Elements that draw nothing."""

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_TURN = re.compile(r"\s*,?\s*(\w+)\s*\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Traced:
    """One shape: its outlines, what fills it, what draws its edge and how wide; None for nothing.

    A colour is `#rrggbb`, or `currentcolor`.
    """

    outlines: tuple[Outline, ...]
    fill: str | None
    stroke: str | None
    width: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in a frame whose top left corner is the origin, in the units of its file."""

    name: str
    width: float
    height: float
    shapes: tuple[Traced, ...]


def drawing(path: Path) -> Drawing:
    """Read an SVG file.

    Raises Unplaced when it is missing, over 500 kB, damaged, or holds what can't be drawn.
    """
    try:
        file = path.read_bytes()
    except FileNotFoundError:
        raise Unplaced(f"le dessin « {path.name} » n'existe pas dans {path.parent.name}/") from None
    except OSError:
        raise Unplaced(f"le dessin « {path.name} » ne se laisse pas lire") from None
    if len(file) > LARGEST:
        raise Unplaced(f"le dessin « {path.name} » pèse plus de {LARGEST // 1000} ko")
    try:
        return _read(path.stem, file)
    except expat.ExpatError as error:
        sentence = f"« {path.name} » n'est pas un dessin SVG lisible (ligne {error.lineno})"
        raise Unplaced(sentence) from None
    except _Unread as error:
        raise Unplaced(f"le dessin « {path.name} » ne peut pas être repris : {error}") from None


@lru_cache(maxsize=512)
def _read(name: str, file: bytes) -> Drawing:
    """Read the bytes of a file, once as long as they are the same."""
    return _Reader(name).read(file)


class _Unread(Exception):  # noqa: N818 - never leaves this module
    """Something of a file that can't be drawn."""


@dataclass(frozen=True, slots=True)
class _State:
    """What an element takes from those around it."""

    matrix: Matrix = field(default_factory=Matrix)
    style: Mapping[str, str] = field(default_factory=dict)


STYLE: Mapping[str, str] = {
    "fill": "#000000",
    "stroke": "none",
    "stroke-width": "1",
    "fill-rule": "nonzero",
    "stroke-dasharray": "none",
    "opacity": "1",
    "fill-opacity": "1",
    "stroke-opacity": "1",
    "display": "inline",
    "visibility": "visible",
    "clip-path": "none",
    "mask": "none",
    "filter": "none",
}
"""What of a style is read, and what it is when nothing says it."""

ONLY: Mapping[str, str] = {
    "fill-rule": "nonzero",
    "stroke-dasharray": "none",
    "clip-path": "none",
    "mask": "none",
    "filter": "none",
}
"""What must stay as it is by default."""


class _Reader:
    """Walks through the elements of a file and keeps the shapes they draw."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._frame = (0.0, 0.0)
        self._waiting: list[_State] = []
        self._silent = 0
        self._shapes: list[Traced] = []

    def read(self, file: bytes) -> Drawing:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = self._refuse_entity
        parser.Parse(file, True)  # noqa: FBT003 - expat's own order
        if not self._shapes:
            raise _Unread("il est vide")
        return Drawing(self._name, *self._frame, tuple(self._shapes))

    def _refuse_entity(self, *_about: object) -> None:
        raise _Unread("il déclare des entités")

    def _start(self, name: str, found: dict[str, str]) -> None:
        kind = name.rpartition(" ")[2]
        if self._silent or kind in SILENT:
            self._silent += 1
            return
        if not self._waiting:
            self._waiting.append(self._root(kind, found))
            return
        state = _inside(self._waiting[-1], found)
        self._waiting.append(state)
        if kind == "g" or _unseen(state.style):
            return
        self._shapes.append(_traced(_outlines(kind, found), state))

    def _end(self, _name: str) -> None:
        if self._silent:
            self._silent -= 1
        else:
            self._waiting.pop()

    def _root(self, kind: str, found: Mapping[str, str]) -> _State:
        """Read the frame of the drawing."""
        if kind != "svg":
            raise _Unread(f"il commence par <{kind}>, pas par <svg>")
        box = _numbers(found.get("viewBox", ""))
        if not box:
            box = (0.0, 0.0, _length(found, "width"), _length(found, "height"))
        if len(box) != 4 or min(box[2:]) <= 0:  # noqa: PLR2004 - a corner and two sides
            raise _Unread("il ne dit pas sa taille (viewBox)")
        self._frame = (box[2], box[3])
        return _inside(_State(Matrix(e=-box[0], f=-box[1]), STYLE), found)


def _inside(state: _State, found: Mapping[str, str]) -> _State:
    """Give the state of an element from that around it and its own attributes."""
    told = dict(part.split(":", 1) for part in found.get("style", "").split(";") if ":" in part)
    own = {name.strip(): value for name, value in told.items()}
    given = {**found, **own}
    style = {name: given[name].strip() if name in given else state.style[name] for name in STYLE}
    for name, only in ONLY.items():
        if style[name] != only:
            raise _Unread(f"« {name} » n'est pas repris")
    for name in ("opacity", "fill-opacity", "stroke-opacity"):
        if style[name] not in ("1", "1.0", "100%", "0"):
            raise _Unread("il a des transparences")
    return _State(state.matrix.then(_matrix(found.get("transform", ""))), style)


def _unseen(style: Mapping[str, str]) -> bool:
    hidden = style["display"] == "none" or style["visibility"] != "visible"
    return hidden or style["opacity"] == "0"


def _traced(outlines: tuple[Outline, ...], state: _State) -> Traced:
    style = state.style
    return Traced(
        tuple(state.matrix.outline(one) for one in outlines),
        None if style["fill-opacity"] == "0" else _colour(style["fill"]),
        None if style["stroke-opacity"] == "0" else _colour(style["stroke"]),
        _length(style, "stroke-width") * state.matrix.growth,
    )


def _colour(written: str) -> str | None:
    colour = NAMED.get(written.lower(), written.lower())
    if colour in ("none", "transparent"):
        return None
    if colour == CURRENT:
        return CURRENT
    if not _COLOUR.fullmatch(colour):
        raise _Unread(f"la couleur « {written} » n'est pas reprise (#rrggbb, black ou white)")
    short = len(colour) == 4  # noqa: PLR2004 - #rgb
    return "#" + "".join(one * 2 for one in colour[1:]) if short else colour


def _outlines(kind: str, found: Mapping[str, str]) -> tuple[Outline, ...]:
    """Give the outlines that an element draws."""
    match kind:
        case "path":
            return _path(found.get("d", ""))
        case "circle":
            radius = _length(found, "r")
            return (curves.ellipse(_length(found, "cx"), _length(found, "cy"), radius, radius),)
        case "ellipse":
            radii = _length(found, "rx"), _length(found, "ry")
            return (curves.ellipse(_length(found, "cx"), _length(found, "cy"), *radii),)
        case "rect":
            x, y, width, height = (_length(found, one) for one in ("x", "y", "width", "height"))
            turn = _length(found, "rx") or _length(found, "ry")
            return (curves.rectangle(x, y, width, height, turn),)
        case "line":
            start, end = ((_length(found, f"x{one}"), _length(found, f"y{one}")) for one in (1, 2))
            return (Outline(start, (end,)),)
        case "polyline" | "polygon":
            return tuple(_polygon(_numbers(found.get("points", "")), closed=kind == "polygon"))
    raise _Unread(f"l'élément <{kind}> n'est pas repris ; changez-le en tracé")


def _path(data: str) -> tuple[Outline, ...]:
    try:
        return curves.outlines(data)
    except (ValueError, IndexError, ZeroDivisionError):
        raise _Unread(f"le tracé « {data[:30]} » est mal écrit") from None


def _polygon(numbers: tuple[float, ...], *, closed: bool) -> Iterator[Outline]:
    points = list(zip(numbers[::2], numbers[1::2], strict=False))
    if points:
        yield Outline(points[0], tuple(points[1:]), closed)


def _length(found: Mapping[str, str], name: str) -> float:
    """Read a length; 0 when it is not said."""
    written = found.get(name, "0")
    numbers = _numbers(written)
    if not numbers or "%" in written:
        raise _Unread(f"« {name} » n'est pas une longueur")
    return numbers[0]


def _numbers(written: str) -> tuple[float, ...]:
    return tuple(float(one) for one in _NUMBER.findall(written))


def _matrix(written: str) -> Matrix:
    """Read a `transform`."""
    matrix, end = Matrix(), 0
    while found := _TURN.match(written, end):
        matrix, end = matrix.then(_turn(found[1], _numbers(found[2]))), found.end()
    if written[end:].strip():
        raise _Unread(f"la transformation « {written[:30]} » n'est pas reprise")
    return matrix


def _turn(name: str, told: tuple[float, ...]) -> Matrix:
    match name, told:
        case "matrix", (a, b, c, d, e, f):
            return Matrix(a, b, c, d, e, f)
        case "translate", (x, *rest):
            return Matrix(e=x, f=rest[0] if rest else 0.0)
        case "scale", (across, *rest):
            return Matrix(a=across, d=rest[0] if rest else across)
        case "rotate", (angle, *centre):
            cosine, sine = cos(radians(angle)), sin(radians(angle))
            x, y = centre or (0.0, 0.0)
            there = Matrix(e=x, f=y).then(Matrix(cosine, sine, -sine, cosine))
            return there.then(Matrix(e=-x, f=-y))
    raise _Unread(f"la transformation « {name} » n'est pas reprise")
