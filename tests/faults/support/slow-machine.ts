/**
 * Loaded before the vault process: its clock leaps, so that it takes this machine for a slow one and gives new keys the cheapest
 * parameters allowed. A test that starts hundreds of processes would spend its time on Argon2 otherwise.
 */
let leaps = 0
performance.now = () => {
  leaps += 10_000
  return leaps
}
