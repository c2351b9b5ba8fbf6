#!/bin/sh
# fresh.sh SUITE FOLDER: the README's commands on a bare Debian SUITE (bookworm, trixie) with python3, git and make alone.
# First as root; then, on another such root, as an ordinary user for whom an administrator installs what the first command
# asked for, in one request. Each draws the lessons twice (the second time nothing) and runs the tests of $TESTS (a target
# of the Makefile, or "none"); QUALITY and L are as for `make render`. Ends with 1 if anything fails or a film differs.
# Wants root, debootstrap and unshare. The roots stay in FOLDER, for looking; their mounts go with this process.
set -eu

suite=$1 folder=$2
: "${QUALITY:=480p15}" "${L:=}" "${TESTS:=test}"
[ -n "${FRESH_MOUNTS:-}" ] || FRESH_MOUNTS=own exec unshare --mount sh "$0" "$@"

for tool in debootstrap chroot git; do command -v $tool >/dev/null || { echo "fresh: $tool is missing here" >&2; exit 3; }; done
checkout=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$folder"
base=$folder/$suite.bare

if [ ! -e "$base/usr/bin/make" ]; then
  mirror=$(apt-get indextargets --format '$(REPO_URI)' | head -n 1)
  # shellcheck disable=SC2086  # none, or one
  debootstrap --variant=minbase --include=ca-certificates,python3,git,make "$suite" "$base" $mirror >"$base.log"
  for file in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/ssl/certs/ca-certificates.crt /etc/apt/apt.conf.d/99*; do
    [ ! -e "$file" ] || { mkdir -p "$base$(dirname "$file")" && cp -L "$file" "$base$file"; } # how packages come here
  done
fi

for name in $(env | sed -n 's/^\([A-Za-z_]*\)=.*/\1/p'); do # of this machine's environment, only how packages come
  case $name in PIP_* | SSL_CERT_* | *_proxy | *_PROXY | [a-z]* | PATH | QUALITY | L | TESTS) ;; *) unset "$name" ;; esac
done

inside() { # inside USER COMMAND…: in the root, in the checkout, and timed
  who=$1 && shift
  began=$(date +%s)
  echo "### $suite, $who: $*" >&2
  HOME=$home PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    chroot --userspec="$who:$who" "$root" sh -c 'cd "$HOME/mathora" && "$@"' sh "$@" && ended=0 || ended=$?
  echo "### $suite, $who: $* took $(($(date +%s) - began)) s" >&2
  return $ended
}

prove() { # prove USER: the README's commands
  inside "$1" make render QUALITY="$QUALITY" L="$L"
  inside "$1" make render QUALITY="$QUALITY" L="$L" >"$root.again" 2>&1
  grep 'steps drawn' "$root.again" >/dev/null
  if grep 'steps drawn' "$root.again" | grep -v ' 0 steps drawn .*all products up to date'; then exit 1; fi
  [ "$TESTS" = none ] || inside "$1" make "$TESTS"
}

for who in root author; do
  root=$folder/$suite.$who
  [ "$who" = root ] && home=/root || home=/home/$who
  rm -rf --one-file-system "$root" && cp -a "$base" "$root"
  mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" && mount --make-rslave "$root/dev"
  mount -t sysfs sys "$root/sys"
  [ "$who" = root ] || chroot "$root" useradd --create-home "$who"
  git clone -q --no-hardlinks "$checkout" "$root$home/mathora"
  chroot "$root" chown -R "$who:$who" "$home/mathora"
  if [ "$who" != root ]; then
    if inside "$who" make render 2>"$root.asked"; then echo "fresh: nothing was asked for" >&2 && exit 1; fi
    packages=$(sed -n -e 's/.*apt-get install -y//p' -e 's/.*in the same breath for//p' "$root.asked" | tr '\n' ' ')
    echo "### $suite, an administrator installs:$packages" >&2
    chroot "$root" sh -c "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages" >/dev/null
  fi
  prove "$who"
  (cd "$root$home/mathora/media" && sha256sum -- */*.mp4) >"$root.films"
done
cat "$folder/$suite.root.films"
cmp "$folder/$suite.root.films" "$folder/$suite.author.films"
echo "fresh: $suite: all is well, as root and as an ordinary user; the films have the same bytes"
