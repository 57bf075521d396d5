"""A whole campaign written up: where its board stands, then each session's own synthesis."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from eclaireurs_play.engine.gestures import Audience
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State
from eclaireurs_play.model.campaign import Campaign, Sitting
from eclaireurs_play.synthesis.boards import board_blocks
from eclaireurs_play.synthesis.build import build
from eclaireurs_play.synthesis.document import Block, Document, Heading, prose, said

Played = tuple[Sitting, Rules, State, tuple[str, ...]]
"""A session, its rules, where it stands, and lines on its decks and content."""


def build_campaign(campaign: Campaign, played: Iterable[Played], audience: Audience) -> Document:
    """Write up the sessions played, in order, under the campaign's title."""
    sessions = tuple(played)
    blocks: list[Block] = [Heading(1, campaign.title), *prose(campaign.context)]
    left = len(campaign.sessions) - len(sessions)
    if left:
        blocks.append(said(f"Séances qui restent à jouer : {left}."))
    if sessions:
        _, rules, state, _ = sessions[-1]
        board = board_blocks(rules, (*state.inherited, *state.results))
        blocks += (Heading(2, "Le tableau de bord"), *board) if board else ()
    for number, (sitting, rules, state, told) in enumerate(sessions, start=1):
        after = f", {sitting.after} plus tard" if sitting.after else ""
        title = f"Séance {number}{after} : {rules.scenario.title}"
        blocks += (Heading(2, title), *_lower(build(rules, state, audience, credits=told).blocks))
    return Document(campaign.title, tuple(blocks))


def _lower(blocks: Iterable[Block]) -> Iterator[Block]:
    """Put the headings of a session below those of the campaign; its own title goes."""
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
        elif block.level > 1:
            yield replace(block, level=block.level + 1)
