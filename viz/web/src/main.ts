import { mount } from "svelte";
import App from "./App.svelte";
import { here, listen } from "./here.svelte";
import "./styles/tokens.css";
import "./styles/page.css";

const target = document.getElementById("ploeg");
if (target !== null) {
  document.documentElement.lang = here.language;
  listen();
  void here.meet();
  target.replaceChildren();
  mount(App, { target, props: { nl: target.dataset["nl"] ?? "", en: target.dataset["en"] ?? "" } });
}
