// dependency-cruiser parses with TypeScript's JavaScript API, which TypeScript 7 no longer has: it gets version 5 here.
// Without this it reads no .ts file at all and finds no fault.
import Module, { register } from 'node:module'

const five = (name) => name.replace(/^typescript(?=$|\/)/, 'typescript-5')
register(
  `data:text/javascript,${encodeURIComponent(`export const resolve = (name, context, next) => next((${five})(name), context)`)}`,
)
const resolve = Module._resolveFilename
Module._resolveFilename = (name, ...rest) => resolve(five(name), ...rest)

process.argv.push('--config', '.dependency-cruiser.cjs', 'app', 'components', 'lib')
await import('../node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
