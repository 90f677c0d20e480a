/** Brings a database to today's shape: one transaction per step, a verified copy first, and newer databases left alone. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Refusal } from '../../contract/errors.ts'
import { APPLICATION_ID, number, type Connection } from './connection.ts'
import { guarded } from './faults.ts'
import { migrations, type Migration } from './migrations/index.ts'
import { damage, tableCount } from './repositories/integrity.ts'

/** Refuses what is not ours, is newer, or cannot be read. Writes nothing. Answers the shape's version; 0 for an empty file. */
export function inspect({ db, folder }: Connection, steps: readonly Migration[] = migrations): number {
  const tables = guarded(folder, () => tableCount(db))
  const application = number(db, 'application_id')
  const version = number(db, 'user_version')
  if (tables === 0 && application === 0 && version === 0) return 0
  if (application !== APPLICATION_ID) throw new Refusal('NOT_A_LIBRARY', { folder })
  const known = steps.at(-1)?.version ?? 0
  if (version > known) throw new Refusal('LIBRARY_NEWER', { folder, found: String(version), known: String(known) })
  if (version === 0) throw new Refusal('LIBRARY_CORRUPT', { folder })
  return version
}

export async function migrate(connection: Connection, from: number, now: Date, steps: readonly Migration[] = migrations): Promise<void> {
  const due = steps.filter((step) => step.version > from)
  if (from > 0 && due.length > 0) await copyBefore(connection, from, now)
  for (const step of due) {
    connection.write(() => {
      connection.db.exec(step.sql)
      connection.db.pragma(`application_id = ${APPLICATION_ID}`)
      connection.db.pragma(`user_version = ${step.version}`)
      const broken = connection.db.pragma('foreign_key_check')
      if (Array.isArray(broken) && broken.length > 0) throw new Refusal('LIBRARY_CORRUPT', { folder: connection.folder })
    })
  }
}

/** A copy that was read back as sound, or no migration. */
async function copyBefore({ db, folder }: Connection, version: number, now: Date): Promise<void> {
  const backups = join(folder, 'backups')
  const file = join(backups, `before-upgrade-from-${version}-${now.toISOString().replaceAll(/[:.]/g, '-')}.db`)
  try {
    await mkdir(backups, { recursive: true })
    await db.backup(file)
    const copy = new Database(file, { readonly: true, fileMustExist: true })
    try {
      if (damage(copy).length > 0 || number(copy, 'user_version') !== version) throw new Refusal('BACKUP_FAILED', { reason: '升级前的副本没有通过校验' })
    } finally {
      copy.close()
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('BACKUP_FAILED', { reason: '升级前无法写出副本' })
  }
}
