// The host's pages to publish and to edit a house, and its pictures.
import { api, upload } from "./api.js";
import { $, clear, clone, fen, onPress, onSubmit, say, texts } from "./ui.js";

onSubmit($("#house"), async (values, form) => {
  const whole = ["area_id", "room_count", "acreage", "capacity", "min_days", "max_days"];
  const body = { ...values, price: fen(values.price), deposit: fen(values.deposit) };
  body.facility = [...form.querySelectorAll("[name=facility]:checked")].map((box) => Number(box.value));
  for (const name of whole) if (/^\d+$/.test(body[name])) body[name] = Number(body[name]);
  const { house } = form.dataset;
  if (house) {
    await api("PUT", `/houses/${house}`, body);
  } else {
    const { house_id } = await api("POST", "/houses", body);
    location.assign(`/host/houses/${house_id}`);
  }
});

const pictures = $("#pictures");
if (pictures) {
  const path = `/houses/${pictures.dataset.house}`;
  const list = $(".thumbs", pictures);
  const input = $("input[type=file]", pictures);
  const bar = $("progress", pictures);

  const order = () =>
    api("PUT", `${path}/images`, { images: [...list.children].map((each) => Number(each.dataset.id)) });

  const send = async (files) => {
    clear(pictures);
    bar.hidden = false;
    try {
      for (const [number, file] of [...files].entries()) {
        const share = (part) => (bar.value = (number + part) / files.length);
        add(await upload(`${path}/images`, "house_image", file, share));
      }
    } catch (refused) {
      say(pictures, refused.fields?.house_image ? { message: refused.fields.house_image } : refused);
    } finally {
      bar.hidden = true;
      input.value = "";
    }
  };

  const add = (image) => {
    const made = clone("thumb");
    made.dataset.id = image.image_id;
    $("img", made).src = image.sizes["320"].jpeg;
    list.append(made);
    watch(made);
  };

  const watch = (thumb) => {
    onPress($("[data-remove]", thumb), pictures, async () => {
      await api("DELETE", `${path}/images/${thumb.dataset.id}`);
      thumb.remove();
    });
    onPress($("[data-move]", thumb), pictures, async () => {
      if (!thumb.previousElementSibling) return;
      thumb.previousElementSibling.before(thumb);
      await order();
    });
  };

  for (const thumb of list.children) watch(thumb);
  input.addEventListener("change", () => send(input.files));
  pictures.addEventListener("dragover", (event) => event.preventDefault());
  pictures.addEventListener("drop", (event) => {
    event.preventDefault();
    send(event.dataTransfer.files);
  });

  const online = $("#online");
  const above = $("#house-problem").parentElement;
  onPress(online, above, async () => {
    await api("PUT", `${path}/status`, { online: !online.dataset.online });
    location.reload();
  });
  onPress($("#delete"), above, async () => {
    if (!confirm(texts("sure"))) return;
    try {
      await api("DELETE", path);
      location.assign("/host");
    } catch (refused) {
      const place = $("#house-problem");
      place.textContent = refused.message;
      place.hidden = false;
    }
  });
}
