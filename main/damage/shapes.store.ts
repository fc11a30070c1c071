import type { Reader } from '../vault/database.ts'

export interface Column {
  readonly name: string
  /** As declared; '' in the tables behind a search index. */
  readonly type: string
  readonly required: boolean
  /** Holds a day (`YYYY-MM-DD`): such columns are named after what happened on it. No other text looks like one. */
  readonly isDay: boolean
}

/** How the rows of a table, or the entries of an index, lie in their tree. */
export interface Shape {
  readonly name: string
  readonly table: string
  readonly isIndex: boolean
  /** Rows in the leaves by row number, or in all pages of an index tree. */
  readonly tree: 'table' | 'index'
  /** In the order in which they are stored. */
  readonly columns: readonly Column[]
  /** The column that is the row number and is stored as null, or -1. */
  readonly rowidAt: number
  /** An index of every row of its table. */
  readonly everyRow: boolean
  /** False for what lies behind a search index, which is made anew. */
  readonly ours: boolean
}

interface TableRow {
  readonly name: string
  readonly withoutRowid: number
  readonly shadow: number
}
interface ColumnRow {
  readonly name: string
  readonly type: string
  readonly demanded: number
  readonly hasDefault: number
  readonly pk: number
}

/** The shapes of all tables and indexes of a database, those behind its search index included. */
export function shapesOf(db: Reader): Shape[] {
  const tables = db.all<TableRow>(
    `SELECT name, wr AS withoutRowid, type = 'shadow' AS shadow FROM pragma_table_list
      WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite_%'`,
  )
  return tables.flatMap((table) => {
    const columns = db.all<ColumnRow>(
      `SELECT name, type, "notnull" AS demanded, dflt_value IS NOT NULL AS hasDefault, pk FROM pragma_table_xinfo(?)`,
      table.name,
    )
    return [tableShape(table, columns), ...indexShapes(db, table, columns)]
  })
}

function tableShape({ name, withoutRowid, shadow }: TableRow, rows: readonly ColumnRow[]): Shape {
  const keys = rows.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  const stored = withoutRowid ? [...keys, ...rows.filter(({ pk }) => pk === 0)] : rows
  const alone = keys.length === 1 ? keys[0] : undefined
  return {
    name,
    table: name,
    isIndex: false,
    tree: withoutRowid ? 'index' : 'table',
    columns: stored.map(columnOf),
    rowidAt: !withoutRowid && alone?.type === 'INTEGER' ? rows.indexOf(alone) : -1,
    everyRow: true,
    ours: shadow === 0,
  }
}

/** A column with a default may be missing from rows older than itself. */
const columnOf = ({ name, type, demanded, hasDefault }: ColumnRow): Column => ({
  name,
  type,
  required: demanded === 1 && hasDefault === 0,
  isDay: type === 'TEXT' && name.endsWith('_on'),
})

function indexShapes(db: Reader, table: TableRow, columns: readonly ColumnRow[]): Shape[] {
  const indexes = db.all<{ name: string; origin: string; partial: number }>(
    'SELECT name, origin, partial FROM pragma_index_list(?)',
    table.name,
  )
  return indexes
    .filter(({ origin }) => !(table.withoutRowid && origin === 'pk'))
    .map(({ name, partial }) => ({
      name,
      table: table.name,
      isIndex: true,
      tree: 'index' as const,
      columns: db
        .all<{ name: string | null }>('SELECT name FROM pragma_index_xinfo(?) ORDER BY seqno', name)
        .map((entry) => indexedColumn(columns, entry.name)),
      rowidAt: -1,
      everyRow: partial === 0,
      ours: table.shadow === 0,
    }))
}

/** The last entry of an index on a table with row numbers is that number, under no name. */
function indexedColumn(columns: readonly ColumnRow[], name: string | null): Column {
  const column = columns.find((one) => one.name === name)
  const rowNumber = columns.find(({ pk, type }) => pk === 1 && type === 'INTEGER')
  if (column) return columnOf(column)
  return { name: rowNumber?.name ?? 'rowid', type: 'INTEGER', required: true, isDay: false }
}
