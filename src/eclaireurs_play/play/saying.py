"""One contribution in a French sentence, whatever the phase it was made in."""

from eclaireurs_play.engine.anytime import NOTE
from eclaireurs_play.engine.gestures import Write
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, Proposal, State
from eclaireurs_play.play.naming import objecting, question, title, version_title, worded
from eclaireurs_play.play.verbs import VERBS
from eclaireurs_play.play.versions import changes, made_by

_AUDIENCES = {"parties": " (entre parties)", "facilitator": " (pour la personne qui anime)"}
_SHORT = 50


def contribution_words(rules: Rules, state: State, one: Contribution) -> str:
    """Say who did what; the state is the one the gesture led to."""
    name, mark = speaker(rules, one), " [simulé]" if one.simulated else ""
    if one.hidden:
        return f"{_in_silence(rules, one)}{mark}."
    version = made_by(state).get(one.number)
    if version is not None:
        return f"{name} {_version(rules, state, one, version)}"
    if isinstance(one.gesture, Write):
        instead = f" à la place de « {rules.name(one.place_of)} »" if one.place_of else ""
        subject = _subject(rules, state, one)
        to = _AUDIENCES.get(one.gesture.to, "")
        return f"{name}{instead}{subject}{to}{mark} : {one.gesture.text}"
    return f"{name} {VERBS[type(one.gesture)](rules, state, one)}{mark}."


def _in_silence(rules: Rules, one: Contribution) -> str:
    """Say that someone answered; behind a pseudonym, to say who would show who just did."""
    if rules.game.anonymous:
        return "Un papier de plus dans la boîte"
    return f"{capital(rules.name(one.by))} a répondu, sans le montrer"


def speaker(rules: Rules, one: Contribution) -> str:
    """Name who speaks, and as whom when it is not as themselves."""
    name, played = capital(rules.name(one.by)), rules.played(one.played)
    return f"{name} ({played})" if played else name


def _version(rules: Rules, state: State, one: Contribution, version: Proposal) -> str:
    """Say what a version proposes: its words, or what it changes."""
    name, parent = version_title(version.id), version_title(version.parent)
    answered = hasattr(rules.phases[one.phase], "accepts")
    becomes = f"qui {'deviendrait' if answered else 'devient'} la {name}"
    verb = f"amende la {parent}, {becomes}" if parent else f"fait la {name}"
    mark = " [simulé]" if one.simulated else ""
    head = f"{verb}{mark} : "
    if isinstance(one.gesture, Write):
        return head + one.gesture.text
    told = (
        f"{change.term} : {change.before} → {change.after}"
        if version.parent
        else f"{change.term} : {change.after}"
        for change in changes(rules, state, version)
    )
    return f"{head}{' ; '.join(told)}."


def _subject(rules: Rules, state: State, one: Contribution) -> str:
    """Say what words are about: a card, a question in short, or nothing for a free note."""
    about = one.gesture.about
    if about in rules.cards or about in rules.scenario.surprises:
        return f" sur « {rules.title(about)} »"
    if about == NOTE:
        return " (note à part)"
    asked = worded(rules, state, question(one.asked)) or title(rules, one.phase, about)
    return f" — {objecting(one.asked) or _shortened(asked)}"


def _shortened(text: str) -> str:
    """Cut a long question between two words."""
    words = " ".join(text.split())
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rpartition(' ')[0]}…"
