"""A small invented game that follows a contract: a charter, news of several sorts, a dashboard."""

from dataclasses import replace

from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.model.deck import Deck
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.scenario import Scenario
from tests.layout.deciding import NUMBERS, SURPRISES, TERMS
from tests.layout.samples import GAME, SCENARIO, content, read

PHASES = """
suits:
  riviere: {title: La rivière change, called_by: [passeuse, batisseur]}
  chantier: {title: Le chantier s'arrête, called_by: [batisseur]}
forms:
  ligne:
    title: Une ligne
    fields:
      quand: {title: Quand, help: "Le jour, et l'heure du bac.", text: 120}
      combien: {title: Combien, text: 120}
phases:
  - {id: charte, type: charter, title: La charte, criteria: criteres, guardrails: limites,
     suit: couleur, who: [passeuse, batisseur]}
  - {id: declencheur, type: trigger, title: Le déclencheur, uses: [charte]}
  - {id: idee, type: propose, title: L'idée, who: [passeuse], within: charte}
  - {id: echange, type: cast, title: L'échange, how: drawn}
  - {id: tableau, type: dashboard, title: Le tableau, form: ligne,
     rows: {bac: Le bac, pont: Le pont}}
  - {id: veille, type: dashboard, title: La veille, form: ligne}
"""

CARDS = """
title: Les cartes du contrat
source: invention
attribution: Éclaireurs Play
license: CC BY-SA 4.0
families:
  criteres:
    title: Critères
    code: CR
    shape: diamond
    fields:
      couleur: {title: Ce qui la fait venir,
                one_of: {riviere: La rivière change, chantier: Le chantier s'arrête}}
  limites: {title: Limites, code: LI, shape: arch}
cards:
  - {id: CR-00, family: criteres, title: La berge glisse, text: "Où ?", fields: {couleur: riviere}}
  - {id: CR-01, family: criteres, title: L'eau monte, text: "Qui le voit ?",
     fields: {couleur: riviere}}
  - {id: CR-02, family: criteres, title: La grue dort, text: "Depuis quand ?",
     fields: {couleur: chantier}}
  - {id: CR-03, family: criteres, title: Une carte restée dans la boîte, text: "Pourquoi ?",
     fields: {couleur: chantier}}
  - {id: LI-01, family: limites, title: Le prix du bac, text: "Qui le paie ?"}
  - {id: LI-02, family: limites, title: Le temps perdu, text: "À qui est-il ?"}
"""

CONTRACT = {
    "current": {"trace": "amont", "peage": "personne"},
    "charter": {
        "criteria": ["CR-02", "CR-01"],
        "guardrails": {
            "LI-01": {"axis": "cout", "at_most": 40},
            "LI-02": {"axis": "attente", "at_least": -2, "at_most": 0},
        },
    },
}


def following() -> PrintContent:
    found = content()
    game, phases = read(GAME), read(PHASES)
    story, numbers = read(SCENARIO), read(NUMBERS)
    assert isinstance(game, dict)
    assert isinstance(phases, dict)
    assert isinstance(story, dict)
    assert isinstance(numbers, dict)
    news = {name: {**one, "suit": "riviere"} for name, one in SURPRISES.items()}
    seats = {"passeuse": {"role": "passeuse"}, "batisseur": {"role": "batisseur"}}
    story |= {**numbers, "terms": TERMS, **CONTRACT, "surprises": news, "seats": seats}
    return replace(
        found,
        game=Game.model_validate({**game, **phases}),
        decks=(*found.decks, Deck.model_validate(read(CARDS))),
        scenarios=(Scenario.model_validate(story),),
    )
