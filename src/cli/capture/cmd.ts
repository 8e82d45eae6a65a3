import type { Shell } from './shell.js'

/**
 * Lines for the command prompt of every Windows from NT on, to paste or to keep as a batch file: plain commands that do
 * without extensions and loops. The tools belong to the system, so nothing stands in for one that is missing; what
 * fails on a system without IPv6 leaves no file.
 */
export const cmd: Shell = {
  lineEnd: '\r\n',
  render: (steps, remarks) => [
    ...remarks.map((remark) => `rem ${remark}`),
    `if not exist ${FOLDER} md ${FOLDER}`,
    ...steps.map(({ command, file }) => {
      const path = `"%COMPUTERNAME%\\${file}"`
      return `${command} > ${path} || del ${path}`
    }),
  ],
}

const FOLDER = '"%COMPUTERNAME%"'
