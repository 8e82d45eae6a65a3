import { Argument, type Command } from 'commander'
import type { CliCommand, Session } from '../command.js'
import { oneOf } from '../options.js'

interface Word {
  readonly name: string
  readonly options: readonly string[]
}

const SHELLS = { bash, fish, zsh }

type Shell = keyof typeof SHELLS

/** `routeprint completion`: a script that completes commands and options. */
export const completionCommand = {
  name: 'completion',
  summary: 'print a completion script for bash, fish or zsh',
  examples: [
    [
      'source <(routeprint completion bash)',
      'complete in this shell; put it in ~/.bashrc to keep it',
    ],
    [
      'routeprint completion fish > ~/.config/fish/completions/routeprint.fish',
      'the same for fish',
    ],
  ],
  define: (command: Command, { io }: Session) => {
    const shells = Object.keys(SHELLS)
    const shell = new Argument('<SHELL>', shells.join(', ')).argParser(oneOf(shells))
    command.addArgument(shell).action((name: Shell) => {
      io.stdout.write(SHELLS[name](words(command.parent ?? command)))
    })
  },
} as const satisfies CliCommand

function words(root: Command): Word[] {
  return root.commands.map((command) => ({
    name: command.name(),
    options: [...command.options.map(({ long }) => long ?? ''), '--help'].filter((one) => one),
  }))
}

function bash(commands: readonly Word[]): string {
  const cases = commands.map(({ name, options }) => `    ${name}) words="${options.join(' ')}" ;;`)
  return `_routeprint() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _routeprint routeprint
`
}

function zsh(commands: readonly Word[]): string {
  return `#compdef routeprint
autoload -U +X bashcompinit && bashcompinit
${bash(commands)}`
}

function fish(commands: readonly Word[]): string {
  const first = commands.map(
    ({ name }) => `complete -c routeprint -n __fish_use_subcommand -f -a ${name}`,
  )
  const options = commands.flatMap((command) =>
    command.options.map(
      (option) =>
        `complete -c routeprint -n '__fish_seen_subcommand_from ${command.name}' -l ${option.slice(2)}`,
    ),
  )
  return `${[...first, ...options].join('\n')}\n`
}
