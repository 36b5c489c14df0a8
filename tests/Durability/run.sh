#!/usr/bin/env bash
# Kills the program (and, on PostgreSQL, the database server) again and again while it writes, and looks for losses.
#   tests/Durability/run.sh [--rounds N] [--seed N] sqlite|postgres
#   tests/Durability/run.sh syncs           counts with strace: every commit must be synced to the disk
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rounds=100 seed=20261117 what=""
while [ $# -gt 0 ]; do
  case "$1" in
    --rounds) rounds=$2; shift 2 ;;
    --seed) seed=$2; shift 2 ;;
    *) what=$1; shift ;;
  esac
done

program=tests/Durability/bin/Release/net10.0/Causeway.Durability
dotnet build tests/Durability -c Release -v quiet --nologo -p:RunAnalyzers=false
work=$(mktemp -d) && chmod 755 "$work"
cleanup() { [ -d "$work/pg" ] && tests/postgres.sh stop "$work/pg"; rm -rf "$work"; }
trap cleanup EXIT

case "$what" in
  sqlite)
    "$program" kill-9 "$work/data" "$rounds" --seed "$seed"
    ;;
  postgres)
    connection=$(CAUSEWAY_PG_FSYNC=on tests/postgres.sh start "$work/pg")
    "$program" kill-9 "$work/data" "$rounds" --seed "$seed" --postgres "${connection/Database=postgres/Database=durability}" \
      --server-pid-file "$work/pg/data/postmaster.pid" --server-restart "tests/postgres.sh restart $work/pg"
    ;;
  syncs)
    command -v strace >/dev/null || { echo "strace is not installed" >&2; exit 3; }
    for commits in 0 200; do
      strace -f -c -e trace=fsync,fdatasync -o "$work/syncs-$commits" "$program" commits "$work/data-$commits" "$commits" >/dev/null
    done
    syncs() { awk '$NF == "fsync" || $NF == "fdatasync" {n += $4} END {print n + 0}' "$1"; }
    more=$(($(syncs "$work/syncs-200") - $(syncs "$work/syncs-0")))
    echo "200 commits made $more syncs more than none"
    [ "$more" -ge 200 ]
    ;;
  *)
    echo "usage: $0 [--rounds N] [--seed N] sqlite|postgres|syncs" >&2
    exit 2
    ;;
esac
