"""Cards and pages laid on sheets: where they stand, where to cut, what is glued or folded."""

from eclaireurs_play.printing.imposition.posters import ganged, tiles
from eclaireurs_play.printing.imposition.sheets import Printed, impose

__all__ = ["Printed", "ganged", "impose", "tiles"]
