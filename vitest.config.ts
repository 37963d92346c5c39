import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // The default, one worker less than cores, leaves a core idle.
    maxWorkers: '100%',
    // Each core has a worker: helper threads of the garbage collector would take time from another one.
    execArgv: ['--single-threaded-gc', '--max-semi-space-size=64'],
    // The next run reuses the transformed modules.
    experimental: { fsModuleCache: true },
    // The files of a worker share its modules: most tests load the product, which takes seconds.
    isolate: false,
    // A slow machine is not a failure; a hanging test still ends.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/integration/**'] },
      },
      {
        extends: true,
        // Kafka clients in one process interfere with each other. Without servers, the files are only reported as skipped.
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          isolate: Object.keys(process.env).some((name) => /^(INTEGRATION|ES8?_URL|KAFKA_\w*BROKERS)$/.test(name)),
        },
      },
    ],
  },
})
