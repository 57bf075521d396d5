"""`eclaireurs synthesis`: a session written up, to edit, to hand out, to put online."""

from pathlib import Path
from typing import get_args

import click

from eclaireurs_play import api, press
from eclaireurs_play.cli.options import A_PATH, FILE, journal_argument, to_read, to_write
from eclaireurs_play.cli.scripts import read_text
from eclaireurs_play.cli.telling import aside
from eclaireurs_play.cli.words import N_, _
from eclaireurs_play.engine.gestures import Audience
from eclaireurs_play.files import write_whole
from eclaireurs_play.synthesis import build, draw_figures, to_html, to_markdown

PAGES = {".html", ".htm"}
TEXTS = {".md", ".markdown", ".txt"}


@click.command(
    "synthesis",
    help=N_(
        "Écrit la synthèse d'une séance : un texte à relire (.md) ou une page à imprimer (.html). "
        "Avec --text, la page reprend le texte que vous avez corrigé."
    ),
)
@journal_argument
@click.option(
    "-o",
    "--output",
    type=A_PATH,
    callback=to_write,
    required=True,
    metavar=FILE,
    help=N_("Le fichier à écrire, en .md ou en .html."),
)
@click.option(
    "--for",
    "audience",
    type=click.Choice(get_args(Audience)),
    default="parties",
    show_default=True,
    help=N_("Qui la lira : les notes des autres n'y sont pas."),
)
@click.option(
    "--text",
    type=A_PATH,
    callback=to_read,
    metavar=FILE,
    help=N_("Le texte corrigé, dont la page est faite."),
)
@click.pass_obj
def command(
    library: Path | None, journal: Path, output: Path, audience: Audience, text: Path | None
) -> None:
    """Write up a session."""
    if output.suffix.lower() not in PAGES | TEXTS:
        raise click.UsageError(_("Le fichier à écrire doit finir par .md ou .html."))
    opened = api.replay(journal, library)
    for sentence in opened.said:
        aside(sentence)
    session = opened.session
    document = build(session.rules, session.state, audience, credits=_credits(opened))
    markdown = read_text(text) if text else to_markdown(document)
    if output.suffix.lower() in PAGES:
        figures = draw_figures(document, press.default_look(library))
        write_whole(output, to_html(markdown, figures, document.title))
    else:
        write_whole(output, markdown)
    click.echo(str(output))


def _credits(opened: api.Opened) -> tuple[str, ...]:
    """Credit the decks whose cards were on the table, and the content's version."""
    content, seen = opened.content.content, set(opened.session.state.seen)
    decks = (deck for deck in content.decks if seen & {card.id for card in deck.cards})
    lines = (f"{deck.title} : {deck.attribution} ({deck.license})." for deck in decks)
    return (*lines, f"Version des textes : {opened.content.texts_digest}.")
