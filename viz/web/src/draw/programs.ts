/** Nodes and edges by WebGL: one buffer each that is filled when the scene changes, and two calls a frame. */

import { type Camera, COLOURS, faded, HIDDEN, type Network, type Scene, type View } from "../core/map";

/**
 * Nodes are squares of two triangles, as points may be drawn no larger than a graphics card likes.  Each has four
 * corners of its own: without a card, one small thing drawn many times takes six times as long.
 */
const NODE = `#version 300 es
layout(location = 0) in vec2 place;
layout(location = 1) in float radius;
layout(location = 2) in float look;
uniform vec3 camera;
uniform vec2 room;
uniform float size;
uniform vec4 palette[${String(COLOURS)}];
out vec2 inside;
out vec4 colour;
out float pixels;
flat out int square;
void main() {
  pixels = max(radius * size, 1.0);
  int at = int(look);
  square = at >= ${String(COLOURS)} ? 1 : 0;
  colour = palette[at % ${String(COLOURS)}];
  inside = vec2(float(gl_VertexID & 1), float((gl_VertexID >> 1) & 1)) * 2.0 * pixels - pixels;
  vec2 middle = (place - camera.xy) * camera.z;
  gl_Position = vec4((middle + inside) * 2.0 / room, 0.0, 1.0);
}`;
const NODE_COLOUR = `#version 300 es
precision mediump float;
in vec2 inside;
in vec4 colour;
in float pixels;
flat in int square;
uniform vec4 rim;
uniform float opacity;
out vec4 shown;
void main() {
  float far = square == 1 ? max(abs(inside.x), abs(inside.y)) * 1.12 : length(inside);
  float cover = clamp(pixels - far, 0.0, 1.0);
  if (cover <= 0.0) discard;
  float edge = clamp(far - (pixels - 1.6), 0.0, 1.0);
  vec3 said = mix(colour.rgb, rim.rgb, edge);
  float clear = cover * mix(opacity, 1.0, edge);
  shown = vec4(said * clear, clear);
}`;

const EDGE = `#version 300 es
layout(location = 0) in vec2 place;
uniform vec3 camera;
uniform vec2 room;
void main() { gl_Position = vec4((place - camera.xy) * camera.z * 2.0 / room, 0.0, 1.0); }`;
const EDGE_COLOUR = `#version 300 es
precision mediump float;
uniform vec4 colour;
out vec4 shown;
void main() { shown = vec4(colour.rgb * colour.a, colour.a); }`;

export type Rgba = readonly [number, number, number, number];

export interface Paint {
  readonly palette: readonly Rgba[];
  readonly line: Rgba;
  readonly rim: Rgba;
}

export interface Programs {
  fill(scene: Scene): void;
  draw(camera: Camera, view: View, size: number, paint: Paint, edges: boolean): void;
  /** Milliseconds that the last frame with edges took until it was there. */
  cost(): number;
  stop(): void;
}

/** Make ready to draw a network on a canvas; `null` where the browser cannot. */
export function programs(canvas: HTMLCanvasElement, found: Network): Programs | null {
  const gl = canvas.getContext("webgl2", { antialias: false, premultipliedAlpha: true, powerPreference: "high-performance" });
  if (gl === null) return null;
  const nodes = made(gl, NODE, NODE_COLOUR);
  const lines = made(gl, EDGE, EDGE_COLOUR);
  if (!nodes || !lines) return null;

  const held = gl.createBuffer();
  const nodeArray = gl.createVertexArray();
  gl.bindVertexArray(nodeArray);
  gl.bindBuffer(gl.ARRAY_BUFFER, held);
  [2, 1, 1].forEach((wide, at) => {
    gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(at, wide, gl.FLOAT, false, 16, [0, 8, 12][at] ?? 0);
  });
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, squares(found.nodes.length), gl.STATIC_DRAW);

  // Where nodes are does not change; which edges are drawn does.
  const places = gl.createBuffer();
  const shown = gl.createBuffer();
  const edgeArray = gl.createVertexArray();
  gl.bindVertexArray(edgeArray);
  gl.bindBuffer(gl.ARRAY_BUFFER, places);
  gl.bufferData(gl.ARRAY_BUFFER, Float32Array.from(found.nodes.flatMap(({ x, y }) => [x, y])), gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, shown);
  gl.bindVertexArray(null);

  let count = { nodes: 0, ends: 0 };
  let cost = 0;
  let timing = false;

  /** Take the time until all that was asked for is drawn, without waiting for it. */
  function time(context: WebGL2RenderingContext): void {
    const done = timing ? null : context.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (!done) return;
    timing = true;
    const begin = performance.now();
    context.flush();
    const look = (): void => {
      cost = performance.now() - begin;
      timing = !context.isContextLost() && context.getSyncParameter(done, context.SYNC_STATUS) !== context.SIGNALED;
      if (timing) setTimeout(look, 8);
    };
    setTimeout(look, 8);
  }
  let opacity = 1;

  return {
    fill(scene) {
      const told = new Float32Array(scene.order.length * 16);
      // The largest come last, over the others.
      scene.order.forEach((at, n) => {
        const node = found.nodes[at];
        if (!node || scene.colour[at] === HIDDEN) return;
        const square = node.kind === "organisation" || node.kind === "theme";
        const look = (scene.colour[at] ?? 0) + (square ? COLOURS : 0);
        const begin = (scene.order.length - 1 - n) * 16;
        for (let corner = 0; corner < 16; corner += 4)
          told.set([node.x, node.y, scene.radius[at] ?? 0, look], begin + corner);
      });
      gl.bindBuffer(gl.ARRAY_BUFFER, held);
      gl.bufferData(gl.ARRAY_BUFFER, told, gl.DYNAMIC_DRAW);
      const ends = new Uint32Array(scene.edges.length * 2);
      scene.edges.forEach((at, n) => {
        const edge = found.edges[at];
        ends[2 * n] = edge?.from ?? 0;
        ends[2 * n + 1] = edge?.to ?? 0;
      });
      gl.bindVertexArray(edgeArray);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, ends, gl.DYNAMIC_DRAW);
      gl.bindVertexArray(null);
      count = { nodes: scene.order.length, ends: ends.length };
      opacity = scene.onPlane ? 0.35 : 1;
    },
    draw(camera, view, size, paint, edges) {
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      for (const [program, array] of [[lines, edgeArray], [nodes, nodeArray]] as const) {
        gl.useProgram(program);
        gl.bindVertexArray(array);
        gl.uniform3f(gl.getUniformLocation(program, "camera"), camera.x, camera.y, camera.scale);
        gl.uniform2f(gl.getUniformLocation(program, "room"), view.width, view.height);
        if (program === lines) {
          if (!edges) continue;
          gl.uniform4fv(gl.getUniformLocation(program, "colour"), [...paint.line.slice(0, 3), faded(count.ends / 2)]);
          gl.drawElements(gl.LINES, count.ends, gl.UNSIGNED_INT, 0);
        } else {
          gl.uniform1f(gl.getUniformLocation(program, "size"), size);
          gl.uniform1f(gl.getUniformLocation(program, "opacity"), opacity);
          gl.uniform4fv(gl.getUniformLocation(program, "rim"), opacity < 1 ? paint.line : paint.rim);
          gl.uniform4fv(gl.getUniformLocation(program, "palette"), paint.palette.flat());
          gl.drawElements(gl.TRIANGLES, 6 * count.nodes, gl.UNSIGNED_INT, 0);
        }
      }
      gl.bindVertexArray(null);
      if (edges) time(gl);
    },
    cost: () => cost,
    stop() {
      gl.getExtension("WEBGL_lose_context")?.loseContext();
    },
  };
}

/** Which corners make the two triangles of each square. */
function squares(many: number): Uint32Array {
  const found = new Uint32Array(6 * many);
  for (let at = 0; at < many; at++) found.set([0, 1, 2, 2, 1, 3].map((corner) => 4 * at + corner), 6 * at);
  return found;
}

function made(gl: WebGL2RenderingContext, place: string, colour: string): WebGLProgram | null {
  const program = gl.createProgram();
  for (const [kind, text] of [[gl.VERTEX_SHADER, place], [gl.FRAGMENT_SHADER, colour]] as const) {
    const shader = gl.createShader(kind);
    if (!shader) return null;
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) === true ? program : null;
}
