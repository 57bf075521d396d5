"""Only what changed since an earlier file: what counts as a change, and what can't be compared."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from eclaireurs_play.errors import NotFoundError
from eclaireurs_play.layout.display import Rect
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.model.print import Kit
from eclaireurs_play.printing.changes import Changes, changes_since
from eclaireurs_play.printing.kit import export_kit
from eclaireurs_play.printing.order import Order, formats_asked
from tests.layout.samples import content, kit, theme
from tests.printing.reading import reader, words


def cards() -> Kit:
    return kit().model_copy(
        update={"items": tuple(one for one in kit().items if one.what == "cards")}
    )


def exported(output: Path, found: PrintContent | None = None, order: Order | None = None) -> int:
    asked, found = order or Order(), found or content()
    formats = formats_asked(found.formats, cards(), asked, None)
    return export_kit(replace(found, formats=formats), cards(), theme(), output, asked).cards


def reworded(code: str) -> PrintContent:
    found = content()
    changed = tuple(
        card.model_copy(update={"text": "Qui traverse, ce soir ?"}) if card.id == code else card
        for card in found.decks[0].cards
    )
    return replace(found, decks=(found.decks[0].model_copy(update={"cards": changed}),))


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    exported(tmp_path / "avant.pdf")
    return tmp_path / "avant.pdf"


def test_a_file_holds_a_fingerprint_for_each_card(earlier: Path) -> None:
    known = changes_since(earlier).known or {}
    assert set(known) == {card.id for card in content().cards}
    assert len(set(known.values())) == len(known)


def test_nothing_changed_is_told(earlier: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="aucune carte n'a changé depuis"):
        exported(tmp_path / "x.pdf", order=Order(since=earlier))


def test_only_the_card_that_was_reworded_is_printed(earlier: Path, tmp_path: Path) -> None:
    output = tmp_path / "apres.pdf"
    assert exported(output, reworded("PO-03"), Order(since=earlier)) == 1
    printed = words(reader(output.read_bytes()).pages[0])
    assert "PO-03" in printed
    assert "PO-04" not in printed


def test_a_second_change_is_told_from_the_first(earlier: Path, tmp_path: Path) -> None:
    second = tmp_path / "apres.pdf"
    exported(second, reworded("PO-03"), Order(since=earlier))
    with pytest.raises(NotFoundError, match="aucune carte n'a changé"):
        exported(tmp_path / "x.pdf", reworded("PO-03"), Order(since=second))
    assert exported(tmp_path / "x.pdf", content(), Order(since=second)) == 1


@pytest.mark.parametrize("mode", [Order(greyscale=True), Order(card="tarot")])
def test_another_look_changes_every_card(mode: Order, earlier: Path, tmp_path: Path) -> None:
    assert exported(tmp_path / "x.pdf", order=replace(mode, since=earlier)) == 15


def test_another_place_on_the_sheet_changes_nothing(earlier: Path, tmp_path: Path) -> None:
    order = Order(since=earlier, imposition="gutter-fold")
    with pytest.raises(NotFoundError, match="aucune carte n'a changé"):
        exported(tmp_path / "x.pdf", order=order)


def test_the_cards_of_another_game_are_not_compared(earlier: Path) -> None:
    assert changes_since(earlier, content().game.id).known
    with pytest.raises(NotFoundError, match=r"« avant\.pdf » est d'un autre jeu : jeu-du-pont"):
        changes_since(earlier, "jeu-des-dunes")


@given(st.floats(-500, 500), st.sampled_from((1e-9, -1e-9)))
def test_the_last_decimals_of_a_machine_change_no_card(place: float, noise: float) -> None:
    place = round(place, 2)
    before = Changes()
    before.is_changed("A-01", (Rect(place, 1, 2, 3),))
    after = Changes(known=before.drawn)
    assert not after.is_changed("A-01", (Rect(place + noise, 1, 2, 3),))
    assert after.is_changed("A-01", (Rect(place + 0.01, 1, 2, 3),))


def test_what_can_t_be_compared_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="n'existe pas"):
        changes_since(tmp_path / "rien.pdf")
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(b"%PDF-1.4 ...")
    with pytest.raises(NotFoundError, match="n'est pas un PDF entier"):
        changes_since(torn)
    locked = tmp_path / "locked.pdf"
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(locked)
    with pytest.raises(NotFoundError, match="est fermé par un mot de passe"):
        changes_since(locked)
    with pytest.raises(NotFoundError, match="ne se laisse pas lire"):
        changes_since(tmp_path)
    other = tmp_path / "autre.pdf"
    rules = kit().model_copy(
        update={"items": tuple(one for one in kit().items if one.what == "board")}
    )
    export_kit(content(), rules, theme(), other)
    with pytest.raises(NotFoundError, match=r"« autre\.pdf » ne dit rien de ses cartes"):
        changes_since(other)
