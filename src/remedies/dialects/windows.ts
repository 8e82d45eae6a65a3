import type { Dialect } from '../dialect.js'
import { classicCommands } from './windows-classic.js'
import { generationOf } from './windows-generation.js'
import { modernCommands } from './windows-modern.js'

/** Windows, from NT 3.51 to 11. */
export const windows: Dialect = {
  platform: 'windows',
  commands: (host) => {
    const generation = generationOf(host)
    return generation === 'modern' ? modernCommands(host) : classicCommands(generation, host)
  },
}
