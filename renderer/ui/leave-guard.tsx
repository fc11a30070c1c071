import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { type AroundNavHandler, Router } from 'wouter'
import { type Question, useConfirm } from './confirm.tsx'

const GuardContext = createContext<{ question: Question | null }>({ question: null })

/** Asks before any link or command leads away, as long as `question` is not null. Locking is never held up. */
export function useLeaveGuard(question: Question | null): void {
  const guard = useContext(GuardContext)
  useEffect(() => {
    guard.question = question
    return () => {
      guard.question = null
    }
  })
}

/** Holds the one guard of the app: whatever is inside goes from place to place through it. */
export function LeaveGuard({ children }: { readonly children: ReactNode }) {
  const confirm = useConfirm()
  const guard = useRef<{ question: Question | null }>({ question: null })
  const around: AroundNavHandler = (navigate, to, options) => {
    const { question } = guard.current
    if (question === null) return navigate(to, options)
    void confirm(question).then((sure) => {
      if (sure) navigate(to, options)
    })
  }
  return (
    <GuardContext value={guard.current}>
      <Router aroundNav={around}>{children}</Router>
    </GuardContext>
  )
}
