"""What is made on the spot: where it goes, who sees it, what it changes, and how it comes back."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.engine.codec import (
    action_from_data,
    action_to_data,
    state_from_json,
    state_to_json,
)
from eclaireurs_play.engine.creating import creations
from eclaireurs_play.engine.domains import Making
from eclaireurs_play.engine.gestures import FACILITATOR, NEWS, Action, Create
from eclaireurs_play.engine.improvised import known
from eclaireurs_play.engine.negotiation.table import Numbers
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.transition import legal_actions
from eclaireurs_play.engine.view import PUBLIC, view
from eclaireurs_play.errors import RefusedError
from eclaireurs_play.model.scenario import Surprise
from eclaireurs_play.play.journal import MemoryJournal
from eclaireurs_play.play.notation import read_line, write_line
from eclaireurs_play.play.policies import autoplay
from eclaireurs_play.play.session import Session, replay
from eclaireurs_play.testing import luck_from
from tests.engine.phases.bench import phase, rules_of
from tests.engine.playing import outcome, refusal, say
from tests.support import EVERYTHING, SCENARIOS, auto_session, new_session, random_play, rules

CARDS = ({"id": "XX-01", "family": "effets"}, {"id": "XX-02", "family": "effets"})
TABLE = "crée carte effets : Le quai / Qui décharge quand il pleut ? / Et la nuit ?"
PILE = "crée carte effets sur la pile : Le quai / Qui décharge quand il pleut ?"
NEWS_NOW = "crée imprévu : Le pont ferme / Le pont ferme huit jours. / Qui paie ?"
UNSEEN = "Qui décharge"


def talk(**settings: object) -> Session:
    cards = phase("cards", families=["effets"], order="in-turn", replies=True, **settings)
    return Session(rules_of(cards, cards=CARDS, game={"anytime": {"note": True}}), Setup())


def make(session: Session, kind: str, **values: object) -> Session:
    session.play(Action(FACILITATOR, Create(kind, values)))  # type: ignore[arg-type]
    return session


def test_a_card_shown_to_all_is_spoken_of_like_those_drawn() -> None:
    session = say(talk(), TABLE, "XX-X1 bob: personne", "XX-X1 cleo: moi")
    card = session.rules.cards["XX-X1"]
    assert (card.title, card.text) == ("Le quai", "Qui décharge quand il pleut ? Et la nuit ?")
    assert session.state.seen == ("XX-X1",)
    assert session.state.leaf is not None
    assert [one.gesture.about for one in session.state.leaf.made][1:] == ["XX-X1", "XX-X1"]


def test_a_card_on_top_of_its_pile_is_the_next_one_drawn() -> None:
    session = say(talk(), PILE)
    assert session.state.piles["effets"][0] == "XX-X1"
    assert "XX-X1" not in session.state.seen
    say(session, "ana pioche effets", "XX-X1 ana: les livreurs")
    assert session.state.seen == ("XX-X1",)
    assert "XX-X1" not in session.state.piles["effets"]


def test_a_card_is_laid_in_a_zone_of_a_board_that_takes_its_family() -> None:
    board = phase("compose", who="group", zones={"besoins": "Besoins", "freins": "Freins"},
                  families=["effets"])  # fmt: skip
    session = Session(rules_of(board, cards=CARDS), Setup())
    say(session, "crée carte effets dans besoins : Le quai / Qui décharge ?")
    assert session.state.seen == ("XX-X1",)
    say(session, "groupe pose XX-X1 dans freins", "freins groupe: la pluie", "clôt")
    assert outcome(session, "essai").items == ("XX-X1",)


def test_a_zone_is_refused_to_a_family_the_board_does_not_take() -> None:
    cards = (*CARDS, {"id": "YY-01", "family": "autres"})
    board = phase("compose", who="group", zones={"besoins": "Besoins", "freins": "Freins"},
                  families=["effets"])  # fmt: skip
    session = Session(rules_of(board, cards=cards), Setup())
    values = {"famille": "autres", "titre": "Un", "texte": "Deux", "ou": "besoins"}
    told = refusal(session, FACILITATOR, Create("carte", values))
    assert told.sentence == "ou : « besoins » n'est pas possible ici pour cette famille."


def test_two_cards_of_a_family_have_two_codes_and_one_taken_back_gives_its_own() -> None:
    session = say(talk(), TABLE, PILE)
    assert [one.code for one in session.state.improvised] == ["XX-X1", "XX-X2"]
    session.undo(1)
    say(session, "crée carte effets : Autre / Chose ?")
    assert session.rules.cards["XX-X2"].title == "Autre"


def test_news_falls_now_in_a_phase_that_waits_for_some_as_if_it_were_drawn() -> None:
    game = rules_of(phase("surprise"), surprises={"gel": {"title": "Gel", "text": "Il gèle."}})
    session = say(Session(game, Setup()), NEWS_NOW)
    assert session.state.active == ("imprevu-1",)
    assert session.state.piles[NEWS] == ("gel",)
    say(session, "ce-que-cela-change ana: tout", "clôt")
    assert outcome(session, "essai").items == ("imprevu-1",)


def test_news_falls_in_any_other_phase_and_stays_aside_of_it() -> None:
    session = say(talk(), NEWS_NOW)
    assert session.state.active == ("imprevu-1",)
    assert session.state.leaf is not None
    assert session.state.leaf.made == ()
    assert [one.gesture.do for one in session.state.aside] == ["draw"]


@pytest.mark.parametrize("calm", [False, True])
def test_news_kept_for_later_is_the_next_to_fall_even_where_none_was_to(calm: bool) -> None:
    game = rules_of(phase("roleplay", "porte", turns=1, may=["skip"]), phase("surprise"),
                    surprises={"gel": {"title": "Gel", "text": "Il gèle."}})  # fmt: skip
    session = Session(game, Setup(calm=calm))
    say(session, "crée imprévu ensuite : Le pont ferme / Huit jours.")
    assert session.state.active == ()
    say(session, "clôt", "animateur pioche imprevus")
    assert session.state.active == ("imprevu-1",)


def test_news_bears_a_suit_where_phases_wait_for_one() -> None:
    game = rules_of(
        phase("surprise", suits=["climat"]),
        surprises={"gel": {"title": "Gel", "text": "Il gèle.", "suit": "climat"}},
    )
    session = Session(game, Setup())
    told = refusal(
        session,
        FACILITATOR,
        Create("imprevu", {"titre": "Un", "texte": "Deux", "quand": "ensuite"}),
    )
    assert told.sentence == "Il manque : sorte."
    say(session, "crée imprévu ensuite climat : Un / Deux", "animateur pioche imprevus")
    assert session.state.active == ("imprevu-1",)


def test_a_role_takes_the_place_of_a_sheet_and_its_part_in_the_game() -> None:
    game = rules_of(phase("propose", "idee", who=["ana"]))
    session = say(Session(game, Setup()), "crée rôle pour ana : La voisine / Dormir / le calme ; "
                  "un banc / Elle déménage")  # fmt: skip
    role = session.rules.roles["role-1"]
    assert (role.title, role.aim, role.wants) == ("La voisine", "Dormir", ("le calme", "un banc"))
    assert session.state.seats["ana"].role == "role-1"
    assert session.view("ana").sheets == ("ana", "role-1")


def test_who_is_named_by_a_role_still_acts_once_it_was_replaced() -> None:
    seats = {"un": {"role": "ana"}, "deux": {"role": "bob"}}
    game = rules_of(phase("roleplay", "porte", turns=1, may=["skip"]),
                    phase("propose", "idee", who=["ana"]), seats=seats)  # fmt: skip
    session = say(Session(game, Setup()), "crée rôle pour un : La voisine / Dormir", "clôt")
    assert session.state.leaf is not None
    assert session.state.leaf.actors == ("un",)


@pytest.mark.parametrize(
    ("kind", "values", "told"),
    [
        ("dragon", {"titre": "x"}, "On ne crée pas « dragon » ; essayez carte, imprevu, role."),
        ("carte", {}, "Donnez au moins un champ"),
        ("carte", {"famille": "effets", "titre": " ", "texte": "b", "ou": "table"},
         "Il manque les mots de : titre."),
        ("carte", {"famille": "efets", "titre": "a", "texte": "b", "ou": "table"},
         "famille : « efets » (vouliez-vous dire « effets » ?) n'est pas parmi effets."),
        ("carte", {"famille": "effets", "titre": "a" * 61, "texte": "b", "ou": "table"},
         "titre : 61 caractères, 60 au plus."),
        ("carte", {"famille": "effets", "titre": "a", "texte": "b" * 321, "ou": "table"},
         "texte : 321 caractères, 320 au plus."),
        ("imprevu", {"titre": "a", "texte": "b", "quand": "maintenant", "couts": 1.0},
         "Champ inconnu : « couts » (vouliez-vous dire « cout » ?)"),
        ("imprevu", {"titre": "a", "texte": "b", "quand": "maintenant", "cout": 1e7},
         "cout : un million au plus, en plus ou en moins."),
        ("imprevu", {"titre": "a", "texte": "b", "quand": "maintenant", "cout": float("nan")},
         "cout : un million au plus, en plus ou en moins."),
        ("imprevu", {"titre": "a", "texte": "b", "quand": "maintenant", "cout": "beaucoup"},
         "cout : un nombre est attendu, pas « beaucoup »."),
        ("role", {"titre": "a", "but": "b", "place": "anna"},
         "place : « anna » (vouliez-vous dire « ana » ?) n'est pas parmi ana, bob, cleo."),
    ],
)  # fmt: skip
def test_what_can_not_be_made_is_said_and_changes_nothing(
    kind: str, values: dict[str, str | float], told: str
) -> None:
    cards = phase("cards", families=["effets"])
    game = rules_of(cards, cards=CARDS, axes={"cout": {"title": "Coût", "unit": "k€"}})
    session = Session(game, Setup())
    assert told in refusal(session, FACILITATOR, Create(kind, values)).sentence
    assert session.state.improvised == ()


def test_whoever_hosts_alone_creates() -> None:
    values = {"famille": "effets", "titre": "a", "texte": "b", "ou": "table"}
    told = refusal(talk(), "ana", Create("carte", values))
    assert told.sentence == "Seule la personne qui anime crée une carte, un imprévu ou un rôle."
    over = auto_session(SCENARIOS[0])
    assert creations(over.rules, over.state) == ()


def test_words_not_seen_yet_are_in_nobody_s_view_nor_in_what_they_may_do() -> None:
    role = "crée rôle pour ana : La voisine / Dormir / le calme / Elle déménage"
    session = say(talk(), PILE, "crée imprévu ensuite : Secret / Secret absolu. / Chut ?", role)
    for who in ("bob", PUBLIC):
        seen = view(session.state, who).state
        text = state_to_json(seen) + str(legal_actions(session.rules, session.state, who))
        assert UNSEEN not in text
        assert "Secret" not in text
        assert "déménage" not in text
        assert known(session.rules, seen).cards["XX-X1"].title == "Carte improvisée"
    assert "déménage" in state_to_json(view(session.state, "ana").state)
    assert UNSEEN in state_to_json(view(session.state, FACILITATOR).state)
    say(session, "ana pioche effets")
    assert UNSEEN in state_to_json(view(session.state, PUBLIC).state)


NUMBERS = ("cantine-locale", "guichet-deux-ans-apres", "tilleuls-deuxieme-hiver")


@pytest.mark.parametrize("name", NUMBERS)
def test_tables_are_those_of_a_scenario_that_had_the_surprise_all_along(name: str) -> None:
    session = new_session(name)
    axes = list(session.rules.scenario.axes)[:2]
    suit = next(
        (
            ask.domain.blanks.fields["sorte"]
            for ask in creations(session.rules, session.state)
            if isinstance(ask.domain, Making) and "sorte" in ask.domain.blanks.fields
        ),
        None,
    )
    sort = {"sorte": next(iter(suit.one_of or {}))} if suit else {}
    moves = {axes[0]: 7.5, axes[1]: -3.0}
    make(session, "imprevu", titre="a", texte="b", quand="maintenant", **sort, **moves)
    written = rules(name).scenario
    one = Surprise(title="a", text="b", moves=moves)
    written = written.model_copy(update={"surprises": {**written.surprises, "imprevu-1": one}})
    other = next(iter(rules(name).scenario.surprises))
    for context in ((), ("imprevu-1",), ("imprevu-1", other), (other,)):
        ours, theirs = session.rules.numbers.at(context), Numbers(written).at(context)
        assert np.array_equal(ours.satisfaction, theirs.satisfaction)
        assert np.array_equal(ours.objections, theirs.objections)
    before, after = (session.rules.numbers.at(one) for one in ((), ("imprevu-1",)))
    assert after.value(axes[0], 0) - before.value(axes[0], 0) == 15 / 2
    assert not np.array_equal(before.satisfaction, after.satisfaction)


def test_rules_are_the_printed_ones_again_once_all_is_taken_back() -> None:
    session = new_session("cantine-locale")
    say(session, "crée carte impacts : a / b", "crée imprévu : a / b / cout +10")
    assert session.rules is not rules("cantine-locale")
    assert session.rules is session.rules
    session.undo(2, knowingly=True)
    assert session.rules is rules("cantine-locale")
    assert "imprevu-1" not in session.rules.scenario.surprises


def test_simulated_players_go_on_with_news_that_moves_their_numbers() -> None:
    everyone = (*rules("cantine-locale").scenario.seats, "animateur", "groupe")
    session = new_session("cantine-locale", simulated=everyone, seed=3)
    for count, _action in enumerate(autoplay(session)):
        if count == 20:
            say(session, "crée imprévu : Le pont ferme / Huit jours. / cout +30, charge -2,5")
    assert session.state.status == "over"
    assert "imprevu-1" in session.state.active


def test_a_card_made_in_a_paper_session_is_entered_alike() -> None:
    session = Session(talk().rules, Setup(past=True))
    say(session, PILE, "XX-X1 bob: moi")
    assert session.state.seen == ("XX-X1",)


@given(st.sampled_from((*SCENARIOS, EVERYTHING)), st.integers(0, 2**64 - 1), st.integers(0, 60))
def test_whatever_is_made_comes_back_from_lines_data_and_journals(
    name: str, seed: int, steps: int
) -> None:
    session = new_session(name, seed=seed)
    list(random_play(session, seed, steps))
    luck = luck_from(seed, "essai")
    for ask in creations(session.rules, session.state):
        gesture = ask.domain.sample(FACILITATOR, ask.about, luck)
        action = Action(FACILITATOR, gesture)
        assert read_line(write_line(action), session.rules) == action
        assert action_from_data(action_to_data(action)) == action
        session.play(action)
    assert state_from_json(state_to_json(session.state)) == session.state
    again = replay(rules(name), session.setup, session.entries(), MemoryJournal())
    assert again.state == session.state
    assert again.rules == session.rules


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@given(WORDS, WORDS)
def test_any_words_are_refused_or_kept_as_they_are(title: str, text: str) -> None:
    session = talk()
    values = {"famille": "effets", "titre": title, "texte": text, "ou": "pile"}
    action = Action(FACILITATOR, Create("carte", values))
    line = write_line(action)
    assert "\n" not in line
    assert read_line(line, session.rules) == action
    if not title.strip() or not text.strip():
        with pytest.raises(RefusedError):
            session.play(action)
        return
    session.play(action)
    assert session.state.improvised[0].values["texte"] == text
    other = {**values, "texte": f"{text}."[:320]}
    twin = make(talk(), "carte", **other)
    assert view(session.state, PUBLIC) == view(twin.state, PUBLIC)
    assert view(replace(session.state, seed=1), "ana") == view(twin.state, "ana")
