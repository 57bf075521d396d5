"""What a session of a campaign hands over to those that follow."""

from collections.abc import Iterable
from dataclasses import replace

from eclaireurs_play.engine import chance
from eclaireurs_play.engine.state import Result, State, results_named
from eclaireurs_play.engine.view import PUBLIC, view
from eclaireurs_play.errors import RefusedError
from eclaireurs_play.model.campaign import Campaign, Sitting


def legacy(sitting: Sitting, state: State) -> tuple[Result, ...]:
    """Give what a session leaves to the campaign, as anyone may read it.

    Raises RefusedError when the session ended without one of the results it was to leave.
    """
    public = view(state, PUBLIC).state
    return tuple(
        left
        for found, name in sitting.gives.items()
        for left in _left(public, found, name, sitting)
    )


def _left(state: State, found: str, name: str, sitting: Sitting) -> tuple[Result, ...]:
    """Give every time of a result: of a board that grew during the session, nothing is lost."""
    left = [one for one in results_named(state, found) if one in state.results]
    if not left:
        raise RefusedError(
            "nothing-handed-over",
            f"La séance « {sitting.id} » n'a rien laissé sous « {found} » : "
            "la séance suivante n'a rien à lire.",
        )
    return tuple(replace(one, name=name) for one in left)


def inherited(
    campaign: Campaign, sitting: Sitting, played: Iterable[tuple[Sitting, State]]
) -> tuple[Result, ...]:
    """Gather what the sessions played before hand over to one, the oldest first."""
    order = [one.id for one in campaign.sessions]
    before = (
        (one, state) for one, state in played if order.index(one.id) < order.index(sitting.id)
    )
    return tuple(
        left for one, state in before for left in legacy(one, state) if left.name in sitting.uses
    )


def seed_of(campaign_seed: int, sitting: Sitting) -> int:
    """Give each session of a campaign its own luck."""
    return chance.key(campaign_seed, f"seance/{sitting.id}")
