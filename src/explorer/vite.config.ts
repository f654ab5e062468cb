import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { service } from "./service.js";

const here = import.meta.dirname;

/** The pages, each an HTML file of this folder; the server knows them by these names. */
const pages = ["index.html", "graphql.html"];

const out = join(here, "..", "..", "dist", "explorer");

/** The codings of a file's copies; Brotli's highest quality takes twenty times as long for 7 % less. */
const codings = {
  gz: (bytes: Buffer) => gzipSync(bytes, { level: 9 }),
  br: (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
};

/** Lays compressed copies beside each file, so that the server has nothing to compress. */
const compressed: Plugin = {
  name: "compressed",
  apply: "build",
  async closeBundle() {
    for (const file of await readdir(out))
      if (/\.(js|css|html|svg|ttf)$/.test(file)) {
        const bytes = await readFile(join(out, file));
        for (const [ending, coded] of Object.entries(codings))
          await writeFile(join(out, `${file}.${ending}`), coded(bytes));
      }
  },
};

export default defineConfig({
  root: here,
  plugins: [react(), compressed, service],
  base: "/assets/",
  worker: { format: "es" },
  build: {
    outDir: out,
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
