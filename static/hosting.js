// The host's first page: it says that a house was submitted; removing drafts, with a moment to undo.
import { api } from "./api.js";
import { toast } from "./toast.js";
import { $, say, texts } from "./ui.js";

if (location.hash === "#submitted") {
  history.replaceState(null, "", location.pathname);
  toast(texts("submitted", "hosting-texts"));
}

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
