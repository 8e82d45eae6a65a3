import { type Layout, namedCommand } from './layout.js'

/** Archive of the Red Hat Insights client; in older ones the commands lie in the root, in newer ones below `data`. */
export const insights = {
  id: 'insights',
  summary: 'Red Hat Insights archive: data/insights_commands',
  markers: ['data/insights_commands', 'insights_commands'],
  folders: ['data/insights_commands', 'insights_commands'],
  names: [
    'data/insights_commands/hostname_-f',
    'data/insights_commands/hostname',
    'insights_commands/hostname_-f',
    'insights_commands/hostname',
  ],
  command: namedCommand,
} as const satisfies Layout
