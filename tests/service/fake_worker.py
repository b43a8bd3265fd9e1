"""Speaks the worker's protocol and does what the source says, a step each line: `pages 3`, `hang` …

`read`, `part`, `first-11` or `together` before a step: only in jobs of this kind, of the part with that page.
A stand-alone program: it imports nothing of ours.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path


def say(**message):
    print(json.dumps(message), flush=True)


def note(rest, job):
    """Leave the process ids: our own, and that of a child such as the OCR engine is."""
    child = subprocess.Popen(["/bin/sleep", "600"], stdout=subprocess.DEVNULL).pid if rest == "child" else 0
    Path(job["work"], "notes").write_text(f"{os.getpid()} {child}\n", "utf-8")


def until(rest, _job):
    while not Path(rest).exists():
        time.sleep(0.02)


def tell(rest, job):
    """Add what is to be done to the file `rest`."""
    with Path(rest).open("a", encoding="utf-8") as file:
        file.write(f"{job['task']['kind']} {job['task'].get('first', '')}\n")


def keep(_rest, job):
    """Leave a part as if it was read."""
    Path(job["parts"]).mkdir(exist_ok=True)
    Path(job["parts"], f"pages-{job['task']['first']:05}.jsonl").write_text("", "utf-8")


def die_once(rest, _job):
    """The first worker that comes here dies; it leaves the file `rest`."""
    if not Path(rest).exists():
        Path(rest).touch()
        os.kill(os.getpid(), signal.SIGKILL)


STEPS = {
    "until": until,
    "pages": lambda rest, _job: say(kind="pages", count=int(rest)),
    "page": lambda rest, _job: say(kind="page", number=int(rest)),
    "large": lambda rest, _job: say(kind="large", count=int(rest)),
    "done": lambda _rest, _job: say(kind="done"),
    "failed": lambda rest, _job: say(
        kind="failed", code=rest, params={"detail": "x"}, retry=False, trace="Traceback …"
    ),
    "say": lambda rest, _job: print(rest, flush=True),
    "flood": lambda _rest, _job: print("x" * (3 << 20), end="", flush=True),
    "sleep": lambda rest, _job: time.sleep(float(rest)),
    "hang": lambda _rest, _job: time.sleep(600),
    "exit": lambda rest, _job: os._exit(int(rest)),
    "kill": lambda _rest, _job: os.kill(os.getpid(), signal.SIGKILL),
    "note": note,
    "tell": tell,
    "keep": keep,
    "die-once": die_once,
}

for line in sys.stdin:
    job = json.loads(line)
    task = job["task"]
    ours = {task["kind"], f"first-{task.get('first')}"}
    for step in Path(job["path"]).read_text("utf-8").splitlines():
        word, _, rest = step.partition(" ")
        if word in {"read", "part", "together"} or word.startswith("first-"):
            if word not in ours:
                continue
            word, _, rest = rest.partition(" ")
        STEPS[word](rest, job)
