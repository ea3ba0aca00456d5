/** Where somebody looks: which place of the plane lies in the middle, and how many pixels one unit of it takes. */

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface View {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const SIDE = 65_535;
/** How far one can come, and go, from where the whole plane is seen. */
const NEAREST = 120;
const FARTHEST = 0.5;

/** Where a place of the plane is on the screen; up on the plane is up on the screen. */
export function screen(camera: Camera, view: View, { x, y }: Point): Point {
  return { x: view.width / 2 + (x - camera.x) * camera.scale, y: view.height / 2 - (y - camera.y) * camera.scale };
}

/** Which place of the plane is under a point of the screen. */
export function plane(camera: Camera, view: View, { x, y }: Point): Point {
  return { x: camera.x + (x - view.width / 2) / camera.scale, y: camera.y - (y - view.height / 2) / camera.scale };
}

/** From where some places are all seen, with room around them. */
export function fitted(places: readonly Point[], view: View, margin = 48): Camera {
  const room = { width: Math.max(40, view.width - 2 * margin), height: Math.max(40, view.height - 2 * margin) };
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of places) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  if (left > right) [left, right, low, high] = [0, SIDE, 0, SIDE];
  const scale = Math.min(room.width / Math.max(right - left, 1), room.height / Math.max(high - low, 1));
  return { x: (left + right) / 2, y: (low + high) / 2, scale: held(scale, view) };
}

/** From where some places are seen that may lie close together: no nearer than so many times the whole plane. */
export function approached(places: readonly Point[], view: View, nearest: number): Camera {
  const camera = fitted(places, view, room(view));
  return { ...camera, scale: Math.min(camera.scale, nearest * whole(view)) };
}

/** Room around a few places for the names beside them; less of it on a phone, where it would leave nothing for the places. */
export function room({ width, height }: View): number {
  return Math.min(90, 0.16 * Math.min(width, height));
}

/** Come nearer (a factor above 1) or go farther, such that what is at a point of the screen stays there. */
export function zoomed(camera: Camera, view: View, factor: number, at: Point): Camera {
  const under = plane(camera, view, at);
  const scale = held(camera.scale * factor, view);
  return {
    x: under.x - (at.x - view.width / 2) / scale,
    y: under.y + (at.y - view.height / 2) / scale,
    scale,
  };
}

/** Move what is seen by so many pixels to the right and down; the plane stays in sight. */
export function panned(camera: Camera, right: number, down: number): Camera {
  return {
    ...camera,
    x: Math.max(0, Math.min(SIDE, camera.x - right / camera.scale)),
    y: Math.max(0, Math.min(SIDE, camera.y + down / camera.scale)),
  };
}

/** Somewhere on the way from one to another: 0 is there, 1 is here. */
export function between(from: Camera, to: Camera, share: number): Camera {
  const mix = (one: number, other: number) => one + (other - one) * share;
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), scale: Math.exp(mix(Math.log(from.scale), Math.log(to.scale))) };
}

/** How near one is: 1 where the whole plane just fits. */
export function nearness(camera: Camera, view: View): number {
  return camera.scale / whole(view);
}

function whole(view: View): number {
  return Math.min(view.width, view.height) / SIDE;
}

function held(scale: number, view: View): number {
  return Math.max(FARTHEST * whole(view), Math.min(NEAREST * whole(view), scale));
}
