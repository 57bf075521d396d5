"""A printer measured: readings typed, kept by name, made up for on backs."""

from math import radians, sin
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.errors import ContentError, LayoutError, NotFoundError, OutputError
from eclaireurs_play.layout.display import Line, Page, Text, walk
from eclaireurs_play.model.print import PaperFormat
from eclaireurs_play.printing.calibration import ARM, FILE, drift_of, drifts, keep, measured
from eclaireurs_play.printing.chart import chart, export_chart
from eclaireurs_play.printing.imposition.register import Drift
from eclaireurs_play.printing.kit import export_kit
from eclaireurs_play.printing.order import Order
from tests.layout.samples import content, kit, look, theme
from tests.printing.reading import forms, reader, size, words

A4 = PaperFormat(id="a4", title="A4", width=210, height=297)
OFFICE = "Imprimante du service"


@pytest.mark.parametrize(
    ("words_typed", "drift"),
    [
        ("x=1.5 y=-0.5 angle=0.2", Drift(1.5, -0.5, 0.2)),
        ("x=1,5 y=−0,5", Drift(1.5, -0.5, 0)),
        ("X = 2", Drift(2, 0, 0)),
        ("gauche=1 droite=1", Drift(0, 1, 0)),
    ],
)
def test_what_is_read_is_typed_as_it_is(words_typed: str, drift: Drift) -> None:
    assert measured(words_typed) == drift


@given(st.floats(-2, 2), st.floats(-4, 4), st.floats(-1.5, 1.5))
def test_two_rulers_give_height_and_angle(x: float, y: float, angle: float) -> None:
    """A printer that drifts so shows its crosses there; the reading gives the drift back."""
    left, right = y - ARM * sin(radians(angle)), y + ARM * sin(radians(angle))
    found = measured(f"x={x:.6f} gauche={left:.6f} droite={right:.6f}")
    assert (found.x, found.y) == pytest.approx((x, y), abs=1e-4)
    assert found.angle == pytest.approx(angle, abs=2e-3)


@pytest.mark.parametrize(
    "typed", ["", "zut", "x=1 zut", "x=1 y=2 gauche=1", "x=1 x=2", "profondeur=3", "x=a"]
)
def test_what_is_not_a_measure_is_said_with_an_example(typed: str) -> None:
    with pytest.raises(LayoutError, match=r"n'est pas une mesure.*gauche=-0,8"):
        measured(typed)


@pytest.mark.parametrize("typed", ["x=25", "y=-11", "angle=4", "gauche=-9 droite=9"])
def test_a_drift_too_large_is_another_trouble(typed: str) -> None:
    with pytest.raises(LayoutError, match="ne se rattrape pas"):
        measured(typed)


def test_measures_are_kept_by_name_and_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "reglages"
    keep(OFFICE, Drift(1, 2, 0.1), folder)
    keep("Bureau", Drift(3), folder)
    keep(OFFICE, Drift(-1), folder)
    assert drifts(folder) == {"Bureau": Drift(3), OFFICE: Drift(-1)}
    assert drift_of(OFFICE, folder) == Drift(-1)


def test_a_name_that_was_not_measured_is_guessed(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="mesurez-la d'abord"):
        drift_of(OFFICE, tmp_path)
    keep(OFFICE, Drift(1), tmp_path)
    with pytest.raises(NotFoundError, match=f"vouliez-vous dire « {OFFICE} »"):
        drift_of("imprimante du servise", tmp_path)


@pytest.mark.parametrize("kept", ["{", "[]", '{"a": 3}', '{"a": {"z": 1}}', '{"a": {"x": "b"}}'])
def test_measures_that_cannot_be_read_are_one_sentence(kept: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(kept, encoding="utf-8")
    with pytest.raises(ContentError, match=f"{FILE}.*illisibles.*supprimez"):
        drifts(tmp_path)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="ne peut pas être écrit"):
        keep(OFFICE, Drift(1), tmp_path / "fichier" / "dedans")


def test_each_cross_is_behind_a_ruler_and_says_so() -> None:
    front, back = chart(OFFICE, A4, look())
    crosses = {centre(one) for one in walk(front.items) if isinstance(one, Line)}
    assert crosses == {(25, 148.5), (105, 148.5), (185, 148.5)}
    zeros = {
        (round(A4.width - centre(one)[0]), centre(one)[1])
        for one in walk(back.items)
        if isinstance(one, Line) and length(one) == pytest.approx(20)
    }
    assert zeros == crosses
    said = {one.string for one in walk(back.items) if isinstance(one, Text)}
    assert {"gauche", "x", "droite", "0", "+5", "−10"} <= said


def centre(line: Line) -> tuple[float, float]:
    (x1, y1), (x2, y2) = line.points
    return round((x1 + x2) / 2, 3), round((y1 + y2) / 2, 3)


def length(line: Line) -> float:
    (x1, y1), (x2, y2) = line.points
    return abs(x2 - x1) + abs(y2 - y1)


def test_the_test_sheet_spares_ink() -> None:
    for page in chart(OFFICE, A4, look()):
        assert isinstance(page, Page)
        assert all(getattr(item, "fill", None) is None for item in walk(page.items))


def test_the_test_sheet_is_written_and_tells_what_to_type(tmp_path: Path) -> None:
    output = tmp_path / "mire.pdf"
    export_chart(OFFICE, A4, look(), output, Drift())
    pages = reader(output.read_bytes()).pages
    assert [size(page) for page in pages] == [(210, 297), (210, 297)]
    assert {"--calibrate", "--measured", "--on"} <= words(pages[0])
    small = A4.model_copy(update={"width": 148.0, "height": 210.0, "title": "A5"})
    with pytest.raises(LayoutError, match="la mire ne tient pas sur A5"):
        export_chart(OFFICE, small, look(), output, Drift())


@pytest.mark.parametrize(("flip", "sign"), [("long-edge", 1), ("short-edge", -1)])
def test_backs_are_moved_in_the_file_and_fronts_are_not(
    flip: str, sign: int, tmp_path: Path
) -> None:
    cards = kit().model_copy(
        update={"items": tuple(one for one in kit().items if one.what == "cards")}
    )
    still, moved = Order(flip=flip), Order(flip=flip, drift=Drift(1.5, -0.5))  # type: ignore[arg-type]
    found = []
    for name, order in (("un", still), ("deux", moved)):
        export_kit(content(), cards, theme(), tmp_path / name, order)
        pdf = reader((tmp_path / name).read_bytes())
        found.append([[(one.x, one.y) for one in forms(page, pdf)] for page in pdf.pages])
    for place, (before, after) in enumerate(zip(*found, strict=True)):
        x, y = (1.5 * sign, -0.5 * sign) if place % 2 else (0, 0)
        wanted = [(one[0] + x, one[1] + y) for one in before]
        assert [pytest.approx(one, abs=0.01) for one in wanted] == after
