#!/usr/bin/env bash
# A campaign over 1,000 entries with a mail server that drops, delays and doubles; on SQLite, then on PostgreSQL.
#   bench/Campaign/run.sh [ENTRIES]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export CAUSEWAY_CHECK_ENTRIES=${1:-1000}
dotnet build tests/ResourceDirectory.Tests -c Release -v quiet --nologo -p:RunAnalyzers=false
run() { echo "== $1"; tests/ResourceDirectory.Tests/bin/Release/net10.0/Causeway.ResourceDirectory.Tests -class '*BadMailTests' -showLiveOutput -noColor; }
unset CAUSEWAY_TEST_POSTGRES
run SQLite
folder=$(mktemp -d)/pg
chmod 755 "$(dirname "$folder")"
CAUSEWAY_TEST_POSTGRES=$(tests/postgres.sh start "$folder")
export CAUSEWAY_TEST_POSTGRES
trap 'tests/postgres.sh stop "$folder"' EXIT
run PostgreSQL
