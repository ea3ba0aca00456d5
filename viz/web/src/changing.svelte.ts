/** A change that is written, what came of it, and how it is taken back. */

import type { Problem } from "./api/client";
import { asProblem } from "./asking.svelte";
import { here } from "./here.svelte";
import { t } from "./messages";

export interface Changing {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** What was done, as it was told. */
  readonly done: string;
  readonly undoable: boolean;
  /** Write something; tells whether it worked. `back` takes it back. */
  write(work: () => Promise<unknown>, told: string, back?: () => Promise<unknown>, more?: More): Promise<boolean>;
  undo(): Promise<void>;
  forget(): void;
}

interface More {
  /** Whether there is a way back, where that is known only once it was written. */
  readonly undoable?: () => boolean;
  /** What is told once it was taken back. */
  readonly undone?: string;
}

/** Whose change was the last on the page: what is only told, and can't be taken back, goes when the next thing is done. */
let latest = $state.raw<object | null>(null);

/** `after` is called whenever something was written or taken back. */
export function changing(after: () => void = () => undefined): Changing {
  let busy = $state(false);
  let problem = $state.raw<Problem | null>(null);
  let done = $state("");
  let back = $state.raw<(() => Promise<unknown>) | null>(null);
  let undone = "";
  const mine = {};

  async function write(work: () => Promise<unknown>, told: string, undoing?: () => Promise<unknown>, more: More = {}): Promise<boolean> {
    if (busy) return false;
    busy = true;
    try {
      await work();
      problem = null;
      done = told;
      latest = mine;
      back = undoing !== undefined && (more.undoable?.() ?? true) ? undoing : null;
      undone = more.undone ?? t("undone");
      here.tell(told);
      after();
      return true;
    } catch (error) {
      problem = asProblem(error);
      return false;
    } finally {
      busy = false;
    }
  }

  return {
    get busy() {
      return busy;
    },
    get problem() {
      return problem;
    },
    get done() {
      return back === null && latest !== mine ? "" : done;
    },
    get undoable() {
      return back !== null;
    },
    write,
    async undo() {
      if (back !== null) await write(back, undone);
    },
    forget() {
      problem = null;
      done = "";
      back = null;
    },
  };
}

/** Whether somebody else changed it in between. */
export function isConflict(problem: Problem | null): boolean {
  return problem !== null && (problem.code === "conflict" || problem.status === 412);
}
