/**
 * What a voice reader last said of a countdown from `total` with `left` seconds to go: where it began, then whole minutes,
 * the half minute and the last ten seconds.
 */
export function toldSeconds(left: number, total: number): number {
  const minute = Math.ceil(left / 60) * 60
  const marks = [10, 30, minute].filter((mark) => mark >= left && mark < total)
  return Math.min(total, ...marks)
}
