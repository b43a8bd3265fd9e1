"""Asking a person: one key at a terminal, a line where the answers come from elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TypeVar

import click

from config.language import Text
from service.cli.output import console, safe

_WHICH = Text("Nummer der Zeile, andere Taste: zurück", "Number of the line, any other key: back")
_Choice = TypeVar("_Choice")


def ask_key(prompt: str) -> str:
    """One key of a terminal, without Enter; else a line of input, of which an empty one skips.

    What was typed before the question is discarded at a terminal: nobody decides unseen. `q` for
    Ctrl+D. Raises Abort at the end of the input.
    """
    console().print(f"[bold]{safe(prompt)}[/]")
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        if not line:
            raise click.Abort
        return line.strip() or "s"
    try:
        return click.getchar()
    except EOFError:
        return "q"


def ask_line(prompt: str) -> str:
    """A line of text; empty to go back."""
    answer: str = click.prompt(prompt, default="", show_default=False)
    return answer.strip()


def ask_choice(choices: Sequence[tuple[str, _Choice]]) -> _Choice | None:
    """One of the listed choices by its number, None for any other key."""
    for number, (text, _) in enumerate(choices, 1):
        console().print(f"  [bold]{number}[/]  {safe(text)}")
    key = ask_key(_WHICH())
    if key.isdigit() and 1 <= int(key) <= len(choices):
        return choices[int(key) - 1][1]
    return None
