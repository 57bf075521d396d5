"""The file of cards every printer of the bench starts from: about forty French words a card."""

import json
import random
from pathlib import Path

SLOTS = (
    (
        "Quand il pleut deux jours de suite sur la place,",
        "L'hiver où la rivière a gelé jusqu'au vieux pont,",
        "Depuis que l'école a perdu une classe entière,",
        "Chaque samedi de marché, bien avant huit heures,",
        "Le jour où le car n'est plus passé au hameau,",
        "Au printemps, dès que les tilleuls ont refait leurs feuilles,",
        "Trois ans après l'ouverture de la déviation au nord,",
        "Si la cantine achète ses légumes aux fermes voisines,",
        "Un soir d'été, les fenêtres grandes ouvertes sur la cour,",
        "À l'heure où les bureaux ferment et se vident,",
        "Lorsque la chaleur dépasse trente-cinq degrés à midi,",
        "Pendant les travaux qui coupent la rue principale,",
    ),
    (
        "qui s'en aperçoit le premier, et à qui le dit-il ?",
        "qu'entendrait-on de nouveau depuis la fenêtre d'en face ?",
        "les habitants les plus âgés changent leurs habitudes.",
        "la mairie reçoit douze lettres et n'en attendait aucune.",
        "deux voisins qui ne se parlaient plus se retrouvent.",
        "que devient l'eau qui entrait ici dans le sol ?",
        "une famille cherche où garer sa voiture sans gêner.",
        "le bruit revient, moins fort, mais toute la nuit.",
        "les enfants inventent un chemin que personne n'avait tracé.",
        "un commerce rouvre là où le rideau restait baissé.",
        "les prix montent d'un quart, puis redescendent lentement.",
        "le jardin partagé manque de bras, jamais d'idées.",
    ),
    (
        "Personne n'avait demandé cela, ni voté contre.",
        "Le conseil en parle une fois, puis jamais.",
        "Le journal local y consacre une demi-page.",
        "Rien de tout cela n'était dans l'étude.",
        "On l'apprend par hasard, devant la boulangerie.",
        "Cela tient parfois à une seule signature.",
        "Un an plus tard, tout le monde s'y fait.",
        "La facture arrive deux budgets plus tard.",
    ),
    (
        "Racontez la suite à hauteur d'homme,",
        "Dites ce qui vous surprend le plus,",
        "Nommez une personne que cela arrange,",
        "Cherchez ce que l'on n'avait pas prévu,",
        "Pensez à quelqu'un qui n'est pas autour de la table,",
        "Imaginez la même scène dans dix ans,",
        "Comparez avec ce que chacun avait promis,",
        "Partez d'un objet que l'on peut toucher,",
        "Donnez un chiffre et ce qu'il cache,",
    ),
    (
        "puis ce qui serait encore réparable avec peu de moyens.",
        "sans oublier celles et ceux qui paieront l'entretien.",
        "et la question que vous poseriez en réunion publique.",
        "en distinguant ce qui est sûr de ce qui est craint.",
        "avec un lieu, une heure et une odeur précises.",
        "puis ce que vous garderiez si tout recommençait.",
        "et ce que la décision d'aujourd'hui rend impossible.",
        "en une phrase que votre voisine comprendrait aussitôt.",
        "avant de choisir la carte que vous poserez à côté.",
    ),
)
"""Ways to say each part of a text: 93,312 texts."""


def write(count: int, path: Path) -> None:
    """Write a deck of so many cards, the same each time, as JSON."""
    luck = random.Random(count)  # noqa: S311 - a sample, not a secret
    cards = [
        {
            "id": f"E{chr(ord('A') + number // 1000)}-{number % 1000:03}",
            "family": "effets",
            "title": f"Le village numéro {number}",
            "text": " ".join(luck.choice(slot) for slot in SLOTS),
        }
        for number in range(1, count + 1)
    ]
    deck = {
        "title": "Banc d'essai",
        "source": "Banc d'essai",
        "attribution": "Éclaireurs Play",
        "license": "CC0-1.0",
        "families": {"effets": {"title": "Effets", "code": "EF", "shape": "star"}},
        "cards": cards,
    }
    path.write_text(json.dumps(deck, ensure_ascii=False), encoding="utf-8")
