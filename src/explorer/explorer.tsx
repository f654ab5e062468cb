import { createRoot } from "react-dom/client";
import { App } from "./parts/app.js";
import { beginOverview } from "./state/reading.js";
import "./style/base.css";
import "./style/layout.css";
import "./style/filters.css";
import "./style/panel.css";
import "./style/answers.css";
import "./style/chain-map.css";
import "./style/link.css";
import "./style/phone.css";
import "./style/print.css";

// Only the overview can be asked for without reading more of the address.
if (!location.hash.includes("picture=")) beginOverview();

createRoot(document.getElementById("root") as HTMLElement).render(<App />);
