"""Lines to actions, actions to lines."""

import re
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches

from eclaireurs_play.engine.domains import suggest
from eclaireurs_play.engine.gestures import Action, Audience, Rate, Write
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.errors import NotationError
from eclaireurs_play.play.notation.names import known_actor, known_code
from eclaireurs_play.play.notation.verbs import READERS, WRITERS
from eclaireurs_play.play.notation.words import escaped, plain, split_words, unescaped

_AUDIENCE_WORDS: Mapping[Audience, str] = {"parties": "parties", "facilitator": "animateur"}
_AUDIENCES: Mapping[str, Audience] = {word: kept for kept, word in _AUDIENCE_WORDS.items()}
_FOLDED = {plain(verb): reader for verb, reader in READERS.items()}
_WRITTEN = re.compile(
    r"^(?:(?P<about>[^\s:()]+)\s+)?(?P<who>[^\s:()]+)(?:\s+\((?P<to>[^)]*)\))?\s*:\s*(?P<text>.*)$",
    re.DOTALL,
)


def read_line(line: str, rules: Rules) -> Action:
    """Read one line; `NotationError` says in French what is not understood."""
    text = line.strip()
    written = _WRITTEN.match(text)
    words = split_words(text)
    if written is None or plain(written["who"]) in _FOLDED:
        return _gesture(words, rules)
    who = known_actor(written["who"], rules)
    about = known_code(written["about"], rules) if written["about"] else ""
    return Action(who, Write(about, unescaped(written["text"]), _audience(written["to"])))


def write_line(action: Action) -> str:
    """Write an action as one line that `read_line` reads back."""
    gesture = action.gesture
    who = action.by
    if isinstance(gesture, Write | Rate) and gesture.to != "public":
        who = f"{who} ({_AUDIENCE_WORDS[gesture.to]})"
    if isinstance(gesture, Write):
        return f"{gesture.about} {who}: {escaped(gesture.text)}"
    return f"{who} {WRITERS[type(gesture)](gesture)}"


def _gesture(words: list[str], rules: Rules) -> Action:
    """Read a line that begins with who, for whom if need be, then a verb."""
    if len(words) > 1 and (audience := re.fullmatch(r"\((\w+)\)", words[1])):
        action = _gesture([words[0], *words[2:]], rules)
        if isinstance(action.gesture, Rate):
            kept = replace(action.gesture, to=_audience(audience[1]))
            return Action(action.by, kept)
        return action
    if len(words) < 2 or plain(words[1]) not in _FOLDED:  # noqa: PLR2004 - who and verb
        raise NotationError(_not_understood(words, rules))
    return Action(known_actor(words[0], rules), _FOLDED[plain(words[1])](words[2:], rules))


def _audience(word: str | None) -> Audience:
    if word is None:
        return "public"
    if plain(word) not in _AUDIENCES:
        raise NotationError(
            f"Visibilité inconnue : {suggest(plain(word), tuple(_AUDIENCES))} ; "
            "écrivez (parties) ou (animateur), ou rien pour tout le monde."
        )
    return _AUDIENCES[plain(word)]


def _not_understood(words: list[str], rules: Rules) -> str:
    if not words:
        return "La ligne est vide."
    if len(words) > 1:
        known_actor(words[0], rules)
        return (
            f"Le verbe {suggest(words[1], tuple(READERS))} n'est pas compris ; essayez "
            f"{', '.join(READERS)}, ou « {words[0]}: » suivi de ce qui a été dit."
        )
    word = plain(words[0])
    if word in _FOLDED:
        return f"Dites d'abord qui : « {next(iter(rules.scenario.seats))} {words[0]} »."
    close = get_close_matches(word, _FOLDED, n=1)
    verbs = {plain(verb): verb for verb in READERS}
    if close:
        return f"« {words[0]} » n'est pas compris (vouliez-vous dire « {verbs[close[0]]} » ?)."
    who = word if word in rules.scenario.seats else next(iter(rules.scenario.seats))
    return (
        f"« {words[0]} » ne suffit pas : dites qui, puis ce qui s'est passé, comme "
        f"« {who}: bonjour »."
    )
