"""What a scenario says of its charter and of its contract: cards, suits and options that exist."""

from collections.abc import Iterator, Mapping

from eclaireurs_play.content.bundle import GameContent, Read, phases_of
from eclaireurs_play.content.names import Names, Part, Problems, named
from eclaireurs_play.content.places import Source
from eclaireurs_play.content.wording import counted, did_you_mean, quoted
from eclaireurs_play.errors import Diagnostic
from eclaireurs_play.model.deck import Card
from eclaireurs_play.model.phases import PhaseBase
from eclaireurs_play.model.scenario import Scenario, Surprise


def of_scenario(scenario: Read[Scenario], content: GameContent) -> Problems:
    """Check the charter, the suits of surprises and the contract in force."""
    yield from _current(scenario)
    yield from _suits(scenario, content)
    agreeing = next((phase for phase, _ in phases_of(content.game) if _agrees(phase)), None)
    if agreeing is not None:
        yield from _charter(scenario, content, agreeing)
    elif scenario.model.charter:
        sentence = "le jeu n'a pas d'étape où s'accorder sur une charte"
        yield scenario.source.problem(("charter",), sentence, key=True)
    else:
        for name, one in scenario.model.surprises.items():
            if one.criterion:
                yield _criterion(scenario.source, name, one, {})


def _agrees(phase: PhaseBase) -> bool:
    return hasattr(phase, "strikes")


def _current(scenario: Read[Scenario]) -> Problems:
    """Check that the contract in force settles every term by one of its options."""
    model, source = scenario.model, scenario.source
    for term, option in model.current.items():
        names = Names({"term": model.terms})
        yield from names.unknown(source, [(("current", term), "term", term)], key=True)
        if term in model.terms:
            known = Names({"option": model.terms[term].options})
            yield from known.unknown(source, [(("current", term), "option", option)])
    left = [term for term in model.terms if model.current and term not in model.current]
    if left:
        sentence = f"le contrat en vigueur ne dit rien de : {', '.join(map(quoted, left))}"
        yield source.problem(("current",), sentence, key=True)


def _suits(scenario: Read[Scenario], content: GameContent) -> Problems:
    """Check that surprises are of the game's suits, when it declares some."""
    suits = content.game.suits
    if suits:
        parts: Iterator[Part] = (
            (("surprises", name, "suit"), "suit", one.suit)
            for name, one in scenario.model.surprises.items()
            if one.suit
        )
        yield from Names({"suit": suits}).unknown(scenario.source, parts)


def _charter(scenario: Read[Scenario], content: GameContent, phase: PhaseBase) -> Problems:
    """Check the cards of a charter, and that each trigger may be covered by one of them."""
    model, source = scenario.model, scenario.source
    if model.charter is None:
        sentence = f"il manque charter : l'étape « {phase.title} » s'accorde sur une charte"
        yield source.problem(("game",), sentence)
        return
    cards = {
        key: {one.id: one for one in content.cards.values() if one.family == family}
        for key in ("criteria", "guardrails")
        if (family := getattr(phase, key))
    }
    criteria = Names({"card": cards["criteria"]})
    trail = ("charter", "criteria")
    yield from criteria.unknown(source, named(trail, "card", model.charter.criteria))
    yield from _twice(scenario, model.charter.criteria)
    rails = Names({"card": cards.get("guardrails", {}), "axis": model.axes})
    for card, limit in model.charter.guardrails.items():
        place = ("charter", "guardrails", card)
        yield from rails.unknown(source, [(place, "card", card)], key=True)
        yield from rails.unknown(source, [((*place, "axis"), "axis", limit.axis)])
    yield from _strikes(scenario, phase)
    yield from _callers(scenario, content)
    covers = {
        one: _suits_of(content.cards[one], getattr(phase, "suit", ""))
        for one in model.charter.criteria
        if one in content.cards
    }
    covered = {suit for suits in covers.values() for suit in suits}
    for name, surprise in model.surprises.items():
        if not surprise.falls:
            continue
        if surprise.suit in content.game.suits and surprise.suit not in covered:
            sentence = f"aucun critère de la charte ne couvre {quoted(surprise.suit)}"
            hint = "ajoutez à charter.criteria une carte de cette couleur"
            yield source.problem(("surprises", name, "suit"), sentence, hint)
        elif surprise.criterion and surprise.suit not in covers.get(surprise.criterion, ()):
            yield _criterion(source, name, surprise, covers)


def _callers(scenario: Read[Scenario], content: GameContent) -> Problems:
    """Check that someone at the table may call on each trigger."""
    model, suits = scenario.model, content.game.suits
    seated = {seat.role for seat in model.seats.values()}
    for name, surprise in model.surprises.items():
        suit = suits.get(surprise.suit or "")
        if suit and seated.isdisjoint(suit.called_by):
            sentence = f"aucune place ne peut demander l'ouverture sur {quoted(str(surprise.suit))}"
            roles = ", ".join(map(quoted, suit.called_by))
            hint = f"donnez à une place l'un de ces rôles : {roles}"
            yield scenario.source.problem(("surprises", name, "suit"), sentence, hint)


def _twice(scenario: Read[Scenario], criteria: tuple[str, ...]) -> Problems:
    """Tell the criteria that a charter already holds."""
    for index, card in enumerate(criteria):
        if card in criteria[:index]:
            sentence = f"le critère {quoted(card)} est déjà dans cette charte"
            place = ("charter", "criteria", index)
            yield scenario.source.problem(place, sentence, "ne l'écrivez qu'une fois")


def _suits_of(card: Card, field: str) -> tuple[str, ...]:
    value = card.fields.get(field, ())
    return value if isinstance(value, tuple) else (str(value),)


def _criterion(
    source: Source, name: str, surprise: Surprise, covers: Mapping[str, tuple[str, ...]]
) -> Diagnostic:
    """Say why a surprise does not answer to the criterion it names."""
    trail, card = ("surprises", name, "criterion"), str(surprise.criterion)
    if card not in covers:
        sentence = f"{quoted(card)} n'est pas un critère de la charte"
        return source.problem(trail, sentence, did_you_mean(card, covers))
    suit = f"la couleur {quoted(surprise.suit)}" if surprise.suit else "une nouvelle sans couleur"
    return source.problem(trail, f"le critère {quoted(card)} ne couvre pas {suit}")


def _strikes(scenario: Read[Scenario], phase: PhaseBase) -> Problems:
    """Check that the parties can't strike every criterion."""
    charter, parties = scenario.model.charter, phase.who
    count = len(parties) if isinstance(parties, tuple) else len(scenario.model.seats)
    most = getattr(phase, "strikes", 0) * count
    if charter and most >= len(charter.criteria):
        cards = counted(len(charter.criteria), "critère")
        sentence = f"{cards}, et les parties peuvent en écarter {most} : la charte peut rester vide"
        yield scenario.source.problem(("charter", "criteria"), sentence, key=True)
