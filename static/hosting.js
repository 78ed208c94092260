// The host's first page: removing drafts, with a moment to undo.
import { api } from "./api.js";
import { toast } from "./toast.js";
import { $, say, texts } from "./ui.js";

for (const draft of document.querySelectorAll(".draft")) {
  $("[data-remove]", draft).addEventListener("click", async () => {
    draft.hidden = true;
    if (await toast(texts("removed", "hosting-texts"), { undo: true })) {
      draft.hidden = false;
      return;
    }
    try {
      await api("DELETE", `/user/house-drafts/${draft.dataset.draft}`);
      draft.remove();
    } catch (refused) {
      draft.hidden = false;
      say($("#page-problem"), refused);
    }
  });
}
