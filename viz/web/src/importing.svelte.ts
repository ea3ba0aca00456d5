/** Bringing tables in: what was chosen, how far it is, and what came of it, also when one left and came back. */

import { answer, api, Problem } from "./api/client";
import { upload } from "./api/upload";
import { asProblem } from "./asking.svelte";
import { chosen, joined, type Mapping, mustMend, newIn, NOTHING, proposed, recalled, type Run, written } from "./core/import";

const KEPT = "ploeg-invoer";
const LOOK_EVERY = 400;
const LOOK_AGAIN = 2000;

// What was chosen in this tab and is not in yet: who mends a file and drops it anew does not choose anew.
let notYetIn: Mapping = NOTHING;

/** What became of a write whose run the server does not know any more. */
export type Fate = "landed" | "lost";

export class Importing {
  files = $state.raw<readonly File[]>([]);
  /** The import that is shown: at work, looked at, or written. */
  run = $state.raw<Run | null>(null);
  /** What is chosen now; it counts once one looks again. */
  mapping = $state.raw<Mapping>(NOTHING);
  problem = $state.raw<Problem | null>(null);
  /** How much of an upload went, 0 to 1; null where nothing is on its way. */
  sent = $state<number | null>(null);
  /** Whether the server does not answer now, while an import is at work there. */
  away = $state(false);
  /** Whether what would be written changed since it was looked at. */
  moved = $state(false);
  fate = $state<Fate | null>(null);

  #stop = new AbortController();
  /** Files are on their way, not only what is to be done with them. */
  #sending = false;
  /** Somebody stopped it before it was known which run it is. */
  #unwanted = false;
  /** Whether files were only just given, so that what was chosen for others like them still has to be looked up. */
  #fresh = false;
  #arrived: (run: Run) => void;
  #gone: () => void;

  /** `arrived` is told of every run that is done, `gone` that files have to be chosen anew. */
  constructor(arrived: (run: Run) => void, gone: () => void) {
    this.#arrived = arrived;
    this.#gone = gone;
  }

  get busy(): boolean {
    return this.sent !== null || this.run?.state === "running";
  }

  /** Whether the server read the files and said no: the same files will not do another time. */
  get refused(): boolean {
    const status = this.problem?.status;
    return status === 400 || status === 413 || status === 415 || status === 422;
  }

  /** Look at what some files would do. */
  async take(files: readonly File[]): Promise<void> {
    if (files.length === 0 || this.busy) return;
    this.files = files;
    this.mapping = NOTHING;
    this.#fresh = true;
    await this.#begin(true, "");
  }

  /** Choose what a sheet or header is; it counts once one looks again. */
  choose(mapping: Mapping): void {
    notYetIn = joined(notYetIn, newIn(this.mapping, mapping));
    this.mapping = mapping;
  }

  /** Look once more, with what is chosen now. */
  async look(): Promise<void> {
    // Who looks with what was proposed has said yes to it.
    notYetIn = joined(notYetIn, this.mapping);
    await this.#begin(true, this.#held());
  }

  /** Write what was looked at. */
  async write(): Promise<void> {
    await this.#begin(false, this.#held());
  }

  /** Stop what is at work: nothing is written. */
  async stop(): Promise<void> {
    const at = this.run;
    // What is sent whole may be at work already: it is stopped as soon as one knows which it is.
    if (this.sent !== null && this.#sending && this.sent < 1) this.#anew();
    else if (this.sent !== null) this.#unwanted = true;
    else if (at !== null) await stopped(at.id);
  }

  /** Put away what is shown, and begin anew. */
  async clear(): Promise<void> {
    const before = this.run;
    this.#anew();
    this.files = [];
    this.run = null;
    this.mapping = NOTHING;
    this.problem = null;
    this.moved = false;
    this.fate = null;
    forget();
    if (before !== null && before.state !== "running")
      await api.DELETE("/v1/import-runs/{id}", { params: { path: { id: before.id } } }).catch(() => undefined);
  }

  /** Find what one left at work, or had looked at, before one came here. */
  async comeBack(): Promise<void> {
    const id = kept();
    try {
      const { items } = await answer(api.GET("/v1/import-runs"));
      const latest = items.find((run) => run.id === id) ?? items.find(({ state }) => state === "running" || state === "done");
      if (latest !== undefined) {
        if (await standing(latest)) await this.#follow(latest, latest.state !== "running");
      }
      else if (id !== null) await this.#tellFate(id);
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  /** Let go of what is asked, as one leaves: what is at work on the server goes on. */
  leave(): void {
    this.#stop.abort();
  }

  #anew(): AbortSignal {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.sent = null;
    this.away = false;
    this.#unwanted = false;
    return this.#stop.signal;
  }

  /** The run whose files the server still has, as far as one knows. */
  #held(): string {
    return this.run?.report && this.run.dry_run ? this.run.id : "";
  }

  async #begin(dry: boolean, of: string): Promise<void> {
    const signal = this.#anew();
    const seen = dry ? "" : (this.run?.report?.mark ?? "");
    this.problem = null;
    this.fate = null;
    if (!dry) this.moved = false;
    const form = new FormData();
    const mapping = written(this.mapping);
    if (mapping !== "") form.append("mapping", mapping);
    if (of === "") for (const file of this.files) form.append("files", file, file.name);
    // A form without any field is no form that a server can read.
    else if (mapping === "") form.append("mapping", "");
    const query = new URLSearchParams({
      background: "true",
      skip_bad_rows: "true",
      ...(dry && { dry_run: "true" }),
      ...(of !== "" && { of }),
      ...(seen !== "" && { seen }),
    });
    this.sent = 0;
    this.#sending = of === "";
    try {
      const run = await upload<Run>(`/v1/imports?${query.toString()}`, form, (share) => (this.sent = share), signal);
      this.sent = null;
      if (!dry) keep(run.id);
      if (this.#unwanted) await stopped(run.id);
      await this.#follow(run);
    } catch (error) {
      if (signal.aborted) return;
      this.sent = null;
      const problem = asProblem(error);
      if (this.#erased(problem)) return;
      // The server let go of the files; where they are still here they are sent once more.
      if (of !== "" && problem.status === 404 && this.files.length > 0) await this.#begin(dry, "");
      else this.problem = problem;
    }
  }

  /** Look at a run until it has ended; one that had ended before is shown where one asks for it. */
  async #follow(begun: Run, quiet = false): Promise<void> {
    const signal = this.#stop.signal;
    const before = this.run;
    let run = begun;
    this.run = run;
    for (;;) {
      if (run.state !== "running" && (run.report !== null || run.problem !== null || run.state === "stopped")) break;
      await new Promise((go) => setTimeout(go, this.away ? LOOK_AGAIN : LOOK_EVERY));
      if (signal.aborted) return;
      try {
        run = await answer(api.GET("/v1/import-runs/{id}", { params: { path: { id: run.id } }, signal }));
        this.away = false;
      } catch (error) {
        if (signal.aborted) return;
        const problem = asProblem(error);
        if (problem.status === 404) {
          this.run = before;
          this.away = false;
          await this.#tellFate(run.dry_run ? null : run.id);
          return;
        }
        // At work or not: nobody knows before the server answers again.
        this.away = true;
        continue;
      }
      this.run = run;
    }
    await this.#ended(run, before, quiet);
  }

  async #ended(run: Run, before: Run | null, quiet: boolean): Promise<void> {
    if (run.state === "done" && run.report !== null) {
      if (!run.dry_run) {
        forget();
        this.files = [];
        this.mapping = NOTHING;
        notYetIn = NOTHING;
      } else if (this.#fresh) {
        this.#fresh = false;
        const before = recalled(notYetIn, run.report);
        if (written(before) !== "") {
          this.mapping = joined(chosen(run.report), before);
          await this.look();
          return;
        }
        this.mapping = mustMend(run.report) ? proposed(run.report) : chosen(run.report);
      } else this.mapping = mustMend(run.report) ? proposed(run.report) : chosen(run.report);
      if (!quiet) this.#arrived(run);
      return;
    }
    if (!run.dry_run) forget();
    // What was looked at before stays, so that nothing has to be chosen again.
    this.run = before?.report && before.dry_run ? before : null;
    if (run.problem === null) return;
    const { status, code, title, detail } = run.problem;
    if (this.#erased(new Problem(status, code, title, detail))) return;
    if (code === "conflict" && !run.dry_run && this.run !== null) {
      this.moved = true;
      await this.look();
    } else this.problem = new Problem(status, code, title, detail);
  }

  /** Nothing was written; without the file here there is nothing left to write either. */
  #lost(): void {
    this.fate = "lost";
    if (this.files.length > 0) return;
    this.run = null;
    this.mapping = NOTHING;
  }

  /** Put away what was looked at before somebody was erased: they would come back with it. */
  #erased(problem: Problem): boolean {
    if (problem.code !== "erased_since") return false;
    this.run = null;
    this.files = [];
    this.mapping = NOTHING;
    this.problem = problem;
    this.#gone();
    return true;
  }

  async #tellFate(id: string | null): Promise<void> {
    forget();
    if (id === null) {
      this.#lost();
      return;
    }
    try {
      await answer(api.GET("/v1/imports/{id}", { params: { path: { id } } }));
      this.fate = "landed";
      this.run = null;
      this.files = [];
      this.mapping = NOTHING;
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status === 404) this.#lost();
      else {
        keep(id);
        this.problem = problem;
      }
    }
  }
}

/** Whether what a run wrote is still there: somebody may have taken it back. */
async function standing(run: Run): Promise<boolean> {
  if (run.dry_run || run.state !== "done") return true;
  const found = await api.GET("/v1/imports/{id}", { params: { path: { id: run.id } } });
  return found.data?.status === "done";
}

// The id of a write at work, and nothing else: after the server was started again it tells whether it landed.
function keep(id: string): void {
  try {
    localStorage.setItem(KEPT, id);
  } catch {
    // Then only this tab knows.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function forget(): void {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // Nothing was kept.
  }
}

async function stopped(id: string): Promise<void> {
  await api.DELETE("/v1/import-runs/{id}", { params: { path: { id } } }).catch(() => undefined);
}
