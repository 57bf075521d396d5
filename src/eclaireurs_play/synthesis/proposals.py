"""Proposals: the first one as a table, then what each version changed and what became of it."""

from collections.abc import Iterator

from eclaireurs_play.engine.gestures import Choose, Write
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.state import Contribution, Proposal, proposal_named
from eclaireurs_play.play.naming import of, version_title
from eclaireurs_play.play.versions import changes, option_title
from eclaireurs_play.synthesis.document import (
    Block,
    Blocks,
    Heading,
    Paragraph,
    Quotes,
    Span,
    Table,
    Words,
    plain,
    said,
)
from eclaireurs_play.synthesis.reading import Reading, Trace
from eclaireurs_play.synthesis.where import Made, Where
from eclaireurs_play.synthesis.words import marks, names, quote

TERM = "Sur quoi"


def write_versions(place: Where, about: str, made: Made) -> Iterator[Block]:
    """Write first proposals, then amendments in the order they were made, with their answers."""
    del about
    reading = place.reading
    answers = {one.gesture.about: one for one in made if isinstance(one.gesture, Choose)}
    amended: list[tuple[Contribution, Proposal]] = []
    for one in made:
        version = reading.versions.get(one.number)
        if version is None:
            continue
        if version.parent and version.options:
            amended.append((one, version))
        else:
            yield from _whole(place, one, version, answers.get(version.id))
    if amended:
        yield Table(
            ("Version", "Qui", "Ce qui change", "Réponse"),
            tuple(_row(reading, one, version, answers.get(version.id)) for one, version in amended),
        )
    yield from _unread(reading, made, answers)


def _whole(
    place: Where, one: Contribution, version: Proposal, answer: Contribution | None
) -> Iterator[Block]:
    """Write a version that stands by itself: its options in a table, or its text."""
    rules = place.reading.rules
    yield Heading(place.level, lineage(version))
    if isinstance(one.gesture, Write):
        yield Quotes((quote(rules, one, one.gesture.text),))
    else:
        yield Paragraph((Span(f"Proposée par : {names(rules, [one.by])}."), *marks(one)))
        picked = changes(rules, place.reading.state, version)
        rows = tuple((plain(change.term), plain(change.after)) for change in picked)
        yield Table((TERM, "Ce qui est proposé"), rows)
    if answer:
        yield said(f"Réponse {of(rules.name(answer.by))} : {lower(answer.chosen)}.")


def lineage(version: Proposal) -> str:
    """Name a version and the one it comes from."""
    title = capital(version_title(version.id))
    return f"{title}, à partir de la {version_title(version.parent)}" if version.parent else title


def _row(
    reading: Reading, one: Contribution, version: Proposal, answer: Contribution | None
) -> tuple[Words, ...]:
    answered = f"{answer.chosen} ({reading.rules.name(answer.by)})" if answer else "sans réponse"
    return (
        plain(lineage(version)),
        (Span(names(reading.rules, [one.by])), *marks(one)),
        plain(change_words(reading, version)),
        plain(answered),
    )


def change_words(reading: Reading, version: Proposal) -> str:
    """Say what a version changes: « Horaires : 20 heures → minuit »."""
    found = changes(reading.rules, reading.state, version)
    return " ; ".join(f"{one.term} : {one.before} → {one.after}" for one in found)


def _unread(reading: Reading, made: Made, answers: dict[str, Contribution]) -> Iterator[Block]:
    """Say what was answered to versions whose words this audience does not read."""
    shown = {reading.versions[one.number].id for one in made if one.number in reading.versions}
    for name, answer in answers.items():
        if name not in shown:
            title = capital(version_title(name))
            yield said(f"{title}, dont les mots ne figurent pas ici : {lower(answer.chosen)}.")


def lower(text: str) -> str:
    """Begin with a small letter, in the middle of a sentence."""
    return text[:1].lower() + text[1:]


def about_versions(reading: Reading, trace: Trace) -> bool:
    """Tell whether versions were discussed or changed there, and not only made or rated."""
    made = (reading.versions.get(one.number) for one in trace.made)
    return any(one and one.parent for one in made) or any(one.version for one in trace.made)


def left_standing(reading: Reading, trace: Trace) -> tuple[Proposal, ...]:
    """List the versions that a discussion leaves."""
    if not about_versions(reading, trace):
        return ()
    found = (proposal_named(reading.state, name) for name in trace.outcome.items)
    return tuple(one for one in found if one)


def standing_blocks(reading: Reading, trace: Trace) -> Blocks:
    """Lay side by side the versions that a discussion leaves; a text is only named."""
    left = left_standing(reading, trace)
    if not left:
        return ()
    titles = tuple(capital(version_title(one.id)) for one in left)
    terms = [term for term in reading.rules.scenario.terms if term in left[0].options]
    if not terms:
        return (said(f"Ce qui reste à la fin de cette étape : {', '.join(titles)}."),)
    rows = tuple(
        (
            plain(reading.rules.scenario.terms[term].title),
            *(plain(option_title(reading.rules, term, one.options.get(term, ""))) for one in left),
        )
        for term in terms
    )
    return (said("Ce qui reste à la fin de cette étape :"), Table((TERM, *titles), rows))
