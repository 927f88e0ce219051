import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Client } from 'pg'

let loaded = false

/** The official schema engine as WebAssembly: no binary is fetched. Instantiated by hand, as no bundler does it here. */
const load = (): void => {
  if (loaded) return
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/u, '.wasm')
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
    './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports,
  })
  engine.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = instance.exports
  if (typeof start === 'function') start()
  loaded = true
}

type Answer = { fields: { dataTypeID: number }[] }
type Inner = {
  performIO: (query: unknown) => Promise<Answer>
  queryRaw: (query: unknown) => Promise<{ columnTypes: number[] }>
}
const [char, text] = [18, 25]

/**
 * The kinds of constraints in PostgreSQL's catalogue have the type "char", which the adapter refuses and the engine
 * demands. Read as text and called a character, the engine can describe a database and compare it with a schema.
 */
const withChars = (adapter: object): void => {
  const inner = adapter as Inner
  const [perform, ask] = [inner.performIO.bind(adapter), inner.queryRaw.bind(adapter)]
  let chars: boolean[] = []
  inner.performIO = async (query) => {
    const answer = await perform(query)
    chars = answer.fields.map((field) => field.dataTypeID === char)
    for (const field of answer.fields) if (field.dataTypeID === char) field.dataTypeID = text
    return answer
  }
  inner.queryRaw = async (query) => {
    const answer = await ask(query)
    const columnTypes = answer.columnTypes.map((type, i) => (chars[i] ? ColumnTypeEnum.Character : type))
    return { ...answer, columnTypes }
  }
}

/**
 * Adapter whose `executeScript` sends a migration whole: the stock one splits on `;` and breaks function bodies.
 * One script = one implicit transaction of the simple query protocol.
 */
class WholeScriptFactory extends PrismaPg {
  private readonly url: string
  private readonly opened: { dispose: () => Promise<void> }[] = []

  constructor(url: string) {
    super({ connectionString: url }, { schema: 'public' })
    this.url = url
  }

  override async connect() {
    const adapter = await super.connect()
    adapter.executeScript = async (script: string) => {
      const client = new Client({ connectionString: this.url })
      await client.connect()
      await client.query(script).finally(() => client.end())
    }
    withChars(adapter)
    this.opened.push(adapter)
    return adapter
  }

  /** Ends every pool: a database in use can be neither dropped nor copied. */
  async close(): Promise<void> {
    await Promise.all(this.opened.map((adapter) => adapter.dispose()))
  }
}

export type SchemaFile = { path: string; content: string }

/** Works with a schema engine bound to the owner's database and leaves no connection behind. */
export const withEngine = async <T>(
  ownerUrl: string,
  schema: readonly SchemaFile[],
  work: (opened: engine.SchemaEngine) => Promise<T>,
): Promise<T> => {
  load()
  const factory = new WholeScriptFactory(ownerUrl)
  const opened = await engine.SchemaEngine.new(
    { datamodels: schema.map(({ path, content }): [string, string] => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  try {
    return await work(opened)
  } finally {
    opened.free()
    await factory.close()
  }
}

export const noFilter = { externalTables: [], externalEnums: [] }

/** SQL from a database as it is to what the schema says; empty when they amount to the same. */
export const changesSince = (ownerUrl: string, schema: readonly SchemaFile[]): Promise<string> =>
  withEngine(ownerUrl, schema, async (opened) => {
    const files = [...schema]
    const { stdout } = await opened.diff({
      from: { tag: 'schemaDatasource', files, configDir: process.cwd() },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: false,
      filters: noFilter,
    })
    return (stdout ?? '').replace(/^-- This is an empty migration\.\s*/u, '').trim() && `${stdout}`
  })
