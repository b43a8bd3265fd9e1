"""Migrations of the catalogue, run by the program itself (no alembic.ini at run time)."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script.revision import ResolutionError
from alembic.util import CommandError
from sqlalchemy import Connection

from records.errors import CatalogueError


def config_for(connection: Connection | None = None) -> Config:
    """Alembic's configuration for the migrations beside this file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection) -> None:
    """Bring the schema to the newest revision within the caller's transaction. Raises CatalogueError."""
    try:
        command.upgrade(config_for(connection), "head")
    except (CommandError, ResolutionError) as error:  # above all: written by a newer version of akte
        raise CatalogueError(detail=str(error)) from error
