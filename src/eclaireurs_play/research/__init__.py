"""Sessions as PettingZoo environments, for research on agents; needs the extra `research`.

    from eclaireurs_play import research
    env = research.env("cantine-secheresse")

Importing this package without the extra raises MissingExtraError, whose sentence says how to
install it.
"""

from eclaireurs_play.errors import MissingExtraError
from eclaireurs_play.research.actions import Sizes

try:
    from eclaireurs_play.research.aec import env, raw_env
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] not in {"pettingzoo", "gymnasium"}:
        raise
    raise MissingExtraError(
        "Il manque PettingZoo : installez-le avec pip install 'eclaireurs-play[research]'."
    ) from None

__all__ = ["Sizes", "env", "raw_env"]
