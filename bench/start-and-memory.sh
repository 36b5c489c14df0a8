#!/usr/bin/env bash
# First answer after the start of the published program, against an empty Razor Pages program published the same way, in
# turns on this machine; and the memory of the idle program. Tools: bash, curl, ps.
#   bench/start-and-memory.sh [ROUNDS]     default 15; the bars: 1.5 times the empty program, 250 MB
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
rounds=${1:-15}
idle=${IDLE_SECONDS:-30}
work=$(mktemp -d)
pid=""
cleanup() { if [ -n "$pid" ]; then kill "$pid" 2>/dev/null || true; fi; rm -rf "$work"; }
trap cleanup EXIT

dotnet publish src/Host/Host.csproj -c Release -o "$work/causeway" --nologo -v quiet
dotnet publish bench/EmptyRazor/EmptyRazor.csproj -c Release -o "$work/empty" --nologo -v quiet

free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }
start() { # start NAME PORT COMMAND...: leaves the process id in pid
  local name=$1 port=$2; shift 2
  ASPNETCORE_URLS="http://localhost:$port" PORT=$port CAUSEWAY_DATA="$work/data" "$@" >"$work/$name.log" 2>&1 &
  pid=$!
}
wait_for() { # wait_for PORT PATH
  until curl -sf -o /dev/null "http://localhost:$1$2"; do
    kill -0 "$pid" 2>/dev/null || { echo "it ended before it answered:" >&2; cat "$work"/*.log >&2; exit 1; }
    sleep 0.01
  done
}
stop() { kill -TERM "$pid"; wait "$pid" 2>/dev/null || true; pid=""; }
first_answer() { # first_answer NAME COMMAND...: milliseconds
  local port before
  port=$(free_port)
  before=$(date +%s%N)
  start "$1" "$port" "${@:2}"
  wait_for "$port" /sign-in
  echo $((($(date +%s%N) - before) / 1000000)) >>"$work/$1.ms"
  stop
}
middle() { sort -n "$1" | awk '{v[NR]=$1} END {print (NR % 2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }

# A data folder as a second start finds it, and one start each that is not counted.
first_answer warm-causeway "$work/causeway/causeway" serve
first_answer warm-empty "$work/empty/Causeway.EmptyRazor"
for _ in $(seq "$rounds"); do
  first_answer causeway "$work/causeway/causeway" serve
  first_answer empty "$work/empty/Causeway.EmptyRazor"
done
ours=$(middle "$work/causeway.ms") theirs=$(middle "$work/empty.ms")
echo "first answer, median of $rounds: causeway $ours ms, empty Razor Pages $theirs ms, ratio $(awk "BEGIN {printf \"%.2f\", $ours / $theirs}")"

port=$(free_port)
start memory "$port" "$work/causeway/causeway" ${MEMORY_COMMAND:-demo --samples samples}
wait_for "$port" /sign-in
sleep "$idle"
echo "memory of the idle program after $idle s (RSS): $(($(ps -o rss= -p "$pid") / 1024)) MB"
stop
