"""Help pages in the reader's language; click itself speaks English only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from config.language import Text
from service.caller import present_caller
from service.cli.completion import complete_authorities

_USAGE = Text("Aufruf: ", "Usage: ")
_OPTIONS = Text("Optionen", "Options")
_COMMANDS = Text("Befehle", "Commands")
_HELP = Text("Diese Hilfe zeigen.", "Show this help.")
_REQUIRED = Text("erforderlich", "required")
_VERSION = Text("Version zeigen.", "Show the version.")
_PIECES = {
    "[OPTIONS]": Text("[OPTIONEN]", "[OPTIONS]"),
    "COMMAND [ARGS]...": Text("BEFEHL [ANGABEN]...", "COMMAND [ARGS]..."),
}


class _Worded(click.Command):
    def format_usage(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = [
            _PIECES[piece]() if piece in _PIECES else piece for piece in self.collect_usage_pieces(context)
        ]
        formatter.write_usage(context.command_path, " ".join(pieces), prefix=_USAGE())

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        options = [parameter for parameter in self.get_params(context) if isinstance(parameter, click.Option)]
        rows = [record for option in options if (record := option.get_help_record(context))]
        if rows:
            with formatter.section(_OPTIONS()):
                formatter.write_dl(rows)

    def get_help_option(self, context: click.Context) -> click.Option | None:
        option = super().get_help_option(context)
        if option is not None:
            option.help = _HELP()
        return option


class Command(_Worded):
    """A command whose help page is worded in German or English."""

    def invoke(self, context: click.Context) -> Any:  # noqa: ANN401 - whatever the command returns
        """Refuse files named by somebody whose rights they are not opened with, before anything is."""
        if any(
            isinstance(one.type, click.Path) and context.params.get(one.name or "") for one in self.params
        ):
            present_caller(context.obj).must_not_name_files()
        return super().invoke(context)


class Group(_Worded, click.Group):
    """A group of commands, worded likewise."""

    command_class = Command

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        for parameter in self.params:
            if parameter.name == "version" and isinstance(parameter, click.Option):
                parameter.help = _VERSION()
        super().format_options(context, formatter)
        self.format_commands(context, formatter)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        commands = [(name, self.get_command(context, name)) for name in self.list_commands(context)]
        rows = [(name, command.get_short_help_str(90)) for name, command in commands if command]
        if rows:
            with formatter.section(_COMMANDS()):
                formatter.write_dl(rows)


_Function = TypeVar("_Function", bound=Callable[..., Any])


class _Option(click.Option):
    def get_help_extra(self, context: click.Context) -> click.types.OptionHelpExtra:
        extra = super().get_help_extra(context)
        if "required" in extra:
            extra["required"] = _REQUIRED()
        return extra


def option(
    *declarations: str,
    help: Text,  # noqa: A002 - click's own name
    **attributes: Any,  # noqa: ANN401 - whatever click takes
) -> Callable[[_Function], _Function]:
    """`click.option` with its help in both languages."""
    return click.option(*declarations, cls=_Option, help=help(), **attributes)


json_option = option(
    "--json", "as_json", is_flag=True, help=Text("Ein JSON-Objekt je Zeile.", "One JSON object per line.")
)
authority_option = option(
    "--authority",
    metavar="NAME",
    is_eager=True,  # known when persons are completed
    shell_complete=complete_authorities,
    help=Text("Nur diese Behörde.", "This authority only."),
)
