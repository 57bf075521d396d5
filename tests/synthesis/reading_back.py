"""What the tests of the synthesis share: states retold in other words, pages read back."""

from dataclasses import replace
from html.parser import HTMLParser

from eclaireurs_play.engine.gestures import Audience, Write
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, State, all_contributions
from eclaireurs_play.synthesis import build, to_html, to_markdown

AUDIENCES: tuple[Audience, ...] = ("public", "parties", "facilitator")
READS = {
    "public": {"public"},
    "parties": {"public", "parties"},
    "facilitator": set(AUDIENCES),
}


def markdown(rules: Rules, state: State, audience: Audience = "public") -> str:
    return to_markdown(build(rules, state, audience))


def page(rules: Rules, state: State, audience: Audience = "public") -> str:
    document = build(rules, state, audience)
    return to_html(to_markdown(document), {}, document.title)


def retold(
    state: State, texts: tuple[str, ...] = (), audiences: tuple[Audience, ...] = ()
) -> State:
    """Give every note of a state other words, or another audience, in turn."""

    def one(made: Contribution) -> Contribution:
        gesture = made.gesture
        if not isinstance(gesture, Write):
            return made
        text = texts[made.number % len(texts)] if texts else f"mot-{made.number}-dit"
        to = audiences[made.number % len(audiences)] if audiences else gesture.to
        return replace(made, gesture=replace(gesture, text=text, to=to))

    return replace(
        state,
        leaf=replace(state.leaf, made=tuple(map(one, state.leaf.made))) if state.leaf else None,
        results=tuple(replace(done, made=tuple(map(one, done.made))) for done in state.results),
        aside=tuple(map(one, state.aside)),
    )


def notes(state: State) -> list[tuple[str, str]]:
    """List the notes of a state that are hidden from nobody: audience, text."""
    return [
        (one.gesture.to, one.gesture.text)
        for one in all_contributions(state)
        if isinstance(one.gesture, Write) and not one.hidden
    ]


class Reader(HTMLParser):
    """Reads a page as a browser would: its tags, their attributes, its words."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data
