"""Commands whose help is told in the language chosen when they run, not when they load."""

from copy import copy
from typing import TypeVar

import click

from eclaireurs_play.cli.words import _

C = TypeVar("C", bound=click.Command)


def spoken(command: C) -> C:
    """Give a command with its texts in the language chosen."""
    told = copy(command)
    told.help = _said(command.help)
    told.epilog = _said(command.epilog)
    told.options_metavar = _said(command.options_metavar)
    told.params = [_parameter(one) for one in command.params]
    if isinstance(told, click.Group):
        told.subcommand_metavar = _(told.subcommand_metavar)
    return told


def _parameter(parameter: click.Parameter) -> click.Parameter:
    told = copy(parameter)
    told.metavar = _said(parameter.metavar)
    if isinstance(told, click.Option):
        told.help = _said(told.help)
    return told


def _said(sentence: str | None) -> str | None:
    return _(sentence) if sentence else sentence
