// Draws the network that stands in this page as data, and searches its table. Whatever comes from the data is used as
// text: nothing here makes markup.
"use strict";

const data = JSON.parse(document.getElementById("network").textContent);
const words = JSON.parse(document.getElementById("words").textContent);
const holder = document.getElementById("map");
const rows = Array.from(document.querySelectorAll("#table tbody tr"));
const cells = (at) => Array.from(rows[at].cells, (cell) => cell.textContent);
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const said = document.getElementById("said");
const field = document.getElementById("search");
const table = document.getElementById("table");
const MOST_NAMES = 250;

for (const part of document.querySelectorAll("[data-live]")) part.hidden = false;

function looks() {
  return dark.matches
    ? { ink: "#e8eaee", ground: "#1c222a", line: "#a5afbd", chosen: "#6cc7d6" }
    : { ink: "#1d2430", ground: "#ffffff", line: "#5f6874", chosen: "#0b5c6b" };
}

function lines() {
  const { line, chosen } = looks();
  return { edges: { color: { color: line, highlight: chosen, hover: line, opacity: data.options.edges.color.opacity } } };
}

const names = rows.map((_, at) => {
  const name = cells(at)[0].replace(/\s+/g, " ").trim();
  return name.length > data.longest ? `${name.slice(0, data.longest)}…` : name;
});
data.nodes.forEach((node, at) => { node.title = cells(at).slice(0, 4).filter(Boolean).join("\n"); });
const network = new vis.Network(holder, { nodes: data.nodes, edges: data.edges }, data.options);
network.setOptions(lines());
dark.addEventListener("change", () => network.setOptions(lines()));

// Names of one size on the screen, larger nodes first, none over another: of communities in a large network seen whole,
// of nodes else.
const bySize = data.nodes.map((_, at) => at).sort((one, other) => data.nodes[other].size - data.nodes[one].size || one - other);
const under = (at) => ({ label: names[at], x: data.nodes[at].x, y: data.nodes[at].y, down: data.nodes[at].size });
let chosen = null;

network.on("afterDrawing", (context) => {
  const scale = network.getScale();
  const middle = network.getViewPosition();
  const [wide, high] = [holder.clientWidth / scale / 2, holder.clientHeight / scale / 2];
  const whole = data.names.length > 0 && scale < data.near;
  const size = (whole ? 14 : 13) / scale;
  const { ink, ground, chosen: ring } = looks();
  const taken = [];
  context.font = `${whole ? 600 : 400} ${size}px system-ui, sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const draw = ({ label, x, y, down }) => {
    if (Math.abs(x - middle.x) > wide || Math.abs(y - middle.y) > high) return;
    const half = context.measureText(label).width / 2;
    const room = Math.max(0, wide - half - 4 / scale);
    const across = Math.min(Math.max(x, middle.x - room), middle.x + room);
    const along = y + (down ? down + size * 0.8 : 0);
    const box = [across - half, along - size * 0.6, across + half, along + size * 0.6];
    if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) return;
    taken.push(box);
    context.lineWidth = size / 3;
    context.strokeStyle = ground;
    context.strokeText(label, across, along);
    context.fillStyle = ink;
    context.fillText(label, across, along);
  };
  if (chosen !== null) {
    const { x, y, size: radius } = data.nodes[chosen];
    context.lineWidth = 3 / scale;
    context.strokeStyle = ring;
    context.beginPath();
    context.arc(x, y, radius + 5 / scale, 0, 2 * Math.PI);
    context.stroke();
    draw(under(chosen));
  }
  if (whole) data.names.forEach(draw);
  else {
    for (const at of bySize) {
      if (taken.length >= MOST_NAMES) break;
      draw(under(at));
    }
  }
});

function tell(at) {
  chosen = at;
  const [name, ...rest] = cells(at);
  const more = rest.filter(Boolean).join(" · ");
  said.textContent = name;
  if (more) said.append(document.createElement("br"), more.length > 600 ? `${more.slice(0, 600)}…` : more);
}

function show(at) {
  network.selectNodes([at]);
  tell(at);
  network.focus(at, { scale: Math.max(network.getScale(), data.near * 1.3) });
}

network.on("selectNode", (event) => tell(event.nodes[0]));
network.on("deselectNode", () => {
  chosen = null;
  said.textContent = "";
});

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ı", "i").toLowerCase();
let folded = null;

function found() {
  folded ??= rows.map((_, at) => fold(cells(at).slice(0, -1).join(" ")));
  const asked = fold(field.value.trim());
  return rows.map((_, at) => at).filter((at) => folded[at].includes(asked));
}

function narrow() {
  const hits = new Set(found());
  rows.forEach((row, at) => { row.hidden = !hits.has(at); });
  said.textContent = field.value.trim() ? words.found.replace("{count}", String(hits.size)) : "";
  if (field.value.trim()) table.open = true;
}

let waiting = 0;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(narrow, 150);
});

document.getElementById("seek").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  narrow();
  const hits = found();
  if (hits.length && field.value.trim()) show(hits[0]);
});

document.getElementById("nearer").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.5 }));
document.getElementById("farther").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.5 }));
document.getElementById("whole").addEventListener("click", () => network.fit());

network.once("afterDrawing", () => { holder.dataset.drawn = String(data.nodes.length); });
network.fit();
network.redraw();
