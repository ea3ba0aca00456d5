import { assert, test } from "vitest";
import { address, parse, samePage } from "../src/core/route";

const at = (path: string) => parse(new URL(path, "http://ploeg.test"));

test("an address that is read and written is the same again", () => {
  for (const path of ["/", "/vragen", "/vragen/request:01", "/pad?naar=p2&van=p1", "/mensen/s/1", "/zoeken?q=a+b", "/mensen/A%20B%3F"])
    assert.strictEqual(address(at(path)), path);
});

test("an address of no place is unknown, also where it is no good text", () => {
  assert.strictEqual(at("/nergens").place, "onbekend");
  assert.strictEqual(at("/mensen/%E0%A4%A").of, "%E0%A4%A");
});

test("another filter is the same page, another person is not", () => {
  assert.ok(samePage(at("/mensen?thema=a"), at("/mensen?thema=b")));
  assert.ok(!samePage(at("/mensen/a"), at("/mensen/b")));
});
