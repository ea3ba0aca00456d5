/** A great many lines as dots: how much of each dot they cover, which takes a canvas a hundred times as long. */

/**
 * Add what some lines cover of each dot, by the row; 1 is a whole line over it.
 *
 * A line is cut into columns where it is rather flat, into rows where it is rather steep; of each the part between its
 * two sides is shared out among the dots it lies in.  That is exact but for its ends.
 */
export function spread(into: Float32Array, wide: number, ends: Float32Array, from: number, to: number, scale: number, line: number): void {
  const high = into.length / wide;
  for (let at = 4 * from; at < 4 * to; at += 4) {
    const [x0, y0] = [(ends[at] ?? 0) * scale, (ends[at + 1] ?? 0) * scale];
    const [dx, dy] = [(ends[at + 2] ?? 0) * scale - x0, (ends[at + 3] ?? 0) * scale - y0];
    const flat = Math.abs(dx) >= Math.abs(dy);
    const [along, across] = flat ? [dx, dy] : [dy, dx];
    if (along === 0) continue;
    const slope = across / along;
    const half = (line * scale * Math.hypot(1, slope)) / 2;
    const [begin, side] = flat ? [x0, y0] : [y0, x0];
    const [steps, most] = flat ? [wide, high] : [high, wide];
    const [step, beside] = flat ? [1, wide] : [wide, 1];
    const last = Math.min(steps - 1, Math.floor(Math.max(begin, begin + along) - 0.5));
    for (let column = Math.max(0, Math.ceil(Math.min(begin, begin + along) - 0.5)); column <= last; column++) {
      const middle = side + (column + 0.5 - begin) * slope;
      const [low, top] = [middle - half, middle + half];
      for (let row = Math.max(0, Math.floor(low)); row < top && row < most; row++) {
        const share = (top < row + 1 ? top : row + 1) - (low > row ? low : row);
        const dot = column * step + row * beside;
        into[dot] = (into[dot] ?? 0) + share;
      }
    }
  }
}

/** How opaque a dot is that so many lines lie over, 0 to 255. */
export function opaque(lines: number, opacity: number): number {
  return 255 * (1 - (1 - opacity) ** lines);
}
