/** A request that was taken away just now, so that the list can tell it and bring it back. */

import { answer, api } from "../../api/client";
import { type Changing, changing } from "../../changing.svelte";
import type { Asked } from "../../core/requests";
import { t } from "../../messages";

/** What the list of requests shows of it. */
export const removal: Changing = changing();

/** Take a request away; for an hour the same one can be brought back, with who was set aside for it. */
export function remove(request: Asked): Promise<boolean> {
  return removal.write(
    () => answer(api.DELETE("/v1/requests/{id}", { params: { path: { id: request.id } } })),
    t("desk.removed", { title: request.title }),
    () => answer(api.POST("/v1/requests/{id}/restore", { params: { path: { id: request.id } } })),
    { undone: t("desk.removed.back", { title: request.title }) },
  );
}
