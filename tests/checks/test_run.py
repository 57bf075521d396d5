from collections import Counter
from collections.abc import Collection
from pathlib import Path

import pytest

from eclaireurs_play.checks.run import check_library, check_path
from eclaireurs_play.content import library, yaml_reader
from eclaireurs_play.content.places import Source
from eclaireurs_play.errors import NotFoundError
from tests.content.mini_library import GAME as GAME_TEXT
from tests.content.mini_library import SCENARIO as SCENARIO_TEXT
from tests.content.mini_library import MiniLibrary

ROOT = Path(__file__).parents[2]
GAME = "decks/petit-jeu/game.yaml"
CARDS = "decks/petit-jeu/cards.yaml"
SCENARIO = "scenarios/petit-jeu/crue.yaml"


def test_a_sound_library_has_nothing_to_be_said(mini: MiniLibrary) -> None:
    assert check_library(mini.root) == ()


def test_everything_is_said_once_and_in_order(mini: MiniLibrary) -> None:
    mini.change(GAME, "type: cards", "type: card")
    mini.change(CARDS, "shape: diamond", "shape: losange")
    mini.change(SCENARIO, "weights: {cout: 1}", "weights: {cout: '0,5'}")
    mini.write("scenarios/petit-jeu/autre.yaml", SCENARIO_TEXT.replace("id: crue", "id: autre"))
    mini.write("print/themes/casse.yaml", "id: x\ntitle: 'l'eau'\n")
    assert [f"{one.file}:{one.line}" for one in check_library(mini.root)] == [
        f"{CARDS}:9",
        f"{GAME}:18",
        "print/themes/casse.yaml:2",
        f"{SCENARIO}:22",
    ]


def test_a_scenario_whose_game_is_broken_is_still_read(mini: MiniLibrary) -> None:
    mini.change(GAME, "title: Le petit jeu", "title: 'l'eau'")
    mini.change(SCENARIO, "title: La crue", "title: 3")
    assert [one.file for one in check_library(mini.root)] == [GAME, SCENARIO]


def test_warnings_of_reading_are_said_too(mini: MiniLibrary) -> None:
    mini.change(GAME, "intent: Essayer.", "intent: Essayer #tout")
    mini.change(SCENARIO, "context: Il a plu.", "context: Il a plu #hier")
    assert [(one.file, one.warning) for one in check_library(mini.root)] == [
        (GAME, True),
        (SCENARIO, True),
    ]


PLACES = [
    (
        "decks/ailleurs/game.yaml",
        GAME_TEXT,
        "le dossier « ailleurs » devrait s'appeler « petit-jeu »",
    ),
    (
        "scenarios/petit-jeu/inondation.yaml",
        SCENARIO_TEXT,
        "le fichier « inondation » devrait s'appeler « crue »",
    ),
    (
        "scenarios/ailleurs/crue.yaml",
        SCENARIO_TEXT,
        "ce scénario de « petit-jeu » est rangé dans « ailleurs »",
    ),
    ("decks/petit-jeu/carte.yaml", "a: 1\n", "personne ne lit ce fichier"),
]


@pytest.mark.parametrize(("file", "text", "said"), PLACES)
def test_what_is_not_in_its_place_is_said(
    mini: MiniLibrary, file: str, text: str, said: str
) -> None:
    mini.write(file, text)
    assert said in [one.sentence for one in check_library(mini.root) if one.file == file]


def test_a_game_is_checked_with_its_scenarios_and_a_scenario_alone(mini: MiniLibrary) -> None:
    assert check_path("petit-jeu", mini.root) == ()
    mini.change(SCENARIO, "role: habitant", "role: habitante")
    assert [one.line for one in check_path("petit-jeu", mini.root)] == [22]
    assert [one.line for one in check_path("crue", mini.root)] == [22]
    assert [one.line for one in check_path(mini.root / SCENARIO)] == [22]
    assert [one.line for one in check_path(mini.root)] == [22]


def test_an_unknown_name_is_not_found(mini: MiniLibrary) -> None:
    with pytest.raises(NotFoundError, match="vouliez-vous dire « crue »"):
        check_path("crues", mini.root)


def test_a_library_may_extend_another(mini: MiniLibrary, tmp_path: Path) -> None:
    own = MiniLibrary(tmp_path / "mienne")
    own.write("decks/.gitkeep", "")
    own.write("scenarios/petit-jeu/crue.yaml", SCENARIO_TEXT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(library.VARIABLE, str(mini.root))
        assert check_library(own.root) == ()


def test_the_library_we_ship_has_no_mistake() -> None:
    assert [str(one) for one in check_library(ROOT) if not one.warning] == []


CAMPAIGN = """\
id: deux-crues
title: Deux crues
summary: La même, deux fois.
source: invention
attribution: Éclaireurs Play
license: CC BY-SA 4.0
origin_note: Inventé.
context: Deux fois.
sessions:
  - {id: un, scenario: crue}
  - {id: deux, scenario: crue, after: un an}
"""


def test_a_campaign_is_checked_on_what_was_already_read(
    mini: MiniLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    mini.write("scenarios/campaigns/deux-crues.yaml", CAMPAIGN)
    read: Counter[str] = Counter()
    parse = yaml_reader.parse

    def noted(text: str, file: str, only: Collection[str] | None = None) -> Source:
        read[file] += only is None
        return parse(text, file, only)

    monkeypatch.setattr(yaml_reader, "parse", noted)
    assert check_library(mini.root) == ()
    assert set(read.values()) == {1}
    assert read[SCENARIO] == 1


@pytest.mark.parametrize("file", [GAME, SCENARIO])
def test_what_breaks_a_session_is_told_once(mini: MiniLibrary, file: str) -> None:
    mini.write("scenarios/campaigns/deux-crues.yaml", CAMPAIGN)
    mini.change(file, "license: CC BY-SA 4.0", "licence: CC BY-SA 4.0")
    found = check_library(mini.root)
    assert {one.file for one in found} == {file}
    assert len(found) == len(set(found))


def test_two_sessions_of_one_name_are_told_though_they_play_the_same(mini: MiniLibrary) -> None:
    mini.write("scenarios/campaigns/deux-crues.yaml", CAMPAIGN.replace("id: deux,", "id: un,"))
    (found,) = check_library(mini.root)
    assert found.sentence == "« un » désigne déjà une autre séance"
    assert found.line == 11
