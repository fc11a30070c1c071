export function PacketsPage() {
  return null
}
