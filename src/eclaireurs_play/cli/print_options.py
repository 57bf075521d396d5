"""The options of `eclaireurs print`: what, how it looks, on which sheets, for which printer."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, get_args

import click

from eclaireurs_play.cli.grouped import Option
from eclaireurs_play.cli.options import A_PATH, FILE, to_read
from eclaireurs_play.cli.words import N_, _
from eclaireurs_play.model.print import Flip, Imposition, Ink, Marks, Sides
from eclaireurs_play.printing.order import PageRange

F = TypeVar("F", bound=Callable[..., Any])
LIST = N_("A,B,…")
MOST_COPIES = 20


class Chosen(Option):
    """What is printed."""

    heading = N_("Ce qui est imprimé ")


class Machine(Option):
    """What the cards are printed by."""

    heading = N_("Imprimante ")


class Drawn(Option):
    """How what is printed looks."""

    heading = N_("Apparence ")


class Laid(Option):
    """How cards stand on sheets."""

    heading = N_("Cartes et feuilles ")


def _listed(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Cut a list at its commas."""
    del ctx, param
    listed = tuple(one.strip() for one in (value or "").split(",") if one.strip())
    if value is not None and not listed:
        raise click.BadParameter(_("« {words} » ne nomme rien.").format(words=value))
    return listed


def _ranges(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[PageRange, ...]:
    """Read ranges of pages: `1-4,9`."""
    return tuple(_range(one) for one in _listed(ctx, param, value))


def _range(words: str) -> PageRange:
    first, dash, last = words.partition("-")
    if not first.isdecimal() or not (last.isdecimal() if dash else not last):
        sentence = _("« {words} » n'est pas une suite de pages (exemple : 1-4,9).")
        raise click.BadParameter(sentence.format(words=words))
    ends = int(first), int(last or first)
    if not ends[0]:
        raise click.BadParameter(_("les pages se comptent à partir de 1."))
    if ends[0] > ends[1]:
        raise click.BadParameter(_("« {words} » est à l'envers.").format(words=words))
    return ends


OPTIONS = (
    click.option(
        "--items",
        cls=Chosen,
        callback=_listed,
        metavar=LIST,
        help=N_("Seulement ces parties du kit, par leur nom : cartes,chevalets."),
    ),
    click.option(
        "--only",
        cls=Chosen,
        callback=_listed,
        metavar=LIST,
        help=N_("Seulement ces cartes : une famille, un code, une suite (EF-01..EF-12)."),
    ),
    click.option(
        "--pages",
        cls=Chosen,
        callback=_ranges,
        metavar=LIST,
        help=N_("Seulement ces pages du kit : 1-4,9."),
    ),
    click.option(
        "--copies",
        cls=Chosen,
        type=click.IntRange(1, MOST_COPIES),
        default=1,
        metavar="N",
        help=N_("Tant de fois le jeu de cartes."),
    ),
    click.option(
        "--seats",
        cls=Chosen,
        type=click.IntRange(min=1),
        metavar="N",
        help=N_("Pour tant de personnes."),
    ),
    click.option(
        "--since",
        cls=Chosen,
        type=A_PATH,
        callback=to_read,
        metavar=FILE,
        help=N_("Seulement les cartes changées depuis cet ancien PDF."),
    ),
    click.option(
        "--from",
        "journal",
        cls=Chosen,
        type=A_PATH,
        callback=to_read,
        metavar=FILE,
        help=N_(
            "Seulement ce qui a été improvisé dans la séance de ce journal, sans NOM ; "
            "vers un .yaml, à coller dans le jeu."
        ),
    ),
    click.option(
        "--imposition",
        cls=Laid,
        type=click.Choice(get_args(Imposition)),
        help=N_(
            "duplex : les dos derrière ; fronts : sans dos ; gutter-fold : à côté d'un pli "
            "; single : une carte par page, avec son fond perdu."
        ),
    ),
    click.option(
        "--flip",
        cls=Laid,
        type=click.Choice(get_args(Flip)),
        help=N_("Le bord sur lequel l'imprimante retourne la feuille."),
    ),
    click.option(
        "--paper",
        cls=Laid,
        metavar=N_("PAPIER"),
        help=N_("Le papier des cartes : A4, A3, Letter, SRA3, ou une taille (320x450mm)."),
    ),
    click.option(
        "--card",
        cls=Laid,
        metavar=N_("FORMAT"),
        help=N_("La taille des cartes : poker, tarot, a6, a7, carree."),
    ),
    click.option(
        "--together",
        cls=Laid,
        is_flag=True,
        help=N_("Serre toutes les cartes sur les mêmes feuilles, tailles mêlées."),
    ),
    click.option(
        "--tiled",
        cls=Laid,
        is_flag=True,
        help=N_("Chaque plateau A3 sur deux feuilles A4, à coller."),
    ),
    click.option(
        "--marks",
        cls=Laid,
        type=click.Choice(get_args(Marks)),
        help=N_(
            "Où couper. crop : près des cartes ; lines : tout autour ; outer : au bord des "
            "feuilles ; none : aucun trait."
        ),
    ),
    click.option(
        "--marks-on",
        cls=Laid,
        type=click.Choice(get_args(Sides)),
        help=N_("Les côtés qui portent ces traits."),
    ),
    click.option(
        "--low-ink",
        cls=Drawn,
        is_flag=True,
        help=N_("Peu d'encre : des contours, ni fonds ni codes à scanner."),
    ),
    click.option(
        "--greyscale",
        cls=Drawn,
        is_flag=True,
        help=N_("En gris, les familles restant distinctes."),
    ),
    click.option(
        "--large",
        cls=Drawn,
        is_flag=True,
        help=N_("En grands caractères, sur des cartes plus grandes."),
    ),
    click.option(
        "--language",
        cls=Drawn,
        metavar=N_("LANGUE"),
        help=N_("Une seconde langue sur les cartes, par exemple en."),
    ),
    click.option(
        "--proof",
        cls=Drawn,
        is_flag=True,
        help=N_("Une épreuve : grille de 5 mm, coupe, fond perdu et marges par-dessus."),
    ),
    click.option(
        "--printer",
        cls=Machine,
        metavar=N_("IMPRIMEUR"),
        help=N_(
            "Les cartes seules, comme les veut makeplayingcards, thegamecrafter, drivethrucards."
        ),
    ),
    click.option(
        "--ink",
        cls=Machine,
        type=click.Choice(get_args(Ink)),
        default="rgb",
        help=N_("rgb, ou cmyk pour un imprimeur : quatre encres, le texte en noir seul."),
    ),
    click.option(
        "--ink-limit",
        cls=Machine,
        type=click.IntRange(100, 400),
        metavar="N",
        help=N_("Ce que le papier supporte d'encre avec cmyk, en pour cent ; 300 par défaut."),
    ),
    click.option(
        "--on",
        "machine",
        cls=Machine,
        metavar=N_("IMPRIMANTE"),
        help=N_("Le nom d'une imprimante mesurée : les versos tombent derrière leurs rectos."),
    ),
    click.option(
        "--calibrate",
        cls=Machine,
        metavar=N_("IMPRIMANTE"),
        help=N_("Écrit la mire de l'imprimante de ce nom, ou garde ses mesures."),
    ),
    click.option(
        "--measured",
        cls=Machine,
        metavar=N_("MESURES"),
        help=N_("Avec --calibrate : ce qui est lu sur la mire (x=1,5 gauche=-0,8 droite=-0,2)."),
    ),
)
"""Every option, in the order of the help."""


def every(options: Iterable[Callable[[F], F]]) -> Callable[[F], F]:
    """Give a function that adds options to a command, in their order."""

    def added(function: F) -> F:
        for option in reversed(tuple(options)):
            function = option(function)
        return function

    return added
