"""Whatever is asked, the choices listed are answers to it."""

from hypothesis import given
from hypothesis import strategies as some

from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import (
    Amounts,
    Blanks,
    Domain,
    Items,
    Lot,
    Objection,
    Options,
    Order,
    Pile,
    Scale,
    Text,
)
from eclaireurs_play.engine.gestures import Choose, Rank, Write
from eclaireurs_play.model.fields import Field
from eclaireurs_play.research.choices import choices

names = some.lists(some.sampled_from("abcdefghij"), min_size=1, max_size=8, unique=True).map(tuple)
titles = names.map(lambda found: {one: one.upper() for one in found})
bounds = some.tuples(some.integers(-20, 20), some.integers(0, 40))

fields = some.one_of(
    some.builds(lambda longest: Field(text=longest), some.integers(1, 60)),
    bounds.map(lambda ends: Field(number="m", at_least=ends[0], at_most=sum(ends))),
    some.just(Field(number="m")),
    titles.map(lambda found: Field(one_of=found)),
    titles.map(lambda found: Field(many_of=found)),
    some.just(Field(seat=True)),
)


def _options(found: dict[str, str], ends: tuple[int, int]) -> Options:
    least, most = sorted(min(one, len(found)) for one in ends)
    return Options(found, least, max(1, most))


@some.composite
def orders(draw: some.DrawFn) -> Order:
    items = draw(names)
    most = draw(some.integers(1, len(items)))
    return Order(items, draw(some.integers(1, most)), most)


domains: some.SearchStrategy[Domain] = some.one_of(
    some.builds(Text, longest=some.integers(1, 80)),
    some.just(Objection("p1")),
    some.builds(_options, titles, some.tuples(some.integers(0, 3), some.integers(0, 8))),
    some.builds(Pile, names, some.booleans()),
    some.builds(Items, names),
    bounds.map(lambda ends: Scale(ends[0], sum(ends))),
    orders(),
    some.builds(
        Amounts, titles, some.integers(1, 100).map(float), some.just("k€"),
        some.none() | some.integers(1, 50).map(float), some.booleans(),
    ),
    some.builds(
        Blanks, some.dictionaries(some.sampled_from("uvwxyz"), fields, min_size=1), names,
        some.booleans(),
    ),
    some.integers(1, 5).map(lambda count: Lot(30, count, count)),
)  # fmt: skip


@given(
    domains, some.lists(some.text(min_size=1).filter(str.strip), max_size=4), some.integers(1, 40)
)
def test_every_choice_answers_what_is_asked(domain: Domain, words: list[str], at_most: int) -> None:
    found = choices(Ask("?", "sujet", domain, ""), words, at_most)
    assert len(found) <= at_most
    if not (isinstance(domain, Amounts) and domain.impossible):
        assert found
    texts = isinstance(domain, Text | Blanks)
    assert all(not domain.mistake(one) or (texts and _blank(one)) for one in found)
    assert found == choices(Ask("?", "sujet", domain, ""), words, at_most)


def _blank(gesture: object) -> bool:
    """Tell whether cutting words left nothing but spaces: sheets hold none so long."""
    return isinstance(gesture, Write) and not gesture.text.strip()


def test_small_choices_are_all_there() -> None:
    options = Options({"a": "A", "b": "B", "c": "C"}, 0, 3)
    assert len(choices(Ask("choose", "x", options, ""), (), 25)) == 8
    assert choices(Ask("choose", "x", options, ""), (), 2) == (
        Choose("x", ()), Choose("x", ("a",)),
    )  # fmt: skip
    order = Order(("a", "b", "c"), 1, 3)
    assert len(set(choices(Ask("rank", "x", order, ""), (), 25))) == 6
    marks = {name: Field(number="", at_least=1, at_most=5) for name in ("un", "deux")}
    assert len(choices(Ask("rate", "x", Blanks(marks, (), rating=True), ""), (), 25)) == 25


def test_a_long_order_puts_each_item_first() -> None:
    order = Order(tuple("abcdefgh"), 1, 3)
    found = choices(Ask("rank", "x", order, ""), (), 25)
    assert [one.order[0] for one in found if isinstance(one, Rank)] == [
        (one,) for one in "abcdefgh"
    ]
    assert all(len(one.order) == 3 for one in found if isinstance(one, Rank))
