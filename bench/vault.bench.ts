import { derive, oneDerivation } from './derivation.ts'
import { passphrase } from './library.ts'
import { compare, type Durations, interleave, type Row, timed } from './measure.ts'
import { startVaultProcess, type VaultCalls } from './vault-calls.ts'

/** From the passphrase to the first page of the list, in a vault process of its own each time. */
export async function unlockBench(folder: string, count: number, rounds: number): Promise<Row[]> {
  const firstList = async (calls: VaultCalls): Promise<void> => {
    await calls.call('vault.unlock', { folder, passphrase })
    const { all } = await calls.call('cases.list', {})
    if (all !== count) throw new Error(`${all} cases instead of ${count}`)
  }
  const started = (): Promise<Durations> =>
    inVaultProcess(async (calls) => {
      // The start screen has asked this by the time a passphrase is typed.
      await calls.call('vault.inspect', { folder })
      return timed(() => firstList(calls))
    })
  const cold = (): Promise<Durations> => inVaultProcess((calls) => timed(() => firstList(calls)))
  const measured = await interleave(rounds, { started, cold, derive })
  const name = `unlock to first list, ${count} cases`
  return [
    compare(name, measured.started, oneDerivation, measured.derive),
    compare(`${name}, starting the vault process too`, measured.cold, oneDerivation, measured.derive),
  ]
}

async function inVaultProcess(work: (calls: VaultCalls) => Promise<number>): Promise<Durations> {
  const calls = startVaultProcess()
  try {
    return [await work(calls)]
  } finally {
    await calls.end()
  }
}
