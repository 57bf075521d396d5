"""What professional printers are sent: images exact to the pixel, files of single cards."""

import re
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from eclaireurs_play.errors import LayoutError, NotFoundError, OutputError
from eclaireurs_play.model.printers import PrinterFormat
from eclaireurs_play.printing.job import prepared
from eclaireurs_play.printing.order import Order
from eclaireurs_play.printing.printers import README, Sent, export_cards
from tests.layout.samples import ROOT, content, kit, read_file, theme
from tests.printing.reading import reader, words

NAMES = sorted(path.stem for path in (ROOT / "print" / "formats" / "printers").glob("*.yaml"))


def printer(name: str, **changes: object) -> PrinterFormat:
    data = read_file("print", "formats", "printers", f"{name}.yaml")
    assert isinstance(data, dict)
    return PrinterFormat.model_validate(data | changes)


def sent(name: str, output: Path, order: Order | None = None, **changes: object) -> Sent:
    to = prepared(content(3, 2), kit(), theme(), order or Order())
    return export_cards(to, output, printer(name, **changes))


@pytest.mark.parametrize(
    ("name", "size"), [("makeplayingcards", (822, 1122)), ("thegamecrafter", (825, 1125))]
)
def test_every_image_has_exactly_the_pixels_asked(
    name: str, size: tuple[int, int], tmp_path: Path
) -> None:
    assert sent(name, tmp_path / "png").cards == 6
    images = sorted((tmp_path / "png").glob("*.png"))
    assert len(images) == 12
    for path in images:
        with Image.open(path) as image:
            assert image.size == size
            assert image.mode == "RGB"
            assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)


def test_images_are_named_in_pairs_and_told(tmp_path: Path) -> None:
    sent("makeplayingcards", tmp_path / "png")
    names = {path.name for path in (tmp_path / "png").iterdir()}
    assert {"recto-001-PO-01.png", "verso-001-PO-01.png", "recto-006-RE-01.png", README} <= names
    told = (tmp_path / "png" / README).read_text(encoding="utf-8")
    assert "6 cartes pour MakePlayingCards" in told
    assert "Taille à choisir : poker (822 × 1122 pixels, fond perdu compris)" in told
    assert printer("makeplayingcards").source in told


def test_the_same_cards_give_the_same_images(tmp_path: Path) -> None:
    for name in ("un", "deux"):
        sent("makeplayingcards", tmp_path / name)
    for path in (tmp_path / "un").iterdir():
        assert path.read_bytes() == (tmp_path / "deux" / path.name).read_bytes()


def test_the_back_goes_to_the_edge_and_the_words_stay_inside_the_safe_zone(tmp_path: Path) -> None:
    sent("makeplayingcards", tmp_path / "png")
    with Image.open(tmp_path / "png" / "recto-001-PO-01.png") as image:
        grey = image.convert("L")
        dark = grey.point(lambda one: 255 if one < 250 else 0).getbbox()
    assert dark is not None
    left, top, right, bottom = dark
    assert min(left, top) >= 72 - 1
    assert right <= 822 - 72 + 1
    assert bottom <= 1122 - 72 + 1
    with Image.open(tmp_path / "png" / "verso-001-PO-01.png") as image:
        edge = [image.getpixel((x, 0)) for x in range(822)]
    assert any(pixel != (255, 255, 255) for pixel in edge)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_left_of_an_image_once_cut_is_a_card(name: str) -> None:
    profile = printer(name)
    for size in profile.cards:
        form = profile.form(size)
        whole = (form.width + 2 * form.bleed) / 25.4 * profile.dpi
        assert whole == pytest.approx(profile.cards[size].width)
    poker = profile.form("poker")
    assert (poker.width, poker.height) == pytest.approx((63.5, 88.9), abs=0.01)


def test_a_pdf_of_cards_comes_back_first_in_inks_with_its_boxes(tmp_path: Path) -> None:
    output = tmp_path / "cartes.pdf"
    sent("drivethrucards", output)
    pages = reader(output.read_bytes()).pages
    assert len(pages) == 12
    assert "PO-01" not in words(pages[0])
    assert "PO-01" in words(pages[1])
    for page in pages:
        assert [float(one) for one in page.mediabox] == pytest.approx([0, 0, 198, 270])
        assert [float(one) for one in page.trimbox] == pytest.approx([9, 9, 189, 261])
        assert [float(one) for one in page.bleedbox] == pytest.approx([0, 0, 198, 270])
        found = page.get_contents()
        assert found is not None
        assert not re.search(rb"\b(?:rg|RG)\b", found.get_data())


def test_every_word_of_a_card_is_in_what_is_sent(tmp_path: Path) -> None:
    output = tmp_path / "cartes.pdf"
    sent("drivethrucards", output)
    document = pypdfium2.PdfDocument(output)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "passeuse" in text
    assert "souviendra" in text.replace("\u00ad", "").replace("\ufffe", "")


def test_only_the_cards_asked_are_sent(tmp_path: Path) -> None:
    assert sent("makeplayingcards", tmp_path / "png", Order(only=("RI",), copies=2)).cards == 4


def test_a_size_the_printer_has_not_is_named_with_those_it_has(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"n'a pas de carte « a6 ».*poker, tarot"):
        sent("makeplayingcards", tmp_path / "png", Order(card="a6"))
    with pytest.raises(NotFoundError, match=r"n'a pas la taille de ces cartes.*tarot"):
        sent("makeplayingcards", tmp_path / "png", cards={"tarot": {"width": 897, "height": 1497}})


def test_inks_are_refused_for_images(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match="images en RVB"):
        sent("thegamecrafter", tmp_path / "png", Order(ink="cmyk"))


def test_too_much_ink_for_the_printer_writes_nothing(tmp_path: Path) -> None:
    output = tmp_path / "cartes.pdf"
    with pytest.raises(LayoutError, match="la limite est 100 %"):
        sent("drivethrucards", output, ink_limit=100)
    assert not output.exists()


def test_a_folder_of_ours_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "png"
    sent("makeplayingcards", folder)
    sent("makeplayingcards", folder, Order(only=("RI-01",)))
    assert len(list(folder.glob("*.png"))) == 2
    assert [one.name for one in tmp_path.iterdir()] == ["png"]


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "photos.txt").write_text("à moi", encoding="utf-8")
    with pytest.raises(OutputError, match="avec autre chose dedans"):
        sent("makeplayingcards", tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["photos.txt"]


def test_a_folder_of_ours_where_someone_added_a_file_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "png"
    sent("makeplayingcards", folder)
    (folder / "devis.png").write_bytes(b"mine")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(OutputError, match="avec autre chose dedans"):
        sent("makeplayingcards", folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_failure_halfway_leaves_the_previous_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "png"
    sent("makeplayingcards", folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    written = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name == "verso-002-PO-02.png":
            raise OSError(28, "No space left on device")
        return written(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match="le disque est plein"):
        sent("makeplayingcards", folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [one.name for one in tmp_path.iterdir()] == ["png"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"front": "{code}.png", "back": "{code}.png"}, "autrement"),
        ({"front": "{nom}.png"}, "rank"),
        ({"front": "{rank:zz}.png"}, "rank"),
    ],
)
def test_names_of_images_that_would_clash_are_refused(changes: dict[str, str], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        printer("makeplayingcards", **changes)
