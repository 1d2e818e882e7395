import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native and WebAssembly packages load their own binaries from disk; bundling them breaks that.
  serverExternalPackages: ['@myriaddreamin/typst-ts-node-compiler', '@node-rs/argon2', '@hyzyla/pdfium', 'sharp', 'pg', 'flydrive'],
}

export default config
