"""The synthesis says what was improvised to those who know it, and YAML keeps it for the game."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from eclaireurs_play.checks import check_path
from eclaireurs_play.engine.creating import creations
from eclaireurs_play.engine.domains import Making
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Create
from eclaireurs_play.play.notation import read_typed
from eclaireurs_play.play.session import Session
from eclaireurs_play.synthesis import build, kept, to_markdown
from eclaireurs_play.testing import play_until
from tests.support import REPOSITORY, new_session

LINES = (
    "crée carte impacts : Le quai / Qui décharge quand il pleut ? / Et la nuit ?",
    "crée carte contexte sur la pile : La pile / Qui attend encore ?",
    "crée imprévu : Le pont ferme / Huit jours. / cout +10, charge -2,5 / Qui paie ?",
    "crée imprévu ensuite : Le pont rouvre / Enfin. / Et alors ?",
    "crée rôle pour jury : La voisine / Dormir / le calme ; un banc / Elle déménage",
)


def played(name: str = "cantine-locale", lines: tuple[str, ...] = LINES) -> Session:
    session = new_session(name, seed=3)
    for line in lines:
        session.play_all(read_typed(line, session.rules, session.state))
    return session


def text(session: Session, audience: str) -> str:
    return to_markdown(build(session.rules, session.state, audience))  # type: ignore[arg-type]


@pytest.mark.parametrize("audience", ["public", "parties", "facilitator"])
def test_what_was_seen_is_told_apart_and_marked(audience: str) -> None:
    session = played()
    session.play_all(read_typed("IM-X1 jury: le gardien", session.rules, session.state))
    told = text(session, audience)
    part = told.partition("## Improvisé en séance")[2].partition("\n## ")[0]
    assert "### Le quai (IM-X1, improvisée)" in part
    assert "pendant « Faut-il modéliser ? »" in part
    assert told.count("le gardien") == 1
    assert "### Imprévu : Le pont ferme" in part
    assert "+10\u00a0k€/an" in part
    assert "### Rôle : La voisine" in part
    assert "Exemples consultés" not in told


@pytest.mark.parametrize("audience", ["public", "parties"])
def test_what_nobody_saw_is_for_whoever_hosts(audience: str) -> None:
    session = played()
    told = text(session, audience)
    for secret in ("La pile", "Le pont rouvre", "déménage"):
        assert secret not in told
    whole = text(session, "facilitator")
    assert "La pile" in whole
    assert "restée dans sa pile" in whole
    assert "qui n'est pas tombé" in whole


def test_a_session_without_improvisation_says_nothing_of_it() -> None:
    assert "mprovis" not in text(played(lines=()), "facilitator")
    assert kept(played(lines=()).rules) == ""


def test_a_pseudonym_given_a_role_is_not_named_to_the_public() -> None:
    session = new_session("bouton-bruit")
    seat = next(one for one in session.state.seats if session.rules.scenario.seats[one].optional)
    name = session.rules.name(seat)
    line = f"crée rôle pour {seat} : Le voisin de {name} / Dormir"
    session.play_all(read_typed(line, session.rules, session.state))
    family = next(iter(session.rules.families))
    line = f"crée carte {family} : La carte de {name} / Qui est {name} ?"
    session.play_all(read_typed(line, session.rules, session.state))
    told = text(session, "public").partition("## Improvisé en séance")[2].partition("\n## ")[0]
    assert "Dormir" in told
    assert name not in told


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for folder in ("decks", "scenarios", "print"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    return tmp_path


def paste(path: Path, key: str, block: str) -> None:
    """Paste under a key of a file what stands under the same key of a block."""
    body = block.partition(f"{key}:\n")[2]
    text = path.read_text(encoding="utf-8")
    assert text.count(f"\n{key}:\n") == 1
    path.write_text(text.replace(f"\n{key}:\n", f"\n{key}:\n{body}\n"), encoding="utf-8")


def test_what_is_kept_pastes_into_a_deck_that_still_passes_check(library: Path) -> None:
    blocks = {key: block for block in kept(played().rules).split("\n\n")
              for key in ("cards", "surprises", "roles") if f"\n{key}:\n" in block}  # fmt: skip
    assert set(blocks) == {"cards", "surprises", "roles"}
    deck = library / "decks" / "modelisateur-strategique"
    scenario = library / "scenarios" / "modelisateur-strategique" / "cantine-locale.yaml"
    paste(deck / "cards.yaml", "cards", blocks["cards"])
    paste(deck / "roles.yaml", "roles", blocks["roles"])
    paste(scenario, "surprises", blocks["surprises"])
    found = [one for one in check_path("cantine-locale", library) if not one.warning]
    assert found == []
    written = yaml.safe_load(kept(played().rules))
    assert [one["id"] for one in written["cards"]] == ["IM-13", "CX-09"]
    assert written["surprises"]["le-pont-ferme"]["moves"] == {"cout": 10, "charge": -2.5}
    assert written["roles"][0]["private"]["knows"] == "Elle déménage"


def test_ids_and_codes_are_new_whatever_the_titles() -> None:
    session = played(lines=("crée imprévu : !!! / a", "crée imprévu : !!! / b",
                            "crée imprévu : Grêle / c", "crée carte impacts : a / b",
                            "crée carte impacts : a / b"))  # fmt: skip
    written = yaml.safe_load(kept(session.rules))
    assert list(written["surprises"])[:2] == ["sans-titre", "sans-titre-2"]
    assert len({*written["surprises"], *session.rules.printed.scenario.surprises}) == 3 + len(  # type: ignore[union-attr]
        session.rules.printed.scenario.surprises  # type: ignore[union-attr]
    )
    assert len({one["id"] for one in written["cards"]}) == 2


def test_a_card_spoken_of_in_its_phase_is_told_there_with_what_was_said() -> None:
    session = new_session("zone-logistique", seed=2)
    play_until(session, "effets")
    seat = next(iter(session.state.seats))
    for line in ("crée carte effets : Le quai / Qui décharge ?", f"EF-X1 {seat}: moi, hélas"):
        session.play_all(read_typed(line, session.rules, session.state))
    told = text(session, "public")
    assert told.count("moi, hélas") == 1
    assert "(EF-X1, improvisée)" in told


def test_a_card_of_too_many_words_says_so_where_it_is_pasted() -> None:
    line = f"crée carte impacts : Long / {'mot ' * 60}"
    text = kept(played(lines=(line, *LINES)).rules)
    assert "# IM-13 compte 60 mots, 45 au plus : raccourcissez-la." in text
    assert text.count("raccourcissez") == 1
    assert text.count("eclaireurs check cantine-locale") == 3


def test_the_longest_words_accepted_still_pass_check_once_pasted(library: Path) -> None:
    """A card may be too long, which its comments tell; nothing else is refused."""
    session = new_session("cantine-locale", seed=3)
    for ask in creations(session.rules, session.state):
        assert isinstance(ask.domain, Making)
        fields = ask.domain.blanks.fields
        sample = ask.domain.sample(FACILITATOR, ask.about, lambda _count: 0)
        assert isinstance(sample, Create)
        said = {name: ("Des mots simples et clairs. " * 20)[: one.text].strip()
                for name, one in fields.items() if one.text}  # fmt: skip
        session.play(Action(FACILITATOR, Create(ask.about, {**sample.values, **said})))
    deck = library / "decks" / "modelisateur-strategique"
    scenario = library / "scenarios" / "modelisateur-strategique" / "cantine-locale.yaml"
    places = {"cards": deck / "cards.yaml", "roles": deck / "roles.yaml", "surprises": scenario}
    text = kept(session.rules)
    for block in text.split("\n\n"):
        for key, path in places.items():
            if f"\n{key}:\n" in block:
                paste(path, key, block)
    found = [one for one in check_path("cantine-locale", library) if not one.warning]
    assert re.search(r"# IM-13 compte \d+ mots, 45 au plus", text)
    assert "IM-13 : raccourcissez son titre" in text
    said_there = (" mots, 45 au plus", "IM-13 : le titre ne tient pas")
    refused = [one.sentence for one in found]
    assert [one for one in refused if not any(told in one for told in said_there)] == []
