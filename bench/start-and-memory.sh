#!/usr/bin/env bash
# First answer after the start of the published program, against an empty Razor Pages program (one page, a layout, a style
# sheet; a plain `dotnet publish -c Release`), in turns on this machine; and the memory of the idle made-up city.
# A first answer is the time from the start of the process to the end of the first 200 of GET /sign-in, asked every 5 ms.
# Ours is `serve` on a prepared SQLite data folder. Tools: bash, node, curl, ps.
#   bench/start-and-memory.sh [ROUNDS]     default 15; the bars: 1.5 times the empty program, 250 MB
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
rounds=${1:-15}
idle=${IDLE_SECONDS:-30}
work=$(mktemp -d)
pid=""
stop() { if [ -n "$pid" ]; then kill -TERM "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; pid=""; fi; }
trap 'stop; rm -rf "$work"' EXIT

dotnet publish src/Host/Host.csproj -c Release -o "$work/causeway" --nologo -v quiet
dotnet publish bench/EmptyRazor/EmptyRazor.csproj -c Release -o "$work/empty" --nologo -v quiet

ours() { CAUSEWAY_DATA="$work/data" node bench/first-answer.mjs "$work/log" "$work/causeway/causeway" serve; }
theirs() { (cd "$work/empty" && node "$OLDPWD/bench/first-answer.mjs" "$work/log" ./Causeway.EmptyRazor); }
column() { awk -v c="$1" '{print $c}' "$work/rounds" | sort -n; }
middle() { column "$1" | awk '{v[NR]=$1} END {print (NR % 2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
span() { column "$1" | awk 'NR==1 {low=$1} {high=$1} END {print low " to " high}'; }

# One start each that is not counted: it makes the database, and the disk cache warm.
ours >"$work/first"
theirs >>"$work/first"
for _ in $(seq "$rounds"); do
  ours=$(ours)
  echo "$ours $(theirs)" >>"$work/rounds"
done
echo "command: bench/start-and-memory.sh $rounds ($(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), .NET $(dotnet --version) SDK)"
echo "first answer, median of $rounds rounds in turns: causeway serve $(middle 1) ms ($(span 1)), empty Razor Pages $(middle 2) ms ($(span 2))"
echo "ratio of the medians: $(awk "BEGIN {printf \"%.2f\", $(middle 1) / $(middle 2)}") (bar: 1.50)"

# A fresh data folder: the city is built by the same process that then idles, which is the dearer of the two cases.
memory() { # memory NAME
  local log="$work/demo.$1"
  port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
  PORT=$port CAUSEWAY_DATA="$work/city" "$work/causeway/causeway" demo --samples samples >"$log" 2>&1 &
  pid=$!
  until grep -q "Everybody else" "$log"; do
    kill -0 "$pid" 2>/dev/null || { echo "it ended before it was ready:" >&2; cat "$log" >&2; exit 1; }
    sleep 0.2
  done
  curl -sf -o /dev/null "http://localhost:$port/sign-in"
  sleep "$idle"
  echo "memory of the idle demo, $1, after $idle s (RSS): $(($(ps -o rss= -p "$pid") / 1024)) MB (bar: 250)"
  stop
}
memory "city just built"
memory "city built before"
