import { address, command, name, words } from '../command.js'
import type { Dialect } from '../dialect.js'
import { type BsdOptions, bsdCommands, pubDelete } from './bsd.js'

const options: BsdOptions = {
  scoped: true,
  atBoot: {
    title: 'Set the mask of the alias to 255.255.255.255 in the launchd job that makes it',
  },
  unpublish: (entry) => {
    const scope = words`ifscope ${name(entry.interface, 'interface name')}`
    const scoped = command`arp -d ${address(entry.address)} pub ${scope}`
    return entry.row?.flags?.includes('ifscope')
      ? [scoped, pubDelete(entry)]
      : [pubDelete(entry), scoped]
  },
}

/** macOS; scoped rows and entries are reached only with the interface. */
export const macos: Dialect = {
  platform: 'macos',
  commands: (host) => bsdCommands(options, host),
}
