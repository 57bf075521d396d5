"""Campaigns: sessions played weeks apart, one journal each, kept in a folder."""

import json
import re
from pathlib import Path

import pytest

from eclaireurs_play import api, campaigns
from eclaireurs_play.campaigns import Sat
from eclaireurs_play.content.campaigns import CampaignContent, find_campaign, load_campaign
from eclaireurs_play.engine.board import board
from eclaireurs_play.engine.codec import state_to_json
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import State
from eclaireurs_play.errors import ContentError, JournalError, OutputError, RefusedError
from eclaireurs_play.play.agreed import agreed
from eclaireurs_play.play.notation import write_line
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.synthesis import build_campaign, to_markdown
from tests.cli.running import Ran, run
from tests.content.mini_library import MiniLibrary, build
from tests.support import REPOSITORY

GAME = "decks/petit-jeu/game.yaml"
FILE = "scenarios/campaigns/deux-crues.yaml"
CAMPAIGN = """\
# yaml-language-server: $schema=../../schemas/campaign.json
id: deux-crues
title: Deux crues
summary: Un registre, trois fois rouvert.
source: invention
attribution: Éclaireurs Play
license: CC BY-SA 4.0
origin_note: Inventé.
context: Le bassin déborde, puis déborde encore.
sessions:
  - id: premiere
    scenario: crue
    gives: {registre: carnet}
  - id: deuxieme
    scenario: crue
    uses: [carnet]
    gives: {registre: carnet}
    after: 3 semaines
  - id: derniere
    scenario: crue
    uses: [carnet]
    after: 18 mois
"""
FORM = """\
inherits: {carnet: Le carnet}
forms:
  ligne: {title: Ligne, fields: {quand: {text: 80}, qui: {text: 80}}}
"""
BOARD = """\
  - id: tableau
    type: dashboard
    title: Le registre
    form: ligne
    rows: {digue: La digue, rive: La rive}
    uses: [carnet]
    gives: registre
  - id: adieu
"""


@pytest.fixture
def mini(tmp_path: Path) -> MiniLibrary:
    library = build(tmp_path / "library")
    library.change(GAME, "  - id: adieu\n", BOARD)
    library.change(GAME, "forms:\n", FORM)
    library.write(FILE, CAMPAIGN)
    return library


def _content(mini: MiniLibrary) -> CampaignContent:
    found = find_campaign("deux-crues", mini.root)
    assert found is not None
    return load_campaign(found, mini.root)


def _all_played(mini: MiniLibrary, folder: Path, count: int = 3, seed: int = 5) -> tuple[Sat, ...]:
    """Play the first sessions of the campaign by simulated players."""
    content, played = _content(mini), ()
    campaigns.new_folder(folder, content)
    for _ in range(count):
        sat = campaigns.begin(content, played, Setup(seed, simulated=("animateur",)), folder)
        list(autoplay(sat.opened.session))
        played = (*played, sat)
    return played


def _play(mini: MiniLibrary, folder: Path, *words: object, typed: str | None = None) -> Ran:
    return run(
        "--library", mini.root, "play", "deux-crues", "--folder", folder, *words, typed=typed
    )


# Played, resumed


def test_each_session_takes_up_what_those_before_left(mini: MiniLibrary, tmp_path: Path) -> None:
    first, second, third = _all_played(mini, tmp_path / "c")
    assert first.state.inherited == ()
    assert [one.name for one in second.state.inherited] == ["carnet"]
    assert [one.name for one in third.state.inherited] == ["carnet", "carnet"]
    assert third.state.inherited[0].made == first.state.results[-2].made
    assert {one.opened.session.setup.campaign for one in (first, second, third)} == {"deux-crues"}
    assert [path.name for path in sorted((tmp_path / "c").iterdir())] == [
        "1-premiere.jsonl", "2-deuxieme.jsonl", "3-derniere.jsonl"]  # fmt: skip


def test_nothing_filled_is_lost_through_the_campaign(mini: MiniLibrary, tmp_path: Path) -> None:
    *_, third = _all_played(mini, tmp_path / "c")
    boards = [one for one in (*third.state.inherited, *third.state.results) if one.outcome.titles]
    now = board(boards)
    assert now.version == 3
    for version in range(3):
        for old, new in zip(board(boards[:version]).rows, now.rows, strict=False):
            for field, values in old.values.items():
                assert new.values[field][: len(values)] == values


def test_each_session_has_its_own_luck_and_the_same_one_twice(
    mini: MiniLibrary, tmp_path: Path
) -> None:
    one, again = (_all_played(mini, tmp_path / name) for name in "ab")
    assert len({sat.opened.session.setup.seed for sat in one}) == 3
    for name in ("1-premiere", "2-deuxieme", "3-derniere"):
        first, second = (tmp_path / folder / f"{name}.jsonl" for folder in "ab")
        assert first.read_bytes() == second.read_bytes()
    assert [sat.state for sat in one] == [sat.state for sat in again]


def test_a_folder_replays_what_was_played(mini: MiniLibrary, tmp_path: Path) -> None:
    played = _all_played(mini, tmp_path / "c")
    again = campaigns.resume(_content(mini), tmp_path / "c", mini.root)
    assert [sat.sitting for sat in again] == [sat.sitting for sat in played]
    for one, other in zip(played, again, strict=True):
        assert state_to_json(one.state) == state_to_json(other.state)
        path = campaigns.journal_path(tmp_path / "c", _content(mini), one.sitting)
        assert state_to_json(api.replay(path, mini.root).session.state) == state_to_json(one.state)


def test_from_the_command_line_it_goes_to_its_end(mini: MiniLibrary, tmp_path: Path) -> None:
    ran = _play(mini, tmp_path / "c", "--auto", "--seed", 2)
    assert (ran.code, ran.said) == (0, "La campagne est finie.")
    assert "Séance 2 sur 3 (3 semaines plus tard) : La crue" in ran.out
    assert "Le carnet : Tableau de bord, version 1 : 2 lignes, aucune alerte." in ran.out
    assert len(list((tmp_path / "c").iterdir())) == 3


def test_with_people_one_session_at_a_time(mini: MiniLibrary, tmp_path: Path) -> None:
    """Everything is typed, left in the middle, taken up, and the next session comes weeks later."""
    folder = tmp_path / "c"
    first = _all_played(mini, tmp_path / "script", count=1)[0].opened.session
    lines = [write_line(one.action) for one in first.played]
    ran = _play(mini, folder, "--seed", 5, typed="\n".join(lines[:6]))
    assert ran.code == 0, ran.err
    way_back = f"Pour la reprendre : eclaireurs play deux-crues --folder {folder} --resume"
    assert ran.said == way_back
    assert not (folder / "2-deuxieme.jsonl").exists()
    ran = _play(mini, folder, "--resume", typed="\n".join(lines[6:]))
    assert ran.code == 0, ran.err
    assert ran.said == (
        "Prochaine séance, 3 semaines plus tard : « La crue ». Reprenez-la avec --resume."
    )
    ran = _play(mini, folder, "--resume", typed="")
    assert "Séance 2 sur 3 (3 semaines plus tard)" in ran.out
    assert [path.name for path in sorted(folder.iterdir())] == [
        "1-premiere.jsonl",
        "2-deuxieme.jsonl",
    ]


def test_what_a_clause_adopts_is_written_on_the_board_of_its_campaign() -> None:
    """La campagne de la cantine: the clause adds its rows, and a version, to the cockpit's."""
    found = find_campaign("campagne-cantine", REPOSITORY)
    assert found is not None
    content, adopted = load_campaign(found, REPOSITORY), 0
    for seed in range(12):
        state, rules = _followed(content, seed)
        versions = [one for one in (*state.inherited, *state.results) if one.name == "cockpit"]
        before, now = board(versions[:-1]), board(versions)
        assert now.version == before.version + 1
        own = [row for row in now.rows if row.id not in {one.id for one in before.rows}]
        assert [row.id for row in own] == ["prestations", "calendrier", "budget", "indicateurs"]
        held, terms = agreed(rules, state), rules.scenario.terms
        written = " ".join(
            str(value) for row in own for one in row.values.values() for value in one
        )
        assert all(terms[term].options[option].title in written for term, option in held.items())
        adopted += held != rules.scenario.current
    assert adopted


def _followed(content: CampaignContent, seed: int) -> tuple[State, Rules]:
    """Play a whole campaign by simulated players, and give its last session."""
    played: tuple[Sat, ...] = ()
    for _ in content.campaign.sessions:
        sat = campaigns.begin(content, played, Setup(seed, simulated=("animateur",)))
        list(autoplay(sat.opened.session))
        played = (*played, sat)
    return played[-1].state, played[-1].opened.session.rules


# Cut, damaged, lost


def test_a_torn_line_is_left_out_and_said(mini: MiniLibrary, tmp_path: Path) -> None:
    played = _all_played(mini, tmp_path / "c", count=2)
    path = tmp_path / "c" / "2-deuxieme.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    ran = _play(mini, tmp_path / "c", "--resume", "--auto")
    assert ran.code == 0, ran.err
    assert f"{path} : la dernière ligne, coupée net, a été laissée de côté." in ran.err
    assert ran.said == "La campagne est finie."
    assert path.read_bytes() == whole
    again = campaigns.resume(_content(mini), tmp_path / "c", mini.root)
    assert again[1].state == played[1].state


def test_a_line_changed_by_hand_is_refused(mini: MiniLibrary, tmp_path: Path) -> None:
    _all_played(mini, tmp_path / "c", count=2)
    path = tmp_path / "c" / "1-premiere.jsonl"
    text = path.read_text(encoding="utf-8").replace('"quand":"', '"quand":"Jamais. ', 1)
    path.write_text(text, encoding="utf-8")
    ran = _play(mini, tmp_path / "c", "--resume", "--auto")
    assert ran.code == 1
    assert "cette ligne a été modifiée ou déplacée" in ran.said
    assert "Traceback" not in ran.err


def test_a_session_played_again_apart_no_longer_fits_those_after(
    mini: MiniLibrary, tmp_path: Path
) -> None:
    _all_played(mini, tmp_path / "c", count=2)
    _all_played(mini, tmp_path / "other", count=1, seed=6)
    path = tmp_path / "c" / "1-premiere.jsonl"
    path.write_bytes((tmp_path / "other" / "1-premiere.jsonl").read_bytes())
    with pytest.raises(JournalError) as refused:
        campaigns.resume(_content(mini), tmp_path / "c", mini.root)
    assert str(refused.value) == (
        f"{tmp_path / 'c' / '2-deuxieme.jsonl'} part d'autre chose que ce que les séances d'avant "
        "ont laissé : l'une d'elles a changé depuis."
    )


def test_a_journal_missing_in_the_middle_is_told(mini: MiniLibrary, tmp_path: Path) -> None:
    _all_played(mini, tmp_path / "c")
    lost = tmp_path / "c" / "2-deuxieme.jsonl"
    lost.unlink()
    ran = _play(mini, tmp_path / "c", "--resume", "--auto")
    assert ran.code == 1
    after = tmp_path / "c" / "3-derniere.jsonl"
    assert ran.said == f"Erreur : {lost} n'est plus là, alors que {after} en vient."


def test_a_journal_of_another_session_is_not_taken_for_it(
    mini: MiniLibrary, tmp_path: Path
) -> None:
    folder = tmp_path / "c"
    folder.mkdir()
    path = folder / "1-premiere.jsonl"
    assert (
        run("--library", mini.root, "play", "crue", "--auto", "--quiet", "--journal", path).code
        == 0
    )
    ran = _play(mini, folder, "--resume", "--auto")
    assert ran.said == f"Erreur : {path} n'est pas la séance « premiere » de cette campagne."


def test_a_folder_is_never_begun_twice(mini: MiniLibrary, tmp_path: Path) -> None:
    _all_played(mini, tmp_path / "c", count=1)
    path = tmp_path / "c" / "1-premiere.jsonl"
    kept = path.read_bytes()
    ran = _play(mini, tmp_path / "c", "--auto")
    assert ran.code == 1
    assert (
        ran.said == f"Erreur : {path} existe déjà : reprenez cette campagne, ou changez de dossier."
    )
    assert path.read_bytes() == kept


def test_a_session_stopped_before_its_board_leaves_nothing_to_read(
    mini: MiniLibrary, tmp_path: Path
) -> None:
    ran = _play(mini, tmp_path / "c", typed="animateur clôt seance\n")
    assert ran.code == 0, ran.err
    ran = _play(mini, tmp_path / "c", "--resume", "--auto")
    assert ran.code == 1
    assert ran.said.startswith(
        "Erreur : La séance s'est arrêtée avant de laisser ce que la suivante doit lire. Pour la "
        "reprendre juste avant : eclaireurs replay "
    )
    assert not (tmp_path / "c" / "2-deuxieme.jsonl").exists()
    content = _content(mini)
    played = campaigns.resume(content, tmp_path / "c", mini.root)
    with pytest.raises(RefusedError) as refused:
        campaigns.begin(content, played, Setup())
    assert refused.value.code == "nothing-handed-over"


def test_what_is_stopped_after_its_board_is_handed_over(mini: MiniLibrary) -> None:
    content = _content(mini)
    session = campaigns.begin(content, (), Setup(5, simulated=("animateur",)))
    for _ in autoplay(session.opened.session):
        if session.state.results and session.state.results[-1].name == "registre":
            break
    session.opened.enter("animateur clôt seance")
    following = campaigns.begin(content, (session,), Setup(5))
    assert [one.name for one in following.state.inherited] == ["carnet"]


def test_a_finished_campaign_has_no_next_session(mini: MiniLibrary, tmp_path: Path) -> None:
    played = _all_played(mini, tmp_path / "c")
    with pytest.raises(OutputError, match="Toutes les séances de « deux-crues » sont jouées"):
        campaigns.begin(_content(mini), played, Setup())
    ran = _play(mini, tmp_path / "c", "--resume", "--auto")
    assert (ran.code, ran.said) == (0, "La campagne est finie.")


def test_hidden_words_are_not_handed_over(mini: MiniLibrary, tmp_path: Path) -> None:
    """What a note kept for the facilitator says is not in what anyone may read of the campaign."""
    content = _content(mini)
    first = campaigns.begin(content, (), Setup(5, simulated=("animateur",)))
    for _ in autoplay(first.opened.session):
        if first.state.leaf and first.state.leaf.phase == "tableau":
            break
    first.opened.enter("digue groupe (animateur): Le maire ne le sait pas.")
    list(autoplay(first.opened.session))
    second = campaigns.begin(content, (first,), Setup(5), tmp_path)
    assert "ne le sait pas" not in state_to_json(second.state)
    assert "ne le sait pas" not in (tmp_path / "2-deuxieme.jsonl").read_text(encoding="utf-8")


# Wrong use

USES = [
    (("--resume",), "--resume demande --folder DOSSIER."),
    (("--seats", "maire,aval"), "Une campagne se joue sans --seats."),
    (("--journal", "a.jsonl"), "Une campagne se joue sans --journal."),
    (("--simulated", "maire"), "Une campagne se joue sans --simulated."),
]


@pytest.mark.parametrize(("words", "said"), USES, ids=[" ".join(words) for words, _ in USES])
def test_what_a_campaign_does_not_take_is_said(
    mini: MiniLibrary, words: tuple[str, ...], said: str
) -> None:
    ran = run("--library", mini.root, "play", "deux-crues", *words)
    assert ran.code == 2
    assert ran.said == f"Erreur : {said}"


def test_a_single_session_is_not_kept_in_a_folder(mini: MiniLibrary, tmp_path: Path) -> None:
    ran = run("--library", mini.root, "play", "crue", "--auto", "--folder", tmp_path / "c")
    assert ran.code == 2
    assert ran.said == "Erreur : --folder garde une campagne ; pour une séance, --journal."
    assert not (tmp_path / "c").exists()


def test_a_folder_that_can_t_be_one_is_said(mini: MiniLibrary, tmp_path: Path) -> None:
    file = tmp_path / "fichier"
    file.write_text("", encoding="utf-8")
    assert _play(mini, file, "--auto").said.endswith(f"{file} n'est pas un dossier.")
    deep = tmp_path / "nulle" / "part"
    assert _play(mini, deep, "--auto").said.endswith(f"le dossier {deep.parent} n'existe pas.")


@pytest.mark.parametrize("there", [True, False])
def test_taking_up_a_folder_without_journals_is_said(
    mini: MiniLibrary, tmp_path: Path, *, there: bool
) -> None:
    folder = tmp_path / "vide"
    if there:
        folder.mkdir()
    ran = _play(mini, folder, "--resume", "--auto")
    assert ran.code == 1
    assert ran.said == f"Erreur : {folder} ne contient pas de journal de campagne."
    assert not folder.exists() or list(folder.iterdir()) == []


@pytest.mark.parametrize("option", ["--seed 3", "--calm", "--in-hand", "--table hard"])
def test_a_campaign_goes_on_as_it_began(mini: MiniLibrary, tmp_path: Path, option: str) -> None:
    _all_played(mini, tmp_path / "c", count=1)
    ran = _play(mini, tmp_path / "c", "--resume", "--auto", *option.split())
    assert ran.code == 2
    assert ran.said.endswith(f"comme elle a commencé : sans {option.split(maxsplit=1)[0]}.")


def test_taken_up_session_by_session_it_has_the_luck_of_one_evening(
    mini: MiniLibrary, tmp_path: Path
) -> None:
    words = ("--auto", "--quiet", "--seed", 9, "--table", "hard", "--calm")
    assert _play(mini, tmp_path / "one", *words).code == 0
    assert _play(mini, tmp_path / "two", *words).code == 0
    for name in ("3-derniere", "2-deuxieme"):
        (tmp_path / "two" / f"{name}.jsonl").unlink()
    assert _play(mini, tmp_path / "two", "--resume", "--auto", "--quiet").code == 0
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


# Written up


def test_a_folder_is_written_up_as_one_document(mini: MiniLibrary, tmp_path: Path) -> None:
    _all_played(mini, tmp_path / "c", count=2)
    output = tmp_path / "c.md"
    ran = run("--library", mini.root, "synthesis", tmp_path / "c", "-o", output)
    assert ran.code == 0, ran.err
    text = output.read_text(encoding="utf-8")
    assert text.splitlines()[2] == "# Deux crues"
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == ["## Le tableau de bord", "## Séance 1 : La crue",
                        "## Séance 2, 3 semaines plus tard : La crue"]  # fmt: skip
    assert "Séances qui restent à jouer : 1." in text
    page = tmp_path / "c.html"
    assert run("--library", mini.root, "synthesis", tmp_path / "c", "-o", page).code == 0
    assert "<title>Deux crues" in page.read_text(encoding="utf-8")


def test_the_document_shows_every_value_of_the_board(mini: MiniLibrary, tmp_path: Path) -> None:
    played = _all_played(mini, tmp_path / "c")
    content = _content(mini)
    told = ((one.sitting, one.opened.session.rules, one.state, ()) for one in played)
    text = to_markdown(build_campaign(content.campaign, told, "parties"))
    head = text[: text.index("## Séance 1")]
    state = played[-1].state
    rows = board(one for one in (*state.inherited, *state.results) if one.outcome.titles).rows
    for row in rows:
        assert row.title in head
        for values in row.values.values():
            assert len(values) >= 1
            assert all(str(value) in head.replace("\\", "") for value in values)


def test_a_folder_that_is_no_campaign_is_said(mini: MiniLibrary, tmp_path: Path) -> None:
    def written(folder: Path) -> Ran:
        return run("--library", mini.root, "synthesis", folder, "-o", tmp_path / "a.md")

    empty = tmp_path / "vide"
    empty.mkdir()
    assert written(empty).said == f"Erreur : {empty} ne contient pas de journal de campagne."
    alone = tmp_path / "seul"
    alone.mkdir()
    path = alone / "a.jsonl"
    assert (
        run("--library", mini.root, "play", "crue", "--auto", "--quiet", "--journal", path).code
        == 0
    )
    assert written(alone).said == f"Erreur : {path} n'est pas une séance de campagne."
    _all_played(mini, tmp_path / "c", count=1)
    (mini.root / FILE).unlink()
    ran = written(tmp_path / "c")
    assert ran.said == "Erreur : La campagne « deux-crues » n'est pas dans la bibliothèque."
    assert not (tmp_path / "a.md").exists()


def test_a_forged_campaign_name_is_no_traceback(mini: MiniLibrary, tmp_path: Path) -> None:
    (played,) = _all_played(mini, tmp_path / "c", count=1)
    path = campaigns.journal_path(tmp_path / "c", _content(mini), played.sitting)
    lines = path.read_text(encoding="utf-8").splitlines()
    head = json.loads(lines[0])
    head["setup"]["campaign"] = "../../../etc"
    path.write_text("\n".join([json.dumps(head), *lines[1:]]) + "\n", encoding="utf-8")
    ran = run("--library", mini.root, "synthesis", tmp_path / "c", "-o", tmp_path / "a.md")
    assert ran.code == 1
    assert "modifiée ou déplacée" in ran.said


# Written wrong

BROKEN = [
    (
        "uses: [carnet]\n    gives",
        "uses: [carnets]\n    gives",
        ":16:12: aucune séance d'avant ne laisse « carnets » (vouliez-vous dire « carnet » ?)",
    ),
    (
        "scenario: crue\n    gives: {registre: carnet}",
        "scenario: crue\n    uses: [carnet]\n    gives: {registre: carnet}",
        ":13:12: aucune séance d'avant ne laisse « carnet »",
    ),
    (
        "id: derniere\n    scenario: crue",
        "id: derniere\n    scenario: crues",
        ":20:15: aucun scénario ne s'appelle « crues » (vouliez-vous dire « crue » ?)",
    ),
    ("id: derniere", "id: deuxieme", ":19:9: « deuxieme » désigne déjà une autre séance"),
    ("id: derniere", "ids: derniere", ":19:5: clé inconnue « ids » (vouliez-vous dire « id » ?)"),
    ("after: 18 mois", "after: 18", (":22:12: « after » attend un texte, pas le nombre 18 "
     "(entourez-le de guillemets)")),
    ("title: Deux crues\n", "", ":2:1: il manque « title »"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), BROKEN)
def test_a_campaign_written_wrong_is_told_where_it_is(
    mini: MiniLibrary, old: str, new: str, said: str
) -> None:
    mini.change(FILE, old, new)
    with pytest.raises(ContentError) as refused:
        _content(mini)
    assert str(refused.value) == f"{FILE}{said}"
    ran = run("--library", mini.root, "play", "deux-crues", "--auto")
    assert ran.code == 1
    assert said.partition(": ")[2] in ran.err
    assert "Traceback" not in ran.err


def test_what_no_phase_leaves_can_t_be_handed_over(mini: MiniLibrary) -> None:
    mini.change(FILE, "gives: {registre: carnet}\n  - id: deuxieme", "gives: {registres: carnet}\n"
                "  - id: deuxieme")  # fmt: skip
    with pytest.raises(ContentError) as refused:
        _content(mini)
    assert str(refused.value) == (
        f"{FILE}:13:13: « Le petit jeu » ne laisse aucun résultat « registres » (vouliez-vous dire "
        "« registre » ?)"
    )


def test_a_game_takes_up_only_what_it_inherits(mini: MiniLibrary) -> None:
    mini.change(GAME, "inherits: {carnet: Le carnet}", "inherits: {cahier: Le cahier}")
    mini.change(GAME, "uses: [carnet]", "uses: [cahier]")
    with pytest.raises(ContentError) as refused:
        _content(mini)
    assert str(refused.value).splitlines()[0] == (
        f"{FILE}:16:12: « Le petit jeu » n'hérite pas de « carnet » (écrivez-le dans inherits, "
        "dans petit-jeu/game.yaml)"
    )


def test_a_campaign_without_sessions_is_told(mini: MiniLibrary) -> None:
    mini.write(FILE, CAMPAIGN[: CAMPAIGN.index("sessions:")] + "sessions: []\n")
    with pytest.raises(ContentError) as refused:
        _content(mini)
    assert (
        str(refused.value) == f"{FILE}:10:11: « sessions » compte 0 élément, il en faut au moins 1"
    )


def test_a_campaign_is_listed_and_found_by_its_path(mini: MiniLibrary) -> None:
    assert find_campaign(mini.root / FILE) is not None
    assert find_campaign("deux-crue", mini.root) is None
    ran = run("--library", mini.root, "list")
    assert ran.code == 0
    assert re.search(r"  deux-crues +Deux crues\n$", ran.out)
    ran = run("--library", mini.root, "list", "campaigns")
    assert re.search(r"  deux-crues +Deux crues\n", ran.out)
    assert "petit-jeu" not in ran.out


def test_a_campaign_is_checked(mini: MiniLibrary) -> None:
    mini.change(FILE, "uses: [carnet]\n    gives", "uses: [cahier]\n    gives")
    ran = run("--library", mini.root, "check", "deux-crues")
    assert ran.code == 1
    assert "aucune séance d'avant ne laisse « cahier »" in ran.out + ran.err
