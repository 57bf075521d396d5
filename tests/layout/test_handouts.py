"""Forms to fill by hand, told by phases, for every kind of them."""

import pytest

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.blocks import RULE, TICK
from eclaireurs_play.layout.canvas import canvases
from eclaireurs_play.layout.display import Line, Page, Rect, Text, walk, words
from eclaireurs_play.layout.flow import Paper
from eclaireurs_play.layout.handouts import handouts
from eclaireurs_play.layout.moves import moves
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.surprises import SurpriseCard
from eclaireurs_play.layout.zones import zone_boards
from tests.layout.deciding import deciding, game, scenario
from tests.layout.samples import formats, look

PHASES = [phase.id for phase in game().phases]


def paper(name: str) -> Paper:
    return Paper(formats().pages[name], "Feuilles", "Le jeu du pont · 5 places")


def drawn(*names: str, page: str = "a5", content: PrintContent | None = None) -> list[Page]:
    return list(handouts(names, content or deciding(), 5, paper(page), look()))


def said(page: Page) -> str:
    return words(page.items).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("page", ["a4", "a5"])
@pytest.mark.parametrize("name", PHASES)
def test_every_phase_has_a_form_of_one_page(name: str, page: str) -> None:
    [form] = drawn(name, page=page)
    column = paper(page).column
    for item in walk(form.items):
        if isinstance(item, Text):
            assert item.size >= 7
    phase = next(phase for phase in game().phases if phase.id == name)
    secret = phase.outline(str).secret
    assert ("Pour la saisie" in said(form)) is not secret
    assert secret or name in said(form)
    assert form.width == column.x * 2 + column.width


def test_a_proposal_lists_each_term_with_its_options_and_their_codes() -> None:
    [form] = drawn("idee")
    for text in ("Par où l’on passe", "En amont", "Tout le monde", "peage=tout-le-monde"):
        assert text in said(form)
    boxes = [item for item in walk(form.items) if isinstance(item, Rect) and item.width == TICK]
    assert len(boxes) == 4


def test_an_amendment_changes_one_term() -> None:
    [form] = drawn("retouches")
    assert "une seule chose à la fois" in said(form)
    assert "En amont" not in said(form)
    assert "Garder à part" in said(form)


def test_a_form_with_terms_is_drawn_for_each_scenario_that_has_some() -> None:
    other = scenario().model_copy(update={"id": "autre", "title": "Une autre rive"})
    bare = scenario().model_copy(update={"id": "nue", "terms": {}})
    content = deciding(scenarios=(scenario(), other, bare))
    assert len(drawn("idee", content=content)) == 2
    assert len(drawn("accord", content=content)) == 1
    assert len(drawn("idee", content=deciding(scenarios=(bare,)))) == 1


def test_lines_to_write_on_are_eight_millimetres_apart() -> None:
    [form] = drawn("accord")
    rules = [item for item in walk(form.items) if isinstance(item, Line) and item.width == 0.2]
    assert len(rules) >= 7
    assert all(item.points[0][1] == RULE for item in rules)


def test_the_grid_has_five_steps_each_way() -> None:
    [form] = drawn("pistes", page="a4")
    assert "L’effet" in said(form)
    squares = [
        item for item in walk(form.items) if isinstance(item, Rect) and item.width == item.height
    ]
    assert len(squares) == 6
    marks = [item.string for item in walk(form.items) if isinstance(item, Text)]
    assert all(marks.count(f"{step}") == 2 for step in range(1, 6))


def test_forms_come_in_the_order_of_the_game() -> None:
    first, second = drawn("accord", "oeuvres")
    assert "Les œuvres" in said(first)
    assert "L’accord" in said(second)


def test_an_unknown_phase_is_named() -> None:
    with pytest.raises(LayoutError, match="d'étape « nulle-part »"):
        drawn("nulle-part")


def test_a_board_has_a_frame_for_each_zone_with_its_code() -> None:
    [board] = zone_boards(["oeuvres"], deciding(), paper("a3-paysage"), look())
    frames = [item for item in board.items if isinstance(item, Rect) and item.radius == 4]
    assert len(frames) == 4
    assert "Ce que l’on rêve" in said(board)
    assert "rever" in said(board)
    with pytest.raises(LayoutError, match="pas de zones"):
        list(zone_boards(["accord"], deciding(), paper("a3-paysage"), look()))


def test_a_canvas_needs_a_form() -> None:
    [page] = canvases(["carnet"], deciding(), paper("a3-paysage"), look())
    assert "Le récit du pont" in said(page)
    with pytest.raises(LayoutError, match="ne remplit pas de feuille"):
        list(canvases(["accord"], deciding(), paper("a3-paysage"), look()))


def test_the_table_of_moves_tells_options_units_and_what_comes_later() -> None:
    [page] = moves(deciding(), paper("a4"), look())
    for text in ("En amont", "+1 080", "−40", "puis +2,5", "k€/an", "dans 10 ans"):
        assert text in said(page)
    assert not list(moves(deciding(scenarios=()), paper("a4"), look()))


def test_a_surprise_keeps_what_it_changes_for_its_back() -> None:
    form = formats().cards["lecture"]
    story = scenario()
    card = SurpriseCard("crue", story.surprises["crue"], story, form, look())
    front, back = (
        said(Page(form.width, form.height, side)) for side in (card.front(), card.back())
    )
    assert "Que fait-on du bac ?" in front
    assert "80" not in front
    assert "+80 k€/an" in back
    assert "+1 heure" in back
    assert "animateur pioche crue" in back
    plain = SurpriseCard("fete", story.surprises["fete"], story, form, look())
    assert "Aucun chiffre ne bouge" in said(Page(form.width, form.height, plain.back()))
