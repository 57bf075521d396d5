"""The panels of a role sheet: what everyone may read, and what is for one person only."""

from eclaireurs_play.layout.blocks import Column, bullets, prose, title
from eclaireurs_play.layout.flow import Strip
from eclaireurs_play.layout.look import Style
from eclaireurs_play.layout.seats import Place
from eclaireurs_play.layout.weighing import red_line_strips, stance_words, weighing_strips
from eclaireurs_play.model.print import Size


def is_weighed(place: Place) -> bool:
    """Tell whether the scenario gives figures to a seat."""
    return bool(place.scenario and place.seat and any(place.seat.weights.values()))


def powers(place: Place, column: Column, size: float) -> list[Strip]:
    """Set the public lists, and what the situation adds for all to see."""
    role = place.role
    lists = (
        ("Ce que vous voulez", role.wants),
        ("Vous pouvez", role.can),
        ("Vous devez", role.must),
        ("Vous ne pouvez pas", role.cannot),
    )
    strips: list[Strip] = []
    for heading, points in lists:
        if points:
            strips += _section(column, heading, size, first=not strips)
            strips += bullets(column, points, _text(column, size), 0.8)
    if place.seat and place.seat.public:
        strips += _section(column, "Dans cette situation", size, first=not strips)
        strips += prose(column, place.seat.public, _text(column, size), 0.8)
    return [*strips, *_known(place, column, size)]


def _known(place: Place, column: Column, size: float) -> list[Strip]:
    """Set what weighs for this seat and that everyone knows."""
    if not is_weighed(place) or not place.scenario or not place.seat:
        return []
    style = _text(column, size)
    strips = weighing_strips(place.scenario, place.seat, column, style, shown=True)
    return [*_section(column, "Ce qui pèse, et que l'on sait", size), *strips] if strips else []


def left_panel(place: Place, column: Column, size: float) -> list[Strip]:
    """Set why the role wants what it wants; with figures on the right, what it might say."""
    strips = _reasons(place, column, size)
    if is_weighed(place):
        strips += _might_say(place, column, size, first=not strips)
    return strips


def right_panel(place: Place, column: Column, size: float) -> list[Strip]:
    """Set what the situation adds, what weighs, and, without figures, what the role might say."""
    strips = _situation(place, column, size)
    strips += _weighed(place, column, size, first=not strips)
    if not is_weighed(place):
        strips += _might_say(place, column, size, first=not strips)
    return [*strips, *_note(place, column)]


def _reasons(place: Place, column: Column, size: float) -> list[Strip]:
    """Set what the role holds to, why, what it knows and fears."""
    private = place.role.private
    parts = (
        ("Ce à quoi vous tenez", private.holds_to),
        ("Pourquoi", private.why),
        ("Ce que personne d'autre ne sait", private.knows),
        ("Ce que vous redoutez d'entendre", private.fears),
    )
    strips: list[Strip] = []
    for heading, words in parts:
        strips += _section(column, heading, size, first=not strips)
        strips += prose(column, words, _text(column, size), 0.8)
    return strips


def _situation(place: Place, column: Column, size: float) -> list[Strip]:
    """Set what the situation adds in secret."""
    if not place.seat or not place.seat.private:
        return []
    heading = _section(column, "Dans cette situation, pour vous seulement", size, first=True)
    return [*heading, *prose(column, place.seat.private, _text(column, size), 0.8)]


def _weighed(place: Place, column: Column, size: float, *, first: bool) -> list[Strip]:
    """Set what weighs, the red lines, and what it takes to say yes."""
    scenario, seat = place.scenario, place.seat
    if scenario is None or seat is None:
        return []
    style = _text(column, size)
    strips: list[Strip] = []
    weighs = weighing_strips(scenario, seat, column, style)
    if weighs:
        strips += [*_section(column, "Ce qui pèse pour vous", size, first=first), *weighs]
    lines = red_line_strips(scenario, seat, column, style)
    if lines:
        heading = "Vos lignes rouges" if len(seat.red_lines) > 1 else "Votre ligne rouge"
        strips += [*_section(column, heading, size, first=first and not weighs), *lines]
    words = stance_words(scenario, seat) if weighs else ""
    return [*strips, *(prose(column, words, style, 2) if words else [])]


def _might_say(place: Place, column: Column, size: float, *, first: bool) -> list[Strip]:
    """Set a few sentences the role could say."""
    strips = _section(column, "Vous pourriez dire", size, first=first)
    for words in place.role.private.might_say:
        strips += prose(column, words, _text(column, size), 1.4)
    return strips


def _note(place: Place, column: Column) -> list[Strip]:
    """Set where the role comes from."""
    theme = column.look.theme
    note = Style(theme.sizes.note, 1.3, theme.soft)
    return prose(column, place.role.note, note, 4) if place.role.note else []


def _section(column: Column, heading: str, size: float, *, first: bool = False) -> list[Strip]:
    at = Size(most=size, least=min(size, 7), leading=1.25)
    return title(column, heading, at, 0 if first else 3.2)


def _text(column: Column, size: float) -> Style:
    leading = column.look.theme.sizes.sheet_text.leading
    return Style(size, leading, column.look.theme.ink, spacing=0.35)
