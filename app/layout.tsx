import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { digitsFont, textFont } from './fonts/fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Một Cửa', template: '%s – Một Cửa' },
  description: 'Dịch vụ hành chính công của xã: tìm thủ tục, nộp hồ sơ, tra cứu hồ sơ.',
  icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
  // Browsers that guess telephone numbers turn dossier codes and personal numbers into links.
  formatDetection: { telephone: false, date: false, address: false, email: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light', themeColor: '#143763' }

/**
 * The one document of all pages. Reading a request header makes every page dynamic: a page rendered at build time would carry no nonce, and
 * the content security policy would then refuse its scripts.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await headers()
  return (
    <html lang="vi" className={`${textFont.variable} ${digitsFont.variable}`}>
      <body>{children}</body>
    </html>
  )
}
