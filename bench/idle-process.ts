/** Started by `lock.bench.ts`: a process that holds nothing and ends when told to. */
process.on('message', () => process.exit(0))
process.send?.('ready')
