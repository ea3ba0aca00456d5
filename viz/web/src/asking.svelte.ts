/** A question to the API that is asked anew when what it depends on changes. */

import { Problem } from "./api/client";

export interface Asking<T> {
  readonly waiting: boolean;
  readonly answer: T | null;
  readonly problem: Problem | null;
  /** Ask again: something was written. */
  again(): void;
}

/** Ask while a component is shown; what was asked before and did not answer yet is let go. `null` asks nothing. */
export function asking<T>(ask: (signal: AbortSignal) => Promise<T> | null): Asking<T> {
  let waiting = $state(true);
  let answer = $state.raw<T | null>(null);
  let problem = $state.raw<Problem | null>(null);
  let times = $state(0);
  $effect(() => {
    void times;
    const stop = new AbortController();
    const asked = ask(stop.signal);
    if (asked === null) {
      waiting = false;
      answer = null;
      problem = null;
      return;
    }
    waiting = true;
    asked.then(
      (found) => {
        if (stop.signal.aborted) return;
        answer = found;
        problem = null;
        waiting = false;
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        answer = null;
        problem = asProblem(error);
        waiting = false;
      },
    );
    return () => {
      stop.abort();
    };
  });
  return {
    get waiting() {
      return waiting;
    },
    get answer() {
      return answer;
    },
    get problem() {
      return problem;
    },
    again() {
      times += 1;
    },
  };
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, "unknown", "", error instanceof Error ? error.message : "");
}
