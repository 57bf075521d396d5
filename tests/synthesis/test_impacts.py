"""The map counts effects, not votes, and says where people differ."""

from dataclasses import replace

from eclaireurs_play import press
from eclaireurs_play.engine.gestures import Rate
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, Outcome, Result, State
from eclaireurs_play.synthesis import build, draw_figures, to_html, to_markdown
from eclaireurs_play.synthesis.impacts import spots_of
from tests.support import new_session, rules
from tests.synthesis.reading_back import markdown

ZONE = "zone-logistique"
WATER = {"theme": "eau", "echelle": "commune", "sens": "moins-bien", "horizon": "aujourd-hui"}


def rated(*ratings: tuple[str, str, dict[str, str]]) -> State:
    made = tuple(
        Contribution(number, by, "effets", Rate(card, values))
        for number, (by, card, values) in enumerate(ratings, start=1)
    )
    result = Result("effets", "effets", 1, "", "complete", made, Outcome())
    return replace(new_session(ZONE).state, results=(result,), leaf=None)


def section(state: State, given: Rules | None = None) -> str:
    text = markdown(given or rules(ZONE), state)
    return text.split("## La carte des impacts")[1].split("\n## ")[0]


def test_two_people_who_agree_make_one_effect() -> None:
    state = rated(("maire", "EF-07", WATER), ("habitants", "EF-07", WATER))
    text = section(state)
    assert text.count("EF-07") == 1
    assert "| L'eau | La commune | Moins bien, aujourd'hui : L'eau, en aval (EF-07) |" in text
    assert "divergent" not in text


def test_people_who_differ_are_both_heard() -> None:
    better = {**WATER, "sens": "mieux"}
    text = section(rated(("maire", "EF-07", better), ("habitants", "EF-07", WATER)))
    assert "Les avis divergent sur :" in text
    assert "« Mieux » pour Maire, « Moins bien » pour Habitante" in text


def test_a_person_s_last_word_counts() -> None:
    state = rated(("maire", "EF-07", WATER), ("maire", "EF-07", {"sens": "mieux"}))
    text = section(state)
    assert "Mieux, aujourd'hui" in text
    assert "Moins bien" not in text


def test_what_has_no_place_is_named_apart() -> None:
    text = section(rated(("maire", "EF-07", {"sens": "mieux"})))
    assert "Aucun effet n'a encore été placé sur la carte." in text
    assert "Notées sans être placées sur la carte : L'eau, en aval (EF-07)." in text


def test_themes_nobody_spoke_of_are_said() -> None:
    text = section(rated(("maire", "EF-07", WATER)))
    assert "Rien n'a été placé pour : Les sols, Les trajets" in text


def test_several_options_are_several_places() -> None:
    axes = rules(ZONE).game.map
    assert axes is not None
    found = spots_of(axes, {("EF-07", "maire"): {"theme": ("eau", "sols"), "echelle": "region"}})
    assert [spot.row for spot in found] == ["eau", "sols"]


def test_the_drawing_stands_where_the_text_says_with_its_description() -> None:
    document = build(rules(ZONE), rated(("maire", "EF-07", WATER)), "public")
    figures = draw_figures(document, press.default_look())
    text = to_markdown(document)
    assert text.count("<!-- carte -->") == 1
    page = to_html(text, figures, document.title)
    assert '<figure class="drawing"><svg' in page
    assert "L'eau, La commune : moins bien (aujourd'hui)".replace("'", "&#x27;") in page
    assert "<!-- carte -->" not in page


def test_a_sign_nobody_said_is_in_the_legend() -> None:
    unsaid = {name: value for name, value in WATER.items() if name != "sens"}
    for values, said in ((WATER, False), (unsaid, True)):
        document = build(rules(ZONE), rated(("maire", "EF-07", values)), "public")
        drawn = draw_figures(document, press.default_look())["carte"]
        assert (">Sens non dit</text>" in drawn) is said


def test_a_game_with_a_map_and_no_place_for_it_still_shows_it() -> None:
    given = replace(rules(ZONE), game=rules(ZONE).game.model_copy(update={"synthesis": ()}))
    text = markdown(given, rated(("maire", "EF-07", WATER)))
    assert "\n## La carte des effets\n" in text
