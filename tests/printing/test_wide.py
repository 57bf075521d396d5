"""Booklets, leaflets and boards in a kit: the edge they are turned along, the sheets they take."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from eclaireurs_play.layout.display import Group, Page
from eclaireurs_play.model.print import Flip, What
from eclaireurs_play.press import print_kit
from eclaireurs_play.printing.job import prepared
from eclaireurs_play.printing.kit import draw_kit, in_order
from eclaireurs_play.printing.order import Order, kit_asked
from tests.layout.samples import ROOT, content, kit, look, theme
from tests.printing.reading import reader, size

HALF_TURN = 180.0


def backs(what: What, flip: Flip | None) -> list[Page]:
    """Draw one item of the kit and give its backs as they are printed."""
    found, order = content(), Order(flip=flip)
    items = tuple(one for one in kit().items if one.what == what)
    asked = kit_asked(kit().model_copy(update={"items": items}), found.formats, order, None)
    drawn = draw_kit(prepared(found, asked, theme(), order), lambda _title: None)
    return [page for place, (_, page) in enumerate(in_order(drawn, look(), order)) if place % 2]


def turned(pages: Sequence[Page]) -> bool:
    [whole] = {
        len(page.items) == 1 and isinstance(page.items[0], Group) and page.items[0].angle
        for page in pages
    }
    return whole == HALF_TURN


@pytest.mark.parametrize("what", ["leaflet", "booklet"])
@pytest.mark.parametrize(("flip", "over"), [(None, 0), ("short-edge", 0), ("long-edge", 1)])
def test_a_wide_sheet_is_drawn_for_its_short_edge(what: What, flip: Flip, over: int) -> None:
    assert turned(backs(what, flip)) is bool(over)


@pytest.mark.parametrize(("flip", "over"), [(None, 0), ("short-edge", 1), ("long-edge", 0)])
def test_an_upright_sheet_is_drawn_for_its_long_edge(flip: Flip, over: int) -> None:
    assert turned(backs("roles", flip)) is bool(over)


@pytest.mark.parametrize("game", ["jeu-des-impacts", "cockpit-strategie"])
def test_without_large_paper_boards_come_on_two_sheets(game: str, tmp_path: Path) -> None:
    whole = print_kit(game, tmp_path / "a.pdf", library_root=ROOT)
    tiled = print_kit(game, tmp_path / "b.pdf", Order(tiled=True), library_root=ROOT)
    wide = whole.sheets_by_paper["A3 ordinaire"]
    assert "A3 ordinaire" not in tiled.sheets_by_paper
    more = tiled.sheets_by_paper["A4 ordinaire"] - whole.sheets_by_paper["A4 ordinaire"]
    assert more == 2 * wide
    sizes = {size(page) for page in reader((tmp_path / "b.pdf").read_bytes()).pages}
    assert sizes == {(210, 297), (297, 210)}


def test_a_box_for_large_cards_takes_a_larger_sheet_and_says_so(tmp_path: Path) -> None:
    order = Order(card="a5", items=("boite",))
    report = print_kit("cockpit-strategie", tmp_path / "a.pdf", order, library_root=ROOT)
    assert list(report.sheets_by_paper) == ["A3 épais, 200 g ou plus"]


def test_the_labels_printed_alone_list_the_whole_kit(tmp_path: Path) -> None:
    order = Order(items=("etiquettes",))
    print_kit("cockpit-strategie", tmp_path / "a.pdf", order, library_root=ROOT)
    said = reader((tmp_path / "a.pdf").read_bytes()).pages[0].extract_text()
    assert "Fiches de rôle" in said
    assert "Relevé de séance" in said
