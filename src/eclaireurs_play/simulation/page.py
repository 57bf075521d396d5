"""A report as one HTML page that needs nothing else, or as a short text."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from eclaireurs_play.layout.typography import french
from eclaireurs_play.simulation.report import Report, Section

_FEW = 5


def page(made: Report) -> str:
    """Write the page: what to do first, then what was counted."""
    style = files("eclaireurs_play.simulation").joinpath("report.css").read_text(encoding="utf-8")
    body = "".join(map(_section, made.sections))
    return (
        f'<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_words(made.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f'<header>\n<h1>{_words(made.title)}</h1>\n<p class="soft">{_words(made.played)}</p>\n'
        f"</header>\n<main>\n{_todo(made)}{body}</main>\n</body>\n</html>\n"
    )


def _todo(made: Report) -> str:
    items = "".join(
        f"<li>{_words(one.sentence)}<br><code>{escape(one.where)}</code></li>\n"
        for one in made.findings
    )
    nothing = f"<p>{_words(NOTHING)}</p>\n"
    inside = f"<ol>\n{items}</ol>\n" if items else nothing
    return f'<section class="todo">\n<h2>À faire</h2>\n{inside}</section>\n'


NOTHING = "Rien à signaler."


def _section(one: Section) -> str:
    said = "".join(f"<p>{_words(sentence)}</p>\n" for sentence in one.sentences)
    return f"<section>\n<h2>{_words(one.title)}</h2>\n{said}{one.figures}</section>\n"


def lines(made: Report) -> Iterator[str]:
    """Give a short text: what was played, the essential of each part, what to do first."""
    yield made.played
    for section in made.sections:
        yield from section.sentences[: section.first]
    yield from (f"→ {one.sentence} ({one.where})" for one in made.findings[:_FEW])
    if len(made.findings) > _FEW:
        yield f"→ À faire, en tout : {len(made.findings)} ; la suite est sur la page."
    if not made.findings:
        yield NOTHING


def _words(text: str) -> str:
    return escape(french(text))
