"""Laws of a text being typed."""

from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.table.editor import LONGEST, Editor, cleaned, lines

WORDS = st.text(max_size=30)
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), WORDS),
        st.tuples(st.sampled_from(["left", "right", "back", "delete", "all", "home"]), st.just("")),
    ),
    max_size=30,
)


def do(editor: Editor, deed: tuple[str, str]) -> None:
    name, words = deed
    {
        "write": lambda: editor.write(words),
        "left": lambda: editor.move(forward=False, word=True),
        "right": lambda: editor.move(forward=True, select=True),
        "back": lambda: editor.erase(word=True),
        "delete": lambda: editor.erase(forward=True),
        "all": editor.select_all,
        "home": lambda: editor.move(forward=False, end=True),
    }[name]()


@given(WORDS, DEEDS)
def test_undoing_everything_comes_back_to_the_start(
    start: str, deeds: list[tuple[str, str]]
) -> None:
    editor = Editor(start)
    for deed in deeds:
        do(editor, deed)
        assert 0 <= editor.cursor <= len(editor.text)
        assert 0 <= editor.anchor <= len(editor.text)
    end = editor.text
    for _ in deeds:
        editor.undo()
    assert editor.text == start
    for _ in deeds:
        editor.redo()
    assert editor.text == end


@given(st.text(max_size=200), st.floats(1.0, 30.0))
def test_lines_lose_no_letter_and_overflow_only_by_one(text: str, measure: float) -> None:
    cut = lines(text, measure, len)
    kept = "".join(text[start:end] for start, end in cut)
    assert kept.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    for start, end in cut:
        assert len(text[start:end].rstrip(" ")) <= max(measure, 1)


def test_accents_and_pasted_text_are_made_plain() -> None:
    editor = Editor()
    editor.write("E\u0301cole\u00a0: c\u0327a\x00 va\r\nbien\tmerci")
    assert editor.text == "École\u00a0: ça va\nbien merci"
    assert cleaned("a\nb", single=True) == "a b"


def test_letters_typed_in_a_row_are_undone_together() -> None:
    editor = Editor()
    for letter in "été chaud":
        editor.write(letter)
    editor.undo()
    assert editor.text == "été "


def test_a_selection_is_replaced() -> None:
    editor = Editor("un deux trois")
    editor.point(3)
    editor.point(7, select=True)
    assert editor.selected == "deux"
    editor.write("2")
    assert editor.text == "un 2 trois"


def test_an_accent_goes_with_its_letter() -> None:
    editor = Editor()
    editor.text = "ae\u0302"
    editor.point(3)
    editor.erase()
    assert editor.text == "a"


def test_five_thousand_characters_and_no_more() -> None:
    editor = Editor()
    editor.write("é" * (LONGEST + 10))
    assert len(editor.text) == LONGEST
    editor.write("x")
    assert len(editor.text) == LONGEST
