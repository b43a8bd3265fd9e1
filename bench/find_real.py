"""Sample scans that are really read, to check the model of recognition against (`bench.find_texts`).

A folder keeps the scans and what was read of them, so that they are read once.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from bench.find_texts import RATES, Sample, damage, text_of, words_of
from tests.samples.build import draw
from tests.samples.documents.layouts import LAYOUTS
from tests.samples.sets import random_set

_SEED = 77
_UNREADABLE = {"encrypted", "truncated", "empty", "office"}


def really_read(folder: Path, count: int) -> list[Sample]:
    """`count` random scans of the generator; those without a picture of a page are left out."""
    texts = _texts(folder, count)
    found = []
    for number, plan in enumerate(random_set(_SEED, count, ("wiesbaden",))):
        if plan.container in _UNREADABLE or plan.name not in texts:
            continue
        (document,) = plan.documents
        found.append(
            Sample(
                id=f"real-{number}",
                type=LAYOUTS[document.layout].type,
                issued=document.issued.isoformat(),
                name=f"{document.person.given_names} {document.person.family_name}",
                level="born digital" if plan.container == "born_digital" else plan.level,
                filed=Random(number).random() < 0.8,
                printed=tuple(text_of(sheet) for sheet in draw(document, plan.authority, Random(plan.seed))),
                read=texts[plan.name],
            )
        )
    return found


def _texts(folder: Path, count: int) -> Mapping[str, tuple[str, ...]]:
    """The pages of each scan by its name."""
    cached = folder / "read.jsonl"
    if not cached.exists():
        jobs = str(len(os.sched_getaffinity(0)))
        drawn = [sys.executable, "-m", "tests.samples", "--out", str(folder), "--seed", str(_SEED)]
        subprocess.run(
            [*drawn, "--random", str(count), "--authority", "wiesbaden", "--jobs", jobs], check=True
        )
        files = sorted(map(str, (folder / "wiesbaden" / "scans").iterdir()))
        akte = str(Path(sys.executable).with_name("akte"))
        with cached.open("w") as out:
            subprocess.run([akte, "read", "--json", *files], check=False, stdout=out)
    return dict(_parsed(cached))


def _parsed(cached: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in cached.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Path(row["file"]).name, tuple(page["text"] for page in row["pages"] if page["text"])


def report_calibration(samples: Sequence[Sample]) -> None:
    """Share of printed words that were read exactly, really and by the model, by wear of the scan."""
    by_level: defaultdict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        by_level[sample.level].append(sample)
    print("words read exactly      really   by the model")
    for level, found in by_level.items():
        if level in RATES:
            rng = Random(level)
            model = [tuple(damage(page, RATES[level], rng) for page in sample.printed) for sample in found]
            real_share = _share([(sample.printed, sample.read) for sample in found])
            model_share = _share([(one.printed, read) for one, read in zip(found, model, strict=True)])
            print(f"  {level:<8} {len(found):>4} scans  {real_share:>7.1%}  {model_share:>7.1%}")


def _share(pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> float:
    right = total = 0
    for printed, read in pairs:
        there = set(words_of(read))
        words = [word for word in words_of(printed) if len(word) > 3]
        total += len(words)
        right += sum(word in there for word in words)
    return right / max(total, 1)
