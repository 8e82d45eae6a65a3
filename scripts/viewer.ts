import { writeFileSync } from 'node:fs'
import { VIEWER, viewerJson } from './viewer-build.js'

/** Builds the viewer of the HTML report anew: `npm run viewer`. */
writeFileSync(VIEWER, await viewerJson())
