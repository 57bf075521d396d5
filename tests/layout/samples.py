"""A small invented game, enough to print one of everything."""

from dataclasses import replace
from pathlib import Path

import yaml

from eclaireurs_play.layout.flow import Paper
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.printable import Formats, PrintContent
from eclaireurs_play.model.deck import Deck
from eclaireurs_play.model.game import Game
from eclaireurs_play.model.print import CardFormat, Kit, PageFormat, SheetFormat, Theme
from eclaireurs_play.model.role import Roles
from eclaireurs_play.model.scenario import Scenario

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "print" / "fonts"
ICONS = ROOT / "print" / "icons"

CARDS = """
title: Le jeu du pont
source: invention
attribution: Éclaireurs Play
license: CC BY-SA 4.0
themes:
  eau: {title: L'eau, icon: droplets}
  trajets: {title: Les trajets}
families:
  ponts: {title: Ponts, code: PO, shape: arch, invites: Regardons le pont.}
  rives: {title: "Et sur l'autre rive ?", code: RI, shape: drop, invites: Changeons de rive.}
  recits:
    title: Récits
    code: RE
    shape: star
    fields:
      lieu: {title: Lieu, text: 40}
      suite: {title: La suite, text: 120}
"""

QUESTION = (
    "Quand l'œuvre d'art sera finie, qui la traversera à 7 h 40 ? Comptez 12 000 € et 30 % de "
    "gens. « Et dans dix ans ? » dit la _passeuse_ : qui s'en souviendra..."
)

GAME = """
id: jeu-du-pont
title: Le jeu du pont
summary: Deux rives, un pont. On parle, on note, et personne ne gagne.
intent: Comprendre ce que le pont change pour chaque rive.
source: invention
attribution: Éclaireurs Play
license: CC BY-SA 4.0
players: {min: 2, max: 6}
facilitator: La passeuse ou le passeur
ratings:
  theme: {title: Thème, one_of: {eau: "L'eau", trajets: Les trajets, vie: La vie du quai}}
  echelle: {title: Jusqu'où, one_of: {quai: Le quai, ville: La ville}}
  sens: {title: Sens, one_of: {mieux: Mieux, moins-bien: Moins bien, les-deux: Les deux}}
  horizon: {title: Quand, one_of: {maintenant: Maintenant, plus-tard: Dans 10 ans}}
map: {rows: theme, columns: echelle, horizon: horizon, sign: sens}
forms:
  recit:
    title: Le récit du pont
    intro: Une page que tout le monde accepte.
    fields:
      quoi: {title: Ce qui est prévu, text: 200, help: Sans avis.}
      stade: {title: Où cela en est, one_of: {idee: Une idée, travaux: Les travaux}}
      cout: {title: Ce que cela coûte, number: k€}
anytime: {lookup: {families: [recits]}}
material: [Les cartes, Un crayon par personne]
stop: Si quelqu'un est humilié, arrêtez.
phases:
  - id: ouvrir
    type: gate
    title: Ouvrir
    minutes: 5
    say: Bienvenue au bord de l'eau.
    conditions: {lien: {text: Le pont est contesté}}
    called_by: Qui a demandé la séance ?
    questions: {pourquoi: "Pourquoi ici ?"}
    locked: true
  - id: tours
    title: Les tours
    phases:
      - id: ponts
        type: cards
        title: Le tour des ponts
        minutes: 20
        families: [ponts]
        rate: [theme, sens]
        say: Piochez, lisez, répondez.
        stuck: Personne ne répond. Attendez.
        short: Une phrase chacun.
      - id: place
        type: position
        title: Où l'on se place
        minutes: 5
        question: Le pont, vous en voulez ?
        least_label: Non
        most_label: Oui
  - id: bilan
    type: sort
    title: Le bilan
    minutes: 10
    bins: {accords: Nos accords, desaccords: Nos désaccords}
"""

ROLES = """
roles:
  - id: passeuse
    title: La passeuse
    short: Passeuse
    who: Vous passez les gens d'une rive à l'autre depuis 20 ans.
    aim: Garder une raison de traverser
    wants: [Que le bac continue.]
    can: [Raconter la rivière.]
    must: [Dire les jours de crue.]
    cannot: [Parler pour la mairie.]
    private:
      holds_to: Le bac de votre père.
      why: Il n'a jamais coulé.
      knows: Le moteur a 30 ans.
      fears: « À quoi sert un bac sous un pont ? »
      might_say: ["« Montez, on en parle. »"]
    note: Tout est inventé.
  - id: batisseur
    title: Le bâtisseur du pont
    short: Bâtisseur
    who: Vous dessinez des ponts.
    aim: Que les deux rives se touchent
    wants: [Commencer au printemps.]
    can: [Changer le tracé.]
    private:
      holds_to: Une courbe légère.
      why: Elle ne touche pas l'eau.
      knows: La pile nord coûte trop cher.
      fears: Que l'on préfère le bac.
      might_say: ["« Regardez la courbe. »"]
"""

SCENARIO = """
id: deux-rives
game: jeu-du-pont
title: Deux rives et un bac
summary: Un pont remplacerait un bac
source: invention
attribution: Éclaireurs Play
license: CC BY-SA 4.0
origin_note: Tout est inventé.
context: |
  La rivière sépare deux quartiers.

  Un bac les relie.
question: Que changerait un pont ?
facts:
  - {text: Le bac passe 12 fois par jour.}
  - {text: Le pont coûterait 3 000 000 €., source: Une étude inventée}
map:
  title: Les deux rives
  note: Croquis.
  features:
    - {kind: river, label: La rivière, points: [[0, 60], [90, 50], [180, 70]]}
    - {kind: town, label: Rive haute, points: [[20, 10], [60, 8], [58, 30], [22, 34]]}
    - {kind: field, label: Les prés, points: [[100, 80], [170, 82], [168, 110], [96, 112]]}
    - {kind: zone, label: Le pont, points: [[84, 44], [96, 44], [96, 60], [84, 60]]}
    - {kind: road, points: [[40, 34], [90, 50]]}
    - {kind: rail, points: [[0, 100], [90, 104]]}
    - {kind: wood, points: [[130, 10], [160, 12], [150, 30]]}
    - {kind: water, points: [[10, 80], [30, 80], [20, 95]]}
    - {kind: border, points: [[0, 118], [180, 116]]}
seats:
  passeuse: {role: passeuse, public: Vous avez 2 bacs., private: Un seul marche.}
  batisseur: {role: batisseur, title: Le bâtisseur d'ici, optional: true}
"""


def read(text: str) -> object:
    return yaml.safe_load(text)


def read_file(*parts: str) -> object:
    return read(ROOT.joinpath(*parts).read_text(encoding="utf-8"))


def theme(name: str = "atelier") -> Theme:
    return Theme.model_validate(read_file("print", "themes", f"{name}.yaml"))


def look() -> Look:
    return Look(theme(), FONTS)


def formats() -> Formats:
    def every(folder: str) -> list[object]:
        files = sorted((ROOT / "print" / "formats" / folder).glob("*.yaml"))
        return [read(file.read_text(encoding="utf-8")) for file in files]

    cards = [CardFormat.model_validate(one) for one in every("cards")]
    sheets = [SheetFormat.model_validate(one) for one in every("sheets")]
    pages = [PageFormat.model_validate(one) for one in every("pages")]
    return Formats(
        {one.id: one for one in cards},
        {one.id: one for one in sheets},
        {one.id: one for one in pages},
    )


def paper(name: str = "a4") -> Paper:
    return Paper(formats().pages[name], "En-tête", "Pied")


def deck(ponts: int = 10, rives: int = 4) -> Deck:
    data = read(CARDS)
    assert isinstance(data, dict)
    texts = {"text": QUESTION, "themes": ["eau", "trajets"]}
    data["cards"] = [
        *(
            {"id": f"PO-{n:02}", "family": "ponts", "title": f"Le pont numéro {n}", **texts}
            for n in range(1, ponts + 1)
        ),
        *(
            {"id": f"RI-{n:02}", "family": "rives", "title": "L'autre rive", **texts}
            for n in range(1, rives + 1)
        ),
        {
            "id": "RE-01",
            "family": "recits",
            "title": "Le pont de Saint-Cyr, qui chante quand le vent tourne",
            "text": "Un pont a chanté. Qu'est-ce qui est pareil ici ?",
            "fields": {"lieu": "Saint-Cyr", "suite": "Savoir s'il chante encore."},
            "source": "Une gazette inventée, 2020",
        },
    ]
    return Deck.model_validate(data)


def content(ponts: int = 10, rives: int = 4, *, scenarios: bool = True) -> PrintContent:
    return PrintContent(
        game=Game.model_validate(read(GAME)),
        decks=(deck(ponts, rives),),
        roles=Roles.model_validate(read(ROLES)),
        scenarios=(Scenario.model_validate(read(SCENARIO)),) if scenarios else (),
        where=lambda name: f"decks/jeu-du-pont/cards.yaml:{len(name)}:9",
        digest="0123456789abcdef",
        fonts_dir=FONTS,
        formats=formats(),
        icons={"droplets": ICONS / "droplets.svg"},
    )


STANCE = {
    "id": "riveraine",
    "title": "La riveraine",
    "looks_for": "Ce que l'on entend du pont, fenêtre ouverte, et qui s'en plaint.",
    "begins_with": "« De mon balcon… »",
    "gift": "Un bruit que le plan ne montrait pas.",
    "trap": "Croire que la rivière s'arrête au balcon.",
}


def anonymous() -> PrintContent:
    """The same game under pseudonyms: two seats drawn from a hat, and a stance to hold."""
    whole = content()
    hats = {
        name: {"role": "batisseur", "title": title, "optional": True}
        for name, title in (("loutre", "Loutre"), ("galet", "Galet"))
    }
    story = read(SCENARIO)
    assert isinstance(story, dict)
    story |= {"seats": {"passeuse": {"role": "passeuse"}, **hats}}
    roles = whole.roles.model_dump() | {"stances": [STANCE]}
    return replace(
        whole,
        game=whole.game.model_copy(update={"anonymous": True}),
        roles=Roles.model_validate(roles),
        scenarios=(Scenario.model_validate(story),),
    )


def kit() -> Kit:
    data = read_file("print", "kits", "jeu-des-impacts.yaml")
    assert isinstance(data, dict)
    data["items"] = [one for one in data["items"] if "phases" not in one]
    data |= {"id": "jeu-du-pont", "title": "Le jeu du pont", "game": "jeu-du-pont", "seats": 4}
    return Kit.model_validate(data)
