"""The next session of a campaign, at the table: the one that is not over, or the one after."""

from pathlib import Path
from random import SystemRandom

from eclaireurs_play import api, campaigns
from eclaireurs_play.content.campaigns import find_campaign, load_campaign
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.errors import NotFoundError, OutputError
from eclaireurs_play.files import cannot_write
from eclaireurs_play.table.words import _


def sit(
    name: str, folder: Path, library: Path | None = None, setup: Setup | None = None
) -> tuple[api.Opened, Path]:
    """Open a session of a campaign whose journals are in a folder, and say which file keeps it.

    `setup` says how the first session begins. Raises JournalError, RefusedError or OutputError
    when the next session can't begin.
    """
    found = find_campaign(name, library)
    if found is None:
        raise NotFoundError(_("Aucune campagne ne s'appelle « {name} ».").format(name=name))
    chain = load_campaign(found, library)
    begun = folder.is_dir() and any(folder.glob("*.jsonl"))
    played = campaigns.resume(chain, folder, library) if begun else ()
    if not played or played[-1].over:
        if campaigns.following(chain, played) is None:
            raise OutputError(_("La campagne « {title} » est finie.").format(
                title=chain.campaign.title))  # fmt: skip
        _make(folder)
        setup = setup or Setup(SystemRandom().randrange(2**63))
        played = (*played, campaigns.begin(chain, played, setup, folder))
    last = played[-1]
    return last.opened, campaigns.journal_path(folder, chain, last.sitting)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from None
