"""Print the help page of every command as JSON; the texts are chosen when the program starts.

Run as `python -m tests.service.help_pages` with the locale of the wanted language.
"""

import json

import click

from service.cli import akte


def pages(command, context):
    """Command path and page of a command and all below it."""
    options = [name for parameter in command.params for name in parameter.opts if name.startswith("-")]
    helps = [parameter.help for parameter in command.params if isinstance(parameter, click.Option)]
    yield context.command_path, {"page": command.get_help(context), "options": options, "helps": helps}
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            yield from pages(child, click.Context(child, info_name=name, parent=context))


if __name__ == "__main__":
    print(json.dumps(dict(pages(akte, click.Context(akte, info_name="akte")))))
