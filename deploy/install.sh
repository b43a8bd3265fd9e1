#!/bin/sh
# Installs akte on this machine, or brings an installation up to date; see docs/operation.md.
# What pip needs to reach a mirror or a folder of wheels is taken from its own variables
# (PIP_INDEX_URL, or PIP_NO_INDEX=1 with PIP_FIND_LINKS).
set -eu
umask 022
CDPATH="" cd -- "$(dirname -- "$0")/.."

APP=/opt/akte
BEFORE=$APP.before
DATA=/var/lib/akte
BACKUPS=/var/backups/akte
UNITS=/etc/systemd/system
COMMAND=/usr/local/bin/akte
COMPLETION_BASH=/usr/share/bash-completion/completions/akte
COMPLETION_ZSH=/usr/share/zsh/vendor-completions/_akte
COMPLETION_FISH=/usr/share/fish/vendor_completions.d/akte.fish
OWNER=akte
CLERKS=akte-clerks
SUDOERS=/etc/sudoers.d/akte
# Not the first one of PATH: the units hide the homes of users from the service.
PYTHON=${PYTHON:-/usr/bin/python3}

usage() {
    cat <<TEXT
usage: deploy/install.sh [--uninstall] [--dry-run]

  (nothing)     program in $APP, data in $DATA, system user $OWNER, group $CLERKS, units, command akte
  --uninstall   remove program, units and command; data and user stay
  --dry-run     print what would be done, change nothing
TEXT
}

say() { printf '%s\n' "install: $*" >&2; }
die() { say "$*"; exit 1; }

# Every command that changes the machine goes through here.
do_() {
    if [ -n "$dry_run" ]; then printf '+ %s\n' "$*"; else "$@"; fi
}

# -- what must be there -------------------------------------------------------------------------

is_new_enough() { "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

can_make_venv() { "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; }

has_language() { tesseract --list-langs 2>/dev/null | grep -qx "$1"; }

missing_packages() {
    is_new_enough || echo python3
    can_make_venv || echo python3-venv
    command -v tesseract >/dev/null || echo tesseract-ocr
    for language in deu eng; do
        has_language "$language" || echo "tesseract-ocr-$language"
    done
    command -v sudo >/dev/null || echo sudo  # how clerks become the service's user
}

check_machine() {
    [ -n "$dry_run" ] || [ "$(id -u)" = 0 ] || die "run this as root, or with --dry-run"
    [ -n "$dry_run" ] || [ -d /run/systemd/system ] || die "this machine does not run systemd"
}

# shellcheck disable=SC2086  # $1 is a list of words
apt_install() {
    do_ apt-get update &&
        do_ env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $1
}

install_packages() {
    missing=$(missing_packages | xargs)
    [ -n "$missing" ] || return 0
    say "installing Debian packages: $missing"
    if output=$(apt_install "$missing" 2>&1); then
        [ -z "$dry_run" ] || printf '%s\n' "$output"
        return
    fi
    printf '%s\n' "$output" >&2
    die "install these Debian packages, then run this again: $missing"
}

# -- installing ---------------------------------------------------------------------------------

make_user() {
    getent passwd "$OWNER" >/dev/null && return
    do_ useradd --system --user-group --home-dir "$DATA" --no-create-home \
        --shell /usr/sbin/nologin --comment 'akte service' "$OWNER"
}

make_folders() {
    do_ install -d -o root -g root -m 0755 "$APP"
    do_ install -d -o "$OWNER" -g "$OWNER" -m 0750 "$DATA" "$BACKUPS"
}

# All that is needed is fetched and built aside, so that a failure leaves the running version alone.
stage_packages() {
    say "fetching Python packages (a minute or two)"
    do_ "$PYTHON" -m venv "$stage/build"
    build_tools >"$stage/build.lock"
    staging_pip install --require-hashes -r "$stage/build.lock"
    staging_pip download --require-hashes --only-binary :all: -d "$stage/wheels" -r requirements.lock
    staging_pip wheel --no-deps --no-build-isolation -w "$stage/own" .
}

# hatchling and what it needs, each as pinned for development.
build_tools() {
    awk '/^[a-z]/ { name = $1; block = "" }
         { block = block $0 "\n" }
         /#( via|  ) hatchling$/ || (/# via/ && name ~ /^hatchling==/) { printf "%s", block }
    ' requirements-dev.lock
}

staging_pip() {
    do_ "$stage/build/bin/python" -m pip --quiet --disable-pip-version-check --no-input "$@"
}

install_program() {
    say "installing the program into $APP"
    set_aside
    do_ "$PYTHON" -m venv --clear "$APP"
    app_pip --require-hashes --find-links "$stage/wheels" -r requirements.lock
    app_pip --no-deps --find-links "$stage/own" akte
    do_ install -d -m 0755 "$APP/share/doc/akte" "$APP/share/akte"
    do_ install -m 0644 deploy/akte-monitoring.conf deploy/prometheus-alerts.yml \
        deploy/grafana-dashboard.json "$APP/share/akte"
    do_ install -m 0644 README.md CHANGELOG.md LICENSE config/akte.example.toml docs/*.md "$APP/share/doc/akte"
}

# The program of before stays until the new one is complete. One that lies there already was the last to work.
set_aside() {
    if [ -d "$BEFORE" ]; then do_ rm -rf "$APP"; else do_ mv "$APP" "$BEFORE"; fi
}

# However the installation ends: a failure leaves the program of before, and it runs again if it ran.
leave() {
    rm -rf "$stage"
    [ -z "$dry_run" ] || return 0
    if [ -x "$BEFORE/bin/akte" ]; then
        rm -rf "$APP"
        mv "$BEFORE" "$APP"
        say "the installation failed; the version of before is in place: $("$APP/bin/akte" --version)"
    fi
    [ -z "$was_running" ] || systemctl start akte.service
}

app_pip() {
    do_ "$APP/bin/python" -m pip --quiet --disable-pip-version-check --no-input install --no-index "$@"
}

# Whoever calls `akte` acts as the service's user, so that no file of the records becomes somebody else's.
# Who it is stays in sudo's variables: root's own zero makes an administrator, see service/caller.py.
write_command() {
    cat >"$stage/akte" <<TEXT
#!/bin/sh
set -- $APP/bin/akte --home $DATA "\$@"
if [ -n "\${_AKTE_COMPLETE:-}" ] && [ "\$(id -u)" != 0 ]; then
    # The Tab key never asks for a password.
    exec sudo -n -u $OWNER -- "\$@" 2>/dev/null
fi
case \$(id -un) in
    $OWNER) exec "\$@" ;;
    root) exec env SUDO_UID=0 SUDO_USER="\${SUDO_USER:-root}" runuser -u $OWNER -- "\$@" ;;
    *) exec sudo -u $OWNER -- "\$@" ;;
esac
TEXT
    do_ install -m 0755 "$stage/akte" "$COMMAND"
}

# Members of the group may run the command as the service's user; what they see says akte.toml.
install_sudo_rule() {
    getent group "$CLERKS" >/dev/null || do_ groupadd --system "$CLERKS"
    do_ visudo -cqf deploy/akte.sudoers  # a faulty rule would take sudo from everybody
    do_ install -m 0440 deploy/akte.sudoers "$SUDOERS"
}

# Scripts that ask the program itself; they are the same for every user.
install_completion() {
    for shell in bash zsh fish; do
        [ -n "$dry_run" ] || _AKTE_COMPLETE="${shell}_source" "$APP/bin/akte" >"$stage/$shell"
    done
    do_ install -D -m 0644 "$stage/bash" "$COMPLETION_BASH"
    do_ install -D -m 0644 "$stage/zsh" "$COMPLETION_ZSH"
    do_ install -D -m 0644 "$stage/fish" "$COMPLETION_FISH"
}

install_units() {
    do_ install -m 0644 deploy/akte.service deploy/akte-verify.service deploy/akte-verify.timer \
        deploy/akte-backup.service deploy/akte-backup.timer "$UNITS"
    do_ systemctl daemon-reload
    do_ systemctl enable --now akte-verify.timer  # the backup's is for who has mounted a place for it
}

is_running() { [ -z "$dry_run" ] && systemctl is-active --quiet akte.service; }

install_all() {
    check_machine
    install_packages
    stage=$(mktemp -d)
    was_running=
    trap leave EXIT
    make_user
    make_folders
    stage_packages
    if is_running; then was_running=yes; fi
    [ -z "$was_running" ] || do_ systemctl stop akte.service
    install_program
    write_command
    install_sudo_rule
    install_completion
    install_units
    do_ rm -rf "$BEFORE"
    [ -z "$dry_run" ] || return 0
    say "installed: $("$APP/bin/akte" --version)"
    [ -f "$DATA/akte.toml" ] || say "next: akte init --authority NAME; systemctl enable --now akte.service"
}

# -- uninstalling -------------------------------------------------------------------------------

uninstall_all() {
    [ -n "$dry_run" ] || [ "$(id -u)" = 0 ] || die "run this as root, or with --dry-run"
    for unit in akte.service akte-verify.timer akte-verify.service akte-backup.timer akte-backup.service; do
        [ -f "$UNITS/$unit" ] || continue
        do_ systemctl disable --now "$unit"
        do_ rm -f "$UNITS/$unit"
    done
    do_ systemctl daemon-reload
    do_ rm -rf "$APP"
    do_ rm -f "$COMMAND" "$SUDOERS" "$COMPLETION_BASH" "$COMPLETION_ZSH" "$COMPLETION_FISH"
    say "kept: the data in $DATA, the backups in $BACKUPS, the user $OWNER, to whom they belong," \
        "and the group $CLERKS"
}

dry_run=
action=install_all
for argument in "$@"; do
    case $argument in
        --uninstall) action=uninstall_all ;;
        --dry-run) dry_run=yes ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
done
"$action"
