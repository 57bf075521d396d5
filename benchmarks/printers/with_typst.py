"""The cards with Typst, through its Python package: the template beside this file, compiled."""

import shutil
import tempfile
from pathlib import Path

import clock
import typst

TEMPLATE = Path(__file__).with_suffix(".typ")


def export(cards: Path, output: Path) -> None:
    """Print a file of cards."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(cards, Path(folder) / "cards.json")
        source = shutil.copy(TEMPLATE, folder)
        typst.compile(source, str(output), font_paths=[str(clock.FONTS)], ignore_system_fonts=True)


if __name__ == "__main__":
    clock.run(export)
