import { PARTS, type PartName, type Ranked, type Result, type Weights } from "./types.ts";

/** The parts that a result has, in their order. */
export function partsOf(result: Result): readonly PartName[] {
  return PARTS.filter((name) => name in result.parts);
}

/** The share of a score that a part makes up at most: its weight times how much it counts, of all of those. */
export function shares(result: Result, weights: Weights): Readonly<Record<string, number>> {
  const names = partsOf(result);
  const given = names.map((name) => (result.parts[name]?.weight ?? 0) * (weights[name] ?? 1));
  const before = names.reduce((sum, name) => sum + (result.parts[name]?.weight ?? 0), 0);
  const sum = given.reduce((one, other) => one + other, 0);
  return Object.fromEntries(names.map((name, at) => [name, sum === 0 ? 0 : ((given[at] ?? 0) / sum) * before]));
}

/** The score by other weights, on the scale of the first ones. */
export function scored(result: Result, weights: Weights): number {
  const share = shares(result, weights);
  return partsOf(result).reduce((sum, name) => sum + (result.parts[name]?.value ?? 0) * (share[name] ?? 0), 0);
}

/** Put results in the order of other weights; whoever scores the same stays in the order there was. */
export function ranked(results: readonly Result[], weights: Weights): readonly Ranked[] {
  return results
    .map((result, at) => ({ result, score: changed(weights) ? scored(result, weights) : result.score, before: at + 1 }))
    .sort((one, other) => other.score - one.score || one.before - other.before)
    .map((each, at) => ({ ...each, place: at + 1 }));
}

export function changed(weights: Weights): boolean {
  return Object.values(weights).some((weight) => weight !== 1);
}

/** Weights as they stand in an address: only those that are not as they are. */
export function written(weights: Weights): string {
  return PARTS.filter((name) => (weights[name] ?? 1) !== 1)
    .map((name) => `${name}~${String(weights[name])}`)
    .join(",");
}

/** Read weights from an address; what makes no sense is left out. */
export function read(text: string): Weights {
  const found: Partial<Record<PartName, number>> = {};
  for (const each of text.split(",")) {
    const [name = "", weight = ""] = each.split("~");
    const value = Number(weight);
    if (weight !== "" && value >= 0 && value <= 3 && (PARTS as readonly string[]).includes(name))
      found[name as PartName] = value;
  }
  return found;
}
