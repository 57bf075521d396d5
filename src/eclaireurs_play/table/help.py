"""The help, over whatever is on the desk."""

from dataclasses import replace
from functools import partial
from typing import Protocol

from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.look import HEAVY
from eclaireurs_play.table.brush import TALL, Brush, Chip
from eclaireurs_play.table.palette import Preferences
from eclaireurs_play.table.words import _


def _keys() -> dict[str, str]:
    return {
        _("Tab, Maj + Tab, flèches"): _("aller d'une touche à l'autre"),
        _("Entrée"): _("appuyer ; dans un texte, garder ce qui est écrit"),
        _("Maj + Entrée"): _("aller à la ligne"),
        _("1 à 9"): _("choisir une réponse, hors d'un texte"),
        _("Échap"): _("sortir d'un texte, refermer"),
        _("Ctrl + Z, Ctrl + Y"): _("annuler, rétablir"),
        _("Ctrl + et Ctrl −"): _("agrandir, réduire ; Ctrl 0 revient à 100 %"),
        _("F2"): _("sur un seul écran : passer du pupitre au projecteur"),
        _("F3"): _("page suivante du projecteur, quand il en a plusieurs"),
        _("F4"): _("qui est là : arriver, partir, partager une place"),
        _("F5"): _("créer une carte, un imprévu ou un rôle"),
        _("F6, F7, F9"): _("contraste fort ; mouvements ; un son à la fin du temps"),
        _("F8"): _("arrêter ou reprendre le temps"),
        _("F10"): _("ouvrir ou fermer la fenêtre du projecteur"),
        _("F11"): _("plein écran"),
        _("? ou F1"): _("cette aide"),
    }


class Helping(Protocol):
    """What the help reads and sets."""

    @property
    def preferences(self) -> Preferences:
        """Give what people prefer."""

    def prefer(self, preferences: Preferences) -> None:
        """Set what they prefer."""

    def turn_help(self) -> None:
        """Open or close the help."""


def help_button(brush: Brush, helping: Helping, *, foot: bool) -> None:
    """Draw the key that opens the help: at the foot of the desk, else in the top right corner."""
    size = TALL if foot else 5.4
    x, y = (brush.width - size - 5, brush.height - 11) if foot else (brush.width - 6.4, 1.2)
    brush.button("help", "?", Box(x, y, size, size), helping.turn_help,
                 kind="plain" if foot else "quiet", says=_("Aide"))  # fmt: skip


def draw_help(brush: Brush, helping: Helping) -> None:
    """Draw the help in the place of the rest, which is neither seen nor pressed meanwhile."""
    brush.items.clear()
    brush.hits.clear()
    brush.scrolls.clear()
    width = min(brush.width - 16, 180.0)
    box = Box((brush.width - width) / 2, 8, width, brush.height - 16)
    brush.rect(box, fill=brush.colours.paper, stroke=brush.colours.ink, line=0.6)

    def draw(inner: Brush, left: float, top: float, wide: float) -> float:
        left, wide = left + 6, wide - 12
        top = inner.prose(_("Aide"), left, top + 4, wide, 20, voice=HEAVY) + 2
        words = _("Le geste suivant est toujours proposé au milieu du pupitre. "
                  "Le projecteur ne montre que ce qui est public. "
                  "Tout est gardé au fur et à mesure.")  # fmt: skip
        top = inner.prose(words, left, top, wide) + 2
        words = _("Dans un jeu anonyme, les papiers de l'enveloppe ne sont gardés qu'à la fin de "
                  "l'étape : c'est le prix de l'anonymat.")  # fmt: skip
        top = inner.prose(words, left, top, wide) + 4
        top = inner.heading(_("Réglages, gardés d'une fois sur l'autre"), left, top, wide) + 0.6
        top = inner.chips(_settings(helping), left, top, wide) + 4
        top = inner.table(_keys(), left, top, wide)
        inner.button("help:close", _("Fermer"), Box(left, top + 3, 40, 9), helping.turn_help,
                     kind="main", main=True)  # fmt: skip
        return top + 14

    brush.panel("help", box, draw)


def _settings(helping: Helping) -> list[Chip]:
    """List what people may set: each key says what holds now."""
    now = helping.preferences

    def chip(name: str, label: str, then: Preferences, *, on: bool = False) -> Chip:
        do = partial(helping.prefer, then)
        return Chip(f"set:{name}", label, "chosen" if on else "plain", do)

    size = _("Texte : {percent} %").format(percent=round(100 * now.scale))
    strong, moves, sounds = not now.strong, not now.motion, not now.sound
    return [
        chip("smaller", _("Texte plus petit"), now.larger(-1)),
        chip("size", size, replace(now, scale=1.0)),
        chip("larger", _("Texte plus grand"), now.larger(1)),
        chip("strong", _("Contraste fort"), replace(now, strong=strong), on=now.strong),
        chip("motion", _("Mouvements"), replace(now, motion=moves), on=now.motion),
        chip("sound", _("Son à la fin du temps"), replace(now, sound=sounds), on=now.sound),
    ]
