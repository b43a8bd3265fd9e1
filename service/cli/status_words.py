"""What an overview means, in sentences: what needs somebody, with what to do, and what is good to know."""

from __future__ import annotations

from collections.abc import Iterator

from config.language import Text
from intake.room import MIB
from records.model import ArrivalState
from service.cli.output import moment
from service.overview import Overview, Standing

_STOPPED = Text(
    "Der Dienst läuft nicht. Es wird nichts übernommen und gelesen.\n"
    "→ systemctl start akte; ohne systemd: akte run",
    "The service is not running. Nothing is taken or read.\n"
    "→ systemctl start akte; without systemd: akte run",
)
_PAUSED = Text(
    "Angehalten von {by} seit {since}{note}. Es wird angenommen, aber nichts gelesen.\n→ akte resume",
    "Paused by {by} since {since}{note}. Files are received, but none is read.\n→ akte resume",
)
_NO_SPACE = Text(
    "Zu wenig Speicherplatz ({free} MiB frei, Reserve {reserve} MiB): Es wird nichts übernommen, die Dateien "
    "bleiben im Eingang.\n→ Platz schaffen; es geht von selbst weiter.",
    "Too little free space ({free} MiB, reserve {reserve} MiB): nothing is taken, files stay in the inbox.\n"
    "→ Make room; it goes on by itself.",
)
_MISSING = Text(
    "{inbox}: nicht erreichbar (nicht eingehängt?); es wird nichts übernommen: {folder}\n"
    "→ Ordner einhängen oder Rechte prüfen",
    "{inbox}: cannot be reached; nothing is taken: {folder}\n→ mount the folder or look at its permissions",
)
_UNATTENDED = Text(
    "{authority}: steht nicht mehr in akte.toml; {count} Eingänge warten.\n"
    "→ akte authority add {authority}, oder bei der Behörde nachfragen",
    "{authority}: is not in akte.toml any more; {count} arrivals wait.\n"
    "→ akte authority add {authority}, or ask the authority",
)
_QUARANTINED = Text(
    "{authority}: ausgesondert: {count}\n→ akte quarantine list --authority {authority}",
    "{authority}: in quarantine: {count}\n→ akte quarantine list --authority {authority}",
)
_REVIEW = Text(
    "{authority}: zu klären: {count}, ältester Fall vom {since}\n→ akte review next --authority {authority}",
    "{authority}: in review: {count}, the oldest of {since}\n→ akte review next --authority {authority}",
)
_STUCK = Text(
    "{authority}: {count} Eingänge warten seit {since}, und seit einer Stunde wurde keiner fertig.\n"
    "→ journalctl -u akte --since -1h",
    "{authority}: {count} arrivals wait since {since}, and none was finished for an hour.\n"
    "→ journalctl -u akte --since -1h",
)

_IGNORED = {
    "hidden": Text("verborgene", "hidden"),
    "temporary": Text("temporäre", "temporary"),
    "symlink": Text("symbolische Verknüpfungen", "symbolic links"),
    "fifo": Text("Pipes", "pipes"),
    "socket": Text("Sockets", "sockets"),
    "device": Text("Gerätedateien", "devices"),
    "system": Text("Systemdateien", "system files"),
    "unreadable": Text("unlesbare Ordner", "unreadable folders"),
}
_LEFT_ALONE = Text(
    "{authority}: im Eingang liegen gelassen: {what}", "{authority}: left alone in the inbox: {what}"
)
_DUPLICATES = Text("{authority}: {count} Dubletten", "{authority}: {count} duplicates")
_INDEX = Text(
    "{authority}: {count} Änderungen stehen für den Suchindex aus",
    "{authority}: {count} changes wait for the search index",
)
_PACE = Text(
    "{authority}: letzte Stunde {count} Eingänge ({mib} MiB)",
    "{authority}: last hour {count} arrivals ({mib} MiB)",
)
_LEFT = Text(
    "; was wartet ({mib} MiB), ist in etwa {time} gelesen", "; what waits ({mib} MiB) takes about {time}"
)
_HOURS = Text("{n} Std.", "{n} h")
_DAYS = Text("{n} Tagen", "{n} days")
_MINUTES = Text("{n} Min.", "{n} min")


def warnings(whole: Overview) -> Iterator[str]:
    """What needs somebody: what is the case, a line break, and what to do."""
    if whole.pid is None:
        yield _STOPPED()
    if whole.pause is not None:
        note = f" ({whole.pause.note})" if whole.pause.note else ""
        yield _PAUSED(by=whole.pause.by, since=moment(whole.pause.began), note=note)
    if not whole.taking_files:
        yield _NO_SPACE(free=whole.free_bytes // MIB, reserve=whole.reserve_bytes // MIB)
    yield from whole.complaints
    for authority, count in whole.unattended.items():
        yield _UNATTENDED(authority=authority, count=count)
    for one in whole.authorities:
        yield from _warnings_of(whole, one)


def _warnings_of(whole: Overview, one: Standing) -> Iterator[str]:
    name, now = one.authority, one.now
    for inbox, folder in one.missing.items():
        yield _MISSING(inbox=inbox, folder=folder)
    if whole.pid is not None and whole.pause is None and one.stuck:
        yield _STUCK(authority=name, count=one.waiting, since=moment(now.oldest_waiting))
    if one.quarantined:
        yield _QUARANTINED(authority=name, count=one.quarantined)
    if one.review:
        yield _REVIEW(authority=name, count=one.review, since=moment(now.oldest_review))


def notes(one: Standing) -> Iterator[str]:
    """What is good to know and needs nobody."""
    now, name = one.now, one.authority
    if one.hour.arrivals:
        text = _PACE(authority=name, count=one.hour.arrivals, mib=_mib(one.hour.bytes))
        left = one.backlog_hours
        yield text + (_LEFT(mib=_mib(now.waiting_bytes), time=_duration(left)) if left else "")
    if duplicates := now.arrivals[ArrivalState.DUPLICATE]:
        yield _DUPLICATES(authority=name, count=duplicates)
    if now.index_pending:
        yield _INDEX(authority=name, count=now.index_pending)
    if one.ignored:
        kinds = (f"{n} {_IGNORED[kind]() if kind in _IGNORED else kind}" for kind, n in one.ignored.items())
        yield _LEFT_ALONE(authority=name, what=", ".join(kinds))


def _mib(size: int) -> float:
    return round(size / MIB, 1)


def _duration(hours: float) -> str:
    """Rounded up to what one plans with."""
    if hours < 1:
        return _MINUTES(n=max(1, round(hours * 60)))
    return _HOURS(n=round(hours)) if hours < 48 else _DAYS(n=round(hours / 24))
