"""A campaign: sessions weeks apart, where what one leaves opens the next."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field as Constraint

from eclaireurs_play.model.base import Line, Model, Origin, Prose, Slug


class Sitting(Model):
    """One session of a campaign: its situation, what it takes up and what it hands over.

    `gives` maps a result of the session to its name in the campaign; `uses` lists names that
    earlier sessions gave; `after` says how long after the session before.
    """

    id: Slug
    scenario: Slug
    uses: tuple[Slug, ...] = ()
    gives: Mapping[Slug, Slug] = {}
    after: Line | None = None


class Campaign(Model):
    """A `scenarios/campaigns/<id>.yaml` file."""

    id: Slug
    title: Line
    summary: Line
    source: Line
    attribution: Line
    license: Line
    origin: Origin = "invented"
    origin_note: Prose
    context: Prose
    sessions: Annotated[tuple[Sitting, ...], Constraint(min_length=1, max_length=20)]
