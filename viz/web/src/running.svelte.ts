/** Long work that becomes a run of the server: how far it is, stopping it, and finding it again after leaving. */

import { answer, api, Problem, problemOf } from "./api/client";
import { type Begun, readBegun, type Run, waitFor } from "./core/analysis";

const KEPT = "ploeg-berekeningen";
const STOPPED = "stopped";
const [ACCEPTED, MISSING, BUSY] = [202, 404, 429];

interface Got {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** One piece of work of which the server may make a run. */
export class Running {
  /** The run at work, with how much of it is done. */
  run = $state.raw<{ readonly id: string; readonly share: number; readonly since: number } | null>(null);
  /** Too much is at work already; it is asked again when there is room. */
  queued = $state(false);
  private stopping = new AbortController();

  /** Ask, and wait for the run where it becomes one; `key` tells it from other work, to find it again. */
  async follow(key: string, first: () => Promise<Got>, signal: AbortSignal): Promise<unknown> {
    this.run = null;
    this.queued = false;
    this.stopping = new AbortController();
    const until = AbortSignal.any([signal, this.stopping.signal]);
    try {
      const before = begun(key);
      const found = before && (await this.again(key, before, until));
      return found ?? (await this.from(key, first, until));
    } catch (error) {
      if (error instanceof Problem && wasStopped(error)) keep(key, null);
      throw error;
    } finally {
      if (!signal.aborted) {
        this.run = null;
        this.queued = false;
      }
    }
  }

  /** Stop the run, and no longer wait for it. */
  async stop(): Promise<void> {
    const run = this.run;
    if (run) await answer(api.DELETE("/v1/runs/{id}", { params: { path: { id: run.id } } }));
    this.stopping.abort(stopped());
  }

  private async from(key: string, first: () => Promise<Got>, until: AbortSignal): Promise<unknown> {
    for (;;) {
      const got = await reached(first());
      until.throwIfAborted();
      this.queued = got.response.status === BUSY;
      if (this.queued) {
        await pause(waitFor(got.response.headers.get("Retry-After"), Date.now()), until);
        continue;
      }
      if (!got.response.ok) throw problemOf(got.response.status, got.error);
      if (got.response.status !== ACCEPTED) return got.data;
      const run = got.data as Run;
      const since = begun(key)?.since ?? Date.now();
      keep(key, { id: run.id, since });
      return this.until(key, run, since, got.response, until);
    }
  }

  /** Come back to a run that was begun before; `null` where it is not there any more. */
  private async again(key: string, { id, since }: Begun, until: AbortSignal): Promise<unknown> {
    const got = await reached(look(id, until));
    if (got.response.status === MISSING) {
      keep(key, null);
      return null;
    }
    if (!got.response.ok) throw problemOf(got.response.status, got.error);
    const run = got.data as Run;
    if (run.state === STOPPED || run.state === "failed") {
      keep(key, null);
      return null;
    }
    return this.until(key, run, since, got.response, until);
  }

  private async until(key: string, first: Run, since: number, response: Response, until: AbortSignal): Promise<unknown> {
    let [run, told] = [first, response];
    while (run.state === "running") {
      this.run = { id: run.id, share: run.share, since };
      await pause(waitFor(told.headers.get("Retry-After"), Date.now()), until);
      const got = await reached(look(run.id, until));
      if (!got.response.ok) {
        keep(key, null);
        throw problemOf(got.response.status, got.error);
      }
      [run, told] = [got.data as Run, got.response];
    }
    keep(key, null);
    if (run.state === STOPPED) throw stopped();
    if (run.problem) throw new Problem(200, run.problem.code, "", run.problem.detail);
    return run.answer ?? run.measurement;
  }
}

/** Whether somebody stopped it, here or elsewhere. */
export const wasStopped = (problem: Problem | null): boolean => problem?.code === STOPPED;

const stopped = () => new Problem(0, STOPPED, "", "");
const look = (id: string, signal: AbortSignal): Promise<Got> => api.GET("/v1/runs/{id}", { params: { path: { id } }, signal });

async function reached(asked: Promise<Got>): Promise<Got> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem || (error instanceof DOMException && error.name === "AbortError")) throw error;
    throw new Problem(0, "unreachable", "", "");
  }
}

function pause(milliseconds: number, until: AbortSignal): Promise<void> {
  return new Promise((done, failed) => {
    if (until.aborted) {
      failed(until.reason as Error);
      return;
    }
    const timer = setTimeout(done, milliseconds);
    until.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        failed(until.reason as Error);
      },
      { once: true },
    );
  });
}

function all(): Readonly<Record<string, Begun>> {
  try {
    return readBegun(sessionStorage.getItem(KEPT));
  } catch {
    return {}; // A browser may forbid keeping anything: then asking again finds the run too.
  }
}

function begun(key: string): Begun | null {
  return all()[key] ?? null;
}

function keep(key: string, one: Begun | null): void {
  const others = Object.fromEntries(Object.entries(all()).filter(([each]) => each !== key));
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(one ? { ...others, [key]: one } : others));
  } catch {
    // The server has it still.
  }
}
