"""What comes back: for each item, until something is retained; families one after the other."""

from eclaireurs_play.play.session import Session
from tests.engine.phases.bench import (
    SEATS,
    TERMS,
    leaf,
    needed,
    outcome,
    phase,
    refused,
    say,
    table,
)

IDEAS = phase("propose", "idees", who=["ana", "bob"])
PROPOSED = ("ana propose horaire=tot clefs=une", "bob propose horaire=tard clefs=trois", "clôt")
NOBODY = tuple(f"{seat} passe" for seat in SEATS)
OTHERWISE = "rien ne change"


def _choosing(*lines: str, **repeat: object) -> Session:
    until = {"chose": ["choix", "adopte"]}
    choice = phase("consent", "choix", uses=["idees"], otherwise=OTHERWISE, steps=(), rounds=1)
    repeated = {**choice, "repeat": {"each": "idees", "until": until, **repeat}}
    return say(table(IDEAS, repeated), *PROPOSED, *lines)


def _objected() -> tuple[str, ...]:
    return ("objection ana: Non.", "bob passe", "cleo passe")


def _kept(session: Session) -> Session:
    """Keep an objection twice: the round that integrates it changes nothing."""
    for _ in range(2):
        say(session, *_objected())
        said = leaf(session).made[-3].id
        say(session, f"groupe choisit {said}=objection")
        if leaf(session).step == "integration":
            holder = "ana" if session.state.path[-1].item == "p1" else "bob"
            say(session, f"{holder} passe")
    return say(session, "clôt")


def test_the_first_item_adopted_ends_the_repetition() -> None:
    session = _choosing(*NOBODY, "clôt")
    assert session.state.status == "over"
    assert [one.item for one in session.state.results if one.phase == "choix"] == ["p1"]


def test_an_item_not_adopted_gives_way_to_the_next() -> None:
    session = _kept(_choosing())
    assert (session.state.path[-1].item, session.state.path[-1].time) == ("p2", 2)
    say(session, *NOBODY, "clôt")
    assert outcome(session, "choix").items == ("p2",)
    assert outcome(session, "choix").chosen == ("adopte",)


def test_when_no_item_is_adopted_it_ends_all_the_same() -> None:
    session = _kept(_kept(_choosing()))
    assert session.state.status == "over"
    assert outcome(session, "choix").chosen == ("sinon",)


def test_a_phase_in_a_repetition_only_has_the_item_of_this_time() -> None:
    play = phase("roleplay", "jeu", turns=1, uses=["idees"])
    group = {"id": "essais", "title": "E", "repeat": {"each": "idees"}, "phases": [play]}
    session = say(table(IDEAS, group), *PROPOSED)
    prompt = next(one.prompt for one in session.legal_actions("ana") if one.about == "scene")
    assert "p1" in prompt
    assert "p2" not in prompt
    say(session, *NOBODY, "clôt")
    prompt = next(one.prompt for one in session.legal_actions("ana") if one.about == "scene")
    assert "p2" in prompt
    assert "p1" not in prompt


def test_once_the_repetition_is_over_all_items_are_there_again() -> None:
    play = phase("roleplay", "jeu", turns=1, uses=["idees"])
    group = {"id": "essais", "title": "E", "repeat": {"each": "idees"}, "phases": [play]}
    rank = phase("vote", "rang", method="borda", question="Et ?", uses=["idees"])
    session = say(table(IDEAS, group, rank), *PROPOSED, *NOBODY, "clôt", *NOBODY, "clôt")
    assert leaf(session).phase == "rang"
    say(session, "ana classe rang p2 > p1")


def test_nothing_to_go_through_is_not_played() -> None:
    ideas = {**IDEAS, "may": ["skip"]}
    choice = phase("consent", "choix", uses=["idees"], otherwise=OTHERWISE,
                   repeat={"each": "idees"})  # fmt: skip
    assert say(table(ideas, choice), "clôt").state.status == "over"


CARDS = tuple(
    {"id": f"{code}-0{n}", "family": code.lower()} for code in ("AA", "BB") for n in (1, 2, 3)
)


def _cycle(*lines: str, times: int = 3) -> Session:
    turn = phase("cards", "tour", families=["aa", "bb"], cycle=True, who="group",
                 repeat={"times": times})  # fmt: skip
    return say(table(turn, cards=CARDS), *lines)


def test_the_nth_time_draws_from_the_nth_family_and_starts_again() -> None:
    session = _cycle()
    for family, other in (("aa", "bb"), ("bb", "aa"), ("aa", "bb")):
        assert ("draw", family) in needed(session, "groupe")
        assert refused(session, f"groupe pioche {other}") in {"not-this-family", "unknown-subject"}
        say(session, f"groupe pioche {family}")
        card = leaf(session).made[-1].gesture.card  # type: ignore[union-attr]
        say(session, f"{card} groupe: Voilà.", "clôt")
    assert session.state.status == "over"
    drawn = [one.outcome.items[0][:2] for one in session.state.results]
    assert drawn == ["AA", "BB", "AA"]


def test_the_repetition_of_a_group_counts_too() -> None:
    turn = phase("cards", "tour", families=["aa", "bb"], cycle=True, who="group")
    days = {"id": "jours", "title": "J", "repeat": {"times": 2}, "phases": [turn]}
    session = say(table(days, cards=CARDS), "groupe pioche aa", "groupe passe", "clôt")
    assert ("draw", "bb") in needed(session, "groupe")


FORMS = {"mot": {"title": "Le mot", "fields": {"texte": {"text": 40}}}}


def _quota(*lines: str, past: bool = False, quota: int = 1, times: int = 2) -> Session:
    word = phase("record", "mots", form="mot", who="each-seat", order="free", quota=quota)
    days = {"id": "jours", "title": "J", "repeat": {"times": times}, "phases": [word]}
    return say(table(days, forms=FORMS, past=past), *lines)


def test_a_quota_is_counted_over_all_times_and_never_stops_anyone() -> None:
    session = _quota("ana remplit mot texte=oui", "clôt")
    assert session.state.lapses == ()
    say(session, "bob remplit mot texte=oui", "clôt")
    assert session.state.status == "over"
    (lapse,) = session.state.lapses
    assert lapse.code == "under-quota"
    assert lapse.sentence == "« Le mot » : 1 par personne au moins ; il en manque à cleo."
    assert session.state.deviations == ()


def test_a_quota_met_is_not_told() -> None:
    lines = tuple(f"{seat} remplit mot texte=oui" for seat in SEATS)
    assert _quota(*lines, "clôt", "clôt").state.lapses == ()


def test_twice_the_same_day_counts_for_one_day() -> None:
    session = _quota(*(f"{seat} remplit mot texte=a" for seat in SEATS), quota=2)
    say(session, "ana remplit mot texte=b", "clôt", "bob remplit mot texte=a", "clôt")
    (lapse,) = session.state.lapses
    assert lapse.sentence.endswith("il en manque à ana, cleo.")


def test_a_quota_is_told_once_at_the_last_time() -> None:
    session = _quota("clôt", "clôt", times=3)
    assert session.state.lapses == ()
    say(session, "clôt")
    assert len(session.state.lapses) == 1


def test_a_session_stopped_before_the_last_day_blames_nobody() -> None:
    session = _quota("ana remplit mot texte=oui", "animateur clôt seance")
    assert (session.state.status, session.state.lapses) == ("stopped", ())


def test_terms_and_rails_hold_in_proposals_and_in_consent() -> None:
    axes = {"cout": {"title": "Coût", "unit": "k€"}}
    moved = {"tot": 0, "tard": 30, "midi": 50}
    costly = {name: {"title": name, "moves": {"cout": cost}} for name, cost in moved.items()}
    terms = {**TERMS, "horaire": {"title": "Horaire", "options": costly}}
    cards = ({"id": "CR-01", "family": "cr", "fields": {"c": "x"}},
             {"id": "CR-02", "family": "cr", "fields": {"c": "x"}},
             {"id": "CR-03", "family": "cr", "fields": {"c": "x"}},
             {"id": "GF-01", "family": "gf"})  # fmt: skip
    charter = phase("charter", "charte", criteria="cr", guardrails="gf", suit="c", who=["ana"])
    idea = phase("propose", "idee", who=["ana"], within="charte")
    choice = phase(
        "consent", "choix", uses=["idee"], within="charte", otherwise=OTHERWISE, steps=()
    )
    game = {"suits": {"x": {"title": "X", "called_by": ["ana"]}}}
    foreseen = {
        "criteria": ["CR-01", "CR-02"],
        "guardrails": {"GF-01": {"axis": "cout", "at_most": 40}},
    }

    def play(*lines: str, past: bool = False) -> Session:
        return say(table(charter, idea, choice, cards=cards, terms=terms, axes=axes, game=game,
                         charter=foreseen, past=past), *lines)  # fmt: skip

    kept = play("ana passe", "clôt")
    assert refused(kept, "ana propose horaire=midi clefs=une") == "beyond-guardrail"
    say(kept, "ana propose horaire=tard clefs=une", "clôt")
    say(kept, "objection bob: Tard.", "ana passe", "cleo passe", "groupe choisit n3=objection")
    assert leaf(kept).step == "integration"
    assert refused(kept, "ana amende p1 horaire=midi") == "beyond-guardrail"
    say(kept, "ana amende p1 horaire=tot", *NOBODY, "clôt")
    assert outcome(kept, "choix").chosen == ("adopte",)

    struck = play("ana choisit gf=GF-01", "ana passe", "clôt")
    say(struck, "ana propose horaire=midi clefs=une", "clôt")

    past = play("ana passe", "clôt", "ana propose horaire=midi clefs=une", past=True)
    assert [one.code for one in past.state.deviations] == ["beyond-guardrail"]


def test_nobody_is_made_to_propose_beyond_the_charter() -> None:
    idea = phase("propose", "idee", who=["ana"], within="charte", may=["skip"])
    charter = phase("charter", "charte", criteria="cr", suit="c", who=["ana"])
    cards = ({"id": "CR-01", "family": "cr", "fields": {"c": "x"}},)
    session = say(table(charter, idea, cards=cards), "ana passe", "clôt", "ana passe", "clôt")
    assert outcome(session, "idee").items == ()
