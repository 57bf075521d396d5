"""How people part before the end: the session kept for later, or ended where it is."""

from functools import partial

from eclaireurs_play.layout.display import Box
from eclaireurs_play.table.brush import Brush, Chip
from eclaireurs_play.table.editor import Editor
from eclaireurs_play.table.fields import field_of
from eclaireurs_play.table.playing import Playing
from eclaireurs_play.table.words import _


def draw_parting(
    brush: Brush, playing: Playing, reason: Editor, place: tuple[float, float, float]
) -> float:
    """Draw the two ways to part, and the one to stay."""
    left, top, width = place
    top = brush.heading(_("Quitter, ou terminer ?"), left, top, width) + 1
    told = [
        _("Tout est gardé : une séance quittée se reprend depuis l'accueil, là où elle en est."),
        _("Une séance terminée ici s'arrête avec ce qui est décidé, et donne sa synthèse."),
    ]
    if playing.envelope:
        told.append(_("Les papiers de l'enveloppe seront gardés, mêlés : c'est l'ouvrir avant "
                      "la fin de l'étape."))  # fmt: skip
    for words in told:
        top = brush.prose(words, left, top, width) + 1.5
    top = field_of(brush, ("part:reason", _("Pourquoi s'arrêter là, si vous voulez le noter")),
                   reason, Box(left, top + 1, width, 0), 2,
                   enter=lambda: playing.stop(reason.text.strip())) + 4  # fmt: skip
    chips = [
        Chip("part:stop", _("Terminer ici"), "plain", lambda: playing.stop(reason.text.strip())),
        Chip("part:stay", _("Rester"), "plain", partial(_stay, playing)),
    ]
    if playing.home is not None:
        chips.insert(0, Chip("part:home", _("Quitter, reprendre plus tard"), "main", playing.home))
    return brush.chips(chips, left, top, width)


def _stay(playing: Playing) -> None:
    playing.parting = None
