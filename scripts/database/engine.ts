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
    return adapter
  }
}

export type SchemaFile = { path: string; content: string }

/** A schema engine bound to the owner's database. The caller frees it. */
export const openEngine = (ownerUrl: string, schema: readonly SchemaFile[]) => {
  load()
  return engine.SchemaEngine.new(
    { datamodels: schema.map(({ path, content }): [string, string] => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new WholeScriptFactory(ownerUrl)),
  )
}

export const noFilter = { externalTables: [], externalEnums: [] }
