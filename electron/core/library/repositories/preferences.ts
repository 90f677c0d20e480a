/** What a person set or searched: settings, recent and saved searches. */
import type { Database } from 'better-sqlite3'
import { DEFAULT_SETTINGS, Settings } from '../../../contract/settings.ts'
import { Filters, type SavedSearch, SortOrder } from '../../../contract/searching.ts'

const RECENT = 20

export function preferenceReads(db: Database) {
  const settings = db.prepare<[], { name: string; value: string }>('SELECT name, value FROM setting')
  const about = db.prepare<[string], { value: string }>('SELECT value FROM about WHERE name = ?')
  const recent = db.prepare<[number], { query: string; at: string }>('SELECT query, at FROM recent_search ORDER BY at DESC, query LIMIT ?')
  const saved = db.prepare<[], { id: string; name: string; query: string; filters: string; sort: string; created_at: string }>('SELECT id, name, query, filters, sort, created_at FROM saved_search ORDER BY id DESC')

  return {
    /** A stored value that today's program does not understand falls back to the default. */
    settings: (): Settings => {
      const stored: Record<string, unknown> = Object.fromEntries(settings.all().map((row) => [row.name, JSON.parse(row.value)]))
      const pairs = Object.entries(Settings.shape).flatMap(([name, schema]) => {
        const parsed = schema.safeParse(stored[name])
        return parsed.success ? [[name, parsed.data]] : []
      })
      return Settings.parse({ ...DEFAULT_SETTINGS, ...Object.fromEntries(pairs) })
    },
    about: (name: string): string | null => about.get(name)?.value ?? null,
    recent: () => recent.all(RECENT),
    saved: (): SavedSearch[] => saved.all().map((row) => ({ id: row.id, name: row.name, query: row.query, filters: Filters.parse(JSON.parse(row.filters)), sort: SortOrder.parse(row.sort), createdAt: row.created_at })),
  }
}

export function preferenceWrites(db: Database) {
  const set = db.prepare<[string, string]>('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
  const setAbout = db.prepare<[string, string]>('INSERT INTO about (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
  const remember = db.prepare<[string, string]>('INSERT INTO recent_search (query, at) VALUES (?, ?) ON CONFLICT (query) DO UPDATE SET at = excluded.at')
  const trim = db.prepare<[number]>('DELETE FROM recent_search WHERE query NOT IN (SELECT query FROM recent_search ORDER BY at DESC, query LIMIT ?)')
  const forget = db.prepare<[]>('DELETE FROM recent_search')
  const save = db.prepare<[string, string, string, string, string, string]>('INSERT INTO saved_search (id, name, query, filters, sort, created_at) VALUES (?, ?, ?, ?, ?, ?)')
  const rename = db.prepare<[string, string]>('UPDATE saved_search SET name = ? WHERE id = ?')
  const drop = db.prepare<[string]>('DELETE FROM saved_search WHERE id = ?')

  return {
    set: (change: { readonly [Name in keyof Settings]?: Settings[Name] | undefined }): void => {
      for (const [name, value] of Object.entries(change)) if (value !== undefined) set.run(name, JSON.stringify(value))
    },
    about: (name: string, value: string): void => void setAbout.run(name, value),
    remember: (query: string, at: string): void => {
      remember.run(query, at)
      trim.run(RECENT)
    },
    forget: (): void => void forget.run(),
    save: (search: SavedSearch): void => void save.run(search.id, search.name, search.query, JSON.stringify(search.filters), search.sort, search.createdAt),
    /** Answers whether there is such a one. */
    rename: (id: string, name: string): boolean => rename.run(name, id).changes === 1,
    drop: (id: string): void => void drop.run(id),
  }
}
