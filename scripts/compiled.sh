#!/usr/bin/env bash
# Builds the compiled wheel into dist/ and runs the tests of reading on what is in it, laid out with
# the tests and benchmarks in build/compiled. Needs a C compiler and some minutes. With GCC it is built
# twice: once to see, over reports, which way its code goes, and once to be laid out by that.
# --if-possible: nothing without a compiler, and once only.
set -euo pipefail
cd "$(dirname "$0")/.."
unset PYTHONPATH
python=$PWD/.venv/bin/python
log=build/compiled.log
reports=300  # read to see which way the code goes

has_compiler() { command -v cc >/dev/null && [ -f "$("$python" -c 'import sysconfig; print(sysconfig.get_path("include"))')/Python.h" ]; }
is_gcc() { cc --version | grep -q "Free Software Foundation"; }

# The wheel, how it is told, unpacked beside the tests and benchmarks.
build() {
  rm -rf build/compiled build/wheel
  mkdir -p build/compiled
  BRIEFING_COMPILE=$1 "$python" -m build --wheel --outdir build/wheel . >> "$log" 2>&1 || {
    tail -n 20 "$log" >&2
    echo "The compiled wheel was not built; $log has all that was said." >&2
    exit 1
  }
  cp -R articles benchmarks tests pyproject.toml build/compiled
  "$python" -m zipfile -e build/wheel/*.whl build/compiled
}

if ! has_compiler; then
  echo "Compiling needs a C compiler and Python's headers (Debian: gcc and python3-dev; macOS: xcode-select --install)." >&2
  [ "${1:-}" = --if-possible ] && exit 0
  exit 1
fi
mkdir -p build
rm -rf build/compiling "$log"
echo "Compiling; this takes some minutes …" >&2
if [ "${1:-}" != --if-possible ] && is_gcc; then
  build watching
  (cd build/compiled && "$python" -m benchmarks.extraction "$reports" 1 >> ../compiled.log)
  build trained
else
  build 1
fi
# Not test_linear.py: it counts lines of Python, of which compiled code has none.
cd build/compiled
"$python" -m pytest -q tests/extract tests/language tests/places tests/test_actors.py --ignore tests/extract/test_linear.py
mkdir -p ../../dist
cp ../wheel/*.whl ../../dist
echo "dist/$(basename ../wheel/*.whl)" >&2
