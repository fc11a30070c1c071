export function SendPage(_: { caseId: string }) {
  return null
}
