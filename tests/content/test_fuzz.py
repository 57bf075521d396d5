"""Whatever the bytes, reading gives content or diagnostics placed inside the file."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireurs_play.content.loader import load, load_scenario
from eclaireurs_play.content.text_file import INVISIBLE
from eclaireurs_play.content.yaml_reader import parse
from eclaireurs_play.errors import ContentError, Diagnostic, EclaireursError, NotFoundError
from tests.content.mini_library import CARDS, FILES, GAME, ROLES, SCENARIO, MiniLibrary, build

SHARDS = st.sampled_from(
    [
        *(
            "\n",
            "  ",
            "\t",
            ": ",
            " #",
            "- ",
            "'",
            '"',
            "[",
            "]",
            "{",
            "}",
            "*a",
            "&a ",
            "!x",
            "> ",
        ),
        *("|", "%", "@", "---\n", "...\n", "\\", ", ", "? ", "a: ", "0,5", "~", "é", "œ", "« »"),
        *("\u00a0", "\u2028", "\ufeff", "\x00", "\x1b", "😀", "\r", "<<: ", "true", "1e999", "-1"),
        *("type: cards", "phases:", "id: ", "null", "[[[[", "EF-01", "L'eau"),
    ]
)
YAML_LIKE = st.lists(SHARDS | st.text(max_size=5), max_size=30).map("".join)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MiniLibrary:
    return build(tmp_path_factory.mktemp("fuzz"))


def _inside(one: Diagnostic, text: str) -> bool:
    """Tell whether a diagnostic points into a text, or at it as a whole."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if one.line == 0:
        return one.column == 0
    return 1 <= one.line <= len(lines) and 1 <= one.column <= len(lines[one.line - 1]) + 1


def _told(loading: Callable[[], object]) -> tuple[Diagnostic, ...]:
    """Load something that may be broken; an id that can't be read is not found."""
    try:
        loading()
    except ContentError as error:
        return error.diagnostics
    except NotFoundError:
        pass
    return ()


@given(YAML_LIKE)
@settings(max_examples=300, deadline=None)
def test_any_text_reads_or_is_explained_in_its_place(text: str) -> None:
    text = INVISIBLE.sub("", text.replace("\r", "\n"))
    told = _told(lambda: parse(text, "f.yaml"))
    if not told:
        source = parse(text, "f.yaml")
        told = source.warnings
        for place in (*source.values.values(), *source.keys.values()):
            assert _inside(Diagnostic("f.yaml", *place, ""), text)
    assert all(_inside(one, text) for one in told)
    assert all(str(one).isprintable() for one in told)


@given(st.binary(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_bytes_read_or_are_explained(library: MiniLibrary, content: bytes) -> None:
    path = library.write("scenarios/petit-jeu/octets.yaml", content)
    with pytest.raises(EclaireursError):
        load(path)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the library with some passages removed, repeated or replaced."""
    file, text = draw(st.sampled_from(sorted(FILES.items())))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        text = text[:start] + draw(YAML_LIKE | st.just(text[start:end] * 2)) + text[end:]
    return file, text


@given(mutated())
@settings(max_examples=300, deadline=None)
def test_a_damaged_library_loads_or_says_why(library: MiniLibrary, damage: tuple[str, str]) -> None:
    file, text = damage
    for name, sound in FILES.items():
        library.write(name, sound)
    library.write(file, text)
    told = _told(lambda: load_scenario("crue", library.root))
    assert all(_inside(one, text) for one in told if one.file == file)
    assert all(str(one).isprintable() for one in told)


@pytest.mark.parametrize("text", [GAME, CARDS, ROLES, SCENARIO])
def test_a_file_cut_anywhere_reads_or_says_why(text: str) -> None:
    for end in range(0, len(text), 7):
        cut = text[:end]
        assert all(_inside(one, cut) for one in _told(lambda cut=cut: parse(cut, "f.yaml")))
