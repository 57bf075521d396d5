"""A small library on disk, to break on purpose."""

from dataclasses import dataclass
from pathlib import Path

GAME = """\
# yaml-language-server: $schema=../../schemas/game.json
id: petit-jeu
title: Le petit jeu
summary: Trois cartes, deux places.
intent: Essayer.
source: invention
attribution: Éclaireurs Play
license: CC BY-SA 4.0
players: {min: 2, max: 3}
facilitator: La médiatrice
ratings:
  echelle: {title: Échelle, one_of: [quartier, region]}
forms:
  recit: {title: Récit, fields: {projet: {text: 200}}}
anytime: {lookup: {families: [exemples]}}
phases:
  - id: tour
    type: cards
    title: Le tour
    families: [effets]
    rate: [echelle]
    minutes: 10
  - id: suite
    title: La suite
    phases:
      - id: fiche
        type: record
        title: La fiche
        form: recit
      - id: bilan
        type: sort
        title: Le bilan
        uses: [tour, fiche]
        bins: {accords: Accords, desaccords: Désaccords}
  - id: adieu
    type: debrief
    title: Avant de partir
    when: {given: bilan}
    questions: {vecu: Qu'avez-vous vécu ?}
"""

CARDS = """\
# yaml-language-server: $schema=../../schemas/deck.json
title: Les cartes
source: invention
attribution: Éclaireurs Play
license: CC BY-SA 4.0
themes:
  eau: {title: L'eau}
families:
  effets: {title: Effets, code: EF, shape: diamond}
  exemples:
    title: Exemples
    code: EX
    shape: star
    fields:
      lieu: {text: 30}
      annee: {number: an, at_least: 1900, required: false}
      issue: {one_of: [fait, abandon], required: false}
cards:
  - id: EF-01
    family: effets
    title: L'eau, en aval
    text: >
      Où ira l'eau ?
    themes: [eau]
  - id: EF-02
    family: effets
    title: Le bruit
    text: Qui l'entendra ?
  - id: EX-01
    family: exemples
    title: Ailleurs
    text: Une ville a renoncé.
    fields: {lieu: Gonesse, annee: 2019, issue: abandon}
    source: Un journal
"""

ROLES = """\
# yaml-language-server: $schema=../../schemas/roles.json
roles:
  - id: maire
    title: La maire
    short: Maire
    who: Elle habite ici.
    aim: Décider sans braquer.
    wants: [Un accord]
    can: [Réunir]
    private:
      holds_to: Sa parole.
      why: Elle a promis.
      knows: Le calendrier.
      fears: Le blocage.
      might_say: [On en parle.]
  - id: habitant
    title: L'habitant
    short: Habitant
    who: Il vit en aval.
    aim: Dormir.
    wants: [Le calme]
    can: [Parler]
    private:
      holds_to: Son jardin.
      why: Il y tient.
      knows: Le chemin de l'eau.
      fears: La boue.
      might_say: [Et nous ?]
"""

SCENARIO = """\
# yaml-language-server: $schema=../../schemas/scenario.json
id: crue
game: petit-jeu
title: La crue
summary: Un bassin déborde.
source: invention
attribution: Éclaireurs Play
license: CC BY-SA 4.0
origin_note: Inventé.
context: Il a plu.
question: Que faire ?
axes:
  cout: {title: Coût, unit: k€}
terms:
  digue:
    title: La digue
    options:
      haute: {title: Haute, moves: {cout: 40}}
      basse: {title: Basse, moves: {cout: 12.5}}
seats:
  maire: {role: maire, weights: {cout: -5}, red_lines: [{axis: cout, at_most: 30}], shows: [cout]}
  aval: {role: habitant, weights: {cout: 1}}
surprises:
  pluie: {title: La pluie, text: Il pleut encore., moves: {cout: 5}}
"""

FILES = {
    "decks/petit-jeu/game.yaml": GAME,
    "decks/petit-jeu/cards.yaml": CARDS,
    "decks/petit-jeu/roles.yaml": ROLES,
    "scenarios/petit-jeu/crue.yaml": SCENARIO,
}


@dataclass(frozen=True, slots=True)
class MiniLibrary:
    root: Path

    def write(self, file: str, text: str | bytes) -> Path:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def change(self, file: str, old: str, new: str) -> Path:
        """Replace one passage of a file; the passage must be there once."""
        text = (self.root / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
        return self.write(file, text.replace(old, new))


def build(root: Path) -> MiniLibrary:
    library = MiniLibrary(root)
    for file, text in FILES.items():
        library.write(file, text)
    return library
