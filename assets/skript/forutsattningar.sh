# Read by ./start and ./verify (POSIX sh): what the machine must have, in words when it is missing.

# The newest features of the language we use came with this version.
rust_minimum=1.95
node_minimum=20

stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

# at_least HAVE WANT: compares dotted versions.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

require_rust() {
  command -v cargo >/dev/null 2>&1 ||
    stop "Rust saknas. Installera Rust $rust_minimum eller senare (rustup eller förvaltningens programkatalog) och försök igen."
  have=$(rustc --version | cut -d ' ' -f 2)
  at_least "$have" "$rust_minimum" ||
    stop "Rust $have är för gammalt. Röda tråden byggs med Rust $rust_minimum eller senare: kör «rustup update stable»."
}

require_node() {
  command -v npm >/dev/null 2>&1 ||
    stop "Node saknas. Installera Node $node_minimum eller senare (med npm) och försök igen."
  have=$(node --version | tr -d v)
  at_least "$have" "$node_minimum" ||
    stop "Node $have är för gammalt. Röda tråden behöver Node $node_minimum eller senare."
}

# require_packages NAME…: Debian and Ubuntu packages, installed through apt when missing.
require_packages() {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  missing=
  for package in "$@"; do
    dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
      missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  line="apt-get update && apt-get install --yes --no-install-recommends$missing"
  if [ "$(id -u)" -eq 0 ]; then
    as_root=
  elif command -v sudo >/dev/null 2>&1; then
    as_root=sudo
  else
    stop "Systempaket saknas:$missing" "Kör som administratör: $line"
  fi
  echo "Installerar systempaket:$missing"
  $as_root apt-get -o DPkg::Lock::Timeout=600 update --quiet >/dev/null ||
    $as_root apt-get -o DPkg::Lock::Timeout=600 update --quiet
  # shellcheck disable=SC2086 # one word per package is meant
  DEBIAN_FRONTEND=noninteractive $as_root apt-get -o DPkg::Lock::Timeout=600 install --quiet --yes --no-install-recommends $missing ||
    stop "Systempaketen kunde inte installeras. Kör som administratör: $line"
}

# What building takes, what the window is looked at with, and what the packages are tried with.
packages_build="gcc libc6-dev libwebkit2gtk-4.1-dev"
packages_tests="qpdf poppler-utils librsvg2-bin python3-reportlab python3-xlsxwriter python3-xlwt chromium"
packages_window="xvfb webkit2gtk-driver dbus openbox wmctrl xdotool x11-utils imagemagick strace procps at-spi2-core python3-gi gir1.2-atspi-2.0 gir1.2-gtk-3.0"
packages_install="binutils rpm rpm2cpio cpio desktop-file-utils shared-mime-info libglib2.0-bin"

# The packages of ui/, when the lock file says others than those that are there.
install_ui() {
  stamp=ui/node_modules/.package-lock.stamp
  cmp -s ui/package-lock.json "$stamp" && return 0
  npm ci --prefix ui --no-fund --no-audit --loglevel=error
  cp ui/package-lock.json "$stamp"
}

# The window's pages, when something they are made of is newer.
build_ui() {
  made=ui/dist/index.html
  [ -e "$made" ] && [ -z "$(find ui/src ui/index.html ui/vite.config.ts ui/package-lock.json assets -newer "$made" | head -n 1)" ] && return 0
  npm run --silent --prefix ui build -- --logLevel warn
}
