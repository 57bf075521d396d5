"""What a facilitator types to make something on the spot, and what is told of it."""

import pytest

from eclaireurs_play.engine.gestures import FACILITATOR, Create
from eclaireurs_play.engine.improvised import moves_of
from eclaireurs_play.errors import EclaireursError, NotationError
from eclaireurs_play.play.narration import tell
from eclaireurs_play.play.notation import read_typed, write_line
from eclaireurs_play.play.session import Session
from tests.support import new_session


@pytest.fixture
def session() -> Session:
    return new_session("cantine-locale", seed=3)


def made(session: Session, line: str) -> Create:
    (action,) = read_typed(line, session.rules, session.state)
    assert action.by == FACILITATOR
    assert isinstance(action.gesture, Create)
    return action.gesture


def told(session: Session, line: str) -> list[str]:
    played = session.play_all(read_typed(line, session.rules, session.state))
    return [words for one in played for words in tell(session.rules, one.state, one.events)]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("crée carte impacts : Le quai / Qui décharge ? / Et la nuit ?",
         {"famille": "impacts", "ou": "table", "titre": "Le quai", "texte": "Qui décharge ?",
          "question": "Et la nuit ?"}),
        ("Animateur CREE carte IM sur la pile: 7 h 40 : le quai / 3 km/h ? / 5 km/h ?",
         {"famille": "impacts", "ou": "pile", "titre": "7 h 40 : le quai", "texte": "3 km/h ?",
          "question": "5 km/h ?"}),
        ("animateur crée carte risq sur pile : Un / Deux",
         {"famille": "risques", "ou": "pile", "titre": "Un", "texte": "Deux"}),
        ("crée imprévu : Le pont / Il ferme. / cout +10, charge -2,5 / Qui paie ?",
         {"quand": "maintenant", "titre": "Le pont", "texte": "Il ferme.", "question": "Qui paie ?",
          "cout": 10.0, "charge": -2.5}),
        ("crée imprevu ensuite : Le pont / Il ferme. / Qui paie ? / Coût pour la collectivité −3",
         {"quand": "ensuite", "titre": "Le pont", "texte": "Il ferme.", "question": "Qui paie ?",
          "cout": -3.0}),
        ("crée rôle pour jur : La voisine / Dormir / le calme ; un banc / Elle part",
         {"place": "jury", "titre": "La voisine", "but": "Dormir", "veut": "le calme ; un banc",
          "sait": "Elle part"}),
    ],
)  # fmt: skip
def test_a_plain_line_holds_the_whole_thing(
    session: Session, line: str, values: dict[str, str | float]
) -> None:
    assert made(session, line).values == values


def test_the_whole_gesture_is_typed_too(session: Session) -> None:
    line = 'crée carte famille=impacts titre="Le quai : un" texte="Deux / trois" ou=table'
    gesture = made(session, line)
    assert gesture.values["titre"] == "Le quai : un"
    (action,) = read_typed(line, session.rules, session.state)
    assert write_line(action) == f"animateur {line}"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("crée dragon : a / b", "On ne crée pas « dragon » ; essayez carte, imprevu, role."),
        ("crée : a / b", "On ne crée pas"),
        ("crée", "Écrivez ce qui est créé : carte, imprévu ou rôle."),
        ("crée carte impacts : seul", "Écrivez : crée carte impacts : titre / texte / question."),
        ("crée carte : a / b", "Écrivez : crée carte impacts : titre / texte / question."),
        ("crée carte impcts : a / b",
         "famille : « impcts » (vouliez-vous dire « impacts » ?) n'est pas parmi impacts, risques"),
        ("crée carte impacts dans besoin : a / b", "ou : « besoin » n'est pas parmi table, pile."),
        ("crée imprévu : a / b / couts +3",
         "Axe inconnu : « couts » (vouliez-vous dire « cout » ?) ; les axes : cout, familles"),
        ("crée imprévu demain : a / b", "« demain » : écrivez maintenant, ensuite, ou rien."),
        ("crée rôle : a / b", "Dites pour qui : crée rôle pour prescripteur : titre"),
        ("crée rôle pour juri : a / b", "Personne ne s'appelle « juri » (vouliez-vous dire"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said_with_the_line_to_write(
    session: Session, line: str, sentence: str
) -> None:
    with pytest.raises(NotationError) as caught:
        read_typed(line, session.rules, session.state)
    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    "moves",
    ["cout 5", "cout +-3", "cout +1e308", "cout +NaN", "cout -inf", "cout : +5", "cout=+5", "cout",
     "cout +10 charge +4", "cout +10, charge", "cout +10, qui paie", "Qui paie, cout +10",
     "coût beaucoup", "Coût pour la collectivité 12", "cout +10 ?", "cout +5 %3", "cout ++5"],
)  # fmt: skip
def test_a_figure_misspelt_never_becomes_the_question(session: Session, moves: str) -> None:
    with pytest.raises(NotationError, match=r"n'est pas un mouvement : écrivez \w+ \+10 ou"):
        read_typed(f"crée imprévu : a / b / {moves}", session.rules, session.state)


@pytest.mark.parametrize("moves", ["cout +5, cout +6", "cout +5 / cout +5",
                                   "cout +5 et Coût pour la collectivité -1"])  # fmt: skip
def test_an_axis_moves_once(session: Session, moves: str) -> None:
    with pytest.raises(NotationError, match="« cout » est écrit deux fois"):
        read_typed(f"crée imprévu : a / b / {moves}", session.rules, session.state)


@pytest.mark.parametrize("typed", ["a / cout +5", "cout +5 / b", "a / coût +-3 / Qui ?"])
def test_moves_are_not_the_title_or_the_text(session: Session, typed: str) -> None:
    with pytest.raises(NotationError, match="Écrivez d'abord le titre et le texte"):
        read_typed(f"crée imprévu : {typed}", session.rules, session.state)


@pytest.mark.parametrize(
    ("moves", "values"),
    [("cout +1 000,5 k€/an", {"cout": 1000.5}), ("Coût – 3", {"cout": -3.0}),
     ("cout+5 ; charge -1", {"cout": 5.0, "charge": -1.0}), ("COUT +0", {"cout": 0.0})],
)  # fmt: skip
def test_figures_are_written_as_people_write_them(
    session: Session, moves: str, values: dict[str, float]
) -> None:
    gesture = made(session, f"crée imprévu : a / b / {moves}")
    assert {name: gesture.values[name] for name in values} == values
    assert "question" not in gesture.values


@pytest.mark.parametrize(
    "words",
    ["Charge pour qui ?", "Cout ou charge : qui paie ?", "Familles, agents, charge : qui ?",
     "Et demain - 3 heures de plus ?", "Dites qui paie, charge comprise", "7 h 40, et après ?",
     "Charges à payer"],
)  # fmt: skip
def test_a_question_may_name_an_axis(session: Session, words: str) -> None:
    assert made(session, f"crée imprévu : a / b / {words}").values["question"] == words


@pytest.mark.parametrize("figure", ["+1000001", "-1 000 001", "+" + "9" * 400])
def test_a_figure_has_a_bound(session: Session, figure: str) -> None:
    with pytest.raises(EclaireursError, match=r"un million au plus|n'est pas un nombre"):
        told(session, f"crée imprévu : a / b / cout {figure}")
    assert not session.state.improvised
    told(session, "crée imprévu : a / b / cout +1 000 000")
    assert moves_of(session.state.improvised[-1]) == {"cout": 1_000_000.0}


def test_words_of_others_are_not_taken_for_a_creation(session: Session) -> None:
    (note,) = read_typed("jury: elle crée carte impacts : a / b", session.rules, session.state)
    assert note.gesture.do == "write"


def test_a_scenario_without_axes_says_so() -> None:
    session = new_session("zone-logistique")
    for moves in ("cout +3", "cout +NaN", "cout +-3"):
        with pytest.raises(NotationError, match="n'a pas d'axe à bouger"):
            read_typed(f"crée imprévu : a / b / {moves}", session.rules, session.state)


def test_its_code_is_typed_as_people_type_codes(session: Session) -> None:
    told(session, "crée carte impacts : Le quai / Qui décharge ?")
    for code in ("IM-X1", "im-x1", "imx1"):
        (note,) = read_typed(f"{code} jury: oui", session.rules, session.state)
        assert note.gesture.about == "IM-X1"
    with pytest.raises(NotationError, match="IM-X9 »"):
        read_typed("IM-X9 jury: oui", session.rules, session.state)


def test_what_is_made_is_told_and_what_is_hidden_is_not(session: Session) -> None:
    shown = told(session, "crée carte impacts : Le quai / Qui décharge ?")
    assert shown == ["Carte improvisée : IM-X1 « Le quai ». Qui décharge ?"]
    hidden = told(session, "crée carte impacts sur la pile : Secret / Chut ?")
    assert hidden == ["Une carte improvisée, IM-X2, est posée sur la pile « Impacts »."]
    news = told(session, "crée imprévu : Le pont / Il ferme. / cout +10")
    assert news[-1] == "La personne qui anime lit une nouvelle : « Le pont ». Il ferme."
    assert moves_of(session.state.improvised[-1]) == {"cout": 10.0}
    later = told(session, "crée imprévu ensuite : Secret / Chut.")
    assert later == ["Une nouvelle est improvisée. Elle tombera à l'étape qui en attend une."]
    role = told(session, "crée rôle pour jury : La voisine / Dormir")
    assert role == ["Jury citoyen reçoit un rôle improvisé, « La voisine ». Son but : Dormir"]
