"""What a variant changes is said by titles, in French."""

import pytest

from eclaireurs_play.simulation.assigning import assignment
from eclaireurs_play.simulation.labels import label
from tests.support import content

NAME = "cantine-secheresse"
COST, WATER = "Coût pour les communes", "Eau utilisée pour les repas"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("surprises.facture=off", "sans l'imprévu « La lettre du gaz »"),
        ("seats.maraichere=off", "sans la place « Maraîchère »"),
        ("roles.fournisseur=off", "sans le rôle « La fournisseuse »"),
        ("terms.eau=off", "sans le terme « Avec quelle eau »"),
        ("terms.eau.options.cuve=off", "sans l'option « Une cuve de pluie » (Avec quelle eau)"),
        ("cards.CR-02=off", "sans la carte CR-02 « La règle nouvelle »"),
        ("phases.jeu=off", "sans l'étape « Le jeu »"),
        ("seats.jury=first", "« Jury citoyen » en premier"),
        ("seats.jury.weights.eau=-2.5", f"« Jury citoyen », poids de « {WATER} » : −2,5"),
        ("seats.jury.reservation=0.4", "« Jury citoyen », réserve : 0,4"),
        ("surprises.facture.moves.cout=-4", f"« La lettre du gaz », effet sur « {COST} » : −4"),
        (
            "terms.eau.options.cuve.later.eau=-9",
            f"« Une cuve de pluie », effet plus tard sur « {WATER} » : −9",
        ),
        (
            "seats.elue.red_lines.cout.at_most=20",
            f"« Élue à l'éducation », ligne rouge sur « {COST} » : au plus 20",
        ),
        ("phases.choix.rounds=3", "« Le choix », tours : 3"),
        ("players.max=9", "players.max = 9"),
        ("seats.titulaire.red_lines.0.at_least=-9", "seats.titulaire.red_lines.0.at_least = -9"),
        ("seats.jury.weights.eau=off", "seats.jury.weights.eau=off"),
        ("surprises=off", "surprises=off"),
    ],
)
def test_a_label_names_things_by_their_titles(text: str, words: str) -> None:
    assert label(content(NAME), assignment(text)) == words
