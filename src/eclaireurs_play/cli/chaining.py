"""A campaign simulated: its sessions chained as many times as asked, each with its own report."""

from pathlib import Path

from eclaireurs_play import api
from eclaireurs_play.cli.balancing import count, told, written
from eclaireurs_play.cli.batches import Asked, Version, exported, played
from eclaireurs_play.content.campaigns import CampaignContent
from eclaireurs_play.simulation.campaigns import CampaignBatch
from eclaireurs_play.simulation.executor import chosen
from eclaireurs_play.simulation.keeping import Kept
from eclaireurs_play.simulation.report import Report, report
from eclaireurs_play.simulation.sections import Section
from eclaireurs_play.simulation.wording import counted


def batch_of(chain: CampaignContent, asked: Asked) -> CampaignBatch:
    """Give the batch of a campaign."""
    rules = {sitting.id: api.rules_of(content) for sitting, content in chain}
    return CampaignBatch(chain.campaign, rules, asked.seed, asked.table, asked.calm)


def balance_chain(folder: Path, chain: CampaignContent, asked: Asked, library: Path | None) -> None:
    """Play a batch of campaigns; report on each session, and on one page for all."""
    batch = batch_of(chain, asked)
    how = chosen(batch, asked.executor)
    kept = Kept.chained(folder, batch, chain)
    halt = played([kept], asked)
    if not kept.store.count():
        halt.end()
    with halt.watching():
        exported(kept, asked)
        made: list[tuple[str, Report]] = []
        for sitting, content in chain:
            store = kept.stores[sitting.id]
            rules = batch.rules[sitting.id]
            own = Version(sitting.id, content, rules, how, Kept(batch, how.name, {"": store}))
            found = count(own, asked)
            one = report(content, rules, found.found, found.how)
            made.append((store.folder.name, one))
            if asked.lasting:
                written(one, store.folder, library)
        told(_whole(chain, made, asked, kept.store.count()), folder, asked, library)
    halt.end()


def _whole(
    chain: CampaignContent, made: list[tuple[str, Report]], asked: Asked, played: int
) -> Report:
    """Put the essential of each session on one page."""
    title = chain.campaign.title
    sections = tuple(Section(f"{place} : {one.title}", one.main) for place, one in made)
    findings = [found for _, one in made for found in one.findings]
    return Report(
        f"Bilan de la campagne : {title}",
        f"{counted(played, 'campagne jouée', 'campagnes jouées')} de « {title} », {len(made)} "
        f"séances qui se suivent, {asked.words}.",
        tuple(dict.fromkeys(said for _, one in made for said in one.banners)),
        tuple(f"{place} : {said}" for place, one in made for said in one.main[:1]),
        tuple(sorted(findings, key=lambda one: (-one.gravity, -one.size))),
        sections,
    )
