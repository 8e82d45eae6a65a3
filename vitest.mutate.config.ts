import { defineConfig } from 'vitest/config'

/** Tests that mutants are run against: quick ones that compare exact results. */
export default defineConfig({
  test: {
    include: [
      'test/{analyze,net,remedies,report}/**/*.test.ts',
      'test/formats/*/*.test.ts',
      'test/{cases,fixtures}.test.ts',
    ],
  },
})
