/**
 * The part of a script of checks that is the same in each: POSIX shell, so that it runs in dash, busybox and bash.
 *
 * Every line that a command printed goes into the results behind `| `, so that no output can look like a line of ours.
 */

/** Stands before the checks. */
export const scriptHead = String.raw`
folder=$TMPDIR
[ -n "$folder" ] || folder=/tmp
set -u
umask 077

mode=ask
only=
limit=60
results=
planned=0
running=
heading=

usage() {
  printf '%s\n' 'Usage: sh checks.sh [--yes | --list] [-o FILE] [--timeout SECONDS] [ID ...]'
}

complain() {
  printf '%s\n' "$1" >&2
  usage >&2
  exit 2
}

now() {
  date -u +%Y-%m-%dT%H:%M:%SZ
}

# Whether a check was asked for by its id; without ids all were.
wanted() {
  [ -z "$only" ] && return 0
  case " $only " in *" $1 "*) return 0 ;; esac
  return 1
}

# What keeps a check from being run: obstacle SHELL TOOLS VARIABLES
obstacle() {
  for tool in "$1" $2; do
    command -v "$tool" >/dev/null 2>&1 || { printf 'there is no %s here' "$tool"; return; }
  done
  for variable in $3; do
    eval "value=\${$variable-}"
    [ -n "$value" ] || { printf '%s is empty' "$variable"; return; }
  done
}

# A heading stands above its first check, and not above none.
section() {
  heading=$1
}

# check ID DIGEST SHELL TOOLS VARIABLES <COMMAND
check() {
  wanted "$1" || return 0
  reason=$(obstacle "$3" "$4" "$5")
  if [ "$mode" != run ]; then
    [ -z "$heading" ] || printf '\n%s\n' "$heading"
    heading=
    if [ -n "$reason" ]; then
      printf '  skip  %s: %s\n' "$1" "$reason"
    else
      planned=$((planned + 1))
      printf '  run   %s\n' "$1"
    fi
    return 0
  fi
  printf '%s ' "$1"
  began=$(now)
  code=0
  : >"$work/output"
  if [ -n "$reason" ]; then
    state=skipped
  else
    state=ran
    cat >"$work/command"
    # In the background, because a shell that waits in the foreground would be deaf to an interrupt.
    if [ -n "$limiter" ]; then
      timeout "$limit" "$3" "$work/command" </dev/null >"$work/output" 2>&1 &
    else
      "$3" "$work/command" </dev/null >"$work/output" 2>&1 &
    fi
    running=$!
    wait "$running" || code=$?
    running=
    if [ -n "$limiter" ]; then
      case $code in 124 | 143) state=timeout ;; esac
    fi
  fi
  record "$1" "$2" "$5" >"$work/record"
  cat "$work/record" >>"$results"
  if [ -n "$reason" ]; then printf 'skipped: %s\n' "$reason"; else printf '%s\n' "$state"; fi
}

# record ID DIGEST VARIABLES
record() {
  printf '\ncheck %s\nitem %s\nstate %s\n' "$1" "$2" "$state"
  if [ "$state" = skipped ]; then
    printf 'reason %s\n' "$reason"
  else
    for variable in $3; do
      eval "value=\${$variable-}"
      printf 'value %s %s\n' "$variable" "$(printf '%s' "$value" | tr -d '\000-\037\177')"
    done
    printf 'began %s\nended %s\nexit %s\n' "$began" "$(now)" "$code"
    bytes=$(wc -c <"$work/output")
    dd if="$work/output" bs=1024 count=512 2>/dev/null | tr -d '\000' | LC_ALL=C sed 's/^/| /' >"$work/quoted"
    lines=$(LC_ALL=C grep -c '^| ' "$work/quoted") || lines=0
    printf 'bytes %s\nlines %s\n' "$((bytes))" "$((lines))"
    cat "$work/quoted"
    # What was printed last may have no line end, and would run into the line of ours that follows.
    [ -z "$(tail -c 1 "$work/quoted")" ] || printf '\n'
  fi
  printf 'end %s\n' "$1"
}

clean_up() {
  [ -z "$work" ] || rm -rf "$work"
}

stop() {
  [ -z "$running" ] || kill "$running" 2>/dev/null
  printf '\ninterrupted %s\n' "$(now)" >>"$results"
  clean_up
  printf '\nInterrupted. What was done stands in %s\n' "$results"
  trap - EXIT
  exit 130
}
`.trim()

/** Stands after the checks; `ids`, `rollout`, `name` and `write_head` are set between the two. */
export const scriptTail = String.raw`
while [ $# -gt 0 ]; do
  case $1 in
    --yes) mode=yes ;;
    --list) mode=list ;;
    -o | --output | --timeout)
      [ $# -gt 1 ] || complain "Missing value of $1"
      if [ "$1" = --timeout ]; then limit=$2; else results=$2; fi
      shift
      ;;
    -h | --help) usage; exit 0 ;;
    -*) complain "There is no option $1" ;;
    *)
      case " $ids " in
        *" $1 "*) only="$only $1" ;;
        *) complain "There is no check $1 in this script" ;;
      esac
      ;;
  esac
  shift
done
case $limit in '' | 0* | *[!0-9]*) complain "The time limit is no number of seconds: $limit" ;; esac

printf 'Checks of %s\n' "$name"
asked=$mode
mode=plan
checks
if [ "$asked" = list ]; then exit 0; fi
if [ "$planned" -eq 0 ]; then
  printf '\nNothing to run\n' >&2
  exit 1
fi
if [ "$asked" != yes ]; then
  printf '\nRun these %s checks now? Type "yes": ' "$planned"
  read -r reply || reply=
  if [ "$reply" != yes ]; then
    printf 'Nothing was run\n' >&2
    exit 1
  fi
fi

[ -n "$results" ] || results=$(printf '%s.%s.checks.txt' "$rollout" "$(date -u +%Y%m%dT%H%M%SZ)")
case $results in /*) ;; *) results=./$results ;; esac
if [ -e "$results" ] || [ -h "$results" ]; then complain "There is a file $results already"; fi
work=
trap clean_up EXIT
work=$folder/golive-checks.$$
mkdir "$work" || { work=; exit 2; }
limiter=
if timeout 5 true >/dev/null 2>&1; then limiter=yes; fi

write_head "$(now)" >"$results" || exit 2
trap stop INT TERM HUP
printf '\n'
mode=run
checks
printf '\nfinished %s\n' "$(now)" >>"$results"
printf '\nResults: %s\n' "$results"
`.trim()
