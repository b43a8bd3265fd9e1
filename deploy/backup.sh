#!/bin/sh
# Copies all data of akte as they stood at one moment, and proves the copy: akte-backup FOLDER
# The bulk goes over while the service runs; it stands still only for what has moved meanwhile.
set -eu
umask 027

DATA=/var/lib/akte
PROGRAM=/opt/akte/bin
TARGET=${1:?usage: akte-backup FOLDER}

# -H: a document and its original are the same bytes under several names.
# The index is left out: it can be rebuilt. What lies in work folders is only half done.
copy_files() {
    rsync -aH --delete --exclude='/catalogue.sqlite3*' --exclude=/index --exclude=/service.lock \
        --exclude='/spool/*/*/work-*' "$DATA/" "$TARGET/"
}

# Through the database itself: a file that is being written is no copy of anything.
copy_catalogue() {
    "$PROGRAM/python" -c 'import sqlite3, sys
source, target = (sqlite3.connect(name) for name in sys.argv[1:])
source.backup(target)' "$DATA/catalogue.sqlite3" "$TARGET/catalogue.new"
    chown --reference="$DATA/catalogue.sqlite3" "$TARGET/catalogue.new"
    chmod --reference="$DATA/catalogue.sqlite3" "$TARGET/catalogue.new"
    rm -f "$TARGET/catalogue.sqlite3-wal" "$TARGET/catalogue.sqlite3-shm"  # of another catalogue
    mv "$TARGET/catalogue.new" "$TARGET/catalogue.sqlite3"
}

mkdir -p "$TARGET"
copy_files || [ $? = 24 ]  # files that moved while they were being copied
was_running=
case $(systemctl is-active akte.service) in
    active | activating) was_running=yes ;;
esac
[ -z "$was_running" ] || trap 'systemctl start akte.service' EXIT
systemctl stop akte.service
copy_catalogue
copy_files
[ -z "$was_running" ] || systemctl start akte.service
trap - EXIT
"$PROGRAM/akte" --home "$TARGET" verify
