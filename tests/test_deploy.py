"""What the units and the installer must agree on. They are tried on a machine by hand."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
UNITS = sorted(path for path in DEPLOY.iterdir() if path.suffix in {".service", ".timer"})
SCRIPTS = sorted(DEPLOY.glob("*.sh"))


def values(unit: Path, key: str) -> list[str]:
    """All values of a key; units may repeat one."""
    return re.findall(rf"^{key}=(.*)$", unit.read_text("utf-8"), re.MULTILINE)


def shell_value(name: str) -> str:
    found = re.search(rf"^{name}=(\S+)$", (DEPLOY / "install.sh").read_text("utf-8"), re.MULTILINE)
    assert found
    return found[1]


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_units_can_be_parsed_and_are_installed(unit):
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(unit)
    assert "Unit" in parser
    assert f"deploy/{unit.name}" in (DEPLOY / "install.sh").read_text("utf-8")


@pytest.mark.parametrize("name", ["akte.service", "akte-verify.service", "akte-backup.service"])
def test_services_run_the_installed_program_as_its_user_in_the_sandbox(name):
    unit = DEPLOY / name
    program, home = shell_value("APP"), shell_value("DATA")
    (start,) = values(unit, "ExecStart")
    assert start.startswith(f"{program}/bin/akte --home {home} ")
    assert values(unit, "User") == values(unit, "Group") == [shell_value("OWNER")]
    assert values(unit, "StateDirectory") == [Path(home).name]
    for key in ("NoNewPrivileges", "PrivateNetwork", "PrivateTmp", "MemoryDenyWriteExecute"):
        assert values(unit, key) == ["yes"], key
    assert values(unit, "ProtectSystem") == ["strict"]


def test_only_the_service_may_ask_who_has_a_file_open():
    assert values(DEPLOY / "akte.service", "AmbientCapabilities") == ["CAP_LEASE"]
    for name in ("akte-verify.service", "akte-backup.service"):
        assert values(DEPLOY / name, "CapabilityBoundingSet") == [""]


def test_the_backup_may_write_to_its_target_and_nowhere_else_but_the_home():
    unit = DEPLOY / "akte-backup.service"
    (start,) = values(unit, "ExecStart")
    assert start.endswith(f" backup {shell_value('BACKUPS')}")
    assert values(unit, "ReadWritePaths") == [shell_value("BACKUPS")]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_posix_shell_and_executable(script):
    assert script.stat().st_mode & 0o111
    subprocess.run(["sh", "-n", str(script)], check=True)


ANALYZE = shutil.which("systemd-analyze")
needs_systemd = pytest.mark.skipif(ANALYZE is None, reason="systemd-analyze is not installed")


VERSION = (
    subprocess.run([ANALYZE, "--version"], capture_output=True, text=True, check=True).stdout
    if ANALYZE
    else ""
)


def exposure(unit: Path) -> float:
    """0 is best, 10 worst."""
    told = subprocess.run(
        [str(ANALYZE), "security", "--offline=yes", "--no-pager", str(unit)],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    return float(re.search(r"Overall exposure level for .*: ([\d.]+)", told)[1])


@needs_systemd
@pytest.mark.parametrize("unit", [u for u in UNITS if u.suffix == ".service"], ids=lambda path: path.name)
def test_services_are_hardly_exposed_and_the_page_says_how_little(unit):
    found = exposure(unit)
    assert found <= 2.0
    if " 252 " in f" {VERSION} ":  # other versions weigh differently
        assert f"**{found}**" in (ROOT / "docs" / "operation.md").read_text("utf-8")


@needs_systemd
def test_monitoring_opens_only_a_little(tmp_path):
    unit = tmp_path / "akte.service"
    added = (DEPLOY / "akte-monitoring.conf").read_text("utf-8").split("[Service]\n", 1)[1]
    text = (DEPLOY / "akte.service").read_text("utf-8")
    unit.write_text(text.replace("\n[Install]", f"{added}\n[Install]"), "utf-8")
    assert exposure(unit) <= 2.0


@needs_systemd
@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_systemd_misses_nothing_but_the_program_itself(unit):
    told = subprocess.run(
        [str(ANALYZE), "verify", "--man=no", str(unit)], capture_output=True, text=True, check=False
    ).stderr
    program = f"{shell_value('APP')}/bin/"
    assert [line for line in told.splitlines() if program not in line] == []


def test_root_gives_its_own_zero_so_that_the_command_knows_an_administrator():
    assert "root) exec env SUDO_UID=0 SUDO_USER=" in (DEPLOY / "install.sh").read_text("utf-8")


def test_the_sudo_rule_names_the_installed_program_and_home_and_keeps_the_environment_out():
    rule = (DEPLOY / "akte.sudoers").read_text("utf-8")
    command = f"{shell_value('APP')}/bin/akte --home {shell_value('DATA')}"
    assert (
        f"%{shell_value('CLERKS')} ALL=({shell_value('OWNER')}:{shell_value('OWNER')}) NOPASSWD: {command}, "
        in rule
    )
    assert "env_reset, !setenv" in rule
    assert 'env_keep += "COMP_WORDS COMP_CWORD _AKTE_COMPLETE"' in rule
    assert "preserve-env" not in (DEPLOY / "install.sh").read_text("utf-8")  # !setenv would refuse it


VISUDO = shutil.which("visudo", path="/usr/sbin:/usr/bin")


@pytest.mark.skipif(VISUDO is None, reason="visudo is not installed")
def test_sudo_understands_the_rule():
    checked = [str(VISUDO), "-c", "-s", "-f", str(DEPLOY / "akte.sudoers")]
    assert subprocess.run(checked, check=False).returncode == 0


def test_what_the_machine_lacks_is_installed_and_a_dry_run_says_so(tmp_path):
    """On a PATH with nothing but what every Debian has, neither Python nor Tesseract nor sudo is found."""
    for tool in ("sh", "dirname", "xargs", "grep", "awk", "mktemp", "getent", "id", "rm", "cat", "echo"):
        (tmp_path / tool).symlink_to(shutil.which(tool))
    done = subprocess.run(
        ["sh", str(DEPLOY / "install.sh"), "--dry-run"],
        env={"PATH": str(tmp_path), "PYTHON": "/nowhere/python3"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    wanted = "python3 python3-venv tesseract-ocr tesseract-ocr-deu tesseract-ocr-eng sudo"
    assert f"apt-get install --yes --no-install-recommends {wanted}" in done.stdout
    assert "+ visudo -cqf deploy/akte.sudoers" in done.stdout


def test_a_dry_run_only_prints():
    done = subprocess.run(
        [str(ROOT / "run"), "install", "--uninstall", "--dry-run"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout
    assert all(line.startswith("+ ") for line in done.stdout.splitlines())
    assert f"+ rm -rf {shell_value('APP')}" in done.stdout
    assert f"rm -rf {shell_value('DATA')}" not in done.stdout


def shell_function(name):
    text = (DEPLOY / "install.sh").read_text("utf-8")
    return f"{name}() {{" + text.split(f"\n{name}() {{", 1)[1].split("\n}\n", 1)[0] + "\n}\n"


@pytest.mark.parametrize("fails", [True, False])
def test_an_installation_that_fails_leaves_the_running_version_of_before(tmp_path, fails):
    app, calls = tmp_path / "akte", tmp_path / "calls"
    (app / "bin").mkdir(parents=True)
    (app / "bin" / "akte").write_text("#!/bin/sh\necho before\n")
    (app / "bin" / "akte").chmod(0o755)
    steps = f"""
        set -eu
        APP={app} BEFORE={app}.before stage={tmp_path}/stage dry_run= was_running=yes
        say() {{ echo "$*"; }}
        do_() {{ "$@"; }}
        systemctl() {{ echo "$*" >> {calls}; }}
        {shell_function("set_aside")}
        {shell_function("leave")}
        trap leave EXIT
        mkdir -p "$stage"
        set_aside
        mkdir "$APP"
        {"false" if fails else 'rm -rf "$BEFORE"'}
    """
    done = subprocess.run(["sh", "-c", steps], capture_output=True, text=True, check=False)
    assert (done.returncode != 0) is fails
    assert ("before" in done.stdout) is fails
    assert (app / "bin" / "akte").exists() is fails
    assert calls.read_text() == "start akte.service\n"
    assert not (tmp_path / "akte.before").exists()
    assert not (tmp_path / "stage").exists()


def test_an_unknown_option_is_refused():
    done = subprocess.run(["sh", str(DEPLOY / "install.sh"), "--purge"], capture_output=True, check=False)
    assert done.returncode == 2


def test_the_build_tools_are_taken_from_the_development_lock_with_their_hashes():
    text = (DEPLOY / "install.sh").read_text("utf-8")
    function = text[text.index("build_tools() {") :].split("\n}\n", 1)[0] + "\n}\nbuild_tools\n"
    done = subprocess.run(["sh", "-c", function], cwd=ROOT, capture_output=True, text=True, check=True)
    names = set(re.findall(r"^([\w.-]+)==", done.stdout, re.MULTILINE))
    assert {"hatchling", "packaging", "pathspec", "pluggy"} <= names
    assert not {"ruff", "mypy", "pytest"} & names
    assert done.stdout.count("--hash=sha256:") >= len(names)
