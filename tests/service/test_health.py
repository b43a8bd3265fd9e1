"""What monitoring is told: health, readiness, metrics; and that rules and dashboard ask for what there is."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from config.home import Home
from service import health
from service.daemon import Daemon
from service.health import Heartbeat, served
from service.metrics import Metrics
from service.pausing import pause, resume
from tests.service.scenes import ERIKA, STRANGER, letter, opened

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
NAME = re.compile(r"\bakte_[a-z_]+")


def ask(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


@pytest.fixture
def watched(home: Home):
    """A site with its metrics, heartbeat and the port that answers."""
    with opened(home) as site:
        metrics, heartbeat = Metrics(site), Heartbeat()
        with served(site, metrics, heartbeat, 0) as port:
            yield site, metrics, heartbeat, port


def samples(text: str) -> dict[str, float]:
    return {
        line.rpartition(" ")[0]: float(line.rpartition(" ")[2])
        for line in text.splitlines()
        if not line.startswith("#")
    }


def test_a_days_work_is_counted_by_authority_and_end_and_names_nobody(watched, home):
    site, metrics, _, port = watched
    inbox = home.inbox("wiesbaden")
    letter(inbox / "Mustermann.pdf", ERIKA)
    letter(inbox / "2.pdf", STRANGER)
    (inbox / "3.pdf").write_bytes(b"%PDF-1.7 broken")
    letter(home.inbox("kassel") / "1.pdf", STRANGER)
    Daemon(site, metrics.observer).run_once()
    status, text = ask(port, "/metrics")
    found = samples(text)
    assert status == 200
    assert found['akte_received_total{authority="wiesbaden"}'] == 3
    assert found['akte_concluded_total{authority="wiesbaden",end="done"}'] == 2
    assert found['akte_concluded_total{authority="wiesbaden",end="quarantined"}'] == 1
    assert found['akte_documents_made_total{authority="wiesbaden",state="filed"}'] == 1
    assert found['akte_documents{authority="kassel",state="review"}'] == 1
    assert found['akte_arrivals{authority="wiesbaden",state="quarantined"}'] == 1
    assert found['akte_quality_count{authority="wiesbaden"}'] == 2
    assert found['akte_queue_seconds_count{authority="wiesbaden"}'] == 3
    assert found['akte_stage_seconds_count{stage="reading"}'] == 4
    assert found['akte_stage_seconds_count{stage="filing"}'] == 4
    assert found['akte_oldest_review_seconds{authority="kassel"}'] > 0
    assert found["akte_disk_free_bytes"] > 0
    assert not re.search(r"Muster|Erika|Neuling|\.pdf|P-0001", text)


def test_ready_unless_something_keeps_files_from_being_taken_or_read(watched):
    site, _, heartbeat, port = watched
    assert ask(port, "/readyz") == (200, '{"ready": true, "problems": []}\n')
    pause(site, "")
    assert json.loads(ask(port, "/readyz")[1])["problems"] == ["paused"]
    resume(site)
    site.home.inbox("kassel").rmdir()
    status, text = ask(port, "/readyz")
    assert (status, json.loads(text)["problems"]) == (503, ["inbox_missing:kassel"])
    assert ask(port, "/healthz")[0] == 200
    assert heartbeat.silence < health.STALL_SECONDS


def test_a_loop_that_is_silent_is_not_healthy(watched, monkeypatch):
    _, _, heartbeat, port = watched
    monkeypatch.setattr(health, "STALL_SECONDS", 0.0)
    assert ask(port, "/healthz")[0] == 503
    assert "stalled" in json.loads(ask(port, "/readyz")[1])["problems"]
    monkeypatch.setattr(health, "STALL_SECONDS", 1e9)
    heartbeat.beat()
    assert ask(port, "/healthz")[0] == 200


def test_a_catalogue_that_cannot_be_asked_is_said_and_does_not_end_the_answers(watched, home):
    site, _, _, port = watched
    site.catalogue.close()
    home.database_file.rename(home.database_file.with_name("gone"))
    home.database_file.mkdir()
    status, text = ask(port, "/readyz")
    assert (status, json.loads(text)["problems"]) == (503, ["CatalogueError"])
    assert ask(port, "/healthz")[0] == 200


def test_nothing_else_is_told_and_nobody_from_elsewhere_is_answered(watched):
    assert ask(watched[3], "/")[0] == ask(watched[3], "/metrics/x")[0] == 404
    assert health.ADDRESS == "127.0.0.1"


def test_a_running_service_answers_on_the_port_of_its_settings(akte, home, monkeypatch):
    home.settings_file.write_text(home.settings_file.read_text("utf-8") + "[monitoring]\nport = 1\n", "utf-8")
    asked = []
    monkeypatch.setattr("service.cli.run.served", lambda _site, _metrics, _beat, port: asked.append(port) or served(_site, _metrics, _beat, 0))  # fmt: skip # noqa: E501
    assert akte("run", "--once").status == 0
    assert asked == [1]


@pytest.mark.parametrize("file", ["prometheus-alerts.yml", "grafana-dashboard.json"])
def test_rules_and_dashboard_ask_for_metrics_that_exist(file, home):
    text = (DEPLOY / file).read_text("utf-8")
    with opened(home) as site:
        known = Metrics(site).names()
    asked = set(NAME.findall(text)) - {"akte_arrivals"}
    assert asked
    assert asked <= known
    if file.endswith(".json"):
        assert all(target["expr"] for panel in json.loads(text)["panels"] for target in panel["targets"])


def test_the_dashboard_shows_every_metric(home):
    text = (DEPLOY / "grafana-dashboard.json").read_text("utf-8")
    with opened(home) as site:
        bases = {re.sub(r"_(bucket|sum|count|total)$", "", name) for name in Metrics(site).names()}
    unseen = {base for base in bases if base not in text}
    assert unseen == {"akte_paused"}
