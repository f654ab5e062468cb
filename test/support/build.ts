import { execSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../src/config.js";

/** What a part of the build is made of, and the last that it writes. */
const PARTS = [
  { script: "build:server", from: ["src"], without: ["src/explorer"], written: "dist/.tsbuildinfo" },
  {
    script: "build:explorer",
    from: ["src/explorer", "seed/questions"],
    without: [],
    written: "dist/explorer/index.html",
  },
] as const;

const path = (name: string): string => join(PACKAGE_ROOT, name);

function newest(folder: string, without: readonly string[]): number {
  const entries = readdirSync(path(folder), { withFileTypes: true }).filter(
    ({ name }) => !without.includes(`${folder}/${name}`),
  );
  const times = entries.map((entry) =>
    entry.isDirectory()
      ? newest(`${folder}/${entry.name}`, without)
      : statSync(path(`${folder}/${entry.name}`)).mtimeMs,
  );
  return Math.max(0, ...times);
}

/** Builds what is older than its sources, before the tests: some start the service as its users do. */
export default function build(): void {
  for (const { script, from, without, written } of PARTS) {
    const built = existsSync(path(written)) ? statSync(path(written)).mtimeMs : 0;
    const sources = Math.max(...from.map((folder) => newest(folder, without)), statSync(path("package.json")).mtimeMs);
    if (sources > built) execSync(`npm run ${script} --silent`, { cwd: PACKAGE_ROOT, stdio: "inherit" });
  }
}
