#!/usr/bin/env bash
# Installs what is missing and only that: system packages, .venv, the place index.
# Run it as often as you like: with nothing to do it is done at once.
set -euo pipefail
cd "$(dirname "$0")/.."
unset VIRTUAL_ENV PYTHONHOME PYTHONPATH
export PIP_DISABLE_PIP_VERSION_CHECK=1

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# --- Python: that of .venv, else the system's own, else the newest that the lock is made for --

runs() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
  local name
  if [ ! -x .venv/bin/python ]; then
    # A distribution's is tuned when it is built, which one from a version switcher seldom is:
    # compiled reading runs a fifth faster there. Only where it can make an environment at once.
    for name in /usr/bin/python3.13 /usr/bin/python3.12 /usr/bin/python3.11; do
      if runs "$name" && "$name" -c 'import ensurepip' 2>/dev/null; then
        echo "$name"
        return
      fi
    done
  fi
  for name in .venv/bin/python python3.13 python3.12 python3.11 python3; do
    # The name alone does not say that it runs: version switchers leave stand-ins behind.
    if runs "$name"; then
      command -v "$name"
      return
    fi
  done
  return 1
}

# --- System packages: a browser that prints, the fonts, pdftoppm for the tests ----------------

has_browser() {
  local name
  [ -n "${BRIEFING_BROWSER:-}" ] && return
  for name in google-chrome google-chrome-stable chromium microsoft-edge microsoft-edge-stable; do
    command -v "$name" >/dev/null && return
  done
  for name in "Google Chrome" Chromium "Microsoft Edge"; do
    [ -d "/Applications/$name.app" ] && return
  done
  return 1
}

missing_debian_packages() {
  local name installed
  local wanted=(fontconfig fonts-inter fonts-noto-core fonts-noto-cjk poppler-utils)
  installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null || true)
  for name in "${wanted[@]}"; do
    grep -qx "$name installed" <<< "$installed" || echo "$name"
  done
  if ! has_browser && ! is_ubuntu; then echo chromium; fi
  # A system Python without ensurepip cannot make a virtual environment.
  if ! "$python" -c 'import ensurepip' 2>/dev/null; then echo "$(basename "$python")-venv"; fi
}

is_ubuntu() { grep -qs '^ID=ubuntu' /etc/os-release; }

install_debian() {
  local packages become=()
  packages=$(missing_debian_packages | tr '\n' ' ')
  if [ "$(id -u)" -ne 0 ]; then become=(sudo); fi
  if [ -n "$packages" ]; then
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
      say "Missing: $packages. Ask an administrator to run: apt-get install $packages"
    else
      say "Installing $packages"
      # shellcheck disable=SC2086 # a list of words
      if ! { "${become[@]}" apt-get update -qq && "${become[@]}" \
        env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends $packages >/dev/null; }; then
        say "Could not install: $packages. Without them the PDF may be missing or plain."
      fi
    fi
  fi
  # Ubuntu's Chromium is a snap: it prints what lies in your home folder, and only that.
  if is_ubuntu && ! has_browser; then
    if command -v snap >/dev/null && "${become[@]}" snap install chromium >/dev/null 2>&1; then
      return
    fi
    say "No browser for the PDF: run 'sudo snap install chromium', or install Google Chrome" \
      "from google.com/chrome, and try again."
  fi
}

install_macos() {
  has_browser && command -v pdftoppm >/dev/null && return
  if ! command -v brew >/dev/null; then
    has_browser || say "No browser for the PDF: install Google Chrome from google.com/chrome."
    return
  fi
  has_browser || brew install --quiet --cask google-chrome font-inter font-noto-serif
  command -v pdftoppm >/dev/null || brew install --quiet poppler
}

install_system() {
  if command -v apt-get >/dev/null; then
    install_debian
  elif [ "$(uname)" = Darwin ]; then
    install_macos
  elif ! has_browser; then
    say "No browser for the PDF: install Chromium, Google Chrome or Microsoft Edge."
  fi
}

# --- .venv, from the lock ---------------------------------------------------------------------

make_venv() {
  local stamp=.venv/briefing.stamp now
  runs .venv/bin/python || { rm -rf .venv && "$python" -m venv .venv; }
  now=$(cat requirements.lock pyproject.toml | cksum)
  [ "$now" = "$(cat "$stamp" 2>/dev/null)" ] && return
  say "Installing the Python packages into .venv"
  .venv/bin/python -m pip install -qq --require-hashes -r requirements.lock
  # Against the locked build backend, so that nothing unpinned is fetched.
  .venv/bin/python -m pip install -qq --no-deps --no-build-isolation --editable .
  .venv/bin/python -c 'from briefing.cli.places import prepare_places; prepare_places()'
  echo "$now" > "$stamp"
}

python=$(find_python) || die "Python 3.11 or later is needed and was not found; install python3.11."
install_system
make_venv
