"""Chunks made by hand or by lot, of the shape that a batch of a situation has."""

import numpy as np

from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.simulation.columns import TABLES, Chunk, Columns, term_field

RARELY, OFTEN = 0.3, 0.7


def sessions(rules: Rules, count: int, first: int = 1, seed: int = 0) -> Chunk:
    """Draw sessions: two surprises each, agreements that nobody objects to, a seat left out."""
    luck = np.random.default_rng((seed, first))
    columns, numbers = Columns.of(rules), rules.numbers
    rows = np.zeros(count, columns.sessions)
    rows["session"] = np.arange(first, first + count)
    rows["actions"] = luck.integers(100, 130, count)
    rows["minutes"] = luck.integers(60, 90, count)
    rows["status"] = np.where(luck.random(count) < 0.05, 1, 0)
    asked = luck.random(count) < 0.9
    rows["adopted"] = np.where(asked, luck.random(count) < OFTEN, -1)
    rows["rounds"] = np.where(asked, luck.integers(1, 5, count), -1)
    rows["calm_adopted"] = np.where(asked, luck.random(count) < OFTEN, -1)
    many = len(rules.scenario.surprises)
    for _ in range(2 if many else 0):
        rows["surprises"] |= np.uint64(1) << luck.integers(0, many, count).astype(np.uint64)
    open_ = np.flatnonzero(~numbers.at().objections.any(axis=0))
    for name, signed in (("agreement", "adopted"), ("calm_agreement", "calm_adopted")):
        rows[name] = np.where(rows[signed] > 0, luck.choice(open_, count), -1)
    rows["proposals"] = 2
    cards = np.zeros(count, columns.cards)
    cards["session"], cards["card"] = rows["session"], luck.integers(0, len(rules.cards), count)
    cards["seen"] = cards["answered"] = 1
    return Chunk(rows, _seats(rules, rows, luck), _proposals(rules, rows, luck), cards)


def _seats(rules: Rules, rows: np.ndarray, luck: np.random.Generator) -> np.ndarray:
    numbers, names = rules.numbers, tuple(rules.scenario.seats)
    made = np.zeros((rows.size, len(names)), Columns.of(rules).seats)
    made["session"] = rows["session"][:, None]
    made["seat"] = np.arange(len(names))
    made["style"] = luck.integers(0, 3, made.shape)
    made["contributions"] = luck.integers(0, 9, made.shape)
    signed = rows["agreement"] >= 0
    made["satisfaction"] = made["crossed"] = -1
    for place, name in enumerate(names):
        if name in numbers.seats:
            level = numbers.at().satisfaction[numbers.seats.index(name)]
            made["satisfaction"][signed, place] = level[rows["agreement"][signed]]
            made["crossed"][signed, place] = 0
    return made[luck.random(made.shape) < 0.95]


def _proposals(rules: Rules, rows: np.ndarray, luck: np.random.Generator) -> np.ndarray:
    """Give two versions a session, the second adopted when there is an agreement."""
    space = rules.numbers.space
    made = np.zeros((rows.size, 2), Columns.of(rules).proposals)
    made["session"], made["version"] = rows["session"][:, None], (1, 2)
    made["by"], made["parent"] = luck.integers(-1, len(rules.scenario.seats), made.shape), (0, 1)
    made["adopted"][:, 1] = rows["agreement"] >= 0
    digits = np.array([space.digits(max(0, int(one))) for one in rows["agreement"]])
    for place, term in enumerate(space.terms):
        made[term_field(term)][:, 0] = luck.integers(0, space.sizes[place], rows.size)
        made[term_field(term)][:, 1] = digits[:, place]
    return made.reshape(-1)


def cut(chunk: Chunk, sizes: list[int]) -> list[Chunk]:
    """Cut a chunk into others of these many sessions, the last holding what is left."""
    made, numbers, start = [], chunk.sessions["session"], 0
    for size in (*sizes, numbers.size):
        held = numbers[start : start + size]
        tables = ((name, getattr(chunk, name)) for name in TABLES)
        made.append(Chunk(**{name: rows[np.isin(rows["session"], held)] for name, rows in tables}))
        start += size
    return made
