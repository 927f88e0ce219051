import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  distDir: process.env.KOOPERACJA_DIST ?? '.next',
  // types are checked by `npm run check`, which .ci/run does before the tests, and not a second time by each build
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    'pino',
    'nodemailer',
    'pg',
    'pdfkit',
    'docx',
    'docxtemplater',
    'pizzip',
  ],
  // an attachment of 8 MB (lib/attachments/file-type.ts) and the form around it; everything else is far smaller
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '9mb' } },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
      ],
    },
  ],
}

export default config
