import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native and WebAssembly packages load their own binaries from disk; bundling them breaks that.
  serverExternalPackages: ['@myriaddreamin/typst-ts-node-compiler', '@node-rs/argon2', '@hyzyla/pdfium', 'sharp', 'pg', 'flydrive'],
  // `npm test` checks the types of everything, tests included; whoever only starts the portal need not wait for it.
  typescript: { ignoreBuildErrors: true },
}

export default config
