"""Typed settings of one home (`akte.toml`). Unknown keys are errors that name file and key."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, NonNegativeInt, SecretStr, ValidationError

from config.hours import parse_hours
from config.language import Text

AUTHORITY_NAME = re.compile(r"[a-z][a-z0-9_-]{0,62}")
"""Authority names are folder names too: lower case letters, digits, `-` and `_`."""


class SettingsError(Exception):
    """The settings file is missing or wrong; the message names file and key."""


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]


def _folder_name(name: str) -> str:
    if not AUTHORITY_NAME.fullmatch(name):
        raise ValueError("a-z, 0-9, - and _, starting with a letter")
    return name


def _hours(text: str) -> str:
    parse_hours(text)
    return text


HoursText = Annotated[str, AfterValidator(_hours)]

FolderName = Annotated[str, AfterValidator(_folder_name)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Lane = Literal["mail", "backlog"]
"""Mail passes the backlog; see `records.lanes`."""

_WATCH = "native: file system events; polling: for SMB and NFS shares, which send none."
_LANE = "mail: passes all that is backlog; backlog: deliveries of old records."


class FurtherInbox(_Section):
    """A further inbox of an authority, e.g. for a backlog delivery."""

    folder: Path | None = Field(
        None, description="Watched folder; the sub-folder NAME of HOME/inbox/<authority> if not set."
    )
    watch: Literal["native", "polling"] = Field("native", description=_WATCH)
    lane: Lane = Field("mail", description=_LANE)


class Authority(_Section):
    """One immigration authority (Mandant)."""

    title: str = Field("", description="Full name as shown to clerks.")
    inbox: Path | None = Field(None, description="Watched folder; HOME/inbox/<authority> if not set.")
    watch: Literal["native", "polling"] = Field("native", description=_WATCH)
    lane: Lane = Field("mail", description=_LANE)
    inboxes: dict[FolderName, FurtherInbox] = Field(
        default_factory=dict, description="Further inboxes by name, each a section of its own."
    )
    file_number_patterns: tuple[Pattern, ...] = Field(
        (),
        description="Regular expressions of the authority's own file numbers (Aktenzeichen), also of "
        "former patterns. Numbers that stand behind Az., Zeichen or Aktenzeichen are found without them.",
    )
    register_columns: Path | None = Field(
        None,
        description="The register export's own column names (TOML), laid over those of the program; "
        "a relative path counts from the home.",
    )
    users: tuple[str, ...] = Field(
        (), description="Login names that may see this authority; root and the home's owner always may."
    )
    groups: tuple[str, ...] = Field((), description="Groups of the system whose members may see it too.")


class Intake(_Section):
    """When a file in the inbox counts as complete, and when none is taken."""

    settle_seconds: float = Field(
        2.0, ge=0, description="Size and modification time must stand still this long."
    )
    rescan_seconds: float = Field(
        10.0, gt=0, description="Full walk of every inbox; events only make it faster."
    )
    reserve_mib: int = Field(
        512,
        ge=0,
        description="Free space in MiB below which nothing is taken; it goes on by itself above.",
    )
    max_file_mib: int = Field(2048, gt=0, description="Larger files go to quarantine, in MiB.")


class Reading(_Section):
    """Text recognition."""

    languages: tuple[str, ...] = Field(
        ("deu", "eng"), min_length=1, description="Tesseract language codes, main language first."
    )
    script_languages: tuple[str, ...] = Field(
        ("rus", "ukr", "ara", "fas", "ell", "amh", "kat"),
        description="Tesseract language codes for pages in another script, tried on hardly read pages of "
        "that script as far as their packages are installed.",
    )
    resolution: int = Field(
        300, ge=70, le=600, description="Dots per inch at which PDF pages are rendered for OCR."
    )
    blank_ink: float = Field(
        0.0008, ge=0, le=1, description="Share of dark pixels below which a page is blank."
    )
    separator_texts: tuple[str, ...] = Field(
        ("PATCHT", "TRENNBLATT"), description="Barcode contents that mark a separator sheet."
    )


class Classifying(_Section):
    """Document types."""

    types_file: Path | None = Field(
        None,
        description="A site's own document types and expressions (TOML), laid over those of the program; "
        "a relative path counts from the home.",
    )


class Limits(_Section):
    """What reading may use. Beyond an arrival's limits its worker is killed and the file quarantined."""

    workers: int = Field(
        0,
        ge=0,
        description="Worker processes; 0 means one per processor core. "
        "One more for small mail starts while large or backlog files are being read.",
    )
    backlog_hours: HoursText | None = Field(
        None,
        description='Hours in which files of backlog inboxes are read, as "18:00-06:00" in local time; '
        "always if not set. `akte run --once` does not mind them.",
    )
    nice: int = Field(
        5, ge=0, le=19, description="Niceness of worker processes: how far they give way to other programs."
    )
    seconds_base: int = Field(60, gt=0, description="Time limit for opening an arrival.")
    seconds_per_page: int = Field(60, gt=0, description="Additional time limit for each page.")
    memory_mib: int = Field(3072, ge=512, description="Address space of a worker, in MiB.")
    max_pages: int = Field(5000, gt=0, description="Pages of one source.")
    max_page_megapixels: int = Field(300, gt=0, description="Pixels of one page image, in millions.")
    attempts: int = Field(3, gt=0, description="Tries before a failing arrival is quarantined.")
    retry_seconds: tuple[NonNegativeInt, ...] = Field(
        (5, 60, 600),
        min_length=1,
        description="Waiting times before the second, third and later tries; the last one repeats.",
    )


class Deciding(_Section):
    """Thresholds of the filing decision; see docs/deciding.md for their measured effect."""

    file_score: float = Field(
        0.9, ge=0, le=1, description="Least score of a candidate for filing without a clerk."
    )
    margin: float = Field(0.2, ge=0, le=1, description="Least distance to the second best candidate.")
    min_quality: float = Field(
        0.45, ge=0, le=1, description="Below this reading quality everything goes to review."
    )


class Monitoring(_Section):
    """What the service tells monitoring over HTTP, on this machine only."""

    port: int = Field(
        0, ge=0, le=65535, description="Port on 127.0.0.1 for /healthz, /readyz and /metrics; 0 means off."
    )


class Settings(_Section):
    """All settings of a home."""

    database: SecretStr | None = Field(None, description="SQLAlchemy URL; HOME/catalogue.sqlite3 if not set.")
    authorities: dict[str, Authority] = Field(default_factory=dict)
    intake: Intake = Field(default_factory=Intake)
    reading: Reading = Field(default_factory=Reading)
    classifying: Classifying = Field(default_factory=Classifying)
    limits: Limits = Field(default_factory=Limits)
    deciding: Deciding = Field(default_factory=Deciding)
    monitoring: Monitoring = Field(default_factory=Monitoring)

    def for_workers(self) -> Settings:
        """Without what a process that opens strangers' files must not know: the way to the database."""
        return self.model_copy(update={"database": None})


_MISSING = Text(
    "{file}: nicht gefunden. Zuerst `akte init --authority NAME` ausführen.",
    "{file}: not found. Run `akte init --authority NAME` first.",
)
_UNREADABLE = Text("{file}: keine gültige TOML-Datei: {error}", "{file}: not valid TOML: {error}")
_UNKNOWN = Text("{file}: unbekannte Einstellung „{key}“", "{file}: unknown setting “{key}”")
_WRONG = Text("{file}: Einstellung „{key}“: {error}", "{file}: setting “{key}”: {error}")
_NAME = Text(
    "{file}: „{name}“ ist kein Behördenname (a–z, 0–9, - und _, beginnend mit einem Buchstaben)",
    "{file}: “{name}” is not an authority name (a–z, 0–9, - and _, starting with a letter)",
)


def load_settings(file: Path) -> Settings:
    """Read and check `file`. Raises SettingsError naming the file and every wrong key."""
    try:
        content = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError as error:
        raise SettingsError(_MISSING(file=file)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(_UNREADABLE(file=file, error=error)) from error
    try:
        settings = Settings.model_validate(content)
    except ValidationError as error:
        raise SettingsError("\n".join(wrong_keys(file, error))) from error
    for name in settings.authorities:
        if not AUTHORITY_NAME.fullmatch(name):
            raise SettingsError(_NAME(file=file, name=name))
    return settings


def wrong_keys(file: Path, error: ValidationError) -> list[str]:
    """One sentence for each fault that pydantic found in `file`, naming the key."""
    complaints = []
    for fault in error.errors():
        key = ".".join(str(part) for part in fault["loc"])
        if fault["type"] == "extra_forbidden":
            complaints.append(_UNKNOWN(file=file, key=key))
        else:
            complaints.append(_WRONG(file=file, key=key, error=fault["msg"]))
    return complaints
