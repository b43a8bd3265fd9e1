"""What monitoring reads (Prometheus text format): counted while the service works, and asked when scraped.

Labels are authorities, states and stages; nothing in them says anything of a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from intake.scan import ScanReport
from records.model import ArrivalRecord
from service.daemon import Observer
from service.overview import Overview, Standing, overview
from service.processing import Report
from service.wiring import Site, monotonic, utc_now

_STAGE_SECONDS = (0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600)
_QUEUE_SECONDS = (1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600, 4 * 3600, 12 * 3600, 86400, 7 * 86400)
_QUALITY = (0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


class Metrics:
    """The metrics of one service. `observer` feeds them; `text` gives them out."""

    def __init__(self, site: Site) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(_Standings(site))
        self._received = self._counter("akte_received", "Files received.", "authority")
        self._duplicates = self._counter("akte_duplicates", "Files received a second time.", "authority")
        self._concluded = self._counter(
            "akte_concluded", "Tries at arrivals, by how they ended.", "authority", "end"
        )
        self._documents = self._counter(
            "akte_documents_made", "Documents made, by state.", "authority", "state"
        )
        self._pages = self._counter("akte_pages", "Pages of documents made.", "authority")
        self._queue = self._histogram(
            "akte_queue_seconds", "Age of an arrival when its reading starts.", _QUEUE_SECONDS, "authority"
        )
        self._stage = self._histogram(
            "akte_stage_seconds", "Duration of a stage: reading, filing.", _STAGE_SECONDS, "stage"
        )
        self._quality = self._histogram(
            "akte_quality", "Reading quality of documents, 0 to 1.", _QUALITY, "authority"
        )
        self._since: dict[str, float] = {}
        self.observer = Observer(
            received=self._on_received,
            started=self._on_started,
            read=self._on_read,
            concluded=self._on_concluded,
        )

    def text(self) -> bytes:
        """Raises RecordsError, OSError."""
        return generate_latest(self._registry)

    def names(self) -> set[str]:
        """Every name that `text` can give, for those who write rules and dashboards."""
        return {
            f"{metric.name}{suffix}"
            for metric in self._registry.collect()
            for suffix in _SUFFIXES[metric.type]
        }

    def _on_received(self, _authority: str, report: ScanReport) -> None:
        for one in report.received:
            self._received.labels(one.arrival.authority).inc()
        for one in report.duplicates:
            self._duplicates.labels(one.arrival.authority).inc()

    def _on_started(self, arrival: ArrivalRecord) -> None:
        self._since[arrival.id] = monotonic()
        self._queue.labels(arrival.authority).observe(_age(arrival.received_at, utc_now()))

    def _on_read(self, arrival: ArrivalRecord) -> None:
        self._end("reading", arrival)
        self._since[arrival.id] = monotonic()

    def _on_concluded(self, report: Report) -> None:
        authority = report.arrival.authority
        self._end("filing", report.arrival)
        end = "done" if report.reason is None else "again" if report.again else "quarantined"
        self._concluded.labels(authority, end).inc()
        for document in report.documents:
            self._documents.labels(authority, document.state).inc()
            self._pages.labels(authority).inc(len(document.source_pages))
            self._quality.labels(authority).observe(document.quality)

    def _end(self, stage: str, arrival: ArrivalRecord) -> None:
        started = self._since.pop(arrival.id, None)
        if started is not None:
            self._stage.labels(stage).observe(monotonic() - started)

    def _counter(self, name: str, help_text: str, *labels: str) -> Counter:
        return Counter(name, help_text, labels, registry=self._registry)

    def _histogram(self, name: str, help_text: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
        return Histogram(name, help_text, labels, buckets=buckets, registry=self._registry)


_SUFFIXES = {"counter": ("_total",), "histogram": ("_bucket", "_sum", "_count"), "gauge": ("",)}


def _age(since: datetime | None, now: datetime) -> float:
    """Seconds; 0 for nothing, and where the clock was set back."""
    return max(0.0, (now - since).total_seconds()) if since else 0.0


class _Standings(Collector):
    """Gauges of how it stands, asked from the catalogue at each scrape."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def collect(self) -> Iterator[Metric]:
        whole = overview(self._site, self._site.authorities)
        yield _plain("akte_disk_free_bytes", "Free space of the home.", whole.free_bytes)
        yield _plain(
            "akte_disk_reserve_bytes", "Free space below which nothing is taken.", whole.reserve_bytes
        )
        yield _plain("akte_paused", "1 while reading is paused.", float(whole.pause is not None))
        yield from _by_state(whole)
        for name, about, value in _EACH:
            family = GaugeMetricFamily(name, about, labels=["authority"])
            for one in whole.authorities:
                family.add_metric([one.authority], value(one, whole.at))
            yield family


_EACH: tuple[tuple[str, str, Callable[[Standing, datetime], float]], ...] = (
    ("akte_inbox_files", "Files in the inboxes.", lambda one, _: one.inbox),
    ("akte_inboxes_missing", "Inboxes out of reach.", lambda one, _: len(one.missing)),
    ("akte_waiting_bytes", "Bytes that wait to be read.", lambda one, _: one.now.waiting_bytes),
    (
        "akte_index_pending",
        "Documents the search index has yet to follow.",
        lambda one, _: one.now.index_pending,
    ),
    (
        "akte_oldest_waiting_seconds",
        "Age of the arrival that has waited longest.",
        lambda one, at: _age(one.now.oldest_waiting, at),
    ),
    (
        "akte_oldest_review_seconds",
        "Age of the case that has been in review longest.",
        lambda one, at: _age(one.now.oldest_review, at),
    ),
)


def _plain(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(name, about, value=value)


def _by_state(whole: Overview) -> Iterator[Metric]:
    arrivals = GaugeMetricFamily("akte_arrivals", "Arrivals by state.", labels=["authority", "state"])
    documents = GaugeMetricFamily("akte_documents", "Documents by state.", labels=["authority", "state"])
    for one in whole.authorities:
        for state, count in one.now.arrivals.items():
            arrivals.add_metric([one.authority, state], count)
        for held, count in one.now.documents.items():
            documents.add_metric([one.authority, held], count)
    yield from (arrivals, documents)
