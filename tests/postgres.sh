#!/usr/bin/env bash
# A throw-away PostgreSQL cluster for tests and benches.
#   tests/postgres.sh start FOLDER   makes and starts one on a free port, prints its connection string
#   tests/postgres.sh restart FOLDER starts it again as it was, after a crash test killed it
#   tests/postgres.sh stop FOLDER    stops it and removes the folder
# PostgreSQL refuses to run as root: then the cluster belongs to the user "postgres" (or "nobody").
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || true)")
[ -x "$bin/initdb" ] || { echo "PostgreSQL is not installed (no initdb)" >&2; exit 3; }

as_owner() {
  if [ "$(id -u)" = 0 ]; then
    local user=postgres
    id "$user" >/dev/null 2>&1 || user=nobody
    (cd / && runuser -u "$user" -- "$@")
  else
    "$@"
  fi
}

case "${1:-}" in
  start)
    folder=$2
    mkdir -p "$folder"
    if [ "$(id -u)" = 0 ]; then chown "$(id -un postgres 2>/dev/null || echo nobody)" "$folder"; fi
    port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
    as_owner "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$folder.log" 2>&1
    # fsync off: the crash tests that care about disks start a cluster of their own with CAUSEWAY_PG_FSYNC=on.
    as_owner "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/data/log" -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c fsync=${CAUSEWAY_PG_FSYNC:-off} -c max_connections=200 -c shared_buffers=128MB" start >>"$folder.log" 2>&1
    # The owner is no superuser: row security must hold for it too.
    as_owner "$bin/psql" -q -h 127.0.0.1 -p "$port" -U postgres -d postgres \
      -c "CREATE ROLE causeway_owner LOGIN CREATEDB CREATEROLE" -c "GRANT pg_signal_backend TO causeway_owner" >>"$folder.log" 2>&1
    echo "Host=127.0.0.1;Port=$port;Username=causeway_owner;Password=x;Database=postgres"
    ;;
  restart)
    # A killed server's children need a moment to notice and let go of the shared memory.
    for _ in 1 2 3 4 5 6 7 8 9 10; do
      if as_owner "$bin/pg_ctl" -D "$2/data" -w -t 60 -l "$2/data/log" restart >>"$2.log" 2>&1; then exit 0; fi
      sleep 0.5
    done
    tail -5 "$2/data/log" >&2
    exit 1
    ;;
  stop)
    as_owner "$bin/pg_ctl" -D "$2/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$2" "$2.log"
    ;;
  *)
    echo "usage: $0 start|restart|stop FOLDER" >&2
    exit 2
    ;;
esac
