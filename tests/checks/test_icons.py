"""What `check` and `print` say of icons that nobody drew, and of marks that name nothing."""

import shutil
from pathlib import Path

import pytest

from eclaireurs_play.checks import check_library
from eclaireurs_play.errors import ContentError, LayoutError
from eclaireurs_play.press import print_kit
from tests.checks.test_fit import CARDS, printable
from tests.content.mini_library import MiniLibrary
from tests.support import REPOSITORY

__all__ = ["printable"]

WATER = "eau: {title: L'eau}"
ICONS = "print/icons"


def told(library: MiniLibrary) -> list[str]:
    return [str(one) for one in check_library(library.root)]


@pytest.fixture
def drawn(printable: MiniLibrary) -> MiniLibrary:
    """A library with an icon of its own, beside those of the project."""
    path = printable.root / ICONS / "vague.svg"
    path.parent.mkdir(parents=True)
    shutil.copy(REPOSITORY / ICONS / "droplets.svg", path)
    printable.change(CARDS, WATER, "eau: {title: L'eau, icon: vague}")
    return printable


def test_an_icon_of_one_s_own_is_printed(drawn: MiniLibrary, tmp_path: Path) -> None:
    assert told(drawn) == []
    report = print_kit("petit-jeu", tmp_path / "kit.pdf", library_root=drawn.root)
    assert report


def test_an_unknown_icon_is_one_sentence_at_its_line(drawn: MiniLibrary, tmp_path: Path) -> None:
    drawn.change(CARDS, "icon: vague", "icon: vages")
    [said] = told(drawn)
    assert said.endswith("icône inconnue « vages » (vouliez-vous dire « vague » ?)")
    file, line, _ = said.split(":", 2)
    assert file == CARDS
    written = (drawn.root / CARDS).read_text(encoding="utf-8").splitlines()
    assert "icon: vages" in written[int(line) - 1]
    with pytest.raises(ContentError, match="icône inconnue « vages »"):
        print_kit("petit-jeu", tmp_path / "kit.pdf", library_root=drawn.root)
    assert not (tmp_path / "kit.pdf").exists()


def test_a_name_unlike_any_lists_those_there_are(drawn: MiniLibrary) -> None:
    drawn.change(CARDS, "icon: vague", "icon: xyzxyz")
    [said] = told(drawn)
    assert "icônes : " in said
    assert "vague" in said


def test_a_drawing_that_can_t_be_read_is_named(drawn: MiniLibrary, tmp_path: Path) -> None:
    drawn.write(f"{ICONS}/vague.svg", b"<svg viewBox='0 0 9 9'><text>eau</text></svg>")
    assert any("« vague.svg »" in one and "<text>" in one for one in told(drawn))
    with pytest.raises(LayoutError, match=r"« vague\.svg »"):
        print_kit("petit-jeu", tmp_path / "kit.pdf", library_root=drawn.root)


def test_a_mark_that_names_nothing_is_a_warning(drawn: MiniLibrary) -> None:
    drawn.change(CARDS, "Qui l'entendra ?", "'Qui entendra :eua: ?'")
    [said] = told(drawn)
    assert "avertissement : « :eua: »" in said
    assert "vouliez-vous dire « eau » ?" in said
    drawn.change(CARDS, ":eua:", ":eau:")
    assert told(drawn) == []


def test_an_icon_that_changes_is_tried_again(drawn: MiniLibrary) -> None:
    assert told(drawn) == []
    drawn.write(f"{ICONS}/vague.svg", b"abime")
    assert told(drawn)
