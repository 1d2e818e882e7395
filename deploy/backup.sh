#!/bin/sh
# Backs up everything that an installation keeps: the database, people's files, the secrets, the anchors of the audit and the settings. One folder
# a run; files that were there at the last run are hard links and take no place. restore.sh is the way back.
#
#   BACKUP_DIR   where the backups lie, better on another disk (default /var/backups/mot-cua)
#   KEEP_DAYS    how many days a backup is kept (default 30); the one just made always is
#   PG_DUMP      as in .env
set -eu
umask 077

code=$(cd "$(dirname "$0")/.." && pwd)
. "$code/deploy/installation.sh"
backups=${BACKUP_DIR:-/var/backups/mot-cua}
find_data
find_database
pg_dump=${PG_DUMP:-$(setting PG_DUMP)}

stamp=$(date -u +%Y%m%d-%H%M%S)
part="$backups/$stamp.part"
mkdir -p "$part"
last=$(find "$backups" -mindepth 1 -maxdepth 1 -type d -name '????????-??????' | sort | tail -n 1)

# The database first: whatever file it names lies on the disk by then, since files are written before the rows that name them.
"${pg_dump:-pg_dump}" --format=custom --no-owner --file="$part/database.dump" "$address"
rsync --archive --exclude=/tmp ${last:+--link-dest="$last/files"} "$data/files/" "$part/files/"
if [ -d "$data/anchors" ]; then cp -a "$data/anchors" "$part/anchors"; fi
cp -a "$data/secrets.json" "$part/secrets.json"
cp -a "$code/.env" "$part/env"
git -C "$code" rev-parse HEAD > "$part/commit"
(cd "$part" && sha256sum database.dump secrets.json env commit > SHA256SUMS)

# On the disk, and only then under its name: a backup that was cut off never gets one.
sync -f "$part"
mv "$part" "$backups/$stamp"
find "$backups" -mindepth 1 -maxdepth 1 -type d -name '*.part' -mtime +1 -exec rm -rf {} +
find "$backups" -mindepth 1 -maxdepth 1 -type d -name '????????-??????' ! -name "$stamp" -mtime "+${KEEP_DAYS:-30}" -exec rm -rf {} +
echo "Đã sao lưu: $backups/$stamp ($(du -sh "$backups/$stamp" | cut -f1))"
