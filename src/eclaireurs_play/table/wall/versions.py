"""Versions of a proposal side by side, what changes marked, and what the last one moves."""

import re
from functools import partial

from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import Objection, Options, Terms
from eclaireurs_play.engine.gestures import Choose
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Proposal, proposal_named
from eclaireurs_play.layout.display import Box
from eclaireurs_play.layout.lines import Voice
from eclaireurs_play.layout.look import PLAIN, STRONG
from eclaireurs_play.model.print import Colour, FontName
from eclaireurs_play.play.naming import version_title
from eclaireurs_play.play.versions import option_title
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.agreement import ADOPTED, HELD, now_at, refused
from eclaireurs_play.table.wall.bearing import elsewhere
from eclaireurs_play.table.wall.effects import draw_effects, effects, effects_of
from eclaireurs_play.table.wall.objections import objections
from eclaireurs_play.table.wall.script import draw_script
from eclaireurs_play.table.wall.shown import Shown
from eclaireurs_play.table.wall.writing import (
    LEAST,
    LINE,
    Row,
    Sight,
    columns,
    common,
    heading,
    rows,
    under,
    write,
)
from eclaireurs_play.table.words import _

CHANGED = "▶"
NARROW = 300.0
"""Under so many mm, versions are not laid side by side."""

TABLE = 240.0
"""Under so many mm, a table keeps the rows that change."""

TALLEST = 30.0
"""The tallest row of a table, in mm."""

SIDES = 3
"""How many versions are laid side by side."""

_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n+")


def versions(shown: Shown) -> Sight | None:
    """Show the versions that the phase bears on; before the first, what is to be agreed on."""
    if shown.live and not elsewhere(shown):
        return partial(_draw, shown)
    domains = (one.ask.domain for one in shown.offers)
    terms = next((one for one in domains if isinstance(one, Terms)), None)
    return partial(_open, shown.rules, terms) if terms and terms.terms else None


def agreed(shown: Shown) -> Sight | None:
    """Show where the table stands, when nothing was said yet of anything else."""
    if shown.begun:
        return None
    version, why = now_at(shown), refused(shown)
    if version is not None:
        return partial(_draw_one, shown, version)
    return (
        partial(_say, _("Aucune proposition n'est adoptée. {why}").format(why=why)) if why else None
    )


def _say(words: str, brush: Brush, box: Box) -> None:
    write(brush, words, box)


def verdict(shown: Shown) -> str:
    """Say what a discussion decided of the version it bears on; "" until it has."""
    step = shown.leaf.step if shown.leaf else ""
    if step not in {ADOPTED, HELD} or not shown.live:
        return ""
    words = (_("Adoptée : la proposition {number}") if step == ADOPTED
             else _("Non adoptée : la proposition {number}"))  # fmt: skip
    return words.format(number=focus(shown).id.removeprefix("p"))


def focus(shown: Shown) -> Proposal:
    """Give the version being discussed: the one asked about, else the last made or taken up."""
    named = (_bears_on(one.ask) for one in (*shown.wanted, *shown.offers))
    known = {one.id: one for one in shown.live}
    asked = next((known[one] for one in named if one in known), None)
    if asked is not None:
        return asked
    numbers = {one.number for one in shown.made}
    made = [one for one in shown.live if one.number in numbers]
    stepped = shown.leaf is not None and bool(shown.leaf.step)
    left = shown.live[:1] if stepped else shown.live[-1:]
    return (*made[-1:], *left)[0]


def _bears_on(ask: Ask) -> str:
    """Name the version that an ask bears on, if it names one."""
    match ask.domain:
        case Objection(proposal=name):
            return name
        case Options(proposal=name) if name:
            return name
        case _:
            return ask.about


def _draw(shown: Shown, brush: Brush, box: Box) -> None:
    version = focus(shown)
    top = draw_script(brush, shown, box)
    box = under(box, top)
    said = objections(shown)
    if said and box.width >= NARROW:
        left, right = columns(box, 2)
        said(brush, left)
        _table(brush, shown, _beside(shown, version)[-2:], right)
    elif said:
        said(brush, box)
        brush.aside(partial(_draw_one, shown, version))
    else:
        _draw_one(shown, version, brush, box)


def _draw_one(shown: Shown, version: Proposal, brush: Brush, box: Box) -> None:
    if not version.options:
        _texts(brush, shown, version, box)
        return
    found = effects(shown.rules, shown.state, version.options)
    if box.width < NARROW:
        _narrow(brush, shown, version, box)
        return
    beside = _beside(shown, version)
    share = 0.62 if len(beside) > 1 else 0.54
    left = Box(box.x, box.y, box.width * share - 8, box.height)
    right = Box(box.x + box.width * share + 4, box.y, box.width * (1 - share) - 4, box.height)
    if not found:
        left = box
    _table(brush, shown, beside, left)
    if found:
        draw_effects(brush, shown.rules, found, right)


def _beside(shown: Shown, version: Proposal) -> tuple[Proposal, ...]:
    """List what is laid beside a version: what it amends, else others that stand."""
    parent = proposal_named(shown.state, version.parent)
    others = [one for one in shown.live if one.options and not one.parent and one is not version]
    stepped = shown.leaf is not None and shown.leaf.step
    beside = [parent] if parent else [] if stepped else others[-(SIDES - 1) :]
    return (*beside, version)


def _table_of(shown: Shown, beside: tuple[Proposal, ...], brush: Brush, box: Box) -> None:
    _table(brush, shown, beside, box)


def _title(shown: Shown, version: Proposal) -> str:
    """Name a version, who made it, and what was answered to it."""
    name = capital(shown.rules.name(version.by))
    told = _("{title}, par {name}").format(title=capital(version_title(version.id)), name=name)
    return f"{told}{_answer(shown, version)}"


def _answer(shown: Shown, version: Proposal) -> str:
    answers = (one.chosen for one in reversed(shown.made)
               if isinstance(one.gesture, Choose) and one.gesture.about == version.id)  # fmt: skip
    answer = next(answers, "")
    words = f"{answer[:1].lower()}{answer[1:]}"
    return _(" (réponse : {words})").format(words=words) if answer else ""


def _table(brush: Brush, shown: Shown, beside: tuple[Proposal, ...], box: Box) -> None:
    """Lay versions in columns, a row for each thing to agree on; what changes is marked."""
    rules, version = shown.rules, beside[-1]
    terms = [one for one in rules.scenario.terms if one in version.options]
    if box.width < TABLE:
        kept = [one for one in terms if _changed(beside, one)] or terms
        brush.later(*(_aloud(shown, one, beside) for one in terms if one not in kept))
        terms = kept
    names = box.width * (0.32 if len(beside) > 1 else 0.42)
    sides = columns(Box(box.x + names, box.y, box.width - names, box.height), len(beside), 6)
    for side, one in zip(sides, beside, strict=True):
        title = _title(shown, one) if len(beside) == 1 else capital(version_title(one.id))
        answered = f"{title}{_answer(shown, one)}" if one is version else title
        if len(beside) > 1 and brush.wide(answered, LEAST, "bold") <= side.width:
            title = answered
        fits = len(beside) > 1 or brush.wide(title, LEAST, "bold") <= side.width
        left, room = (side.x, side.width) if fits else (box.x, box.width)
        brush.word(title, (left, box.y + 7), LEAST, font="bold", room=room)
    top = box.y + LINE + 1
    tall = min(TALLEST, (box.y + box.height - top) / max(1, len(terms)))
    cells = {term: _cells(shown, term, beside) for term in terms}
    widths = (names - 5, *(side.width for side in sides))
    every = [one for row in cells.values() for one in zip(row, widths, strict=True)]
    size = common(brush, ((words, wide, tall - 3) for words, wide in every), (28.0, 24.0, LEAST))
    for term, row in cells.items():
        if top + LINE - 1 > box.y + box.height:
            brush.later(_aloud(shown, term, beside))
            continue
        brush.rule(box.x, top, box.width)
        lefts = (box.x, *(side.x for side in sides))
        for left, wide, words in zip(lefts, widths, row, strict=True):
            cell = Box(left, top + 2, wide, tall - 2)
            voice = STRONG if words.startswith(CHANGED) else PLAIN
            _cell(brush, words, cell, size, voice=voice,
                  colour=brush.colours.soft if left == box.x else "")  # fmt: skip
        top += tall


def _cells(shown: Shown, term: str, beside: tuple[Proposal, ...]) -> tuple[str, ...]:
    """Write a row: what is to be agreed on, then what each version says of it."""
    changed = _changed(beside, term)
    said = [option_title(shown.rules, term, one.options.get(term, "")) for one in beside]
    last = f"{CHANGED} {said[-1]}" if changed else said[-1]
    return (shown.rules.scenario.terms[term].title, *said[:-1], last)


def _aloud(shown: Shown, term: str, beside: tuple[Proposal, ...]) -> str:
    """Say a row of the table in one sentence."""
    title, *said = _cells(shown, term, beside)
    if len(set(said)) == 1:
        return f"{title} : {said[0]}"
    told = (f"{version_title(one.id)}, {words}" for one, words in zip(beside, said, strict=True))
    return f"{title} : {' ; '.join(told)}"


def _changed(beside: tuple[Proposal, ...], term: str) -> bool:
    version = beside[-1]
    return any(
        one.options.get(term) != version.options[term] for one in beside if one.id == version.parent
    )


def _cell(
    brush: Brush, words: str, box: Box, size: float, *, voice: Voice = PLAIN, colour: Colour = ""
) -> None:
    """Write a cell on as many lines as its row has."""
    if box.height < 2 * LINE - 2:
        font: FontName = "semibold" if voice is STRONG else "regular"
        brush.word(words, (box.x, box.y + 6), LEAST, font=font, colour=colour, room=box.width)
        return
    write(brush, words, box, (size, LEAST), voice=voice, colour=colour)


def _narrow(brush: Brush, shown: Shown, version: Proposal, box: Box) -> None:
    """Without room for columns, list what changes, then what it moves; or one of them."""
    rules, state = shown.rules, shown.state
    top = heading(brush, _title(shown, version), box)
    beside = _beside(shown, version)
    terms = [one for one in version.options if len(beside) == 1 or _changed(beside, one)]
    mark = CHANGED if len(beside) > 1 else "·"
    listed = [Row(option_title(rules, one, version.options[one]), mark) for one in terms]
    found = effects(rules, state, version.options)
    brush.aside(partial(_table_of, shown, beside))
    if box.height < 6 * LINE and found and len(beside) == 1:
        draw_effects(brush, rules, found, under(box, top))
        return
    if box.height < 6 * LINE and found:
        brush.aside(partial(effects_of, rules, found))
        found = ()
    half = (box.height - (top - box.y)) * (0.5 if found else 1)
    top = rows(brush, listed or [Row(_("Rien ne change."))], Box(box.x, top, box.width, half))
    if found:
        draw_effects(brush, rules, found, under(box, top))


def _texts(brush: Brush, shown: Shown, version: Proposal, box: Box) -> None:
    """Lay a text beside the one it amends, its new sentences marked."""
    parent = proposal_named(shown.state, version.parent)
    known = set(_SENTENCES.split(parent.text)) if parent else set()
    told = [Row(one, CHANGED if parent and one not in known else "",
                weight="strong" if parent and one not in known else "plain")
            for one in _SENTENCES.split(version.text) if one]  # fmt: skip
    if parent is None or box.width < NARROW:
        rows(brush, told, under(box, heading(brush, _title(shown, version), box)), most=12)
        brush.later(*([f"{_title(shown, parent)} : {parent.text}"] if parent else []))
        return
    before, now = columns(box, 2)
    old = [Row(one, weight="soft") for one in _SENTENCES.split(parent.text) if one]
    rows(brush, old, under(before, heading(brush, _title(shown, parent), before)), most=12)
    rows(brush, told, under(now, heading(brush, _title(shown, version), now)), most=12)


def _open(rules: Rules, terms: Terms, brush: Brush, box: Box) -> None:
    """List what is to be agreed on, with the ways to settle each."""
    listed = (
        Row(f"{rules.scenario.terms[term].title} : {' / '.join(options.values())}")
        for term, options in terms.terms.items()
    )
    rows(brush, listed, box)
