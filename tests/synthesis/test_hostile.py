"""What people write stays what they wrote: never markup, never a heading, never a link."""

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.engine.gestures import Action, Fill, Rate, Write
from eclaireurs_play.engine.state import State
from eclaireurs_play.play.session import Session
from eclaireurs_play.synthesis import to_html
from eclaireurs_play.synthesis.document import Document, Quotes, plain
from eclaireurs_play.synthesis.markdown import to_markdown
from tests.support import EVERYTHING, auto_session, new_session
from tests.synthesis.reading_back import Reader, markdown, page, retold

TEXTS = (
    "<script>alert(1)</script>",
    "# Titre",
    "Une ligne\n# puis un titre\n- et une liste\n1. numérotée\n> citée\n---\n===\n***",
    "**gras**, *italique*, __souligné__, `code`, ~~barré~~",
    "[un lien](https://exemple.fr) et ![une image](https://exemple.fr/a.png)",
    "[réf]: https://exemple.fr\n[réf]",
    "<https://exemple.fr> https://exemple.fr/a_b_c?d=1&e=2",
    "| a | b |\n| --- | --- |\n| c | d |",
    "<!-- carte -->",
    "&lt;b&gt; &amp; &#60;",
    "    quatre espaces\n\tune tabulation",
    "```\ncode\n```",
    "un retour\r\nde chariot\u2028et d'autres\x0bencore",
    "à l'envers \u202e et sans fin",
    "fin par une barre \\",
    "$title $body ${style}",
    "- Non. - Si. + 3 ! = 4 ?",
    "C'est _moi_ qui signe_ainsi_ __init__",
)


def normal(text: str) -> str:
    """Forget what typography changes: spaces, apostrophes, characters nobody sees."""
    text = (
        re.sub(r"[\u202a-\u202e\u2066-\u2069]", "", text)
        .replace("…", "...")
        .replace("’", "'")
        .replace("\u2212", "-")
    )
    return re.sub(r"[\s\u00a0\u202f]+", "", text)


def one_note(text: str) -> Reader:
    document = Document("Titre", (Quotes((plain(text),)),))
    return Reader(to_html(to_markdown(document), {"carte": "<svg></svg>"}, "Titre"))


@cache
def session() -> Session:
    return auto_session("zone-logistique")


@pytest.mark.parametrize("text", TEXTS)
def test_a_hostile_note_is_read_as_written(text: str) -> None:
    read = one_note(text)
    assert normal(text) in normal(read.text)
    assert set(read.tags) <= set(one_note("mot").tags)


@given(text=st.text(alphabet="#*_`[]()<>!|&;:\\-+=~1.a \n\t\"'", min_size=1, max_size=40))
def test_punctuation_never_becomes_markup(text: str) -> None:
    read = one_note(text)
    assert normal(text) in normal(read.text)
    assert set(read.tags) <= set(one_note("mot").tags)


@given(text=st.text(min_size=1, max_size=60).filter(str.strip))
def test_no_text_breaks_the_page(text: str) -> None:
    assert set(one_note(text).tags) <= set(one_note("mot").tags)


@pytest.mark.parametrize("text", TEXTS)
def test_a_whole_synthesis_of_hostile_notes_has_no_tag_of_theirs(text: str) -> None:
    calm = Reader(page(session().rules, retold(session().state, ("mot",)), "facilitator"))
    state = retold(session().state, (text,))
    read = Reader(page(session().rules, state, "facilitator"))
    assert set(read.tags) <= set(calm.tags)
    assert [value for name, value in read.attributes if name == "href"] == [
        value for name, value in calm.attributes if name == "href"
    ]
    assert normal(text) in normal(read.text)


def with_values(state: State, text: str) -> State:
    """Put a text in every text field that was filled or rated."""

    def one(made: object) -> object:
        gesture = made.gesture  # type: ignore[attr-defined]
        if isinstance(gesture, Fill | Rate):
            values = {
                name: text if str(value).lower().startswith(("(simulé", "texte simulé")) else value
                for name, value in gesture.values.items()
            }
            return replace(made, gesture=replace(gesture, values=values))  # type: ignore[type-var]
        return made

    return replace(
        state,
        results=tuple(
            replace(done, made=tuple(map(one, done.made)))  # type: ignore[arg-type]
            for done in state.results
        ),
    )


@pytest.mark.parametrize("text", TEXTS)
def test_fields_are_as_safe_as_notes(text: str) -> None:
    calm = Reader(page(session().rules, with_values(session().state, "mot")))
    read = Reader(page(session().rules, with_values(session().state, text)))
    assert set(read.tags) <= set(calm.tags)
    assert normal(text) in normal(read.text)


def test_a_person_s_name_and_a_reason_are_words_too() -> None:
    people = {"gardienne": ("<b>Ève</b>",)}
    opened = new_session(EVERYTHING, people=people)
    read = Reader(page(opened.rules, opened.state, "parties"))
    assert "<b>Ève</b>" in read.text
    assert "b" not in read.tags
    assert "Ève" not in markdown(opened.rules, opened.state, "public")


def test_plain_french_is_left_as_typed() -> None:
    text = "L'eau, 1,5 m plus bas (au 3 rue Basse) : « Qui paie ? » - personne ! C'est l'été_2024."
    opened = new_session("zone-logistique")
    opened.play(Action("habitants", Write("note", text)))
    assert text in markdown(opened.rules, opened.state)
