"""The projector: the question, what the moment is about, the cards, the seats; all is public.

A frame is drawn from `Shown`, made of a view of what anyone may know. Each module but `frame`,
`writing` and `shown` is a sight: given a `Shown`, it finds in it what it can draw, or None. It
looks at gestures, domains, outlines and outcomes, and never at the kind of a phase.
"""

from eclaireurs_play.table.wall.frame import draw_wall
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import LEAST

__all__ = ["LEAST", "Shown", "draw_wall"]
