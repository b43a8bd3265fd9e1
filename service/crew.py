"""The workers and what they have in hand: taking arrivals, keeping their leases, giving them back."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from config.hours import parse_hours
from records import arrivals, journal
from records.leases import HEARTBEAT_SECONDS, Leases
from records.model import ArrivalRecord, ArrivalState
from service.course import Course
from service.picking import Reading, next_pick, to_give_back
from service.pool import Outcome, Pool
from service.processing import next_job, remove_work
from service.wiring import Site, monotonic, utc_now

log = logging.getLogger("akte.service")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    arrival: ArrivalRecord
    course: Course


class Crew:
    """The pool of one service with the arrivals that are leased for it.

    An arrival that was begun keeps one worker until it has ended. If it has many pages, workers that have
    nothing else to do, or nothing that goes before, read parts of it as well.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self.pool = Pool(site.workers + 1, site.settings.limits)  # one more: see `picking`
        self._held: dict[str, _Held] = {}
        self._leases = Leases(site.catalogue)
        self._next_beat = 0.0
        self._taken = 0
        self.keeps_hours = True
        """Whether the backlog waits for its hours."""

    def under(self, site: Site) -> Crew:
        """The same crew when settings have changed: what is being read is read to its end as it was begun.
        Only arrivals of an authority that is no longer set up are given back.
        """
        self._site = site
        self._leases = Leases(site.catalogue)
        self.pool.adapt(site.workers + 1, site.settings.limits)
        arrivals = [held.arrival for held in self._held.values()]
        for arrival in arrivals:
            if arrival.authority not in site.authorities:
                self._give_back(arrival)
        return self

    @property
    def busy(self) -> bool:
        return bool(self._held)

    def take_one(self) -> ArrivalRecord | None:
        """Give an idle worker the next arrival; if none is due, idle workers help with those that were begun.

        None if no further arrival was begun.
        """
        self._go_on()
        unfinished = self._unfinished()
        priority = unfinished.arrival.priority if unfinished else None
        pick = next_pick(self._readings(), self._site.workers, self._taken, priority)
        now = utc_now()
        leased = pick and next_job(self._site, now.date(), pick, backlog=self._reads_backlog(now))
        if not leased:
            self._help()
            return None
        arrival, job = leased
        held = _Held(arrival=arrival, course=Course(job))
        self._submit(held)
        self._held[arrival.id] = held
        self._taken += 1
        return arrival

    def _reads_backlog(self, now: datetime) -> bool:
        hours = self._site.settings.limits.backlog_hours
        return not self.keeps_hours or hours is None or now.astimezone().time() in parse_hours(hours)

    def outcomes(self, timeout: float) -> Iterator[tuple[ArrivalRecord, Outcome]]:
        """The arrivals that ended within `timeout` seconds."""
        for outcome in self.pool.outcomes(timeout):
            held = self._held.get(outcome.job.arrival_id)
            if held and (ended := held.course.note(outcome)):
                self.pool.cancel(held.arrival.id)
                del self._held[held.arrival.id]
                yield held.arrival, ended
        self._keep_room()
        self._go_on()

    def _go_on(self) -> None:
        """What was begun goes on, whatever else waits."""
        for held in self._held.values():
            if not held.course.running:
                self._submit(held)

    def _help(self) -> None:
        while len(self._readings()) < self._site.workers and (held := self._unfinished()):
            self._submit(held)

    def _submit(self, held: _Held) -> None:
        self.pool.submit(held.course.next)
        held.course.begun()

    def _unfinished(self) -> _Held | None:
        """The arrival whose parts are read next by workers that have nothing else to do."""
        waiting = [held for held in self._held.values() if held.course.waits]
        return min(waiting, key=lambda held: held.arrival.priority, default=None)

    def keep_leases(self) -> None:
        """Renew the leases of what our workers read; what nobody renews waits again."""
        moment = monotonic()
        if moment < self._next_beat:
            return
        self._leases.renew(tuple(self._held))
        for arrival_id in self._leases.lapsed(moment):
            log.warning("arrival %s: nobody works on it any more; it waits again", arrival_id)
            journal.release(self._site.catalogue, arrival_id)
        self._next_beat = moment + HEARTBEAT_SECONDS

    def give_back_lost(self) -> None:
        """Arrivals that are marked as being worked on, but are with no worker, wait again."""
        for arrival in arrivals.list_arrivals(self._site.catalogue, state=ArrivalState.PROCESSING):
            if arrival.id not in self._held:
                journal.release(self._site.catalogue, arrival.id)

    def close(self) -> None:
        """Kill the workers; what they had in hand waits again, and the try does not count."""
        self.pool.close()
        for arrival_id in self._held:
            journal.release(self._site.catalogue, arrival_id)

    def _readings(self) -> list[Reading]:
        """One for each worker that reads or, having read one part, will read the next."""
        opened = {job.arrival_id: count for job, _, count in self.pool.progress}
        return [
            Reading(
                arrival_id=arrival_id,
                priority=held.arrival.priority,
                pages=held.course.pages or opened.get(arrival_id, 0),
            )
            for arrival_id, held in self._held.items()
            for _ in range(max(1, held.course.running))
        ]

    def _keep_room(self) -> None:
        """Small mail's room is not for a file that turns out to have many pages: it is read later."""
        arrival_id = to_give_back(self._readings(), self._site.workers)
        if arrival_id is not None:
            self._give_back(self._held[arrival_id].arrival, large=True)

    def _give_back(self, arrival: ArrivalRecord, *, large: bool = False) -> None:
        """Stop reading it; it waits again, and the try does not count."""
        self.pool.cancel(arrival.id)
        del self._held[arrival.id]
        remove_work(self._site, arrival)
        journal.release(self._site.catalogue, arrival.id, large=large)
