"""Write the reference pages from the program itself: `python -m docs.generate`.

`--check` writes nothing and ends with status 1 if a page is not current.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import grimp

from config.settings import Settings
from records.schema import metadata

DOCS = Path(__file__).resolve().parent
NOTE = "<!-- Written by `python -m docs.generate`; change the program instead. -->"


def main() -> int:
    os.environ["LC_ALL"] = "en_US.UTF-8"  # the command line words itself when it is imported
    pages = {
        "commands.md": commands_page(),
        "configuration.md": configuration_page(),
        "packages.md": packages_page(),
    }
    old = [name for name, text in pages.items() if not is_current(DOCS / name, text)]
    if "--check" in sys.argv[1:]:
        for name in old:
            print(f"docs/{name} is not current: python -m docs.generate", file=sys.stderr)
        return 1 if old else 0
    for name in old:
        (DOCS / name).write_text(pages[name], "utf-8")
        print(f"docs/{name} written")
    return 0


def is_current(file: Path, text: str) -> bool:
    return file.exists() and file.read_text("utf-8") == text


def page(*blocks: str) -> str:
    return "\n\n".join((NOTE, *blocks)) + "\n"


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(map(escaped, line)) + " |" for line in lines)


def escaped(cell: str) -> str:
    return cell.replace("|", "\\|").replace("<", "&lt;")


# -- commands ---------------------------------------------------------------------------------


def commands_page() -> str:
    cli = importlib.import_module("service.cli")
    failure = importlib.import_module("service.cli.failure")
    statuses = [(str(code), text()) for code, text in failure.EXIT_STATUSES.items()]
    return page(
        "# Commands",
        "What `akte --help` and `akte COMMAND --help` say, in German by default and in English with an "
        "English locale. The settings are in [configuration.md](configuration.md).",
        *(block for context in commands(cli.akte) for block in command_blocks(context)),
        "## Exit statuses",
        table(("Status", "Meaning"), statuses),
    )


def commands(command: click.Command, parent: click.Context | None = None) -> Iterator[click.Context]:
    """The command and all below it, each in its context."""
    context = click.Context(command, info_name=command.name, parent=parent)
    yield context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            child.name = name
            yield from commands(child, context)


def command_blocks(context: click.Context) -> Iterator[str]:
    command = context.command
    yield f"## {context.command_path}"
    yield " ".join((command.help or "").split())
    yield f"```\n{context.command_path} {' '.join(command.collect_usage_pieces(context))}\n```"
    options = [option_row(option, context) for option in command.params if isinstance(option, click.Option)]
    if options:
        yield table(("Option", "Meaning"), options)


def option_row(option: click.Option, context: click.Context) -> tuple[str, str]:
    record = option.get_help_record(context)
    assert record is not None
    names, text = record
    return f"`{names}`", " ".join(text.split())


# -- settings ---------------------------------------------------------------------------------


def configuration_page() -> str:
    schema = Settings.model_json_schema()
    definitions = schema["$defs"]
    top = {key: value for key, value in schema["properties"].items() if not section_of(value)}
    return page(
        "# Configuration",
        "`HOME/akte.toml`. `akte init` writes a short one; "
        "[config/akte.example.toml](../config/akte.example.toml) shows every setting with its default. "
        "A name that is not listed here is an error that names file and key.",
        settings_table(top),
        *(
            block
            for key, value in schema["properties"].items()
            if section_of(value)
            for block in section_blocks(key, value, definitions)
        ),
    )


def section_of(value: Mapping[str, Any]) -> str | None:
    """The definition that a setting is a section of: `[limits]`, `[authorities.NAME]`."""
    nested = value.get("additionalProperties")
    reference = value.get("$ref") or (nested.get("$ref") if isinstance(nested, dict) else None)
    return reference.rpartition("/")[2] if reference else None


def section_blocks(key: str, value: Mapping[str, Any], definitions: Mapping[str, Any]) -> Iterator[str]:
    """Heading, meaning and settings of a section, and of those that it holds."""
    name = section_of(value)
    assert name is not None
    section = key if "$ref" in value else f"{key}.NAME"
    properties = definitions[name]["properties"]
    yield f"## [{section}]"
    yield definitions[name]["description"]
    yield settings_table(properties)
    for inner, nested in properties.items():
        if section_of(nested):
            yield from section_blocks(f"{section}.{inner}", nested, definitions)


def settings_table(settings: Mapping[str, Mapping[str, Any]]) -> str:
    rows = [
        (f"`{key}`", kind_of(value), default_of(value), value["description"])
        for key, value in settings.items()
    ]
    return table(("Setting", "Type", "Default", "Meaning"), rows)


def default_of(value: Mapping[str, Any]) -> str:
    default = value.get("default")
    return "–" if default is None else f"`{json.dumps(default, ensure_ascii=False)}`"


def kind_of(value: Mapping[str, Any]) -> str:
    """`integer > 0`, `number 0 to 1`, `list of string`."""
    if "anyOf" in value:
        return " or ".join(kind_of(choice) for choice in value["anyOf"] if choice["type"] != "null")
    if "enum" in value:
        return " or ".join(f"`{json.dumps(choice)}`" for choice in value["enum"])
    if section_of(value):
        return "sections"
    if value["type"] == "array":
        least = value.get("minItems")
        return f"list of {kind_of(value['items'])}" + (f", at least {least}" if least else "")
    return " ".join(filter(None, (value.get("format") or value["type"], range_of(value))))


def range_of(value: Mapping[str, Any]) -> str:
    least, most = value.get("minimum"), value.get("maximum")
    if least is not None and most is not None:
        return f"{least} to {most}"
    if least is not None:
        return f"≥ {least}"
    above = value.get("exclusiveMinimum")
    return f"> {above}" if above is not None else ""


# -- packages ---------------------------------------------------------------------------------


PACKAGES = ("service", "index", "records", "pipeline", "intake", "config")


def packages_page() -> str:
    """Two pictures: packages, and the tables of the catalogue with what refers to what."""
    return page(
        "# Packages and tables",
        "Drawn from the code. An arrow leads from what imports to what is imported; none leads upward.",
        mermaid("graph TD", sorted(imports())),
        "Tables of the catalogue. An arrow leads to the table that a row belongs to; every one is over "
        "authority and id together, so that no row connects two authorities.",
        mermaid("graph LR", sorted(references())),
    )


def imports() -> set[str]:
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    return {
        f"{upper} --> {lower}"
        for upper in PACKAGES
        for lower in PACKAGES
        if upper != lower and graph.direct_import_exists(importer=upper, imported=lower, as_packages=True)
    }


def references() -> Iterator[str]:
    for name, each in metadata.tables.items():
        yield f"{name}"
        for key in each.foreign_key_constraints:
            yield f"{name} --> {key.referred_table.name}"


def mermaid(kind: str, lines: Sequence[str]) -> str:
    return "\n".join(("```mermaid", kind, *(f"    {line}" for line in lines), "```"))


if __name__ == "__main__":
    sys.exit(main())
