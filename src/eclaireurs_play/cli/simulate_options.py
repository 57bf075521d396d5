"""The options of `eclaireurs simulate`: how many, what varies, who plays, one session again."""

import click

from eclaireurs_play.cli.grouped import Option
from eclaireurs_play.cli.options import (
    A_PATH,
    FILE,
    FOLDER,
    calm_option,
    table_option,
    to_make,
    to_make_and_write,
)
from eclaireurs_play.cli.playing import LARGEST_SEED
from eclaireurs_play.cli.words import N_
from eclaireurs_play.simulation.batch import MOST
from eclaireurs_play.simulation.columns import EXECUTORS
from eclaireurs_play.simulation.executor import AUTO

MOST_JOBS = 256
SETTING = N_("CHEMIN=VALEUR")


class Varied(Option):
    """What is changed, and compared."""

    heading = N_("Ce qui varie ")


class Working(Option):
    """Who plays."""

    heading = N_("Qui joue ")


class Again(Option):
    """One session of the batch."""

    heading = N_("Une séance du lot ")


OPTIONS = (
    click.option(
        "--sessions",
        type=click.IntRange(1, MOST),
        default=100,
        show_default=True,
        metavar="N",
        help=N_("Combien de séances jouer."),
    ),
    click.option(
        "--seed",
        type=click.IntRange(0, LARGEST_SEED),
        default=0,
        metavar="N",
        help=N_("Le germe du lot : le même donne les mêmes séances."),
    ),
    table_option,
    calm_option,
    click.option(
        "--out",
        type=A_PATH,
        callback=to_make,
        metavar=FOLDER,
        help=N_("Garde les colonnes et le bilan dans ce dossier."),
    ),
    click.option("--parquet", is_flag=True, help=N_("Écrit aussi les colonnes en Parquet.")),
    click.option(
        "--set",
        "given",
        cls=Varied,
        multiple=True,
        metavar=SETTING,
        help=N_("Règle une valeur de la situation ou du jeu : surprises.pluie=off."),
    ),
    click.option(
        "--against",
        cls=Varied,
        metavar=N_("NOM|NOM@RÉVISION"),
        help=N_("Compare à une autre version, qui seule prend les réglages de --set."),
    ),
    click.option(
        "--vary",
        cls=Varied,
        multiple=True,
        metavar=SETTING,
        help=N_("Essaie plusieurs valeurs : seats.maire.weights.cout=2:12:6, ou =2,4,9."),
    ),
    click.option(
        "--knockouts",
        cls=Varied,
        is_flag=True,
        help=N_("Retire chaque chose à son tour, et fait commencer chaque place."),
    ),
    click.option(
        "--jobs",
        cls=Working,
        type=click.IntRange(1, MOST_JOBS),
        metavar="N",
        help=N_("Combien de processus jouent à la fois ; autant que de processeurs par défaut."),
    ),
    click.option(
        "--cluster",
        cls=Working,
        default="",
        metavar="tcp://…",
        help=N_("Joue sur la grappe Dask de cette adresse."),
    ),
    click.option(
        "--executor",
        cls=Working,
        type=click.Choice((AUTO, *EXECUTORS)),
        default=AUTO,
        help=N_("Par lots (lockstep), séance après séance (reference), ou au mieux (auto)."),
    ),
    click.option(
        "--open",
        "opened",
        cls=Again,
        type=click.IntRange(1, MOST),
        metavar="K",
        help=N_("Montre la séance K en film, à la table, pour la reprendre d'où l'on veut."),
    ),
    click.option(
        "--journal",
        cls=Again,
        type=click.IntRange(1, MOST),
        metavar="K",
        help=N_("Écrit seulement le journal de la séance K, dans le fichier donné par -o."),
    ),
    click.option(
        "-o",
        "--output",
        cls=Again,
        type=A_PATH,
        callback=to_make_and_write,
        metavar=FILE,
        help=N_("Le journal à écrire ; d'une campagne, un dossier."),
    ),
)
"""Every option, in the order of the help."""
