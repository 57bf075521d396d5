"""A phase that bears on a result nobody left asks for nothing, closes, and says so."""

import pytest

from tests.engine.phases.bench import TERMS, Data, outcome, phase, say, table

SKIPPED = phase("propose", "idee", who=["ana"], may=["skip"])
NOTHING = ("clôt", "clôt")


@pytest.mark.parametrize(
    ("decides", "said"),
    [
        *(
            (phase("vote", method=method, question="Et ?", uses=["idee"]), "rien à voter")
            for method in ("approval", "points", "borda", "schulze", "judgment")
        ),
        (phase("vote", method="borda", question="Et ?", uses=["idee"], ballots=4), "rien à voter"),
        (phase("consent", uses=["idee"], otherwise="rien ne change"), "pas de proposition"),
        (phase("allocate", uses=["idee"]), ""),
    ],
)
def test_a_decision_on_nothing_closes(decides: Data, said: str) -> None:
    session = say(table(SKIPPED, decides, terms=TERMS), *NOTHING)
    assert session.state.status == "over"
    assert said in outcome(session).sentence


def test_a_consent_cut_short_does_not_claim_objections() -> None:
    cut = phase("consent", uses=["idee"], otherwise="rien ne change", may=["skip"])
    idea = phase("propose", "idee", who=["ana"])
    session = table(idea, cut, terms=TERMS)
    say(session, "ana propose horaire=tot clefs=une", "clôt", "clôt")
    assert "objections demeurent" not in outcome(session).sentence
    assert "mené à son terme" in outcome(session).sentence
