// Small enough to read in one sitting: 300 lines a file, 150 a page, 60 a function.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const files = execFileSync(
  'git',
  [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    'app',
    'components',
    'lib',
    'scripts',
    'tests',
    'prisma/seed',
  ],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && existsSync(path))

const problems = []
for (const path of files) {
  const lines = readFileSync(path, 'utf8').split('\n')
  const limit = /\/page\.tsx$/.test(path) ? 150 : 300
  if (lines.length - 1 > limit) problems.push(`${path}: ${lines.length - 1} lines (limit ${limit})`)
  // a top-level declaration of the formatted code starts in column 0 and ends with a closing line in column 0
  let start = -1
  lines.forEach((line, index) => {
    if (
      /^(export )?(default )?(async )?(function|const \w+ = (async )?\(|const \w+ = (async )?<|const \w+ =$)/.test(
        line,
      )
    )
      start = index
    if (start >= 0 && /^[})\]]/.test(line)) {
      if (
        index - start + 1 > 60 &&
        !/messages\/pl|\.test\.ts|\/seed\//.test(path) &&
        !/^(export )?const \w+ = [{[]/.test(lines[start] ?? '')
      )
        problems.push(`${path}:${start + 1}: ${index - start + 1} lines in one function (limit 60)`)
      start = -1
    }
  })
}
for (const problem of problems) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)
