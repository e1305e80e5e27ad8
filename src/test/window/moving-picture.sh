#!/usr/bin/env bash
# How long the parts of a real window stand still after training begins, seen from outside: screenshots, compared.
#
#   moving-picture.sh [-n STARTS] [-s SECONDS] [-w train|step|conventions] [-b "XDOTOOL…; …"] [-r REST] [-p "XDOTOOL…"] COMMAND…
#
# Starts the program so many times in an X server of its own (1440 × 900), does what -b says once there is a picture (a
# semicolon between two commands of xdotool, a second after each), rests, presses Space or does what -p says (in Step, where
# Space plays, a click on Train), and takes one screenshot after the other. Prints for every part of the workspace the
# seconds until it first changed, and the longest in which it did not change after that.
# Needs Xvfb, xdotool and ImageMagick.
set -euo pipefail
starts=10 seconds=8 workspace=train before='' rest=1 press=''
while getopts n:s:w:b:r:p: o; do
  case $o in
  n) starts=$OPTARG ;; s) seconds=$OPTARG ;; w) workspace=$OPTARG ;; b) before=$OPTARG ;; r) rest=$OPTARG ;; p) press=$OPTARG ;;
  *) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
declare -A parts=()
case $workspace in
train) key=1 parts=([maps]=540x420+335+208 [diagram]=450x265+975+160 [sums]=440x180+965+495 [text]=455x130+965+758) ;;
step) key=2 press=${press:-mousemove 1028 24 click 1} parts=([map]=740x55+97+188 [diagram]=860x370+25+320 [sums]=490x430+925+170 [next]=500x110+200+775) ;;
conventions) key=3 parts=([A]=440x220+15+205 [B]=440x220+480+205 [difference]=740x110+97+640 [text]=900x75+15+800) ;;
esac
folder=$(mktemp -d "${TMPDIR:-/tmp}/moving-picture.XXXXXX")
program='' server=''
stop() {
  [ -z "$program" ] || kill -- "-$program" 2>/dev/null || true
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  program='' server=''
}
trap 'stop; rm -rf "$folder"' EXIT
part() { convert "$1" -crop "${parts[$2]}" +repage rgb:- | md5sum; }

for start in $(seq "$starts"); do
  number=120; while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
  export DISPLAY=":$number"
  Xvfb "$DISPLAY" -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 & server=$!
  until xdotool getdisplaygeometry >/dev/null 2>&1; do sleep 0.1; done
  setsid "$@" >"$folder/log" 2>&1 & program=$!
  # the maps of Train have many colours as soon as there is a picture
  until [ "$(import -silent -window root ppm:- 2>/dev/null | convert ppm:- -crop 540x420+335+208 +repage -format %k info: 2>/dev/null || echo 0)" -gt 200 ]; do
    kill -0 "$program" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
    sleep 0.1
  done
  [ "$key" = 1 ] || { xdotool key "$key"; sleep 1; }
  IFS=';' read -ra commands <<<"$before"
  for command in "${commands[@]}"; do
    # shellcheck disable=SC2086
    [ -z "${command// /}" ] || { xdotool $command; sleep 1; }
  done
  sleep "$rest"
  rm -f "$folder"/*.ppm
  import -silent -window root "$folder/0.ppm"
  # shellcheck disable=SC2086
  xdotool ${press:-key space}
  pressed=$(date +%s%N)
  while now=$(($(date +%s%N) - pressed)); [ "$now" -lt $((seconds * 1000000000)) ]; do
    import -silent -window root "$folder/new.ppm"
    mv "$folder/new.ppm" "$folder/$(($(date +%s%N) - pressed)).ppm"
    sleep 0.1 # looking takes time away from what is looked at
  done
  stop
  line="start $start:"
  for name in "${!parts[@]}"; do
    last=$(part "$folder/0.ppm" "$name") at=0 first='' longest=0
    for shot in $(ls "$folder" | grep -E '^[0-9]+\.ppm$' | sort -n | tail -n +2); do
      now=${shot%.ppm} hash=$(part "$folder/$shot" "$name")
      if [ "$hash" != "$last" ]; then
        if [ -z "$first" ]; then first=$now; elif [ $((now - at)) -gt "$longest" ]; then longest=$((now - at)); fi
        last=$hash at=$now
      fi
    done
    if [ -z "$first" ]; then line+=" $name never"; else
      line+=$(awk -v n="$name" -v f="$first" -v l="$longest" 'BEGIN { printf " %s %.2f s, then %.2f s;", n, f / 1e9, l / 1e9 }')
    fi
  done
  echo "$line shots $(ls "$folder" | grep -cE '^[0-9]+\.ppm$')"
done
