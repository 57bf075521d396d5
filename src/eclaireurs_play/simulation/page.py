"""A report as one HTML page that needs nothing else, or as a short text."""

from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from importlib.resources import files

from eclaireurs_play.simulation.figures import WIDTH, Figure, words
from eclaireurs_play.simulation.findings import Finding
from eclaireurs_play.simulation.report import Report
from eclaireurs_play.simulation.sections import Section

Link = Callable[[str], str]
"""Gives the address of a file of the library, from the page; "" when it has none."""

_FEW = 5


def _no_link(_file: str) -> str:
    return ""


def page(made: Report, link: Link = _no_link) -> str:
    """Write the page: the essential on the first screen, what to do, then what was counted."""
    title = words(made.title)
    return (
        f'<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
        f'<header>\n<h1>{title}</h1>\n<p class="soft">{words(made.played)}</p>\n'
        f"{''.join(map(_banner, made.banners))}{_essential(made)}</header>\n"
        f"{_contents(made)}<main>\n{_todo(made, link)}"
        f"{''.join(_section(at, one) for at, one in enumerate(made.sections, 1))}"
        "</main>\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    return files("eclaireurs_play.simulation").joinpath("report.css").read_text(encoding="utf-8")


def _banner(sentence: str) -> str:
    return f'<p class="banner">{words(sentence)}</p>\n'


def _essential(made: Report) -> str:
    items = "".join(f"<li>{words(one)}</li>\n" for one in made.main)
    if not items:
        return ""
    return (
        '<section class="essential" aria-labelledby="essentiel">\n'
        f'<h2 id="essentiel">L’essentiel</h2>\n<ul>\n{items}</ul>\n</section>\n'
    )


def _contents(made: Report) -> str:
    items = "".join(
        f'<li><a href="#partie-{at}">{words(one.title)}</a></li>\n'
        for at, one in enumerate(made.sections, 1)
    )
    todo = f'<li><a href="#a-faire">{words(made.todo)}</a></li>\n'
    return f'<nav aria-label="Sommaire">\n<ul>\n{todo}{items}</ul>\n</nav>\n'


def _todo(made: Report, link: Link) -> str:
    items = "".join(_finding(one, link) for one in made.findings)
    inside = f"<ol>\n{items}</ol>\n" if items else f"<p>{words(made.nothing)}</p>\n"
    return (
        '<section class="todo" aria-labelledby="a-faire">\n'
        f'<h2 id="a-faire">{words(made.todo)}</h2>\n{inside}</section>\n'
    )


def _finding(one: Finding, link: Link) -> str:
    where = ""
    if one.where:
        place = escape(one.place)
        address = link(one.where.file)
        inside = f'<a href="{escape(address)}#L{one.where.line}">{place}</a>' if address else place
        where = f"<br><code>{inside}</code>"
    return (
        f'<li>{words(one.sentence)}<br><span class="evidence">{words(_sentence(one.evidence))}'
        f"</span>{where}</li>\n"
    )


def _sentence(evidence: str) -> str:
    return f"{evidence[:1].upper()}{evidence[1:]}."


def _section(at: int, one: Section) -> str:
    said = "".join(f"<p>{words(sentence)}</p>\n" for sentence in one.sentences)
    drawn = "".join(map(_figure, one.figures))
    return (
        f'<section aria-labelledby="partie-{at}">\n<h2 id="partie-{at}">{words(one.title)}</h2>\n'
        f"{said}{drawn}</section>\n"
    )


def _figure(one: Figure) -> str:
    note = f'<p class="note">{words(one.note)}</p>' if one.note else ""
    head = f"<figcaption>{words(one.title)}</figcaption>"
    if not one.drawing:
        return f'<figure class="wide">{head}{_table(one)}{note}</figure>\n'
    drawing = (
        f'<svg viewBox="0 0 {WIDTH} {one.height:g}" role="img" '
        f'aria-label="{words(one.title)}">{one.drawing}</svg>'
    )
    folded = f"<details><summary>Le tableau des chiffres</summary>{_table(one)}</details>"
    return f"<figure>{head}{drawing}{note}{folded}</figure>\n"


def _table(one: Figure) -> str:
    head = "".join(
        f'<th scope="col">{words(name)}</th>' if name else "<td></td>" for name in one.table.head
    )
    rows = "".join(
        f'<tr><th scope="row">{words(row[0])}</th>{_cells(row[1:], one.tints[at : at + 1])}</tr>\n'
        for at, row in enumerate(one.table.rows)
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>"


def _cells(row: tuple[str, ...], tints: tuple[tuple[int, ...], ...]) -> str:
    shades = tints[0] if tints else (0,) * len(row)
    return "".join(
        f'<td class="{"more" if shade > 0 else "less"}-{abs(shade)}">{words(cell)}</td>'
        if shade
        else f"<td>{words(cell)}</td>"
        for cell, shade in zip(row, shades, strict=True)
    )


def lines(made: Report) -> Iterator[str]:
    """Give a short text: what was played, what it is worth, the essential, what to do first."""
    yield made.played
    yield from made.banners
    yield from made.main
    for one in made.findings[:_FEW]:
        yield f"→ {one.sentence} {_sentence(one.evidence)}" + (
            f" ({one.place})" if one.place else ""
        )
    if len(made.findings) > _FEW:
        yield f"→ En tout : {len(made.findings)} ; la suite est sur la page."
    if not made.findings:
        yield made.nothing
