/** What of a text is the same wherever it is written: where it breaks, where it ends, and what XML takes of it. */

/** Where a line may break: a space stays with the word before it, and a hyphen or a stroke too. */
export function pieces(text: string): readonly string[] {
  return text.split(/(?<=[ /-])/);
}

/** Pieces on lines, as many on each as fit. A piece that does not fit by itself stands alone. */
export function lined(those: readonly string[], fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of those) {
    if (line !== "" && !fits((line + piece).trimEnd())) {
      lines.push(line.trim());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trim()].filter((each) => each !== "");
}

/** At most so many lines; where some are left out the last one says so by "…", and still fits. */
export function shortened(lines: readonly string[], most: number, fits: (line: string) => boolean): readonly string[] {
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? "";
  while (last !== "" && !fits(`${last}…`)) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}

/** A text as it may stand in XML, between tags and in a value; what XML may not hold at all is left out. */
export function markup(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A name, and what stands in brackets at its end: "(fictief)", a year, a place. */
export function asided(name: string): readonly [name: string, aside: string] {
  const found = /^(.*\S)\s+(\([^()]+\))$/.exec(name);
  return found ? [found[1] ?? "", found[2] ?? ""] : [name, ""];
}
