import { createRoot } from "react-dom/client";
import { App } from "./parts/app.js";
import "./style/base.css";
import "./style/layout.css";
import "./style/panel.css";
import "./style/answers.css";
import "./style/print.css";

createRoot(document.getElementById("root") as HTMLElement).render(<App />);
