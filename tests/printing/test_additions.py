"""What a session made on the spot, printed to join the deck, or written to paste."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eclaireurs_play import api, press
from eclaireurs_play.engine.creating import creations
from eclaireurs_play.engine.domains import Making
from eclaireurs_play.engine.domains.making import FARTHEST
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Create, Value
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.errors import NotFoundError, RefusedError
from eclaireurs_play.play.session import Session
from eclaireurs_play.printing.additions import Additions
from eclaireurs_play.synthesis import build, kept, to_html, to_markdown
from tests.cli.running import run
from tests.printing.reading import reader
from tests.table.hands import at_the_table

LINES = (
    "crée carte contexte : Le quai / Qui décharge quand il pleut ? / Et la nuit ?",
    "crée carte inspirations : Ailleurs / Ils ont essayé. / Qui les appelle ?",
    "crée imprévu : Le pont ferme / Huit jours. / cout +10 / Qui paie ?",
    "crée rôle pour jury : La voisine / Dormir / le calme / Elle déménage",
)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "seance.jsonl"
    opened = api.start("cantine-locale", Setup(seed=3), path)
    for line in LINES:
        opened.enter(line)
    return path


def text(path: Path) -> list[str]:
    return [page.extract_text() for page in reader(path.read_bytes()).pages]


def test_only_what_was_made_is_printed_each_on_its_own_sheets(
    journal: Path, tmp_path: Path
) -> None:
    output = tmp_path / "ajouts.pdf"
    ran = run("print", "--from", journal, "-o", output)
    assert (ran.code, ran.err) == (0, "")
    assert "3 cartes" in ran.out.replace("\u00a0", " ")
    pages = text(output)
    every = "\n".join(pages)
    for words in ("CX-X1", "IN-X1", "Le pont ferme", "+10", "La voisine", "Elle déménage"):
        assert words in every
    assert "CX-01" not in every
    assert "Cuisinière" not in every
    assert len(pages) == 6


def test_a_pasted_page_of_anything_still_prints(tmp_path: Path) -> None:
    session = api.start("cantine-locale", Setup(seed=3)).session
    long, odd = "m" * 60, "😀 \u202e\x07 日本"
    made = {
        "carte": {"famille": "contexte", "titre": "W" * 60, "texte": f"{odd} {long * 5}",
                  "ou": "table"},
        "imprevu": {"titre": ("Un titre " * 7)[:60], "texte": (f"{odd} " + "long " * 120)[:500],
                    "quand": "maintenant", "question": ("pourquoi " * 18)[:160]},
        "role": {"place": "jury", "titre": "Anticonstitutionnellement représenté 😀",
                 "but": ("un but " * 20)[:120], "texte": ("un texte " * 40)[:320],
                 "veut": "ceci ; " * 40, "sait": f"{odd} https://exemple.org/{long}"},
    }  # fmt: skip
    for kind, values in made.items():
        session.play(Action(FACILITATOR, Create(kind, values)))
    added, output = press.additions_of(session.rules), tmp_path / "ajouts.pdf"
    assert press.print_kit("cantine-locale", output, additions=added).cards == 2
    assert "CX-X1" in text(output)[0]


def test_a_session_without_improvisation_has_nothing_to_print(tmp_path: Path) -> None:
    path = tmp_path / "seance.jsonl"
    api.start("cantine-locale", Setup(), path)
    for name in ("a.pdf", "a.yaml"):
        ran = run("print", "--from", path, "-o", tmp_path / name)
        assert ran.code != 0
        assert "improvisé" in ran.said
        assert not (tmp_path / name).exists()
    with pytest.raises(NotFoundError):
        press.print_kit("cantine-locale", tmp_path / "a.pdf", additions=Additions())


def test_a_yaml_is_written_to_paste(journal: Path, tmp_path: Path) -> None:
    output = tmp_path / "ajouts.yaml"
    ran = run("print", "--from", journal, "-o", output)
    assert ran.code == 0
    assert "id: CX-09" in output.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("cantine-locale",), "ne donnez pas de NOM"),
        (("--printer", "makeplayingcards"), "sans --printer"),
    ],
)
def test_what_goes_ill_together_is_said(
    journal: Path, tmp_path: Path, asked: tuple[str, ...], told: str
) -> None:
    ran = run("print", *asked, "--from", journal, "-o", tmp_path / "a.pdf")
    assert ran.code == 2
    assert told in ran.err


def test_one_of_them_is_asked_by_its_code(journal: Path, tmp_path: Path) -> None:
    output = tmp_path / "une.pdf"
    ran = run("print", "--from", journal, "--only", "CX-X1", "-o", output)
    assert ran.code == 0
    assert "1 carte." in ran.out.replace("\u00a0", " ")


def test_a_role_of_forty_wide_letters_is_cut_and_the_rest_is_printed(
    journal: Path, tmp_path: Path
) -> None:
    opened = api.open_journal(journal)
    opened.enter(f"crée rôle pour elue : {'W' * 40} / {'W' * 120} / {'W' * 320}")
    ran = run("print", "--from", journal, "-o", tmp_path / "ajouts.pdf")
    assert (ran.code, ran.err) == (0, "")
    pages = "\n".join(text(tmp_path / "ajouts.pdf"))
    assert "La voisine" in pages
    assert "WWWWWWWWW…" in pages.replace("\n", "")


@pytest.mark.parametrize("name", ["cantine-locale", "cantine-secheresse"])
def test_a_surprise_may_move_every_axis(name: str, tmp_path: Path) -> None:
    session = api.start(name, Setup(seed=3)).session
    moves: dict[str, Value] = dict.fromkeys(session.rules.scenario.axes, -999_999.25)
    suit = {"sorte": next(iter(session.rules.game.suits))} if session.rules.game.suits else {}
    values: dict[str, Value] = {
        "titre": "Tout bouge",
        "texte": "Tout.",
        "quand": "ensuite",
        **suit,
        **moves,
    }
    session.play(Action(FACILITATOR, Create("imprevu", values)))
    press.print_kit(name, tmp_path / "a.pdf", additions=press.additions_of(session.rules))
    back = text(tmp_path / "a.pdf")[1].replace("\u202f", " ").replace("\u00a0", " ")
    assert back.count("999 999,25") == len(moves)


def test_a_surprise_is_printed_for_a_game_whose_kit_has_none(tmp_path: Path) -> None:
    opened = api.start("zone-logistique", Setup(seed=3))
    opened.enter("crée imprévu : Le pont / Il ferme.")
    added = press.additions_of(opened.session.rules)
    assert press.print_kit("zone-logistique", tmp_path / "a.pdf", additions=added).cards == 1
    assert "Le pont" in text(tmp_path / "a.pdf")[0]


WORDS = st.text(
    st.sampled_from("W m.i é😀日\u202e\x07\n\t_*:#/<&\"«»—-'{}|?9²\u00a0\u200d"), min_size=1
)
"""Wide, thin, undrawable, unseen and meaningful characters."""


@st.composite
def creations_of(draw: st.DrawFn, session: Session) -> Create:
    """Draw any creation that the table accepts, words as nasty as they come."""
    ask = draw(st.sampled_from(creations(session.rules, session.state)))
    assert isinstance(ask.domain, Making)
    sample = ask.domain.sample(
        FACILITATOR, ask.about, lambda count: draw(st.integers(0, count - 1))
    )
    assert isinstance(sample, Create)
    values = dict(sample.values)
    for name, field in ask.domain.blanks.fields.items():
        if field.text:
            times = draw(st.integers(1, 200))
            values[name] = (draw(WORDS.filter(str.strip)) * times)[: field.text]
        elif field.number is not None:
            values[name] = draw(st.floats(-FARTHEST, FARTHEST))
    return Create(ask.about, values)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(["cantine-locale", "zone-logistique", "cantine-secheresse"]))
def test_whatever_is_made_prints_and_is_kept_and_told(
    tmp_path: Path, data: st.DataObject, name: str
) -> None:
    opened = api.start(name, Setup(seed=3))
    session = opened.session
    for _ in range(data.draw(st.integers(1, 3))):
        gesture = data.draw(creations_of(session))
        try:
            session.play(Action(FACILITATOR, gesture))
        except RefusedError:
            continue
    if not session.state.improvised:
        return
    press.print_kit(name, tmp_path / "a.pdf", additions=press.additions_of(session.rules))
    assert yaml.safe_load(kept(session.rules))
    for audience in ("public", "facilitator"):
        document = build(session.rules, session.state, audience)
        to_html(to_markdown(document), {}, document.title)
    hands = at_the_table(tmp_path, opened)
    hands.look()
