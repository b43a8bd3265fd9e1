"""How well machine-readable zones are read, beside PassportEye and FastMRZ on the same images.

Usage: python -m bench mrz FOLDER. The folder holds images and `expected.json` with what each zone says
(lines, surname, given_names, number, nationality, birth_date, sex; type `none` where there is no zone). The
others are measured if they are installed: pip install --require-hashes -r requirements-bench.lock
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.mrz_readers import FIELDS, READERS, Fields, Reader

NO_ZONE = "none"
VERDICTS = ("exact", "incomplete", "wrong field", "not found", "false", "failed")
"""Of the images with a zone: all fields right; some missing; a wrong name or other field. `false`: a zone
where there is none. `failed`: the reader raised an error.
"""
NUMBERS = ("number right", "wrong", "none")
"""Of all zones; a number printed with a check digit that fails is rightly none."""
COLUMNS = (*VERDICTS, "exact lines", *NUMBERS)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench mrz", description=__doc__)
    parser.add_argument("folder", type=Path, help="images with their expected.json")
    parser.add_argument("--only", nargs="*", choices=list(READERS), help="readers to measure (all)")
    parser.add_argument("--details", action="store_true", help="say what is wrong with which image")
    options = parser.parse_args(arguments)
    expected = json.loads((options.folder / "expected.json").read_text("utf-8"))
    zones = sum(truth["type"] != NO_ZONE for truth in expected.values())
    print(f"{len(expected)} images, {zones} of them with a zone")
    print(f"{'':<26}" + "".join(f"{column:>13}" for column in COLUMNS) + f"{'CPU s/image':>13}")
    for name in options.only or READERS:
        module, reader = READERS[name]
        if module and importlib.util.find_spec(module) is None:
            print(f"{name:<26} is not installed: pip install --require-hashes -r requirements-bench.lock")
            continue
        before = _processor_seconds()
        counts = _measured(options.folder, expected, reader, details=options.details)
        seconds = (_processor_seconds() - before) / len(expected)
        print(
            f"{name:<26}" + "".join(f"{counts[column]:13}" for column in COLUMNS) + f"{seconds:13.2f}",
            flush=True,
        )
    return 0


def _measured(
    folder: Path, expected: Mapping[str, Mapping[str, object]], reader: Reader, *, details: bool
) -> Counter[str]:
    counts: Counter[str] = Counter()
    for name, truth in expected.items():
        try:
            found = reader(folder / name)
        except Exception as error:  # noqa: BLE001 - whatever another program raises is its result
            counts["failed"] += 1
            print(f"  {name}: {type(error).__name__}: {error}"[:110])
            continue
        verdicts = list(_verdicts(found, truth))
        counts.update(verdicts)
        if details and not {"exact", "number right"} <= set(verdicts) and verdicts:
            print(f"  {', '.join(verdicts)}: {name}: {found and dict(found)}")
    return counts


def _verdicts(found: Fields | None, truth: Mapping[str, object]) -> Iterator[str]:
    if truth["type"] == NO_ZONE:
        if found:
            yield "false"
        return
    yield _of_fields(found, truth)
    yield _of_number(found["number"] if found else None, truth)
    if found and found["lines"] == "\n".join(map(str, truth["lines"])):
        yield "exact lines"


def _of_fields(found: Fields | None, truth: Mapping[str, object]) -> str:
    if found is None:
        return "not found"
    wanted = {field: str(truth[field] or "") for field in FIELDS}
    wanted["birth_date"] = wanted["birth_date"].replace("-", "")[2:]
    wrong = {field for field in FIELDS if (found[field] or "") != wanted[field]}
    if not wrong:
        return "exact"
    return "wrong field" if any(found[field] for field in wrong) else "incomplete"


def _of_number(found: str | None, truth: Mapping[str, object]) -> str:
    if not found:
        return "none"
    return "number right" if found == truth["number"] else "wrong"


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(part.ru_utime + part.ru_stime for part in used)
