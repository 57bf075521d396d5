"""What people follow on paper: the contract in force, its charter, the dashboard, the news."""

from dataclasses import replace

import pytest

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.dashboards import UNNAMED, dashboards
from eclaireurs_play.layout.display import Group, Line, Page, Text, walk, words
from eclaireurs_play.layout.flow import Paper
from eclaireurs_play.layout.handouts import handouts
from eclaireurs_play.layout.moves import moves
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.record import record
from eclaireurs_play.layout.situations import situations
from eclaireurs_play.layout.surprises import surprise_cards
from eclaireurs_play.layout.weighing import guardrail_words
from eclaireurs_play.model.scenario import Guardrail
from tests.layout.deciding import deciding
from tests.layout.following import following
from tests.layout.samples import formats, look

CONTENT = following()
STORY = CONTENT.scenarios[0]


def paper(name: str = "a4") -> Paper:
    return Paper(formats().pages[name], "Feuilles", "Le jeu du pont · 2 places")


def said(*pages: Page) -> str:
    drawn = " ".join(words(page.items) for page in pages)
    return drawn.replace("\u00a0", " ").replace("\u202f", " ")


def handout(name: str, content: PrintContent = CONTENT) -> str:
    return said(*handouts([name], content, 2, paper(), look()))


@pytest.mark.parametrize(
    ("bound", "text"),
    [
        ({"at_most": 30}, "Attente : jusqu'à 30 heures de plus"),
        ({"at_least": -1}, "Attente : jusqu'à 1 heure de moins"),
        ({"at_most": 0}, "Attente : rien de plus"),
        ({"at_least": 0}, "Attente : rien de moins"),
        ({"at_least": 2}, "Attente : au moins 2 heures de plus"),
        ({"at_most": -2}, "Attente : au moins 2 heures de moins"),
        (
            {"at_least": -3, "at_most": 4},
            "Attente : jusqu'à 3 heures de moins et jusqu'à 4 heures de plus",
        ),
    ],
)
def test_a_guardrail_says_how_far_a_proposal_may_go(bound: dict[str, float], text: str) -> None:
    limit = Guardrail.model_validate({"axis": "attente", **bound})
    assert guardrail_words(limit, STORY).replace("\u00a0", " ") == text


def test_a_situation_tells_the_contract_in_force() -> None:
    text = said(*situations(CONTENT, paper(), look()))
    assert "Le contrat d’aujourd’hui" in text
    for term, option in STORY.current.items():
        settled = STORY.terms[term]
        assert f"{settled.title} {settled.options[option].title}".replace("'", "’") in text


def test_a_situation_tells_its_charter_with_each_limit_in_its_unit() -> None:
    text = said(*situations(CONTENT, paper(), look()))
    assert "CR-02 La grue dort Le chantier s’arrête CR-01 L’eau monte La rivière change" in text
    assert "CR-03" not in text
    assert "LI-01 Le prix du bac Coût de la traversée : jusqu’à 40 k€/an de plus" in text
    assert "LI-02 Le temps perdu Attente : jusqu’à 2 heures de moins et rien de plus" in text


def test_a_situation_without_a_contract_says_nothing_of_one() -> None:
    text = said(*situations(deciding(), paper(), look()))
    assert "contrat" not in text
    assert "charte" not in text


def test_the_sheet_of_the_charter_names_its_cards_and_limits() -> None:
    text = handout("charte")
    for row in ("CR-02 La grue dort", "LI-02 Le temps perdu (jusqu’à 2 heures de moins et rien de"):
        assert row in text
    assert "CR-03" not in text
    assert "Écartée par" in text


def test_what_begins_a_row_never_runs_into_the_next_column() -> None:
    [page] = handouts(["charte"], CONTENT, 2, paper(), look())
    rows = [one.items for one in walk(page.items) if isinstance(one, Group)]
    begun = 0
    for row in rows:
        edges = [one.points[0][0] for one in row if isinstance(one, Line)]
        for text in row:
            if isinstance(text, Text) and text.string.startswith(("CR-", "LI-")):
                right = text.x + look().fonts.width(text.font, text.size, text.string)
                assert right < min(edge for edge in edges if edge > 0)
                begun += 1
    assert begun == 4


def test_a_record_keeps_as_many_rows_as_the_largest_charter() -> None:
    one = said(*record(CONTENT, 2, paper("a4-paysage"), look()))
    assert "CR-01 L’eau monte" in one
    larger = STORY.charter.model_copy(update={"criteria": tuple(CONTENT.card_of)[:14]})  # type: ignore[union-attr]
    other = STORY.model_copy(update={"id": "autre", "charter": larger})
    both = replace(CONTENT, scenarios=(STORY, other))
    text = said(*record(both, 2, paper("a4-paysage"), look()))
    assert "CR-01 L’eau monte" not in text


def test_an_exchange_of_roles_keeps_who_took_which() -> None:
    text = handout("echange")
    assert "Fiches tirées, dans l’ordre" in text
    assert "batisseur pioche passeuse" in text


def test_lines_to_type_name_cards_on_the_table_and_who_may_invoke_them() -> None:
    assert "passeuse choisit criteres=CR-01" in handout("charte")
    assert "batisseur choisit critere=CR-02" in handout("declencheur")


def test_a_proposal_shows_what_is_in_force() -> None:
    text = handout("idee")
    assert "trace=amont · aujourd’hui" in text
    assert "trace=aval · aujourd’hui" not in text


def test_a_dashboard_has_a_row_for_each_line_and_a_column_for_each_field() -> None:
    [page] = dashboards(["tableau"], CONTENT, paper("a3-paysage"), look())
    text = said(page)
    for title in ("Quand", "Combien", "Alertes", "Le bac", "Le pont", "pont"):
        assert title in text
    assert (page.width, page.height) == (420, 297)
    across = [one for one in page.items if isinstance(one, Line) and one.width >= 0.5]
    assert len(across) == 2


def test_a_dashboard_that_names_no_row_leaves_some_to_name() -> None:
    [page] = dashboards(["veille"], CONTENT, paper("a3-paysage"), look())
    assert sum(isinstance(one, Line) and one.width >= 0.5 for one in page.items) == UNNAMED


def test_a_dashboard_needs_a_form_and_room_for_its_help() -> None:
    with pytest.raises(LayoutError, match="« idee » ne remplit pas de feuille"):
        list(dashboards(["idee"], CONTENT, paper("a3-paysage"), look()))
    form = CONTENT.game.forms["ligne"]
    field = form.fields["quand"].model_copy(update={"help": "Le jour, et l'heure du bac. " * 40})
    long = form.model_copy(update={"fields": {**form.fields, "quand": field}})
    game = CONTENT.game.model_copy(update={"forms": {"ligne": long}})
    with pytest.raises(LayoutError, match="« Quand » ne tient pas en tête"):
        list(dashboards(["tableau"], replace(CONTENT, game=game), paper("a3-paysage"), look()))


def test_news_tell_their_sort_and_who_may_ask_for_the_opening() -> None:
    form = formats().cards["lecture"]
    [first, _] = surprise_cards(CONTENT, form, look())
    front = said(Page(form.width, form.height, first.front()))
    assert "La rivière change Peuvent demander l’ouverture : la passeuse, le bâtisseur" in front
    [plain, _] = surprise_cards(deciding(), form, look())
    assert "ouverture" not in said(Page(form.width, form.height, plain.front()))


LONG_WORD = "Renseignements gardés sur une famille"


def test_titles_too_wide_for_their_columns_are_turned() -> None:
    axes = {
        f"axe-{place}": axis.model_copy(update={"title": LONG_WORD})
        for place in range(4)
        for axis in STORY.axes.values()
    }
    axes = {
        **STORY.axes,
        **dict(list(axes.items())[:4]),
        "cinq": axes["axe-0"],
        "six": axes["axe-0"],
    }
    wide = replace(CONTENT, scenarios=(STORY.model_copy(update={"axes": axes}),))
    [page] = moves(wide, paper(), look())
    [straight] = moves(CONTENT, paper(), look())
    turned = [one for one in walk(page.items) if getattr(one, "angle", 0)]
    assert len(turned) == len(axes)
    assert "Renseignements" in said(page)
    assert not [one for one in walk(straight.items) if getattr(one, "angle", 0)]


def test_a_word_too_wide_even_turned_names_its_scenario() -> None:
    axis = STORY.axes["cout"].model_copy(update={"title": "W" * 60})
    story = STORY.model_copy(update={"axes": {**STORY.axes, "cout": axis}})
    with pytest.raises(LayoutError, match="deux-rives, ce qui bouge : le titre d'un axe"):
        list(moves(replace(CONTENT, scenarios=(story,)), paper(), look()))
