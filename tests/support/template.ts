import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { seedReference } from '@/prisma/seed/reference'
import { migrate } from '@/scripts/database/migrate'
import { testDay } from '@/tests/support/day'

declare module 'vitest' {
  export interface ProvidedContext {
    adminUrl: string
    appRole: string
    templateName: string
  }
}

const run = async (url: string, ...statements: string[]): Promise<void> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/**
 * Once a run: a migrated database with reference data, from which each test file copies its own
 * (CREATE DATABASE … TEMPLATE). TEST_ADMIN_URL and TEST_APP_ROLE come from scripts/test.mjs.
 */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const adminUrl = process.env.TEST_ADMIN_URL
  const appRole = process.env.TEST_APP_ROLE
  if (!adminUrl || !appRole)
    throw new Error('run the tests with `npm test` (or `npm test -- integration tests/…`)')
  const templateName = `tpl_${process.pid}_${Date.now()}`
  const templateUrl = new URL(adminUrl)
  templateUrl.pathname = `/${templateName}`
  await run(adminUrl, `create database ${templateName}`)
  await migrate(templateUrl.href, appRole)
  await seedReference(templateUrl.href)
  // Dates in the tests are literals, so the day of both clocks is one too (tests/support/day.ts).
  await run(
    templateUrl.href,
    `create or replace function app.today() returns date language sql stable as $$ select date '${testDay}' $$`,
  )
  project.provide('adminUrl', adminUrl)
  project.provide('appRole', appRole)
  project.provide('templateName', templateName)
  return () => run(adminUrl, `drop database if exists ${templateName} with (force)`)
}

export default setup
