/** The two names that the preload script and the main process share: a call of the contract, and an event. */
export const callName = 'relais.call'
export const eventName = 'relais.event'
