import pytest

from eclaireurs_play.layout.display import Box, Circle, Group, Line, Page, Rect, Text
from eclaireurs_play.printing.pdf import About, PdfWriter
from tests.layout.samples import look
from tests.printing.reading import MM, forms, reader, words

ABOUT = About("Un titre", "Une autrice", "Un sujet")
SENTENCE = "« Et dans dix ans\u202f? » 12\u202f000\u00a0€, l’œuvre → ✓"


def text(string: str, y: float = 20, font: str = "regular") -> Text:
    return Text(10, y, string, font, 12, "#22262b")  # type: ignore[arg-type]


def written(*pages: Page) -> bytes:
    writer = PdfWriter(ABOUT, look().fonts)
    for page in pages:
        writer.add(page)
    return writer.data()


def page(*items: object, **more: object) -> Page:
    return Page(100, 50, items, **more)  # type: ignore[arg-type]


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = [page(text(SENTENCE), Circle(5, 5, 2, "#aabbcc")), page(text("deux", font="bold"))]
    assert written(*pages) == written(*pages)


def test_fonts_are_embedded_and_subset() -> None:
    pdf = reader(written(page(text("plain"), text("gras", font="bold"))))
    fonts = pdf.pages[0]["/Resources"]["/Font"].get_object()  # type: ignore[index]
    found = [one.get_object() for one in fonts.values()]
    assert len(found) == 2
    for font in found:
        assert "+Inter-" in font["/BaseFont"]
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font


def test_what_the_file_says_of_itself() -> None:
    data = written(page(text("a")))
    pdf = reader(data)
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == ("Un titre", "Une autrice")
    assert pdf.root_object["/Lang"] == "fr-FR"
    for word in (b"CreationDate", b"ModDate", b"/home", b"/tmp", b"/work"):
        assert word not in data


def test_text_comes_back_with_its_spaces() -> None:
    found = reader(written(page(text(SENTENCE)))).pages[0].extract_text()
    assert set(SENTENCE.replace("\u00a0", " ").split()) <= set(found.replace("\u00a0", " ").split())


def test_a_word_cut_at_a_line_end_is_found_whole() -> None:
    data = written(page(text("distri\u00ad"), text("buteur", 26)))
    assert "distributeur" in words(reader(data).pages[0])


def test_boxes_are_in_points() -> None:
    data = written(page(trim=Box(10, 5, 63, 40), bleed=2))
    found = reader(data).pages[0]
    assert float(found.mediabox.width) * MM == pytest.approx(100, abs=0.01)
    trim = [float(one) * MM for one in found["/TrimBox"]]  # type: ignore[attr-defined]
    assert trim == pytest.approx([10, 5, 73, 45], abs=0.01)
    bleed = [float(one) * MM for one in found["/BleedBox"]]  # type: ignore[attr-defined]
    assert bleed == pytest.approx([8, 3, 75, 47], abs=0.01)


def test_a_named_group_is_written_once_and_placed_where_it_stands() -> None:
    group = Group((text("motif"), Rect(0, 0, 5, 5, "#000000")), name="m", width=30, height=30)
    there = Group(group.items, 40, 12, name="m", width=30, height=30)
    pdf = reader(written(page(group, there)))
    found = forms(pdf.pages[0], pdf)
    assert len({one.name for one in found}) == 1
    assert [(one.x, one.y) for one in found] == [
        pytest.approx((0, 0), abs=0.01),
        pytest.approx((40, 12), abs=0.01),
    ]
    assert "motif" in found[0].text


def test_groups_do_not_leak_their_colours() -> None:
    red = Group((Rect(0, 0, 5, 5, "#ff0000"),), 10, 10)
    data = written(page(text("a"), red, text("b"), Line(((0, 0), (5, 5)), "#00ff00")))
    content = reader(data).pages[0].get_contents().get_data().decode("latin-1")  # type: ignore[union-attr]
    assert content.count("q") == content.count("Q")
    assert content.count("1 0 0 rg") == 1


def test_empty_pages_and_empty_texts_are_fine() -> None:
    assert len(reader(written(page(text("")), page())).pages) == 2
