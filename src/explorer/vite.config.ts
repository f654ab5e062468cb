import { join } from "node:path";
import { defineConfig } from "vite";

const here = import.meta.dirname;

/** The pages, each an HTML file of this folder; the server knows them by these names. */
const pages = ["graphql.html"];

export default defineConfig({
  root: here,
  base: "/assets/",
  worker: { format: "es" },
  build: {
    outDir: join(here, "..", "..", "dist", "explorer"),
    emptyOutDir: true,
    assetsDir: "",
    // Monaco's editor is one chunk of 2.8 MB that loads after the page is drawn.
    chunkSizeWarningLimit: 3000,
    rollupOptions: {
      input: pages.map((page) => join(here, page)),
      onLog(level, log, handle) {
        // GraphiQL's dependencies mark their modules for frameworks that render on a server; here it means nothing.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
});
