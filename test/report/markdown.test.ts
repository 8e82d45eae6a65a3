import { describe, expect, it } from 'vitest'
import { markdownReport } from '../../src/report/markdown.js'
import { clean, model } from '../support/report-model.js'

const render = markdownReport.render

const WEB1 = `<details>
<summary><code>web1</code> (windows): 1 finding</summary>

🔴 **error** \`extra-network-route\`: 192.0.2.0/24 is routed to the loopback alias 192.0.2.99

\`web1/route_print.txt:5:9\`

\`\`\`text
5 |         192.0.2.0    255.255.255.0       192.0.2.99       192.0.2.99       1
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
\`\`\`

\`web1/route_print.txt:8:3\` (proves the alias)

\`\`\`text
8 |   192.0.2.99  255.255.255.255
  |   ^^^^^^^^^^^^
\`\`\`

Stolen: 192.0.2.0/24 except 192.0.2.64/26

Delete the extra route (Administrators):

\`\`\`text
route delete 192.0.2.0 192.0.2.99
\`\`\`

Alias the address with a host mask (It lasts.).

</details>
`

describe('the Markdown report', () => {
  it('counts, and lists the findings with the worst first', () => {
    const [head = ''] = render(model).split('\n| 🟠')
    expect(head).toBe(`# routeprint

**2 hosts checked: 1 error, 1 warning, 1 waived, 2 not fully checked.**

| level | host | rule | finding | place |
| --- | --- | --- | --- | --- |
| 🔴 error | web1 | \`extra-network-route\` | 192.0.2.0/24 is routed to the loopback alias 192.0.2.99 | \`web1/route_print.txt:5:9\` |`)
  })

  it('folds the rows and commands of each host', () => expect(render(model)).toContain(WEB1))

  it('says what was not checked', () =>
    expect(render(model)).toContain('## Not fully checked\n\n- ``\\x1b[31m'))

  it('says that nothing is wrong', () =>
    expect(render(clean)).toBe('# routeprint\n\n**1 host checked: clean.**\n'))

  it('fits into a comment, and counts what does not', () => {
    const web1 = model.hosts.slice(1)
    const hosts = Array.from({ length: 2000 }, () => web1).flat()
    const text = render({ ...model, hosts })
    expect(text.length).toBeLessThan(65_536)
    expect(text).toContain('1900 more findings not shown in this table.\n')
    expect(text).toMatch(/\n\d+ more hosts not shown here\.\n$/)
  })
})
