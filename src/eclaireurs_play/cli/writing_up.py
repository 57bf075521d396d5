"""`eclaireurs synthesis`: a session written up, to edit, to hand out, to put online."""

import re
from pathlib import Path
from typing import get_args

import click

from eclaireurs_play import api, campaigns, press
from eclaireurs_play.cli.options import A_PATH, FILE, to_read, to_write, told_argument
from eclaireurs_play.cli.scripts import read_text
from eclaireurs_play.cli.telling import aside
from eclaireurs_play.cli.words import N_, _
from eclaireurs_play.content.campaigns import find_campaign, load_campaign
from eclaireurs_play.engine.gestures import Audience
from eclaireurs_play.errors import JournalError
from eclaireurs_play.files import write_whole
from eclaireurs_play.synthesis import build, build_campaign, draw_figures, to_html, to_markdown
from eclaireurs_play.synthesis.document import Document

PAGES = {".html", ".htm"}
TEXTS = {".md", ".markdown", ".txt"}


@click.command(
    "synthesis",
    help=N_(
        "Écrit la synthèse d'une séance : un texte à relire (.md) ou une page à imprimer (.html). "
        "Avec --text, la page reprend le texte que vous avez corrigé."
    ),
)
@told_argument
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
@click.option("--force", is_flag=True, help=N_("Écrit par-dessus un texte déjà corrigé."))
@click.pass_obj
def command(
    library: Path | None,
    journal: Path,
    output: Path,
    audience: Audience,
    text: Path | None,
    *,
    force: bool,
) -> None:
    """Write up a session."""
    if output.suffix.lower() not in PAGES | TEXTS:
        raise click.UsageError(_("Le fichier à écrire doit finir par .md ou .html."))
    document = (_campaign if journal.is_dir() else _session)(journal, audience, library)
    markdown = _for_this_audience(text, audience) if text else to_markdown(document)
    if output.suffix.lower() in PAGES:
        figures = draw_figures(document, press.default_look(library))
        write_whole(output, to_html(markdown, figures, document.title))
    else:
        marked = f"{_MARK.format(audience)}\n\n{markdown}"
        if not force:
            _spare(output, marked)
        write_whole(output, marked)
    click.echo(str(output))


def _session(journal: Path, audience: Audience, library: Path | None) -> Document:
    """Write up the session of a journal."""
    opened = api.replay(journal, library)
    for sentence in opened.said:
        aside(sentence)
    session = opened.session
    return build(session.rules, session.state, audience, credits=opened.credits())


def _campaign(folder: Path, audience: Audience, library: Path | None) -> Document:
    """Write up a campaign: every journal of its folder."""
    name = campaigns.campaign_of(folder)
    found = find_campaign(name, library)
    if found is None:
        raise JournalError(f"La campagne « {name} » n'est pas dans la bibliothèque.")
    content = load_campaign(found, library)
    played = campaigns.resume(content, folder, library)
    told = (
        (one.sitting, one.opened.session.rules, one.state, one.opened.credits()) for one in played
    )
    return build_campaign(content.campaign, told, audience)


_MARK = "<!-- version : {} -->"
_MARKED = re.compile(r"\A<!-- version : (\w+) -->\s*")


def _for_this_audience(path: Path, audience: Audience) -> str:
    """Read a corrected text, and refuse one that was written for other readers."""
    text = read_text(path)
    mark = _MARKED.match(text)
    if mark and mark[1] != audience:
        raise click.UsageError(
            _("{path} est la version « {other} » : demandez --for {other}.").format(
                path=path, other=mark[1]
            )
        )
    return _MARKED.sub("", text)


def _spare(path: Path, written: str) -> None:
    """Refuse to lose a text that someone has corrected."""
    if path.is_file() and read_text(path) != written:
        raise click.UsageError(
            _("{path} existe déjà, avec un autre texte : --force pour l'écraser.").format(path=path)
        )
