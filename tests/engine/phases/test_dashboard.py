"""Dashboard: a row per investment, nothing erased, alerts in the order they were seen."""

from eclaireurs_play.engine.board import board
from eclaireurs_play.engine.gestures import Choose, Fill, Write
from eclaireurs_play.engine.state import Contribution, Outcome, Result
from eclaireurs_play.play.session import Session
from tests.engine.phases.bench import needed, outcome, phase, refused, say, table

FORMS = {"ligne": {"title": "La ligne", "fields": {
    "quand": {"title": "Quand", "text": 40}, "combien": {"title": "Combien", "number": "k€"},
    "acteurs": {"many_of": {"ville": "La ville", "region": "La région"}},
    "note": {"title": "Note", "text": 40, "required": False}}}}  # fmt: skip
ROWS = {"achat": "Achat", "aide": "Aide"}
WHOLE = "quand=mai combien=3 acteurs=ville+region"


def _board(
    *lines: str, past: bool = False, inherited: tuple[Result, ...] = (), **more: object
) -> Session:
    essai = phase("dashboard", **{"form": "ligne", "rows": ROWS, "uses": ["tableau"], **more})
    game = {"inherits": {"tableau": "Le tableau"}}
    return say(table(essai, forms=FORMS, game=game, past=past, inherited=inherited), *lines)


def _left(row: str = "bati", **values: str) -> Result:
    made = (Contribution(1, "groupe", "t", Fill(row, {"quand": "2020", "combien": 1.0, **values})),
            Contribution(2, "groupe", "t", Fill(row, {"acteurs": ("ville",)})),
            Contribution(3, "groupe", "t", Write(row, "Le mur penche.")))  # fmt: skip
    return Result("tableau", "t", 1, "", "complete", made,
                  Outcome(items=(row,), titles={row: "Bâti"}, sentence="Version 1."))  # fmt: skip


def test_every_required_field_of_every_row_is_filled_before_closing() -> None:
    session = _board(f"groupe remplit achat {WHOLE}")
    assert refused(session, "clôt") == "blank-row"
    assert needed(session, "groupe") == {("fill", "aide")}
    say(session, "groupe remplit aide quand=juin combien=2")
    assert refused(session, "clôt") == "blank-row"
    say(session, "groupe remplit aide acteurs=ville", "clôt")
    assert outcome(session).titles == ROWS
    assert outcome(session).sentence == "Tableau de bord, version 1 : 2 lignes, aucune alerte."


def test_a_row_takes_what_its_form_takes() -> None:
    session = _board()
    assert refused(session, "groupe remplit achat quant=mai") == "out-of-domain"
    assert refused(session, "groupe remplit achat acteurs=mairie") == "out-of-domain"
    assert refused(session, "groupe remplit ailleurs quand=mai") == "unknown-subject"
    assert refused(session, "ana remplit achat quand=mai") == "not-invited"


def test_digits_are_words_where_words_are_asked() -> None:
    session = _board("groupe remplit achat quand=2027 combien=12,5")
    assert session.state.leaf is not None
    (made,) = session.state.leaf.made
    assert made.gesture == Fill("achat", {"quand": "2027", "combien": 12.5})
    assert made.chosen == "Quand : 2027 ; Combien : 12.5 k€"


def test_a_value_filled_again_stands_and_the_older_one_stays() -> None:
    session = _board(*(f"groupe remplit {row} {WHOLE}" for row in ROWS))
    say(session, "groupe remplit achat combien=9", "clôt")
    achat = board(session.state.results).rows[0]
    assert achat.values["combien"] == (3.0, 9.0)
    assert achat.now("combien") == 9.0
    assert achat.now("note") is None


def test_what_is_written_on_a_row_is_an_alert() -> None:
    session = _board(*(f"groupe remplit {row} {WHOLE}" for row in ROWS))
    say(session, "aide groupe: Personne ne répond.", "achat groupe: Le prix monte.", "clôt")
    alerts = board(session.state.results).alerts
    assert [(one.id, one.row) for one in alerts] == [("a1", "aide"), ("a2", "achat")]
    assert outcome(session).sentence.endswith("2 alertes en tout.")


def test_a_watch_asks_for_an_alert() -> None:
    session = _board(*(f"groupe remplit {row} {WHOLE}" for row in ROWS), watch=True)
    assert needed(session, "groupe") == {("write", "achat")}
    assert refused(session, "clôt") == "no-alert"
    say(session, "aide groupe: Personne ne répond.")
    assert needed(session, "groupe") == set()
    say(session, "clôt")


def test_an_alert_of_before_does_not_do_for_a_watch() -> None:
    session = _board(watch=True, rows={}, inherited=(_left(),))
    assert refused(session, "clôt") == "no-alert"
    say(session, "bati groupe: Il penche toujours.", "clôt")
    assert [one.id for one in board((_left(), *session.state.results)).alerts] == ["a1", "a2"]


def test_an_earlier_board_gives_its_rows_and_its_values() -> None:
    session = _board(rows={}, inherited=(_left(),))
    assert refused(session, f"groupe remplit achat {WHOLE}") == "unknown-subject"
    say(session, "groupe remplit bati combien=4", "clôt")
    assert outcome(session).titles == {"bati": "Bâti"}
    assert outcome(session).sentence == "Tableau de bord, version 2 : 1 ligne, 1 alerte en tout."
    now = board((*session.state.inherited, *session.state.results))
    assert now.rows[0].values["combien"] == (1.0, 4.0)
    assert now.version == 2


def test_rows_of_the_phase_are_added_under_those_of_an_earlier_board() -> None:
    session = _board(inherited=(_left(),))
    assert needed(session, "groupe") == {("fill", row) for row in ROWS}
    say(session, *(f"groupe remplit {row} {WHOLE}" for row in ROWS), "clôt")
    assert list(outcome(session).titles) == ["bati", *ROWS]
    assert outcome(session).sentence == "Tableau de bord, version 2 : 3 lignes, 1 alerte en tout."


def test_an_earlier_board_that_has_some_of_the_rows_chose_them_already() -> None:
    session = _board(inherited=(_left("aide"),))
    assert needed(session, "groupe") == set()
    say(session, "clôt")
    assert outcome(session).titles == {"aide": "Bâti"}


def test_an_alert_on_which_a_clause_opened_is_settled_once_the_board_closes() -> None:
    asked = Contribution(4, "ana", "d", Choose("alerte", ("a1",)))
    opened = Result("tableau", "d", 1, "", "complete", (asked,), Outcome(chosen=("ouverte",)))
    assert [one.settled for one in board((_left(),)).alerts] == [False]
    session = _board(rows={}, inherited=(_left(), opened))
    say(session, "bati groupe: Il penche toujours.", "clôt")
    assert outcome(session).sentence.endswith("2 alertes en tout, dont 1 traitée.")
    left = session.state.results[-1]
    known = [(one.id, one.settled) for one in board((_left(), left)).alerts]
    assert known == [("a1", True), ("a2", False)]


def test_an_allocation_gives_a_row_to_each_part() -> None:
    parts = Result("tableau", "partage", 1, "", "complete", (), Outcome(
        items=("aide",), titles={"achat": "L'achat", "aide": "L'aide"}, shares={"aide": 40.0},
    ))  # fmt: skip
    session = _board(inherited=(parts,))
    asks = {one.about: one for one in session.legal_actions("groupe") if one.do == "fill"}
    assert set(asks) == {"achat", "aide"}
    assert "40" in asks["aide"].prompt
    say(session, *(f"groupe remplit {row} {WHOLE}" for row in asks), "clôt")
    assert outcome(session).sentence.startswith("Tableau de bord, version 1")


def test_a_past_board_may_have_stayed_blank() -> None:
    session = _board(f"groupe remplit achat {WHOLE}", "clôt", past=True)
    assert [one.code for one in session.state.deviations] == ["blank-row"]
    assert outcome(session).items == ("achat", "aide")


def test_a_board_kept_twice_in_a_session_is_read_whole() -> None:
    first = phase("dashboard", "avant", form="ligne", rows=ROWS, gives="tableau")
    second = phase("dashboard", form="ligne", rows=ROWS, uses=["tableau"], gives="tableau")
    session = table(first, second, forms=FORMS)
    say(session, *(f"groupe remplit {row} {WHOLE}" for row in ROWS), "clôt")
    say(session, "groupe remplit aide combien=8", "clôt")
    now = board(session.state.results)
    assert now.version == 2
    assert now.rows[1].values["combien"] == (3.0, 8.0)
    assert outcome(session).sentence.startswith("Tableau de bord, version 2")
