"""Campaigns: sessions that exist, and links from what one leaves to what another takes up."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from eclaireurs_play.content import library
from eclaireurs_play.content.bundle import Read, ScenarioContent, phases_of
from eclaireurs_play.content.library import Header
from eclaireurs_play.content.loader import load_model, load_scenario
from eclaireurs_play.content.names import Problems
from eclaireurs_play.content.results import left_by
from eclaireurs_play.content.wording import did_you_mean, quoted
from eclaireurs_play.errors import ContentError, Diagnostic, NotFoundError
from eclaireurs_play.model.campaign import Campaign, Sitting

ScenarioNamed = Callable[[str], ScenarioContent]
"""Gives a scenario by its id; raises NotFoundError or ContentError."""


@dataclass(frozen=True)
class CampaignContent:
    """A campaign and the content of each of its sessions, by the session's id."""

    campaign: Campaign
    scenarios: Mapping[str, ScenarioContent]

    def __iter__(self) -> Iterator[tuple[Sitting, ScenarioContent]]:
        """Go through the sessions in order."""
        return ((one, self.scenarios[one.id]) for one in self.campaign.sessions)


def find_campaign(name: str | Path, explicit: Path | None = None) -> Header | None:
    """Find a campaign by its id or its path; None when nothing of the sort has that name."""
    try:
        return library.find(name, library.CAMPAIGNS, library.roots(explicit))
    except NotFoundError:
        return None


def load_campaign(found: Header, explicit: Path | None = None) -> CampaignContent:
    """Load a campaign and its sessions; ContentError with every problem found."""
    return load_campaign_on(found, lambda name: load_scenario(name, explicit or found.root))


def load_campaign_on(found: Header, scenario_named: ScenarioNamed) -> CampaignContent:
    """Load a campaign on the scenarios that `scenario_named` gives."""
    read = load_model(found.path, Campaign, found.root)
    problems: list[Diagnostic] = []
    scenarios: dict[str, ScenarioContent] = {}
    for index, sitting in enumerate(read.model.sessions):
        if sitting.id in scenarios:
            sentence = f"{quoted(sitting.id)} désigne déjà une autre séance"
            problems.append(read.source.problem(("sessions", index, "id"), sentence))
        try:
            scenarios[sitting.id] = scenario_named(sitting.scenario)
        except ContentError as error:
            problems += error.diagnostics
        except NotFoundError as error:
            place = ("sessions", index, "scenario")
            problems.append(read.source.problem(place, str(error)))
    whole = all(sitting.id in scenarios for sitting in read.model.sessions)
    if whole and not problems:
        problems += _links(read, scenarios)
    if problems or not whole:
        raise ContentError(tuple(problems))
    return CampaignContent(read.model, scenarios)


def _links(read: Read[Campaign], scenarios: Mapping[str, ScenarioContent]) -> Problems:
    """Check that each session hands over what it leaves, and takes up what was handed over."""
    given: set[str] = set()
    for index, sitting in enumerate(read.model.sessions):
        game = scenarios[sitting.id].content.game
        trail = ("sessions", index)
        for place, name in enumerate(sitting.uses):
            if name not in given:
                sentence = f"aucune séance d'avant ne laisse {quoted(name)}"
                hint = did_you_mean(name, given)
                yield read.source.problem((*trail, "uses", place), sentence, hint)
            elif name not in game.inherits:
                sentence = f"« {game.title} » n'hérite pas de {quoted(name)}"
                hint = f"écrivez-le dans inherits, dans {game.id}/game.yaml"
                yield read.source.problem((*trail, "uses", place), sentence, hint)
        left = {name for phase, _ in phases_of(game) for name in left_by(phase)}
        for name in sitting.gives:
            if name not in left:
                sentence = f"« {game.title} » ne laisse aucun résultat {quoted(name)}"
                hint = did_you_mean(name, left)
                yield read.source.problem((*trail, "gives", name), sentence, hint, key=True)
        given |= set(sitting.gives.values())
