from collections.abc import Mapping
from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from eclaireurs_play.layout.display import Box, Rect
from eclaireurs_play.layout.patterns import texture
from eclaireurs_play.layout.shapes import OUTLINES
from eclaireurs_play.model.deck import Shape
from eclaireurs_play.model.print import Length, Points, Size, Swatch, Theme, contrast
from tests.layout.samples import read_file, theme

SHAPES = get_args(Shape)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_legible_on_its_tint_and_on_paper(shape: Shape) -> None:
    swatch = theme().shapes[shape]
    assert contrast(swatch.ink, swatch.tint) >= 4.5
    assert contrast(swatch.ink, "#ffffff") >= 4.5


def test_every_shape_has_an_outline_a_colour_and_a_pattern_of_its_own() -> None:
    swatches = theme().shapes
    assert set(SHAPES) == set(OUTLINES) == set(swatches)
    assert len({swatch.pattern for swatch in swatches.values()}) == len(SHAPES)
    assert len({swatch.ink for swatch in swatches.values()}) == len(SHAPES)


def test_every_pattern_is_drawn_differently() -> None:
    box = Box(0, 0, 20, 8)
    clip = Rect(0, 0, 20, 8)
    drawn = [texture(one.pattern, box, "#000000", clip) for one in theme().shapes.values()]
    assert len({repr(one) for one in drawn}) == len(drawn)


def test_nothing_is_set_under_seven_points() -> None:
    sizes = theme().sizes.model_dump()
    assert all(_least(value) >= 7 for value in sizes.values())


def _least(value: float | Mapping[str, float]) -> float:
    return value["least"] if isinstance(value, Mapping) else value


def test_a_pale_ink_is_refused() -> None:
    with pytest.raises(ValidationError, match="contraste"):
        Swatch(ink="#999999", tint="#eeeeee", solid="#777777", pattern="rows")


def test_a_pale_text_colour_is_refused() -> None:
    data = read_file("print", "themes", "atelier.yaml")
    assert isinstance(data, dict)
    with pytest.raises(ValidationError, match="soft se lit mal"):
        Theme.model_validate(data | {"soft": "#aaaaaa"})


@pytest.mark.parametrize(
    ("written", "millimetres"),
    [("63mm", 63), ("2.5cm", 25), ("1in", 25.4), ("72pt", 25.4), ("4 mm", 4), (12, 12)],
)
def test_lengths_are_read_with_their_unit(written: str | float, millimetres: float) -> None:
    assert TypeAdapter(Length).validate_python(written) == pytest.approx(millimetres)


@pytest.mark.parametrize("written", ["63", "63 pouces", "-3mm", "mm", "", None, True])
def test_what_is_not_a_length_is_explained(written: object) -> None:
    with pytest.raises(ValidationError, match="longueur"):
        TypeAdapter(Length).validate_python(written)


def test_sizes_of_type_are_read_in_points() -> None:
    assert TypeAdapter(Points).validate_python("12pt") == 12
    assert TypeAdapter(Points).validate_python("1in") == pytest.approx(72)
    with pytest.raises(ValidationError):
        TypeAdapter(Points).validate_python("6pt")


def test_a_least_size_above_the_most_is_refused() -> None:
    with pytest.raises(ValidationError, match="least"):
        Size(most=9, least=10)
