from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.fonts import Fonts
from eclaireurs_play.layout.truetype import metrics
from tests.layout.samples import FONTS, look, theme

NEEDED = "éèêëàâäîïôöùûüçœæÉÈÀÇŒÆŸÿ«»“”‘’…–—−×≥≤€%°²³½→←↑↓✓✗•·\u202f\u00a0\u2011\u2009\u00ad№▲▼◆●■"


@pytest.mark.parametrize("name", ["regular", "italic", "semibold", "bold"])
def test_every_needed_character_has_a_glyph(name: str) -> None:
    face = look().fonts.face(name)  # type: ignore[arg-type]
    assert not [one for one in NEEDED if one not in face.advances]


def test_a_missing_glyph_is_named() -> None:
    with pytest.raises(LayoutError, match=r"« ☃ » \(U\+2603\) manque dans la police Inter"):
        look().fonts.width("regular", 10, "bonhomme ☃")


def test_a_missing_file_is_one_sentence() -> None:
    fonts = Fonts(FONTS / "absent", theme().fonts)
    with pytest.raises(LayoutError, match=r"police illisible : Inter-Regular\.ttf"):
        fonts.width("regular", 10, "a")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\0\1\0\0" + b"\xff" * 400])
def test_a_file_that_is_no_font_is_one_sentence(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "Inter-Regular.ttf").write_bytes(data)
    with pytest.raises(LayoutError, match=r"police illisible : Inter-Regular\.ttf \(ce n'est pas"):
        Fonts(tmp_path, theme().fonts).width("regular", 10, "a")


@pytest.mark.parametrize("file", sorted(FONTS.glob("*.ttf")), ids=lambda file: file.stem)
def test_measures_are_those_another_reader_finds(file: Path) -> None:
    read = metrics(file.read_bytes())
    with TTFont(file) as font:
        units, wide = font["head"].unitsPerEm, font["hmtx"].metrics
        assert read.advances == {
            chr(code): wide[glyph][0] / units for code, glyph in font.getBestCmap().items()
        }
        heights = (font["OS/2"].sCapHeight, font["hhea"].ascent, -font["hhea"].descent)
        assert (read.cap_height, read.ascent, read.descent) == tuple(one / units for one in heights)
        assert read.title == str(font["name"].getDebugName(4))


def test_widths_add_up_and_scale() -> None:
    fonts = look().fonts
    one, two = fonts.width("bold", 10, "a"), fonts.width("bold", 10, "b")
    assert fonts.width("bold", 10, "ab") == pytest.approx(one + two)
    assert fonts.width("bold", 20, "ab") == pytest.approx(2 * (one + two))


def test_the_licence_and_the_names_are_kept() -> None:
    assert "SIL Open Font License" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    for file in sorted(FONTS.glob("*.ttf")):
        with TTFont(file) as font:
            assert "Inter" in str(font["name"].getDebugName(1))
            assert "Open Font License" in str(font["name"].getDebugName(13))
        assert file.stat().st_size < 40_000
