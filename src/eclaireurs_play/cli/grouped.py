"""Help of commands with many options: each under the heading it belongs to."""

from typing import ClassVar

import click
from typing_extensions import override

from eclaireurs_play.cli.words import _


class Option(click.Option):
    """An option told under a heading."""

    heading: ClassVar[str] = "Options"


class Command(click.Command):
    """A command whose options are told heading by heading, the plain ones first."""

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        told: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            if isinstance(parameter, click.Option) and (record := parameter.get_help_record(ctx)):
                heading = parameter.heading if isinstance(parameter, Option) else Option.heading
                told.setdefault(heading, []).append(record)
        for heading in sorted(told, key=lambda one: one != Option.heading):
            with formatter.section(_(heading)):
                formatter.write_dl(told[heading])
