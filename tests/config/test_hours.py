from __future__ import annotations

from datetime import time

import pytest

from config.hours import parse_hours
from config.settings import SettingsError, load_settings


@pytest.mark.parametrize(
    ("hours", "inside", "outside"),
    [
        ("18:00-06:00", ["18:00", "23:59", "00:00", "05:59"], ["06:00", "12:00", "17:59"]),
        ("8:30 - 12:00", ["08:30", "11:59"], ["08:29", "12:00", "00:00"]),
        ("00:00-00:00", ["00:00", "12:00"], []),
    ],
)
def test_hours_also_cross_midnight(hours, inside, outside):
    parsed = parse_hours(hours)
    assert all(time.fromisoformat(one) in parsed for one in inside)
    assert not any(time.fromisoformat(one) in parsed for one in outside)


@pytest.mark.parametrize("wrong", ["", "18-6", "24:00-06:00", "18:60-06:00", "nachts"])
def test_what_is_no_hour_is_a_settings_error_that_names_the_key(tmp_path, wrong):
    file = tmp_path / "akte.toml"
    file.write_text(f'[limits]\nbacklog_hours = "{wrong}"\n', "utf-8")
    with pytest.raises(SettingsError, match=r"limits\.backlog_hours"):
        load_settings(file)
