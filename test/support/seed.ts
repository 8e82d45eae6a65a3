/**
 * Properties run the same cases every time, so that a red run means a change and not a lucky draw; `npm run fuzz` is
 * what looks for new ones. `FC_SEED=number npx vitest run …` tries another draw.
 */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261124) })
