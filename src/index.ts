import { runCommand } from "./cli/run.js";
import { start } from "./cli/start.js";

await runCommand(() => start(process.argv.slice(2), process.env));
