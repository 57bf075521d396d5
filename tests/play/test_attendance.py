"""Who comes and goes, typed and told: names in a row, lines read and written, sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.engine.codec import action_from_data, action_to_data
from eclaireurs_play.engine.gestures import FACILITATOR, Action, Held, Seat
from eclaireurs_play.engine.people import LONGEST_NAME
from eclaireurs_play.engine.state import Handover
from eclaireurs_play.errors import NotationError
from eclaireurs_play.play.handovers import handover_words
from eclaireurs_play.play.narration import tell
from eclaireurs_play.play.notation import read_line, read_typed, write_line
from eclaireurs_play.play.people import read_names, said_names
from eclaireurs_play.play.session import Session
from eclaireurs_play.synthesis import build, to_markdown
from tests.engine.playing import say
from tests.support import new_session, rules

RULES = rules("zone-logistique")
LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"])
NAMES = st.text(LETTERS, min_size=1, max_size=LONGEST_NAME).map(lambda one: " ".join(one.split()))
SEATED = st.builds(
    Seat,
    st.sampled_from(tuple(RULES.scenario.seats)),
    st.lists(NAMES.filter(bool), max_size=3, unique=True).map(tuple),
)
HANDED: st.SearchStrategy[Held] = st.sampled_from(("empty", "simulated"))
LEFT = st.builds(lambda seat, held, reason: Seat(seat, (), held, reason),
                 st.sampled_from(tuple(RULES.scenario.seats)), HANDED, NAMES)  # fmt: skip


@given(SEATED | LEFT)
def test_who_holds_a_seat_survives_the_notation_and_json(gesture: Seat) -> None:
    action = Action(FACILITATOR, gesture)
    assert read_line(write_line(action), RULES) == action
    assert action_from_data(action_to_data(action)) == action


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Léa", ("Léa",)),
        (" Léa et Omar ", ("Léa", "Omar")),
        ("Léa,Omar et  Zoé Petit", ("Léa", "Omar", "Zoé Petit")),
        ("Éliette & Bénédicte", ("Éliette", "Bénédicte")),
        ("Léa, Léa", ("Léa",)),
        ("Léa et et Omar", ("Léa", "Omar")),
        ("et Léa, et Omar,et Zoé et", ("Léa", "Omar", "Zoé")),
        ("Etienne et Violet", ("Etienne", "Violet")),
        (" , ", ()),
    ],
)
def test_names_are_cut_where_they_are_joined(typed: str, names: tuple[str, ...]) -> None:
    assert read_names(typed) == names
    assert read_names(said_names(names)) == names


LINES = (
    ("arrive maire Léa", "Maire : Léa tient la place."),
    ("arrive maire Omar", "Maire : Omar rejoint Léa."),
    ("remplace maire Zoé et Jean Petit", "Maire : Zoé et Jean Petit remplacent Léa et Omar."),
    ("part maire jean petit", "Maire : Jean Petit s'en va, Zoé reste."),
    ("remplace maire Zoé, Ada", "Maire : Ada rejoint Zoé."),
    ("remplace maire Ada, Paul", "Maire : Paul arrive, Zoé s'en va, Ada reste."),
    ("simule maire", "Maire : le programme tient la place, après Ada et Paul."),
    ('part maire "à court de lignes"', "Maire : le programme laisse la place, qui reste vide."),
    ("Arrive MAIRE", "Maire : quelqu'un arrive."),
    ("part maire", "Maire : la place reste vide."),
    ("animateur simule maire", "Maire : le programme tient la place."),
    ("arrive maire Léa et Omar", "Maire : Léa et Omar prennent la place que tenait le programme."),
    ('part maire raison="un train"', "Maire : Léa et Omar s'en vont, la place reste vide."),
)


def test_lines_say_who_comes_and_who_goes() -> None:
    session = new_session("zone-logistique")
    for line, told in LINES:
        (played,) = session.play_all(read_typed(line, session.rules, session.state))
        assert next(tell(session.rules, played.state, played.events)) == told
    assert session.state.handovers[-1].reason == "un train"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("arrive", "Dites à quelle place : arrive maire."),
        ("part maire Zoé", "« Zoé » ne tient pas la place « Maire » ; y sont : Léa."),
        ("simule maire Zoé", "Écrivez : simule maire ; le programme n'a pas de nom."),
        ("arrive personne Zoé", "Personne ne s'appelle"),
        ("animateur part maire Zoé", "« Zoé » ne tient pas"),
    ],
)
def test_a_line_that_can_t_be_says_why(line: str, told: str) -> None:
    session = say(new_session("zone-logistique"), "arrive maire Léa")
    with pytest.raises(NotationError) as raised:
        read_typed(line, session.rules, session.state)
    assert str(raised.value).startswith(told)


def test_words_that_begin_as_a_verb_are_still_words() -> None:
    session = say(new_session("zone-logistique"), "note maire: part de rien")
    (action,) = read_typed("maire: arrive enfin à l'eau", session.rules, session.state)
    assert action.by == "maire"


def written(session: Session, audience: str) -> str:
    document = build(session.rules, session.state, audience)  # type: ignore[arg-type]
    return to_markdown(document)


def test_the_synthesis_says_who_was_there_and_when_it_changed() -> None:
    session = say(new_session("zone-logistique"), "arrive maire Léa et Omar", "part maire Omar",
                  'part habitants "un train à prendre"')  # fmt: skip
    parties, public = written(session, "parties"), written(session, "public")
    assert "Place tenue par Léa" in parties
    assert "Maire : Omar s'en va, Léa reste" in parties
    assert "Raison donnée : un train à prendre" in parties
    assert "Place vide à la fin" in public
    assert "la place reste vide" in public
    for name in ("Léa", "Omar", "Raison donnée"):
        assert name not in public


def test_the_public_reads_of_no_change_when_nobody_changed() -> None:
    session = say(new_session("zone-logistique"), "arrive maire Léa")
    assert "Maire" in written(session, "parties").split("Qui est arrivé")[1]
    assert "Qui est arrivé" not in written(session, "public")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (("Léa",), ("Omar",), "Maire : une autre personne tient la place."),
        (("Léa",), ("Omar", "Zoé"), "Maire : d'autres personnes tiennent la place."),
        (("Léa",), ("Léa", "Omar"), "Maire : 1 personne arrive."),
        (("Léa", "Omar"), ("Omar",), "Maire : 1 personne s'en va."),
        (("Léa", "Omar"), ("Omar", "Zoé", "Paul"),
         "Maire : 2 personnes arrivent, 1 personne s'en va."),
        (("Léa",), (), "Maire : une autre personne tient la place."),
        ((), ("Léa",), ""),
    ],
)  # fmt: skip
def test_people_who_are_not_named_are_counted(
    before: tuple[str, ...], after: tuple[str, ...], told: str
) -> None:
    one = Handover("maire", "people", before, "people", after, "", 1)
    assert handover_words(RULES, one, named=False) == told
