import type { Shell } from './shell.js'

/**
 * Lines of DCL, to paste or to run with @. The Unix commands of TCP/IP Services are symbols, which its own procedure
 * defines; `define/user_mode` sends what the next image prints to a file.
 */
export const dcl: Shell = {
  lineEnd: '\n',
  render: (steps, remarks) => [
    ...remarks.map((remark) => `$! ${remark}`),
    '$ set noon',
    '$ node = f$getsyi("NODENAME")',
    '$ if node .eqs. "" then node = "HOST"',
    `$ if f$search("${SYMBOLS}") .nes. "" then @${SYMBOLS}`,
    "$ create/directory [.'node']",
    ...steps.flatMap(({ command, file }) => [
      `$ define/user_mode sys$output [.'node']${file}`,
      `$ ${command}`,
    ]),
  ],
}

const SYMBOLS = 'sys$manager:tcpip$define_commands.com'
