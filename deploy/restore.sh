#!/bin/sh
# Brings a backup of backup.sh back: deploy/restore.sh /var/backups/mot-cua/<day>-<time>
#
# Only into an empty database and a data folder without files; nothing is ever overwritten. .env beside the code must already name both. Stop the
# portal first. Afterwards `npm run audit:verify` and `npm run files:verify` say whether all of it came back.
set -eu
umask 077

refuse() {
  echo "$1" >&2
  exit 1
}

[ $# -eq 1 ] || refuse 'Cần đường dẫn của một bản sao lưu: deploy/restore.sh /var/backups/mot-cua/<ngày>-<giờ>'
backup=$(cd "$1" && pwd)
code=$(cd "$(dirname "$0")/.." && pwd)
[ -f "$code/.env" ] || refuse "Chưa có $code/.env. Chép từ $backup/env rồi sửa DATABASE_URL và DATA_DIR cho máy này."
. "$code/deploy/installation.sh"
find_data
find_database

(cd "$backup" && sha256sum --check --quiet SHA256SUMS) || refuse 'Bản sao lưu bị hỏng: có tệp không đúng như lúc sao lưu. Dùng bản khác.'
[ ! -e "$data/running.json" ] || refuse "Một Cửa có thể đang chạy ($data/running.json). Dừng nó trước: systemctl stop mot-cua"
[ ! -e "$data/files" ] && [ ! -e "$data/secrets.json" ] || refuse "$data đã có dữ liệu. Đổi tên thư mục đó, hoặc đặt DATA_DIR sang thư mục trống."
tables=$(psql --no-psqlrc --tuples-only --no-align --command "select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')" "$address")
[ "$tables" = 0 ] || refuse 'Cơ sở dữ liệu đã có bảng. Tạo một cơ sở dữ liệu trống rồi ghi nó vào DATABASE_URL.'

pg_restore --exit-on-error --single-transaction --no-owner --dbname="$address" "$backup/database.dump"
mkdir -p "$data"
cp -a "$backup/files" "$data/files"
if [ -d "$backup/anchors" ]; then cp -a "$backup/anchors" "$data/anchors"; fi
cp -a "$backup/secrets.json" "$data/secrets.json"
echo "Đã khôi phục từ $backup."
[ "$(cat "$backup/commit")" = "$(git -C "$code" rev-parse HEAD)" ] ||
  echo "Bản sao lưu thuộc phiên bản $(cat "$backup/commit"): cập nhật từ đó lên mã nguồn hiện tại diễn ra ở lần chạy tới."
echo 'Kiểm tra: npm run audit:verify và npm run files:verify'
