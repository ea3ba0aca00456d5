import { assert, test } from "vitest";
import { svg } from "../src/core/picture";

test("a picture stands alone, and what is written in it breaks nothing", () => {
  const text = svg({
    title: 'Wijk "A" & <B>',
    width: 10,
    height: 10,
    ground: "#fff",
    marks: [
      { kind: "path", d: "M0 0L1 1", x: 0, y: 0, scale: 3, fill: "none", stroke: "#000", line: 1 },
      { kind: "text", text: "< 5", x: 1, y: 1, size: 12, weight: "700", fill: "#000", halo: "#fff", anchor: "middle" },
    ],
  });
  assert.match(text, /<title>Wijk &quot;A&quot; &amp; &lt;B&gt;<\/title>/);
  assert.match(text, />&lt; 5<\/text>/);
  assert.notMatch(text, /href|url\(|class=|style=/);
});
