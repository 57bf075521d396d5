import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from eclaireurs_play.errors import LayoutError, NotFoundError, OutputError
from eclaireurs_play.layout.typography import french, paragraphs, plain
from eclaireurs_play.model.print import Kit
from eclaireurs_play.printing.drawers import DRAWERS
from eclaireurs_play.printing.kit import Report, export_kit, write_whole
from tests.layout.samples import content, kit, theme
from tests.printing.reading import forms, reader, size, words

CARD_WIDTH, SHEET_WIDTH = 63, 210


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[bytes, Report]]:
    output = tmp_path_factory.mktemp("kit") / "kit.pdf"
    report = export_kit(content(), kit(), theme(), output)
    return output.read_bytes(), report


def only(*whats: str, **changes: object) -> Kit:
    items = tuple(item for item in kit().items if item.what in whats)
    return kit().model_copy(update={"items": items, **changes})


def exported(tmp_path: Path, ponts: int, rives: int) -> bytes:
    output = tmp_path / "cartes.pdf"
    export_kit(content(ponts, rives), only("cards"), theme(), output)
    return output.read_bytes()


def test_every_item_is_there_on_its_paper(whole: tuple[bytes, Report]) -> None:
    data, report = whole
    pages = reader(data).pages
    assert len(pages) == report.pages
    assert {size(page) for page in pages} == {(210, 297), (297, 210), (420, 297)}
    assert report.cards == 15
    assert report.sheets_by_paper["A4 épais, 200 g ou plus"] == 3


def test_the_contents_page_tells_the_true_pages(whole: tuple[bytes, Report]) -> None:
    pdf = reader(whole[0])
    marks = {
        str(one.title): pdf.get_destination_page_number(one) + 1  # type: ignore[union-attr, operator, arg-type]
        for one in pdf.outline
    }
    printed = words(pdf.pages[0])
    assert marks["Cette page"] == 1
    for title, page in marks.items():
        assert any(word.split("-")[0] == str(page) for word in printed), title


def test_what_is_printed_on_two_sides_begins_a_sheet(whole: tuple[bytes, Report]) -> None:
    pdf = reader(whole[0])
    sides = {item.title: item.sides for item in kit().items}
    for one in pdf.outline:
        page = pdf.get_destination_page_number(one)  # type: ignore[arg-type]
        assert page is not None
        assert sides[str(one.title)] == 1 or page % 2 == 0  # type: ignore[union-attr]


def test_every_word_of_every_card_is_found(whole: tuple[bytes, Report]) -> None:
    found: set[str] = set().union(*(words(page) for page in reader(whole[0]).pages))
    for card in content().cards:
        prose = " ".join((french(card.title), *map(plain, paragraphs(card.text)), card.id))
        missing = set(prose.replace("\u00a0", " ").split()) - found
        assert not missing, card.id


def test_the_same_kit_gives_the_same_bytes(whole: tuple[bytes, Report], tmp_path: Path) -> None:
    export_kit(content(), kit(), theme(), tmp_path / "autre-nom.pdf")
    assert (tmp_path / "autre-nom.pdf").read_bytes() == whole[0]


def test_the_foot_tells_the_kit_its_options_and_the_content(whole: tuple[bytes, Report]) -> None:
    text = reader(whole[0]).pages[0].extract_text()
    assert "Le jeu du pont · 4 places · avec codes · 01234567" in text


@pytest.mark.parametrize(("ponts", "rives"), [(10, 4), (2, 1), (9, 8)])
def test_each_back_is_behind_its_front_in_the_file(tmp_path: Path, ponts: int, rives: int) -> None:
    pdf = reader(exported(tmp_path, ponts, rives))
    codes = {"PO": "Ponts", "RI": "rive", "RE": "Récits"}
    for front, back in zip(pdf.pages[::2], pdf.pages[1::2], strict=True):
        fronts = [one for one in forms(front, pdf) if one.text.strip()]
        backs = [one for one in forms(back, pdf) if one.text.strip()]
        assert len(fronts) == len(backs) > 0
        for one, other in zip(fronts, backs, strict=True):
            assert other.x == pytest.approx(SHEET_WIDTH - one.x - CARD_WIDTH, abs=0.1)
            assert other.y == pytest.approx(one.y, abs=0.1)
            [family] = [name for code, name in codes.items() if code in one.text.split()]
            assert family in other.text


def test_codes_can_be_left_out(tmp_path: Path) -> None:
    export_kit(content(), only("cards", codes=False), theme(), tmp_path / "a.pdf")
    export_kit(content(), only("cards"), theme(), tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").stat().st_size < (tmp_path / "b.pdf").stat().st_size


def test_without_a_scenario_each_role_has_its_sheet(tmp_path: Path) -> None:
    bare = only("roles", "tents", "situations", "maps")
    report = export_kit(content(scenarios=False), bare, theme(), tmp_path / "roles.pdf")
    assert report.pages == 4


def test_progress_names_each_item(tmp_path: Path) -> None:
    said: list[str] = []
    export_kit(content(), kit(), theme(), tmp_path / "kit.pdf", progress=said.append)
    assert said == [item.title for item in kit().items]


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    lost = replace(content(), formats=replace(content().formats, sheets={}))
    with pytest.raises(NotFoundError, match="a4-neuf-cartes"):
        export_kit(lost, kit(), theme(), tmp_path / "kit.pdf")


def test_a_card_that_does_not_fit_leaves_the_previous_file(tmp_path: Path) -> None:
    output = tmp_path / "kit.pdf"
    output.write_bytes(b"avant")
    found = content()
    long = found.cards[0].model_copy(update={"text": "trop long " * 200})
    deck = found.decks[0].model_copy(update={"cards": (long,)})
    with pytest.raises(LayoutError, match=r"cards\.yaml:5:9 : carte PO-01"):
        export_kit(replace(found, decks=(deck,)), kit(), theme(), output)
    assert output.read_bytes() == b"avant"


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(
        OutputError, match=r"kit\.pdf ne peut pas être écrit : le dossier n'existe pas"
    ):
        write_whole(tmp_path / "absent" / "kit.pdf", b"x")


def test_a_failure_halfway_leaves_the_previous_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "kit.pdf"
    output.write_bytes(b"avant")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="le disque est plein"):
        write_whole(output, b"apres")
    assert output.read_bytes() == b"avant"
    assert [one.name for one in tmp_path.iterdir()] == ["kit.pdf"]


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root writes all")
def test_an_unwritable_folder_leaves_the_previous_file(tmp_path: Path) -> None:
    output = tmp_path / "kit.pdf"
    output.write_bytes(b"avant")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OutputError):
            write_whole(output, b"apres")
    finally:
        tmp_path.chmod(0o700)
    assert output.read_bytes() == b"avant"


def test_every_kind_of_item_can_be_drawn() -> None:
    assert {item.what for item in kit().items} <= {*DRAWERS, "contents"}
