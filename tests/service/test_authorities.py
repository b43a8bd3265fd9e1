"""Authorities come and go at run time; the settings file keeps what the administrator wrote."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from config.home import Home
from config.settings import SettingsError, load_settings
from records import audit
from service.cli import run as run_command
from service.daemon import Daemon
from service.settings_file import with_authority, without_access, without_authority, write_settings
from service.signals import kept_signals, stopped_by_signals
from tests.service.scenes import letter, opened, wait_until

TEXT = """\
# Von Hand geschrieben.
[authorities.wiesbaden]
title = "Wiesbaden"  # Landeshauptstadt
users = ["erna"]

[limits]
workers = 1  # kleiner Rechner
"""


def test_an_added_authority_leaves_all_else_as_it_was():
    changed = with_authority(TEXT, "kassel", title="Stadt Kassel", groups=["abh"])
    for line in TEXT.splitlines():
        assert line in changed
    assert 'title = "Stadt Kassel"' in changed
    assert 'groups = ["abh"]' in changed
    assert without_authority(changed, "kassel").strip() == TEXT.strip()


def test_users_are_added_once_and_taken_away():
    changed = with_authority(TEXT, "wiesbaden", users=["otto", "erna", "otto"])
    assert 'users = ["erna", "otto"]' in changed
    assert "# Landeshauptstadt" in changed
    assert 'users = ["otto"]' in without_access(changed, "wiesbaden", ["erna"], [])


def test_to_a_file_without_authorities_one_can_be_added(tmp_path):
    file = tmp_path / "akte.toml"
    assert list(write_settings(file, with_authority("", "fulda")).authorities) == ["fulda"]


def test_wrong_settings_are_not_written(tmp_path):
    file = tmp_path / "akte.toml"
    with pytest.raises(SettingsError, match=r"limits\.wrokers"):
        write_settings(file, "[limits]\nwrokers = 1\n")
    assert not file.exists()


WHO = ("--user", "erna", "--group", "abh")


def test_the_commands_enter_show_and_strike_out(akte, home: Home):
    assert akte("authority", "add", "fulda", "--title", "Fulda", *WHO).status == 0
    assert home.inbox("fulda").is_dir()
    assert akte("authority", "list", "--json").rows[-1] == {
        "authority": "fulda", "title": "Fulda", "users": ["erna"], "groups": ["abh"],
    }  # fmt: skip
    assert "erna, @abh" in akte("authority", "list").out
    assert "niemand außer der Administration" in akte("authority", "list").out
    akte("authority", "remove", "fulda", "--user", "erna")
    assert load_settings(home.settings_file).authorities["fulda"].users == ()
    gone = akte("authority", "remove", "fulda")
    assert "offene Eingänge: 0" in gone.out
    assert "fulda" not in load_settings(home.settings_file).authorities
    assert home.inbox("fulda").is_dir()
    with opened(home) as site:
        told = [one.action for one in audit.entries(site.catalogue, "fulda")]
    assert told == ["authority_added", "access_removed", "authority_removed"]


@pytest.mark.parametrize("name", ["Fulda", "../x", "a b"])
def test_names_that_are_no_folder_names_are_refused(akte, name):
    assert akte("authority", "add", name).status == 2


def test_what_is_not_entered_cannot_be_struck_out(akte):
    assert akte("authority", "remove", "fulda").status == 2


# -- reload -----------------------------------------------------------------------------------


def test_a_signal_begins_anew_only_with_settings_that_are_right(home, caplog):
    with opened(home) as site:
        daemon = Daemon(site)
        with stopped_by_signals(daemon):
            before = home.settings_file.read_text("utf-8")
            home.settings_file.write_text(before + "[wrong]\n", "utf-8")
            os.kill(os.getpid(), signal.SIGHUP)
            wait_until(lambda: "wrong" in caplog.text)
            assert not daemon.reloading
            home.settings_file.write_text(before, "utf-8")
            os.kill(os.getpid(), signal.SIGHUP)
            wait_until(lambda: daemon.reloading)


def test_another_database_is_nothing_to_go_on_with(home, caplog):
    with opened(home) as site:
        daemon = Daemon(site)
        with stopped_by_signals(daemon):
            text = home.settings_file.read_text("utf-8")
            home.settings_file.write_text(f'database = "sqlite:////elsewhere"\n{text}', "utf-8")
            signal.raise_signal(signal.SIGHUP)
        assert "needs a restart" in caplog.text
        assert not daemon.reloading


def test_a_signal_between_two_lives_is_for_the_next_one(home):
    """By itself it would end the process."""
    before = signal.getsignal(signal.SIGHUP)
    with opened(home) as site, kept_signals() as hand_on:
        signal.raise_signal(signal.SIGHUP)
        daemon = Daemon(site)
        with stopped_by_signals(daemon):
            assert not daemon.reloading
            hand_on()
            assert daemon.reloading
            daemon.reloading = False
            hand_on()
            assert not daemon.reloading
    assert signal.getsignal(signal.SIGHUP) is before


def test_a_running_service_takes_files_of_an_authority_added_meanwhile(akte, home, monkeypatch):
    """The command, its loop and its signal; the file tells when it is served."""
    rounds = []
    served = run_command._served

    def watched(*arguments, **options):
        rounds.append(1)
        if len(rounds) == 1:
            threading.Thread(target=change, daemon=True).start()
        else:
            threading.Thread(target=end, daemon=True).start()
        return served(*arguments, **options)

    def change():
        wait_until(lambda: signal.getsignal(signal.SIGHUP) not in {signal.SIG_DFL, None})
        write_settings(home.settings_file, with_authority(home.settings_file.read_text("utf-8"), "fulda"))
        os.kill(os.getpid(), signal.SIGHUP)

    def end():
        letter(home.inbox("fulda") / "1.pdf", "Niemand, Nina, geb. 01.01.1990")
        wait_until(lambda: not list(home.inbox("fulda").iterdir()))
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(run_command, "_served", watched)
    result = akte("run")
    assert (result.status, len(rounds)) == (0, 2)
    assert "fulda" in result.out
