import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
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
