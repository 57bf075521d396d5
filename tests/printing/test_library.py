"""Every game and every scenario that ships prints, whole, the same each time."""

from pathlib import Path

import pytest

from eclaireurs_play.press import print_kit
from tests.layout.samples import ROOT
from tests.printing.reading import reader

NAMES = sorted(
    [path.parent.name for path in (ROOT / "decks").glob("*/game.yaml")]
    + [
        path.stem
        for path in (ROOT / "scenarios").glob("*/*.yaml")
        if path.parent.name != "campaigns"
    ]
)


@pytest.mark.parametrize("name", NAMES)
def test_the_kit_prints(name: str, tmp_path: Path) -> None:
    report = print_kit(name, tmp_path / "kit.pdf", library_root=ROOT)
    data = (tmp_path / "kit.pdf").read_bytes()
    assert len(reader(data).pages) == report.pages > 20
    print_kit(name, tmp_path / "encore.pdf", library_root=ROOT)
    assert (tmp_path / "encore.pdf").read_bytes() == data


def test_as_many_sheets_are_printed_as_people_may_come(tmp_path: Path) -> None:
    print_kit("bouton-bruit", tmp_path / "kit.pdf", library_root=ROOT)
    first = reader((tmp_path / "kit.pdf").read_bytes()).pages[0].extract_text()
    assert "9 places" in first.replace("\u00a0", " ")
