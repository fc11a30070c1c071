const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/**
 * Whether `text` is a calendar day, `YYYY-MM-DD`, Gregorian. Such days compare as texts. Written out here so that the
 * packet reader depends on nothing but tweetnacl and can be kept longer than the application.
 */
export function isPlainDate(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (SHAPE.exec(text) ?? []).map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}
