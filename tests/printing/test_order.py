"""What a person asks, followed into the file that is written."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader

from eclaireurs_play.errors import LayoutError, NotFoundError
from eclaireurs_play.model.print import PaperFormat
from eclaireurs_play.printing.kit import Report, export_kit
from eclaireurs_play.printing.order import Order, chosen, custom_paper, formats_asked, kit_asked
from tests.layout.samples import content, formats, kit, theme
from tests.printing.reading import MM, Drawn, forms, reader, size, words

CARDS = ("cartes",)
WIDE, TALL = 63.0, 88.0
CORNERS = ((0.0, 0.0), (WIDE, 0.0), (WIDE / 3, TALL / 4))
EXACT = 0.01


def printed(
    tmp_path: Path, order: Order, ponts: int = 10, rives: int = 4
) -> tuple[PdfReader, Report]:
    """Print the small kit as it is asked, and read it back."""
    made = content(ponts, rives)
    paper = custom_paper(order.paper) if order.paper else None
    asked = formats_asked(made.formats, kit(), order, paper)
    output = tmp_path / "kit.pdf"
    wanted = kit_asked(kit(), asked, order, paper)
    report = export_kit(replace(made, formats=asked), wanted, theme(), output, order)
    return reader(output.read_bytes()), report


def cards(page: PageObject, pdf: PdfReader) -> list[tuple[str, Drawn]]:
    """Give the sides of cards on a page, each with the code of its family."""
    drawn = [one for one in forms(page, pdf) if one.text.strip()]
    return [(next(c for c in ("PO", "RI", "RE") if c in one.text.split()), one) for one in drawn]


@pytest.mark.parametrize("flip", ["long-edge", "short-edge"])
@pytest.mark.parametrize("paper", [None, "297x420", "420x297", "215.9x279.4"])
@pytest.mark.parametrize(("ponts", "rives"), [(10, 4), (2, 1)])
def test_each_back_is_behind_its_front_to_a_hundredth_of_a_millimetre(
    tmp_path: Path, paper: str | None, flip: str, ponts: int, rives: int
) -> None:
    order = Order(items=CARDS, flip=flip, paper=paper)  # type: ignore[arg-type]
    pdf, report = printed(tmp_path, order, ponts, rives)
    laid = 0
    for front, back in zip(pdf.pages[::2], pdf.pages[1::2], strict=True):
        width, height = float(front.mediabox.width) * MM, float(front.mediabox.height) * MM
        sideways = (flip == "long-edge") == (height >= width)
        fronts, backs = cards(front, pdf), cards(back, pdf)
        laid += len(fronts)
        for (family, one), (other_family, other) in zip(fronts, backs, strict=True):
            assert family == other_family
            for x, y in CORNERS:
                seen = other.at(WIDE - x, y)
                through = (width - seen[0], seen[1]) if sideways else (seen[0], height - seen[1])
                assert through == pytest.approx(one.at(x, y), abs=EXACT)
    assert laid == report.cards == ponts + rives + 1


@pytest.mark.parametrize("paper", [None, "320x450"])
def test_folded_backs_fall_on_their_fronts(tmp_path: Path, paper: str | None) -> None:
    order = Order(items=CARDS, imposition="gutter-fold", paper=paper)
    pdf, report = printed(tmp_path, order)
    assert report.sheets_by_paper
    for page in pdf.pages:
        middle = float(page.mediabox.width) * MM / 2
        sides = cards(page, pdf)
        half = len(sides) // 2
        for (family, one), (other_family, other) in zip(sides[:half], sides[half:], strict=True):
            assert family == other_family
            for x, y in CORNERS:
                seen = other.at(WIDE - x, y)
                assert (2 * middle - seen[0], seen[1]) == pytest.approx(one.at(x, y), abs=EXACT)


def test_a_fold_without_room_for_the_back_says_so(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match=r"88 mm et son dos, de part et d'autre d'un pli"):
        printed(tmp_path, Order(items=CARDS, imposition="gutter-fold", paper="100x100"))


def test_mixed_sizes_share_sheets_with_their_backs_behind(tmp_path: Path) -> None:
    made = content(5, 2)
    large = made.formats.sheets["a4-neuf-cartes"].model_copy(update={"id": "g", "card": "lecture"})
    mixed = replace(made.formats, sheets={**made.formats.sheets, "g": large})
    items = [one for one in kit().items if one.what == "cards"]
    items.append(items[0].model_copy(update={"title": "Grandes cartes", "format": "g"}))
    both = kit().model_copy(update={"items": tuple(items)})
    output = tmp_path / "kit.pdf"
    asked = Order(together=True)
    export_kit(replace(made, formats=mixed), both, theme(), output, asked)
    pdf = reader(output.read_bytes())
    found = [len(cards(page, pdf)) for page in pdf.pages]
    assert sum(found[::2]) == sum(found[1::2]) == 16
    sides = {"lecture": (90.0, 130.0), "poker": (WIDE, TALL)}
    for front, back in zip(pdf.pages[::2], pdf.pages[1::2], strict=True):
        for (_, one), (_, other) in zip(cards(front, pdf), cards(back, pdf), strict=True):
            fits = [
                width
                for width, _ in sides.values()
                if one.x == pytest.approx(210 - other.x - width, abs=EXACT)
            ]
            assert fits
            assert one.y == pytest.approx(other.y, abs=EXACT)
            assert one.box == pytest.approx((*next(s for s in sides.values() if s[0] == fits[0]),))


def test_one_card_a_page_says_where_it_is_cut(tmp_path: Path) -> None:
    pdf, report = printed(tmp_path, Order(items=CARDS, imposition="single"))
    assert report.pages == 2 * 15
    for page in pdf.pages:
        media = [float(one) * MM for one in page.mediabox]
        assert media == pytest.approx([0, 0, WIDE + 4, TALL + 4], abs=EXACT)
        assert [float(one) * MM for one in page.trimbox] == pytest.approx(
            [2, 2, WIDE + 2, TALL + 2], abs=EXACT
        )
        assert [float(one) * MM for one in page.bleedbox] == pytest.approx(media, abs=EXACT)


def test_sheets_are_cut_where_they_end(tmp_path: Path) -> None:
    pdf, _ = printed(tmp_path, Order(items=CARDS))
    for page in pdf.pages:
        assert page.trimbox == page.bleedbox == page.mediabox


def test_sheets_of_text_are_turned_when_the_printer_flips_on_the_short_edge(
    tmp_path: Path,
) -> None:
    long, _ = printed(tmp_path, Order(items=("fiches-de-role",)))
    (tmp_path / "court").mkdir()
    short, _ = printed(tmp_path / "court", Order(items=("fiches-de-role",), flip="short-edge"))
    for place, (one, other) in enumerate(zip(long.pages, short.pages, strict=True)):
        tops = [first_text(page) for page in (one, other)]
        wanted = (210 - tops[0][0], 297 - tops[0][1]) if place % 2 else tops[0]
        assert tops[1] == pytest.approx(wanted, abs=0.1)
        assert words(one) == words(other)


def first_text(page: PageObject) -> tuple[float, float]:
    """Give where the first words of a page begin, in mm from the top left."""
    found: list[tuple[float, float]] = []

    def visit(text: str, here: list[float], at: list[float], *_: object) -> None:
        if text.strip() and not found:
            x = here[0] * at[4] + here[2] * at[5] + here[4]
            y = here[1] * at[4] + here[3] * at[5] + here[5]
            found.append((x * MM, 297 - y * MM))

    page.extract_text(visitor_text=visit)
    return found[0]


def test_items_are_chosen_by_their_words_in_any_case(tmp_path: Path) -> None:
    pdf, report = printed(tmp_path, Order(items=("Cartes", "chevalets")))
    assert {size(page) for page in pdf.pages} == {(210, 297)}
    assert len(pdf.outline) == 2
    assert report.cards == 15
    assert [one.what for one in chosen(kit(), ("fiches",))] == ["roles"]


def test_an_item_that_the_kit_has_not_is_guessed() -> None:
    with pytest.raises(NotFoundError, match=r"pas de « chevalet ».*« chevalets »"):
        chosen(kit(), ("chevalet",))


def test_pages_are_chosen_by_their_numbers(tmp_path: Path) -> None:
    whole, _ = printed(tmp_path, Order())
    some, report = printed(tmp_path, Order(pages=((2, 3), (5, 5))))
    assert report.pages == 3
    wanted = [whole.pages[place].extract_text() for place in (1, 2, 4)]
    assert [page.extract_text() for page in some.pages] == wanted


def test_no_page_left_is_one_sentence_and_the_file_stays(tmp_path: Path) -> None:
    printed(tmp_path, Order())
    before = (tmp_path / "kit.pdf").read_bytes()
    with pytest.raises(NotFoundError, match=r"rien à imprimer : le kit n'a que \d+ pages"):
        printed(tmp_path, Order(pages=((900, 901),)))
    assert (tmp_path / "kit.pdf").read_bytes() == before


def test_copies_repeat_the_cards(tmp_path: Path) -> None:
    pdf, report = printed(tmp_path, Order(items=CARDS, copies=2))
    assert report.cards == 30
    assert sum(len(cards(page, pdf)) for page in pdf.pages[::2]) == 30


@pytest.mark.parametrize("name", ["tarot", "a6", "a7", "carree"])
def test_cards_may_have_another_size(name: str, tmp_path: Path) -> None:
    pdf, report = printed(tmp_path, Order(items=CARDS, card=name))
    assert report.cards == 15
    assert sum(len(cards(page, pdf)) for page in pdf.pages[::2]) == 15


@pytest.mark.parametrize(
    ("asked", "width", "height"),
    [("320x450mm", 320, 450), ("21 × 29,7 cm", 210, 297), ("8.5X11in", 215.9, 279.4)],
)
def test_a_paper_may_be_given_by_its_size(asked: str, width: float, height: float) -> None:
    found = custom_paper(asked)
    assert found
    assert (found.width, found.height) == pytest.approx((width, height))


def test_a_name_is_no_size_and_a_stamp_no_paper() -> None:
    assert custom_paper("A4") is None
    for asked in ("10x10", "3000x20cm"):
        with pytest.raises(LayoutError, match="n'est pas une taille de papier"):
            custom_paper(asked)


def told(order: Order, paper: PaperFormat | None = None) -> tuple[str | None, str, int]:
    asked = formats_asked(formats(), kit(), order, paper)
    [item] = [one for one in kit_asked(kit(), asked, order, paper).items if one.what == "cards"]
    return item.setting, item.paper, item.sides


def test_the_kit_tells_how_cards_are_printed() -> None:
    assert told(Order()) == ("Recto verso, bord long, 100 %", "A4 épais, 200 g ou plus", 2)
    assert told(Order(flip="short-edge"))[0] == "Recto verso, bord court, 100 %"
    assert told(Order(imposition="fronts"))[::2] == ("Recto seul, 100 %", 1)
    assert told(Order(imposition="gutter-fold"))[::2] == (
        "Recto seul, 100 %, puis pliez et collez",
        1,
    )
    assert told(Order(), custom_paper("320x450"))[1] == "320 × 450 mm épais, 200 g ou plus"


def test_the_same_order_gives_the_same_bytes(tmp_path: Path) -> None:
    order = Order(imposition="gutter-fold", marks="lines", ink="cmyk", copies=2)
    printed(tmp_path, order)
    first = (tmp_path / "kit.pdf").read_bytes()
    printed(tmp_path, order)
    assert (tmp_path / "kit.pdf").read_bytes() == first
