// `npm run fuzz`: 10,000 malformed requests over every endpoint and action, to a portal of its own. FUZZ_REQUESTS and FUZZ_SEED say otherwise.
process.env.FUZZ_REQUESTS ||= '10000'
process.argv.push('e2e', 'tests/e2e/malformed-many.spec.ts')
await import('./test.mjs')
