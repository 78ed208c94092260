#!/bin/bash
# `desync.sh on`: this node may fall behind the others without slowing them down, and HAProxy sends it no reads.
# `desync.sh off`: it catches up and takes part again. A node that is the writer stays in: the writer must not move.
set -euo pipefail
case ${1-} in
  on)
    writer=$(mariadb --defaults-extra-file=/etc/ihome/backup.cnf -h 127.0.0.1 -P 13306 -NBe 'SELECT @@wsrep_node_name')
    [ "$writer" = "$(mariadb -NBe 'SELECT @@wsrep_node_name')" ] || mariadb -e 'SET GLOBAL wsrep_desync = ON'
    ;;
  off) mariadb -e 'SET GLOBAL wsrep_desync = OFF' ;;
  *) echo "usage: desync.sh on|off" >&2; exit 2 ;;
esac
