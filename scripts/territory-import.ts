import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runCommand, withClient, withOwnerUrl } from '@/scripts/database/owner'
import { importTerritory, parsePairs } from '@/scripts/territory/import'

const usage = 'Usage: npm run territory:import -- FILE [--pair OLD=NEW]… [--write]'

const fileText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Error(`${path} cannot be read.\n${usage}`)
  }
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      pair: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Error(usage)
  const request = { text: fileText(file), choices: parsePairs(values.pair), write: values.write }
  const outcome = await withOwnerUrl((url) => withClient(url, (client) => importTerritory(client, request)))
  const print = outcome.ok ? console.log : console.error
  print(outcome.lines.join('\n'))
  return outcome.ok ? 0 : 1
})
