#!/bin/bash
# A back-up of the cluster, from this node: `backup.sh full` makes one, `backup.sh logs` adds the changes since the last.
# docs/operating.md describes the restore. Started by ihome-backup.service and ihome-backup-logs.service.
set -euo pipefail
umask 077
ROOT=/var/backups/ihome
KEEP_DAYS=14
MARIADB=--defaults-extra-file=$CREDENTIALS_DIRECTORY/backup.cnf
METRICS=/var/lib/prometheus/node-exporter

full() {
  local to=$ROOT/$(date -u +%FT%H%M)
  mkdir "$to.part"
  mariadb-dump "$MARIADB" --single-transaction --master-data=2 --hex-blob --result-file="$to.part/ihome.sql" ihome
  tail -n 1 "$to.part/ihome.sql" | grep -q '^-- Dump completed'
  redis-cli -h "$REDIS_HOST" --rdb "$to.part/redis.rdb"
  mv "$to.part" "$to"
  find "$ROOT" -mindepth 1 -maxdepth 1 -mtime "+$KEEP_DAYS" -exec rm -rf {} +
}

logs() {
  local to start
  to=$(find "$ROOT" -mindepth 1 -maxdepth 1 -type d ! -name '*.part' | sort | tail -n 1)
  [ -n "$to" ] || { echo "no back-up yet: systemctl start ihome-backup"; return; }
  start=$(sed -n "s/^-- CHANGE MASTER TO MASTER_LOG_FILE='\(.*\)', MASTER_LOG_POS=.*/\1/p" "$to/ihome.sql")
  mariadb-binlog "$MARIADB" --read-from-remote-server --raw --to-last-log --result-file="$to/" "$start"
}

note() {
  local file=$METRICS/ihome-backup-$1.prom
  echo "ihome_backup_$1_completed_timestamp_seconds $(date +%s)" > "$file.new"
  chmod 644 "$file.new"
  mv "$file.new" "$file"
}

case ${1-} in
  full | logs) "$1" && note "$1" ;;
  *) echo "usage: backup.sh full|logs" >&2; exit 2 ;;
esac
