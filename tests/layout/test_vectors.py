from itertools import pairwise
from math import cos, hypot, pi, radians, sin
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.layout.curves import Matrix, Outline, ellipse, flat, outlines, rectangle
from eclaireurs_play.layout.display import Line
from eclaireurs_play.layout.display import Path as Shaped
from eclaireurs_play.layout.tracing import EXACT, icon, traced
from eclaireurs_play.layout.trouble import Unplaced
from eclaireurs_play.layout.vectors import CURRENT, Drawing, drawing

INK = "#22262b"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"'


def read(tmp_path: Path, body: str, head: str = HEAD) -> Drawing:
    path = tmp_path / f"dessin-{abs(hash(head + body))}.svg"
    path.write_text(f"{head}>{body}</svg>", encoding="utf-8")
    return drawing(path)


def ends(one: Outline) -> list[tuple[float, ...]]:
    return [one.start, *(step[-2:] for step in one.steps)]


def test_path_data_is_read_relative_and_absolute_with_its_closings() -> None:
    first, second = outlines("m8 11-5 3v2z m1 1h2")
    assert ends(first) == [(8, 11), (3, 14), (3, 16)]
    assert first.closed
    assert ends(second) == [(9, 12), (11, 12)]
    assert not second.closed


def test_flags_of_arcs_may_touch() -> None:
    apart, tight = outlines("M2 2a3 4 20 0 1 5 5"), outlines("M2 2a3 4 20 015 5")
    assert apart == tight


def test_a_quadratic_curve_becomes_the_same_cubic_one() -> None:
    [one] = outlines("M0 0Q3 6 6 0")
    assert one.steps == ((2, 4, 4, 4, 6, 0),)


@given(
    across=st.floats(0.5, 50), down=st.floats(0.5, 50), turn=st.floats(0, 180), large=st.booleans()
)
def test_an_arc_stays_on_its_ellipse(across: float, down: float, turn: float, large: bool) -> None:
    angle = radians(turn)
    chord = (across * cos(angle), across * sin(angle))
    [one] = outlines(f"M0 0A{across} {down} {turn} {int(large)} 1 {chord[0]} {chord[1]}")
    assert ends(one)[-1] == pytest.approx(chord)
    [centre] = {(round(x, 6), round(y, 6)) for x, y in [_centre(across, down, angle, chord, large)]}
    for x, y in flat(one, 0.01):
        u, v = x - centre[0], y - centre[1]
        along, aside = u * cos(angle) + v * sin(angle), -u * sin(angle) + v * cos(angle)
        assert hypot(along / across, aside / down) == pytest.approx(1, abs=2e-3)


def _centre(
    across: float, down: float, angle: float, chord: tuple[float, float], large: bool
) -> tuple[float, float]:
    """A chord as long as a half axis leaves its centre at √3/2 of the other one."""
    side = -1 if large else 1
    along, aside = across / 2, side * down * 3**0.5 / 2
    assert hypot(*chord) == pytest.approx(across)
    return along * cos(angle) - aside * sin(angle), along * sin(angle) + aside * cos(angle)


@given(radius=st.floats(0.5, 100), tolerance=st.floats(0.001, 0.1))
def test_chords_stay_within_their_tolerance(radius: float, tolerance: float) -> None:
    points = flat(ellipse(0, 0, radius, radius), tolerance)
    assert points[0] == points[-1]
    for (x1, y1), (x2, y2) in pairwise(points):
        middle = hypot((x1 + x2) / 2, (y1 + y2) / 2)
        assert radius - middle <= tolerance + 3e-4 * radius


def test_corners_of_a_rectangle_are_never_rounder_than_its_sides() -> None:
    one = rectangle(1, 2, 10, 4, 30)
    xs, ys = zip(*flat(one, 0.01), strict=True)
    assert (min(xs), max(xs), min(ys), max(ys)) == pytest.approx((1, 11, 2, 6))


def test_transforms_are_applied_from_the_inside(tmp_path: Path) -> None:
    body = (
        '<g transform="translate(10 0) scale(2)">'
        '<path d="M1 0h1" transform="rotate(90)" stroke="black"/></g>'
    )
    [one] = read(tmp_path, body).shapes
    [outline] = one.outlines
    assert ends(outline)[0] == pytest.approx((10, 2))
    assert ends(outline)[1] == pytest.approx((10, 4))
    assert one.width == pytest.approx(2)


def test_a_turn_and_its_return_change_nothing() -> None:
    turn = Matrix(cos(1), sin(1), -sin(1), cos(1), 3, 4)
    back = Matrix(cos(-1), sin(-1), -sin(-1), cos(-1)).then(Matrix(e=-3, f=-4))
    assert back.then(turn) == pytest.approx(Matrix())


def test_styles_come_from_around_and_may_be_written_both_ways(tmp_path: Path) -> None:
    body = (
        '<g fill="none" stroke="currentColor" stroke-width="2"><circle cx="5" cy="5" r="2"/>'
        '<rect width="4" height="3" style="fill:#abc; stroke: none"/></g>'
    )
    ring, box = read(tmp_path, body).shapes
    assert (ring.fill, ring.stroke, ring.width) == (None, CURRENT, 2)
    assert (box.fill, box.stroke) == ("#aabbcc", None)


def test_a_frame_that_starts_elsewhere_is_moved_to_the_origin(tmp_path: Path) -> None:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -20 40 50"'
    one = read(tmp_path, '<path d="M-10 -20H0"/>', head)
    assert (one.width, one.height) == (40, 50)
    assert ends(one.shapes[0].outlines[0]) == [(0, 0), (10, 0)]


def test_what_draws_nothing_is_passed_over(tmp_path: Path) -> None:
    body = (
        "<title>Un pont</title><defs><text>non</text></defs>"
        '<path d="M0 0h1" display="none"/><path d="M0 0h2"/>'
    )
    assert len(read(tmp_path, body).shapes) == 1


REFUSED = [
    ("<text>Pont</text>", "l'élément <text> n'est pas repris"),
    ("<style>path{}</style>", "l'élément <style> n'est pas repris"),
    ('<path d="M0 0h1" fill="url(#degrade)"/>', "la couleur « url"),
    ('<path d="M0 0h1" opacity=".5"/>', "transparences"),
    ('<path d="M0 0h1" fill-rule="evenodd"/>', "« fill-rule » n'est pas repris"),
    ('<path d="M0 0 L1 oups"/>', "le tracé « M0 0 L1 oups » est mal écrit"),
    ('<path d="M0 0h1" transform="skewX(3)"/>', "la transformation « skewX »"),
    ('<circle r="10%"/>', "« r » n'est pas une longueur"),
    ("", "il est vide"),
]


@pytest.mark.parametrize(("body", "told"), REFUSED)
def test_what_can_t_be_drawn_is_refused_not_lost(body: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(Unplaced, match=told.replace("(", r"\(")):
        read(tmp_path, body)


FILES = [
    (b"Ceci n'est pas un dessin.", r"n'est pas un dessin SVG lisible \(ligne 1\)"),
    (b"<svg viewBox='0 0 9 9'><path d='M0 0h1'/>", "n'est pas un dessin SVG lisible"),
    (b"<html><body/></html>", "il commence par <html>"),
    (b"<svg><path d='M0 0h1'/></svg>", "il ne dit pas sa taille"),
    (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 9 9"/>', "il déclare des entités"),
    (b" " * 500_001, "pèse plus de 500 ko"),
    (b"", "n'est pas un dessin SVG lisible"),
]


@pytest.mark.parametrize(("file", "told"), FILES)
def test_a_bad_file_is_one_sentence(file: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "pont.svg"
    path.write_bytes(file)
    with pytest.raises(Unplaced, match=f"« pont(.svg)? ».*{told}|{told}"):
        drawing(path)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unplaced, match=r"« pont.svg » n'existe pas dans "):
        drawing(tmp_path / "pont.svg")


@given(junk=st.text("MmLlHhVvCcSsQqTtAaZz0129 .,-+e", max_size=60))
def test_no_path_data_ever_breaks_the_reader(junk: str) -> None:
    try:
        found = outlines(junk)
    except ValueError:
        return
    assert all(one.steps for one in found)


def test_an_icon_is_one_colour_and_stands_in_its_square(tmp_path: Path) -> None:
    body = '<path d="M2 2H22V22Z" fill="none" stroke="currentColor" stroke-width="2"/>'
    group = icon(read(tmp_path, body), (10, 20), 4.2, INK)
    [line] = group.items
    assert isinstance(line, Line)
    assert (line.colour, line.round) == (INK, True)
    assert line.width == pytest.approx(0.35)
    assert line.points[0] == line.points[-1] == pytest.approx((0.35, 0.35))
    assert (group.x, group.y, group.width) == (10, 20, 4.2)


def test_a_hole_stays_a_hole(tmp_path: Path) -> None:
    body = '<path d="M0 0H9V9H0Z M3 3V6H6V3Z" fill="#a13c17"/>'
    [filled] = traced(read(tmp_path, body), (0, 0), 1, INK)
    assert isinstance(filled, Shaped)
    points = [filled.start, *(step for step in filled.steps)]
    assert _area(points) == pytest.approx(81 - 9)


def _area(points: list[tuple[float, ...]]) -> float:
    turns = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in turns)) / 2


def test_strokes_are_as_exact_at_any_size(tmp_path: Path) -> None:
    round_ = read(tmp_path, '<circle cx="12" cy="12" r="10" fill="none" stroke="black"/>')
    [large] = traced(round_, (0, 0), 4, INK)
    assert isinstance(large, Line)
    step = 2 * pi / (len(large.points) - 1)
    assert 40 * (1 - cos(step / 2)) <= EXACT * 1.05
