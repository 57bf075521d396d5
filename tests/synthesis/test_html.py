"""The page: self-contained, accessible, faithful to the text even once a person has edited it."""

import re
from itertools import pairwise

import pytest

from eclaireurs_play.synthesis import to_html, to_markdown
from eclaireurs_play.synthesis.document import (
    Bullets,
    Definitions,
    Document,
    Heading,
    Quotes,
    Table,
    plain,
    prose,
)
from tests.support import auto_session
from tests.synthesis.reading_back import Reader, markdown, page

ZONE = "zone-logistique"


def read(text: str, title: str = "Titre", **figures: str) -> Reader:
    return Reader(to_html(text, figures, title))


def test_an_edit_is_kept() -> None:
    session = auto_session(ZONE)
    text = markdown(session.rules, session.state)
    edited = text.replace(
        "## Écarts et manques", "## Notre dernier mot\n\nNous reviendrons **lundi**.\n\n## Écarts"
    )
    shown = read(edited)
    assert "Nous reviendrons lundi." in shown.text
    assert shown.text.count("Notre dernier mot") == 2
    assert "Écarts et manques" not in shown.text


def test_an_edit_may_bring_no_tag_and_no_picture() -> None:
    shown = read("<b>gras</b> ![x](https://exemple.fr/a.png) <!-- un mot -->\n\n<iframe></iframe>")
    assert not {"b", "img", "iframe"} & set(shown.tags)
    assert "<b>gras</b>" in shown.text


def test_a_link_an_editor_makes_leads_somewhere_safe() -> None:
    shown = read("[ici](https://exemple.fr) [là](javascript:alert(1))")
    assert ("href", "https://exemple.fr") in shown.attributes
    assert shown.tags.count("a") == 1


def test_the_page_needs_nothing_else() -> None:
    session = auto_session(ZONE)
    html = page(session.rules, session.state)
    assert "script" not in Reader(html).tags
    assert not re.search(r"""(?:src|href)=["'](?!#)|@import|url\(""", html)


def test_landmarks_headings_and_column_heads() -> None:
    session = auto_session(ZONE)
    html = page(session.rules, session.state)
    shown = Reader(html)
    assert ("lang", "fr") in shown.attributes
    assert {"header", "nav", "main", "section", "title"} <= set(shown.tags)
    assert shown.tags.count("h1") == 1
    assert shown.tags.count("section") == shown.tags.count("h2")
    labels = [value for name, value in shown.attributes if name == "aria-labelledby"]
    anchors = {value for name, value in shown.attributes if name == "id"}
    assert labels
    assert set(labels) <= anchors
    assert shown.tags.count("th") == shown.attributes.count(("scope", "col"))


def test_levels_of_headings_are_never_skipped() -> None:
    session = auto_session(ZONE)
    levels = [int(tag[1]) for tag in Reader(page(session.rules, session.state)).tags
              if re.fullmatch("h[1-6]", tag)]  # fmt: skip
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_french_is_set_in_words_and_not_in_addresses() -> None:
    shown = read("Qui paie ? L'eau : https://exemple.fr/a?b=c;d")
    assert "Qui paie\u202f? L’eau\u00a0:" in shown.text
    assert "https://exemple.fr/a?b=c;d" in shown.text


def test_a_title_can_do_no_harm() -> None:
    title = '"; } </style><script>$body'
    html = to_html("# Un", {}, title)
    shown = Reader(html)
    assert "script" not in shown.tags
    assert html.count("</style>") == 1


@pytest.mark.parametrize("figures", [{}, {"carte": '<svg role="img"></svg>'}])
def test_a_figure_stands_in_its_place_or_nowhere(figures: dict[str, str]) -> None:
    html = to_html("avant\n\n<!-- carte -->\n\naprès", figures, "Titre")
    assert ("<figure" in html) == bool(figures)
    assert "carte" not in Reader(html).text


def test_an_empty_text_is_still_a_page() -> None:
    assert read("").tags.count("main") == 1


def test_lists_that_touch_stay_two() -> None:
    blocks = (Bullets((plain("un"),)), Definitions((("deux", plain("trois")),)))
    shown = read(to_markdown(Document("Titre", blocks)))
    in_nav = shown.tags.count("ol")
    assert shown.tags.count("ul") + in_nav == 3


def test_every_block_reads_back() -> None:
    blocks = (
        Heading(2, "C# et # ##"),
        *prose("Un mot _important_.\nPuis _un autre_."),
        Quotes((plain("une\nlongue"), plain("deux"))),
        Bullets((plain("premier\nsuite"), plain("second")), ordered=True),
        Table(("a|b", "c"), ((plain("d|e\nf"), plain("")),)),
    )
    shown = read(to_markdown(Document("Titre", blocks)))
    for tag, count in (("em", 2), ("blockquote", 2), ("table", 1), ("th", 2), ("td", 2), ("h2", 1)):
        assert shown.tags.count(tag) == count, tag
    for words in ("C# et # ##", "a|b", "d|e f", "longue", "suite"):
        assert words in shown.text
