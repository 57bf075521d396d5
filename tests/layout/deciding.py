"""A small invented game that decides by figures, enough to print one of every form."""

from collections.abc import Sequence
from dataclasses import replace

from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.model.deck import Deck
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.print import Kit
from eclaireurs_play.model.scenario import Scenario
from tests.layout.samples import GAME, SCENARIO, content, read

PHASES = """
phases:
  - {id: oeuvres, type: compose, title: Les œuvres, families: [postes],
     zones: {garder: Ce que l'on garde, changer: Ce que l'on change, rever: Ce que l'on rêve,
             craindre: Ce que l'on craint}}
  - {id: idee, type: propose, title: L'idée, who: [passeuse]}
  - {id: retouches, type: amend, title: Les retouches, uses: [idee], scenarios: 2}
  - {id: accord, type: consent, title: L'accord, uses: [retouches], otherwise: On reprend le bac}
  - {id: pistes, type: prioritise, title: Les pistes, uses: [retouches],
     criteria: {effet: {title: L'effet}, risque: {title: Le risque, wanted: false}}}
  - {id: partage, type: allocate, title: Le partage, unit: k€,
     among: {pont: Le pont, bac: Le bac}}
  - {id: attribution, type: assign, title: Qui fait quoi, posts: postes, wishes: 2,
     arbiter: [batisseur]}
  - {id: carnet, type: record, title: Le carnet, form: recit}
  - {id: axe, type: position, title: Où l'on est, question: "Ça passe ?",
     least_label: Non, most_label: Oui}
  - {id: rangs, type: vote, title: Les rangs, method: borda, question: "Dans quel ordre ?",
     options: {pont: Le pont, bac: Le bac}, channels: {quai: 1, marche: 2}, who: group, ballots: 3}
  - {id: mentions, type: vote, title: Les mentions, method: judgment, question: "Que vaut-il ?",
     options: {pont: Le pont, bac: Le bac}}
"""

NUMBERS = """
horizon: {later: 10 ans}
axes:
  cout: {title: Coût de la traversée, unit: k€/an}
  attente: {title: Attente, unit: heures}
"""

TERMS = {
    "trace": {
        "title": "Par où l'on passe",
        "options": {
            "amont": {"title": "En amont", "moves": {"cout": 1080, "attente": -1}},
            "aval": {"title": "En aval", "moves": {"cout": -40}, "later": {"attente": 2.5}},
        },
    },
    "peage": {
        "title": "Qui paie",
        "options": {
            "personne": {"title": "Personne", "moves": {"cout": 20}},
            "tout-le-monde": {"title": "Tout le monde", "moves": {"attente": 3}},
        },
    },
}

SEATS = {
    "passeuse": {
        "role": "passeuse",
        "private": "Un seul bac marche.",
        "weights": {"cout": -8, "attente": 3},
        "red_lines": [{"axis": "cout", "at_most": 1000}, {"axis": "attente", "at_most": -1}],
        "reservation": 0.4,
        "long_view": 0.3,
        "shows": ["cout"],
    },
    "batisseur": {"role": "batisseur", "weights": {"attente": -2}, "reservation": 0.6},
}

SURPRISES = {
    "crue": {
        "title": "La crue",
        "text": "L'eau monte d'un mètre en une nuit.",
        "asks": "Que fait-on du bac ?",
        "moves": {"cout": 80, "attente": 1},
    },
    "fete": {"title": "La fête", "text": "Tout le monde traverse."},
}

POSTS = """
title: Les postes
source: invention
attribution: Éclaireurs Play
license: CC BY-SA 4.0
families:
  postes:
    title: Postes
    code: PT
    shape: hexagon
    fields:
      fonction: {title: Fonction, one_of: {decision: Décision, lien: Lien avec la rive}}
      jours: {title: Jours, many_of: {lundi: Lundi, mardi: Mardi}}
      heures: {title: Temps, number: h/mois}
      indemnite: {title: Indemnité, number: €/mois}
      note: {title: Note, text: 200}
cards:
  - {id: PT-01, family: postes, title: Tenir la barre, text: "Passer les gens. Qui se lève tôt ?",
     fields: {indemnite: 1720, heures: 40, fonction: decision, jours: [lundi, mardi]}}
  - {id: PT-02, family: postes, title: Tenir la caisse, text: "Compter. Qui sait dire non ?",
     fields: {fonction: lien, heures: 1, note: Le soir.}}
"""


def game() -> Game:
    data, phases = read(GAME), read(PHASES)
    assert isinstance(data, dict)
    assert isinstance(phases, dict)
    return Game.model_validate({**data, **phases})


def scenario() -> Scenario:
    data = read(SCENARIO)
    assert isinstance(data, dict)
    numbers = read(NUMBERS)
    assert isinstance(numbers, dict)
    added = {"terms": TERMS, "seats": SEATS, "surprises": SURPRISES}
    return Scenario.model_validate({**data, **numbers, **added})


def deciding(*, scenarios: Sequence[Scenario] | None = None) -> PrintContent:
    found = content()
    return replace(
        found,
        game=game(),
        decks=(*found.decks, Deck.model_validate(read(POSTS))),
        scenarios=(scenario(),) if scenarios is None else tuple(scenarios),
    )


def forms_kit() -> Kit:
    everything = [phase.id for phase in game().phases]
    common = {"paper": "A4", "setting": "Recto seul"}
    items = [
        {"what": "contents", "title": "Cette page", "format": "a4", "paper": "A4"},
        {"what": "handouts", "title": "Feuilles", "format": "a5", "up": 2, "copies": "seats",
         "phases": everything, **common},
        {"what": "handouts", "title": "Bulletins", "format": "a6", "up": 4, "copies": 6,
         "phases": ["axe"], **common},
        {"what": "zones", "title": "Plateau", "format": "a3-paysage", "phases": ["oeuvres"],
         **common},
        {"what": "canvas", "title": "Canevas", "format": "a3-paysage", "phases": ["carnet"],
         **common},
        {"what": "moves", "title": "Ce qui bouge", "format": "a4", **common},
        {"what": "surprises", "title": "Imprévus", "format": "a4-quatre-cartes", "sides": 2,
         **common},
    ]  # fmt: skip
    head = {"id": "jeu-du-pont", "title": "Le jeu du pont", "game": "jeu-du-pont"}
    return Kit.model_validate({**head, "theme": "atelier", "seats": 5, "items": items})
