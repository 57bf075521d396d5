from pathlib import Path

import pytest

from eclaireurs_play.layout.display import Group, Item, Line, Text, walk
from eclaireurs_play.layout.display import Path as Shaped
from eclaireurs_play.layout.icons import marks, unknown_marks
from eclaireurs_play.layout.look import Look, Style, draw_setting, set_prose
from tests.layout.samples import FONTS, ICONS, content, theme

CONTENT = content()
KNOWN = CONTENT.marks
LOOK = Look(theme(), FONTS, KNOWN)
STYLE = Style(10, 1.3, theme().ink)


def drawn(prose: str) -> list[Item]:
    return list(draw_setting(set_prose(prose, 100, STYLE, LOOK), 0, 0, LOOK))


def test_a_family_is_named_by_its_code_or_by_its_id() -> None:
    assert KNOWN.named["PO"] == KNOWN.named["ponts"] == "arch"
    assert KNOWN.inlined(":PO:") == KNOWN.inlined(":ponts:") != ":PO:"


@pytest.mark.parametrize(
    "words", ["Piochez :ZZ: ici", "à 7:PO:8", "Trois mots : un, deux", "::PO::", ":trajets:"]
)
def test_what_names_nothing_stays_as_it_is(words: str) -> None:
    assert KNOWN.inlined(words) == words


def test_what_looks_like_a_mark_and_names_nothing_is_told() -> None:
    assert unknown_marks("Une :PO:, une :eau:, une :aeu: à 7:30:12", KNOWN) == ("aeu",)


def test_a_mark_is_drawn_as_its_shape_between_its_words() -> None:
    before, mark, after = drawn("Piochez une carte :PO: puis parlez")
    assert isinstance(before, Text)
    assert isinstance(mark, Shaped)
    assert isinstance(after, Text)
    assert mark.fill == theme().shapes["arch"].ink
    right = before.x + LOOK.fonts.width("regular", 10, before.string)
    xs = [mark.start[0], *(step[-2] for step in mark.steps)]
    assert right <= min(xs)
    assert max(xs) <= after.x + LOOK.fonts.width("regular", 10, " ")


def test_a_theme_is_drawn_as_its_icon_in_the_colour_of_its_words() -> None:
    before, mark, after = drawn("Où va :eau: ce soir ?")
    assert isinstance(before, Text)
    assert isinstance(mark, Group)
    assert isinstance(after, Text)
    lines = [one for one in walk(mark.items) if isinstance(one, Line)]
    assert {one.colour for one in lines} == {STYLE.colour}
    assert before.x + LOOK.fonts.width("regular", 10, before.string) == pytest.approx(mark.x)
    assert mark.x + mark.width == pytest.approx(after.x)


def test_two_icons_in_one_text_are_not_taken_for_each_other() -> None:
    subjects = {
        name: one.model_copy(update={"icon": icon})
        for (name, one), icon in zip(CONTENT.subjects.items(), ("droplets", "route"), strict=True)
    }
    files = {name: ICONS / f"{name}.svg" for name in ("droplets", "route")}
    known = marks(CONTENT.families, subjects, files)
    look = Look(theme(), FONTS, known)
    setting = set_prose(":trajets: puis :eau: puis :PO:", 100, STYLE, look)
    names = [
        one.name.split()[1] for one in draw_setting(setting, 0, 0, look) if isinstance(one, Group)
    ]
    assert names == ["route", "droplets"]


def test_no_private_character_reaches_the_page() -> None:
    strings = [item.string for item in drawn("Une :PO:, deux :eau: ?") if isinstance(item, Text)]
    assert all(ord(one) < 0xE000 for one in "".join(strings))


def test_a_text_is_put_back_from_its_parts() -> None:
    text = KNOWN.inlined("Une :PO: et de l':eau:.")
    assert "".join(part for part, _ in KNOWN.parted(text)) == text


def test_a_look_without_marks_draws_none() -> None:
    plain = Look(theme(), FONTS)
    [text] = draw_setting(set_prose("Une :PO: ici", 100, STYLE, plain), 0, 0, plain)
    assert isinstance(text, Text)


def test_every_icon_that_ships_is_a_drawing_under_the_licence_that_ships() -> None:
    files = sorted(ICONS.glob("*.svg"))
    assert files
    licence = ICONS.parents[1] / "LICENSES" / "Lucide.txt"
    assert "ISC License" in licence.read_text(encoding="utf-8")
    named = {name: path for path in files for name in (path.stem,)}
    known = marks({}, {name: CONTENT.subjects["eau"].model_copy(update={"icon": name})
                       for name in named}, named)  # fmt: skip
    assert len(known.named) == len(files)
    for path in files:
        assert "@license lucide-static" in Path(path).read_text(encoding="utf-8")
