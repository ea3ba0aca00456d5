/** How far a page has to scroll down so that the beginning of something below is seen, and what is above it stays as far as it can. */
export function reach(box: { readonly top: number; readonly height: number }, high: number, covered: number): number {
  const free = high - covered;
  const wanted = box.top + Math.min(box.height, free * 0.35) - free;
  return Math.max(0, Math.min(wanted, box.top));
}
