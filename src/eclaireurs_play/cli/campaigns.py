"""A campaign on the terminal: its sessions one after the other, weeks apart."""

from pathlib import Path

from eclaireurs_play import campaigns
from eclaireurs_play.campaigns import Sat
from eclaireurs_play.cli.prompt import converse, finish
from eclaireurs_play.cli.scripts import Show
from eclaireurs_play.cli.telling import aside
from eclaireurs_play.cli.words import _
from eclaireurs_play.content.campaigns import CampaignContent
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.errors import JournalError, RefusedError
from eclaireurs_play.play.campaign import legacy
from eclaireurs_play.play.narration import settled_words
from eclaireurs_play.play.narration import tell as told
from eclaireurs_play.play.policies import autoplay


def play(
    content: CampaignContent,
    setup: Setup,
    folder: Path | None,
    show: Show,
    *,
    played: tuple[Sat, ...] = (),
) -> None:
    """Play what is left of a campaign.

    Simulated, sessions follow each other to the end; with people, only the next one is played.
    """
    busy = bool(played) and not played[-1].over
    if busy:
        _through(played[-1], folder, content, show)
    if folder and played[-1:] and played[-1].over and (cut := _cut_short(content, played)):
        raise JournalError(_way_back(content, cut, folder))
    while not busy or (setup.simulated and played[-1].over):
        if campaigns.following(content, played) is None:
            break
        played = (*played, _begun(content, setup, folder, show, played))
        busy = True
    _announced(content, played, folder)


def resumed(content: CampaignContent, folder: Path, library: Path | None) -> tuple[Sat, ...]:
    """Take a campaign up where its folder left it."""
    played = campaigns.resume(content, folder, library)
    for one in played:
        for sentence in one.opened.said:
            aside(sentence)
    return played


def _begun(
    content: CampaignContent,
    setup: Setup,
    folder: Path | None,
    show: Show,
    played: tuple[Sat, ...],
) -> Sat:
    sat = campaigns.begin(content, played, setup, folder)
    _heading(content, sat, show)
    session = sat.opened.session
    show(told(session.rules, session.state, session.opening))
    _through(sat, folder, content, show)
    return sat


def _heading(content: CampaignContent, sat: Sat, show: Show) -> None:
    """Say which session begins, how long after, and what it takes up."""
    sessions = content.campaign.sessions
    place, scenario = sessions.index(sat.sitting) + 1, sat.opened.content.scenario
    after = f" ({sat.sitting.after} plus tard)" if sat.sitting.after else ""
    show([f"## Séance {place} sur {len(sessions)}{after} : {scenario.title}"])
    rules, state = sat.opened.session.rules, sat.state
    latest = {left.name: left for left in state.inherited}
    for left in latest.values():
        title = rules.game.inherits.get(left.name, left.name)
        words = left.outcome.sentence or settled_words(rules, state, left)
        show([f"{title} : {words}"])


def _through(sat: Sat, folder: Path | None, content: CampaignContent, show: Show) -> None:
    session = sat.opened.session
    if session.setup.simulated:
        for _action in autoplay(session):
            show(told(session.rules, session.state, session.played[-1].events))
        return
    path = campaigns.journal_path(folder, content, sat.sitting) if folder else None
    if path is None:
        aside(_("Sans --folder DOSSIER, rien ne sera gardé."))
    finish(converse(session), path)


def _cut_short(content: CampaignContent, played: tuple[Sat, ...]) -> Sat | None:
    """Give the last session, when it stopped before it left what the campaign needs of it."""
    last = played[-1] if played else None
    if last is None or campaigns.following(content, played) is None:
        return None
    try:
        legacy(last.sitting, last.state)
    except RefusedError:
        return last
    return None


def _way_back(content: CampaignContent, cut: Sat, folder: Path) -> str:
    """Say how to take up a session that was stopped: its journal without the last gesture."""
    path = campaigns.journal_path(folder, content, cut.sitting)
    sentence = _(
        "La séance s'est arrêtée avant de laisser ce que la suivante doit lire. Pour la reprendre "
        "juste avant : eclaireurs replay {path} --at {count} --branch {other}, mettez {other} à "
        "la place de {path}, puis --resume."
    )
    count = len(cut.opened.session.played) - 1
    return sentence.format(path=path, other=path.with_suffix(".reprise"), count=count)


def _announced(content: CampaignContent, played: tuple[Sat, ...], folder: Path | None) -> None:
    """Say what comes next, and how to take it up."""
    coming = campaigns.following(content, played)
    if played and not played[-1].over:
        aside(_("La séance n'est pas finie."))
        if folder:
            again = _("Pour la reprendre : eclaireurs play {name} --folder {folder} --resume")
            aside(again.format(name=content.campaign.id, folder=folder))
    elif folder and (cut := _cut_short(content, played)):
        aside(_way_back(content, cut, folder))
    elif coming is None:
        aside(_("La campagne est finie."))
    elif folder:
        when = _(", {after} plus tard").format(after=coming.after) if coming.after else ""
        sentence = _("Prochaine séance{when} : « {title} ». Reprenez-la avec --resume.")
        title = content.scenarios[coming.id].scenario.title
        aside(sentence.format(when=when, title=title))
