"""The invariants of la clause d'évolutivité, each with its origin: text, inferred, invented."""

from collections.abc import Iterator
from functools import cache

import pytest

from eclaireurs_play.content import library
from eclaireurs_play.engine.board import board
from eclaireurs_play.engine.gestures import FACILITATOR, NEWS, Choose, Fill
from eclaireurs_play.engine.negotiation.exact import exact
from eclaireurs_play.engine.negotiation.table import Numbers
from eclaireurs_play.engine.negotiation.zone import zones
from eclaireurs_play.engine.state import State, all_contributions, items_used, proposal_named
from eclaireurs_play.model.scenario import CharterCards
from eclaireurs_play.play.session import Session
from eclaireurs_play.testing import play_until
from tests.engine.playing import actors, outcome, refusal, roles_of, say
from tests.support import REPOSITORY, auto_session, new_session, rules

GAME = "clause-evolutivite"
SCENARIOS = tuple(
    one.id for one in library.headers(REPOSITORY) if (one.kind, one.game) == ("scenario", GAME)
)
EVERY = pytest.mark.parametrize("name", SCENARIOS)
SEEDS = (1, 4, 3)
SESSIONS = 15
PARTIES = {"prescripteur", "titulaire"}
Contract = dict[str, str]


def _charter(name: str) -> CharterCards:
    charter = rules(name).scenario.charter
    assert charter is not None
    return charter


@cache
def _played(name: str, seed: int, *, calm: bool = False) -> Session:
    return auto_session(name, seed, calm=calm)


def _chosen(state: State, name: str) -> list[tuple[str, ...]]:
    return [one.outcome.chosen for one in state.results if one.name == name]


def _opened(state: State) -> bool:
    return ("ouverte",) in _chosen(state, "declencheur")


def _adopted(state: State) -> str:
    """Give the version adopted, or nothing."""
    last = [one.outcome for one in state.results if one.phase == "choix"][-1:]
    return last[0].items[0] if last and "adopte" in last[0].chosen else ""


def _contract(session: Session) -> Contract:
    """Give the contract after a session: the version adopted, else the one in force."""
    version = proposal_named(session.state, _adopted(session.state))
    return dict(version.options if version else session.rules.scenario.current)


def _holders(session: Session, role: str) -> list[str]:
    return [name for name, one in session.rules.scenario.seats.items() if one.role == role]


def _at_the_trigger(name: str, *struck: str) -> Session:
    """Go to the trigger, the news in hand; the charter keeps everything but what is struck."""
    session = play_until(new_session(name, in_hand=True), "charte")
    for seat, card in zip(actors(session), struck, strict=False):
        say(session, f"{seat} choisit criteres={card}")
    return say(session, *(f"{seat} passe" for seat in actors(session)), "clôt")


def _covering(session: Session, suit: str) -> set[str]:
    """List the criteria on the table that cover a suit."""
    charter = _charter(session.rules.scenario.id)

    def suits(card: str) -> set[str]:
        value = session.rules.cards[card].fields["couleur"]
        return set(value) if isinstance(value, tuple) else {str(value)}

    return {card for card in charter.criteria if suit in suits(card)}


def _entitled(session: Session, suit: str) -> list[str]:
    roles = session.rules.game.suits[suit].called_by
    return [seat for seat, held in session.state.seats.items() if held.role in roles]


def _suit(name: str, news: str) -> str:
    suit = rules(name).scenario.surprises[news].suit
    assert suit in rules(name).game.suits
    return str(suit)


@EVERY
def test_cla_1_inferred_only_a_criterion_that_covers_the_trigger_opens(name: str) -> None:
    criteria = set(_charter(name).criteria)
    for news in rules(name).scenario.surprises:
        session = say(_at_the_trigger(name), f"animateur pioche {news}")
        suit = _suit(name, news)
        covering = _covering(session, suit)
        for seat in session.state.seats:
            wrong = criteria - covering if seat in _entitled(session, suit) else criteria
            for card in wrong:
                refusal(session, seat, Choose("critere", (card,)))
        say(session, f"{_entitled(session, suit)[0]} choisit critere={min(covering)}", "clôt")
        assert _opened(session.state)


@EVERY
def test_cla_1_inferred_what_was_struck_from_the_charter_no_longer_opens(name: str) -> None:
    """Two parties strike a card each: a suit with two criteria at most may be left uncovered."""
    tried = 0
    for news in rules(name).scenario.surprises:
        suit = _suit(name, news)
        covering = sorted(_covering(new_session(name), suit))
        if len(covering) > len(PARTIES):
            continue
        session = say(_at_the_trigger(name, *covering), f"animateur pioche {news}")
        for seat in _entitled(session, suit):
            for card in _charter(name).criteria:
                refused = refusal(session, seat, Choose("critere", (card,)))
                assert (refused.code, refused.rule) == ("not-in-charter", True)
        say(session, "clôt")
        assert _chosen(session.state, "declencheur") == [("fermee",)]
        tried += 1
    assert tried


def test_cla_1_text_each_side_has_its_own_occasions() -> None:
    suits = rules(SCENARIOS[0]).game.suits
    assert set(suits["contexte"].called_by) <= {"prescripteur", "elu"}
    assert set(suits["offre"].called_by) == set(suits["difficulte"].called_by) == {"titulaire"}
    assert suits["experimentation"].calendar
    assert set(suits["experimentation"].called_by) == PARTIES


@EVERY
@pytest.mark.parametrize("seed", SEEDS)
def test_cla_1_inferred_what_opened_was_covered(name: str, seed: int) -> None:
    session = _played(name, seed)
    kept = set(outcome(session, "charte").items)
    for result in session.state.results:
        if result.phase == "declencheur" and result.outcome.chosen == ("ouverte",):
            (asked,) = [one for one in result.made if isinstance(one.gesture, Choose)]
            assert isinstance(asked.gesture, Choose)
            suits = {session.rules.scenario.surprises[one].suit for one in result.outcome.items}
            assert asked.gesture.options[0] in kept & _covering(session, str(suits.pop()))


@EVERY
@pytest.mark.parametrize("seed", SEEDS)
def test_cla_2_text_only_the_prescriber_and_the_enterprise_write_scenarios(
    name: str, seed: int
) -> None:
    state = _played(name, seed).state
    scenarios = outcome(_played(name, seed), "propositions").items
    authors = {one.by for one in state.proposals if one.id in scenarios}
    assert {rules(name).scenario.seats[one].role for one in authors} <= PARTIES
    assert len(scenarios) <= 2


@EVERY
def test_cla_2_text_nobody_else_can(name: str) -> None:
    session = play_until(new_session(name), "propositions")
    assert roles_of(session, *actors(session)) == PARTIES
    current = dict(session.rules.scenario.current)
    others = [*(session.state.seats.keys() - set(actors(session))), FACILITATOR, "groupe"]
    for seat in others:
        refusal(session, seat, Fill("proposition", current))
    assert not session.state.proposals


@EVERY
@pytest.mark.parametrize("seed", SEEDS)
def test_cla_3_text_what_is_adopted_keeps_no_objection(name: str, seed: int) -> None:
    session = _played(name, seed)
    for result in session.state.results:
        if result.phase != "choix":
            continue
        version = result.outcome.items[0]
        judged = {one.gesture.about: one.gesture.options for one in result.made
                  if isinstance(one.gesture, Choose)}  # fmt: skip
        held = [one for one in result.made if judged.get(one.id) == ("objection",)]
        adopted = "adopte" in result.outcome.chosen
        assert adopted == all(one.version != version for one in held)


def test_cla_3_inferred_without_consent_the_contract_goes_on_unchanged() -> None:
    """One person keeps objecting to both scenarios: nothing is adopted, nothing changes."""
    name = SCENARIOS[0]
    session = play_until(new_session(name), "choix")
    for _ in range(2):
        while session.state.leaf and session.state.leaf.phase == "choix":
            if session.state.leaf.step in {"adopte", "sinon"}:
                assert session.state.leaf.step == "sinon"
                say(session, "clôt")
                break
            _object(session)
    assert _chosen(session.state, "choix") == [("sinon",), ("sinon",)]
    assert _contract(session) == session.rules.scenario.current
    assert "le contrat continue sans changement" in outcome(session, "choix").sentence


def _object(session: Session) -> None:
    """Go through a step of consent: the last seat objects, and nobody can answer it."""
    leaf = session.state.leaf
    assert leaf is not None
    *others, last = leaf.actors
    if leaf.step in {"clarification", "reaction"}:
        say(session, *(f"{seat} passe" for seat in leaf.actors))
    elif leaf.step == "objection":
        say(session, *(f"{seat} passe" for seat in others), f"objection {last}: Je ne peux pas.")
        say(session, f"groupe choisit n{session.state.contributions}=objection")
    elif leaf.step == "integration":
        holder = next(seat for seat in leaf.actors if session.legal_actions(seat)[0].do != "close"
                      and any(one.do == "pass" for one in session.legal_actions(seat)))  # fmt: skip
        say(session, f"{holder} passe")


@EVERY
@pytest.mark.parametrize("seed", SEEDS)
def test_cla_4_text_every_version_respects_every_guardrail_kept(name: str, seed: int) -> None:
    session = _played(name, seed)
    scenario, kept = session.rules.scenario, set(outcome(session, "charte").items)
    for version in session.state.proposals:
        for card, rail in _charter(name).guardrails.items():
            moved = sum(
                exact(scenario.terms[term].options[option].moves.get(rail.axis, 0))
                for term, option in version.options.items()
            )
            low = rail.at_least is None or moved >= exact(rail.at_least)
            high = rail.at_most is None or moved <= exact(rail.at_most)
            assert card not in kept or (low and high)


@EVERY
def test_cla_4_text_guardrails_bite(name: str) -> None:
    """At least one proposal is beyond one of them: they are no ornament."""
    session = play_until(new_session(name), "propositions")
    assert _charter(name).guardrails
    space = Numbers(session.rules.scenario).space
    seat = actors(session)[0]
    ask = next(one for one in session.legal_actions(seat) if one.about == "proposition")
    beyond = [one for one in range(space.size) if ask.domain.breach(space.picked(one))]  # type: ignore[union-attr]
    assert 0 < len(beyond) < space.size
    refused = refusal(session, seat, Fill("proposition", dict(space.picked(beyond[0]))))
    assert (refused.code, refused.rule) == ("beyond-guardrail", True)
    assert "La charte pose un garde-fou" in refused.sentence


@EVERY
def test_cla_4_text_the_contract_in_force_is_within_its_own_charter(name: str) -> None:
    scenario = rules(name).scenario
    assert set(scenario.current) == set(scenario.terms)
    for rail in _charter(name).guardrails.values():
        moved = sum(exact(scenario.terms[term].options[one].moves.get(rail.axis, 0))
                    for term, one in scenario.current.items())  # fmt: skip
        assert rail.at_least is None or moved >= exact(rail.at_least)
        assert rail.at_most is None or moved <= exact(rail.at_most)


@EVERY
@pytest.mark.parametrize("rank", range(len(SEEDS)))
def test_cla_5_text_the_cockpit_goes_up_by_one_version(name: str, rank: int) -> None:
    opened = [one for seed in range(SESSIONS) if _opened((one := _played(name, seed)).state)]
    session = opened[rank]
    now = board(one for one in session.state.results if one.name == "cockpit")
    assert now.version == 1
    required = {name for name, one in session.rules.game.forms["ligne"].fields.items()
                if one.required}  # fmt: skip
    assert len(required) == 4
    assert all(set(row.values) >= required for row in now.rows)


@EVERY
def test_cla_5_invented_a_simulated_group_writes_each_term_on_its_own_row(name: str) -> None:
    """Under the dates, the dates alone; what it costs is under « Budget »."""
    session = next(one for seed in range(SESSIONS) if _opened((one := _played(name, seed)).state))
    rows = {row.id: row for row in board(session.state.results).rows}
    titles = {term: {one.title for one in written.options.values()}
              for term, written in session.rules.scenario.terms.items()}  # fmt: skip
    told = {term: " ; ".join(str(row.now(field)) for field in row.values)
            for term, row in rows.items()}  # fmt: skip
    assert all(any(one in told[term] for one in titles[term]) for term in rows)
    others = {one for term in set(titles) - {"calendrier"} for one in titles[term]}
    assert not any(one in told["calendrier"] for one in others)
    assert any(one in str(rows["budget"].now("budget")) for one in titles["budget"])


@EVERY
@pytest.mark.parametrize("seed", SEEDS)
def test_cla_6_text_the_exchange_keeps_every_stakeholder_seated(name: str, seed: int) -> None:
    session = _played(name, seed)
    seats = session.rules.scenario.seats
    first = sorted(seats[seat].role for seat in session.state.seats)
    moved = 0
    for one in session.played:
        if one.state.leaf and one.state.leaf.phase in {"jeu", "questions-d-essai"}:
            held = sorted(seat.role for seat in one.state.seats.values())
            assert held == first
            moved += any(seat.role != seats[at].role for at, seat in one.state.seats.items())
            for at, seat in one.state.seats.items():
                assert (*seat.earlier, seat.role)[0] == seats[at].role
        if one.state.leaf and one.state.leaf.phase == "choix":
            assert all(seat.role == seats[at].role for at, seat in one.state.seats.items())
    assert moved


@EVERY
def test_cla_7_text_the_five_parties_are_there(name: str) -> None:
    needed = {one.role for one in rules(name).scenario.seats.values() if not one.optional}
    assert needed >= {"titulaire", "acheteur", "prescripteur", "elu", "jury-citoyen"}


@EVERY
def test_cla_8_inferred_whoever_guards_the_frame_only_asks_questions(name: str) -> None:
    session = play_until(new_session(name), "garde")
    assert roles_of(session, *actors(session)) == {"acheteur"}
    assert FACILITATOR not in session.state.seats
    fields = session.rules.game.forms["avis-du-garant"].fields
    assert not any(one.one_of or one.number for one in fields.values())


@EVERY
def test_cla_9_text_the_charter_comes_first_and_is_never_skipped(name: str) -> None:
    order = list(rules(name).phases)
    assert order.index("charte") < order.index("declencheur") < order.index("propositions")
    assert rules(name).phases["charte"].locked
    session = play_until(new_session(name), "charte")
    assert roles_of(session, *actors(session)) == PARTIES


@EVERY
def test_cla_9_inferred_every_suit_of_news_may_be_covered(name: str) -> None:
    session = new_session(name)
    surprises = session.rules.scenario.surprises.values()
    assert {one.suit for one in surprises} <= set(session.rules.game.suits)
    assert all(_covering(session, str(one.suit)) for one in surprises)


@EVERY
def test_cla_9_invented_every_news_says_the_criterion_it_answers_to(name: str) -> None:
    """Simulated parties open the clause on it; struck from the charter, they let the news pass."""
    assert all(one.criterion for one in rules(name).scenario.surprises.values())
    for seed in range(SESSIONS):
        session = _played(name, seed)
        kept = items_used(session.state, ("charte",))
        for told, shown in _shown(session):
            assert shown == session.rules.scenario.surprises[told].criterion
            assert shown in kept


def _shown(session: Session) -> Iterator[tuple[str, str]]:
    """List the news that opened the clause, each with the criterion shown."""
    for result in session.state.results:
        for one in result.made:
            if result.outcome.items and one.gesture.about == "critere":
                assert isinstance(one.gesture, Choose)
                yield result.outcome.items[0], one.gesture.options[0]


@EVERY
def test_cla_9_invented_simulated_parties_don_t_strike_what_protects_them(name: str) -> None:
    for seed in range(SESSIONS):
        session = _played(name, seed)
        struck: list[str] = []
        for one in next(one for one in session.state.results if one.phase == "charte").made:
            if isinstance(one.gesture, Choose):
                struck += one.gesture.options
                assert not set(one.gesture.options) & _protecting(session, one.by)
        assert len(set(struck)) == len(struck) == 2 * len(PARTIES)


def _protecting(session: Session, seat: str) -> set[str]:
    """List the cards of the charter that serve a party: its news, bounds on what it suffers."""
    rules = session.rules
    role = session.state.seats[seat].role
    called = {name for name, suit in rules.game.suits.items() if role in suit.called_by}
    weights = rules.scenario.seats[seat].weights
    rails = _charter(rules.scenario.id).guardrails
    low = {card for card, one in rails.items() if one.at_least and weights.get(one.axis, 0) > 0}
    high = {card for card, one in rails.items() if one.at_most and weights.get(one.axis, 0) < 0}
    assert low | high
    return (low | high).union(*(_covering(session, suit) for suit in called))


@EVERY
def test_cla_10_invented_there_is_something_to_negotiate(name: str) -> None:
    numbers = Numbers(rules(name).scenario)
    assert numbers.space.size >= 500
    assert 0.002 <= float(zones(numbers)[""].share) <= 0.12


@EVERY
def test_cla_10_invented_a_mixed_table_may_agree_or_not(name: str) -> None:
    agreed = sum(bool(_adopted(_played(name, seed).state)) for seed in range(SESSIONS))
    assert 0.2 <= agreed / SESSIONS <= 0.95


@EVERY
def test_cla_11_invented_surprises_change_what_becomes_of_the_contract(name: str) -> None:
    pairs = ((_played(name, seed), _played(name, seed, calm=True)) for seed in range(SESSIONS))
    changed = sum(_contract(one) != _contract(calm) for one, calm in pairs)
    assert changed / SESSIONS >= 1 / 5


@EVERY
def test_cla_12_text_it_holds_in_half_a_day(name: str) -> None:
    played = _played(name, 1)
    times = [one for one in played.state.results if one.closing != "skipped"]
    assert 75 <= sum(played.rules.phases[one.phase].minutes for one in times) <= 240


@EVERY
def test_cla_13_invented_without_an_opening_the_session_goes_to_its_synthesis(name: str) -> None:
    session = _at_the_trigger(name)
    for _ in range(3):
        news = min(one for one in session.state.piles[NEWS] if _suit(name, one))
        say(session, f"animateur pioche {news}", *(f"{one} passe" for one in session.state.seats))
        say(session, "clôt")
    assert session.state.leaf is not None
    assert session.state.leaf.phase == "synthese"
    assert not session.state.proposals
    assert _contract(session) == session.rules.scenario.current
    assert not any(one.gesture.about == "proposition" for one in all_contributions(session.state))
