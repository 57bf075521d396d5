"""A campaign is a folder of journals: one session after the other, begun, resumed, checked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from eclaireurs_play import api
from eclaireurs_play.content.campaigns import CampaignContent
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import State
from eclaireurs_play.errors import JournalError, OutputError
from eclaireurs_play.files import cannot_write
from eclaireurs_play.model.campaign import Sitting
from eclaireurs_play.play.campaign import inherited, seed_of
from eclaireurs_play.play.journal import read_journal


@dataclass(frozen=True, slots=True)
class Sat:
    """A session of a campaign that was begun."""

    sitting: Sitting
    opened: api.Opened

    @property
    def state(self) -> State:
        """Give where the session is."""
        return self.opened.session.state

    @property
    def over(self) -> bool:
        """Tell whether the next session may begin."""
        return self.state.status != "playing"


def journal_path(folder: Path, content: CampaignContent, sitting: Sitting) -> Path:
    """Say where the journal of a session is: `2-cockpit.jsonl`."""
    place = content.campaign.sessions.index(sitting) + 1
    return folder / f"{place}-{sitting.id}.jsonl"


def following(content: CampaignContent, played: Iterable[Sat]) -> Sitting | None:
    """Give the session that comes after those played, if any is left."""
    done = {one.sitting.id for one in played}
    return next((one for one in content.campaign.sessions if one.id not in done), None)


def begin(
    content: CampaignContent, played: tuple[Sat, ...], setup: Setup, folder: Path | None = None
) -> Sat:
    """Begin the next session of a campaign.

    `setup` says how the first begins, its seed that of the whole campaign; the others follow it.
    Raises RefusedError when an earlier session did not leave what this one takes up.
    """
    sitting = following(content, played)
    if sitting is None:
        raise OutputError(f"Toutes les séances de « {content.campaign.id} » sont jouées.")
    scenario = content.scenarios[sitting.id]
    left = inherited(content.campaign, sitting, ((one.sitting, one.state) for one in played))
    own = replace(_like_the_first(setup, sitting, played), campaign=content.campaign.id,
                  inherited=left)  # fmt: skip
    own = api.with_everyone(own, scenario) if setup.simulated else own
    path = journal_path(folder, content, sitting) if folder else None
    return Sat(sitting, api.start(scenario, own, path))


def _like_the_first(setup: Setup, sitting: Sitting, played: tuple[Sat, ...]) -> Setup:
    """Keep the options of the first session for those that follow, each with its own luck."""
    if not played:
        return setup
    first = played[0].opened.session.setup
    seed = seed_of(first.seed, sitting)
    return replace(setup, seed=seed, table=first.table, in_hand=first.in_hand, calm=first.calm)


def new_folder(folder: Path, content: CampaignContent) -> None:
    """Make the folder of a campaign; one that already holds journals is never begun again."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from None
    for sitting in content.campaign.sessions:
        path = journal_path(folder, content, sitting)
        if path.exists():
            raise OutputError(
                f"{path} existe déjà : reprenez cette campagne, ou changez de dossier."
            )


def campaign_of(folder: Path) -> str:
    """Give the id of the campaign that the journals of a folder tell."""
    journals = sorted(folder.glob("*.jsonl"))
    if not journals:
        raise _no_campaign(folder)
    name = read_journal(journals[0]).header.setup.get("campaign", "")
    if not name:
        raise JournalError(f"{journals[0]} n'est pas une séance de campagne.")
    return str(name)


def _no_campaign(folder: Path) -> JournalError:
    return JournalError(f"{folder} ne contient pas de journal de campagne.")


def resume(content: CampaignContent, folder: Path, library_root: Path | None) -> tuple[Sat, ...]:
    """Rebuild the sessions of a folder in order; the last one, if unfinished, goes on.

    Raises JournalError when there is none, when one is missing before another, or when one took
    up something else than what those before it left.
    """
    played: list[Sat] = []
    missing: Path | None = None
    for sitting in content.campaign.sessions:
        path = journal_path(folder, content, sitting)
        if not path.exists():
            missing = missing or path
            continue
        if missing:
            raise JournalError(f"{missing} n'est plus là, alors que {path} en vient.")
        opened = api.open_journal(path, library_root)
        _check(content, played, sitting, opened, path)
        played.append(Sat(sitting, opened))
    if not played:
        raise _no_campaign(folder)
    return tuple(played)


def _check(
    content: CampaignContent, played: list[Sat], sitting: Sitting, opened: api.Opened, path: Path
) -> None:
    scenario, setup = opened.content.scenario.id, opened.session.setup
    if (setup.campaign, scenario) != (content.campaign.id, sitting.scenario):
        raise JournalError(f"{path} n'est pas la séance « {sitting.id} » de cette campagne.")
    left = inherited(content.campaign, sitting, ((one.sitting, one.state) for one in played))
    if setup.inherited != left:
        raise JournalError(
            f"{path} part d'autre chose que ce que les séances d'avant ont laissé : "
            "l'une d'elles a changé depuis."
        )
