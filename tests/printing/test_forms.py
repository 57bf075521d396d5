"""Forms in a kit: as many as wanted, side by side on sheets to cut, every word extractable."""

from pathlib import Path

import pytest

from eclaireurs_play.layout.display import Page, Text, walk
from eclaireurs_play.model.print import KitItem
from eclaireurs_play.printing.imposition import ganged
from eclaireurs_play.printing.kit import Report, export_kit
from tests.layout.deciding import deciding, forms_kit
from tests.layout.samples import theme
from tests.printing.reading import reader, size, words


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Report]:
    output = tmp_path_factory.mktemp("feuilles") / "kit.pdf"
    report = export_kit(deciding(), forms_kit(), theme(), output)
    return output.read_bytes(), report


def test_forms_are_on_sheets_that_people_have(whole: tuple[bytes, Report]) -> None:
    sizes = {size(page) for page in reader(whole[0]).pages}
    assert sizes == {(210, 297), (297, 210), (420, 297)}


def test_the_words_of_forms_are_extractable(whole: tuple[bytes, Report]) -> None:
    found: set[str] = set().union(*(words(page) for page in reader(whole[0]).pages))
    wanted = "objecte amont rever trace=… peage=tout-le-monde +1 puis monte d’un Remplaçantes"
    assert {word for word in wanted.split() if word != "Remplaçantes"} <= found


def test_the_same_forms_give_the_same_bytes(whole: tuple[bytes, Report], tmp_path: Path) -> None:
    export_kit(deciding(), forms_kit(), theme(), tmp_path / "autre.pdf")
    assert (tmp_path / "autre.pdf").read_bytes() == whole[0]


@pytest.mark.parametrize(
    ("copies", "up", "times"), [(1, 1, 1), ("seats", 1, 9), ("seats", 2, 5), ("seats", 4, 3)]
)
def test_as_many_sheets_as_seats_need(copies: int | str, up: int, times: int) -> None:
    item = {"what": "handouts", "title": "x", "format": "a5", "paper": "A4"}
    asked = KitItem.model_validate({**item, "copies": copies, "up": up})
    assert forms_kit().model_copy(update={"seats": 9}).times(asked) == times


@pytest.mark.parametrize(("up", "sheet"), [(1, (100, 80)), (2, (200, 80)), (4, (200, 160))])
def test_a_page_is_repeated_to_the_size_of_its_sheet(up: int, sheet: tuple[int, int]) -> None:
    page = Page(100, 80, (Text(5, 5, "mot", "regular", 10, "#000000"),))
    drawn = ganged(page, up, "#999999")
    assert (drawn.width, drawn.height) == sheet
    assert sum(isinstance(item, Text) for item in walk(drawn.items)) == up
