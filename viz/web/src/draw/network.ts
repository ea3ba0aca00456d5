/** The network on a canvas: nodes and edges by WebGL, names and what stands out over them. */

import {
  approached, between, type Camera, extent, finder, type Finder, fitted, type Lit, type Network, nextTo, panned, plane, type Point, room, type Scene, screen, type View, zoomed,
} from "../core/map";
import { hands } from "./hands";
import { type Area, type Colours, grown, Overlay, type Shown } from "./overlay";
import { type Paint, programs, type Rgba } from "./programs";

export type Move = "in" | "out" | "all" | "left" | "right" | "up" | "down";

export interface Looks extends Colours {
  /** Of edges, see-through. */
  readonly edge: string;
}

export interface Drawn {
  /** Draw another scene of the network, and what stands out of it. */
  show(scene: Scene, areas: readonly Area[]): void;
  light(lit: Lit | null, selected: number | null, covered: number): void;
  move(how: Move): void;
  /**
   * Bring some nodes into sight, left of what is `covered` at the right; nothing moves where they are, but one comes
   * as near as `nearest` where it is given.
   */
  seek(nodes: readonly number[], covered: number, nearest?: number): void;
  /** The node nearest to the middle of what is seen. */
  middle(): number | null;
  stop(): void;
}

const STEP = 1.6;
const SHIFT = 90;
const NEAR = 14;
/** Milliseconds that a frame with edges may take while the map moves, and after which it does not move any more. */
const SLOW = 40;
const STILL = 180;

/** Whether the browser can draw it at all. */
export function drawable(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}

export function draw(place: HTMLElement, found: Network, looks: Looks, onselect: (at: number | null) => void): Drawn | null {
  const below = document.createElement("canvas");
  const above = document.createElement("canvas");
  place.append(below, above);
  let drawing = programs(below, found);
  const pen = above.getContext("2d");
  if (!drawing || !pen) {
    below.remove();
    above.remove();
    return null;
  }
  const letters = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const overlay = new Overlay(pen, looks, letters);
  const paint: Paint = { palette: looks.palette.map(rgba), line: rgba(looks.edge), rim: rgba(looks.ground) };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const ratio = Math.min(2, window.devicePixelRatio || 1);

  let view: View = { width: place.clientWidth, height: place.clientHeight };
  let camera: Camera = fitted(found.nodes, view);
  let scene: Scene | null = null;
  let areas: readonly Area[] = [];
  let told: { lit: Lit | null; selected: number | null; covered: number } = { lit: null, selected: null, covered: 0 };
  let hovered: number | null = null;
  let near: Lit | null = null;
  let seeker: Finder | null = null;
  let frame = 0;
  let moving = 0;
  // Where edges take long, they wait until the map is still: there may be no graphics card.
  let rest: ReturnType<typeof setTimeout> | undefined;

  function resize(): void {
    view = { width: place.clientWidth, height: place.clientHeight };
    for (const canvas of [below, above]) {
      canvas.width = Math.round(view.width * ratio);
      canvas.height = Math.round(view.height * ratio);
    }
  }

  function render(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    if (!scene || view.width === 0) return;
    drawing?.draw(camera, view, grown(scene, camera, view), paint, rest === undefined || drawing.cost() < SLOW);
    renderAbove();
  }
  function renderAbove(): void {
    if (!scene) return;
    const lit = near ?? told.lit;
    const shown: Shown = { found, scene, areas, lit, selected: told.selected, hovered, covered: told.covered };
    const names = overlay.draw(shown, camera, view, ratio);
    place.classList.toggle("dimmed", near !== null || told.lit !== null);
    place.dataset["names"] = String(names.length);
  }
  function ask(): void {
    frame ||= requestAnimationFrame(render);
  }
  function moved(): void {
    clearTimeout(rest);
    rest = setTimeout(() => {
      rest = undefined;
      if (drawing && drawing.cost() >= SLOW) ask();
    }, STILL);
  }

  /** Go somewhere: at once, or in a quarter of a second. */
  function go(to: Camera, at_once = false): void {
    cancelAnimationFrame(moving);
    moved();
    if (at_once || still) {
      camera = to;
      ask();
      return;
    }
    const [from, begin] = [camera, performance.now()];
    const step = (now: number): void => {
      const share = Math.max(0, Math.min(1, (now - begin) / 250));
      camera = between(from, to, share * (2 - share));
      moved();
      ask();
      if (share < 1) moving = requestAnimationFrame(step);
    };
    moving = requestAnimationFrame(step);
  }

  function under(at: Point): number | null {
    const shown = scene;
    if (!shown || !seeker) return null;
    const size = grown(shown, camera, view) / camera.scale;
    return seeker.at(plane(camera, view, at), NEAR / camera.scale, (node) => (shown.radius[node] ?? 0) * size);
  }

  function hover(at: number | null): void {
    if (at === hovered) return;
    hovered = at;
    near = at !== null && scene ? nextTo(found, scene, at) : null;
    place.classList.toggle("over", at !== null);
    renderAbove();
    place.dataset["near"] = at === null ? "" : String(at);
  }

  const letGo = hands(place, {
    camera: () => camera,
    view: () => view,
    go,
    point: (at) => { hover(at === null ? null : under(at)); },
    click: (at) => { onselect(under(at)); },
  });
  const watched = new ResizeObserver(() => {
    const before = view;
    if (before.width === place.clientWidth && before.height === place.clientHeight) return;
    resize();
    if (before.width === 0) camera = fitted(found.nodes, view);
    render();
  });
  // A browser takes the context away where memory is short or a card is reset, and may give it back.
  function lost(event: Event): void {
    event.preventDefault();
  }
  function restored(): void {
    drawing = programs(below, found);
    if (scene) drawing?.fill(scene);
    render();
  }
  below.addEventListener("webglcontextlost", lost);
  below.addEventListener("webglcontextrestored", restored);
  resize();
  watched.observe(place);

  return {
    show(next, named) {
      if (scene === null) camera = fitted(extent(found, next, next.order), view);
      scene = next;
      areas = named;
      seeker = finder(found.nodes, next);
      hovered = null;
      near = null;
      drawing?.fill(next);
      render();
      place.dataset["drawn"] = String(next.order.length);
    },
    light(lit, selected, covered) {
      const same = told.lit === lit && told.selected === selected && told.covered === covered;
      told = { lit, selected, covered };
      if (!same) renderAbove();
    },
    move(how) {
      const middle = { x: view.width / 2, y: view.height / 2 };
      if (how === "in") go(zoomed(camera, view, STEP, middle));
      else if (how === "out") go(zoomed(camera, view, 1 / STEP, middle));
      else if (how === "all") go(fitted(scene ? extent(found, scene, scene.order) : found.nodes, view));
      else {
        const right = how === "left" ? SHIFT : how === "right" ? -SHIFT : 0;
        const down = how === "up" ? SHIFT : how === "down" ? -SHIFT : 0;
        go(panned(camera, right, down));
      }
    },
    seek(nodes, covered, nearest) {
      const places = scene ? extent(found, scene, nodes) : [];
      const [first] = places;
      if (!first) return;
      const free: View = { width: view.width - covered, height: view.height };
      const seen = places.every((each) => {
        const { x, y } = screen(camera, view, each);
        return x > 30 && y > 30 && x < free.width - 30 && y < free.height - 30;
      });
      // What lies in the middle of the free part has half of what is covered between it and the middle.
      const beside = (to: Camera): Camera => ({ ...to, x: to.x + covered / 2 / to.scale });
      if (nearest !== undefined) go(beside(approached(places, free, nearest)));
      else if (!seen && places.length === 1) go(beside({ ...camera, x: first.x, y: first.y }));
      else if (!seen) go(beside(fitted(places, free, room(free))));
    },
    middle() {
      const shown = scene;
      if (!shown) return null;
      const at = { x: camera.x, y: camera.y };
      let best: number | null = null;
      let least = Infinity;
      for (const each of shown.order) {
        const node = found.nodes[each];
        const far = node ? Math.hypot(node.x - at.x, node.y - at.y) : Infinity;
        if (far < least) [best, least] = [each, far];
      }
      return best;
    },
    stop() {
      cancelAnimationFrame(frame);
      cancelAnimationFrame(moving);
      clearTimeout(rest);
      letGo();
      watched.disconnect();
      place.classList.remove("over", "dimmed");
      below.removeEventListener("webglcontextlost", lost);
      below.removeEventListener("webglcontextrestored", restored);
      drawing?.stop();
      below.remove();
      above.remove();
    },
  };
}

/** A colour of the style sheet, "#rrggbb" or as short as a build makes it, "#rgb", as WebGL wants it. */
export function rgba(colour: string): Rgba {
  const digits = colour.length < 6 ? [...colour.slice(1)].map((digit) => digit + digit).join("") : colour.slice(1);
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4), 1];
}
