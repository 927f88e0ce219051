/** The house: app → lib/web → lib/<domain> → lib/policy → lib/platform; components and formats stand beside (docs/architecture.md). */
const generated = '^lib/platform/generated'
const beside = '^lib/(format|messages|calendar|identifiers)'

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: { pathNot: generated },
      to: { circular: true, viaOnly: { pathNot: generated } },
    },
    {
      name: 'domain-does-not-know-the-web',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/web/' },
      to: { path: '(^|/)(next|next-auth|react|react-dom)(/|$)', dependencyTypes: ['npm', 'npm-dev'] },
    },
    {
      name: 'no-arrow-upward-to-web-or-app',
      severity: 'error',
      from: { path: '^(lib|components|prisma)/', pathNot: '^lib/web/' },
      to: { path: '^(app|lib/web)/' },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^lib/platform/', pathNot: generated },
      to: { path: '^lib/', pathNot: `^lib/platform/|${beside.slice(1)}|${beside}` },
    },
    {
      name: 'policy-knows-platform-only',
      severity: 'error',
      from: { path: '^lib/policy/' },
      to: { path: '^lib/', pathNot: `^lib/(policy|platform|format)/` },
    },
    {
      name: 'components-are-pure',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(lib|prisma|scripts)/', pathNot: '^lib/(format|messages)/' },
    },
    {
      name: 'other-domains-by-their-index',
      severity: 'error',
      from: { path: '^lib/([^/]+)/', pathNot: '^lib/(platform|web)/' },
      to: {
        path: '^lib/[^/]+/.+',
        pathNot: ['^lib/$1/', '^lib/[^/]+/index\\.ts$', '^lib/(platform|policy|format|messages|calendar)/'],
      },
    },
    {
      name: 'nobody-imports-dashboards',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/(dashboards|web)/' },
      to: { path: '^lib/dashboards/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '\\.test\\.ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
