"""What the fonts can't draw, told in words: an emoji becomes its French name between brackets.

A font of emoji would weigh more than the whole program, so the common ones are named after the
Unicode CLDR, and any other is a square. The journal keeps every character as it was typed.
"""

import re
from collections.abc import Container
from functools import lru_cache

from eclaireurs_play.layout.fonts import Fonts

MISSING = "□"
"""What stands for a character that has neither a drawing nor a name."""

LEFT_OUT = frozenset("\u200d\ufe0e\ufe0f\u00ad")
"""Joiners and selectors: they draw nothing."""

_TONES = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)

_TABLE = """
😀 sourire; 😁 sourire; 😂 rire; 🤣 rire; 😃 sourire; 😄 sourire; 😅 rire gêné; 😆 rire
😉 clin d'œil
😊 sourire; 😍 yeux en cœur; 😎 lunettes de soleil; 😐 visage neutre; 😕 perplexe; 😞 déçu
😢 larme; 😭 pleurs; 😡 colère; 😠 colère; 😱 frayeur; 😮 surprise; 😲 surprise; 😴 sommeil
😬 grimace; 😇 ange; 🙂 sourire; 🙁 moue; ☹ moue; ☺ sourire; 🙃 tête à l'envers; 🤔 réflexion
🤷 haussement d'épaules; 🤯 tête qui explose; 🥳 fête; 🥲 sourire et larme; 🙄 yeux au ciel
👍 pouce levé; 👎 pouce baissé; 👏 applaudissements; 🙏 mains jointes; 💪 biceps; ✌ victoire
👌 d'accord; 🙌 mains levées; 🤝 poignée de main; 👋 signe de la main; ✋ main levée; ✊ poing levé
👉 doigt à droite; 👈 doigt à gauche; 👆 doigt en haut; 👇 doigt en bas; ☝ index levé; 👀 yeux
👨 homme; 👩 femme; 🧑 personne; 👧 fille; 👦 garçon; 👶 bébé; 👵 femme âgée; 👴 homme âgé
❤ cœur; 🧡 cœur; 💛 cœur; 💚 cœur; 💙 cœur; 💜 cœur; 🖤 cœur; 💔 cœur brisé; 💯 cent sur cent
⭐ étoile; 🌟 étoile; ✨ étincelles; 🔥 feu; 💧 goutte; 🌊 vague; 🌱 pousse; 🌳 arbre; 🌲 sapin
🌾 épi; 🌻 tournesol; 🌍 Terre; 🌎 Terre; 🌏 Terre; ☀ soleil; 🌞 soleil; ☁ nuage; 🌧 pluie
☔ pluie; ❄ flocon; ⚡ éclair; 🌈 arc-en-ciel; 🐝 abeille; 🐄 vache; 🐔 poule; 🐟 poisson
🍎 pomme; 🥕 carotte; 🍞 pain; 🧀 fromage; 🍽 couverts; ☕ café; 🎂 gâteau; 🎉 fête; 🎁 cadeau
🏠 maison; 🏡 maison; 🏢 immeuble; 🏫 école; 🏥 hôpital; 🏭 usine; 🚗 voiture; 🚌 bus; 🚲 vélo
🚛 camion; 🚚 camion; 🚜 tracteur; 🚆 train; 🚶 piéton; ♿ fauteuil roulant; 🗺 carte; 📍 repère
✅ coché; ✔ coché; ☑ coché; ❌ croix; ✖ croix; ❎ croix; ⚠ attention; 🚫 interdit; ⛔ interdit
❓ question; ❔ question; ❗ exclamation; ➕ plus; ➖ moins; 💡 idée; 🎯 cible; 🔒 cadenas; 🔑 clé
📌 punaise; 📝 note; 📄 page; 📁 dossier; 📊 graphique; 📈 hausse; 📉 baisse; 📅 calendrier
📞 téléphone; 📱 mobile; 💻 ordinateur; 📧 courriel; 📢 porte-voix; 🔔 cloche; ⏰ réveil; ⏳ sablier
💶 billets; 💰 argent; 💸 argent qui s'envole; ⚖ balance; 🗳 urne; ♻ recyclage; 🗑 poubelle
🔧 clé à molette; 🧰 caisse à outils; 👷 ouvrier; 🟢 rond vert; 🟠 rond orange; 🔴 rond rouge
"""

NAMES = dict(one.split(" ", 1) for one in re.split(r"; |\n", _TABLE.strip()))
"""The names of common emoji, after the French short names of the Unicode CLDR."""


@lru_cache(maxsize=8192)
def drawable(text: str, fonts: Fonts) -> str:
    """Put in the place of what the fonts can't draw its name, or a square."""
    known = fonts.face("regular").advances
    if all(one in known or one == "\n" for one in text):
        return text.translate(_NOTHING) if not LEFT_OUT.isdisjoint(text) else text
    return "".join(_told(one, known) for one in text if not _silent(one))


def squared(text: str, fonts: Fonts) -> str:
    """Put a square for each missing character, so that places in the text stay the same."""
    known = fonts.face("regular").advances
    return "".join(one if one in known or one == "\n" else MISSING for one in text)


_NOTHING = dict.fromkeys(map(ord, LEFT_OUT))


def _silent(letter: str) -> bool:
    return letter in LEFT_OUT or ord(letter) in _TONES


def _told(letter: str, known: Container[str]) -> str:
    if letter == "\n" or letter in known:
        return letter
    if ord(letter) in _FLAGS:
        return chr(ord(letter) - _FLAGS.start + ord("A"))
    return f"[{NAMES[letter]}]" if letter in NAMES else MISSING
