import type { Picture } from "../core/picture";
import { here } from "../here.svelte";
import { t } from "../messages";
import { save } from "./save";

/** Hand a picture to whoever looks, and say so; or say that it could not be made. */
export async function savePicture(name: string, picture: Picture, as: "svg" | "png"): Promise<void> {
  const { file } = await import("../draw/picture");
  const blob = await file(picture, as);
  if (blob) save(`${name}.${as}`, blob);
  here.tell(t(blob ? "map.saved" : "city.unsaved"));
}
