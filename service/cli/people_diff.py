"""What `akte people import --dry-run` shows: who is new, changed or missing."""

from __future__ import annotations

from collections.abc import Sequence

from config.language import Text
from records.register_diff import Differences
from service.cli.output import console, print_json, safe

_SHOWN = 20
"""Persons of a kind on the screen; JSON has all."""

_COUNTS = Text(
    "{new} Personen neu, {changed} geändert, {unchanged} unverändert, {missing} nicht in der Datei, "
    "{errors} Zeilen fehlerhaft. Nichts wurde übernommen.",
    "{new} persons new, {changed} changed, {unchanged} unchanged, {missing} not in the file, "
    "{errors} rows faulty. Nothing was imported.",
)
_NEW = Text("neu", "new")
_MISSING = Text(
    "{count} Personen stehen nicht in der Datei und bleiben: {numbers}",
    "{count} persons are not in the file and stay: {numbers}",
)
_LINE = Text("Zeile {line}: {message}", "line {line}: {message}")
_MORE = Text("… und {count} weitere (alle mit --json)", "… and {count} more (all with --json)")
_FIELDS = {
    "names": Text("Namen", "names"),
    "birth_date": Text("Geburtsdatum", "birth date"),
    "sex": Text("Geschlecht", "sex"),
    "nationality": Text("Staatsangehörigkeit", "nationality"),
    "birth_place": Text("Geburtsort", "birth place"),
    "file_number": Text("Aktenzeichen", "file number"),
    "azr_number": Text("AZR-Nummer", "AZR number"),
    "document_numbers": Text("Dokumentnummern", "document numbers"),
}


def show_differences(authority: str, found: Differences, *, as_json: bool) -> int:
    """Print them; the exit status: 1 if there are faulty rows."""
    if as_json:
        print_json([_object(authority, found)])
    else:
        _print(found)
    return 1 if found.errors else 0


def missing_text(numbers: Sequence[str]) -> str:
    """Who is not in the file, the first by name."""
    named = ", ".join(numbers[:_SHOWN]) + (" …" if len(numbers) > _SHOWN else "")
    return safe(_MISSING(count=len(numbers), numbers=named))


def _object(authority: str, found: Differences) -> dict[str, object]:
    return {
        "authority": authority,
        "new": list(found.new),
        "changed": [
            {"person": one.number, "fields": {name: [now, then] for name, now, then in one.fields}}
            for one in found.changed
        ],
        "unchanged": found.unchanged,
        "missing": list(found.missing),
        "errors": [{"line": error.line, "message": error.message} for error in found.errors],
    }


def _print(found: Differences) -> None:
    out = console()
    out.print(
        _COUNTS(
            new=len(found.new), changed=len(found.changed), unchanged=found.unchanged,
            missing=len(found.missing), errors=len(found.errors),
        )
    )  # fmt: skip
    for number in found.new[:_SHOWN]:
        out.print(f"[green]+[/] {safe(number)}  {_NEW()}")
    _more(len(found.new))
    for one in found.changed[:_SHOWN]:
        out.print(f"[yellow]~[/] {safe(one.number)}")
        for name, now, then in one.fields:
            heading = _FIELDS[name]() if name in _FIELDS else name
            out.print(f"    {heading}: {safe(now)} → {safe(then)}")
    _more(len(found.changed))
    if found.missing:
        out.print(missing_text(found.missing))
    for error in found.errors:
        out.print("  " + _LINE(line=error.line, message=safe(error.message)), style="yellow")


def _more(count: int) -> None:
    if count > _SHOWN:
        console().print(f"  [dim]{_MORE(count=count - _SHOWN)}[/]")
