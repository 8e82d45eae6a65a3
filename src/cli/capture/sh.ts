import { EACH_INTERFACE, type Step } from './plan.js'
import type { Shell } from './shell.js'

/**
 * A script for the shell of every Unix, the Bourne shell of old Solaris, IRIX and Tru64 included: no `$()`, no `local`.
 *
 * The inner shell lets it be pasted: what a login shell makes of `#` does not matter, and `exit` does not log out.
 * A file that stays empty is removed: `check` takes an empty capture for a failed one, which it may have been.
 */
export const sh: Shell = {
  lineEnd: '\n',
  render: (steps, remarks) => [
    "sh << 'END'",
    ...remarks.map((remark) => `# ${remark}`),
    'LC_ALL=C; export LC_ALL',
    'PATH=$PATH:/sbin:/usr/sbin:/usr/etc:/usr/bsd; export PATH',
    "host=`uname -n | sed -e 's/[^A-Za-z0-9._-]/_/g' -e 's/^[.-]/_/'`",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
    'folder=./${host:-host}',
    'test -d "$folder" || mkdir "$folder" || exit 1',
    'take() {',
    '  file=$folder/$1; shift',
    '  rm -f "$file"',
    '  type "$1" > /dev/null 2>&1 || return 1',
    '  "$@" > "$file" < /dev/null',
    '  status=$?',
    '  test -s "$file" && return 0',
    '  rm -f "$file"',
    '  return $status',
    '}',
    ...steps.flatMap(lines),
    'echo "captures are in $folder" >&2',
    'END',
  ],
}

function lines({ command, file, instead }: Step): string[] {
  if (command.split(' ').includes(EACH_INTERFACE)) return loop(command, file)
  const take = `take ${file} ${command}`
  const below = instead.flatMap(lines).map((line) => `  ${line}`)
  if (instead.length > 1) return [`${take} || {`, ...below, '}']
  return below.length === 0 ? [take] : [`${take} ||`, ...below]
}

/** The interfaces as `netstat -in` names them; a star marks one that is down. */
function loop(command: string, file: string): string[] {
  const each = (text: string, value: string) => text.replace(EACH_INTERFACE, value)
  return [
    "for interface in `netstat -in | sed -n 's/^\\([a-z][a-z]*[0-9][0-9:.]*\\)[* ].*/\\1/p' | sort -u`",
    'do',
    '  name=`echo "$interface" | tr : _`',
    `  take "${each(file, '$name')}" ${each(command, '"$interface"')}`,
    'done',
  ]
}
