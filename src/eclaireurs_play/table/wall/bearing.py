"""Whether what is asked or done in a phase bears on the versions that it takes up."""

from collections.abc import Iterable

from eclaireurs_play.engine.gestures import Choose, Rank, Share
from eclaireurs_play.table.wall.choosing import YES, options
from eclaireurs_play.table.wall.shown import Shown


def elsewhere(shown: Shown) -> bool:
    """Tell whether what is asked is to choose or share things that are no version."""
    asked = next(iter(shown.wanted), None)
    stepped = shown.leaf is not None and bool(shown.leaf.step)
    if asked is None and not stepped:
        return _done_elsewhere(shown)
    if asked is None or stepped or asked.ask.about in {one.id for one in shown.live}:
        return False
    names = options(shown, asked.ask)
    return bool(names) and names.keys().isdisjoint({YES, *(one.id for one in shown.live)})


def _done_elsewhere(shown: Shown) -> bool:
    """Tell whether all that was chosen or shared in the phase bears on no version."""
    made = [one.gesture for one in shown.made if isinstance(one.gesture, Choose | Rank | Share)]
    live = {one.id for one in shown.live}
    named = {one for gesture in made for one in (gesture.about, *_named(gesture))}
    return bool(made) and named.isdisjoint(live)


def _named(gesture: Choose | Rank | Share) -> Iterable[str]:
    match gesture:
        case Choose(options=options):
            return options
        case Rank(order=order):
            return (one for group in order for one in group)
        case Share(parts=parts):
            return parts
