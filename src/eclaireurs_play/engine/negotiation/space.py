"""Proposals numbered: one option per term, in a mixed radix."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

from eclaireurs_play.engine.domains import suggest
from eclaireurs_play.errors import EclaireursError, NotFoundError
from eclaireurs_play.model.scenario import Term

LARGEST = 1_000_000
"""More proposals than that are not enumerated."""


@dataclass(frozen=True, slots=True)
class Space:
    """Every proposal over some terms; terms and options stand in the order of their ids.

    A proposal's index counts like digits, the last term varying fastest; `options[t][d]` is the
    option of digit d of term t. Where the file lists them does not matter.
    """

    terms: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Give how many options each term has."""
        return tuple(map(len, self.options))

    @property
    def size(self) -> int:
        """Give how many proposals there are; with no term, one that says nothing."""
        return prod(self.sizes)

    def digits(self, index: int) -> tuple[int, ...]:
        """Give which option of each term a proposal picks."""
        if not 0 <= index < self.size:
            raise NotFoundError(f"La proposition {index} n'existe pas : il y en a {self.size}.")
        found: list[int] = []
        for size in reversed(self.sizes):
            index, digit = divmod(index, size)
            found.append(digit)
        return tuple(reversed(found))

    def picked(self, index: int) -> dict[str, str]:
        """Give the option that a proposal picks for each term."""
        chosen = zip(self.terms, self.options, self.digits(index), strict=True)
        return {term: options[digit] for term, options, digit in chosen}

    def index(self, picked: Mapping[str, str]) -> int:
        """Give the index of the proposal that picks an option of every term."""
        if stray := sorted(picked.keys() - set(self.terms)):
            raise NotFoundError(f"Terme inconnu : {suggest(stray[0], self.terms)}.")
        index = 0
        for term, options in zip(self.terms, self.options, strict=True):
            if term not in picked:
                raise NotFoundError(f"Il manque un choix pour « {term} ».")
            if picked[term] not in options:
                raise NotFoundError(f"{term} : option inconnue {suggest(picked[term], options)}.")
            index = index * len(options) + options.index(picked[term])
        return index

    def neighbours(self, index: int) -> tuple[int, ...]:
        """Give the proposals that differ by one term, by term then by option."""
        digits, stride = self.digits(index), self.size
        found: list[int] = []
        for size, digit in zip(self.sizes, digits, strict=True):
            stride //= size
            found += (index + (other - digit) * stride for other in range(size) if other != digit)
        return tuple(found)


def space(terms: Mapping[str, Term]) -> Space:
    """Give a number to each proposal over the terms of a scenario."""
    ids = tuple(sorted(terms))
    found = Space(ids, tuple(tuple(sorted(terms[term].options)) for term in ids))
    if found.size > LARGEST:
        raise EclaireursError(
            f"Les termes donnent {found.size} propositions ; il en faut {LARGEST} au plus."
        )
    return found
