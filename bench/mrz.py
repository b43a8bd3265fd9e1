"""How well machine-readable zones are read, beside PassportEye and FastMRZ on the same images.

Usage: python -m bench mrz FOLDER. The folder holds images and `expected.json` with what each zone says
(surname, given_names, number, nationality, birth_date, sex; type `none` where there is no zone). The others
are measured if they are installed: pip install --require-hashes -r requirements-bench.lock
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.mrz_readers import FIELDS, READERS, Fields, Reader

NO_ZONE = "none"
VERDICTS = ("exact", "incomplete", "wrong name", "wrong number", "not found", "false", "failed")
"""Of the images with a zone: all fields right; some missing; a wrong name or other field; a wrong number,
which could mislead. `false`: a zone where there is none. `failed`: the reader raised an error.
"""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench mrz", description=__doc__)
    parser.add_argument("folder", type=Path, help="images with their expected.json")
    parser.add_argument("--only", nargs="*", help="readers to measure: " + ", ".join(READERS))
    parser.add_argument("--details", action="store_true", help="say what is wrong with which image")
    options = parser.parse_args(arguments)
    expected = json.loads((options.folder / "expected.json").read_text("utf-8"))
    zones = sum(truth["type"] != NO_ZONE for truth in expected.values())
    print(f"{len(expected)} images, {zones} of them with a zone")
    print(f"{'':<26}" + "".join(f"{verdict:>13}" for verdict in VERDICTS) + f"{'CPU s/image':>13}")
    for name in options.only or READERS:
        module, reader = READERS[name]
        if module and importlib.util.find_spec(module) is None:
            print(f"{name:<26} is not installed: pip install --require-hashes -r requirements-bench.lock")
            continue
        before = _processor_seconds()
        counts = _measured(options.folder, expected, reader, details=options.details)
        seconds = (_processor_seconds() - before) / len(expected)
        print(f"{name:<26}" + "".join(f"{counts[v]:13}" for v in VERDICTS) + f"{seconds:13.2f}", flush=True)
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
        verdict = _verdict(found, truth)
        if verdict is not None:
            counts[verdict] += 1
        if details and verdict not in {None, "exact"}:
            print(f"  {verdict}: {name}: {found and dict(found)}")
    return counts


def _verdict(found: Fields | None, truth: Mapping[str, object]) -> str | None:
    if truth["type"] == NO_ZONE:
        return "false" if found else None
    if found is None:
        return "not found"
    wanted = {field: str(truth[field] or "") for field in FIELDS}
    wanted["birth_date"] = wanted["birth_date"].replace("-", "")[2:]
    wrong = {field for field in FIELDS if (found[field] or "") != wanted[field]}
    if not wrong:
        return "exact"
    if found["number"] and "number" in wrong:
        return "wrong number"
    return "wrong name" if any(found[field] for field in wrong) else "incomplete"


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(part.ru_utime + part.ru_stime for part in used)
