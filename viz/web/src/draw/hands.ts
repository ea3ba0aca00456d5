/** What hands do to a map: drag, pinch, turn a wheel, point, click. */

import { type Camera, panned, type Point, type View, zoomed } from "../core/map";

export interface Moved {
  camera(): Camera;
  view(): View;
  /** The camera is elsewhere now; at once, or on the way there. */
  go(camera: Camera, at_once: boolean): void;
  point(at: Point | null): void;
  click(at: Point): void;
}

/** Pixels within which a press is a click and no drag. */
const STILL = 5;
const STEP = 1.6;

export function hands(place: HTMLElement, map: Moved): () => void {
  const down = new Map<number, Point>();
  let begun: Point | null = null;
  let dragged = false;
  const stop = new AbortController();
  const { signal } = stop;

  const at = (event: MouseEvent): Point => {
    const box = place.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  place.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    down.set(event.pointerId, at(event));
    if (down.size === 1) [begun, dragged] = [at(event), false];
    else dragged = true;
    place.setPointerCapture(event.pointerId);
  }, { signal });

  place.addEventListener("pointermove", (event) => {
    const now = at(event);
    const before = down.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== "touch") map.point(now);
      return;
    }
    if (begun && !dragged && Math.hypot(now.x - begun.x, now.y - begun.y) > STILL) {
      dragged = true;
      map.point(null);
    }
    if (!dragged) return;
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    down.set(event.pointerId, now);
    if (!other) {
      map.go(panned(map.camera(), now.x - before.x, now.y - before.y), true);
      return;
    }
    // Two fingers: what is between them stays there.
    const middle = (one: Point) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
    const far = (one: Point) => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
    const [was, is] = [middle(before), middle(now)];
    map.go(zoomed(panned(map.camera(), is.x - was.x, is.y - was.y), map.view(), far(now) / far(before), is), true);
  }, { signal });

  const up = (event: PointerEvent) => {
    const alone = down.delete(event.pointerId) && down.size === 0;
    if (event.type === "pointerup" && alone && !dragged) map.click(at(event));
  };
  place.addEventListener("pointerup", up, { signal });
  place.addEventListener("pointercancel", up, { signal });
  place.addEventListener("pointerleave", () => { map.point(null); }, { signal });

  place.addEventListener("dblclick", (event) => {
    map.go(zoomed(map.camera(), map.view(), event.shiftKey ? 1 / STEP : STEP, at(event)), false);
  }, { signal });

  place.addEventListener("wheel", (event) => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
    const turned = Math.max(-200, Math.min(200, event.deltaY * lines));
    map.go(zoomed(map.camera(), map.view(), Math.exp(-turned * (event.ctrlKey ? 0.01 : 0.0025)), at(event)), true);
  }, { signal, passive: false });

  return () => { stop.abort(); };
}
