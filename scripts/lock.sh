#!/usr/bin/env bash
# Pins every dependency with its hashes into requirements.lock, for all platforms at once.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet uv
"$scratch/venv/bin/uv" pip compile pyproject.toml --group dev --upgrade --universal \
  --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
  --quiet --output-file "$scratch/lock"
{
  echo "# Made by \`make lock\` from pyproject.toml: Linux and macOS, Python 3.11 and later."
  cat "$scratch/lock"
} > requirements.lock
