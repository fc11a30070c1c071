/** Says a sentence to whoever started a command, in both languages of the house. */
export function say(french: string, english: string): void {
  process.stdout.write(`${french}\n${english}\n`)
}

/** Runs a command of the project. What stops it is told with a next step, never as a stack. */
export async function runCommand(work: () => Promise<number>): Promise<void> {
  endWithParent()
  try {
    process.exitCode = await work()
  } catch (error) {
    process.exitCode = 1
    const message = error instanceof Error ? error.message : String(error)
    const [reason] = message.split('\n', 1)
    // The bundler puts what the system said inside its own message.
    if (/\b(?:EACCES|EPERM|EROFS)\b/.test(message)) {
      say(
        'Relais ne peut pas écrire dans ce dossier : vérifiez vos droits sur « out » et « node_modules », puis recommencez.',
        "Relais can't write in this folder: check your rights on `out` and `node_modules`, then try again.",
      )
    } else {
      say(
        `Relais s’est arrêté : relancez « npm ci », puis la commande (${reason}).`,
        `Relais stopped: run \`npm ci\` again, then the command (${reason}).`,
      )
    }
  }
}

/** A signal to npm ends npm and its shell but never reaches us: an orphan ends as if it had come to it. */
function endWithParent(): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGINT')
  }, 500)
  watch.unref()
}
