import os
import subprocess
import sys
from pathlib import Path

import pytest

from eclaireurs_play.content import library
from eclaireurs_play.content.loader import load, load_game, load_scenario
from eclaireurs_play.errors import ContentError, NotFoundError
from tests.content.mini_library import GAME, SCENARIO, MiniLibrary, build


def _installed(folder: Path, *, checkout: bool) -> Path:
    """Lay out an installed package, in a checkout or with its data."""
    package = folder / ("src/eclaireurs_play" if checkout else "site-packages/eclaireurs_play")
    package.mkdir(parents=True)
    if checkout:
        (folder / "pyproject.toml").touch()
        (folder / "decks").mkdir()
    return package


def test_roots_are_searched_in_order(tmp_path: Path) -> None:
    package = _installed(tmp_path / "checkout", checkout=True)
    places = [tmp_path / name for name in ("explicit", "one", "two")]
    for root in (*places, package / "data"):
        (root / "decks").mkdir(parents=True)
    environment = {library.VARIABLE: os.pathsep.join(map(str, places[1:]))}
    found = library.roots(places[0], environment=environment, package=package)
    assert found == (*places, tmp_path / "checkout", package / "data")


def test_a_wheel_has_only_its_data(tmp_path: Path) -> None:
    package = _installed(tmp_path, checkout=False)
    (package / "data/decks").mkdir(parents=True)
    assert library.roots(environment={}, package=package) == (package / "data",)


def test_a_root_that_does_not_exist_is_told(tmp_path: Path) -> None:
    environment = {library.VARIABLE: str(tmp_path / "absent")}
    with pytest.raises(NotFoundError, match="n'est pas un dossier"):
        library.roots(environment=environment)
    with pytest.raises(NotFoundError, match="n'est pas un dossier"):
        library.roots(tmp_path / "absent", environment={})


def test_headers_tell_what_a_list_shows(mini: MiniLibrary) -> None:
    game, scenario = library.headers(mini.root)
    assert (game.id, game.kind, game.title, game.players) == (
        "petit-jeu",
        "game",
        "Le petit jeu",
        (2, 3),
    )
    assert game.file == "decks/petit-jeu/game.yaml"
    assert (scenario.id, scenario.kind, scenario.game, scenario.players) == (
        "crue",
        "scenario",
        "petit-jeu",
        (2, 2),
    )


def test_a_broken_file_stays_in_the_list_under_its_own_name(mini: MiniLibrary) -> None:
    mini.write("scenarios/petit-jeu/casse.yaml", "id: x\ntitle: 'l'eau'\n")
    broken = next(one for one in library.headers(mini.root) if one.id == "casse")
    assert broken.problems[0].line == 2
    with pytest.raises(ContentError, match=r"casse\.yaml:2:11"):
        load_scenario("casse", mini.root)


def test_listing_does_not_import_pydantic() -> None:
    code = (
        "import sys; from eclaireurs_play.content import library;"
        "library.catalogue(library.roots()); sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_first_root_that_has_an_id_wins(mini: MiniLibrary, tmp_path: Path) -> None:
    other = build(tmp_path / "autre")
    other.change("decks/petit-jeu/game.yaml", "title: Le petit jeu", "title: Un autre")
    titles = [
        next(one.title for one in library.catalogue(order) if one.kind == "game")
        for order in ((mini.root, other.root), (other.root, mini.root))
    ]
    assert titles == ["Le petit jeu", "Un autre"]


NAMES = ["petit-jeu", "petit-jeu/", "petit-jeu/game.yaml", "petit-jeu/cards.yaml"]


@pytest.mark.parametrize("name", NAMES)
def test_a_game_is_found_by_its_folder_or_one_of_its_files(mini: MiniLibrary, name: str) -> None:
    assert library.find_game(mini.root / "decks" / name).id == "petit-jeu"


def test_a_scenario_given_by_its_path_finds_its_game_beside_it(mini: MiniLibrary) -> None:
    assert load(mini.root / "scenarios/petit-jeu/crue.yaml").where("card", "EF-01") == (
        "decks/petit-jeu/cards.yaml:19:5"
    )


def test_a_path_from_the_working_folder_is_named_from_there(
    mini: MiniLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(mini.root / "decks")
    assert load_game(Path("petit-jeu")).where("game", "petit-jeu") == "petit-jeu/game.yaml:2:1"


REFUSED = [
    (
        "petit-jeux",
        "aucun jeu ni scénario ne s'appelle « petit-jeux » (vouliez-vous dire « petit-jeu » ?)",
    ),
    ("zzz", "aucun jeu ni scénario ne s'appelle « zzz »"),
    ("", "aucun jeu ni scénario ne s'appelle «  »"),
    ("a\0b", "aucun jeu ni scénario ne s'appelle « a�b »"),
    *(
        (name, f"« {name} » n'est ni un dossier de jeu ni un fichier .yaml de la bibliothèque")
        for name in ("../../etc/passwd", "/etc/passwd", "..", "decks/absent", "..\\..\\boot.ini")
    ),
    ("x" * 5000, f"aucun jeu ni scénario ne s'appelle « {'x' * 59}… »"),
]


@pytest.mark.parametrize(("name", "said"), REFUSED, ids=range(len(REFUSED)))
def test_a_name_that_leads_nowhere_is_refused_in_one_sentence(
    mini: MiniLibrary, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    monkeypatch.setattr(library, "PACKAGE", mini.root / "nowhere")
    with pytest.raises(NotFoundError) as refused:
        load(name, mini.root)
    assert str(refused.value) == said


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("file", ["decks/petit-jeu/cards-9.yaml", "decks/petit-jeu/roles.yaml"])
def test_a_link_that_leaves_the_library_is_refused(
    mini: MiniLibrary, tmp_path_factory: pytest.TempPathFactory, file: str
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text("a: 1\n", encoding="utf-8")
    (mini.root / file).unlink(missing_ok=True)
    (mini.root / file).symlink_to(outside)
    with pytest.raises(ContentError) as refused:
        load_game("petit-jeu", mini.root)
    assert str(refused.value).split("\n")[0] == f"{file}: ce lien sort de la bibliothèque"


def test_two_things_with_one_id_are_told(mini: MiniLibrary) -> None:
    mini.write("decks/copie/game.yaml", GAME)
    with pytest.raises(ContentError) as refused:
        load_game("petit-jeu", mini.root)
    assert str(refused.value) == (
        "decks/petit-jeu/game.yaml:1:1: l'id « petit-jeu » est déjà celui de decks/copie/game.yaml"
    )


def test_the_game_of_a_scenario_is_an_id_never_a_path(mini: MiniLibrary) -> None:
    mini.write("scenarios/petit-jeu/crue.yaml", SCENARIO.replace("petit-jeu", "../../petit-jeu"))
    with pytest.raises(ContentError, match=r"3:7: identifiant mal formé « \.\./\.\./petit-jeu »"):
        load_scenario("crue", mini.root)
