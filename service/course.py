"""The way of one arrival through the workers: in one job, or in parts that are put together at the end."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from pipeline.parts import is_kept, parts_of
from service.messages import Job, PutTogether, Read, ReadPart
from service.pool import Outcome, Pool


class Course:
    """What is left to do for an arrival: jobs that wait for a worker, and how many are with one.

    Parts that a try before has left are not read again.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._waiting = deque([job])
        self.running = 0
        self.pages = 0
        """Of a source that is read in parts; 0 before that is known."""

    @property
    def waits(self) -> bool:
        """Whether a worker could do something for it now."""
        return bool(self._waiting)

    @property
    def next(self) -> Job:
        """What a worker is to do next; `begun` says that one does. Only while it `waits`."""
        return self._waiting[0]

    def begun(self) -> None:
        self._waiting.popleft()
        self.running += 1

    def note(self, outcome: Outcome) -> Outcome | None:
        """A job has ended so. Returns how the arrival itself ended, if it has.

        After a failure the jobs that are still running are of no use.
        """
        self.running -= 1
        if outcome.reason is not None:
            return outcome
        if outcome.large:
            self.pages = outcome.large
            self._waiting.extend(
                replace(self._job, task=ReadPart(first=part.start, last=part.stop - 1))
                for part in parts_of(outcome.large)
                if not is_kept(self._job.parts, part)
            )
        elif isinstance(outcome.job.task, Read | PutTogether):
            return outcome
        if not self._waiting and not self.running:
            self._waiting.append(replace(self._job, task=PutTogether()))
        return None


def read_by(pool: Pool, job: Job) -> Outcome:
    """How `job` ends when all workers of `pool` do nothing else."""
    course = Course(job)
    while True:
        while course.waits and pool.free:
            pool.submit(course.next)
            course.begun()
        for outcome in pool.outcomes(1.0):
            if ended := course.note(outcome):
                pool.cancel(job.arrival_id)
                return ended
