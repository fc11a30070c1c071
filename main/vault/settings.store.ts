import type { z } from 'zod'
import type { Reader, Writer } from './database.ts'

/** Small things that the vault remembers about its own care, each as JSON under a name of its feature. */
export function settingOf<T>(db: Reader, name: string, schema: z.ZodType<T>): T | null {
  const row = db.get<{ value: string }>('SELECT value FROM settings WHERE name = ?', name)
  if (!row) return null
  const read = schema.safeParse(JSON.parse(row.value))
  return read.success ? read.data : null
}

export function putSetting(db: Writer, name: string, value: unknown): void {
  db.run(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    JSON.stringify(value),
  )
}

export function removeSetting(db: Writer, name: string): void {
  db.run('DELETE FROM settings WHERE name = ?', name)
}
