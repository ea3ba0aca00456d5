// Reads networks with the parsers of Gephi Lite and says what is in them; any warning ends it with an error.
import { readFileSync } from "node:fs";
import Graph from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

const said = [];
for (const name of ["log", "info", "warn", "error"]) console[name] = (...words) => said.push(words.join(" "));
process.on("warning", (warning) => said.push(String(warning)));

const told = process.argv.slice(2).map((path) => {
  const parse = path.endsWith(".gexf") ? gexf.parse : graphml.parse;
  const graph = parse(Graph, readFileSync(path, "utf8"));
  return {
    type: graph.type,
    attributes: graph.getAttributes(),
    nodes: graph.mapNodes((node, attributes) => [node, attributes]),
    edges: graph.mapEdges((_, attributes, source, target) => [source, target, attributes]),
  };
});
process.stdout.write(JSON.stringify({ said, told }));
